//! Locking by itself, the passphrase asked again, and a log that holds nothing of the practice.

use std::fs;
use std::path::Path;
use std::time::Duration;

use practice::types::{AsksAgain, CreateVault, KeptForm, Locking, Settings};
use practice::words::Language;
use practice::{Clock, Desk, FakeKeychain, Place, Places, SystemClock, answer};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::Moved;

const PASSPHRASE: &str = "kestrel words for a vault";

struct Opened {
    folder: TempDir,
    clock: Moved,
    desk: Desk,
}

/// An empty vault, open on a desk that asks again, with a log.
fn opened() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let clock = Moved::from(SystemClock.now().unwrap());
    let places = Places {
        proposed_vault: folder.path().join("vault"),
        last_vault: None,
        temporary: folder.path().to_owned(),
        log: Some(folder.path().join("log")),
    };
    let mut desk = Desk::new(
        Box::new(clock.clone()),
        Box::new(FakeKeychain::new()),
        places,
    );
    let vault = folder.path().join("vault of HERON");
    desk.create_vault(CreateVault {
        folder: vault.display().to_string(),
        passphrase: PASSPHRASE.to_owned(),
        remember: false,
    })
    .unwrap();
    Opened {
        folder,
        clock,
        desk,
    }
}

impl Opened {
    fn ask(&mut self, command: &str, input: Value) -> Result<Value, String> {
        answer(&mut self.desk, command, input).map_err(|failure| failure.code)
    }

    fn confirm(&mut self) {
        let given = json!({ "passphrase": PASSPHRASE });
        self.ask("confirm_passphrase", given).unwrap();
    }

    fn remember(&mut self, remember: bool) -> Result<(), String> {
        self.ask("remember", json!({ "remember": remember }))
            .map(drop)
    }
}

const AGAIN: &str = "passphrase.again";

#[test]
fn what_matters_asks_for_the_passphrase_each_time() {
    let mut it = opened();
    for _ in 0..2 {
        assert_eq!(it.remember(true).unwrap_err(), AGAIN);
        let wrong = json!({ "passphrase": "not these words at all" });
        assert_eq!(
            it.ask("confirm_passphrase", wrong).unwrap_err(),
            "vault.wrong_passphrase"
        );
        assert_eq!(it.remember(true).unwrap_err(), AGAIN);
        it.confirm();
        it.remember(true).unwrap();
    }
    assert!(it.desk.state().unwrap().keychain);
    it.confirm();
    it.clock.by(61);
    assert_eq!(it.remember(false).unwrap_err(), AGAIN, "typed too long ago");
    assert_eq!(it.desk.export().unwrap_err().code, AGAIN);
    it.confirm();
    it.desk.export().unwrap();
    let loose = json!({ "minutes": 60, "asks": "once-in-five-minutes" });
    assert_eq!(it.ask("set_locking", loose).unwrap_err(), AGAIN);
}

#[test]
fn a_copy_asks_for_the_passphrase_and_goes_beside_what_is_there() {
    let mut it = opened();
    let out = it.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    for form in ["readable", "tables", "interchange"] {
        let asked = || json!({ "form": form, "folder": &out });
        let before = fs::read_dir(&out).unwrap().count();
        assert_eq!(it.ask("take_out", asked()).unwrap_err(), AGAIN);
        assert_eq!(fs::read_dir(&out).unwrap().count(), before, "{form}");
        for _ in 0..2 {
            it.confirm();
            let written = it.ask("take_out", asked()).unwrap();
            let path = written["path"].as_str().unwrap();
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                let mode = fs::metadata(path).unwrap().permissions().mode();
                assert_eq!(mode & 0o077, 0, "{form}");
            }
            assert!(Path::new(path).starts_with(&out));
        }
        assert_eq!(fs::read_dir(&out).unwrap().count(), before + 2, "{form}");
    }
    let nowhere = json!({ "form": "tables", "folder": "/nowhere at all" });
    assert_eq!(it.ask("take_out", nowhere).unwrap_err(), "input.folder");
}

