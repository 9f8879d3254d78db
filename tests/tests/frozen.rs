//! Vaults of every released format, frozen as files: each later version opens them and finds what
//! was kept. They are never made again (`tests/frozen/README.md`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use practice::types::Unlock;
use practice::{Desk, NoKeychain, SystemClock};

const PASSPHRASE: &str = "three quiet chairs here";

fn frozen(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("frozen")
        .join(name)
}

fn opened(vault: &str, passphrase: &str) -> (tempfile::TempDir, Result<Desk, practice::Failure>) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("vault");
    fs::create_dir(&copy).unwrap();
    for file in fs::read_dir(frozen(vault)).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.join(file.file_name())).unwrap();
    }
    let places = whole_program_tests::places(&copy, folder.path());
    let mut desk =
        Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places).without_asking_again();
    let unlocked = desk.unlock(Unlock {
        folder: copy.display().to_string(),
        passphrase: Some(passphrase.to_owned()),
    });
    (folder, unlocked.map(|_| desk))
}

#[test]
fn a_vault_of_format_1_opens_and_holds_what_was_kept() {
    let (_folder, desk) = opened("vault-1", PASSPHRASE);
    let desk = desk.unwrap();
    assert_eq!(
        desk.export().unwrap(),
        fs::read(frozen("vault-1.json")).unwrap()
    );
    assert!(desk.check().unwrap().sound);
}

#[test]
fn a_vault_of_format_1_stays_shut_to_another_passphrase() {
    let (_folder, desk) = opened("vault-1", "three quiet chairs there");
    assert_eq!(desk.err().unwrap().code, "vault.wrong_passphrase");
}
