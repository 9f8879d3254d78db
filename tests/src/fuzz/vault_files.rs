//! The vault's header, and a backup.

use std::cell::OnceCell;
use std::fs;

use vault::{
    BackupFile, FakeKeychain, Keychain, Passphrase, RecoveryKey, SlotKind, VaultError, VaultFolder,
    VaultId,
};

use super::{file, files_in, whole};

const FROZEN: &str = "crates/vault/tests/frozen/header-1.tcv";
const FROZEN_RECOVERY: &str = "crates/vault/tests/frozen/header-1-recovery.tcv";
const FROZEN_BACKUP: &str = "crates/vault/tests/frozen/backup-1.tcbackup";
/// Of the frozen files, as their own tests have it.
const RECOVERY: &str = "R30WW-5GY4G-RQ3C6-FJ696-SB5WP-SKEE1-SZ8DK-3MPKJ";
const CHECKSUM: usize = 32;
/// Where the cost stands in a header: KiB, passes, lanes.
const COST: usize = 39;

struct Place {
    folder: tempfile::TempDir,
    genuine: Vec<Vec<u8>>,
    recovery: RecoveryKey,
}

thread_local!(static PLACE: OnceCell<Place> = const { OnceCell::new() });

fn with_place<T>(f: impl FnOnce(&Place) -> T) -> T {
    PLACE.with(|place| {
        let place = place.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("practice.db"), b"no database").unwrap();
            Place {
                folder,
                genuine: [FROZEN, FROZEN_RECOVERY, FROZEN_BACKUP].map(file).into(),
                recovery: RecoveryKey::read(RECOVERY).unwrap(),
            }
        });
        f(place)
    })
}

/// A header, as it is and with its checksum made right: refused with a code and before a key is
/// derived, or told as what its bytes say. Through no key does it open unless it is as it was written.
pub(super) fn header(bytes: &[u8]) -> bool {
    with_place(|place| one_header(place, bytes) | one_header(place, &summed(bytes)))
}

fn summed(bytes: &[u8]) -> Vec<u8> {
    let mut summed = bytes[..bytes.len().saturating_sub(CHECKSUM)].to_vec();
    summed.extend(sha256(&summed));
    summed
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    let digits = vault::sha256_hex(bytes).into_bytes();
    let value = |digit: u8| {
        if digit < b'a' {
            digit - b'0'
        } else {
            digit - b'a' + 10
        }
    };
    let pairs = digits.chunks_exact(2);
    pairs
        .map(|pair| value(pair[0]) << 4 | value(pair[1]))
        .collect()
}

fn one_header(place: &Place, bytes: &[u8]) -> bool {
    let at = place.folder.path();
    fs::write(at.join("vault.tcv"), bytes).unwrap();
    let vault = VaultFolder::at(at);
    let read = vault.read_header();
    match &read {
        Err(refused) => {
            known(refused, &["vault.damaged_header", "vault.newer_version"]);
            // Deriving a key takes 64 MiB at the least: the limit of memory says whether it was done.
            let words = Passphrase::new("correct horse battery staple".to_owned()).unwrap();
            let opened = vault.open_with_passphrase(&words).unwrap_err();
            assert_eq!(opened.code(), refused.code());
        }
        Ok(info) => {
            assert_eq!(info.version.to_be_bytes(), bytes[16..18]);
            assert_eq!(info.id.as_bytes(), &bytes[18..34]);
            assert_eq!(info.slots.len(), usize::from(bytes[34]));
            assert_eq!(info.slots.first(), Some(&SlotKind::Passphrase));
            let cost = [
                info.cost.memory_kib(),
                info.cost.passes(),
                info.cost.lanes(),
            ];
            let said: Vec<u8> = cost.iter().flat_map(|each| each.to_be_bytes()).collect();
            assert_eq!(said, bytes[COST..COST + 12]);
            assert!((64 * 1024..=1024 * 1024).contains(&cost[0]), "{cost:?}");
            assert!((3..=100).contains(&cost[1]), "{cost:?}");
            assert!((1..=64).contains(&cost[2]), "{cost:?}");
            let genuine = place.genuine.iter().any(|each| each == bytes);
            let through_recovery = vault.open_with_recovery_key(&place.recovery);
            let has = info.slots.contains(&SlotKind::Recovery);
            assert_eq!(through_recovery.is_ok(), genuine && has);
            drop(through_recovery);
            let has = info.slots.contains(&SlotKind::Keychain);
            let through_keychain = vault.open_with_keychain(&keychain(&info.id, 0x80));
            assert_eq!(through_keychain.is_ok(), genuine && has);
            drop(through_keychain);
            let wrong = vault.open_with_keychain(&keychain(&info.id, 0x81));
            assert!(wrong.is_err(), "a wrong key opens it");
        }
    }
    read.is_ok()
}

