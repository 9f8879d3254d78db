//! Non-interference, end to end: two practices that agree on what the sponsor may see and differ in
//! everything else give the same bytes for every document of the sponsor's, in every format, under
//! the same name. Each practice goes through import, an encrypted vault and the desk.
//!
//! `PROPTEST_CASES` sets how many pairs; the long run takes 1,000.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

use std::fs;

use chrono::{NaiveDate, NaiveTime};
use practice::day::Day;
use practice::types::{AskDocument, CreateVault, Format, WriteDocument};
use practice::words::DocumentKind;
use practice::{Desk, NoKeychain, Now, StandingClock};
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

const ENGAGEMENT: &str = "nadia";
const SPONSOR: &str = "nadia-sponsor";
const MEETING: &str = "nadia-midpoint";
const HELD: &str = "nadia-contracting";
const PAPER: &[Format] = &[Format::Pdf, Format::Docx, Format::Md, Format::Html];
const INVITATION: &[Format] = &[
    Format::Ics,
    Format::Pdf,
    Format::Docx,
    Format::Md,
    Format::Html,
];

fn today() -> Now {
    let date = NaiveDate::from_ymd_opt(2026, 9, 16).unwrap();
    let at = date
        .and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap())
        .and_utc();
    Now {
        today: Day::new(date).unwrap(),
        at,
    }
}

fn desk(folder: &TempDir) -> Desk {
    let places = whole_program_tests::places(&folder.path().join("vault"), folder.path());
    Desk::new(
        Box::new(StandingClock(today())),
        Box::new(NoKeychain),
        places,
    )
    .without_asking_again()
}

/// The sample practice as JSON, reduced to the one engagement.
fn one_engagement() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    desk.open_sample().unwrap();
    let mut practice: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    let engagements = practice["engagements"].as_array_mut().unwrap();
    engagements.retain(|engagement| engagement["id"] == ENGAGEMENT);
    assert_eq!(engagements.len(), 1);
    practice
}

/// Every file that the sponsor could be handed, by name and bytes.
fn sponsors_files(practice: &Value) -> Vec<(String, Vec<u8>)> {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    desk.create_vault(CreateVault {
        folder: folder.path().join("vault").display().to_string(),
        passphrase: "three quiet chairs here".to_owned(),
        remember: false,
    })
    .unwrap();
    desk.import(&serde_json::to_vec(practice).unwrap()).unwrap();
    let mut files = Vec::new();
    for (kind, meeting, formats) in [
        (DocumentKind::Brief, Some(MEETING), PAPER),
        (DocumentKind::Invitation, Some(MEETING), INVITATION),
        (DocumentKind::Minutes, Some(HELD), PAPER),
        (DocumentKind::Summary, None, PAPER),
    ] {
        for &format in formats {
            let meeting = meeting.map(|id| serde_json::from_value(json!(id)).unwrap());
            let written = desk
                .write_document(WriteDocument {
                    document: AskDocument {
                        party: serde_json::from_value(json!(SPONSOR)).unwrap(),
                        meeting,
                        ..AskDocument::new(serde_json::from_value(json!(ENGAGEMENT)).unwrap(), kind)
                    },
                    format,
                    folder: folder.path().display().to_string(),
                    hand_over: false,
                })
                .unwrap();
            let path = std::path::PathBuf::from(written.path);
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read(path).unwrap()));
        }
    }
    files
}

/// What is changed in the second history. Nothing of it may be seen by this sponsor: these topics
/// are closed to the sponsor in the sample's agreement, which the test asserts.
#[derive(Clone, Debug)]
struct Elsewhere {
    words: String,
    new_goal: bool,
    new_note: bool,
    recorded: u32,
    reversed: bool,
    draft: bool,
    dropped: usize,
}

fn elsewhere() -> impl Strategy<Value = Elsewhere> {
    (
        "[a-zA-Z #*$<>&_@\\[\\]]{1,60}",
        any::<bool>(),
        any::<bool>(),
        0..50_000u32,
        any::<bool>(),
        any::<bool>(),
        0..12usize,
    )
        .prop_map(
            |(words, new_goal, new_note, recorded, reversed, draft, dropped)| Elsewhere {
                words,
                new_goal,
                new_note,
                recorded,
                reversed,
                draft,
                dropped,
            },
        )
}

