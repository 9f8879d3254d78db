//! Copies of the whole database.

use std::fs;
use std::io::Read;
use std::path::Path;

use store::{Snapshot, Store, setting};

use crate::{KEY, Practice, bytes_of};

const OTHER_KEY: &str = "x'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";

fn theme(store: &Store) -> Option<String> {
    store.read(|tx| setting::get(tx, "theme")).unwrap()
}

fn set_theme(practice: &mut Practice, word: &str) {
    practice.write(|tx| setting::set(tx, "theme", word));
}

/// Copies a snapshot's file, and opens the copy.
fn opened(snapshot: &Snapshot, to: &Path) -> Store {
    let (mut file, length) = snapshot.file().unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes.len() as u64, length);
    fs::write(to, bytes).unwrap();
    Store::open(to, KEY).unwrap()
}

#[test]
fn a_snapshot_stands_still_while_others_write() {
    let mut practice = Practice::rich();
    set_theme(&mut practice, "before");
    let snapshot = Snapshot::take(&practice.path(), KEY).unwrap();
    let counts = snapshot.row_counts().unwrap();
    // As much as makes SQLite want to bring its log into the file.
    for round in 0..1500 {
        set_theme(&mut practice, &format!("after {round}"));
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = opened(&snapshot, &elsewhere.path().join("copy.db"));
    assert_eq!(theme(&copy).as_deref(), Some("before"));
    assert_eq!(copy.row_counts().unwrap(), counts);
    assert_eq!(copy.check().unwrap(), Vec::<String>::new());
    assert_eq!(theme(&practice.store).as_deref(), Some("after 1499"));
    drop(snapshot);
    let path = practice.path();
    practice.store.close().unwrap();
    let again = Store::open(&path, KEY).unwrap();
    assert_eq!(theme(&again).as_deref(), Some("after 1499"));
}

#[test]
fn a_snapshot_of_what_nobody_has_open_is_the_same() {
    let practice = Practice::rich();
    let path = practice.path();
    let counts = practice.store.row_counts().unwrap();
    practice.store.close().unwrap();
    let snapshot = Snapshot::take(&path, KEY).unwrap();
    assert_eq!(snapshot.row_counts().unwrap(), counts);
    assert!(counts.values().any(|count| *count > 0));
    assert_eq!(
        Snapshot::take(&path, OTHER_KEY).err().map(|e| e.code()),
        Some("store.wrong_key_or_damaged")
    );
}

#[test]
fn a_copy_under_another_key_holds_everything() {
    let practice = Practice::rich();
    let copy = practice.folder.path().join("copy.db");
    practice.store.copy_under(&copy, OTHER_KEY).unwrap();
    let other = Store::open(&copy, OTHER_KEY).unwrap();
    assert_eq!(other.check().unwrap(), Vec::<String>::new());
    assert_eq!(
        other.row_counts().unwrap(),
        practice.store.row_counts().unwrap()
    );
    assert_eq!(
        other.read(store::engagement::ids).unwrap(),
        practice.read(store::engagement::ids)
    );
    // The copy keeps its rules: what may not change there, may not change here either.
    assert_eq!(other.schema().unwrap(), practice.store.schema().unwrap());
    drop(other);
    assert_eq!(
        Store::open(&copy, KEY).err().map(|e| e.code()),
        Some("store.wrong_key_or_damaged")
    );
}

#[test]
fn a_copy_is_never_made_over_another_file() {
    let practice = Practice::rich();
    let before = bytes_of(practice.folder.path());
    let refused = practice.store.copy_under(&practice.path(), OTHER_KEY);
    assert_eq!(refused.err().map(|e| e.code()), Some("store.already_there"));
    let refused = practice
        .store
        .copy_under(&practice.folder.path().join("x.db"), "nonsense");
    assert_eq!(refused.err().map(|e| e.code()), Some("store.not_a_key"));
    assert_eq!(bytes_of(practice.folder.path()), before);
}

#[test]
fn what_a_practice_holds_is_counted() {
    let practice = Practice::empty();
    let contents = practice.read(store::contents);
    assert_eq!((contents.engagements, contents.sessions), (0, 0));
    assert_eq!(contents.last_session, None);
    let contents = Practice::rich().read(store::contents);
    assert_eq!(contents.engagements, 1);
    assert!(contents.sessions > 0);
    assert!(contents.last_session.is_some());
}
