//! Who tells the sponsor, on the desk: each step kept, and nothing of it for the sponsor's side.

use crate::support::{nadia, refused, sample, seen, shift, step};
use practice::Desk;
use practice::types::{TellingRow, TodayWhy};
use practice::words::TellingState;
use serde_json::json;

/// The tellings on Today, in their order.
fn waiting(desk: &Desk) -> Vec<TellingRow> {
    let lines = desk.today().unwrap().lines.into_iter();
    let telling = |why| match why {
        TodayWhy::Telling { telling, .. } => Some(telling),
        _ => None,
    };
    lines.filter_map(|line| telling(line.why)).collect()
}

#[test]
fn the_telling_goes_forward_from_the_shift_on_and_every_step_is_kept() {
    let (_folder, mut desk) = sample();
    let version = desk
        .shift_goal(shift("nadia-g2", "morphed", json!({ "on": "2026-09-10" })))
        .unwrap()
        .id;
    for (code, field, state, more) in [
        (
            "input.before_shift",
            "on",
            "deciding",
            json!({ "on": "2026-09-09" }),
        ),
        (
            "input.in_future",
            "on",
            "deciding",
            json!({ "on": "2026-09-17" }),
        ),
        ("input.telling_step", "state", "not-discussed", json!({})),
        ("input.telling_step", "state", "agreed", json!({})),
        (
            "input.before_step",
            "by",
            "will-tell",
            json!({ "by": "2026-09-01" }),
        ),
        (
            "input.not_sponsors_side",
            "party",
            "deciding",
            json!({ "party": "nadia-yusuf" }),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.step_telling(step(&version, state, more))
        });
    }
    let telling = |desk: &Desk| {
        let page = nadia(desk);
        let row = page
            .drift
            .into_iter()
            .find(|row| row.goal.as_str() == "nadia-g2");
        let mut tellings = row.unwrap().tellings.into_iter();
        tellings
            .find(|t| t.party.as_str() == "nadia-sponsor")
            .unwrap()
    };
    assert_eq!(telling(&desk).state, TellingState::NotDiscussed);
    desk.step_telling(step(&version, "private", json!({ "on": "2026-09-11" })))
        .unwrap();
    let more = json!({ "on": "2026-09-12", "by": "2026-09-14" });
    desk.step_telling(step(&version, "will-tell", more))
        .unwrap();
    let now = telling(&desk);
    assert!(now.overdue, "the 14th is behind");
    let states: Vec<_> = now.steps.iter().map(|step| step.state).collect();
    assert_eq!(states, [TellingState::Private, TellingState::WillTell]);
    refused(&mut desk, "input.before_last_step", Some("on"), |desk| {
        desk.step_telling(step(&version, "told", json!({ "on": "2026-09-11" })))
    });
    // What is past its day stands before what is not.
    let overdue: Vec<_> = waiting(&desk).into_iter().map(|row| row.overdue).collect();
    assert_eq!(waiting(&desk)[0].version.as_str(), version);
    assert!(overdue.is_sorted_by(|a, b| a >= b), "{overdue:?}");
    desk.step_telling(step(&version, "told", json!({})))
        .unwrap();
    let waits =
        |row: &TellingRow| row.version.as_str() == version && row.party.as_str() == "nadia-sponsor";
    assert!(!waiting(&desk).iter().any(waits));
}

#[test]
fn nothing_of_a_shift_reaches_the_sponsors_side() {
    let (_folder, mut desk) = sample();
    let before = seen(&desk, "nadia", "nadia-sponsor");
    let version = desk
        .shift_goal(shift(
            "nadia-g2",
            "split",
            json!({ "into_new": ["One", "Two"], "reason": "It was two things." }),
        ))
        .unwrap()
        .id;
    desk.step_telling(step(&version, "private", json!({})))
        .unwrap();
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), before);
    let coachee = seen(&desk, "nadia", "nadia-coachee");
    assert!(coachee.contains("It was two things."));
}
