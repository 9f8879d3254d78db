//! The end of an engagement, in Spanish.

use crate::language::closing::ClosingWords;

pub(super) static CLOSING: ClosingWords = ClosingWords {
    the_end: "El final",
    follow_ups: ["Cuándo volvemos a mirar atrás", "Seguimiento"],
    due: "{date}",
    done: "{date}: hecho el {done}",
    agreed_above: "Lo que se haya acordado con usted para después figura más arriba, entre las \
                   decisiones y los compromisos.",
    kept: [
        "Cuánto tiempo se guardan las notas",
        "Hasta cuándo se guarda esto",
    ],
    kept_until: "Las notas reflexivas se guardan hasta el {reflective}, y el registro, hasta el \
                 {record}.",
};
