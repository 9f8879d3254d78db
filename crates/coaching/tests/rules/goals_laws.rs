//! The laws of goals over time (`docs/goals.md`) that hold for every history.

use coaching::drift::{DriftKind, drift, still_waits};
use coaching::goals::{Correction, may_step};
use coaching::record::{Case, Engagement};
use coaching::words::{Role, ShiftKind, TellingState};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::entry::shuffle_goals;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;
use crate::support::whole::any_case;

/// Drift, row by row, without what only tells rows apart.
fn rows(e: &Engagement, on: &str) -> Vec<(String, DriftKind, Option<String>)> {
    drift(e, day(on))
        .iter()
        .map(|row| {
            let title = row.now.title.for_the_coach().to_owned();
            (title, row.kind, row.since.map(|day| day.to_string()))
        })
        .collect()
}

/// A goal agreed on 3 March that shifted on the 10th, 11th and so on in these ways.
fn shifted_by(kinds: &[ShiftKind]) -> Case {
    let mut case = case();
    let mut versions = vec![version("v", "2026-03-02", "The goal")];
    for (n, &kind) in kinds.iter().enumerate() {
        let on = format!("2026-03-{}", n + 10);
        versions.push(shifted(&format!("v-{n}"), &on, "The goal", kind, &[]));
    }
    case.engagement.goals = vec![goal("g", versions)];
    let mut meeting = held("m", "2026-03-03", &["maya"]);
    meeting.agreed = vec![agreed("g", "v", "The goal")];
    case.engagement.meetings = vec![meeting];
    case
}

fn drift_after(kinds: &[ShiftKind]) -> DriftKind {
    let case = shifted_by(kinds);
    let rows = drift(&case.engagement, day("2026-04-01"));
    assert_eq!(rows.len(), 1);
    rows[0].kind
}

#[test]
fn drift_kind_by_kind() {
    use ShiftKind as S;
    let table: &[(&[S], DriftKind)] = &[
        (&[], DriftKind::Unchanged),
        (&[S::Clarified], DriftKind::Clarified),
        (&[S::Reprioritised], DriftKind::Clarified),
        (&[S::Reprioritised, S::Clarified], DriftKind::Clarified),
        (&[S::Morphed], DriftKind::Shifted),
        (&[S::ReScoped], DriftKind::Shifted),
        (&[S::Morphed, S::Clarified], DriftKind::Shifted),
        (&[S::Clarified, S::ReScoped], DriftKind::Shifted),
        (&[S::Replaced], DriftKind::Replaced),
        (&[S::Split], DriftKind::Split),
        (&[S::Merged], DriftKind::Merged),
        (&[S::Paused], DriftKind::Paused),
        (&[S::Achieved], DriftKind::Achieved),
        (&[S::LetGo], DriftKind::LetGo),
        (&[S::Morphed, S::Achieved], DriftKind::Achieved),
        (&[S::Paused, S::Morphed], DriftKind::Paused),
        (&[S::Paused, S::LetGo], DriftKind::LetGo),
        (&[S::Paused, S::Resumed], DriftKind::Clarified),
        (&[S::Paused, S::Resumed, S::Morphed], DriftKind::Shifted),
        (&[S::Morphed, S::Paused, S::Resumed], DriftKind::Shifted),
        (&[S::Paused, S::Resumed, S::Paused], DriftKind::Paused),
    ];
    for (kinds, expected) in table {
        assert_eq!(drift_after(kinds), *expected, "{kinds:?}");
    }
    for kind in ShiftKind::ALL {
        assert_ne!(drift_after(&[*kind]), DriftKind::Unchanged, "{kind:?}");
        assert_ne!(drift_after(&[*kind]), DriftKind::New, "{kind:?}");
    }
}

