//! Today's list (`docs/day.md`): its order, and that what was put off comes back.

use coaching::day::Day;
use coaching::today::{Line, Urgency, gather, sort};
use coaching::words::Role;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::support::build::{agreement, case, day, party};
use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;
use crate::support::whole::any_case;

fn keys(lines: &[Line<'_>]) -> Vec<String> {
    lines.iter().map(Line::key).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_order_does_not_depend_on_where_lines_came_from(
        record in vec(any::<u16>(), 100..1300),
        turn in any::<prop::sample::Index>(),
        on in 0..DAYS,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let mut lines = gather(&case, nth(on));
        let mut turned = lines.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
            turned.reverse();
        }
        sort(&mut lines);
        sort(&mut turned);
        prop_assert_eq!(keys(&lines), keys(&turned));
        let ranks: Vec<_> = lines.iter().map(|line| line.urgency).collect();
        prop_assert!(ranks.is_sorted(), "{ranks:?}");
    }

    #[test]
    fn each_line_has_a_key_of_its_own(record in vec(any::<u16>(), 100..1300), on in 0..DAYS) {
        let case = any_case(&mut Tape::new(&record));
        let mut keys = keys(&gather(&case, nth(on)));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), all);
    }

    /// As long as nothing else is recorded, a line that is there on two days is no less pressing later.
    #[test]
    fn a_line_does_not_sink_by_getting_older(
        record in vec(any::<u16>(), 100..1300),
        on in 0..DAYS - 1,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let later = gather(&case, nth(on + 1));
        for line in gather(&case, nth(on)) {
            // What was to take place is another thing once its day has passed.
            let same = later.iter().find(|other| other.key() == line.key());
            if let Some(other) = same.filter(|other| other.on == line.on) {
                prop_assert!(other.urgency <= line.urgency, "{}", line.key());
            }
        }
    }

    #[test]
    fn what_is_put_off_comes_back_on_that_day_or_on_its_own(
        record in vec(any::<u16>(), 100..1300),
        on in 0..DAYS,
        ahead in 0u64..40,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let today = nth(on);
        let wanted = today.date() + chrono::Days::new(ahead);
        let wanted = Day::new(wanted).expect("a day");
        for line in gather(&case, today) {
            let until = line.away_until(wanted, today);
            let may = ahead > 0 && line.urgency != Urgency::Now;
            prop_assert_eq!(until.is_some(), may);
            let Some(until) = until else { continue };
            prop_assert!(until <= wanted);
            prop_assert!(line.is_away(Some(until), today));
            prop_assert!(!line.is_away(Some(until), until));
            if let Some(own) = line.on.filter(|own| *own > today) {
                prop_assert!(until <= own);
            }
        }
    }
}

/// Nothing of an agreement that the coachee never assented to comes into force by their leaving.
#[test]
fn a_draft_stays_one_when_the_coachee_has_left() {
    let mut case = case();
    case.engagement.parties.push(party("ingrid", Role::Sponsor));
    let mut draft = agreement("2026-03-01", vec![]);
    draft.assents.clear();
    case.engagement.agreements = vec![draft];
    case.engagement.parties[0].left = Some(day("2026-03-10"));
    for on in ["2026-03-09", "2026-03-10"] {
        let lines = gather(&case, day(on));
        let mut lines = lines.iter();
        let line = lines.find(|line| line.about.word() == "assent");
        assert_eq!(line.map(|line| line.urgency), Some(Urgency::Trust), "{on}");
    }
}

/// The properties above say nothing if the lists are empty.
#[test]
fn every_kind_of_line_is_reached() {
    let mut kinds = std::collections::BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..400 {
        let tape = vec(any::<u16>(), 600..1300)
            .new_tree(&mut runner)
            .expect("a tape")
            .current();
        let case = any_case(&mut Tape::new(&tape));
        for on in 0..DAYS {
            kinds.extend(gather(&case, nth(on)).iter().map(|line| line.about.word()));
        }
    }
    for kind in [
        "session",
        "meeting",
        "open-session",
        "open-meeting",
        "telling",
        "withheld",
        "assent",
        "commitment",
    ] {
        assert!(kinds.contains(kind), "{kind}: only {kinds:?}");
    }
}
