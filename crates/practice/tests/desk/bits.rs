//! A vault and a backup of which a bit was changed, that were cut short, exchanged with those of another
//! vault or of another day, or emptied: recognised, or without effect. Never another content, and
//! nothing is overwritten. `THREE_CHAIRS_BITS` says at how many places (100 unless set).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use practice::types::{RecoveryUnlock, Rehearse};
use practice::{Desk, answer};
use serde_json::{Value, json};
use store::{Store, setting};
use tempfile::TempDir;
use vault::{RecoveryKey, VaultFolder};

use crate::support::{PASSPHRASE, empty, recovery_key};

const PAGE: usize = 4096;
const DATABASE: &str = "practice.db";
const HEADER: &str = "vault.tcv";

/// A closed vault whose recovery key is known, and its backup.
struct Whole {
    folder: TempDir,
    desk: Desk,
    key: String,
    export: Vec<u8>,
    backup: PathBuf,
    engagement: Value,
}

impl Whole {
    fn new() -> Self {
        let (folder, mut desk) = empty();
        // Little, so that it is quickly read; each page of a database counts alike.
        let begun = json!({
            "name": "Ana", "coachee": { "new": { "name": "Ana", "title": "", "organisation": "" } },
            "sponsor": null, "language": "en", "status": "contracting", "began": "2026-09-01",
            "planned_end": null, "planned_sessions": 0, "session_minutes": 60
        });
        let begun = answer(&mut desk, "begin_engagement", begun).unwrap();
        for text in ["Now", "Again"] {
            write_note(&mut desk, &begun["id"], text);
        }
        let key = recovery_key(&mut desk);
        let export = desk.export().unwrap();
        let backup = desk.back_up_to(folder.path()).unwrap();
        desk.lock().unwrap();
        Self {
            folder,
            desk,
            key,
            export,
            backup,
            engagement: begun["id"].clone(),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("vault").join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap()
    }

    /// Opens the vault with the key; the code when that is refused.
    fn open(&mut self, key: &str) -> Result<(), String> {
        let opened = self.desk.unlock_with_recovery_key(RecoveryUnlock {
            folder: self.folder.path().join("vault").display().to_string(),
            recovery_key: key.to_owned(),
            passphrase: None,
        });
        opened.map(drop).map_err(|failure| failure.code)
    }

    /// Opens it, reads all of it and closes it: all that it holds, or the code of the refusal.
    fn read_out(&mut self, key: &str) -> Result<Vec<u8>, String> {
        self.open(key)?;
        let read = self.desk.export().map_err(|failure| failure.code);
        let checked = self.desk.check();
        self.desk.lock().unwrap();
        match (read, checked) {
            (Ok(read), Ok(checked)) if checked.sound => Ok(read),
            (Ok(read), checked) => {
                // What could be read although something is damaged is what was written.
                assert!(read == self.export, "another content was shown");
                Err(match checked {
                    Ok(checked) => checked.database[0].clone(),
                    Err(failure) => failure.code,
                })
            }
            (Err(code), _) => Err(code),
        }
    }

    /// Puts other bytes in the place of a file, and answers how that is recognised.
    fn with(&mut self, name: &str, bytes: &[u8]) -> String {
        let key = self.key.clone();
        let whole = self.read(name);
        fs::write(self.file(name), bytes).unwrap();
        let code = self.read_out(&key).err();
        let after = self.read(name);
        assert!(after == bytes, "{name} was overwritten ({code:?})");
        for beside in ["practice.db-wal", "practice.db-shm"] {
            let _ = fs::remove_file(self.file(beside));
        }
        fs::write(self.file(name), whole).unwrap();
        code.expect("a change must be recognised")
    }

    fn rehearse(&self, backup: &Path) -> Result<(), String> {
        let ask = Rehearse {
            file: backup.display().to_string(),
            passphrase: None,
            recovery_key: Some(self.key.clone()),
        };
        let seen = self.desk.rehearse(ask);
        seen.map(drop).map_err(|failure| failure.code)
    }

    fn as_it_was(&mut self) {
        let key = self.key.clone();
        assert!(self.read_out(&key).unwrap() == self.export);
        assert_eq!(self.rehearse(&self.backup), Ok(()));
    }
}

fn places() -> usize {
    let places = std::env::var("THREE_CHAIRS_BITS").ok();
    places.and_then(|places| places.parse().ok()).unwrap_or(100)
}

/// Places spread over a file without a pattern, the same in each run.
fn spread(length: usize) -> impl Iterator<Item = (usize, u8)> {
    (1..=places()).map(move |number| {
        let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed >> 8) as usize % length, (mixed & 7) as u8)
    })
}

