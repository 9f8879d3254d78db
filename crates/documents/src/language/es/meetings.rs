//! The three-way meetings in Spanish.

use coaching::words::MeetingKind;

use crate::language::Occasion;
use crate::language::Speaker::{All, Coach, Coachee, CoacheeThenAll, Sponsor};

pub(super) fn occasion(kind: MeetingKind) -> Occasion {
    match kind {
        MeetingKind::Before => BEFORE,
        MeetingKind::Contracting => CONTRACTING,
        MeetingKind::MidPoint => MID_POINT,
        MeetingKind::Closing => CLOSING,
        MeetingKind::WhenNeeded => WHEN_NEEDED,
    }
}

const BEFORE: Occasion = Occasion {
    name: "Reunión previa al coaching",
    the_name: "la reunión previa al coaching",
    for_sponsor: "Antes de empezar miramos juntos cómo funciona el coaching: qué puede dar, qué \
                  nos pide a cada uno y qué queda en confidencia. En esta hora no hay que decidir \
                  nada.",
    for_coachee: "Antes de empezar, todas las partes oyen lo mismo sobre cómo funciona. Todavía \
                  no le debes un objetivo a nadie. Escucha qué se espera y qué necesitarías tú \
                  para hablar con libertad.",
    agenda: &[
        ("Bienvenida y presentaciones", Coach),
        ("Qué es el coaching y qué no es", Coach),
        (
            "Cómo ve cada parte el liderazgo y qué sería un buen resultado",
            Sponsor,
        ),
        ("Lo mismo, desde la otra silla", Coachee),
        ("Qué se comparte, quién y cuándo, y qué no", Coach),
        ("Si seguimos y cómo", All),
    ],
    sponsor_thinks: &[
        "¿Qué espera que esto haga posible, y para quién?",
        "¿Qué le ha llevado a su manera de entender el liderazgo?",
        "¿Qué querría saber, y le parece bien oírlo de {coachee}?",
    ],
    coachee_thinks: &[
        "¿Qué haría que valiera la pena tu tiempo?",
        "¿Qué necesitas saber sobre la confidencialidad para poder hablar con libertad?",
        "¿Qué quieres que haga el coach en la sala: observar, facilitar o preguntar?",
    ],
    coach_remembers: &[
        "Di pronto lo que nunca vas a transmitir.",
        "Escucha si hay dos encargos: el que se dice en esta sala y el que se dijo antes.",
        "¿{coachee} viene por decisión propia o por encargo?",
    ],
};

const CONTRACTING: Occasion = Occasion {
    name: "Reunión de acuerdo inicial",
    the_name: "la reunión de acuerdo inicial",
    for_sponsor: "Nos reunimos para acordar para qué es este coaching. Le preguntaremos por qué \
                  coaching, por qué ahora y qué vería usted si funcionara; {coachee} responde con \
                  sus propios deseos y objetivos. Juntos fijamos dos o tres objetivos, cómo lo \
                  sabríamos, y qué se comparte, quién y cuándo.",
    for_coachee: "Vas a oír por qué la organización quiere este coaching y qué vería si \
                  funcionara. Después es tu turno: tus deseos y tus objetivos, con tus palabras. \
                  Sal con dos o tres objetivos que puedas llamar tuyos y con reglas claras sobre \
                  lo que se comparte.",
    agenda: &[
        ("Bienvenida y papeles", Coach),
        ("Qué es el coaching y qué no es", Coach),
        (
            "Por qué coaching, por qué ahora; qué se vería si funcionara; qué apoyo hay",
            Sponsor,
        ),
        ("Deseos y objetivos, en respuesta", Coachee),
        ("Dos o tres objetivos, y cómo lo sabríamos", All),
        ("Qué se comparte, quién y cuándo; las excepciones", Coach),
        ("Fechas y resumen", Coachee),
    ],
    sponsor_thinks: &[
        "¿Por qué coaching, y por qué ahora?",
        "Si funcionara, ¿qué le vería hacer a {coachee} que hoy no le ve hacer?",
        "¿Qué va a hacer usted para apoyarlo?",
    ],
    coachee_thinks: &[
        "¿Qué quieres tú de esto, lo quiera o no alguien más?",
        "¿Qué quieres de tu responsable?",
        "¿Qué está sobre la mesa y qué está fuera?",
    ],
    coach_remembers: &[
        "Que la organización sea concreta: un momento, no un adjetivo.",
        "Los objetivos son de {coachee}; ayuda con las palabras, no con el querer.",
        "Lee en voz alta qué se comparte y qué no, y espera el sí de cada parte.",
    ],
};

