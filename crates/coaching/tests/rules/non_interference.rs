//! Non-interference: two histories that differ only in what a chair may not see give that chair the
//! same bytes.

use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::record::Case;
use coaching::seat::seat;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::entry::again;
use crate::support::tape::Tape;
use crate::support::unseen::changed;
use crate::support::whole::{a_day, any_case};

fn json(case: &Case, chair: &PartyId, on: Day) -> String {
    let view = seat(case, chair, on).expect("a party of the engagement");
    serde_json::to_string_pretty(&view).expect("a view is plain data")
}

/// Fails with the lines around the first difference.
fn same(chair: &PartyId, a: &str, b: &str) -> Result<(), TestCaseError> {
    let differs = a.lines().zip(b.lines()).position(|(a, b)| a != b);
    let around = |text: &str| -> String {
        let from = differs.unwrap_or(0).saturating_sub(12);
        text.lines()
            .skip(from)
            .take(16)
            .collect::<Vec<_>>()
            .join("\n")
    };
    prop_assert!(a == b, "{chair} sees\n{}\nor\n{}", around(a), around(b));
    Ok(())
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn what_a_chair_may_not_see_changes_no_byte(
        record in vec(any::<u16>(), 100..1300),
        change in vec(any::<u16>(), 0..2000),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            let mut tape = Tape::new(&change);
            let other = changed(&case, &party.id, on, &mut tape);
            same(&party.id, &json(&case, &party.id, on), &json(&other, &party.id, on))?;
            // And entered again, under other ids and in another order.
            let (other, chair) = again(&other, &party.id, &mut tape);
            same(&party.id, &json(&case, &party.id, on), &json(&other, &chair, on))?;
        }
    }

    #[test]
    fn ids_and_the_order_of_entry_change_no_byte(
        record in vec(any::<u16>(), 100..1300),
        change in vec(any::<u16>(), 0..600),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            let (other, chair) = again(&case, &party.id, &mut Tape::new(&change));
            same(&party.id, &json(&case, &party.id, on), &json(&other, &chair, on))?;
        }
    }
}
