//! Opening, closing, and what stands on the disk.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use store::session::{SessionText, set_text};
use store::{Store, StoreError, setting};

use crate::{KEY, Practice, bytes_of, path_in, rich};

const OTHER_KEY: &str = "x'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";

fn code<T>(answer: Result<T, StoreError>) -> &'static str {
    match answer {
        Ok(_) => "opened",
        Err(error) => error.code(),
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn what_was_written_is_there_when_it_is_opened_again() {
    let practice = Practice::rich();
    let path = practice.path();
    practice.store.close().unwrap();
    let names: Vec<_> = bytes_of(practice.folder.path())
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["practice.db"], "closing leaves one file");
    let store = Store::open(&path, KEY).unwrap();
    let case = store
        .read(|tx| store::engagement::load(tx, &rich().id))
        .unwrap();
    assert_eq!(case.unwrap().engagement, rich());
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn what_was_written_is_there_though_it_was_never_closed() {
    let practice = Practice::rich();
    let path = practice.path();
    // A second program, as after the power was cut: the first one's log is still there.
    let store = Store::open(&path, KEY).unwrap();
    let case = store
        .read(|tx| store::engagement::load(tx, &rich().id))
        .unwrap();
    assert_eq!(case.unwrap().engagement, rich());
}

#[test]
fn a_database_is_never_made_over_another_file() {
    let practice = Practice::rich();
    let before = fs::read(practice.path()).unwrap();
    assert_eq!(
        code(Store::create(&practice.path(), OTHER_KEY)),
        "store.already_there"
    );
    assert_eq!(fs::read(practice.path()).unwrap(), before);
    assert_eq!(practice.load(), rich());
}

#[test]
fn what_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(Store::open(&path_in(&folder), KEY)), "store.not_there");
    assert_eq!(bytes_of(folder.path()), []);
}

#[test]
fn a_creation_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        code(Store::create(&path_in(&folder), "nonsense")),
        "store.not_a_key"
    );
    assert_eq!(
        code(Store::create(&folder.path().join("no/such"), KEY)),
        "store.io"
    );
    assert_eq!(bytes_of(folder.path()), []);
}

#[test]
fn another_key_does_not_open_it_and_changes_nothing() {
    let practice = Practice::rich();
    let path = practice.path();
    practice.store.close().unwrap();
    let before = bytes_of(practice.folder.path());
    assert_eq!(
        code(Store::open(&path, OTHER_KEY)),
        "store.wrong_key_or_damaged"
    );
    assert_eq!(bytes_of(practice.folder.path()), before);
}

#[test]
fn a_key_has_one_form() {
    let practice = Practice::empty();
    let injected = format!("x'{}\"; PRAGMA q; --'", &KEY[2..40]);
    for key in [
        "",
        "x''",
        &KEY[..66],
        &KEY[2..66],
        "a passphrase",
        &injected,
    ] {
        assert_eq!(
            code(Store::open(&practice.path(), key)),
            "store.not_a_key",
            "{key}"
        );
    }
}

#[test]
fn damage_is_recognised() {
    let practice = Practice::rich();
    let path = practice.path();
    practice.store.close().unwrap();
    let whole = fs::read(&path).unwrap();
    for bytes in [
        Vec::new(),
        b"short".to_vec(),
        b"This is a letter, and no database at all. ".repeat(200),
        whole[..4096].to_vec(),
        whole[..5000].to_vec(),
        whole[..100].to_vec(),
    ] {
        fs::write(&path, &bytes).unwrap();
        assert_eq!(
            code(Store::open(&path, KEY)),
            "store.wrong_key_or_damaged",
            "{}",
            bytes.len()
        );
        assert_eq!(
            fs::read(&path).unwrap(),
            bytes,
            "it must not be repaired or overwritten"
        );
    }
}

