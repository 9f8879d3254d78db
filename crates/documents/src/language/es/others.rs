//! The case sheet, the client's story, the access request and the data sheet in Spanish.

use coaching::nameless::StandsFor;
use coaching::words::{About, Detail, DocumentKind, MeetingKind, Role};

use crate::language::others::{
    AccessWords, OtherFrames, Others, RecoveryWords, SheetWords, StoryWords,
};

pub(super) static OTHERS: Others = Others {
    frame: OtherFrames {
        for_supervision: "Sin nombres",
        for_anybody: "Sin nombres",
        for_the_person: "Solo para esta persona",
        for_procurement: "Puede difundirse libremente",
        approved_nameless: "La persona acompañada ha aprobado exactamente estas palabras.",
        data_reader: "compras y protección de datos",
        supervision_reader: "supervisión",
    },
    sheet: SheetWords {
        eyebrow: "Hoja de caso para supervisión",
        title: "Un caso, sin nombres",
        people: "Quiénes participan",
        sessions: "Sesiones",
        held: "{held} celebradas de {planned} previstas, de {minutes} minutos",
        held_unplanned: "{held} celebradas",
        planned: "{planned} previstas, de {minutes} minutos",
        question: "Lo que pregunto",
        agreed: "Los objetivos acordados en común",
        goals: "Cómo se movieron los objetivos",
        meetings: "Reuniones a tres",
        promises: "Compromisos",
        positions: "Dónde está cada parte",
        first: "Primera formulación",
        in_session: "sesión {n}",
        after_session: "después de la sesión {n}",
        before_first: "antes de la sesión 1",
        present: "Presentes",
        words: "En palabras de la persona coachee",
        good_outcome: "Preparado: un buen resultado",
        wants: "Preparado: lo que quiere de su responsable",
        on_the_table: "Preparado: sobre la mesa",
        off_the_table: "Preparado: fuera de la mesa",
        debrief: "Lo que se vio después, en común",
        decided: "Se decidió",
        by_coachee: "autorizado, en palabras propias de la persona coachee",
        by_coach: "autorizado, en palabras del coach",
        about: "Sobre esta hoja",
        about_1: "Las personas, las organizaciones y los lugares se nombran por lo que son en este caso, y \
                  los días se cuentan por sesiones. Contiene lo que el acuerdo vigente permite oír en \
                  supervisión, y nada de lo que se reserva ante la persona coachee.",
        about_2: "Quien conozca el caso puede reconocerlo de todos modos. Le rogamos que devuelva o \
                  destruya esta hoja después de la supervisión.",
        scored: "Alcanzado, de −2 a +2",
        rated: "Según el coachee",
        raters: "Cambio visto por otros, de −3 a +3",
        of_raters: "{mean}, {n} personas",
        none_yet: "Nada de este caso puede contarse todavía en supervisión, o no hay nada anotado.",
    },
    story: StoryWords {
        eyebrow: "La historia de una persona acompañada",
        title: "Lo que fue el coaching, en palabras autorizadas",
        told: "Exactamente con estas palabras",
        by_client: "La persona acompañada",
        by_coach: "El coach, en palabras que la persona acompañada aprobó",
        about: "Cómo llegó a contarse",
        about_1: "El coaching es confidencial. La persona de quien es esta historia eligió estas palabras, \
                  las autorizó para que cualquiera las lea y aprobó esta página tal como está. Nada se ha \
                  añadido, y nada debería leerse en lo que no está aquí.",
    },
    access: AccessWords {
        eyebrow: "Lo que se guarda sobre {name}",
        title: "Todo lo que se guarda sobre usted",
        lead: "Usted preguntó qué guarda sobre usted el archivo de su coach. Esto es todo, a fecha de \
               {date}. Donde algo tocaría la confianza de otra persona, se ha omitido o abreviado; \
               cuántas veces y por qué se dice al final.",
        you: "Sobre usted como persona",
        engagement: "En el coaching «{name}»",
        another: "En otro coaching",
        role: "Su parte en él",
        left_out: "Lo que se ha omitido",
        left_out_lead: "No está en este documento, con el motivo:",
        left_out_one: "1 anotación: {reason}",
        left_out_many: "{n} anotaciones: {reason}",
        shortened: "abreviado",
        kept: "Cómo se guarda",
        kept_1: "Se guarda para llevar a cabo el coaching, en una sola carpeta cifrada en el propio equipo \
                 del coach. No se entrega copia a nadie salvo según las reglas que establece el acuerdo de \
                 coaching.",
        kept_2: "Usted puede pedir que se corrija lo que sea erróneo y que se borre lo que ya no haga \
                 falta, y puede reclamar ante la autoridad de protección de datos.",
        nothing: "No se guarda nada más sobre usted.",
        data_eyebrow: "Hoja de datos",
        data_title: "Cómo se tratan los datos",
    },
    recovery: RecoveryWords {
        eyebrow: "Clave de recuperación",
        title: "Si se pierde la contraseña",
        reader: "solo para el coach",
        secret: "Secreto: guárdese bajo llave",
        key: "La clave",
        lead: "Quien tenga esta hoja y una copia de la bóveda puede leer todo lo que contiene, sin la \
               contraseña.",
        reading: "Ocho grupos de cinco caracteres. No contiene las letras I, L, O ni U: lo que lo parezca \
                  es un 1 o un 0. No importan las mayúsculas, los espacios ni los guiones.",
        use_it: "Cómo se usa",
        step_1: "En un equipo nuevo, instale Three Chairs y ábralo.",
        step_2: "Elija «Restore a backup» y la carpeta o la memoria con las copias. En el equipo que \
                 contiene la bóveda, elija «The passphrase is lost» donde se pide la contraseña.",
        step_3: "Escriba los ocho grupos en su orden.",
        step_4: "Elija una contraseña nueva. La clave de recuperación sigue siendo válida.",
        lost: "Una clave de recuperación nueva, o una clave de datos nueva, deja esta hoja sin valor para \
               la bóveda. Sigue abriendo las copias hechas mientras era válida: destrúyala solo con ellas.",
        keep: "Dónde guardarla",
        keep_1: "Donde guarda el pasaporte; no con el equipo ni con las copias.",
        keep_2: "Borre el archivo desde el que se imprimió esta hoja y vacíe la papelera.",
    },
    data: &[
        (
            "Qué se guarda",
            &[
                "Los nombres, cargos y datos de contacto de quienes participan; los objetivos acordados y cómo \
               cambian; fechas y notas de sesiones y reuniones; acuerdos, autorizaciones y un libro de \
               qué se comunicó a quién.",
            ],
        ),
        (
            "Dónde se guarda",
            &[
                "En una sola carpeta cifrada (SQLCipher 4, AES-256, cada página autenticada) en un solo equipo. \
               La clave está envuelta con una contraseña mediante Argon2id con al menos 64 MiB de memoria; \
               si el coach lo elige, el llavero de ese equipo guarda una segunda clave.",
                "El programa, Three Chairs, no abre ninguna conexión de red. No hay cuenta, servidor, servicio \
               en la nube, telemetría, encargado ni subencargado del tratamiento. Nada se envía a un modelo \
               de lenguaje.",
            ],
        ),
        (
            "Quién puede saber qué",
            &[
                "Cada proceso tiene un acuerdo que dice, para cada tema y cada papel, qué puede compartirse: \
               lo que no se nombra, no se comparte. El programa hace todo documento para la organización a \
               partir de lo que ese acuerdo abre, y de nada más.",
                "Una preparación o un informe para la organización solo se entrega cuando la persona \
               acompañada ha aprobado exactamente sus palabras. Cada entrega se anota en un libro al que \
               solo se añade, encadenado por resúmenes criptográficos. Lo que se dice en las sesiones queda \
               entre las dos personas, salvo que la persona acompañada lo autorice; la ley, un juez o un \
               peligro grave son las excepciones, cada una motivada por escrito.",
            ],
        ),
        (
            "Qué llega a la organización",
            &[
                "Documentos sin contenido oculto: sin historial de cambios, sin marcas de tiempo, sin rastro de \
               lo omitido. Después rigen las normas de la propia organización.",
            ],
        ),
        (
            "Cuánto tiempo, y derechos",
            &[
                "Toda persona nombrada puede pedir cuanto se guarda sobre ella; el programa lo reúne de todos \
               los procesos. El plazo de conservación consta en el acuerdo de coaching. El coach borra y hace \
               copias a mano: hoy el programa no hace ninguna de las dos cosas por sí mismo.",
            ],
        ),
        (
            "Qué no se promete",
            &[
                "Un archivo entregado o exportado es un archivo corriente. Ningún programa protege contra \
               software malicioso en el equipo ni contra quien tenga la contraseña.",
            ],
        ),
    ],
    stands_for,
    contracted: &[
        ("a ", "el ", "al "),
        ("de ", "el ", "del "),
        ("A ", "el ", "Al "),
        ("De ", "el ", "Del "),
    ],
    meeting,
    about,
    detail,
    document,
};

