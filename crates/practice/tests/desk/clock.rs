//! A clock that was wrong: a year behind, ten years ahead, on the day that most years lack. What was
//! recorded keeps its order, the ledger its chain, and no backup is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use practice::{Desk, answer};
use serde_json::{Value, json};

use crate::support::{Moved, TODAY, empty_by, now, sample_by};

/// Right, a year behind, ten years ahead, the leap day, right again.
const DAYS: [&str; 5] = [TODAY, "2025-09-16", "2036-09-16", "2028-02-29", TODAY];

fn run(desk: &mut Desk, command: &str, input: Value) -> Value {
    answer(desk, command, input).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
}

fn note(desk: &mut Desk, text: &str) {
    let note = json!({
        "engagement": "nadia", "topic": "reflections", "text": text, "on": null, "said_by": null,
        "session": null, "goal": null
    });
    run(desk, "add_note", note);
}

fn nadia(desk: &Desk) -> Value {
    let all: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    let all = all["engagements"].as_array().unwrap();
    all.iter()
        .find(|each| each["id"] == "nadia")
        .unwrap()
        .clone()
}

#[test]
fn what_was_recorded_keeps_its_order() {
    let clock = Moved::from(now());
    let (folder, mut desk) = sample_by(Box::new(clock.clone()));
    let before = nadia(&desk)["ledger"].as_array().unwrap().len();
    // Right, ten years ahead, one year ahead and a year back from there, the leap day.
    let days = [TODAY, "2036-09-16", "2027-09-16", TODAY, "2028-02-29"];
    for (number, day) in days.iter().enumerate() {
        clock.to(day);
        let out = folder.path().join(format!("out {number}"));
        fs::create_dir(&out).unwrap();
        let ask = json!({
            "document": { "engagement": "nadia", "kind": "summary", "party": "nadia-coachee", "meeting": null, "on": null },
            "format": "md", "folder": out, "hand_over": true
        });
        run(&mut desk, "write_document", ask);
    }
    let ledger = nadia(&desk)["ledger"].as_array().unwrap()[before..].to_vec();
    let entered: Vec<&str> = ledger.iter().map(|e| e["on"].as_str().unwrap()).collect();
    assert_eq!(entered, days, "in the order in which they were entered");
    let checked = desk.check().unwrap();
    assert!(checked.sound, "{checked:?}");
}

#[test]
fn undoing_takes_back_what_was_recorded_last_and_not_what_the_clock_calls_last() {
    let clock = Moved::from(now());
    let (_folder, mut desk) = sample_by(Box::new(clock.clone()));
    for day in &DAYS[1..4] {
        clock.to(TODAY);
        note(&mut desk, &format!("first {day}"));
        clock.to(day);
        note(&mut desk, &format!("second {day}"));
        run(&mut desk, "undo", json!({ "change": null }));
        let text = nadia(&desk).to_string();
        assert!(text.contains(&format!("first {day}")), "{day}");
        assert!(!text.contains(&format!("second {day}")), "{day}");
    }
    assert!(desk.check().unwrap().sound);
}

fn backups(vault: &Path) -> BTreeSet<PathBuf> {
    let all = fs::read_dir(vault.join("backups")).unwrap();
    all.map(|file| file.unwrap().path()).collect()
}

fn back_up(desk: &mut Desk) {
    desk.back_up().unwrap();
    let begun = Instant::now();
    while desk.backups().unwrap().running {
        assert!(begun.elapsed() < Duration::from_secs(60), "it hangs");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(desk.backups().unwrap().trouble, None);
}

#[test]
fn a_wrong_clock_thins_no_backup_away() {
    let clock = Moved::from(now());
    let (folder, mut desk) = empty_by(Box::new(clock.clone()));
    let vault = folder.path().join("vault");
    // As many months, weeks and days as are kept, and no room for one more.
    let months = (0..14).map(|n| format!("{}-{:02}-28", 2025 + (n + 4) / 12, (n + 4) % 12 + 1));
    let days = (6..16).map(|day| format!("2026-09-{day:02}"));
    for day in months
        .take_while(|day| day.as_str() < "2026-09")
        .chain(days)
    {
        clock.to(&day);
        back_up(&mut desk);
    }
    let right = backups(&vault);
    for day in &DAYS[1..4] {
        clock.to(day);
        back_up(&mut desk);
        let lost: Vec<_> = right.difference(&backups(&vault)).cloned().collect();
        assert!(lost.is_empty(), "{day}: {lost:?}");
    }
    // Right again, on the same day as before.
    clock.to("2026-09-15");
    back_up(&mut desk);
    let lost: Vec<_> = right.difference(&backups(&vault)).cloned().collect();
    assert!(
        lost.len() <= 1,
        "the newer one of the same day took its place alone: {lost:?}"
    );
}