#[test]
fn drift_is_told_from_the_day_of_effect_on() {
    let case = shifted_by(&[ShiftKind::Clarified, ShiftKind::Morphed]);
    let row = |on| rows(&case.engagement, on)[0].clone();
    let title = "The goal".to_owned();
    let since = |day: &str| Some(day.to_owned());
    assert_eq!(
        row("2026-03-09"),
        (title.clone(), DriftKind::Unchanged, None)
    );
    let first = (title.clone(), DriftKind::Clarified, since("2026-03-10"));
    assert_eq!(row("2026-03-10"), first);
    assert_eq!(
        row("2026-03-11"),
        (title, DriftKind::Shifted, since("2026-03-11"))
    );
}

#[test]
fn a_later_meeting_makes_a_new_baseline_and_one_that_agreed_nothing_does_not() {
    let mut case = shifted_by(&[ShiftKind::Morphed]);
    let kind = |case: &Case| drift(&case.engagement, day("2026-04-01"))[0].kind;
    case.engagement
        .meetings
        .push(held("m2", "2026-03-20", &["maya"]));
    assert_eq!(kind(&case), DriftKind::Shifted);
    case.engagement.meetings[1].agreed = vec![agreed("g", "v-0", "The goal, moved")];
    assert_eq!(kind(&case), DriftKind::Unchanged);
}

#[test]
fn without_a_baseline_and_beside_it_every_goal_is_new() {
    let mut case = shifted_by(&[]);
    case.engagement
        .goals
        .push(goal("h", vec![version("h-1", "2026-03-08", "Another")]));
    let new = (
        "Another".to_owned(),
        DriftKind::New,
        Some("2026-03-08".to_owned()),
    );
    assert_eq!(rows(&case.engagement, "2026-04-01")[1], new);
    assert_eq!(
        rows(&case.engagement, "2026-03-07").len(),
        1,
        "not before it began"
    );
    case.engagement.meetings.clear();
    let all = rows(&case.engagement, "2026-04-01");
    assert!(all.iter().all(|(_, kind, _)| *kind == DriftKind::New));
    assert_eq!(all.len(), 2);
}

#[test]
fn how_far_the_telling_has_come_is_asked_of_the_sponsors_side_alone() {
    let mut case = shifted_by(&[ShiftKind::Morphed]);
    for (name, role) in [
        ("ingrid", Role::Sponsor),
        ("lena", Role::LineManager),
        ("tom", Role::HrPartner),
        ("sam", Role::Stakeholder),
        ("vera", Role::Supervisor),
    ] {
        case.engagement.parties.push(party(name, role));
    }
    let rows = drift(&case.engagement, day("2026-04-01"));
    let mut asked: Vec<_> = rows[0].tellings.iter().map(|t| t.party.as_str()).collect();
    asked.sort_unstable();
    assert_eq!(asked, ["ingrid", "lena", "tom"]);
    assert!(
        rows[0]
            .tellings
            .iter()
            .all(|telling| telling.step.is_none())
    );
    let before = drift(&case.engagement, day("2026-03-09"));
    assert!(before[0].tellings.is_empty(), "nothing to tell");
}

#[test]
fn from_any_state_the_coachee_may_keep_it_private_and_change_that_again() {
    use TellingState as T;
    for &from in T::ALL {
        if from != T::Private {
            assert!(may_step(from, T::Private, false), "{from:?}");
        }
        assert!(
            !may_step(from, T::Agreed, false),
            "{from:?}: only a meeting agrees"
        );
        assert!(may_step(from, T::Agreed, true), "{from:?}");
    }
    for to in [T::Deciding, T::WillTell, T::Told] {
        assert!(may_step(T::Private, to, false), "{to:?}");
        assert!(
            !may_step(T::Agreed, to, false),
            "what was agreed is known: {to:?}"
        );
    }
    let waits: Vec<_> = T::ALL
        .iter()
        .filter(|&&state| still_waits(Some(state)))
        .collect();
    assert_eq!(waits, [&T::NotDiscussed, &T::Deciding, &T::WillTell]);
    assert!(still_waits(None));
}

