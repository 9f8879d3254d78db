//! Undoing over what was saved.

use std::cell::RefCell;

use practice::{Desk, Failure, answer};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};

use crate::support::{made, refused, sample, seen};

fn run(desk: &mut Desk, command: &str, input: Value) -> Value {
    answer(desk, command, input).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
}

fn undo(desk: &mut Desk) -> Result<(), Failure> {
    desk.undo(made(json!({}))).map(drop)
}

fn redo(desk: &mut Desk) -> Result<(), Failure> {
    desk.redo(made(json!({}))).map(drop)
}

fn note(topic: &str, text: &str) -> Value {
    json!({
        "engagement": "nadia", "topic": topic, "text": text, "on": null, "said_by": null,
        "session": null, "goal": null
    })
}

/// Something that a coach may do; not every one of them is allowed every time.
fn deed(kind: u8, of: u8) -> (&'static str, Value) {
    let note_id = [
        "nadia-ins1",
        "nadia-ins2",
        "nadia-ins3",
        "nadia-theme1",
        "nadia-sup2",
    ][usize::from(of % 5)];
    let goal = format!("nadia-g{}", of % 5 + 1);
    let session = format!("nadia-s{}", of % 16 + 1);
    match kind {
        0 => ("add_note", note("insights", "Something seen")),
        1 => ("add_note", note("reflections", "Something thought")),
        2 => (
            "write_session",
            json!({ "session": session, "part": "record", "text": format!("Typed {of}") }),
        ),
        3 => (
            "write_session",
            json!({ "session": session, "part": "reflective", "text": "Thought, 'quoted' \"so\"" }),
        ),
        4 => (
            "change_note",
            json!({ "note": note_id, "text": format!("Otherwise {of}") }),
        ),
        5 => ("remove_note", json!({ "note": note_id })),
        6 => (
            "plan_session",
            json!({ "engagement": "nadia", "on": format!("2026-12-{:02}", of % 28 + 1), "at": "", "minutes": null }),
        ),
        7 => (
            "settle_commitment",
            json!({ "engagement": "nadia", "commitment": format!("nadia-c{}", of % 10 + 1), "status": "kept", "on": null }),
        ),
        8 => (
            "shift_goal",
            json!({
                "engagement": "nadia", "goal": goal, "kind": "paused", "prompt": "unsaid",
                "reason": "", "raised_by": null, "into": [], "into_new": [], "also": [],
                "wording": null, "place": null, "on": null, "session": null, "meeting": null
            }),
        ),
        9 => (
            "draft_agreement",
            json!({ "engagement": "nadia", "effective": "2026-10-01", "drafted": null, "from": null }),
        ),
        10 => (
            "save_person",
            json!({
                "id": if of.is_multiple_of(2) { Some("nadia-rahimi") } else { None }, "name": "Somebody Else",
                "called": "", "title": "", "organisation": "", "email": "", "phone": ""
            }),
        ),
        11 => (
            "begin_thread",
            json!({ "engagement": "nadia", "subject": "Waiting", "insights": ["nadia-ins1", "nadia-ins4"] }),
        ),
        12 => ("set_colour", json!({ "colour": format!("#1b6b{of:02x}") })),
        13 => (
            "end_engagement",
            json!({ "engagement": "nadia", "day": null, "early": true, "words": "It ended well." }),
        ),
        14 => ("reopen_engagement", json!({ "engagement": "nadia" })),
        15 => (
            "set_keeps",
            json!({ "reflective_months": of % 12 + 1, "record_years": 9 }),
        ),
        16 => (
            "write_levels",
            json!({
                "engagement": "nadia", "version": format!("nadia-g4-v{}", of % 3 + 1), "much_less": "a",
                "less": "b", "expected": "c", "more": "d", "much_more": format!("{of}"), "on": null
            }),
        ),
        _ => (
            "begin_engagement",
            json!({
                "name": "Another", "coachee": { "known": "nadia-rahimi" }, "sponsor": null,
                "language": "en", "status": "active", "began": null, "planned_end": null,
                "planned_sessions": 6, "session_minutes": 60
            }),
        ),
    }
}

#[test]
fn whatever_was_done_undoing_all_of_it_gives_the_same_bytes() {
    let (_folder, desk) = sample();
    let desk = RefCell::new(desk);
    let deeds = prop::collection::vec((0_u8..18, any::<u8>()), 1..12);
    let mut runner = TestRunner::new(Config {
        // Each case does, undoes and redoes several changes, and reads everything four times.
        cases: std::env::var("PROPTEST_CASES").map_or(24, |cases| cases.parse().unwrap()),
        failure_persistence: None,
        ..Config::default()
    });
    runner
        .run(&deeds, |deeds| {
            let desk = &mut *desk.borrow_mut();
            let before = desk.export().unwrap();
            let done = deeds
                .iter()
                .filter(|(kind, of)| {
                    let (command, input) = deed(*kind, *of);
                    answer(desk, command, input).is_ok()
                })
                .count();
            let after = desk.export().unwrap();
            let mut undone = 0;
            while undo(desk).is_ok() {
                undone += 1;
            }
            prop_assert!(undone <= done);
            prop_assert!(desk.export().unwrap() == before, "something stayed");
            for _ in 0..undone {
                redo(desk).map_err(|failure| TestCaseError::fail(failure.code))?;
            }
            prop_assert!(desk.export().unwrap() == after, "something was lost");
            for _ in 0..undone {
                undo(desk).map_err(|failure| TestCaseError::fail(failure.code))?;
            }
            prop_assert!(desk.check().unwrap().sound);
            Ok(())
        })
        .unwrap();
}

