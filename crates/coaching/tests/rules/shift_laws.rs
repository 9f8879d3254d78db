//! The laws of shifts that hold for every sequence of entries, whatever was tried (`docs/goals.md`).

use std::collections::BTreeSet;

use coaching::check::faults;
use coaching::day::Day;
use coaching::drift::{DriftKind, drift};
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::GoalId;
use coaching::lineage::{ancestors, became, came_out_of, descendants};
use coaching::order::{going_on, place_at, rank, spread};
use coaching::record::Engagement;
use coaching::shifting::{FilledIn, Refusal, fill_in, take_back};
use coaching::words::{GoalStatus, Prompt, ShiftKind};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::shift_laws_diary::{Entry, attempts, goal_id, record, record_all, welcome};
use crate::support::build::{agreed, held, id, text};
use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;

fn last() -> Day {
    nth(DAYS - 1)
}

/// The goals without the order in which they and their versions were entered, and without the moments.
fn history(e: &Engagement) -> Vec<Goal> {
    let mut goals = e.goals.clone();
    for goal in &mut goals {
        goal.versions.sort_by_key(|version| version.on);
        for version in &mut goal.versions {
            version.recorded = crate::support::build::morning(version.on);
        }
    }
    goals.sort_by(|a, b| a.id.cmp(&b.id));
    goals
}

/// The same with what had taken effect by a day alone.
fn history_until(e: &Engagement, on: Day) -> Vec<Goal> {
    let mut goals = history(e);
    for goal in &mut goals {
        goal.versions.retain(|version| version.on <= on);
    }
    goals.retain(|goal| !goal.versions.is_empty());
    goals
}

/// What must be so of every goal.
fn sound(e: &Engagement) {
    assert_eq!(faults(e), []);
    for goal in &e.goals {
        assert!(!goal.versions.is_empty());
        let days: BTreeSet<Day> = goal.versions.iter().map(|v| v.on).collect();
        assert_eq!(days.len(), goal.versions.len(), "two versions on one day");
        assert!(!ancestors(e, &goal.id, last()).contains(&goal.id));
        let mut versions: Vec<&GoalVersion> = goal.versions.iter().collect();
        versions.sort_by_key(|version| version.on);
        for (n, version) in versions.iter().enumerate() {
            let ended = !version.status.goes_on();
            assert!(
                !ended || n + 1 == versions.len(),
                "it went on after its end"
            );
            let shift = version.shift.as_ref().map(|shift| shift.kind);
            assert_eq!(shift.is_none(), n == 0);
            let took_shape = matches!(
                shift,
                Some(ShiftKind::Clarified | ShiftKind::Morphed | ShiftKind::ReScoped)
            );
            assert!(!took_shape || version.status != GoalStatus::Emerging);
        }
    }
}

fn versions(e: &Engagement) -> Vec<(GoalId, GoalVersion)> {
    let goals = e.goals.iter();
    goals
        .flat_map(|goal| goal.versions.iter().map(|v| (goal.id.clone(), v.clone())))
        .collect()
}

/// A meeting on a day that agrees every goal as it stands there.
fn agree_all(e: &mut Engagement, on: Day) {
    let mut meeting = held("agreed", "2026-03-01", &[]);
    meeting.on = on;
    let goals = e.goals.iter();
    meeting.agreed = goals
        .filter_map(|goal| Some((goal, goal.on(on)?)))
        .map(|(goal, now)| agreed(goal.id.as_str(), now.id.as_str(), "As it stands"))
        .collect();
    e.meetings.push(meeting);
}