fn change(practice: &Value, by: &Elsewhere) -> Value {
    let mut practice = practice.clone();
    let e = &mut practice["engagements"][0];
    let released: Vec<Value> = e["releases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["note"].clone())
        .collect();
    for session in e["sessions"].as_array_mut().unwrap() {
        for text in ["record", "opening", "reflective", "preparation"] {
            session[text] = json!(by.words);
        }
    }
    for list in ["insights", "purpose", "practices", "themes", "reflections"] {
        let Some(notes) = e[list].as_array_mut() else {
            continue;
        };
        notes
            .iter_mut()
            .for_each(|note| note["text"] = json!(by.words));
        // A release names its note: those notes stay, whatever else goes.
        let mut left = by.dropped;
        notes.retain(|note| {
            let goes = left > 0 && !released.contains(&note["id"]);
            left -= usize::from(goes);
            !goes
        });
    }
    // Between the coach and the coachee, and named by what may have gone.
    for list in ["ties", "threads"] {
        e[list] = json!([]);
    }
    for goal in e["goals"].as_array_mut().unwrap() {
        for version in goal["versions"].as_array_mut().unwrap() {
            version["words"] = json!(by.words);
            version["why"] = json!(by.words);
            version["recorded"] = json!(format!(
                "2026-08-01T{:02}:{:02}:00Z",
                by.recorded % 24,
                by.recorded % 60
            ));
            version["corrections"] = json!([]);
            if !version["shift"].is_null() {
                version["shift"]["reason"] = json!(by.words);
                version["title"] = json!(format!("{}x", by.words));
            }
        }
    }
    if by.new_goal {
        e["goals"].as_array_mut().unwrap().push(json!({
            "id": "elsewhere", "versions": [{ "id": "elsewhere-1", "on": "2026-06-01",
            "recorded": "2026-06-01T08:00:00Z", "title": format!("{}!", by.words), "weight": 4,
            "place": 1, "status": "active" }]
        }));
    }
    if by.new_note {
        let notes = e["insights"].as_array_mut().unwrap();
        notes.push(json!({ "id": "elsewhere", "on": "2026-04-04", "text": by.words }));
    }
    if by.draft {
        let boundaries = json!([{ "topic": "session-content", "role": "sponsor", "rule": "shared" },
            { "topic": "current-goals", "role": "sponsor", "rule": "shared" }]);
        e["agreements"].as_array_mut().unwrap().push(json!({
            "id": "elsewhere", "effective": "2026-09-01", "boundaries": boundaries
        }));
    }
    if by.reversed {
        for list in [
            "goals",
            "sessions",
            "insights",
            "commitments",
            "parties",
            "releases",
        ] {
            e[list].as_array_mut().unwrap().reverse();
        }
        practice["people"].as_array_mut().unwrap().reverse();
    }
    practice
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(3)
}

#[test]
fn the_sponsors_files_do_not_depend_on_what_the_sponsor_may_not_see() {
    let practice = one_engagement();
    let closed = |topic: &str| {
        let agreements = practice["engagements"][0]["agreements"].as_array().unwrap();
        agreements
            .iter()
            .flat_map(|a| a["boundaries"].as_array().unwrap())
            .any(|b| b["role"] == "sponsor" && b["topic"] == topic && b["rule"] != "shared")
    };
    for topic in [
        "current-goals",
        "insights",
        "purpose",
        "practices",
        "themes",
        "session-content",
    ] {
        assert!(
            closed(topic),
            "{topic} is open to the sponsor: choose another engagement"
        );
    }
    let files = sponsors_files(&practice);
    assert!(files.iter().all(|(_, bytes)| bytes.len() > 500));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: cases(),
        max_shrink_iters: 8,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&elsewhere(), |by| {
            let other = sponsors_files(&change(&practice, &by));
            for ((name, bytes), (other_name, other_bytes)) in files.iter().zip(&other) {
                prop_assert_eq!(name, other_name);
                prop_assert!(bytes == other_bytes, "{} differs", name);
            }
            Ok(())
        })
        .unwrap();
}
