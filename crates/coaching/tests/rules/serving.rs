//! What goals serve on a day, what nothing serves, and how far a thread has come: counted out from the
//! record.

use std::collections::BTreeSet;

use coaching::day::Day;
use coaching::direction::{
    Priority, Tie, TiedTo, moved_since, purpose, serves, serves_nothing, unserved,
};
use coaching::goals::Goal;
use coaching::ids::GoalId;
use coaching::record::Engagement;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;
use crate::support::whole::any_case;

fn holds(tie: &Tie, on: Day) -> bool {
    (tie.on..tie.until.unwrap_or(nth(DAYS + 1))).contains(&on)
}

/// Whether what the tie is tied to stands on a day.
fn stands(e: &Engagement, tie: &Tie, on: Day) -> bool {
    match &tie.to {
        TiedTo::Priority(id) => {
            let priority = e.priorities.iter().find(|each| each.id == *id);
            priority.is_some_and(|each| each.on(on).is_some())
        }
        TiedTo::Purpose(id) => e.purpose.iter().any(|note| note.id == *id && note.on <= on),
    }
}

fn going_on(e: &Engagement, on: Day) -> BTreeSet<&GoalId> {
    let goes_on = |goal: &&Goal| goal.on(on).is_some_and(|v| v.status.goes_on());
    e.goals
        .iter()
        .filter(goes_on)
        .map(|goal| &goal.id)
        .collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_goal_serves_what_stands_for_as_long_as_its_tie_holds(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        for on in (0..DAYS).map(nth) {
            for tie in &e.ties {
                prop_assert_eq!(serves(&e, tie, on), holds(tie, on) && stands(&e, tie, on));
            }
            let goals = going_on(&e, on);
            let serving = |goal: &GoalId| {
                e.ties.iter().any(|tie| tie.goal == *goal && holds(tie, on) && stands(&e, tie, on))
            };
            let idle: BTreeSet<_> = goals.iter().copied().filter(|goal| !serving(goal)).collect();
            let said: BTreeSet<_> = serves_nothing(&e, on).iter().map(|goal| &goal.id).collect();
            prop_assert_eq!(said, idle);
            let served = |priority: &Priority| e.ties.iter().any(|tie| {
                let to = TiedTo::Priority(priority.id.clone());
                holds(tie, on) && tie.to == to && goals.contains(&tie.goal)
            });
            let standing = e.priorities.iter().filter(|each| each.on(on).is_some());
            let expected: Vec<&Priority> = standing.filter(|each| !served(each)).collect();
            prop_assert_eq!(unserved(&e, on), expected);
        }
    }

    #[test]
    fn the_purpose_is_the_last_that_was_said_and_moves_what_was_tied_to_another(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        for on in (0..DAYS).map(nth) {
            let now = purpose(&e, on);
            let last = e.purpose.iter().map(|note| note.on).filter(|day| *day <= on).max();
            prop_assert_eq!(now.map(|note| note.on), last);
            for tie in &e.ties {
                let moved = match &tie.to {
                    TiedTo::Purpose(id) => now.filter(|now| now.id != *id).map(|now| now.on),
                    TiedTo::Priority(id) => {
                        let priority = e.priorities.iter().find(|each| each.id == *id);
                        let wording = priority.and_then(|each| each.on(on));
                        wording.map(|wording| wording.on).filter(|since| *since > tie.on)
                    }
                };
                prop_assert_eq!(moved_since(&e, tie, on), moved);
            }
        }
    }

    #[test]
    fn a_thread_is_what_was_linked_and_seen_by_the_day_oldest_first(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        for on in (0..DAYS).map(nth) {
            for thread in &e.threads {
                let linked = e.insights.iter().filter(|note| thread.insights.contains(&note.id));
                let mut seen: Vec<_> = linked.filter(|note| note.on <= on).collect();
                seen.sort_by_key(|note| (note.on, note.id.clone()));
                prop_assert_eq!(thread.up_to(&e, on), seen);
            }
        }
    }
}