fn kinds(e: &Engagement) -> Vec<(GoalId, DriftKind, Option<Day>)> {
    let rows = drift(e, last());
    rows.into_iter()
        .map(|row| (row.goal.id.clone(), row.kind, row.since))
        .collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_sequence_of_attempts_makes_an_unsound_history(tape in vec(any::<u16>(), 20..400)) {
        let entries = attempts(&mut Tape::new(&tape));
        let (mut e, mut refused) = (crate::shift_laws_diary::blank(), 0);
        for (moment, entry) in entries.iter().enumerate() {
            let before = e.clone();
            if record(&mut e, entry, moment).is_err() {
                refused += 1;
                prop_assert_eq!(&e, &before, "a refusal changes nothing");
            }
            sound(&e);
        }
        prop_assert!(refused < entries.len());
    }

    #[test]
    fn entries_in_any_order_give_the_same_history(
        tape in vec(any::<u16>(), 20..400),
        order in vec(any::<u16>(), 0..60),
    ) {
        let (begins, shifts) = welcome(&mut Tape::new(&tape));
        let in_order = |shifts: &[Entry]| {
            let entries = [begins.clone(), shifts.to_vec()].concat();
            let (e, taken) = record_all(&entries);
            assert_eq!(taken.len(), entries.len(), "none of these is refused");
            e
        };
        let mut by_day = shifts.clone();
        by_day.sort_by_key(Entry::on);
        let mut shuffled = shifts;
        Tape::new(&order).shuffle(&mut shuffled);
        prop_assert_eq!(history(&in_order(&by_day)), history(&in_order(&shuffled)));
    }

    #[test]
    fn the_goals_on_a_day_do_not_depend_on_entries_about_later_days(
        tape in vec(any::<u16>(), 20..400),
        n in 0..DAYS,
    ) {
        let (e, taken) = record_all(&attempts(&mut Tape::new(&tape)));
        let early: Vec<Entry> = taken.into_iter().filter(|entry| entry.on() <= nth(n)).collect();
        let (past, taken) = record_all(&early);
        prop_assert_eq!(taken.len(), early.len());
        prop_assert_eq!(history_until(&e, nth(n)), history(&past));
    }

    #[test]
    fn every_ancestor_stays_reachable(tape in vec(any::<u16>(), 20..400), n in 0..DAYS) {
        let (e, _) = record_all(&attempts(&mut Tape::new(&tape)));
        for (goal, version) in versions(&e) {
            for successor in version.shift.iter().flat_map(|shift| &shift.into) {
                let reached = ancestors(&e, successor, version.on);
                prop_assert!(reached.contains(&goal));
                prop_assert!(ancestors(&e, &goal, version.on).is_subset(&reached));
                // And for good: nothing that comes later unties them.
                prop_assert!(reached.is_subset(&ancestors(&e, successor, last())));
                let ties = came_out_of(&e, successor, version.on);
                prop_assert!(ties.iter().any(|tie| tie.goal.id == goal && tie.version.id == version.id));
                let known = e.goal(&goal).expect("a goal of the engagement");
                prop_assert!(became(&e, known, version.on).iter().any(|tie| tie.goal.id == *successor));
            }
        }
        for one in &e.goals {
            for other in &e.goals {
                let up = ancestors(&e, &one.id, nth(n)).contains(&other.id);
                let down = descendants(&e, &other.id, nth(n)).contains(&one.id);
                prop_assert_eq!(up, down);
            }
        }
    }

    #[test]
    fn filling_in_the_rest_changes_no_drift_and_overwrites_nothing(
        tape in vec(any::<u16>(), 20..400),
        which in any::<u16>(),
        n in 0..DAYS,
    ) {
        let (mut e, _) = record_all(&attempts(&mut Tape::new(&tape)));
        agree_all(&mut e, nth(n));
        let all = versions(&e);
        let (goal, version) = &all[usize::from(which) % all.len()];
        let known = e.goal(goal).expect("a goal of the engagement").clone();
        let with = FilledIn {
            reason: version.shift.as_ref().map_or(text(""), |shift| shift.reason.clone()),
            prompt: Prompt::Event,
            raised_by: None,
            session: None,
            meeting: None,
            wording: None,
        };
        let filled = fill_in(&known, &version.id, with.clone());
        prop_assert_eq!(filled.is_ok(), version.shift.is_some());
        let Ok(filled) = filled else { return Ok(()) };
        let other = FilledIn { reason: text("Another reason"), ..with };
        prop_assert_eq!(fill_in(&known, &version.id, other), Err(Refusal::Given("reason")));
        let before = kinds(&e);
        for goal in &mut e.goals {
            for old in &mut goal.versions {
                if old.id == filled.id {
                    *old = filled.clone();
                }
            }
        }
        prop_assert_eq!(before, kinds(&e));
    }

    #[test]
    fn what_is_taken_back_was_never_there(
        tape in vec(any::<u16>(), 20..400),
        last_one in vec(any::<u16>(), 20..40),
    ) {
        let (mut e, _) = record_all(&attempts(&mut Tape::new(&tape)));
        let before = e.clone();
        for entry in attempts(&mut Tape::new(&last_one)) {
            let Entry::Shifts { number, .. } = entry else { continue };
            let Entry::Shifts { goal, on, kind, worded, placed, into, .. } = entry else { continue };
            let number = number + 500;
            let entry = Entry::Shifts { number, goal, on, kind, worded, placed, into };
            if record(&mut e, &entry, 1000).is_err() {
                continue;
            }
            let known = before.goal(&goal_id(goal)).expect("a goal of the engagement");
            let late = known.versions.iter().any(|version| version.on > on);
            let taken = take_back(&e, &id(&format!("s-{number}")));
            if late {
                prop_assert_eq!(taken, Err(Refusal::HasLater));
                return Ok(());
            }
            let taken = taken.expect("nothing stands on it");
            for goal in &mut e.goals {
                goal.versions.retain(|version| !taken.versions.contains(&version.id));
            }
            e.goals.retain(|goal| !taken.goals.contains(&goal.id));
            prop_assert_eq!(e, before);
            return Ok(());
        }
    }

    #[test]
    fn a_goal_comes_to_the_rank_it_is_given_and_no_other_goals_change_places(
        tape in vec(any::<u16>(), 20..400),
        which in any::<u16>(),
        wanted in 1..7_u16,
    ) {
        let (mut e, _) = record_all(&attempts(&mut Tape::new(&tape)));
        let order = |e: &Engagement, n: usize| -> Vec<GoalId> {
            going_on(e, nth(n)).iter().map(|(goal, _)| goal.id.clone()).collect()
        };
        let before: Vec<_> = (0..DAYS).map(|n| order(&e, n)).collect();
        let now = before[DAYS - 1].clone();
        prop_assume!(!now.is_empty());
        let goal = now[usize::from(which) % now.len()].clone();
        let set = |e: &mut Engagement, version: &_, place: u16| {
            for known in e.goals.iter_mut().flat_map(|goal| &mut goal.versions) {
                if known.id == *version {
                    known.place = place;
                }
            }
        };
        if place_at(&e, &goal, wanted, last()).is_none() {
            for (version, place) in spread(&e) {
                set(&mut e, &version, place);
            }
            for (n, before) in before.iter().enumerate() {
                prop_assert_eq!(before, &order(&e, n), "on day {}", n);
            }
        }
        let place = place_at(&e, &goal, wanted, last()).expect("there is room by now");
        let version = e.goal(&goal).and_then(|g| g.on(last())).expect("it goes on").id.clone();
        set(&mut e, &version, place);
        let expected = wanted.min(now.len() as u16);
        prop_assert_eq!(rank(&e, &goal, last()), Some(expected));
        let without = |mut order: Vec<GoalId>| {
            order.retain(|id| *id != goal);
            order
        };
        prop_assert_eq!(without(now), without(order(&e, DAYS - 1)));
    }
}

