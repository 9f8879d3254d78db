//! Backups and keys, as the desk offers them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use practice::types::{BackupsPage, DeskState, RecoveryDraft};
use practice::{Desk, Failure, NoKeychain, Places, StandingClock, answer};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{TODAY, made, morning};

const WORDS: &str = "four plain words here";

fn desk(folder: &Path, day: &str) -> Desk {
    let places = Places {
        proposed_vault: folder.join("vault"),
        last_vault: None,
        temporary: folder.join("temporary"),
        log: None,
    };
    let clock = StandingClock(morning(day));
    let mut desk = Desk::new(Box::new(clock), Box::new(NoKeychain), places).without_asking_again();
    desk.back_up_by_itself();
    desk
}

/// A vault with the sample's content, open.
fn practice() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path(), TODAY);
    let ask =
        json!({ "folder": folder.path().join("vault"), "passphrase": WORDS, "remember": false });
    desk.create_vault(made(ask)).unwrap();
    desk.import_sample().unwrap();
    (folder, desk)
}

fn unlock(folder: &Path, day: &str) -> Desk {
    let mut desk = desk(folder, day);
    ask(
        &mut desk,
        "unlock",
        json!({ "folder": folder.join("vault"), "passphrase": WORDS }),
    )
    .unwrap();
    desk
}

fn ask(desk: &mut Desk, command: &str, input: Value) -> Result<Value, Failure> {
    answer(desk, command, input)
}

fn page(desk: &mut Desk) -> BackupsPage {
    desk.backups().unwrap()
}

