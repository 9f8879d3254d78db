//! What goals serve and threads of insights: laws that hold whatever was tried (`docs/goals.md`).

use std::collections::BTreeSet;

use coaching::check::faults;
use coaching::day::Day;
use coaching::direction::{
    self, Priority, PriorityWording, Refusal, Thread, Tie, TiedTo, moved_since, purpose, serves,
    serves_nothing, unserved,
};
use coaching::ids::{GoalId, NoteId, PriorityId};
use coaching::record::Engagement;
use coaching::words::{Role, ShiftKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::support::build::{case, goal, id, morning, note, party, shifted, text, version};
use crate::support::cases;
use crate::support::maker::{DAYS, nth};

/// Something that a coach tries: what, of which of the few there are, on which day.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    what: u8,
    one: usize,
    other: usize,
    on: usize,
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let attempt = (0u8..9, 0usize..3, 0usize..4, 0..DAYS);
    let attempt = attempt.prop_map(|(what, one, other, on)| Attempt {
        what,
        one,
        other,
        on,
    });
    vec(attempt, 0..60)
}

/// Three goals, of which the second begins late and the third ends; two people of the sponsor's side.
fn beginning() -> Engagement {
    let mut e = case().engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.parties.push(party("tom", Role::HrPartner));
    let over = shifted("g2-v2", "2026-03-08", "Third", ShiftKind::LetGo, &[]);
    e.goals = vec![
        goal("g0", vec![version("g0-v1", "2026-02-10", "First")]),
        goal("g1", vec![version("g1-v1", "2026-03-05", "Second")]),
        goal("g2", vec![version("g2-v1", "2026-02-10", "Third"), over]),
    ];
    e.insights = (0..4)
        .map(|n| note(&format!("i{n}"), &format!("2026-03-0{}", 9 - 2 * n), "Seen"))
        .collect();
    e
}

fn priority_id(n: usize) -> PriorityId {
    id(&format!("p{}", n % 2))
}

/// Does what is tried, where the rules let it.
fn attempt(e: &mut Engagement, n: usize, a: Attempt) -> Result<(), Refusal> {
    let on = nth(a.on);
    let now = morning(nth(DAYS - 1));
    match a.what {
        0 => {
            let said = note(&format!("said{n}"), &on.to_string(), "For this");
            direction::say_purpose(e, &said, now)?;
            e.purpose.push(said);
        }
        1 | 2 => {
            let who = ["ingrid", "tom", "maya"];
            let new = Priority {
                id: priority_id(a.one),
                party: id(who[a.other % who.len()]),
                wordings: Vec::new(),
                ended: None,
            };
            let wording = PriorityWording {
                on,
                text: text(&format!("Matters {n}")),
            };
            let at = e.priorities.iter().position(|each| each.id == new.id);
            let known = at.map_or(&new, |at| &e.priorities[at]);
            direction::say_priority(e, known, &wording, now)?;
            let at = at.unwrap_or_else(|| {
                e.priorities.push(new);
                e.priorities.len() - 1
            });
            e.priorities[at].wordings.push(wording);
        }
        3 => {
            direction::end_priority(e, &priority_id(a.one), on, now)?;
            for each in &mut e.priorities {
                if each.id == priority_id(a.one) {
                    each.ended = Some(on);
                }
            }
        }
        4 => {
            let gone = direction::take_back_wording(e, &priority_id(a.one), on)?;
            e.priorities
                .retain(|each| !gone || each.id != priority_id(a.one));
            for each in &mut e.priorities {
                if each.id == priority_id(a.one) {
                    each.wordings.retain(|wording| wording.on != on);
                }
            }
        }
        5 | 6 => {
            let said: Option<NoteId> = e.purpose.get(a.other).map(|note| note.id.clone());
            let to = said.map_or(TiedTo::Priority(priority_id(a.other)), TiedTo::Purpose);
            let tie = Tie {
                id: id(&format!("t{n}")),
                goal: id(&format!("g{}", a.one)),
                to,
                on,
                until: None,
                words: text(""),
            };
            direction::tie(e, &tie, now)?;
            e.ties.push(tie);
        }
        7 => {
            let Some(tie) = e.ties.get(a.other).map(|tie| tie.id.clone()) else {
                return Ok(());
            };
            let until = (a.one > 0).then_some(on);
            direction::end_tie(e, &tie, until, now)?;
            e.ties[a.other].until = until;
        }
        _ => {
            let thread = Thread {
                id: id(&format!("th{n}")),
                subject: text(&format!("Subject {}", a.one)),
                insights: vec![id(&format!("i{}", a.other))],
            };
            if let Some(known) = e.threads.first().map(|known| known.id.clone()) {
                direction::link(e, &known, &thread.insights[0])?;
                e.threads[0].insights.push(thread.insights[0].clone());
            } else {
                direction::begin_thread(e, &thread)?;
                e.threads.push(thread);
            }
        }
    }
    Ok(())
}

