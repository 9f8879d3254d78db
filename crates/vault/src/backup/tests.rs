use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::cost::Cost;
use crate::header::{FurtherSlot, Header, PassphraseSlot, RecoverySlot};
use crate::keys::{DataKey, KEY_LEN, VaultId};
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;
use crate::seal;

const FROZEN: &[u8] = include_bytes!("../../tests/frozen/backup-1.tcbackup");
const DATABASE: &[u8] = b"stands for an encrypted database";
const MADE: i64 = 1_790_000_000;
const RECOVERY: &str = "R30WW-5GY4G-RQ3C6-FJ696-SB5WP-SKEE1-SZ8DK-3MPKJ";

fn counting<const N: usize>(first: u8) -> [u8; N] {
    std::array::from_fn(|i| first + i as u8)
}

fn data_key(first: u8) -> DataKey {
    DataKey::from_slice(&counting::<KEY_LEN>(first)).unwrap()
}

fn words() -> Passphrase {
    Passphrase::new("correct horse battery staple".to_owned()).unwrap()
}

/// Sealed as the frozen file's vault seals.
fn fixed_seal(id: VaultId, key: &DataKey) -> BackupSeal {
    let cost = Cost::floor();
    let slot = PassphraseSlot::with(&id, &words(), cost, counting(0x50), counting(0x60), key);
    let mut header = Header::new(id, slot.unwrap());
    let recovery = RecoveryKey::read(RECOVERY).unwrap();
    let slot = RecoverySlot::with(&id, &recovery, counting(0x90), counting(0xa0), key);
    header.set(FurtherSlot::Recovery(slot.unwrap())).unwrap();
    BackupSeal::of(
        id,
        header.write(key).unwrap(),
        seal::backup_key(key, &id).unwrap(),
    )
}

fn write(seal: &BackupSeal, path: &Path, database: &[u8]) {
    let length = database.len() as u64;
    seal.write(path, MADE, &mut &*database, length, &|| false)
        .unwrap();
}

fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tcbackup");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The code with which opening and taking the database out ends, or "opens".
fn code(bytes: &[u8]) -> &'static str {
    let (folder, path) = file(bytes);
    let out = folder.path().join("out.db");
    let recovery = RecoveryKey::read(RECOVERY).unwrap();
    let answer = BackupFile::read(&path).and_then(|backup| {
        let key = backup.open_with_recovery_key(&recovery)?;
        backup.take_database(&key, &out, &|| false)
    });
    assert_eq!(out.exists(), answer.is_ok(), "nothing half is left");
    assert_eq!(fs::read(&path).unwrap(), bytes, "never touched");
    match answer {
        Ok(()) => {
            assert_eq!(fs::read(&out).unwrap(), DATABASE);
            "opens"
        }
        Err(error) => error.code(),
    }
}

#[test]
fn the_frozen_backup_is_still_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.tcbackup");
    write(
        &fixed_seal(VaultId(counting(0)), &data_key(0x20)),
        &path,
        DATABASE,
    );
    assert_eq!(fs::read(&path).unwrap(), FROZEN);
}

#[test]
fn the_frozen_backup_still_opens() {
    let (_folder, path) = file(FROZEN);
    let backup = BackupFile::read(&path).unwrap();
    let info = backup.info();
    assert_eq!((info.made, info.length), (MADE, FROZEN.len() as u64));
    assert_eq!(info.id, VaultId(counting(0)));
    let key = backup.open_with_passphrase(&words()).unwrap();
    assert_eq!(key.bytes(), data_key(0x20).bytes());
    assert_eq!(code(FROZEN), "opens");
    let wrong = Passphrase::new("another passphrase".to_owned()).unwrap();
    let refused = backup.open_with_passphrase(&wrong).err().unwrap();
    assert_eq!(refused.code(), "vault.wrong_passphrase");
}

