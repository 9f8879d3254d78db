//! The folder vanishes under an open vault: nothing is called saved that nobody would find.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};

use practice::{Desk, answer};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{PASSPHRASE, empty, made};

const GONE: &str = "store.not_in_place";

struct Opened {
    folder: TempDir,
    desk: Desk,
}

fn opened() -> Opened {
    let (folder, mut desk) = empty();
    save(&mut desk, "Before").unwrap();
    Opened { folder, desk }
}

impl Opened {
    fn vault(&self) -> PathBuf {
        self.folder.path().join("vault")
    }

    fn aside(&self) -> PathBuf {
        self.folder.path().join("aside")
    }

    fn code(&mut self, command: &str, input: Value) -> String {
        answer(&mut self.desk, command, input).unwrap_err().code
    }

    /// The names that a vault holds when it is opened there.
    fn found_in(&mut self, vault: &Path) -> Vec<String> {
        self.desk.lock().unwrap();
        let ask = json!({ "folder": vault, "passphrase": PASSPHRASE });
        self.desk.unlock(made(ask)).unwrap();
        assert!(self.desk.check().unwrap().sound);
        names(&self.desk)
    }
}

fn save(desk: &mut Desk, name: &str) -> Result<(), String> {
    let person = json!({ "id": null, "name": name, "called": "", "title": "", "organisation": "",
        "email": "", "phone": "" });
    let saved = answer(desk, "save_person", person);
    saved.map(drop).map_err(|failure| failure.code)
}

fn names(desk: &Desk) -> Vec<String> {
    let people = serde_json::to_value(desk.people().unwrap()).unwrap();
    let named = people["people"].as_array().unwrap().iter();
    named
        .map(|person| person["person"]["name"].as_str().unwrap().to_owned())
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn nothing_is_saved_while_the_folder_is_elsewhere_and_work_goes_on_when_it_is_back() {
    let mut it = opened();
    fs::rename(it.vault(), it.aside()).unwrap();
    for _ in 0..2 {
        assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE);
    }
    let kept = json!({ "title": "A note", "fields": [] });
    assert_eq!(it.code("keep_form", kept), GONE);
    assert_eq!(it.code("undo", json!({ "change": null })), GONE);
    assert_eq!(names(&it.desk), ["Before"], "it can still be read");
    assert!(!it.vault().exists(), "no new folder is made");

    fs::rename(it.aside(), it.vault()).unwrap();
    save(&mut it.desk, "Afterwards").unwrap();
    let vault = it.vault();
    assert_eq!(it.found_in(&vault), ["Afterwards", "Before"]);
}

#[test]
fn a_folder_that_was_moved_holds_all_that_was_saved() {
    let mut it = opened();
    fs::rename(it.vault(), it.aside()).unwrap();
    assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE);
    let aside = it.aside();
    assert_eq!(it.found_in(&aside), ["Before"]);
    save(&mut it.desk, "There").unwrap();
}

#[test]
fn nothing_is_saved_into_a_folder_that_was_deleted() {
    let mut it = opened();
    fs::remove_dir_all(it.vault()).unwrap();
    assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE);
    assert_eq!(names(&it.desk), ["Before"]);
    it.desk.lock().unwrap();
    assert!(!it.vault().exists());
}

#[test]
fn another_folder_in_its_place_is_left_alone() {
    let mut it = opened();
    let (vault, aside) = (it.vault(), it.aside());
    copy(&vault, &aside);
    save(&mut it.desk, "Later").unwrap();
    let moved = it.folder.path().join("moved");
    fs::rename(&vault, &moved).unwrap();
    // An older state of the same vault, under the same key.
    fs::rename(&aside, &vault).unwrap();
    let before = files(&vault);
    assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE);
    assert_eq!(it.code("back_up", Value::Null), GONE);
    it.desk.lock().unwrap();
    assert_eq!(files(&vault), before, "nor when the vault is locked");
    assert_eq!(it.found_in(&vault), ["Before"]);
    assert_eq!(it.found_in(&moved), ["Before", "Later"]);
}

#[test]
fn each_file_that_holds_what_is_saved_has_to_be_there() {
    for name in ["practice.db", "practice.db-wal"] {
        let mut it = opened();
        let file = it.vault().join(name);
        let bytes = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE, "{name}");
        // The same bytes in another file are not what is written to.
        fs::write(&file, bytes).unwrap();
        assert_eq!(save(&mut it.desk, "Meanwhile").unwrap_err(), GONE, "{name}");
    }
}

#[test]
fn the_keys_of_another_folder_are_left_alone() {
    let mut it = opened();
    let (vault, aside) = (it.vault(), it.aside());
    copy(&vault, &aside);
    let moved = it.folder.path().join("moved");
    fs::rename(&vault, &moved).unwrap();
    fs::rename(&aside, &vault).unwrap();
    let before = files(&vault);
    let draft = it.desk.new_recovery_key().unwrap();
    let groups: Vec<_> = draft
        .ask
        .iter()
        .map(|at| &draft.groups[*at as usize - 1])
        .collect();
    let typed = json!({ "groups": groups });
    let gone = "vault.not_in_place";
    assert_eq!(it.code("confirm_recovery_key", typed.clone()), gone);
    let other = json!({ "old": PASSPHRASE, "new": "another four plain words" });
    assert_eq!(it.code("change_passphrase", other), gone);
    assert_eq!(
        it.code("new_data_key", json!({ "passphrase": PASSPHRASE })),
        gone
    );
    assert_eq!(files(&vault), before);

    fs::rename(&vault, &aside).unwrap();
    fs::rename(&moved, &vault).unwrap();
    answer(&mut it.desk, "confirm_recovery_key", typed).unwrap();
    assert_eq!(it.found_in(&vault), ["Before"]);
}

#[test]
fn a_hand_over_leaves_neither_file_nor_entry() {
    let mut it = opened();
    it.desk.import_sample().unwrap();
    let ledger = |desk: &mut Desk| {
        let ask = json!({ "engagement": "nadia", "on": null });
        answer(desk, "engagement", ask).unwrap()["ledger"].clone()
    };
    let before = ledger(&mut it.desk);
    let out = it.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::rename(it.vault(), it.aside()).unwrap();
    let hand_over = json!({
        "document": { "engagement": "nadia", "kind": "summary", "party": "nadia-coachee",
            "meeting": null, "on": null },
        "format": "md", "folder": out, "hand_over": true
    });
    assert_eq!(it.code("write_document", hand_over.clone()), GONE);
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    assert_eq!(ledger(&mut it.desk), before);
    fs::rename(it.aside(), it.vault()).unwrap();
    answer(&mut it.desk, "write_document", hand_over).unwrap();
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}
