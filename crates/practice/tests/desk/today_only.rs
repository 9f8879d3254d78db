//! What is handed over is what may be known today: a withdrawn release has no way back through
//! yesterday's document.

use std::fs;
use std::path::Path;

use crate::support::{TODAY, made, nadia, refused, sample};
use practice::types::{AskDocument, Format};
use practice::{Desk, Place};
use serde_json::{Value, json};

const YESTERDAY: &str = "2026-09-15";
const WORDS: &str = "I have stopped checking the night shift.";

fn brief(on: Value) -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": "brief", "party": "nadia-sponsor", "meeting": "nadia-midpoint",
        "on": on
    }))
}

fn approve(desk: &mut Desk, document: &AskDocument) {
    let content = desk.document(document.clone()).unwrap().content;
    desk.approve(made(json!({
        "document": document, "content": content, "how": "in-writing", "on": null
    })))
    .unwrap();
}

fn hand_over(
    desk: &mut Desk,
    document: &AskDocument,
    path: &Path,
) -> Result<(), practice::Failure> {
    let place = Place {
        path,
        replaces: false,
    };
    desk.write_document_to(document, Format::Md, place, true)
        .map(drop)
}

#[test]
fn a_document_of_another_day_is_not_handed_over() {
    let (folder, mut desk) = sample();
    let release = desk
        .give_release(made(json!({
            "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": "progress",
            "wording": WORDS, "voice": "coachee", "given": YESTERDAY, "how": "in-writing",
            "note": null, "goal": null
        })))
        .unwrap();
    let (yesterday, today) = (brief(json!(YESTERDAY)), brief(json!(TODAY)));
    approve(&mut desk, &yesterday);
    desk.withdraw_release(made(json!({
        "engagement": "nadia", "release": release.id, "on": null
    })))
    .unwrap();

    let path = folder.path().join("brief.md");
    let entries = nadia(&desk).ledger.len();
    refused(&mut desk, "document.not_today", None, |desk| {
        hand_over(desk, &yesterday, &path)
    });
    assert!(!path.exists());
    // Yesterday's approval is of words that are withdrawn now.
    refused(&mut desk, "document.not_approved", None, |desk| {
        hand_over(desk, &today, &path)
    });
    let page = desk.document(today.clone()).unwrap();
    assert!(page.changed_since_approval);
    let gone = |line: &practice::types::ChangedLine| {
        line.was.as_ref().is_some_and(|was| was.contains(WORDS)) && line.is.is_none()
    };
    assert!(
        page.changed.iter().any(gone),
        "the line that is gone is shown"
    );

    approve(&mut desk, &today);
    hand_over(&mut desk, &today, &path).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains(WORDS));
    assert_eq!(nadia(&desk).ledger.len(), entries + 1);
}