/// Waits for the backup in the background.
fn settled(desk: &mut Desk) -> BackupsPage {
    let begun = Instant::now();
    loop {
        let page = page(desk);
        if !page.running {
            return page;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it hangs");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).map(|all| all.map(|one| one.unwrap().path()).collect());
    let mut files: Vec<PathBuf> = entries.unwrap_or_default();
    files.sort();
    files
}

fn code<T>(answer: Result<T, Failure>) -> String {
    answer.err().expect("it must be refused").code
}

fn change(desk: &mut Desk) {
    let coach =
        json!({ "name": "Anna Berg", "credentials": "", "email": "", "phone": "", "address": "" });
    ask(desk, "save_coach", coach).unwrap();
}

#[test]
fn locking_makes_a_backup_that_opens_elsewhere() {
    let (folder, mut desk) = practice();
    let before = desk.export().unwrap();
    assert!(page(&mut desk).due);
    desk.lock().unwrap();
    let backups = folder.path().join("vault/backups");
    let [backup] = &files(&backups)[..] else {
        panic!("one backup and nothing else: {:?}", files(&backups));
    };
    // Another laptop: nothing but the file and the passphrase.
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("b.tcbackup");
    fs::copy(backup, &file).unwrap();
    let mut other = self::desk(elsewhere.path(), "2026-09-20");
    let restore = json!({
        "file": file, "folder": elsewhere.path().join("restored"), "passphrase": WORDS,
        "recovery_key": null, "new_passphrase": null,
    });
    ask(&mut other, "restore", restore).unwrap();
    assert_eq!(other.export().unwrap(), before);
    assert!(other.check().unwrap().sound);
    let seen = ask(
        &mut other,
        "rehearse",
        json!({ "file": file, "passphrase": WORDS, "recovery_key": null }),
    );
    assert_eq!(seen.unwrap()["engagements"], 12);
    assert_eq!(
        files(&elsewhere.path().join("temporary")),
        Vec::<PathBuf>::new()
    );
}

#[test]
fn today_says_that_the_last_good_backup_is_old() {
    let (folder, mut desk) = practice();
    let said = |desk: &Desk| -> Option<Option<i64>> {
        let lines = desk.today().unwrap().lines;
        let line = lines.iter().find(|line| line.key == "backup//")?;
        Some(line.days)
    };
    assert_eq!(said(&desk), Some(None), "there is none");
    desk.lock().unwrap();
    for (day, says) in [("2026-09-23", None), ("2026-10-01", Some(Some(-8)))] {
        let mut desk = unlock(folder.path(), day);
        assert_eq!(said(&desk), None, "nothing was written since");
        change(&mut desk);
        assert_eq!(said(&desk), says, "{day}");
        let line = json!({ "line": "backup//", "engagement": null, "until": "2026-10-08" });
        assert_eq!(ask(&mut desk, "put_off", line).is_ok(), says.is_some());
        assert_eq!(said(&desk), None);
        desk.lock().unwrap();
    }
}

#[test]
fn a_vault_that_did_not_change_gets_no_second_backup() {
    let (folder, mut desk) = practice();
    desk.lock().unwrap();
    let backups = folder.path().join("vault/backups");
    assert_eq!(files(&backups).len(), 1);
    let mut desk = unlock(folder.path(), "2026-09-17");
    assert!(!settled(&mut desk).due);
    desk.lock().unwrap();
    assert_eq!(files(&backups).len(), 1);
    let mut desk = unlock(folder.path(), "2026-09-18");
    change(&mut desk);
    assert!(page(&mut desk).due);
    desk.lock().unwrap();
    assert_eq!(files(&backups).len(), 2);
    let mut desk = unlock(folder.path(), "2026-09-19");
    assert_eq!(
        page(&mut desk).last.map(|day| day.to_string()).as_deref(),
        Some("2026-09-18")
    );
}

#[test]
fn a_change_that_was_never_backed_up_is_when_the_vault_is_opened_again() {
    let (folder, mut desk) = practice();
    desk.lock().unwrap();
    let mut desk = unlock(folder.path(), "2026-09-17");
    change(&mut desk);
    // As if the program were killed: nothing is closed, the lock alone goes.
    desk.give_up_backups();
    drop(desk);
    let mut desk = unlock(folder.path(), "2026-09-18");
    let page = settled(&mut desk);
    assert_eq!(page.trouble, None);
    assert_eq!(
        page.last.map(|day| day.to_string()).as_deref(),
        Some("2026-09-18")
    );
    assert!(!page.due);
}

#[test]
fn writing_goes_on_while_a_backup_is_made() {
    let (_folder, mut desk) = practice();
    desk.back_up().unwrap();
    for _ in 0..20 {
        change(&mut desk);
    }
    let page = settled(&mut desk);
    assert_eq!(page.trouble, None);
    assert!(page.due, "what was written meanwhile is not in it");
    assert!(desk.check().unwrap().sound);
}

#[test]
fn backups_go_to_chosen_places_and_a_stick_that_is_away_is_named() {
    let (folder, mut desk) = practice();
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let own = folder.path().join("vault/backups");
    for (places, expected) in [
        (json!([folder.path().join("nowhere")]), "input.folder"),
        (json!(["relative"]), "input.folder"),
        (json!([folder.path().join("vault")]), "input.backup_place"),
        (json!([folder.path(), "/", &stick]), "input.backup_places"),
    ] {
        let refused = ask(&mut desk, "set_backup_places", json!({ "folders": places }));
        assert_eq!(code(refused), expected);
    }
    ask(
        &mut desk,
        "set_backup_places",
        json!({ "folders": [&stick] }),
    )
    .unwrap();
    desk.back_up().unwrap();
    assert_eq!(settled(&mut desk).trouble, None);
    assert_eq!(files(&stick).len(), 1);
    assert_eq!(
        fs::read(&files(&stick)[0]).unwrap(),
        fs::read(&files(&own)[0]).unwrap()
    );
    fs::rename(&stick, folder.path().join("away")).unwrap();
    change(&mut desk);
    desk.back_up().unwrap();
    let page = settled(&mut desk);
    assert!(page.trouble.unwrap().contains("not there"));
    assert!(!page.places[1].reachable);
    assert_eq!(
        page.places[0].backups.len(),
        1,
        "of one day the last is kept"
    );
}

#[test]
fn a_bad_backup_is_recognised_and_overwrites_nothing() {
    let (folder, mut desk) = practice();
    let good = desk.back_up_to(folder.path()).unwrap();
    let bytes = fs::read(&good).unwrap();
    let file = folder.path().join("x.tcbackup");
    let target = folder.path().join("restored");
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for (bad, expected) in [
        (bytes[..bytes.len() / 2].to_vec(), "vault.damaged_backup"),
        (flipped, "vault.damaged_backup"),
        (Vec::new(), "vault.damaged_backup"),
        (b"a letter".to_vec(), "vault.not_a_backup"),
    ] {
        fs::write(&file, &bad).unwrap();
        let asked = json!({
            "file": file, "folder": target, "passphrase": WORDS, "recovery_key": null,
            "new_passphrase": null,
        });
        assert_eq!(code(ask(&mut desk, "restore", asked)), expected);
        let asked = json!({ "file": file, "passphrase": WORDS, "recovery_key": null });
        assert_eq!(code(ask(&mut desk, "rehearse", asked)), expected);
        assert_eq!(fs::read(&file).unwrap(), bad);
    }
    // Never over a vault, and the one that is open stays open.
    let over = json!({
        "file": good, "folder": folder.path().join("vault"), "passphrase": WORDS,
        "recovery_key": null, "new_passphrase": null,
    });
    assert_eq!(
        code(ask(&mut desk, "restore", over)),
        "vault.already_a_vault"
    );
    let wrong = json!({ "file": good, "passphrase": "another passphrase", "recovery_key": null });
    assert_eq!(
        code(ask(&mut desk, "rehearse", wrong)),
        "vault.wrong_passphrase"
    );
    assert!(desk.check().unwrap().sound);
    let found = ask(
        &mut desk,
        "look_for_backups",
        json!({ "folder": folder.path() }),
    );
    assert_eq!(found.unwrap().as_array().unwrap().len(), 1);
}

#[test]
fn a_lost_passphrase_is_replaced_through_the_recovery_key() {
    let (folder, mut desk) = practice();
    let draft: RecoveryDraft = desk.new_recovery_key().unwrap();
    let out = folder.path().join("paper");
    fs::create_dir(&out).unwrap();
    let page = json!({ "folder": out, "language": "en" });
    ask(&mut desk, "write_recovery_page", page).unwrap();
    assert!(fs::read(&files(&out)[0]).unwrap().starts_with(b"%PDF"));
    let state = |desk: &mut Desk| -> DeskState { desk.state().unwrap() };
    assert!(!state(&mut desk).recovery, "not before it was typed back");
    let wrong = json!({ "groups": ["AAAAA", "BBBBB"] });
    assert_eq!(
        code(ask(&mut desk, "confirm_recovery_key", wrong)),
        "input.recovery_groups"
    );
    let typed: Vec<&String> = draft
        .ask
        .iter()
        .map(|at| &draft.groups[*at as usize - 1])
        .collect();
    ask(
        &mut desk,
        "confirm_recovery_key",
        json!({ "groups": typed }),
    )
    .unwrap();
    assert!(state(&mut desk).recovery);
    let before = desk.export().unwrap();
    desk.lock().unwrap();

    let key = draft.groups.join(" ").to_lowercase();
    let vault = folder.path().join("vault");
    let unlock = |key: &str, words: &str| json!({ "folder": vault, "recovery_key": key, "passphrase": words });
    let mut desk = self::desk(folder.path(), TODAY);
    let refuse = |desk: &mut Desk, key: &str, words: &str| {
        code(ask(desk, "unlock_with_recovery_key", unlock(key, words)))
    };
    assert_eq!(
        refuse(&mut desk, &key, "short"),
        "vault.passphrase_too_short"
    );
    assert_eq!(
        refuse(&mut desk, &key[1..], "a new passphrase"),
        "vault.recovery_key_mistyped"
    );
    ask(
        &mut desk,
        "unlock_with_recovery_key",
        unlock(&key, "a new passphrase"),
    )
    .unwrap();
    assert_eq!(desk.export().unwrap(), before);
    desk.lock().unwrap();
    let old = json!({ "folder": vault, "passphrase": WORDS });
    assert_eq!(
        code(ask(&mut desk, "unlock", old)),
        "vault.wrong_passphrase"
    );
    let new = json!({ "folder": vault, "passphrase": "a new passphrase" });
    ask(&mut desk, "unlock", new).unwrap();

    // The backup that was made when the vault was locked opens with the key alone.
    let backup = files(&vault.join("backups"))[0].clone();
    let restore = json!({
        "file": backup, "folder": folder.path().join("restored"), "passphrase": null,
        "recovery_key": key, "new_passphrase": "yet another one",
    });
    ask(&mut desk, "restore", restore).unwrap();
    assert_eq!(desk.export().unwrap(), before);
    ask(&mut desk, "remove_recovery_key", Value::Null).unwrap();
    desk.lock().unwrap();
    let restored = folder.path().join("restored");
    let asked = json!({ "folder": restored, "recovery_key": key, "passphrase": null });
    assert_eq!(
        code(ask(&mut desk, "unlock_with_recovery_key", asked)),
        "vault.no_recovery_key"
    );
}

#[test]
fn a_new_data_key_changes_nothing_but_the_key() {
    let (folder, mut desk) = practice();
    let vault = folder.path().join("vault");
    let before = desk.export().unwrap();
    desk.lock().unwrap();
    let old_files = ["vault.tcv", "practice.db"].map(|name| fs::read(vault.join(name)).unwrap());
    let mut desk = unlock(folder.path(), TODAY);
    let wrong = json!({ "passphrase": "another passphrase" });
    assert_eq!(
        code(ask(&mut desk, "new_data_key", wrong)),
        "vault.wrong_passphrase"
    );
    ask(&mut desk, "new_data_key", json!({ "passphrase": WORDS })).unwrap();
    assert_eq!(desk.export().unwrap(), before);
    change(&mut desk);
    desk.lock().unwrap();
    assert!(!vault.join("practice.db.next").exists());
    let mut desk = unlock(folder.path(), TODAY);
    assert!(desk.check().unwrap().sound);
    desk.lock().unwrap();
    // Somebody with the older header and the passphrase reads nothing of the vault as it is now.
    fs::write(vault.join("vault.tcv"), &old_files[0]).unwrap();
    let refused = ask(
        &mut desk,
        "unlock",
        json!({ "folder": vault, "passphrase": WORDS }),
    );
    assert_eq!(code(refused), "vault.damaged_database");
}

#[test]
fn a_change_of_the_key_that_was_interrupted_is_finished_or_undone() {
    let (folder, mut desk) = practice();
    let vault = folder.path().join("vault");
    let before = desk.export().unwrap();
    desk.lock().unwrap();
    let read = |name: &str| fs::read(vault.join(name)).unwrap();
    let old = (read("vault.tcv"), read("practice.db"));
    let mut desk = unlock(folder.path(), TODAY);
    ask(&mut desk, "new_data_key", json!({ "passphrase": WORDS })).unwrap();
    desk.lock().unwrap();
    let new = (read("vault.tcv"), read("practice.db"));

    // Killed while the copy was written, before the header was replaced, and after.
    for (header, next) in [
        (&old.0, &new.1[..new.1.len() / 3]),
        (&old.0, &new.1[..]),
        (&old.0, &b""[..]),
        (&new.0, &new.1[..]),
    ] {
        fs::write(vault.join("vault.tcv"), header).unwrap();
        fs::write(vault.join("practice.db"), &old.1).unwrap();
        fs::write(vault.join("practice.db.next"), next).unwrap();
        let mut desk = unlock(folder.path(), TODAY);
        assert_eq!(desk.export().unwrap(), before);
        desk.lock().unwrap();
        assert!(!vault.join("practice.db.next").exists());
    }
    assert_eq!(read("vault.tcv"), new.0);
}

#[test]
fn older_backups_go_when_something_was_disposed_of() {
    let (folder, mut desk) = practice();
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    fs::write(stick.join("mine.txt"), b"mine").unwrap();
    ask(
        &mut desk,
        "set_backup_places",
        json!({ "folders": [&stick] }),
    )
    .unwrap();
    desk.back_up().unwrap();
    let old = settled(&mut desk).places[1].backups[0].file.clone();
    change(&mut desk);
    assert_eq!(desk.replace_backups().unwrap(), Vec::<PathBuf>::new());
    let page = page(&mut desk);
    assert!(page.places.iter().all(|place| place.backups.len() == 1));
    assert!(page.places[1].backups[0].file != old);
    assert!(stick.join("mine.txt").exists());
}