#[test]
fn where_backups_go_and_a_new_recovery_key_ask_and_cannot_be_undone() {
    let mut it = opened();
    let stick = it.folder.path().join("stick");
    let nowhere = json!({ "folders": [&stick] });
    let none = || json!({ "folders": [] });
    assert_eq!(
        it.ask("set_backup_places", nowhere).unwrap_err(),
        "input.folder",
        "nobody types it for nothing"
    );
    fs::create_dir(&stick).unwrap();
    let there = || json!({ "folders": [&stick] });
    let places = |it: &mut Opened| it.desk.backups().unwrap().places.len();
    assert_eq!(it.ask("set_backup_places", there()).unwrap_err(), AGAIN);
    assert_eq!(places(&mut it), 1);
    it.confirm();
    it.ask("set_backup_places", there()).unwrap();
    assert_eq!(places(&mut it), 2);
    assert_eq!(it.ask("set_backup_places", none()).unwrap_err(), AGAIN);
    it.confirm();
    it.ask("set_locking", json!({ "minutes": 5, "asks": "each-time" }))
        .unwrap();
    let undo = it.ask("undo", json!({ "change": null }));
    assert_eq!(undo.unwrap_err(), "undo.nothing");
    assert_eq!(places(&mut it), 2);

    let page = it.folder.path().join("recovery.pdf");
    let write = |desk: &mut Desk| {
        let path = page.as_path();
        let place = Place {
            path,
            replaces: false,
        };
        let written = desk.write_new_recovery_key(Language::English, place);
        written.map(drop).map_err(|failure| failure.code)
    };
    assert_eq!(write(&mut it.desk).unwrap_err(), AGAIN);
    assert!(!page.exists());
    assert!(!it.desk.state().unwrap().recovery);
    it.confirm();
    write(&mut it.desk).unwrap();
    assert!(page.exists());
    assert!(it.desk.state().unwrap().recovery);
    fs::remove_file(&page).unwrap();
    assert_eq!(write(&mut it.desk).unwrap_err(), AGAIN, "each time");
    assert!(!page.exists());
}

#[test]
fn a_recovery_key_that_is_typed_back_asks_before_it_counts() {
    let mut it = opened();
    let draft = it.desk.new_recovery_key().unwrap();
    let asked = draft.ask.iter();
    let groups: Vec<_> = asked.map(|at| &draft.groups[*at as usize - 1]).collect();
    let typed = || json!({ "groups": groups });
    assert_eq!(it.ask("confirm_recovery_key", typed()).unwrap_err(), AGAIN);
    assert!(!it.desk.state().unwrap().recovery);
    it.confirm();
    it.ask("confirm_recovery_key", typed()).unwrap();
    assert!(it.desk.state().unwrap().recovery);
}

#[test]
fn a_backup_is_restored_with_what_opens_it_and_nothing_else() {
    let mut it = opened();
    let file = it.desk.back_up_to(it.folder.path()).unwrap();
    let target = it.folder.path().join("restored");
    let restore = |passphrase: Value| {
        json!({ "file": file, "folder": target, "passphrase": passphrase, "recovery_key": null,
            "new_passphrase": null })
    };
    // That it was typed for the vault that is open does not count for a backup.
    it.confirm();
    for (given, code) in [
        (Value::Null, "input.blank"),
        (json!("not these words at all"), "vault.wrong_passphrase"),
    ] {
        assert_eq!(it.ask("restore", restore(given)).unwrap_err(), code);
        assert!(!target.exists());
    }
    it.ask("restore", restore(json!(PASSPHRASE))).unwrap();
    let restored = it.desk.state().unwrap().folder;
    assert_eq!(restored, target.display().to_string());
}

#[test]
fn what_fails_does_not_use_it_up() {
    let mut it = opened();
    it.confirm();
    let lower = json!({ "minutes": 0, "asks": "each-time" });
    assert_eq!(it.ask("set_locking", lower).unwrap_err(), "input.minutes");
    it.remember(true).unwrap();
}