#[test]
fn one_changed_byte_anywhere_is_found() {
    let practice = Practice::rich();
    let path = practice.path();
    practice.store.close().unwrap();
    let whole = fs::read(&path).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut changed = whole.clone();
        changed[page * 4096 + 1000] ^= 1;
        fs::write(&path, &changed).unwrap();
        match Store::open(&path, KEY) {
            Err(error) => assert_eq!(error.code(), "store.wrong_key_or_damaged"),
            Ok(store) => {
                let found = store.check().unwrap();
                assert!(
                    found.contains(&"store.check.cipher".to_owned()),
                    "{page}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn a_plain_sqlite_file_is_refused() {
    let practice = Practice::empty();
    let path = practice.folder.path().join("plain.db");
    let plain = rusqlite::Connection::open(&path).unwrap();
    plain
        .execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1")
        .unwrap();
    drop(plain);
    assert_eq!(code(Store::open(&path, KEY)), "store.not_a_cipher");
}

#[test]
fn another_programs_encrypted_file_is_refused() {
    let practice = Practice::empty();
    let path = practice.folder.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.pragma_update(None, "key", KEY).unwrap();
    other
        .execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1")
        .unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    assert_eq!(code(Store::open(&path, KEY)), "store.wrong_key_or_damaged");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    let practice = Practice::rich();
    let path = practice.path();
    practice
        .raw()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    practice.store.close().unwrap();
    let before = fs::read(&path).unwrap();
    match Store::open(&path, KEY) {
        Err(StoreError::Newer { found: 99, known }) => assert!(known < 99),
        answer => panic!("{}", code(answer)),
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_in_use_is_busy() {
    let mut practice = Practice::empty();
    let raw = practice.raw();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = practice.store.write(|tx| setting::set(tx, "a", "b"));
    assert_eq!(code(answer), "store.busy");
    raw.execute_batch("ROLLBACK").unwrap();
    practice.write(|tx| setting::set(tx, "a", "b"));
}

#[test]
fn every_file_is_for_its_owner_alone() {
    let practice = Practice::rich();
    for end in ["", "-wal", "-shm"] {
        let path = format!("{}{end}", practice.path().display());
        assert_eq!(mode(path.as_ref()), 0o600, "{end}");
    }
}

#[test]
fn nothing_of_the_practice_is_on_the_disk_in_plain_text() {
    let planted = "The managing director weeps at night";
    let mut practice = Practice::rich();
    let session = rich().sessions.remove(0).id;
    practice.write(|tx| set_text(tx, &session, SessionText::Reflective, planted));
    let look = |when: &str| {
        for (name, bytes) in bytes_of(practice.folder.path()) {
            for words in [
                planted,
                "Lindqvist",
                "CREATE TABLE",
                "reflective",
                "SQLite format",
            ] {
                let found = bytes
                    .windows(words.len())
                    .any(|window| window == words.as_bytes());
                assert!(!found, "{words} in {name}, {when}");
            }
        }
    };
    look("open");
    let wal = format!("{}-wal", practice.path().display());
    assert!(
        fs::metadata(wal).unwrap().len() > 0,
        "the log was not looked at"
    );
    let path = practice.path();
    practice.store.close().unwrap();
    look("closed");
    drop(Store::open(&path, KEY).unwrap());
}

#[test]
fn a_read_cannot_write() {
    let mut practice = Practice::empty();
    let answer = practice.store.read(|tx| setting::set(tx, "a", "b"));
    assert_eq!(code(answer), "store.refused");
    assert_eq!(practice.read(|tx| setting::get(tx, "a")), None);
    practice.write(|tx| setting::set(tx, "a", "b"));
    assert_eq!(
        practice.read(|tx| setting::get(tx, "a")).as_deref(),
        Some("b")
    );
}

#[test]
fn a_read_sees_one_state() {
    let practice = Practice::empty();
    let mut second = Store::open(&practice.path(), KEY).unwrap();
    let seen = practice.read(|tx| {
        let before = setting::get(tx, "a")?;
        second.write(|tx| setting::set(tx, "a", "b"))?;
        Ok((before, setting::get(tx, "a")?))
    });
    assert_eq!(seen, (None, None));
    assert_eq!(
        practice.read(|tx| setting::get(tx, "a")).as_deref(),
        Some("b")
    );
}

#[test]
fn a_panic_undoes_the_write() {
    let mut practice = Practice::empty();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        practice.store.write(|tx| -> Result<(), StoreError> {
            setting::set(tx, "a", "b")?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(practice.read(|tx| setting::get(tx, "a")), None);
    practice.write(|tx| setting::set(tx, "a", "c"));
}

#[test]
fn an_error_tells_nothing_of_the_practice() {
    let mut practice = Practice::rich();
    let error = practice
        .store
        .write(|tx| store::engagement::insert(tx, &rich()))
        .unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(!told.contains("Maya") && !told.contains("e-maya"), "{told}");
}

#[test]
fn a_value_that_is_not_ours_is_said_to_be_unreadable() {
    let practice = Practice::rich();
    let raw = practice.raw();
    raw.execute_batch("UPDATE session SET day = '2026-02-30' WHERE id = 's-1'")
        .unwrap();
    let answer = practice
        .store
        .read(|tx| store::engagement::load(tx, &rich().id));
    assert!(
        matches!(&answer, Err(StoreError::Unreadable { what }) if what == "day"),
        "{answer:?}"
    );
}

/// SQLCipher's start is not safe against a second thread, so it must be done before any connection
/// is handed out. Run in a process of its own, this fails when it is not.
#[test]
fn many_threads_may_begin_at_once() {
    let threads: Vec<_> = (0..8)
        .map(|_| std::thread::spawn(|| Practice::empty().read(|tx| setting::get(tx, "a"))))
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), None);
    }
}

#[test]
fn a_broken_reference_is_found() {
    let practice = Practice::rich();
    let raw = practice.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE id = 'tom'")
        .unwrap();
    assert_eq!(practice.store.check().unwrap(), ["store.check.references"]);
}

#[test]
fn what_vanishes_while_it_is_written_was_never_written() {
    let mut practice = Practice::rich();
    let folder = practice.folder.path().to_owned();
    let aside = folder.with_extension("aside");
    let written = practice.store.write(|tx| {
        setting::set(tx, "theme", "dark")?;
        fs::rename(&folder, &aside).unwrap();
        Ok(())
    });
    assert_eq!(code::<()>(written), "store.not_in_place");
    fs::rename(&aside, &folder).unwrap();
    let theme = practice.store.read(|tx| setting::get(tx, "theme"));
    assert_eq!(theme.unwrap(), None);
    assert!(practice.store.in_place().is_ok());
}
