//! The wording of what goes round a meeting: its invitation and its minutes; and how the time of a usual
//! agenda is weighed.

mod en;
mod es;

use coaching::words::{Language, MeetingKind};
use serde::Serialize;

wordings! {
    /// The wording of the invitation and the minutes.
    Gathering {
        invitation, minutes, was_there, agreed, decided, promised, next_meeting, no_outcome,
        invitation_lead, answer, answer_to_yourself, minutes_hold, minutes_rest, calendar_from,
        point_minutes,
    }
}

/// The wording in a language.
pub(crate) fn gathering(language: Language) -> &'static Gathering {
    match language {
        Language::English => &en::GATHERING,
        Language::Spanish => &es::GATHERING,
    }
}

/// How much of the time each point of the usual agenda takes, in its order.
pub(crate) fn weights(kind: MeetingKind) -> &'static [u16] {
    match kind {
        MeetingKind::Before => &[1, 2, 3, 3, 2, 1],
        MeetingKind::Contracting => &[1, 1, 3, 3, 3, 2, 1],
        MeetingKind::MidPoint => &[1, 3, 3, 3, 2, 2, 1],
        MeetingKind::Closing => &[1, 3, 3, 2, 2, 1],
        MeetingKind::WhenNeeded => &[2, 3, 3, 3, 1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{braces_in, words};

    #[test]
    fn each_language_says_the_same() {
        let english = serde_json::to_value(&en::GATHERING).unwrap();
        for language in Language::ALL {
            let theirs = serde_json::to_value(gathering(*language)).unwrap();
            for (name, ours) in english.as_object().unwrap() {
                let said = theirs[name].as_str().unwrap();
                assert!(!said.is_empty(), "{name}");
                assert_eq!(braces_in(ours.as_str().unwrap()), braces_in(said), "{name}");
            }
        }
    }

    #[test]
    fn every_point_of_a_usual_agenda_has_its_weight() {
        for language in Language::ALL {
            for kind in MeetingKind::ALL {
                let points = (words(*language).occasion)(*kind).agenda.len();
                assert_eq!(weights(*kind).len(), points, "{language:?} {kind:?}");
            }
        }
    }
}
