//! A certificate of disposal, in Spanish.

use coaching::words::{DisposalRule, KeptPart};

use crate::language::retention::RetentionWords;

pub(super) static RETENTION: RetentionWords = RetentionWords {
    eyebrow: "Para el archivo del coach",
    title: "Certificado de destrucción",
    whose_eyes: "no contiene nada de lo destruido",
    lead: "Lo que aquí figura se ha eliminado para siempre de la bóveda del coach. Esta página dice \
           cuánto era y conforme a qué regla, y nada de lo que decía.",
    number: "Certificado",
    engagement: "Proceso",
    day: "Destruido el",
    part: "Qué",
    rule: "Conforme a qué regla",
    what: "Lo destruido",
    columns: ["Clase", "Elementos", "SHA-256"],
    how: "Cada resumen criptográfico es el de la lista de esa clase tal como la da una exportación: JSON \
          sin espacios, con los campos ordenados por su nombre. Quien tenga una copia puede comprobar si \
          es lo que se destruyó; nadie puede leerlo a partir del resumen.",
    part_of: |part| match part {
        KeptPart::Reflective => "las notas reflexivas",
        KeptPart::Record => "el registro entero, con su libro de comunicaciones",
    },
    rule_of: |rule| match rule {
        DisposalRule::Clock => "había pasado el tiempo durante el que debía guardarse",
        DisposalRule::Asked => "lo pidió la persona acompañada",
    },
    kinds: &[
        ("agreements", "acuerdos"),
        ("approvals", "aprobaciones"),
        ("assessments", "evaluaciones"),
        ("beliefs", "creencias"),
        ("clashes", "desencuentros"),
        ("commitments", "compromisos"),
        ("engagement", "proceso"),
        ("expectations", "expectativas"),
        ("feedback", "comentarios"),
        ("follow_ups", "seguimientos"),
        ("goals", "objetivos"),
        ("holds", "retenciones"),
        ("insights", "descubrimientos"),
        ("ledger", "entradas del libro"),
        ("masks", "decisiones sobre nombres"),
        ("meetings", "reuniones"),
        ("meetings.reflective", "notas reflexivas de reuniones"),
        ("organisations", "organizaciones"),
        ("parties", "partes"),
        ("people", "personas"),
        ("positions", "posturas"),
        ("practices", "prácticas"),
        ("priorities", "prioridades"),
        ("progress", "notas sobre el avance"),
        ("purpose", "propósito"),
        ("reflections", "reflexiones"),
        ("releases", "autorizaciones"),
        ("removed", "elementos eliminados"),
        ("rounds", "rondas de valoración"),
        ("scores", "puntuaciones"),
        ("self_ratings", "autovaloraciones"),
        ("sessions", "sesiones"),
        ("sessions.reflective", "notas reflexivas de sesiones"),
        ("sponsor_contacts", "contactos con el patrocinador"),
        ("supervision", "marcas para la supervisión"),
        ("support_needed", "apoyo necesario"),
        ("tellings", "comunicaciones"),
        ("themes", "temas"),
        ("threads", "hilos"),
        ("ties", "vínculos"),
    ],
};