fn tell(what: &str, codes: &BTreeMap<String, usize>) {
    eprintln!("{what}: {codes:?}");
}

const OF_A_DATABASE: [&str; 3] = [
    "vault.damaged_database",
    "store.wrong_key_or_damaged",
    "store.check.cipher",
];

#[test]
fn a_flipped_bit_of_the_database_is_recognised() {
    let mut whole = Whole::new();
    let bytes = whole.read(DATABASE);
    let mut codes = BTreeMap::new();
    for (at, bit) in spread(bytes.len()) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << bit;
        let code = whole.with(DATABASE, &changed);
        assert!(OF_A_DATABASE.contains(&code.as_str()), "{at}.{bit}: {code}");
        *codes.entry(code).or_default() += 1;
    }
    tell("flipped in the database", &codes);
    whole.as_it_was();
}

#[test]
fn a_database_that_was_cut_short_is_recognised() {
    let mut whole = Whole::new();
    let bytes = whole.read(DATABASE);
    let pages = bytes.len() / PAGE;
    // Every page where that many are asked for.
    let step = (pages / places().min(pages)).max(1) * if places() < pages { 4 } else { 1 };
    let mut codes = BTreeMap::new();
    for page in (0..pages).step_by(step) {
        let code = whole.with(DATABASE, &bytes[..page * PAGE]);
        assert!(OF_A_DATABASE.contains(&code.as_str()), "{page}: {code}");
        *codes.entry(code).or_default() += 1;
    }
    let code = whole.with(DATABASE, &bytes[..bytes.len() - 1]);
    assert!(OF_A_DATABASE.contains(&code.as_str()), "{code}");
    tell("cut short", &codes);
    whole.as_it_was();
}

#[test]
fn a_changed_backup_is_recognised() {
    let mut whole = Whole::new();
    let bytes = fs::read(&whole.backup).unwrap();
    let file = whole.folder.path().join("changed.tcbackup");
    let mut codes = BTreeMap::new();
    let mut look = |changed: &[u8]| {
        fs::write(&file, changed).unwrap();
        let code = whole.rehearse(&file).unwrap_err();
        assert!(fs::read(&file).unwrap() == changed, "it was overwritten");
        assert!(
            ["vault.damaged_backup", "vault.not_a_backup"].contains(&code.as_str()),
            "{code}"
        );
        *codes.entry(code).or_default() += 1;
    };
    for (at, bit) in spread(bytes.len()) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << bit;
        look(&changed);
    }
    let pages = bytes.len() / PAGE;
    let step = (pages / places().min(pages)).max(1);
    for page in (0..=pages).step_by(step) {
        look(&bytes[..page * PAGE]);
    }
    tell("backup", &codes);
    whole.as_it_was();
}

/// A page of the vault that decays, whether something stands in it or not, gets into no backup that counts.
#[test]
fn a_page_that_decayed_is_recognised_before_a_backup_counts() {
    let mut whole = Whole::new();
    let key = whole.key.clone();
    leave_free_pages(&whole);
    let bytes = whole.read(DATABASE);
    let out = tempfile::tempdir().unwrap();
    let mut codes = BTreeMap::new();
    for (at, bit) in spread(bytes.len()) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << bit;
        fs::write(whole.file(DATABASE), &changed).unwrap();
        let code = match whole.open(&key) {
            Err(code) => code,
            Ok(()) => {
                let made = whole.desk.back_up_to(out.path());
                // Of a database that is damaged there may be nothing to be closed properly.
                let _ = whole.desk.lock();
                made.expect_err("it must not count").code
            }
        };
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0, "{at}.{bit}");
        for beside in ["practice.db-wal", "practice.db-shm"] {
            let _ = fs::remove_file(whole.file(beside));
        }
        *codes.entry(code).or_default() += 1;
    }
    tell("decayed before a backup", &codes);
    assert!(codes["backup.not_sound"] > places() / 4, "{codes:?}");
    fs::write(whole.file(DATABASE), bytes).unwrap();
    whole.open(&key).unwrap();
    let made = whole.desk.back_up_to(out.path()).unwrap();
    assert_eq!(whole.rehearse(&made), Ok(()));
}

