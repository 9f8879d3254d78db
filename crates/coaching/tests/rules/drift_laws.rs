//! Drift said a second time (`docs/goals.md`): which goals stand in it as new, what took the place of a
//! goal, and whom of which version there is to tell.

use coaching::day::Day;
use coaching::drift::{DriftKind, GoalDrift, drift};
use coaching::goals::{Goal, GoalVersion, TellingStep};
use coaching::ids::{GoalId, GoalVersionId, PartyId};
use coaching::meetings::baseline;
use coaching::record::{Case, Engagement};
use coaching::words::{GoalStatus, Role, ShiftKind};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::whole::{a_day, any_case};

fn past(goal: &Goal, on: Day) -> Vec<&GoalVersion> {
    let mut past: Vec<_> = goal.versions.iter().filter(|v| v.on <= on).collect();
    past.sort_by_key(|version| version.on);
    past
}

/// The goals that no baseline named: those that go on, and those that began after it.
fn new_goals(e: &Engagement, on: Day) -> Vec<&GoalId> {
    let base = baseline(e, on);
    let mut new = Vec::new();
    for goal in &e.goals {
        let Some(now) = past(goal, on).pop() else {
            continue;
        };
        let named = base.is_some_and(|base| base.agreed.iter().any(|a| a.goal == goal.id));
        let began = goal.versions.iter().map(|version| version.on).min();
        let later = base.is_none_or(|base| began > Some(base.on));
        if !named && (now.status.goes_on() || later) {
            new.push(&goal.id);
        }
    }
    new.sort();
    new
}

/// The version to be told of: the last that moved what the goal means, or else the last.
fn to_tell<'e>(e: &Engagement, row: &GoalDrift<'e>, on: Day) -> &'e GoalVersion {
    let mut versions = past(row.goal, on);
    if let Some(agreed) = row.agreed {
        let from = row.goal.version(&agreed.version).map(|version| version.on);
        let from = from.or(baseline(e, on).map(|base| base.on));
        versions.retain(|version| Some(version.on) > from);
    }
    let means_the_same = |version: &GoalVersion| {
        let kind = version.shift.as_ref().map(|shift| shift.kind);
        kind == Some(ShiftKind::Clarified) || kind == Some(ShiftKind::Reprioritised)
    };
    let last = *versions.last().expect("a version that moved it");
    versions.retain(|version| !means_the_same(version));
    versions.pop().unwrap_or(last)
}

type Told<'e> = (&'e PartyId, &'e GoalVersionId, Option<TellingStep>);

fn tellings<'e>(e: &'e Engagement, row: &GoalDrift<'e>, on: Day) -> Vec<Told<'e>> {
    if row.kind == DriftKind::Unchanged {
        return vec![];
    }
    let version = &to_tell(e, row, on).id;
    let mut told = Vec::new();
    for party in &e.parties {
        let there = party.joined <= on && party.left.is_none_or(|left| on < left);
        if there && party.role.on_the_sponsors_side() {
            let theirs = e.tellings.iter().filter(|t| t.party == party.id);
            let theirs = theirs.filter(|t| t.version == *version);
            let mut steps = theirs.flat_map(|t| &t.steps);
            let last = steps.rfind(|step| step.on <= on);
            told.push((&party.id, version, last.copied()));
        }
    }
    told.sort_by_key(|(party, ..)| (*party).clone());
    told
}

fn check(record: &[u16]) {
    let mut tape = Tape::new(record);
    let on = a_day(&mut tape);
    let e = &any_case(&mut tape).engagement;
    let rows = drift(e, on);
    let new = rows.iter().filter(|row| row.agreed.is_none());
    let mut new: Vec<_> = new.map(|row| &row.goal.id).collect();
    new.sort();
    assert_eq!(new, new_goals(e, on));
    for row in &rows {
        let now = past(row.goal, on).pop().expect("it began");
        assert_eq!(row.now.id, now.id);
        let into: Vec<&GoalId> = now.shift.iter().flat_map(|shift| &shift.into).collect();
        let became: Vec<_> = row.became.iter().map(|goal| &goal.id).collect();
        assert_eq!(became, into);
        let mut told: Vec<Told> = row
            .tellings
            .iter()
            .map(|t| (&t.party, &t.version, t.step))
            .collect();
        told.sort_by_key(|(party, ..)| (*party).clone());
        assert_eq!(told, tellings(e, row, on));
    }
}

/// However few cases a run asks for, these records are among them.
#[test]
fn drift_is_what_the_record_says_in_the_same_records_at_every_run() {
    (0..150).for_each(|seed| check(&fixed_tape(seed, 1500)));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn drift_is_what_the_record_says(record in vec(any::<u16>(), 100..1500)) {
        check(&record);
    }
}

/// A goal of these days, the last of them its end, beside one that was agreed on 3 March.
fn beside_a_baseline(first: &str, status: GoalStatus) -> Case {
    let mut case = case();
    let mut last = shifted("b2", "2026-03-20", "Beside", ShiftKind::Achieved, &[]);
    last.status = status;
    case.engagement.goals = vec![
        goal("a", vec![version("a1", "2026-03-01", "Agreed")]),
        goal("b", vec![version("b1", first, "Beside"), last]),
    ];
    let mut meeting = held("m", "2026-03-03", &["maya"]);
    meeting.agreed = vec![agreed("a", "a1", "Agreed")];
    case.engagement.meetings = vec![meeting];
    case
}

#[test]
fn a_goal_that_ended_is_new_if_it_began_after_the_baseline_and_one_that_goes_on_always() {
    for (first, after) in [
        ("2026-03-02", false),
        ("2026-03-03", false),
        ("2026-03-04", true),
    ] {
        for (status, goes_on) in [(GoalStatus::Achieved, false), (GoalStatus::Active, true)] {
            let case = beside_a_baseline(first, status);
            let rows = drift(&case.engagement, day("2026-03-25"));
            let new = rows.iter().any(|row| row.kind == DriftKind::New);
            assert_eq!(new, after || goes_on, "{first} {status:?}");
        }
    }
}

/// What was only clarified since it was agreed is told of in the words of today.
#[test]
fn of_what_was_clarified_the_last_version_is_told() {
    let mut case = beside_a_baseline("2026-03-04", GoalStatus::Active);
    case.engagement.parties.push(party("ingrid", Role::Sponsor));
    let clarified = shifted("a2", "2026-03-10", "Said well", ShiftKind::Clarified, &[]);
    case.engagement.goals[0].versions.push(clarified);
    let rows = drift(&case.engagement, day("2026-03-25"));
    assert_eq!(rows[0].kind, DriftKind::Clarified);
    let version = &rows[0].tellings.first().expect("somebody to tell").version;
    assert_eq!(*version, id("a2"));
}
