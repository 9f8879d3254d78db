//! Words on a closed topic turn up nowhere: not in a view, not in what a program prints of a record.

use coaching::seat::seat;
use coaching::words::{Role, Rule, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::maker::mark;
use crate::support::statement::Sees;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

/// Topics on which nobody but the coach and the coachee has said or decided anything.
const NEVER_OWN: &[Topic] = &[
    Topic::Reflections,
    Topic::SessionContent,
    Topic::SponsorContact,
    Topic::CurrentGoals,
    Topic::Fees,
];

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_sponsors_side_sees_no_word_on_a_closed_topic(
        record in vec(any::<u16>(), 100..900),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in case.engagement.parties.iter().filter(|p| p.role != Role::Coachee) {
            let sees = Sees::new(&case, &party.id, on);
            let view = seat(&case, &party.id, on).expect("a party");
            let json = serde_json::to_string(&view).expect("plain data");
            for &topic in NEVER_OWN.iter().filter(|&&topic| !sees.open(topic)) {
                prop_assert!(!json.contains(&mark(topic)), "{topic:?} in {json}");
            }
            for &topic in Topic::ALL.iter().filter(|&&t| sees.rule(t) == Rule::Confidential) {
                let released = mark(topic).replacen('#', "#released-", 1);
                prop_assert!(sees.coachee || !json.contains(&released), "{topic:?} in {json}");
            }
        }
    }

    #[test]
    fn debug_shows_no_word_of_any_text(record in vec(any::<u16>(), 100..900)) {
        let case = any_case(&mut Tape::new(&record));
        let kept = serde_json::to_string(&case.engagement).expect("plain data");
        let printed = format!("{case:?}");
        for &topic in Topic::ALL {
            let released = mark(topic).replacen('#', "#released-", 1);
            prop_assert!(!printed.contains(&mark(topic)), "{topic:?}");
            prop_assert!(!printed.contains(&released), "{topic:?}");
        }
        prop_assert!(!printed.contains("#ledger#"));
        prop_assert!(kept.contains('#'), "there were words to be shown");
    }
}
