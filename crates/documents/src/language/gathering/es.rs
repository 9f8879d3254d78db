//! Invitation and minutes in Spanish.

use super::Gathering;

pub(super) static GATHERING: Gathering = Gathering {
    invitation: "Invitación",
    minutes: "Acta para {name}",
    was_there: "Asistentes",
    agreed: "Los objetivos, tal como los acordamos",
    decided: "Lo que decidimos",
    promised: "Quién hace qué y para cuándo",
    next_meeting: "Próxima reunión",
    no_outcome: "En esta reunión no se anotó nada como acordado, decidido o comprometido.",
    invitation_lead: "{organiser} le invita a {meeting}. El orden del día es una propuesta: diga si \
                      falta algo.",
    answer: "¿No le va bien el día o la hora? Responda a {organiser}, por favor.",
    answer_to_yourself: "Esta es su propia copia, para su calendario.",
    minutes_hold: "Esta acta recoge lo que se acordó, se decidió y se prometió en la sala.",
    minutes_rest: "Lo que se dijo por el camino queda entre quienes lo dijeron.",
    calendar_from: "Invitación de {organiser}",
    point_minutes: "{n} min",
};
