//! The desk: what it refuses, and that nothing is half-done then.

use std::fs;
use std::path::Path;

use crate::support::{made, nadia, refused, sample};
use practice::Place;
use practice::types::{AskDocument, Format};
use serde_json::{Value, json};

fn at(path: &Path) -> Place<'_> {
    Place {
        path,
        replaces: false,
    }
}

#[test]
fn a_new_engagement_is_whole_or_not_at_all() {
    let (_folder, mut desk) = sample();
    let ask = |name: &str, coachee: &str, end: &str, minutes: u16| {
        made(json!({
            "name": name, "coachee": { "new": { "name": coachee, "title": "", "organisation": "New Mills" } },
            "sponsor": null, "language": "en", "status": "contracting", "began": "2026-09-01",
            "planned_end": end, "planned_sessions": 10, "session_minutes": minutes
        }))
    };
    let end = "2027-03-01";
    for (name, coachee, field) in [
        (" ", "Ana", "name"),
        ("Ana", "\u{7}", "coachee"),
        ("Ana", "", "coachee"),
    ] {
        let kind = if coachee == "\u{7}" {
            "input.name"
        } else {
            "input.blank"
        };
        refused(&mut desk, kind, Some(field), |desk| {
            desk.begin_engagement(ask(name, coachee, end, 75))
        });
    }
    refused(
        &mut desk,
        "input.end_before_start",
        Some("planned_end"),
        |desk| desk.begin_engagement(ask("Ana", "Ana", "2026-08-31", 75)),
    );
    refused(
        &mut desk,
        "input.minutes",
        Some("session_minutes"),
        |desk| desk.begin_engagement(ask("Ana", "Ana", end, 4)),
    );
    // A name of one letter is a name.
    desk.begin_engagement(ask("Ø", "李", end, 75)).unwrap();
    assert_eq!(desk.last_change(), Some("begin engagement"));
}

#[test]
fn a_shift_that_cannot_be_is_refused_at_its_field() {
    let (_folder, mut desk) = sample();
    let ask = |kind: &str, on: &str, into: Value, new: Value| {
        made(json!({
            "engagement": "nadia", "goal": "nadia-g2", "kind": kind, "prompt": "insight", "reason": "x",
            "raised_by": null, "into": into, "into_new": new, "wording": null, "place": null, "on": on,
            "session": null, "meeting": null
        }))
    };
    let none = || json!([]);
    let day = "2026-09-10";
    for (code, field, change) in [
        (
            "shift.before_goal",
            "on",
            ask("morphed", "2026-03-01", none(), none()),
        ),
        (
            "shift.successors",
            "into",
            ask("replaced", day, none(), none()),
        ),
        (
            "shift.circle",
            "into",
            ask("replaced", day, json!(["nadia-g2"]), none()),
        ),
        (
            "shift.successors",
            "into",
            ask("split", day, none(), json!(["One"])),
        ),
        (
            "shift.not_paused",
            "kind",
            ask("resumed", day, none(), none()),
        ),
        (
            "shift.outside_engagement",
            "on",
            ask("morphed", "2028-01-01", none(), none()),
        ),
        (
            "input.blank",
            "into_new",
            ask("replaced", day, none(), json!([" "])),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| desk.shift_goal(change));
    }
    desk.shift_goal(ask("split", day, none(), json!(["One", "Two"])))
        .unwrap();
    refused(&mut desk, "shift.same_day", Some("on"), |desk| {
        desk.shift_goal(ask("morphed", day, none(), none()))
    });
    refused(&mut desk, "shift.ended", Some("on"), |desk| {
        desk.shift_goal(ask("morphed", "2026-09-11", none(), none()))
    });
}

