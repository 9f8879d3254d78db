//! What goals serve and threads of insights, in Spanish.

use crate::language::direction::DirectionWords;

pub(super) static DIRECTION: DirectionWords = DirectionWords {
    serves: ["A qué sirven tus objetivos", "A qué sirven los objetivos"],
    matters_to: "Lo que le importa a {name}",
    purpose: ["Tu propósito", "El propósito de {coachee}"],
    how: "Cómo contribuye",
    threads: [
        "Cómo fue creciendo una comprensión",
        "Cómo fue creciendo una comprensión",
    ],
    threads_lately: [
        "Hilos de lo que fuiste viendo",
        "Hilos de lo que {coachee} fue viendo",
    ],
    since: "{n} hallazgos desde el {date}; el último:",
};