#[test]
fn most_deeds_of_the_property_are_done() {
    let (_folder, mut desk) = sample();
    for kind in 0..18 {
        let (command, input) = deed(kind, 6);
        let answered = answer(&mut desk, command, input);
        if command != "remove_note" {
            assert!(answered.is_ok(), "{command}: {answered:?}");
        }
    }
}

#[test]
fn the_list_says_what_when_and_of_whom() {
    let (_folder, mut desk) = sample();
    run(
        &mut desk,
        "add_note",
        note("insights", "The room\nwent quiet"),
    );
    run(
        &mut desk,
        "set_keeps",
        json!({ "reflective_months": 6, "record_years": 7 }),
    );
    let page = desk.changes().unwrap();
    let names: Vec<_> = page.today.iter().map(|each| each.name.as_str()).collect();
    assert_eq!(names, ["choose how long to keep", "add note"]);
    let added = &page.today[1];
    assert_eq!(added.about, "The room went quiet");
    assert!(!added.engagement_name.is_empty() && added.at.len() == 5);
    assert_eq!(page.undo, Some(page.today[0].number));
    assert_eq!((page.redo, page.removed.len()), (None, 0));
    undo(&mut desk).unwrap();
    let page = desk.changes().unwrap();
    assert!(page.today[0].undone && !page.today[1].undone);
    assert_eq!(page.redo, Some(page.today[0].number));
    // Whoever goes on does not get undone things back by the key, but from the list.
    run(&mut desk, "add_note", note("insights", "Later"));
    assert_eq!(desk.changes().unwrap().redo, None);
    refused(&mut desk, "undo.nothing", None, redo);
    desk.redo(made(json!({ "change": page.today[0].number })))
        .unwrap();
    assert_eq!(desk.settings().unwrap().keeps.reflective_months, 6);
}

#[test]
fn what_is_typed_in_one_field_is_one_change() {
    let (_folder, mut desk) = sample();
    let mut typed = |part: &str, text: &str| {
        let input = json!({ "session": "nadia-s13", "part": part, "text": text });
        run(&mut desk, "write_session", input);
    };
    for text in ["T", "Th", "The"] {
        typed("record", text);
    }
    for text in ["M", "My"] {
        typed("reflective", text);
    }
    typed("record", "The end");
    assert_eq!(desk.changes().unwrap().today.len(), 2);
    let before = desk.changes().unwrap().today[1].number;
    // The earlier of the two, on the same row: the other field stays.
    desk.undo(made(json!({ "change": before }))).unwrap();
    let page = desk
        .session(made(json!({ "session": "nadia-s13" })))
        .unwrap();
    assert_eq!(page.reflective, "My");
    assert_ne!(page.record, "The end");
}

#[test]
fn what_stands_on_a_change_keeps_it() {
    let (_folder, mut desk) = sample();
    let thread = run(
        &mut desk,
        "begin_thread",
        json!({ "engagement": "nadia", "subject": "Waiting", "insights": ["nadia-ins1"] }),
    );
    let begun = desk.changes().unwrap().today[0].number;
    run(
        &mut desk,
        "link_insight",
        json!({ "engagement": "nadia", "thread": thread["id"], "insight": "nadia-ins2" }),
    );
    refused(&mut desk, "undo.stands", Some("change"), |desk| {
        desk.undo(made(json!({ "change": begun })))
    });
    undo(&mut desk).unwrap();
    undo(&mut desk).unwrap();
    refused(&mut desk, "undo.nothing", None, undo);
    refused(&mut desk, "undo.gone", Some("change"), |desk| {
        desk.undo(made(json!({ "change": 4711 })))
    });
}

#[test]
fn what_reached_somebody_is_not_undone_nor_what_it_rests_on() {
    let (_folder, mut desk) = sample();
    run(
        &mut desk,
        "draft_agreement",
        json!({ "engagement": "nadia", "effective": "2026-10-01", "drafted": null, "from": null }),
    );
    let drafted = desk.changes().unwrap().today[0].number;
    run(
        &mut desk,
        "record_said",
        json!({
            "engagement": "nadia", "party": "nadia-coachee", "topic": "themes",
            "words": "What I see in it.", "how": "call", "on": null
        }),
    );
    let page = desk.changes().unwrap();
    assert!(page.today[0].fixed && page.undo.is_none());
    refused(&mut desk, "undo.ledger", Some("change"), undo);
    refused(&mut desk, "undo.ground", Some("change"), |desk| {
        desk.undo(made(json!({ "change": drafted })))
    });
    // What does not carry it can be undone from the list.
    run(&mut desk, "add_note", note("insights", "Later"));
    undo(&mut desk).unwrap();
}

#[test]
fn what_was_removed_can_be_put_back_and_no_chair_but_the_coachs_sees_any_of_it() {
    let (_folder, mut desk) = sample();
    let sponsors = seen(&desk, "nadia", "nadia-sponsor");
    let added = run(
        &mut desk,
        "add_note",
        note("reflections", "Between me and me"),
    );
    let before = desk.export().unwrap();
    run(&mut desk, "remove_note", json!({ "note": added["id"] }));
    let page = desk.changes().unwrap();
    assert_eq!(page.removed.len(), 1);
    assert_eq!(page.removed[0].about, "Between me and me");
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), sponsors);
    assert!(
        !String::from_utf8(desk.export().unwrap())
            .unwrap()
            .contains("Between me")
    );
    desk.undo(made(json!({ "change": page.removed[0].number })))
        .unwrap();
    assert!(desk.export().unwrap() == before);
    assert!(desk.changes().unwrap().removed.is_empty());
}
