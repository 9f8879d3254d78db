//! What the tests of a whole vault share.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vault::{Cost, OpenVault, Passphrase, VaultFolder};

/// Stands for the database, which another crate makes.
pub const DATABASE: &[u8] = b"stands for an encrypted database";

/// An empty folder, and the vault that it may become.
pub fn place() -> (TempDir, VaultFolder) {
    let outer = tempfile::tempdir().unwrap();
    let folder = VaultFolder::at(outer.path().join("practice"));
    (outer, folder)
}

pub fn words() -> Passphrase {
    passphrase("correct horse battery staple")
}

pub fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap()
}

/// Makes a vault as the program does.
pub fn make(folder: &VaultFolder) -> OpenVault {
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    fs::write(new.database_path(), DATABASE).unwrap();
    new.finish().unwrap()
}

/// Every file of a folder with its bytes.
pub fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// The code of the error; the value is nothing to print.
pub fn code<T>(result: Result<T, vault::VaultError>) -> &'static str {
    result.err().expect("it must be refused").code()
}