fn stands_for(what: StandsFor) -> &'static str {
    match what {
        StandsFor::Coach => "el coach",
        StandsFor::Coachee => "la persona coachee",
        StandsFor::Party { role, number: None } => match role {
            Role::Coachee => "la persona coachee",
            Role::Sponsor => "el sponsor",
            Role::LineManager => "la persona responsable",
            Role::HrPartner => "recursos humanos",
            Role::Stakeholder => "la parte interesada",
            Role::Supervisor => "la supervisión",
        },
        StandsFor::Party {
            role,
            number: Some(_),
        } => match role {
            Role::Coachee => "coachee {n}",
            Role::Sponsor => "el sponsor {n}",
            Role::LineManager => "la persona responsable {n}",
            Role::HrPartner => "recursos humanos {n}",
            Role::Stakeholder => "la parte interesada {n}",
            Role::Supervisor => "la supervisión {n}",
        },
        StandsFor::Somebody => "alguien",
        StandsFor::Organisation { number: None } => "la organización",
        StandsFor::Organisation { number: Some(_) } => "la organización {n}",
        StandsFor::Place => "el lugar",
        StandsFor::Contact => "un dato de contacto",
    }
}

fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Before => "reunión previa",
        MeetingKind::Contracting => "reunión de acuerdo",
        MeetingKind::MidPoint => "reunión intermedia",
        MeetingKind::Closing => "reunión de cierre",
        MeetingKind::WhenNeeded => "reunión convocada cuando hizo falta",
    }
}

