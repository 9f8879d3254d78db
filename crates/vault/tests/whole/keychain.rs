//! Remembering a vault in the keychain, and what happens when the keychain is no help.

use std::sync::Arc;
use std::time::Duration;

use crate::common::{code, make, place, snapshot, words};
use vault::{
    FakeKeychain, Keychain, KeychainTrouble, NoKeychain, SlotKind, TimeLimited, VaultFolder,
    VaultId,
};
use zeroize::Zeroizing;

/// Lets a test keep hold of a fake that a `TimeLimited` owns.
struct Shared(Arc<FakeKeychain>);

impl Keychain for Shared {
    fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble> {
        self.0.put(vault, secret)
    }

    fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
        self.0.get(vault)
    }

    fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble> {
        self.0.remove(vault)
    }
}

fn remembered() -> (tempfile::TempDir, VaultFolder, FakeKeychain) {
    let (outer, folder) = place();
    let keychain = FakeKeychain::new();
    make(&folder).remember_in_keychain(&keychain).unwrap();
    (outer, folder, keychain)
}

#[test]
fn a_remembered_vault_opens_without_the_passphrase_and_with_it() {
    let (_outer, folder, keychain) = remembered();
    let key = {
        let open = folder.open_with_keychain(&keychain).unwrap();
        assert!(open.is_remembered());
        open.data_key().sqlcipher_raw()
    };
    let open = folder.open_with_passphrase(&words()).unwrap();
    assert_eq!(open.data_key().sqlcipher_raw(), key);
    assert_eq!(open.slots(), [SlotKind::Passphrase, SlotKind::Keychain]);
}

#[test]
fn the_keychain_survives_a_new_passphrase() {
    let (_outer, folder, keychain) = remembered();
    let mut open = folder.open_with_keychain(&keychain).unwrap();
    let new = crate::common::passphrase("another four plain words");
    open.change_passphrase(&new, vault::Cost::floor()).unwrap();
    drop(open);
    assert!(folder.open_with_keychain(&keychain).is_ok());
    assert!(folder.open_with_passphrase(&new).is_ok());
}

#[test]
fn remembering_again_renews_the_key_and_adds_no_slot() {
    let (_outer, folder, keychain) = remembered();
    let mut open = folder.open_with_keychain(&keychain).unwrap();
    let before = keychain.get(&open.id()).unwrap();
    open.remember_in_keychain(&keychain).unwrap();
    assert_ne!(keychain.get(&open.id()).unwrap(), before);
    assert_eq!(open.slots(), [SlotKind::Passphrase, SlotKind::Keychain]);
    drop(open);
    assert!(folder.open_with_keychain(&keychain).is_ok());
}

#[test]
fn forgetting_removes_the_slot_and_the_key() {
    let (_outer, folder, keychain) = remembered();
    let mut open = folder.open_with_keychain(&keychain).unwrap();
    open.forget_keychain(&keychain).unwrap();
    assert_eq!(open.slots(), [SlotKind::Passphrase]);
    assert_eq!(keychain.kept(), 0);
    open.forget_keychain(&keychain).unwrap();
    drop(open);
    let refused = folder.open_with_keychain(&keychain);
    assert_eq!(code(refused), "vault.not_in_keychain");
    assert!(folder.open_with_passphrase(&words()).is_ok());
}

#[test]
fn forgetting_without_a_keychain_still_removes_the_slot() {
    let (_outer, folder, keychain) = remembered();
    let mut open = folder.open_with_passphrase(&words()).unwrap();
    let forgotten = open.forget_keychain(&NoKeychain);
    assert_eq!(code(forgotten), "vault.keychain_missing");
    assert!(!open.is_remembered());
    drop(open);
    // What the keychain still holds opens nothing.
    assert_eq!(keychain.kept(), 1);
    let refused = folder.open_with_keychain(&keychain);
    assert_eq!(code(refused), "vault.not_in_keychain");
}

