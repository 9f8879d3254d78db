//! A write-ahead log that a killed program left, beside a database that it does not belong to, as where
//! a folder was copied or synchronised by halves.

use std::fs;
use std::path::{Path, PathBuf};

use coaching::ids::EngagementId;
use store::{Store, StoreError, setting};

use crate::{KEY, Practice, bytes_of, path_in, rich};

const OTHER_KEY: &str = "x'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";

fn log_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Opens a database and reads all of it.
fn read_all(path: &Path, key: &str) -> Result<(), StoreError> {
    let store = Store::open(path, key)?;
    store.read(|tx| store::engagement::load(tx, &EngagementId::new("e-maya").unwrap()))?;
    Ok(())
}

/// A closed database under this key, of which something is kept.
fn closed(folder: &tempfile::TempDir, key: &str) -> PathBuf {
    let path = path_in(folder);
    let mut store = Store::create(&path, key).unwrap();
    for number in 0..200 {
        store
            .write(|tx| setting::set(tx, &format!("kept {number}"), "a"))
            .unwrap();
    }
    store.close().unwrap();
    path
}

/// A log that holds no first page, so that opening meets nothing of it.
fn a_log(practice: &mut Practice) -> PathBuf {
    practice.write(|tx| setting::set(tx, "written", "last"));
    log_of(&practice.path())
}

#[test]
fn the_log_of_another_vault_is_recognised_and_written_nowhere() {
    let mut other = Practice::rich();
    let log = a_log(&mut other);
    let folder = tempfile::tempdir().unwrap();
    let path = closed(&folder, OTHER_KEY);
    fs::copy(&log, log_of(&path)).unwrap();
    let before = fs::read(&path).unwrap();
    let answer = read_all(&path, OTHER_KEY);
    assert_eq!(
        answer.err().map(|error| error.code()),
        Some("store.wrong_key_or_damaged")
    );
    assert!(
        fs::read(&path).unwrap() == before,
        "the database was overwritten"
    );
    // Without the log that is not its own, it is as it was.
    for (name, _) in bytes_of(folder.path()) {
        if name != "practice.db" {
            fs::remove_file(folder.path().join(name)).unwrap();
        }
    }
    let store = Store::open(&path, OTHER_KEY).unwrap();
    let kept = store.read(|tx| setting::get(tx, "kept 199")).unwrap();
    assert_eq!(kept.as_deref(), Some("a"));
}

/// The same, where the log has no first page: opening reads nothing of it by itself.
#[test]
fn part_of_another_vaults_log_is_recognised_and_written_nowhere() {
    let mut other = Practice::rich();
    let path = other.path();
    other.store.close().unwrap();
    other = Practice {
        store: Store::open(&path, KEY).unwrap(),
        folder: other.folder,
    };
    let log = a_log(&mut other);
    let folder = tempfile::tempdir().unwrap();
    let path = closed(&folder, OTHER_KEY);
    fs::copy(&log, log_of(&path)).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(read_all(&path, OTHER_KEY).is_err());
    assert!(
        fs::read(&path).unwrap() == before,
        "the database was overwritten"
    );
}

#[test]
fn a_log_that_is_its_own_is_taken_in() {
    let mut practice = Practice::rich();
    a_log(&mut practice);
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(&folder);
    fs::copy(practice.path(), &path).unwrap();
    fs::copy(log_of(&practice.path()), log_of(&path)).unwrap();
    let store = Store::open(&path, KEY).unwrap();
    let case = store
        .read(|tx| store::engagement::load(tx, &rich().id))
        .unwrap();
    assert_eq!(case.unwrap().engagement, rich());
    store.close().unwrap();
    assert!(!log_of(&path).exists());
}
