//! Looking whether a database holds together, in parts.

use std::fs;

use store::{Store, setting};
use tempfile::TempDir;

use crate::{KEY, Practice};

const PAGE: usize = 4096;

/// Opened after it was harmed by statements that the program never makes.
fn harmed(harm: &str) -> (TempDir, Store) {
    let practice = Practice::rich();
    let (path, raw) = (practice.path(), practice.raw());
    raw.execute_batch(harm).unwrap();
    raw.close().unwrap();
    practice.store.close().unwrap();
    let store = Store::open_to_check(&path, KEY).unwrap();
    (practice.folder, store)
}

#[test]
fn a_changed_byte_of_a_page_in_which_nothing_stands_is_found() {
    let mut practice = Practice::rich();
    for long in ["x".repeat(40 * PAGE), String::new()] {
        practice
            .store
            .write(|tx| setting::set(tx, "long", &long))
            .unwrap();
    }
    let path = practice.path();
    practice.store.close().unwrap();
    let whole = fs::read(&path).unwrap();
    let mut only_there = 0;
    for page in 1..whole.len() / PAGE {
        let mut changed = whole.clone();
        changed[page * PAGE + 1000] ^= 1;
        fs::write(&path, &changed).unwrap();
        let Ok(store) = Store::open_to_check(&path, KEY) else {
            continue;
        };
        assert_eq!(store.check_pages().unwrap(), ["store.check.cipher"]);
        // Whatever else a check reads, it reads no page in which nothing stands.
        let unread = store
            .check_structure()
            .is_ok_and(|broken| broken.is_empty());
        only_there += usize::from(unread);
    }
    assert!(only_there >= 30, "{only_there} free pages");
}

/// Two states of one database in one file, each page of which is as the cipher wrote it.
#[test]
fn pages_of_two_states_are_found_by_the_tables_alone() {
    let (_folder, store) = harmed(
        "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'person')
            WHERE name = 'organisation'",
    );
    assert!(store.check_pages().unwrap().is_empty());
    assert_eq!(store.check_tables().unwrap(), ["store.check.structure"]);
    assert_eq!(store.check_structure().unwrap(), ["store.check.structure"]);
}

/// What is left to the whole check: an index out of step with its table, and the one for finding.
#[test]
fn indexes_are_looked_at_by_the_whole_check() {
    for harm in [
        "CREATE INDEX harmed ON session (day);
        CREATE TEMP TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'harmed';
        PRAGMA writable_schema = ON;
        DELETE FROM sqlite_schema WHERE name = 'harmed';
        PRAGMA writable_schema = RESET;
        UPDATE session SET day = '2020-01-01' WHERE id = 's-1';
        PRAGMA writable_schema = ON;
        INSERT INTO sqlite_schema SELECT * FROM aside",
        "DELETE FROM finding_index_data WHERE id > 10",
    ] {
        let (_folder, store) = harmed(harm);
        assert!(store.check_tables().unwrap().is_empty(), "{harm}");
        assert_eq!(store.check_structure().unwrap(), ["store.check.structure"]);
    }
}

#[test]
fn a_check_of_the_tables_changes_nothing() {
    let practice = Practice::rich();
    let path = practice.path();
    practice.store.close().unwrap();
    let whole = fs::read(&path).unwrap();
    let store = Store::open_to_check(&path, KEY).unwrap();
    let schema = store.schema().unwrap();
    assert!(schema.iter().any(|(name, _)| name == "finding_index"));
    assert!(store.check_tables().unwrap().is_empty());
    assert_eq!(store.schema().unwrap(), schema);
    assert!(store.check().unwrap().is_empty());
    store.close().unwrap();
    assert!(fs::read(&path).unwrap() == whole);
}