/// As many pages as the practice has, in which nothing stands any more.
fn leave_free_pages(whole: &Whole) {
    let recovery = RecoveryKey::read(&whole.key).unwrap();
    let vault = VaultFolder::at(whole.folder.path().join("vault"));
    let vault = vault.open_with_recovery_key(&recovery).unwrap();
    let raw_key = vault.data_key().sqlcipher_raw();
    let mut store = Store::open(vault.database_path(), &raw_key).unwrap();
    for long in ["x".repeat(whole.read(DATABASE).len()), String::new()] {
        let set = store.write(|tx| setting::set(tx, "long", &long));
        set.unwrap();
    }
    store.close().unwrap();
}

#[test]
fn files_of_two_vaults_do_not_make_one() {
    let (mut one, mut two) = (Whole::new(), Whole::new());
    let [header, database] = [HEADER, DATABASE].map(|name| two.read(name));
    assert_eq!(one.with(DATABASE, &database), "vault.damaged_database");
    assert_eq!(one.with(HEADER, &header), "vault.wrong_recovery_key");
    // The other's header opens with the other's key, and not this database.
    let mine = one.read(HEADER);
    fs::write(one.file(HEADER), header).unwrap();
    let key = two.key.clone();
    assert_eq!(one.read_out(&key).unwrap_err(), "vault.damaged_database");
    fs::write(one.file(HEADER), mine).unwrap();
    one.as_it_was();
    two.as_it_was();
}

#[test]
fn empty_files_are_recognised() {
    let mut whole = Whole::new();
    assert_eq!(whole.with(HEADER, b""), "vault.damaged_header");
    assert_eq!(whole.with(DATABASE, b""), "vault.damaged_database");
    let file = whole.folder.path().join("empty.tcbackup");
    fs::write(&file, b"").unwrap();
    assert_eq!(whole.rehearse(&file).unwrap_err(), "vault.damaged_backup");
    // What is beside the database and empty says nothing.
    for name in ["practice.db-wal", "vault.lock", "practice.db.next"] {
        fs::write(whole.file(name), b"").unwrap();
        whole.as_it_was();
    }
}

fn write_note(desk: &mut Desk, engagement: &Value, text: &str) {
    let note = json!({
        "engagement": engagement, "topic": "reflections", "text": text, "on": null,
        "said_by": null, "session": null, "goal": null
    });
    answer(desk, "add_note", note).unwrap();
}

/// An older database of the same vault and key is the whole older practice, never a mixture: that it is
/// older cannot be known (`docs/security.md`, not claimed).
#[test]
fn an_older_database_is_the_older_practice() {
    let mut whole = Whole::new();
    let older = whole.read(DATABASE);
    let key = whole.key.clone();
    whole.open(&key).unwrap();
    write_note(&mut whole.desk, &whole.engagement, "Later");
    let newer = whole.desk.export().unwrap();
    whole.desk.lock().unwrap();
    assert!(whole.read_out(&key).unwrap() == newer);
    fs::write(whole.file(DATABASE), older).unwrap();
    assert!(whole.read_out(&key).unwrap() == whole.export);
}

/// After a new data key, the header and the database of before fit nothing that is newer.
#[test]
fn header_and_database_of_two_data_keys_do_not_fit() {
    let mut whole = Whole::new();
    let older = [HEADER, DATABASE].map(|name| whole.read(name));
    let key = whole.key.clone();
    whole.open(&key).unwrap();
    let ask = json!({ "passphrase": PASSPHRASE });
    answer(&mut whole.desk, "new_data_key", ask).unwrap();
    whole.key = recovery_key(&mut whole.desk);
    whole.desk.lock().unwrap();
    whole.as_it_was_without_backup();
    assert_eq!(whole.with(DATABASE, &older[1]), "vault.damaged_database");
    let newer = whole.read(HEADER);
    fs::write(whole.file(HEADER), &older[0]).unwrap();
    assert_eq!(whole.read_out(&key).unwrap_err(), "vault.damaged_database");
    fs::write(whole.file(HEADER), newer).unwrap();
    whole.as_it_was_without_backup();
}

impl Whole {
    /// The backup was made under another key.
    fn as_it_was_without_backup(&mut self) {
        let key = self.key.clone();
        assert!(self.read_out(&key).unwrap() == self.export);
    }
}