#[test]
fn without_the_keychains_help_the_passphrase_is_asked_for() {
    let (_outer, folder, keychain) = remembered();
    let opened = |keychain: &dyn Keychain| {
        let refused = folder.open_with_keychain(keychain).err().unwrap();
        assert!(refused.asks_for_passphrase(), "{refused}");
        assert!(refused.to_string().contains("passphrase"), "{refused}");
        refused.code()
    };
    // Another laptop's keychain.
    assert_eq!(opened(&FakeKeychain::new()), "vault.not_in_keychain");
    assert_eq!(opened(&NoKeychain), "vault.keychain_missing");
    for trouble in [
        KeychainTrouble::Missing,
        KeychainTrouble::Locked,
        KeychainTrouble::NoAnswer,
        KeychainTrouble::Failed,
    ] {
        keychain.fail_with(trouble);
        assert_eq!(opened(&keychain), trouble.code());
    }
    keychain.answer_wrong();
    assert_eq!(opened(&keychain), "vault.keychain_does_not_fit");
    assert!(folder.open_with_passphrase(&words()).is_ok());
    keychain.work();
    assert!(folder.open_with_keychain(&keychain).is_ok());
}

#[test]
fn a_key_of_another_vault_does_not_fit() {
    let (_outer, folder, keychain) = remembered();
    let (_outer2, other, others) = remembered();
    let id = folder.read_header().unwrap().id;
    let foreign = others.get(&other.read_header().unwrap().id).unwrap();
    keychain.put(&id, &foreign.unwrap()).unwrap();
    let refused = folder.open_with_keychain(&keychain);
    assert_eq!(code(refused), "vault.keychain_does_not_fit");
    assert!(folder.open_with_passphrase(&words()).is_ok());
}

#[test]
fn a_keychain_that_hangs_is_not_waited_for() {
    let (_outer, folder) = place();
    let fake = Arc::new(FakeKeychain::new());
    let keychain = TimeLimited::new(Shared(Arc::clone(&fake)), Duration::from_millis(50));
    let mut open = make(&folder);
    fake.hang();
    let before = snapshot(folder.path());
    let refused = open.remember_in_keychain(&keychain);
    assert_eq!(code(refused), "vault.keychain_no_answer");
    assert_eq!(
        snapshot(folder.path()),
        before,
        "no slot for a key that is not kept"
    );
    fake.work();
    drop(open);
    let patient = TimeLimited::new(Shared(Arc::clone(&fake)), vault::ANSWER_LIMIT);
    let mut open = folder.open_with_passphrase(&words()).unwrap();
    open.remember_in_keychain(&patient).unwrap();
    drop(open);
    assert!(folder.open_with_keychain(&patient).is_ok());
    fake.hang();
    let refused = folder.open_with_keychain(&keychain);
    assert_eq!(code(refused), "vault.keychain_no_answer");
    let mut open = folder.open_with_passphrase(&words()).unwrap();
    let forgotten = open.forget_keychain(&keychain);
    assert_eq!(code(forgotten), "vault.keychain_no_answer");
    assert!(!open.is_remembered());
}

#[test]
fn a_keychain_that_panics_is_a_failed_one() {
    struct Panics;
    impl Keychain for Panics {
        fn put(&self, _: &VaultId, _: &[u8; 32]) -> Result<(), KeychainTrouble> {
            panic!("as a library may");
        }
        fn get(&self, _: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
            panic!("as a library may");
        }
        fn remove(&self, _: &VaultId) -> Result<(), KeychainTrouble> {
            panic!("as a library may");
        }
    }
    let (_outer, folder, _) = remembered();
    let keychain = TimeLimited::new(Panics, vault::ANSWER_LIMIT);
    let refused = folder.open_with_keychain(&keychain);
    assert_eq!(code(refused), "vault.keychain_failed");
}

#[test]
fn a_keychain_that_does_not_keep_what_it_took_gets_no_slot() {
    for spoil in [FakeKeychain::answer_wrong, |fake: &FakeKeychain| {
        fake.fail_with(KeychainTrouble::Locked);
    }] {
        let (_outer, folder) = place();
        let keychain = FakeKeychain::new();
        let mut open = make(&folder);
        spoil(&keychain);
        assert!(open.remember_in_keychain(&keychain).is_err());
        assert!(!open.is_remembered());
        assert_eq!(folder.read_header().unwrap().slots, [SlotKind::Passphrase]);
    }
}
