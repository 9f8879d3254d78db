use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::cost::Cost;
use crate::folder::VaultFolder;
use crate::keychain::FakeKeychain;
use crate::keys::{KEY_LEN, WrappingKey};
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;

/// Where the fields begin in a header whose slots are passphrase, keychain and an unknown one.
const VERSION: usize = 16;
const ID: usize = 18;
const SLOT_COUNT: usize = 34;
const FIRST_SLOT: usize = 35;
const MEMORY: usize = FIRST_SLOT + 4;
const PASSES: usize = MEMORY + 4;
const LANES: usize = PASSES + 4;
const SALT: usize = LANES + 4;
const NONCE: usize = SALT + 16;
const WRAPPED: usize = NONCE + 12;
const SECOND_SLOT: usize = WRAPPED + 48;
const THIRD_SLOT: usize = SECOND_SLOT + 4 + 60;

const FROZEN: &[u8] = include_bytes!("../../tests/frozen/header-1.tcv");
/// The same, with a recovery slot after the keychain's.
const FROZEN_RECOVERY: &[u8] = include_bytes!("../../tests/frozen/header-1-recovery.tcv");

fn words() -> Passphrase {
    Passphrase::new("correct horse battery staple".to_owned()).unwrap()
}

/// Bytes that count up from `first`: fixed, and different for each field.
fn counting<const N: usize>(first: u8) -> [u8; N] {
    std::array::from_fn(|i| first + i as u8)
}

fn data_key() -> DataKey {
    DataKey::from_slice(&counting::<KEY_LEN>(0x20)).unwrap()
}

fn keychain_key() -> WrappingKey {
    WrappingKey::from_secret(&counting(0x80))
}

/// The header of which the frozen file is a copy; `id` and the rest are fixed.
fn fixed_header(id: VaultId) -> Header {
    let key = data_key();
    let passphrase = PassphraseSlot::with(
        &id,
        &words(),
        Cost::floor(),
        counting(0x50),
        counting(0x60),
        &key,
    );
    let mut header = Header::new(id, passphrase.unwrap());
    let keychain = KeychainSlot::with(&id, &keychain_key(), counting(0x70), &key);
    let keychain = FurtherSlot::Keychain(keychain.unwrap());
    header.set(keychain).unwrap();
    header
}

/// Its bytes count up from c0.
fn recovery_key() -> RecoveryKey {
    let written = "R30WW-5GY4G-RQ3C6-FJ696-SB5WP-SKEE1-SZ8DK-3MPKJ";
    RecoveryKey::read(written).unwrap()
}

fn with_recovery(id: VaultId) -> Header {
    let mut header = fixed_header(id);
    let salt = counting(0x90);
    let slot = RecoverySlot::with(&id, &recovery_key(), salt, counting(0xa0), &data_key());
    header.set(FurtherSlot::Recovery(slot.unwrap())).unwrap();
    header
}

fn through_recovery(file: &[u8]) -> String {
    through(file, |header| {
        let slot = header.recovery().ok_or(VaultError::NoRecoveryKey)?;
        slot.open(&header.id, &recovery_key())
    })
}

#[test]
fn the_frozen_recovery_slot_is_written_and_opens() {
    assert_eq!(*recovery_key().bytes(), counting(0xc0));
    let header = with_recovery(VaultId(counting(0)));
    assert_eq!(header.write(&data_key()).unwrap(), FROZEN_RECOVERY);
    assert_eq!(through_recovery(FROZEN_RECOVERY), "opens");
    assert_eq!(through_passphrase(FROZEN_RECOVERY), "opens");
    assert_eq!(through_recovery(FROZEN), "vault.no_recovery_key");
}

/// Cut at each length by somebody who mends the checksum.
#[test]
fn no_crafted_length_stops_the_program() {
    for len in 0..FROZEN.len() - MAC_LEN {
        let cut = checksummed([&FROZEN[..len], &[0; MAC_LEN]].concat());
        assert_eq!(through_recovery(&cut), "vault.damaged_header", "{len}");
    }
}

