//! The picture of an engagement in time, in Spanish.

use crate::language::picture::PictureWords;

pub(super) static PICTURE: PictureWords = PictureWords {
    heading: "Todo el tiempo de un vistazo",
    alt: "Imagen del tiempo entre el {from} y el {to}: objetivos ({goals}) como líneas que se curvan \
          donde cambió su sentido, con lo acordado y lo contado a su lado; sesiones celebradas \
          ({sessions}), reuniones a tres ({meetings}) y comprensiones ({insights}) como marcas. Lo \
          mismo está en palabras en «{heading}».",
    meetings: "Reuniones",
    sessions: "Sesiones",
    insights: "Comprensiones",
    lane: "un objetivo",
    bend: "cambió de sentido",
    emerging: "tomando forma",
    paused: "en pausa",
    achieved: "logrado",
    let_go: "dejado ir",
    agreed: "como se acordó con la organización",
    told: "como se le ha contado después",
    gap: "la organización aún no lo sabe",
    session: "una sesión",
    insight: "una comprensión",
    words_heading: "La imagen en palabras",
    when: "Cuándo",
    what: "Qué ocurrió",
    goal: "Objetivo",
    agreed_at: "{meeting}: acordado",
    told_to: "Contado a {name}",
    sessions_on: "Sesiones celebradas: {days}.",
    insights_on: "Comprensiones: {days}.",
};