#[test]
fn once_in_five_minutes_is_a_choice_that_lasts() {
    let mut it = opened();
    it.confirm();
    let ask = json!({ "minutes": 5, "asks": "once-in-five-minutes" });
    it.ask("set_locking", ask).unwrap();
    // It was typed just now.
    for remember in [true, false, true] {
        it.remember(remember).unwrap();
    }
    it.clock.by(300);
    assert_eq!(it.remember(false).unwrap_err(), AGAIN);
    it.confirm();
    it.desk.export().unwrap();
    it.desk.export().unwrap();
    it.clock.by(-600);
    assert_eq!(it.desk.export().unwrap_err().code, AGAIN, "clock set back");

    it.desk.lock().unwrap();
    let vault = it.folder.path().join("vault of HERON");
    let by_keychain = json!({ "folder": vault, "passphrase": null });
    it.ask("unlock", by_keychain).unwrap();
    assert_eq!(it.desk.export().unwrap_err().code, AGAIN, "nobody typed it");
    it.desk.lock().unwrap();
    let typed = json!({ "folder": vault, "passphrase": PASSPHRASE });
    it.ask("unlock", typed).unwrap();
    it.desk.export().unwrap();
    let chosen = Locking {
        minutes: 5,
        asks: AsksAgain::OnceInFiveMinutes,
    };
    let settings: Settings = it.desk.settings().unwrap();
    assert_eq!(settings.locking, chosen);
}

#[test]
fn a_hand_over_asks_last_and_leaves_nothing_where_it_was_not_given() {
    let mut it = opened();
    it.desk = it.desk.without_asking_again();
    it.desk.import_sample().unwrap();
    it.desk.lock().unwrap();
    let Opened { folder, clock, .. } = it;
    let vault = folder.path().join("vault of HERON");
    let places = Places {
        proposed_vault: vault.clone(),
        last_vault: None,
        temporary: folder.path().to_owned(),
        log: None,
    };
    let desk = Desk::new(
        Box::new(clock.clone()),
        Box::new(FakeKeychain::new()),
        places,
    );
    let mut it = Opened {
        folder,
        clock,
        desk,
    };
    let typed = json!({ "folder": vault, "passphrase": PASSPHRASE });
    it.ask("unlock", typed).unwrap();
    let out = it.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let hand_over = |party: &str| {
        json!({
            "document": { "engagement": "nadia", "kind": "summary", "party": party, "meeting": null,
                "on": null },
            "format": "md", "folder": out, "hand_over": true
        })
    };
    let ledger = |it: &mut Opened| {
        let ask = json!({ "engagement": "nadia", "on": null });
        it.ask("engagement", ask).unwrap()["ledger"].clone()
    };
    let before = ledger(&mut it);
    let unapproved = it.ask("write_document", hand_over("nadia-sponsor"));
    assert_ne!(
        unapproved.unwrap_err(),
        AGAIN,
        "nobody types it for nothing"
    );
    let coachees = || hand_over("nadia-coachee");
    assert_eq!(it.ask("write_document", coachees()).unwrap_err(), AGAIN);
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    assert_eq!(ledger(&mut it), before);
    it.confirm();
    it.ask("write_document", coachees()).unwrap();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    assert_ne!(ledger(&mut it), before);
    assert_eq!(it.ask("write_document", coachees()).unwrap_err(), AGAIN);
}

#[test]
fn the_sample_practice_asks_nothing_and_does_not_lock() {
    let mut it = opened();
    it.desk.open_sample().unwrap();
    it.desk.export().unwrap();
    assert_eq!(it.desk.time_until_locking(), None);
}

#[test]
fn it_is_time_to_lock_after_the_idle_minutes_that_were_chosen() {
    let mut it = opened();
    let minutes = |minutes: u64| Some(Duration::from_secs(60 * minutes));
    assert_eq!(it.desk.time_until_locking(), minutes(10));
    it.clock.by(9 * 60);
    assert_eq!(it.desk.time_until_locking(), minutes(1));
    it.ask("active", Value::Null).unwrap();
    assert_eq!(it.desk.time_until_locking(), minutes(10));
    // Reading is not a sign of life: a page may ask by itself.
    it.clock.by(9 * 60);
    it.ask("today", Value::Null).unwrap();
    assert_eq!(it.desk.time_until_locking(), minutes(1));
    it.confirm();
    for wrong in [0, 61, 1000] {
        let ask = json!({ "minutes": wrong, "asks": "each-time" });
        assert_eq!(it.ask("set_locking", ask).unwrap_err(), "input.minutes");
    }
    it.ask("set_locking", json!({ "minutes": 1, "asks": "each-time" }))
        .unwrap();
    assert_eq!(it.desk.time_until_locking(), minutes(0));
    it.ask("active", Value::Null).unwrap();
    it.clock.by(3600);
    assert_eq!(it.desk.time_until_locking(), minutes(0));
    it.desk.lock().unwrap();
    assert_eq!(it.desk.time_until_locking(), None);
    assert_eq!(it.ask("active", Value::Null).unwrap_err(), "desk.closed");
}

