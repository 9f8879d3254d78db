//! The field's words in Spanish.

use coaching::drift::DriftKind;
use coaching::words::{
    CoachDoes, CommitmentStatus, GoalStatus, Prompt, Role, Rule, ShiftKind, Stance, TellingState,
    Topic,
};

pub(super) fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Engagement => "que existe el coaching",
        Topic::Attendance => "fechas de las sesiones",
        Topic::Fees => "honorarios",
        Topic::BaselineGoals => "objetivos acordados en común",
        Topic::CurrentGoals => "objetivos tal como están",
        Topic::Progress => "avances",
        Topic::Themes => "temas del trabajo",
        Topic::Commitments => "compromisos",
        Topic::SupportNeeded => "apoyo necesario",
        Topic::Purpose => "sentido de dirección",
        Topic::Insights => "comprensiones",
        Topic::Practices => "prácticas entre sesiones",
        Topic::SessionContent => "lo que se dice en las sesiones",
        Topic::Assessments => "evaluaciones",
        Topic::FeedbackCombined => "comentarios recibidos, en conjunto",
        Topic::FeedbackVerbatim => "comentarios de una sola persona",
        Topic::Alignment => "expectativas y puntos de vista",
        Topic::SponsorContact => "lo que otros contaron al coach",
        Topic::MeetingOutcomes => "lo que decidieron las reuniones",
        Topic::Reflections => "reflexiones del coach",
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Coachee => "coachee",
        Role::Sponsor => "sponsor",
        Role::LineManager => "responsable directo",
        Role::HrPartner => "recursos humanos",
        Role::Stakeholder => "parte interesada",
        Role::Supervisor => "supervisión",
    }
}

pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "El coach puede decir",
        Rule::WithConsent => "Solo con palabras que autorizaste",
        Rule::CoacheeShares => "Solo lo dices tú",
        Rule::Confidential => "Queda entre nosotros",
    }
}

pub(super) fn rule_short(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "compartido",
        Rule::WithConsent => "solo con palabras autorizadas",
        Rule::CoacheeShares => "solo lo dice coachee",
        Rule::Confidential => "confidencial",
    }
}

pub(super) fn drift(kind: DriftKind) -> &'static str {
    match kind {
        DriftKind::Unchanged => "como se acordó",
        DriftKind::Clarified => "precisado",
        DriftKind::Shifted => "desplazado",
        DriftKind::Replaced => "sustituido",
        DriftKind::Split => "convertido en varios",
        DriftKind::Merged => "unido a otro",
        DriftKind::Paused => "en pausa",
        DriftKind::Achieved => "logrado",
        DriftKind::LetGo => "dejado ir",
        DriftKind::New => "nuevo",
    }
}

pub(super) fn shift(kind: ShiftKind) -> &'static str {
    match kind {
        ShiftKind::Clarified => "Precisado",
        ShiftKind::Morphed => "Cambió de sentido",
        ShiftKind::ReScoped => "Más amplio o más acotado",
        ShiftKind::Reprioritised => "Otro lugar en el orden",
        ShiftKind::Replaced => "Sustituido",
        ShiftKind::Split => "Se convirtió en varios",
        ShiftKind::Merged => "Se unió a otro",
        ShiftKind::Paused => "En pausa",
        ShiftKind::Resumed => "Retomado",
        ShiftKind::Achieved => "Logrado",
        ShiftKind::LetGo => "Dejado ir",
    }
}

pub(super) fn status(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Emerging => "tomando forma",
        GoalStatus::Active => "en marcha",
        GoalStatus::Paused => "en pausa",
        GoalStatus::Achieved => "logrado",
        GoalStatus::LetGo => "dejado ir",
        GoalStatus::Replaced => "sustituido",
    }
}

pub(super) fn prompt(prompt: Prompt) -> Option<&'static str> {
    match prompt {
        Prompt::Insight => Some("Una comprensión"),
        Prompt::Event => Some("Algo que ocurrió"),
        Prompt::Stakeholder => Some("Alguien cuya mirada importa"),
        Prompt::Organisation => Some("Un cambio en la organización"),
        Prompt::Unsaid => None,
    }
}

pub(super) fn telling(state: TellingState) -> &'static str {
    match state {
        TellingState::NotDiscussed => "no lo sabe; aún no se ha hablado de ello",
        TellingState::Deciding => "no lo sabe; decisión pendiente, desde el {since}",
        TellingState::WillTell => "no lo sabe; se le contará antes del {by}",
        TellingState::Told => "lo sabe desde el {since}",
        TellingState::Agreed => "acordado en común el {since}",
        TellingState::Private => "reservado, desde el {since}",
    }
}

pub(super) fn promise(status: CommitmentStatus) -> &'static str {
    match status {
        CommitmentStatus::Open => "en pie",
        CommitmentStatus::Kept => "cumplido",
        CommitmentStatus::LetGo => "dejado ir",
    }
}

pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Champion => "lo impulsa",
        Stance::Supportive => "a favor",
        Stance::Unsure => "sin decidir",
        Stance::Sceptical => "con dudas",
        Stance::Conflicting => "quiere otra cosa",
        Stance::Unknown => "no se sabe",
    }
}

pub(super) fn coach_does(does: CoachDoes) -> &'static str {
    match does {
        CoachDoes::Observe => "Observa en silencio",
        CoachDoes::Facilitate => "Facilita",
        CoachDoes::Clarify => "Hace preguntas aclaratorias",
    }
}