/// Every byte changed by somebody who knows the format and mends the checksum.
#[test]
fn no_crafted_change_opens_through_the_recovery_key() {
    let slot = THIRD_SLOT..THIRD_SLOT + 4 + 76;
    for at in 0..FROZEN_RECOVERY.len() - MAC_LEN {
        let mut changed = FROZEN_RECOVERY.to_vec();
        changed[at] ^= 1;
        let code = through_recovery(&checksummed(changed));
        let recognised = match at {
            VERSION..ID if code == "vault.newer_version" => &code,
            _ if code == "vault.wrong_recovery_key" => &code,
            // The slot's tag: it is an unknown slot then.
            _ if slot.contains(&at) && code == "vault.no_recovery_key" => &code,
            _ => "vault.damaged_header",
        };
        assert_eq!(code, recognised, "byte {at}");
    }
    let other = with_recovery(VaultId(counting(0xa0))).write(&data_key());
    let mut swapped = FROZEN_RECOVERY.to_vec();
    swapped[slot.clone()].copy_from_slice(&other.unwrap()[slot]);
    assert_eq!(
        through_recovery(&checksummed(swapped)),
        "vault.wrong_recovery_key"
    );
}

#[test]
fn there_is_one_recovery_slot() {
    let mut file = FROZEN_RECOVERY.to_vec();
    let slot = file[THIRD_SLOT..THIRD_SLOT + 80].to_vec();
    file.splice(THIRD_SLOT..THIRD_SLOT, slot);
    file[SLOT_COUNT] = 4;
    let error = parse_error(&checksummed(file));
    assert!(error.to_string().contains("two recovery slots"), "{error}");
}

fn with_unknown_slot() -> Vec<u8> {
    let mut header = fixed_header(VaultId(counting(0)));
    header.further.push(FurtherSlot::Other {
        tag: 0x0304,
        body: b"from a later program".to_vec(),
    });
    header.write(&data_key()).unwrap()
}

/// Puts a right checksum under changed bytes, as somebody would who changes them on purpose.
fn checksummed(mut file: Vec<u8>) -> Vec<u8> {
    let end = file.len() - MAC_LEN;
    let sum = seal::checksum(&file[..end]);
    file[end..].copy_from_slice(&sum);
    file
}

fn parse_error(file: &[u8]) -> VaultError {
    Unverified::parse(file)
        .err()
        .expect("it must not be accepted")
}

/// The code with which opening through a slot ends, or "opens".
fn through(file: &[u8], unwrap: impl FnOnce(&Header) -> Result<DataKey, VaultError>) -> String {
    let opened = Unverified::parse(file).and_then(|unverified| {
        let key = unwrap(unverified.claims())?;
        unverified.verify(&key)
    });
    opened.map_or_else(|error| error.code().to_owned(), |_| "opens".to_owned())
}

fn through_keychain(file: &[u8]) -> String {
    through(file, |header| {
        let slot = header.keychain().ok_or(VaultError::NotInKeychain)?;
        slot.open(&header.id, &keychain_key())
    })
}

fn through_passphrase(file: &[u8]) -> String {
    through(file, |header| header.passphrase.open(&header.id, &words()))
}

#[test]
fn the_frozen_header_is_still_what_is_written() {
    let written = fixed_header(VaultId(counting(0))).write(&data_key());
    assert_eq!(written.unwrap(), FROZEN);
}

#[test]
fn the_frozen_header_still_opens() {
    let unverified = Unverified::parse(FROZEN).unwrap();
    let header = unverified.claims();
    assert_eq!(header.id.to_string(), "000102030405060708090a0b0c0d0e0f");
    assert_eq!(
        header.kinds().collect::<Vec<_>>(),
        [SlotKind::Passphrase, SlotKind::Keychain]
    );
    let by_words = header.passphrase.open(&header.id, &words()).unwrap();
    assert_eq!(by_words.bytes(), data_key().bytes());
    let by_keychain = header.keychain().unwrap().open(&header.id, &keychain_key());
    assert_eq!(by_keychain.unwrap().bytes(), data_key().bytes());
    assert!(unverified.verify(&by_words).is_ok());
}