#[test]
fn a_flipped_bit_of_each_byte_is_recognised() {
    for at in 0..FROZEN.len() {
        for bit in [0, 7] {
            let mut changed = FROZEN.to_vec();
            changed[at] ^= 1 << bit;
            let recognised = match at {
                0..16 => "vault.not_a_backup",
                _ => "vault.damaged_backup",
            };
            assert_eq!(code(&changed), recognised, "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn each_truncation_and_each_longer_file_is_recognised() {
    for len in 0..FROZEN.len() {
        assert_eq!(code(&FROZEN[..len]), "vault.damaged_backup", "{len}");
    }
    for extra in [1, 64, 5000] {
        let mut longer = FROZEN.to_vec();
        longer.resize(FROZEN.len() + extra, 0);
        assert_eq!(code(&longer), "vault.damaged_backup");
    }
    assert_eq!(
        code(b"This is a letter, and no backup at all."),
        "vault.not_a_backup"
    );
}

/// Puts a right checksum under changed bytes, as somebody would who changes them on purpose.
fn checksummed(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - TAIL_LEN;
    let sum = seal::checksum(&bytes[..end]);
    bytes[end..end + 32].copy_from_slice(&sum);
    bytes
}

#[test]
fn a_newer_backup_is_named_and_not_read() {
    let newer = |version: u16| {
        let mut bytes = [&MAGIC[..], &version.to_be_bytes()].concat();
        bytes.extend_from_slice(&[7; 300]);
        checksummed(bytes)
    };
    assert_eq!(code(&newer(2)), "vault.newer_backup");
    assert_eq!(code(&newer(0)), "vault.damaged_backup");
    let mut flipped = newer(2);
    flipped[100] ^= 1;
    assert_eq!(code(&flipped), "vault.damaged_backup");
}

/// Somebody without the key who puts another time or another database into a backup.
#[test]
fn no_crafted_change_is_taken_for_whole() {
    let front = FROZEN.len() - TAIL_LEN - DATABASE.len();
    for at in (34..42).chain(front..front + DATABASE.len()) {
        let mut changed = FROZEN.to_vec();
        changed[at] ^= 1;
        assert_eq!(
            code(&checksummed(changed)),
            "vault.damaged_backup",
            "byte {at}"
        );
    }
}

#[test]
fn parts_of_two_vaults_do_not_make_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other");
    // Another vault; and the same vault under a later data key.
    for (id, key) in [
        (VaultId(counting(0x70)), 0x20),
        (VaultId(counting(0)), 0x21),
    ] {
        write(&fixed_seal(id, &data_key(key)), &path, DATABASE);
        let other = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(other.len(), FROZEN.len());
        let database = FROZEN.len() - TAIL_LEN - DATABASE.len();
        for at in [
            34,
            FRONT_LEN,
            database,
            FROZEN.len() - TAIL_LEN,
            FROZEN.len() - 32,
        ] {
            let swapped = [&FROZEN[..at], &other[at..]].concat();
            if swapped == other {
                continue;
            }
            assert_eq!(code(&swapped), "vault.damaged_backup", "from {at}");
            if at <= database {
                let mended = checksummed(swapped);
                assert_eq!(code(&mended), "vault.damaged_backup", "from {at}");
            }
        }
    }
}

#[test]
fn a_backup_that_is_stopped_or_cut_short_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.tcbackup");
    let seal = fixed_seal(VaultId(counting(0)), &data_key(0x20));
    let stopped = seal.write(&path, MADE, &mut &*DATABASE, 32, &|| true);
    assert_eq!(stopped.err().unwrap().code(), "vault.stopped");
    let short = seal.write(&path, MADE, &mut &*DATABASE, 33, &|| false);
    assert_eq!(short.err().unwrap().code(), "vault.io");
    assert!(!path.exists());
    fs::write(&path, b"mine").unwrap();
    let there = seal.write(&path, MADE, &mut &*DATABASE, 32, &|| false);
    assert_eq!(there.err().unwrap().code(), "vault.io");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

proptest::proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes: Vec<u8>, cut in 0..400_usize) {
        let (_folder, path) = file(&[&FROZEN[..cut.min(FROZEN.len())], &bytes].concat());
        let _ = BackupFile::read(&path);
    }
}