fn after(all: &[Attempt]) -> Engagement {
    let mut e = beginning();
    for (n, each) in all.iter().enumerate() {
        // Most are refused somewhere; what was refused changed nothing.
        let _ = attempt(&mut e, n, *each);
    }
    e
}

/// Everything that stands on a day, told.
fn standing(e: &Engagement, on: Day) -> Vec<String> {
    let mut told = vec![format!("{:?}", purpose(e, on).map(|note| &note.id))];
    let mut each: Vec<String> = e
        .priorities
        .iter()
        .filter_map(|priority| Some((&priority.id, priority.on(on)?)))
        .map(|(id, wording)| format!("{id} {} {}", wording.on, wording.text.for_the_coach()))
        .collect();
    each.extend(e.ties.iter().filter(|tie| tie.on <= on).map(|tie| {
        let moved = moved_since(e, tie, on);
        format!("{} {} {moved:?}", tie.id, serves(e, tie, on))
    }));
    each.extend(unserved(e, on).iter().map(|each| format!("un {}", each.id)));
    each.sort();
    told.extend(each);
    let nothing: BTreeSet<&GoalId> = serves_nothing(e, on).iter().map(|goal| &goal.id).collect();
    told.push(format!("{nothing:?}"));
    told
}

/// The same engagement as it was known by a day.
fn known_by(e: &Engagement, on: Day) -> Engagement {
    let mut e = e.clone();
    let passed = |day: Option<Day>| day.filter(|day| *day <= on);
    e.purpose.retain(|said| said.on <= on);
    for priority in &mut e.priorities {
        priority.wordings.retain(|wording| wording.on <= on);
        priority.ended = passed(priority.ended);
    }
    e.priorities
        .retain(|priority| !priority.wordings.is_empty());
    e.ties.retain(|tie| tie.on <= on);
    for tie in &mut e.ties {
        tie.until = passed(tie.until);
    }
    e
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_tried_the_record_fits(all in attempts()) {
        let e = after(&all);
        prop_assert_eq!(faults(&e), []);
        let said: BTreeSet<Day> = e.purpose.iter().map(|note| note.on).collect();
        prop_assert_eq!(said.len(), e.purpose.len(), "two statements on one day");
        for priority in &e.priorities {
            let last = priority.wordings.iter().map(|wording| wording.on).max();
            prop_assert!(last.is_some());
            prop_assert!(priority.ended.is_none_or(|ended| Some(ended) > last));
        }
        for (n, tie) in e.ties.iter().enumerate() {
            let goal = e.goal(&tie.goal).expect("its goal");
            prop_assert!(goal.on(tie.on).expect("begun").status.goes_on());
            prop_assert!(tie.until.is_none_or(|until| tie.on < until));
            let twice = e.ties.iter().skip(n + 1).any(|other| {
                (&other.goal, &other.to) == (&tie.goal, &tie.to)
                    && (0..DAYS).any(|day| tie.holds(nth(day)) && other.holds(nth(day)))
            });
            prop_assert!(!twice, "tied twice on one day");
        }
    }

    #[test]
    fn a_day_does_not_depend_on_what_came_later(all in attempts(), on in 0..DAYS) {
        let e = after(&all);
        let on = nth(on);
        prop_assert_eq!(standing(&e, on), standing(&known_by(&e, on), on));
    }

    #[test]
    fn the_order_of_entry_changes_nothing(all in attempts(), on in 0..DAYS) {
        let e = after(&all);
        let mut other = e.clone();
        other.purpose.reverse();
        other.priorities.reverse();
        other.priorities.iter_mut().for_each(|each| each.wordings.reverse());
        other.ties.reverse();
        other.insights.reverse();
        other.threads.iter_mut().for_each(|each| each.insights.reverse());
        let on = nth(on);
        prop_assert_eq!(standing(&e, on), standing(&other, on));
        for (a, b) in e.threads.iter().zip(&other.threads) {
            let (a, b) = (a.up_to(&e, on), b.up_to(&other, on));
            prop_assert!(a.iter().map(|note| note.on).is_sorted());
            prop_assert!(a.iter().all(|note| note.on <= on));
            prop_assert_eq!(a, b);
        }
    }
}

#[test]
fn the_attempts_reach_every_state() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        let tree = attempts().new_tree(&mut runner).expect("attempts");
        let e = after(&tree.current());
        let on = nth(DAYS - 1);
        let mut note = |what: &'static str, is: bool| {
            if is {
                seen.insert(what);
            }
        };
        note(
            "reworded",
            e.priorities.iter().any(|p| p.wordings.len() > 1),
        );
        note("ended", e.priorities.iter().any(|p| p.ended.is_some()));
        note(
            "moved",
            e.ties.iter().any(|t| moved_since(&e, t, on).is_some()),
        );
        note("served", e.ties.iter().any(|tie| serves(&e, tie, on)));
        note("untied", e.ties.iter().any(|tie| tie.until.is_some()));
        note("unserved", !unserved(&e, on).is_empty());
        note("all serve", serves_nothing(&e, on).is_empty());
        note("thread", e.threads.iter().any(|t| t.insights.len() > 2));
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}