#[test]
fn a_wording_entered_late_flows_on_until_a_version_has_its_own() {
    let begins = Entry::Begins {
        goal: 0,
        on: nth(0),
        emerging: true,
    };
    let shift = |number, n, kind, worded| Entry::Shifts {
        number,
        goal: 0,
        on: nth(n),
        kind,
        worded,
        placed: kind == ShiftKind::Reprioritised,
        into: vec![],
    };
    let (e, taken) = record_all(&[
        begins,
        shift(1, 4, ShiftKind::Reprioritised, false),
        shift(2, 6, ShiftKind::Clarified, true),
        shift(3, 8, ShiftKind::Paused, false),
        shift(4, 2, ShiftKind::Morphed, true),
    ]);
    assert_eq!(taken.len(), 5);
    let told: Vec<_> = history(&e)[0]
        .versions
        .iter()
        .map(|v| (v.title.for_the_coach().to_owned(), v.status))
        .collect();
    let expected = [
        ("Title of 0", GoalStatus::Emerging),
        ("Title 4", GoalStatus::Active),
        ("Title 4", GoalStatus::Active),
        ("Title 2", GoalStatus::Active),
        ("Title 2", GoalStatus::Paused),
    ];
    assert_eq!(
        told,
        expected.map(|(title, status)| (title.to_owned(), status))
    );
}