#[test]
fn a_release_that_the_agreement_forbids_says_so() {
    let (_folder, mut desk) = sample();
    let ask = |topic: &str, voice: &str, given: &str| {
        made(json!({
            "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": topic, "wording": "As it is",
            "voice": voice, "given": given, "how": "in-writing", "note": null, "goal": null
        }))
    };
    let today = "2026-09-16";
    for (topic, voice, given, field) in [
        ("session-content", "coachee", today, "topic"),
        ("reflections", "coachee", today, "topic"),
        ("insights", "coach", today, "voice"),
    ] {
        refused(&mut desk, "boundary.forbids", Some(field), |desk| {
            desk.give_release(ask(topic, voice, given))
        });
    }
    refused(&mut desk, "input.in_future", Some("given"), |desk| {
        desk.give_release(ask("progress", "coachee", "2026-09-17"))
    });
    desk.give_release(ask("insights", "coachee", today))
        .unwrap();
}

#[test]
fn what_was_assented_to_does_not_change_and_a_three_way_meeting_has_three_ways() {
    let (_folder, mut desk) = sample();
    let agreement = nadia(&desk)
        .agreements
        .into_iter()
        .find(|a| a.in_force)
        .unwrap();
    refused(&mut desk, "agreement.assented", None, |desk| {
        desk.set_boundaries(made(json!({
            "engagement": "nadia", "agreement": agreement.id,
            "boundaries": [{ "topic": "insights", "role": "sponsor", "rule": "shared" }]
        })))
    });
    refused(
        &mut desk,
        "input.nobody_from_sponsors_side",
        Some("invited"),
        |desk| {
            desk.plan_meeting(made(json!({
            "engagement": "nadia", "kind": "when-needed", "on": "2026-10-01", "at": "", "minutes": 60,
            "place": "", "invited": ["nadia-coachee"]
        })))
        },
    );
    refused(&mut desk, "input.in_future", Some("on"), |desk| {
        desk.hold_meeting(made(json!({
            "meeting": "nadia-midpoint", "attended": [], "agreed": [], "decisions": [], "commitments": []
        })))
    });
}

#[test]
fn a_hand_over_needs_the_approval_of_exactly_this_content() {
    let (folder, mut desk) = sample();
    let document: AskDocument = made(json!({
        "engagement": "nadia", "kind": "brief", "party": "nadia-sponsor", "meeting": "nadia-midpoint",
        "on": null
    }));
    let out = folder.path().join("brief.md");
    let entries = nadia(&desk).ledger.len();
    refused(&mut desk, "document.not_approved", None, |desk| {
        desk.write_document_to(&document, Format::Md, at(&out), true)
    });
    assert!(!out.exists());
    let approve = |content: &str| {
        made(json!({ "document": &document, "content": content, "how": "in-writing", "on": null }))
    };
    refused(&mut desk, "document.changed", None, |desk| {
        desk.approve(approve("0"))
    });
    let page = desk.document(document.clone()).unwrap();
    desk.approve(approve(&page.content)).unwrap();
    assert!(desk.document(document.clone()).unwrap().approved.is_some());

    // A file that cannot be written takes the entry back; a file that is there is not touched.
    let nowhere = folder.path().join("nowhere").join("brief.md");
    refused(&mut desk, "document.not_written", None, |desk| {
        desk.write_document_to(&document, Format::Md, at(&nowhere), true)
    });
    fs::write(&out, "mine").unwrap();
    refused(&mut desk, "document.there_already", None, |desk| {
        desk.write_document_to(&document, Format::Md, at(&out), true)
    });
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    fs::remove_file(&out).unwrap();

    desk.write_document_to(&document, Format::Md, at(&out), true)
        .unwrap();
    let ledger = nadia(&desk).ledger;
    assert_eq!(ledger.len(), entries + 1);
    assert!(ledger.iter().all(|entry| entry.holds));

    // A release changes what the sponsor's brief says: the approval falls away.
    desk.give_release(made(json!({
        "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": "progress", "wording": "One thing more.",
        "voice": "coachee", "given": null, "how": "by-message", "note": null, "goal": null
    })))
    .unwrap();
    let page = desk.document(document).unwrap();
    assert!(page.approved.is_none() && page.changed_since_approval);
}
