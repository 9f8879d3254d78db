//! The talking points in Spanish.

use coaching::drift::DriftKind;

use crate::language::points::{Opening, PointWords};

pub(super) static POINTS: PointWords = PointWords {
    eyebrow: "Puntos para hablar, de {name}",
    title: "Lo que quizá quiera contar a {to}",
    to: "A quién",
    lead: "Esta hoja es tuya. Recoge lo que se ha movido desde la última vez que acordaste objetivos \
           con {to}, por qué, con tus propias palabras, y algunas maneras de empezar. Qué dices, \
           cuándo, y si lo dices, lo decides tú.",
    nothing: "No queda nada por contar a {to}.",
    agreed_on: "Los objetivos se acordaron por última vez el {date}, en {meeting}.",
    never_agreed: "Todavía no se han acordado objetivos en común, así que no hay nada que contar.",
    moved: "Qué se ha movido y cómo podría decirlo",
    number: "{n} de {m}",
    happened: "Qué ocurrió",
    meant_to_tell: "Querías contarlo antes del {by}",
    reason: "Por qué se movió, {date}",
    words: "Lo que significa para ti, {date}",
    serves: "Cómo sigue sirviendo a la organización",
    serves_nothing_yet: "Todavía no hay nada anotado sobre esto: una pregunta que llevarte antes de hablar.",
    direction: "Tu sentido de dirección",
    how: "Cómo contribuye",
    ways: "Maneras de empezar. Elige una, o ninguna; mejor con tus propias palabras.",
    to_say: "Lo que quizá quieras decir a {to}",
    plainly: "Sin rodeos",
    asking: "Pidiendo su mirada",
    support_label: "Pidiendo apoyo",
    later: "Todavía no",
    view: "{short} Me gustaría contar cómo llegué ahí. Y me gustaría saber cómo se ve desde el otro \
           lado: ¿qué facilitaría y qué haría más difícil?",
    support: "{short} Hay una cosa que me ayudaría: …",
    not_yet: "Hay algo sobre {agreed} que todavía estoy pensando. Prefiero hablar de ello cuando \
              pueda decirlo con claridad. ¿Podemos retomarlo entonces?",
    not_yet_by: "Hay algo sobre {agreed} que todavía estoy pensando. Prefiero hablar de ello cuando \
                 pueda decirlo con claridad. ¿Podemos retomarlo antes del {by}?",
    not_yet_new: "Hay algo que todavía estoy pensando. Prefiero hablar de ello cuando pueda decirlo \
                  con claridad. ¿Podemos retomarlo entonces?",
    not_yet_new_by: "Hay algo que todavía estoy pensando. Prefiero hablar de ello cuando pueda \
                     decirlo con claridad. ¿Podemos retomarlo antes del {by}?",
    notes: "Mis notas",
    private: "Lo que queda reservado",
    private_lead: "Decidiste guardar esto para ti. Está aquí porque lo pediste; no hace falta decir \
                   nada de ello a {to}.",
    yours: "De quién es esta hoja",
    yours_text: "Tuya. Tu coach tiene las mismas palabras y no se las cuenta a nadie. Nada de lo que \
                 hay aquí está dicho hasta que lo digas tú.",
    prompts: [
        "¿Qué es lo que más me importa que {to} entienda?",
        "¿Qué dejo fuera, y me quedo en paz con ello?",
        "¿Qué pido?",
        "Mi primera frase:",
    ],
    opening,
};

fn opening(kind: DriftKind) -> Opening {
    let (plain, plain_same, short) = match kind {
        DriftKind::Unchanged | DriftKind::Clarified => (
            "Ahora puedo decir con más claridad a qué me refería con {agreed}: {now}.",
            "Ahora puedo decir con más claridad a qué me refería con {agreed}.",
            "Ahora veo con más claridad a qué me refería con {agreed}.",
        ),
        DriftKind::Shifted => (
            "El {date} acordamos {agreed}. Lo que quiero decir con ello se ha movido desde entonces. \
             Hoy diría {now}.",
            "El {date} acordamos {agreed}. Las palabras siguen en pie; lo que quiero decir con ellas \
             se ha movido.",
            "Lo que quiero decir con {agreed} se ha movido.",
        ),
        DriftKind::Replaced => (
            "El {date} acordamos {agreed}. Me he dado cuenta de que hay algo que va antes: {now}. En \
             eso estoy trabajando.",
            "El {date} acordamos {agreed}. Otra cosa ha ocupado su lugar.",
            "Otra cosa ha ocupado el lugar de {agreed}.",
        ),
        DriftKind::Split => (
            "El {date} acordamos {agreed}. Resultó ser más de una cosa: {now}.",
            "El {date} acordamos {agreed}. Resultó ser más de una cosa.",
            "He visto que {agreed} es más de una cosa.",
        ),
        DriftKind::Merged => (
            "El {date} acordamos {agreed}. Ya no es algo aparte: ahora forma parte de {now}.",
            "El {date} acordamos {agreed}. Ya no es algo aparte.",
            "Ya no veo {agreed} como un objetivo aparte.",
        ),
        DriftKind::Paused => (
            "El {date} acordamos {agreed}. Por ahora lo he dejado en pausa. No lo he abandonado.",
            "El {date} acordamos {agreed}. Por ahora lo he dejado en pausa. No lo he abandonado.",
            "Por ahora he dejado en pausa {agreed}.",
        ),
        DriftKind::Achieved => (
            "El {date} acordamos {agreed}. Tal como lo veo, está logrado.",
            "El {date} acordamos {agreed}. Tal como lo veo, está logrado.",
            "Tal como lo veo, {agreed} está logrado.",
        ),
        DriftKind::LetGo => (
            "El {date} acordamos {agreed}. Lo he dejado ir, y prefiero decirlo a que siga ahí sobre \
             el papel.",
            "El {date} acordamos {agreed}. Lo he dejado ir, y prefiero decirlo a que siga ahí sobre \
             el papel.",
            "He dejado ir {agreed}.",
        ),
        DriftKind::New => (
            "Hay algo que no hemos acordado y que ahora me importa: {now}.",
            "Hay algo que no hemos acordado y que ahora me importa.",
            "Ahora me importa algo que no hemos acordado: {now}.",
        ),
    };
    Opening {
        plain,
        plain_same,
        short,
    }
}