#[test]
fn a_form_half_filled_is_kept_in_the_vault_until_it_was_seen() {
    let mut it = opened();
    let form =
        json!({ "title": "A note", "fields": [{ "label": "What", "text": "She saw CURLEW." }] });
    assert_eq!(it.ask("kept_form", Value::Null).unwrap(), Value::Null);
    it.ask("keep_form", form.clone()).unwrap();
    it.desk.lock().unwrap();
    let vault = it.folder.path().join("vault of HERON");
    for file in fs::read_dir(&vault).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|six| six == b"CURLEW"));
    }
    let typed = json!({ "folder": vault, "passphrase": PASSPHRASE });
    it.ask("unlock", typed).unwrap();
    let kept: Option<KeptForm> = it.desk.kept_form().unwrap();
    assert_eq!(serde_json::to_value(kept).unwrap(), form);
    it.ask("forget_form", Value::Null).unwrap();
    assert_eq!(it.ask("kept_form", Value::Null).unwrap(), Value::Null);
    let long = json!({ "title": "", "fields": [{ "label": "", "text": "x".repeat(4_000_001) }] });
    assert_eq!(it.ask("keep_form", long).unwrap_err(), "input.too_long");
}

#[test]
fn neither_the_log_nor_the_details_hold_anything_of_the_practice() {
    let mut it = opened();
    // Content, wherever something can be typed: in names, notes, fields that do not exist, folders.
    let planted = ["OSPREY", "HERON", "AVOCET", "BITTERN", "DUNLIN", "kestrel"];
    it.ask(
        "save_person",
        json!({ "id": null, "name": "Maya OSPREY", "email": "OSPREY@example.org", "phone": "",
            "job_title": "OSPREY", "organisation": null, "notes": "OSPREY" }),
    )
    .ok();
    it.desk = it.desk.without_asking_again();
    it.desk.import_sample().unwrap();
    it.confirm();
    let note =
        json!({ "engagement": "nadia", "kind": "insight", "text": "AVOCET", "session": null });
    for odd in [
        note.clone(),
        json!({ "AVOCET": "AVOCET" }),
        json!("AVOCET"),
        json!({ "engagement": "AVOCET" }),
    ] {
        it.ask("add_note", odd).ok();
    }
    it.ask("BITTERN", Value::Null).ok();
    let out = it.folder.path().join("BITTERN");
    let write = json!({
        "document": { "engagement": "nadia", "kind": "summary", "party": "nadia-coachee",
            "meeting": null, "on": null },
        "format": "md", "folder": out, "hand_over": true
    });
    assert!(
        it.ask("write_document", write.clone()).is_err(),
        "no such folder"
    );
    fs::create_dir(&out).unwrap();
    it.ask("write_document", write).unwrap();
    it.desk.import(br#"{ "DUNLIN": "DUNLIN" }"#).unwrap_err();
    it.ask(
        "confirm_passphrase",
        json!({ "passphrase": "wrong DUNLIN words" }),
    )
    .ok();
    it.ask("keep_form", json!({ "title": "DUNLIN", "fields": [] }))
        .unwrap();

    let details = it.desk.support().unwrap().text;
    it.desk.lock().unwrap();
    it.ask("unlock", json!({ "folder": out, "passphrase": PASSPHRASE }))
        .ok();
    let locked = it.desk.support().unwrap().text;
    let mut logged = String::new();
    for file in fs::read_dir(it.folder.path().join("log")).unwrap() {
        logged += &fs::read_to_string(file.unwrap().path()).unwrap();
    }
    for text in [&details, &locked, &logged] {
        for word in planted.iter().chain(&["Nadia", "nadia", "Maya"]) {
            assert!(!text.contains(word), "{word} in:\n{text}");
        }
        let folder = it.folder.path().display().to_string();
        assert!(!text.contains(&folder), "a path in:\n{text}");
    }
    // It does say what went wrong, and how much was done.
    for code in [
        "add_note: call.unreadable",
        "unlock: ",
        "opened",
        "locked",
        "answered ",
    ] {
        assert!(logged.contains(code), "{code} not in:\n{logged}");
    }
    assert!(details.contains("Engagements: 12"), "{details}");
    assert!(locked.contains("Vault: locked"), "{locked}");
}