fn about(about: About) -> &'static str {
    match about {
        About::Details => "sobre usted",
        About::Said => "lo dijo usted, o se anotó como su punto de vista",
        About::Promised => "es un compromiso suyo",
        About::Told => "se le comunicó a usted",
        About::TheirRecord => "del archivo de su coaching",
        About::NamesThem => "se le nombra a usted",
    }
}

fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "Nombre",
        Detail::Called => "Le llaman",
        Detail::Title => "Cargo",
        Detail::Organisation => "Organización",
        Detail::Mail => "Correo",
        Detail::Phone => "Teléfono",
        Detail::Relation => "Relación con la persona acompañada",
    }
}

fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Brief => "Se entregó una preparación.",
        DocumentKind::Summary => "Se entregó un informe.",
        DocumentKind::Agreement => "Se entregó un acuerdo.",
        DocumentKind::CaseSheet => "Se entregó una hoja de caso sin nombres.",
        DocumentKind::ClientStory => "Se entregó una historia sin nombres.",
        DocumentKind::Access => "Se entregó una respuesta a una petición de acceso.",
        DocumentKind::TalkingPoints => "Se entregaron unos puntos para la conversación.",
        DocumentKind::Minutes => "Se entregó el acta de una reunión.",
        DocumentKind::Invitation => "Se entregó la invitación a una reunión.",
    }
}