const MID_POINT: Occasion = Occasion {
    name: "Reunión de mitad de camino",
    the_name: "la reunión de mitad de camino",
    for_sponsor: "Nos reunimos a mitad de camino para preguntar tres cosas: qué se ha movido, si \
                  es suficiente y si los objetivos siguen siendo los adecuados. A menudo cambian \
                  a medida que se comprende más; donde sea así, {coachee} lo dirá y los \
                  acordaremos de nuevo.",
    for_coachee: "A mitad de camino es momento de decir qué se ha movido y de preguntarte si los \
                  objetivos acordados siguen siendo tuyos. Si no lo son, este es el lugar para \
                  acordarlos de nuevo. Llevas tú la conversación; el coach la acompaña.",
    agenda: &[
        ("Apertura: qué haría buena esta hora", Coachee),
        ("Qué se ha movido", Coachee),
        ("Qué se ha notado y de qué se querría ver más", Sponsor),
        ("¿Siguen siendo los objetivos adecuados?", CoacheeThenAll),
        ("Apoyo para la segunda mitad", Sponsor),
        ("Decisiones, compromisos, fechas", All),
        ("Resumen", Coachee),
    ],
    sponsor_thinks: &[
        "¿Qué ha notado? Un momento concreto dice más que un veredicto.",
        "¿De qué le gustaría ver más?",
        "¿Qué ha hecho para apoyar los objetivos y qué podría hacer ahora?",
    ],
    coachee_thinks: &[
        "¿Qué sería un buen resultado?",
        "¿Qué quieres de tu responsable en la segunda mitad?",
        "¿Qué está sobre la mesa y qué está fuera?",
    ],
    coach_remembers: &[
        "Pregunta si los objetivos siguen siendo válidos antes de preguntar cuánto han avanzado.",
        "Si {coachee} cuenta que algo se ha movido, déjalo estar; no lo expliques.",
        "Acordad las palabras en la sala: serán la nueva referencia.",
    ],
};

const CLOSING: Occasion = Occasion {
    name: "Reunión de cierre",
    the_name: "la reunión de cierre",
    for_sponsor: "Nos reunimos para mirar atrás a lo logrado, nombrar lo que ha cambiado y lo que \
                  queda, y acordar quién apoyará lo que viene.",
    for_coachee: "Es momento de decir, con tus palabras, qué has hecho de este tiempo: qué se \
                  logró, qué cambió, qué queda y qué te ayudaría a mantenerlo vivo.",
    agenda: &[
        ("Apertura", Coachee),
        ("Lo logrado respecto a los objetivos", Coachee),
        ("Lo que se ha visto cambiar", Sponsor),
        ("Lo que queda", CoacheeThenAll),
        ("Apoyo posterior y una fecha para mirar atrás", Sponsor),
        ("Agradecimientos y resumen", Coachee),
    ],
    sponsor_thinks: &[
        "¿Qué ha cambiado que usted atribuiría a este trabajo? Nombre un momento.",
        "¿Qué queda, y quién va a ayudar?",
        "¿Qué hará en los próximos tres meses para que dure?",
    ],
    coachee_thinks: &[
        "¿De qué te enorgulleces que nadie haya visto?",
        "¿Qué agradecimiento te gustaría recibir, y a quién quieres dar las gracias?",
        "¿Qué quieres de tu responsable cuando el coaching haya terminado?",
    ],
    coach_remembers: &[
        "Informa {coachee}, no tú.",
        "Nombra el final. Ofrece el seguimiento a los 90 y a los 120 días.",
        "El informe para la organización espera la aprobación de {coachee}.",
    ],
};

const WHEN_NEEDED: Occasion = Occasion {
    name: "Reunión a tres",
    the_name: "la reunión a tres",
    for_sponsor: "Esta reunión se ha convocado por una cuestión propia. La abre {coachee}. Nos \
                  escuchamos, decidimos lo que haya que decidir y salimos con próximos pasos \
                  claros.",
    for_coachee: "Esta reunión se ha convocado por una cuestión propia. La abres tú. Di de qué se \
                  trata antes de que nadie diga qué habría que hacer.",
    agenda: &[
        ("Por qué nos reunimos", Coachee),
        ("Cómo se ve desde la otra silla", Sponsor),
        ("Qué necesita cada parte", All),
        ("Decisiones y próximos pasos", All),
        ("Resumen", Coachee),
    ],
    sponsor_thinks: &[
        "¿Qué sería un buen resultado para usted, para {coachee} y para la organización?",
        "¿Qué sabe de primera mano y qué ha oído de otros?",
        "¿Qué está en condiciones de ofrecer?",
    ],
    coachee_thinks: &[
        "¿Qué sería un buen resultado?",
        "¿Qué está sobre la mesa y qué está fuera?",
        "¿Qué quieres que haga el coach en la sala: observar, facilitar o preguntar?",
    ],
    coach_remembers: &[
        "¿De quién es la pregunta? Dilo al empezar.",
        "No lleves mensajes de uno a otro; ve más despacio hasta que se hablen entre sí.",
        "Termina con lo decidido y con quién hace qué y cuándo.",
    ],
};
