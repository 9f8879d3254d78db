//! Sessions of a calendar, from a script.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Done, PASSPHRASE, program, shown};

const CALENDAR: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nSUMMARY:Nadia 1\n\
    DTSTART:20350106T060000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:b\nSUMMARY:Dentist\nDTSTART:20350106T060000Z\nDURATION:PT1H\nEND:VEVENT\n\
    END:VCALENDAR\n";

/// A call in London, about the year 2035.
fn call(vault: &Path, file: &Path, more: &[&str]) -> Done {
    let mut command = program();
    command
        .args([
            "calendar",
            shown(file),
            "--from",
            "2035-01-01",
            "--to",
            "2035-12-31",
        ])
        .args(more)
        .args(["--vault", shown(vault)])
        .env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE)
        .env("TZ", "Europe/London");
    Done::of(command.output().unwrap())
}

fn json(done: Done) -> Value {
    serde_json::from_str(&done.fine()).unwrap()
}

#[test]
fn sessions_are_listed_then_brought_in_then_found_again_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    crate::support::three_chairs(&vault, &["sample"]).fine();
    let file = folder.path().join("work.ics");
    fs::write(&file, CALENDAR).unwrap();

    let text = call(&vault, &file, &[]).fine();
    assert!(text.contains("Dentist (1): nobody's"), "{text}");
    assert!(text.contains("--as 'TITLE=ENGAGEMENT'"), "{text}");
    let whose = ["--as", "nadia=nadia"];
    let text = call(&vault, &file, &whose).fine();
    assert!(text.contains("on the clock of Europe/London"), "{text}");
    assert!(text.contains("2035-01-13  06:00  60"), "{text}");

    let only = ["--as", "nadia=nadia", "--bring", "--only", "2", "--json"];
    assert_eq!(json(call(&vault, &file, &only))["new"], 1);
    // The title is remembered.
    assert_eq!(json(call(&vault, &file, &["--bring", "--json"]))["new"], 2);
    let refused = call(&vault, &file, &["--bring", "--json"]).refused();
    assert_eq!(refused["code"], "intake.nothing");
    crate::support::three_chairs(&vault, &["undo"]).fine();
    assert_eq!(json(call(&vault, &file, &["--bring", "--json"]))["new"], 2);
}

#[test]
fn what_does_not_fit_is_refused() {
    let (folder, vault) = crate::support::new_vault();
    let file = folder.path().join("work.ics");
    fs::write(&file, CALENDAR).unwrap();
    let refused = call(&vault, &file, &["--as", "Nadia", "--json"]).refused();
    assert_eq!(refused["code"], "intake.no_engagement");
    let refused = call(&vault, &file, &["--bring", "--only", "9", "--json"]).refused();
    assert_eq!(refused["code"], "intake.not_there");
    fs::write(&file, "nothing of the kind").unwrap();
    let refused = call(&vault, &file, &["--json"]).refused();
    assert_eq!(refused["code"], "intake.not_a");
}
