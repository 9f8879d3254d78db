//! The field's words in English.

use coaching::drift::DriftKind;
use coaching::words::{
    CoachDoes, CommitmentStatus, GoalStatus, Prompt, Role, Rule, ShiftKind, Stance, TellingState,
    Topic,
};

pub(super) fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Engagement => "that the coaching takes place",
        Topic::Attendance => "session dates",
        Topic::Fees => "fees",
        Topic::BaselineGoals => "goals as agreed together",
        Topic::CurrentGoals => "goals as they stand",
        Topic::Progress => "progress",
        Topic::Themes => "themes of the work",
        Topic::Commitments => "promises",
        Topic::SupportNeeded => "support needed",
        Topic::Purpose => "sense of direction",
        Topic::Insights => "insights",
        Topic::Practices => "practices between sessions",
        Topic::SessionContent => "what is said in sessions",
        Topic::Assessments => "assessments",
        Topic::FeedbackCombined => "feedback, combined",
        Topic::FeedbackVerbatim => "one person’s feedback",
        Topic::Alignment => "expectations and views",
        Topic::SponsorContact => "what others told the coach",
        Topic::MeetingOutcomes => "what meetings decided",
        Topic::Reflections => "the coach’s reflections",
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Coachee => "coachee",
        Role::Sponsor => "sponsor",
        Role::LineManager => "line manager",
        Role::HrPartner => "HR partner",
        Role::Stakeholder => "stakeholder",
        Role::Supervisor => "supervisor",
    }
}

pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "The coach may say",
        Rule::WithConsent => "Only in words you released",
        Rule::CoacheeShares => "Only you say",
        Rule::Confidential => "Stays between us",
    }
}

pub(super) fn rule_short(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "shared",
        Rule::WithConsent => "only in released words",
        Rule::CoacheeShares => "only the coachee says it",
        Rule::Confidential => "confidential",
    }
}

pub(super) fn drift(kind: DriftKind) -> &'static str {
    match kind {
        DriftKind::Unchanged => "as agreed",
        DriftKind::Clarified => "clarified",
        DriftKind::Shifted => "shifted",
        DriftKind::Replaced => "replaced",
        DriftKind::Split => "became several",
        DriftKind::Merged => "went into another",
        DriftKind::Paused => "resting",
        DriftKind::Achieved => "achieved",
        DriftKind::LetGo => "let go",
        DriftKind::New => "new",
    }
}

pub(super) fn shift(kind: ShiftKind) -> &'static str {
    match kind {
        ShiftKind::Clarified => "Clarified",
        ShiftKind::Morphed => "Moved in meaning",
        ShiftKind::ReScoped => "Larger or smaller",
        ShiftKind::Reprioritised => "Another place in the order",
        ShiftKind::Replaced => "Replaced",
        ShiftKind::Split => "Became several",
        ShiftKind::Merged => "Went into another",
        ShiftKind::Paused => "Put to rest",
        ShiftKind::Resumed => "Taken up again",
        ShiftKind::Achieved => "Achieved",
        ShiftKind::LetGo => "Let go",
    }
}

pub(super) fn status(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Emerging => "taking shape",
        GoalStatus::Active => "being worked on",
        GoalStatus::Paused => "resting",
        GoalStatus::Achieved => "achieved",
        GoalStatus::LetGo => "let go",
        GoalStatus::Replaced => "replaced",
    }
}

pub(super) fn prompt(prompt: Prompt) -> Option<&'static str> {
    match prompt {
        Prompt::Insight => Some("An insight"),
        Prompt::Event => Some("Something that happened"),
        Prompt::Stakeholder => Some("Somebody whose view matters"),
        Prompt::Organisation => Some("A change in the organisation"),
        Prompt::Unsaid => None,
    }
}

pub(super) fn telling(state: TellingState) -> &'static str {
    match state {
        TellingState::NotDiscussed => "has not been told; not yet spoken about",
        TellingState::Deciding => "has not been told; still being decided, since {since}",
        TellingState::WillTell => "has not been told; to be told by {by}",
        TellingState::Told => "told on {since}",
        TellingState::Agreed => "agreed together on {since}",
        TellingState::Private => "kept private, since {since}",
    }
}

pub(super) fn promise(status: CommitmentStatus) -> &'static str {
    match status {
        CommitmentStatus::Open => "open",
        CommitmentStatus::Kept => "kept",
        CommitmentStatus::LetGo => "let go",
    }
}

pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Champion => "pushes for it",
        Stance::Supportive => "in favour",
        Stance::Unsure => "undecided",
        Stance::Sceptical => "doubtful",
        Stance::Conflicting => "wants something else",
        Stance::Unknown => "not known",
    }
}

pub(super) fn coach_does(does: CoachDoes) -> &'static str {
    match does {
        CoachDoes::Observe => "Observes in silence",
        CoachDoes::Facilitate => "Facilitates",
        CoachDoes::Clarify => "Asks clarifying questions",
    }
}