/// What is asked of goals on a day, in words.
fn goals_on(e: &Engagement, n: usize) -> String {
    let mut said: Vec<String> = e
        .goals
        .iter()
        .map(|goal| {
            format!(
                "{}: {:?} {:?}",
                goal.id,
                goal.on(nth(n)),
                goal.up_to(nth(n))
            )
        })
        .collect();
    said.sort();
    let rows = drift(e, nth(n));
    let mut rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let (kind, since, now) = (row.kind, row.since, &row.now.id);
            format!(
                "{} {kind:?} {since:?} {now} {:?}",
                row.goal.id, row.tellings
            )
        })
        .collect();
    rows.sort();
    format!("{said:?} {rows:?}")
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_goals_on_a_day_do_not_depend_on_what_came_after(
        record in vec(any::<u16>(), 50..700),
        n in 0..DAYS,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let mut past = case.engagement.clone();
        for goal in &mut past.goals {
            goal.versions.retain(|version| version.on <= nth(n));
        }
        past.goals.retain(|goal| !goal.versions.is_empty());
        past.meetings.retain(|meeting| meeting.on <= nth(n));
        for telling in &mut past.tellings {
            telling.steps.retain(|step| step.on <= nth(n));
        }
        let now = |e: &Engagement| {
            let mut e = e.clone();
            e.goals.retain(|goal| goal.on(nth(n)).is_some());
            goals_on(&e, n)
        };
        prop_assert_eq!(now(&case.engagement), now(&past));
    }

    #[test]
    fn versions_in_any_order_of_entry_give_the_same_history(
        record in vec(any::<u16>(), 50..700),
        order in vec(any::<u16>(), 0..100),
        n in 0..DAYS,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let mut other = case.engagement.clone();
        shuffle_goals(&mut other.goals, &mut Tape::new(&order));
        // What a split or a merge names is a set: its order is no part of the history.
        let in_order = |e: &Engagement| {
            let mut e = e.clone();
            for version in e.goals.iter_mut().flat_map(|goal| &mut goal.versions) {
                if let Some(shift) = &mut version.shift {
                    shift.into.sort();
                }
            }
            goals_on(&e, n)
        };
        prop_assert_eq!(in_order(&case.engagement), in_order(&other));
    }

    #[test]
    fn drift_of_a_baseline_with_itself_is_unchanged_throughout(
        record in vec(any::<u16>(), 50..700),
        n in 0..DAYS,
    ) {
        let mut e = any_case(&mut Tape::new(&record)).engagement;
        let mut meeting = held("now", "2026-03-01", &[]);
        meeting.on = nth(n);
        meeting.at = "23:59".into();
        meeting.agreed = e
            .goals
            .iter()
            .filter_map(|goal| Some((goal, goal.on(nth(n))?)))
            .map(|(goal, now)| agreed(goal.id.as_str(), now.id.as_str(), "As it stands"))
            .collect();
        let expected = meeting.agreed.len();
        e.meetings.push(meeting);
        let rows = drift(&e, nth(n));
        if expected > 0 {
            prop_assert_eq!(rows.len(), expected);
            for row in rows {
                prop_assert_eq!(row.kind, DriftKind::Unchanged);
                prop_assert!(row.tellings.is_empty() && row.since.is_none());
            }
        }
    }

    #[test]
    fn a_correction_changes_no_drift(
        record in vec(any::<u16>(), 50..700),
        which in any::<u16>(),
        n in 0..DAYS,
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        let mut other = e.clone();
        let mut versions: Vec<_> = other.goals.iter_mut().flat_map(|g| &mut g.versions).collect();
        let count = versions.len();
        if count > 0 {
            let version = &mut versions[usize::from(which) % count];
            version.corrections.push(Correction {
                at: morning(nth(n)),
                title: version.title.clone(),
                words: version.words.clone(),
                why: version.why.clone(),
                measure: version.measure.clone(),
            });
            version.title = text("As it was meant");
            version.words = text("In other letters");
        }
        let kinds = |e: &Engagement| -> Vec<_> {
            let mut rows: Vec<_> = drift(e, nth(n))
                .into_iter()
                .map(|row| (row.goal.id.clone(), row.kind, row.since, row.now.id.clone()))
                .collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(kinds(&e), kinds(&other));
    }
}
