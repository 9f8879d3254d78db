//! How long things are kept, and what goes with the reflective notes.

use coaching::check::faults;
use coaching::closing::{Keeps, clocks};
use coaching::retention::{Hold, Standing, has_reflections, retention, without_reflections};
use coaching::seat::seat;
use coaching::words::{Rule, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

fn hold(engagement: &str, on: &str, lifted: Option<&str>) -> Hold {
    Hold {
        id: id("hold"),
        engagement: id(engagement),
        on: day(on),
        reason: "A complaint was made.".to_owned(),
        lifted: lifted.map(day),
    }
}

#[test]
fn a_hold_stops_both_clocks_until_it_is_lifted_and_no_longer() {
    let mut case = case();
    let e = &mut case.engagement;
    let of = e.id.to_string();
    e.reflections = vec![note("thought", "2026-05-01", "I was too quick.")];
    let keeps = Keeps::default();
    let on = |e: &_, holds: &[Hold], on: &str| {
        let standing = retention(e, keeps, holds, day(on));
        (standing.reflective, standing.record)
    };
    assert_eq!(
        on(e, &[], "2026-08-01"),
        (Standing::Running, Standing::Running)
    );
    e.ended = Some(day("2026-07-31"));
    let (notes, record) = (day("2026-10-31"), day("2033-07-31"));
    let kept = (Standing::Kept(notes), Standing::Kept(record));
    assert_eq!(on(e, &[], "2026-10-30"), kept);
    let due = (Standing::Due(notes), Standing::Kept(record));
    assert_eq!(on(e, &[], "2026-10-31"), due);
    let held = (Standing::Held, Standing::Held);
    let stands = [hold(&of, "2026-09-01", Some("2026-12-01"))];
    assert_eq!(on(e, &stands, "2026-10-31"), held);
    // On the day on which it is lifted, what came due meanwhile is due.
    assert_eq!(on(e, &stands, "2026-12-01"), due);
    assert_eq!(on(e, &stands, "2026-08-31"), kept);
    // Somebody else's hold holds nothing here.
    assert_eq!(
        on(e, &[hold("another", "2026-09-01", None)], "2026-10-31"),
        due
    );
    e.reflections.clear();
    let gone = (Standing::Gone, Standing::Due(record));
    assert_eq!(on(e, &[], "2033-07-31"), gone);
}

proptest! {
    #![proptest_config(cases(96))]

    /// What is due stays due, and is due from the day that the clock names, unless it is held.
    #[test]
    fn what_is_due_is_due_from_the_day_of_the_clock(record in vec(any::<u16>(), 100..1500)) {
        let tape = &mut Tape::new(&record);
        let case = any_case(tape);
        let on = a_day(tape);
        let e = &case.engagement;
        let standing = retention(e, case.keeps, &[], on);
        prop_assert_eq!(standing.clocks, clocks(e, case.keeps, on));
        match (standing.record, standing.clocks) {
            (Standing::Running, None) => {}
            (Standing::Kept(until), Some(clocks)) => {
                prop_assert!(until == clocks.record && on < until);
            }
            (Standing::Due(until), Some(clocks)) => {
                prop_assert!(until == clocks.record && until <= on);
            }
            other => prop_assert!(false, "{other:?}"),
        }
        prop_assert_eq!(standing.reflective == Standing::Gone, !has_reflections(e));
    }

    /// Where nobody but the coach could see that there were reflective notes, nobody can see that they
    /// went.
    #[test]
    fn without_its_reflective_notes_an_engagement_is_the_same_to_everybody_else(
        record in vec(any::<u16>(), 100..1500)
    ) {
        let tape = &mut Tape::new(&record);
        let mut case = any_case(tape);
        let on = a_day(tape);
        let versions = case.engagement.agreements.iter_mut();
        for boundary in versions.flat_map(|version| &mut version.boundaries) {
            if boundary.topic == Topic::Reflections {
                boundary.rule = Rule::Confidential;
            }
        }
        let fitted = faults(&case.engagement).is_empty();
        let parties: Vec<_> = case.engagement.parties.iter().map(|p| p.id.clone()).collect();
        let seen = |case: &_| -> Vec<_> {
            parties.iter().map(|party| seat(case, party, on)).collect()
        };
        let before = seen(&case);
        let left = without_reflections(&case.engagement);
        prop_assert!(!has_reflections(&left));
        prop_assert_eq!(&without_reflections(&left), &left);
        prop_assert!(!fitted || faults(&left).is_empty());
        case.engagement = left;
        prop_assert_eq!(seen(&case), before);
    }
}