#[test]
fn each_flipped_bit_is_damage() {
    let file = with_unknown_slot();
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            let code = parse_error(&changed).code();
            assert_eq!(code, "vault.damaged_header", "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn each_truncation_and_each_longer_file_is_damage() {
    let file = with_unknown_slot();
    for len in 0..file.len() {
        assert_eq!(parse_error(&file[..len]).code(), "vault.damaged_header");
    }
    for extra in [1, 32, 64, MAX_LEN] {
        let mut longer = file.clone();
        longer.resize(file.len() + extra, 0);
        assert_eq!(parse_error(&longer).code(), "vault.damaged_header");
        let error = parse_error(&checksummed(longer)).code();
        assert_eq!(error, "vault.damaged_header", "{extra} more");
    }
}

/// Every byte changed by somebody who knows the format and mends the checksum.
#[test]
fn no_crafted_change_opens_through_the_keychain() {
    let file = with_unknown_slot();
    assert_eq!(through_keychain(&file), "opens");
    for at in 0..file.len() - MAC_LEN {
        for flip in [0x01, 0x80, 0xff] {
            let mut changed = file.clone();
            changed[at] ^= flip;
            let code = through_keychain(&checksummed(changed));
            let recognised = match at {
                VERSION..ID if code == "vault.newer_version" => &code,
                _ if code == "vault.keychain_does_not_fit" => &code,
                // The second slot's tag: it is an unknown slot then, and there is no other.
                SECOND_SLOT..THIRD_SLOT if code == "vault.not_in_keychain" => &code,
                _ => "vault.damaged_header",
            };
            assert_eq!(code, recognised, "byte {at} ^ {flip:#x}");
        }
    }
}

/// The same through the passphrase: one byte of each field, since each takes a derivation.
#[test]
fn no_crafted_change_opens_through_the_passphrase() {
    let file = with_unknown_slot();
    assert_eq!(through_passphrase(&file), "opens");
    for (field, at, flip, code) in [
        ("id", ID, 1, "vault.wrong_passphrase"),
        ("memory", MEMORY + 3, 1, "vault.wrong_passphrase"),
        ("passes", PASSES + 3, 4, "vault.wrong_passphrase"),
        ("lanes", LANES + 3, 2, "vault.wrong_passphrase"),
        ("salt", SALT, 1, "vault.wrong_passphrase"),
        ("nonce", NONCE, 1, "vault.wrong_passphrase"),
        ("wrapped key", WRAPPED, 1, "vault.wrong_passphrase"),
        ("tag", WRAPPED + 47, 1, "vault.wrong_passphrase"),
        ("keychain slot", SECOND_SLOT + 20, 1, "vault.damaged_header"),
        ("unknown slot", THIRD_SLOT + 5, 1, "vault.damaged_header"),
        ("authenticator", file.len() - 40, 1, "vault.damaged_header"),
    ] {
        let mut changed = file.clone();
        changed[at] ^= flip;
        assert_eq!(through_passphrase(&checksummed(changed)), code, "{field}");
    }
}

#[test]
fn costs_out_of_bounds_are_damage() {
    for (at, value) in [
        (MEMORY, 64 * 1024 - 1),
        (MEMORY, 4 * 1024 * 1024 + 1),
        (PASSES, 2),
        (PASSES, 1001),
        (LANES, 0),
        (LANES, 65),
    ] {
        let mut file = FROZEN.to_vec();
        file[at..at + 4].copy_from_slice(&u32::to_be_bytes(value));
        let error = parse_error(&checksummed(file));
        assert!(error.to_string().contains("cost"), "{value} at {at}");
    }
}

#[test]
fn a_slot_of_another_vault_does_not_open() {
    // The same passphrase, keychain key and data key: only the id differs.
    let other = fixed_header(VaultId(counting(0xa0)));
    let other = other.write(&data_key()).unwrap();
    let swap = |from, to| {
        let mut file = FROZEN.to_vec();
        file[from..to].copy_from_slice(&other[from..to]);
        checksummed(file)
    };
    let passphrase = swap(FIRST_SLOT, SECOND_SLOT);
    assert_eq!(through_passphrase(&passphrase), "vault.wrong_passphrase");
    assert_eq!(through_keychain(&passphrase), "vault.damaged_header");
    let keychain = swap(SECOND_SLOT, THIRD_SLOT);
    assert_eq!(through_keychain(&keychain), "vault.keychain_does_not_fit");
    assert_eq!(through_passphrase(&keychain), "vault.damaged_header");
}

#[test]
fn the_list_of_slots_has_rules() {
    let damage = |change: fn(&mut Vec<u8>)| {
        let mut file = FROZEN.to_vec();
        change(&mut file);
        match parse_error(&checksummed(file)) {
            VaultError::DamagedHeader { what } => what,
            other => panic!("{other}"),
        }
    };
    assert_eq!(
        damage(|file| file[SLOT_COUNT] = 0),
        "it has no slot, or too many"
    );
    assert_eq!(
        damage(|file| file[SLOT_COUNT] = 17),
        "it has no slot, or too many"
    );
    assert_eq!(damage(|file| file[SLOT_COUNT] = 3), "it ends too early");
    assert_eq!(
        damage(|file| file[SLOT_COUNT] = 1),
        "it has bytes that belong to nothing"
    );
    assert_eq!(
        damage(|file| file[FIRST_SLOT + 1] = 2),
        "its first slot is not the passphrase's"
    );
    assert_eq!(
        damage(|file| file[SECOND_SLOT + 1] = 0),
        "a slot has no kind"
    );
    assert_eq!(
        damage(|file| file[SECOND_SLOT + 1] = 1),
        "it has two passphrase slots"
    );
    assert_eq!(
        damage(|file| {
            let slot = file[SECOND_SLOT..THIRD_SLOT].to_vec();
            file.splice(THIRD_SLOT..THIRD_SLOT, slot);
            file[SLOT_COUNT] = 3;
        }),
        "it has two keychain slots"
    );
}

#[test]
fn a_newer_version_is_named_and_not_read() {
    let newer = |version: u16| {
        // Of a later format, only the beginning and the checksum at the end are known.
        let mut file = FROZEN[..ID].to_vec();
        file[VERSION..ID].copy_from_slice(&version.to_be_bytes());
        file.extend_from_slice(b"laid out as nobody knows yet");
        file.extend_from_slice(&[0; MAC_LEN]);
        checksummed(file)
    };
    for version in [2, 300, u16::MAX] {
        let error = parse_error(&newer(version));
        assert!(
            matches!(error, VaultError::NewerVersion { found, known: 1 } if found == version),
            "{error}"
        );
        assert!(error.to_string().contains(&format!("format {version}")));
    }
    assert_eq!(parse_error(&newer(0)).code(), "vault.damaged_header");
    let mut flipped = newer(2);
    flipped[30] ^= 1;
    assert_eq!(parse_error(&flipped).code(), "vault.damaged_header");
}

#[test]
fn slots_of_a_later_program_are_kept() {
    let unknown = |folder: &Path| {
        let file = fs::read(folder.join("vault.tcv")).unwrap();
        let header = Unverified::parse(&file).unwrap().header;
        header.further.iter().find_map(|slot| match slot {
            FurtherSlot::Other { tag, body } => Some((*tag, body.clone())),
            _ => None,
        })
    };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vault.tcv"), with_unknown_slot()).unwrap();
    fs::write(folder.path().join("practice.db"), b"stands for a database").unwrap();
    let before = unknown(folder.path());
    assert_eq!(before, Some((0x0304, b"from a later program".to_vec())));

    let keychain = FakeKeychain::new();
    let vault = VaultFolder::at(folder.path());
    let mut open = vault.open_with_passphrase(&words()).unwrap();
    let kinds = [
        SlotKind::Passphrase,
        SlotKind::Keychain,
        SlotKind::Other(0x0304),
    ];
    assert_eq!(open.slots(), kinds);
    let other_words = Passphrase::new("incorrect horse".to_owned()).unwrap();
    open.change_passphrase(&other_words, Cost::floor()).unwrap();
    assert_eq!(unknown(folder.path()), before);
    open.remember_in_keychain(&keychain).unwrap();
    assert_eq!(open.slots(), kinds, "each slot keeps its place");
    assert_eq!(unknown(folder.path()), before);
    open.forget_keychain(&keychain).unwrap();
    assert_eq!(unknown(folder.path()), before);
    drop(open);
    assert!(vault.open_with_passphrase(&other_words).is_ok());
}

#[test]
fn there_is_a_most_number_of_slots() {
    let mut header = fixed_header(VaultId(counting(0)));
    header.further.clear();
    while header.further.len() + 1 < MAX_SLOTS {
        let tag = 100 + header.further.len() as u16;
        let body = Vec::new();
        header.further.push(FurtherSlot::Other { tag, body });
    }
    let file = header.write(&data_key()).unwrap();
    assert!(Unverified::parse(&file).is_ok());
    let id = header.id;
    let slot = KeychainSlot::make(&id, &keychain_key(), &data_key()).unwrap();
    let refused = header.set(FurtherSlot::Keychain(slot)).err().unwrap();
    assert_eq!(refused.code(), "vault.damaged_header");
    assert_eq!(header.kinds().count(), MAX_SLOTS);
}

#[test]
fn nothing_is_written_that_is_too_long_to_read() {
    let mut header = fixed_header(VaultId(counting(0)));
    let other = |len| FurtherSlot::Other {
        tag: 9,
        body: vec![0; len],
    };
    let room = MAX_LEN - FROZEN.len() - 4;
    header.further.push(other(room));
    let longest = header.write(&data_key()).unwrap();
    assert_eq!(longest.len(), MAX_LEN);
    assert!(Unverified::parse(&longest).is_ok());
    header.further.pop();
    header.further.push(other(room + 1));
    let refused = header.write(&data_key()).err().unwrap();
    assert_eq!(refused.code(), "vault.damaged_header");
}

/// A file that begins and ends as a header does, around arbitrary bytes.
fn framed(middle: &[u8]) -> Vec<u8> {
    let version = FORMAT_VERSION.to_be_bytes();
    checksummed([MAGIC, &version[..], middle, &[0; 2 * MAC_LEN]].concat())
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(Unverified::parse(&bytes).is_err());
        let _ = Unverified::parse(&framed(&bytes));
    }

    /// Whatever is accepted is written again to the byte, so nothing escapes the authenticator.
    #[test]
    fn what_is_accepted_is_canonical(
        changes in prop::collection::vec((FIRST_SLOT..THIRD_SLOT, any::<u8>()), 0..4),
        count in 1u8..6,
        more in prop::collection::vec((0u16..6, prop::collection::vec(any::<u8>(), 0..70)), 0..4),
    ) {
        let mut body = FROZEN[..THIRD_SLOT].to_vec();
        for (at, value) in changes {
            body[at] = value;
        }
        for (tag, slot) in &more {
            body.extend_from_slice(&tag.to_be_bytes());
            body.extend_from_slice(&(slot.len() as u16).to_be_bytes());
            body.extend_from_slice(slot);
        }
        body[SLOT_COUNT] = if count > 4 { 2 + more.len() as u8 } else { count };
        let file = checksummed([&body[..], &[0; 2 * MAC_LEN]].concat());
        if let Ok(unverified) = Unverified::parse(&file) {
            prop_assert_eq!(unverified.header.body(), body);
        }
    }
}