/// A keychain that holds a key for this vault: of the frozen files' when its bytes count up from 80.
fn keychain(id: &VaultId, first: u8) -> FakeKeychain {
    let keychain = FakeKeychain::new();
    let key = std::array::from_fn(|i| first + i as u8);
    keychain.put(id, &key).unwrap();
    keychain
}

fn known(error: &VaultError, codes: &[&str]) {
    assert!(codes.contains(&error.code()), "{error:?}");
}

/// A backup, as it is, and with its lengths and checksums made right: refused with a code, the file
/// untouched and nothing left beside it, unless it is as it was written.
pub(super) fn backup(bytes: &[u8]) -> bool {
    with_place(|place| one_backup(place, bytes) | one_backup(place, &mended(bytes)))
}

/// The beginning of a backup: magic, version, id, time; the header's length follows.
const FRONT: usize = 42;
const TAIL: usize = 64;

fn mended(bytes: &[u8]) -> Vec<u8> {
    let Some((front, rest)) = bytes.split_at_checked(FRONT + 4) else {
        return summed(bytes);
    };
    let says = u32::from_be_bytes([front[42], front[43], front[44], front[45]]) as usize;
    let length = says.min(rest.len().saturating_sub(8 + TAIL));
    let header = summed(&rest[..length]);
    let database = rest.get(length + 8..rest.len() - TAIL.min(rest.len()));
    let database = database.unwrap_or_default();
    let lengths = (header.len() as u32, database.len() as u64);
    let mut whole = front[..FRONT].to_vec();
    whole.extend(lengths.0.to_be_bytes());
    whole.extend(header);
    whole.extend(lengths.1.to_be_bytes());
    whole.extend(database);
    whole.extend(sha256(&whole));
    whole.extend(&bytes[bytes.len().saturating_sub(TAIL / 2)..]);
    whole
}

fn one_backup(place: &Place, bytes: &[u8]) -> bool {
    let path = place.folder.path().join("a.tcbackup");
    let out = place.folder.path().join("out.db");
    fs::write(&path, bytes).unwrap();
    let answer = BackupFile::read(&path).and_then(|backup| {
        assert_eq!(backup.info().length, bytes.len() as u64);
        assert_eq!(backup.info().id.as_bytes(), &bytes[18..34]);
        let key = backup.open_with_recovery_key(&place.recovery)?;
        backup.take_database(&key, &out, &|| false)
    });
    assert_eq!(out.exists(), answer.is_ok(), "nothing half is left");
    let genuine = place.genuine.iter().any(|each| each == bytes);
    assert_eq!(answer.is_ok(), genuine);
    match answer {
        Ok(()) => fs::remove_file(&out).unwrap(),
        Err(refused) => known(
            &refused,
            &[
                "vault.not_a_backup",
                "vault.damaged_backup",
                "vault.newer_backup",
                "vault.newer_version",
                "vault.no_recovery_key",
                "vault.wrong_recovery_key",
            ],
        ),
    }
    assert_eq!(fs::read(&path).unwrap(), bytes, "never touched");
    genuine
}

/// The frozen headers, and the same that ask for more than any header may.
pub(super) fn headers() -> Vec<Vec<u8>> {
    let frozen = [FROZEN, FROZEN_RECOVERY, "tests/frozen/vault-1/vault.tcv"].map(file);
    let mut all = frozen.to_vec();
    all.extend(dear_headers());
    all
}

/// Headers with a right checksum that ask for 64 GiB, a million passes, 65 lanes, and all that can be
/// written.
#[must_use]
pub fn dear_headers() -> Vec<Vec<u8>> {
    let asking = |place: usize, what: u32| {
        let mut header = file(FROZEN);
        header[place..place + 4].copy_from_slice(&what.to_be_bytes());
        summed(&header)
    };
    vec![
        asking(COST, 64 * 1024 * 1024),
        asking(COST + 4, 1_000_000),
        asking(COST + 8, 65),
        asking(COST, u32::MAX),
    ]
}

/// The frozen backup.
pub(super) fn backups() -> Vec<Vec<u8>> {
    let folder = whole("crates/vault/tests/frozen");
    files_in(&folder, ".tcbackup")
}
