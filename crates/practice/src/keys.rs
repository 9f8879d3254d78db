//! The recovery key and a new data key.

use std::path::Path;

use coaching::words::Language;
use documents::{Content, Paper, Stamp};
use store::{Store, StoreError};
use vault::{Cost, OpenVault, Passphrase, RecoveryKey, VaultError, VaultFolder};

use crate::backups::{Depth, before_update, check, choice, recovery_key};
use crate::clock::Now;
use crate::desk::{Desk, Open, folder};
use crate::error::Failure;
use crate::paperwork::access::{path_in, written};
use crate::paperwork::handing_over::write_file;
use crate::paperwork::{Place, render};
use crate::types::{
    ConfirmRecoveryKey, DeskState, Format, NewDataKey, RecoveryDraft, RecoveryUnlock,
    WriteRecoveryPage, Written,
};

impl Desk {
    /// Makes a recovery key that does not count yet: it is shown, written on paper, and counts when
    /// two of its groups were typed back.
    ///
    /// # Errors
    /// When no vault is open.
    pub fn new_recovery_key(&mut self) -> Result<RecoveryDraft, Failure> {
        self.opened()?;
        let key = RecoveryKey::make()?;
        let groups = key.groups().iter().map(|group| group.to_string()).collect();
        let draft = RecoveryDraft {
            groups,
            ask: asked(&key),
        };
        self.recovery = Some(key);
        Ok(draft)
    }

    /// Puts the recovery key into force, in the place of an earlier one, once two of its groups were
    /// typed as they stand on the paper.
    ///
    /// # Errors
    /// When they are not the ones; the key still waits then.
    pub fn confirm_recovery_key(&mut self, ask: ConfirmRecoveryKey) -> Result<DeskState, Failure> {
        let key = self.recovery.as_ref().ok_or_else(no_draft)?;
        let groups = key.groups();
        let tidy = |typed: &str| {
            typed
                .trim()
                .to_uppercase()
                .replace('O', "0")
                .replace(['I', 'L'], "1")
        };
        let wanted = asked(key);
        let fits = wanted.len() == ask.groups.len()
            && wanted.iter().zip(&ask.groups).all(|(number, typed)| {
                let at = (*number as usize).saturating_sub(1);
                groups
                    .get(at)
                    .is_some_and(|group| group.as_str() == tidy(typed))
            });
        if !fits {
            return Err(Failure::input(
                "groups",
                "recovery_groups",
                "These are not the groups on the paper. Nothing was changed. Look at the numbers of \
                 the groups and type them again.",
            ));
        }
        self.is_confirmed()?;
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        open.vault.set_recovery_key(key)?;
        self.recovery = None;
        self.confirmation_used();
        self.backup_wanted();
        self.state()
    }

    /// Makes a recovery key, writes its page to a place, and puts it into force: for those who cannot be
    /// asked to type it back.
    ///
    /// # Errors
    /// `passphrase.again`; when it cannot be written. Nothing is changed then.
    pub fn write_new_recovery_key(
        &mut self,
        language: Language,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        self.after_asking(|desk| {
            // Before anything is on paper that would open nothing.
            desk.opened()?.store.in_place()?;
            let key = RecoveryKey::make()?;
            let content = desk.recovery_page(&key, language)?;
            let written = write_page(&content, place)?;
            let open = desk.open.as_mut().ok_or_else(Failure::closed)?;
            open.vault.set_recovery_key(&key)?;
            desk.backup_wanted();
            Ok(written)
        })
    }

    /// Writes the page with the key that waits to be typed back, as a PDF, into a folder of the coach's
    /// choosing and nowhere else.
    ///
    /// # Errors
    /// When no key waits, or the folder cannot be written to.
    pub fn write_recovery_page(&mut self, ask: WriteRecoveryPage) -> Result<Written, Failure> {
        let key = self.recovery.as_ref().ok_or_else(no_draft)?;
        let content = self.recovery_page(key, ask.language)?;
        let path = path_in(&ask.folder, &content, Format::Pdf)?;
        let place = Place {
            path: &path,
            replaces: false,
        };
        write_page(&content, place)
    }

    fn recovery_page(&self, key: &RecoveryKey, language: Language) -> Result<Content, Failure> {
        let groups = key.groups();
        let groups: Vec<&str> = groups.iter().map(|group| group.as_str()).collect();
        let today = self.now()?.today;
        Ok(documents::recovery_page(&groups, language, today))
    }

    /// Takes the recovery key out of force.
    ///
    /// # Errors
    /// `passphrase.again`; when the header cannot be written. Nothing is changed then.
    pub fn remove_recovery_key(&mut self) -> Result<DeskState, Failure> {
        self.after_asking(|desk| {
            let open = desk.open.as_mut().ok_or_else(Failure::closed)?;
            open.vault.remove_recovery_key()?;
            desk.recovery = None;
            desk.backup_wanted();
            desk.state()
        })
    }

    /// Opens a vault with its recovery key, and gives it a new passphrase if one was chosen.
    ///
    /// # Errors
    /// A key that is mistyped or does not fit, a passphrase that is too short: nothing is changed.
    pub fn unlock_with_recovery_key(&mut self, ask: RecoveryUnlock) -> Result<DeskState, Failure> {
        self.close();
        let place = folder(&ask.folder)?;
        let key = recovery_key(&ask.recovery_key)?;
        let chosen = ask.passphrase.map(|typed| choice(typed, "passphrase"));
        let chosen = chosen.transpose()?;
        let mut vault = VaultFolder::at(&place)
            .open_with_recovery_key(&key)
            .map_err(|error| Failure::from(error).at("recovery_key"))?;
        if let Some(chosen) = chosen {
            vault.change_passphrase(&chosen, Cost::calibrate()?)?;
        }
        self.put_on_desk(vault, &place, true)
    }

    /// Encrypts the whole practice under a new data key. Earlier copies of the vault and its backups
    /// stay under the old one; the recovery key is gone and has to be made anew.
    ///
    /// # Errors
    /// A wrong passphrase, a full disk, a vault that does not hold together: the vault goes on with
    /// its old key.
    pub fn new_data_key(&mut self, ask: NewDataKey) -> Result<DeskState, Failure> {
        let typed = Passphrase::new(ask.passphrase)
            .map_err(|error| Failure::from(error).at("passphrase"))?;
        self.stop_backup();
        self.forget_read();
        let open = self.open.as_ref().ok_or_else(Failure::closed)?;
        let new = open
            .vault
            .begin_new_data_key(&typed, Cost::calibrate()?, self.keychain.as_ref())
            .map_err(|error| Failure::from(error).at("passphrase"))?;
        open.store.in_place()?;
        let raw_key = new.data_key().sqlcipher_raw();
        open.store.copy_under(new.database_path(), &raw_key)?;
        let counts = open.store.row_counts()?;
        let schema = open.store.schema()?;
        let copied =
            check(new.database_path(), &raw_key, Some(&counts), Depth::Indexes).and_then(|()| {
                let same = Store::open_as_it_is(new.database_path(), &raw_key)?.schema()? == schema;
                if same { Ok(()) } else { Err(not_the_same()) }
            });
        if let Err(failure) = copied {
            open.vault.clear_next_database()?;
            return Err(failure);
        }
        let now = self.now()?;
        let Some(Open {
            store,
            mut vault,
            sample,
            watch,
            ..
        }) = self.open.take()
        else {
            return Err(Failure::closed());
        };
        store.close()?;
        let used = vault.use_new_data_key(new);
        // Whichever key is in force now, the vault is open again.
        let store = open_store(&vault, now)?;
        self.open = Some(Open {
            store,
            vault,
            sample,
            watch,
            marked: false,
        });
        used?;
        self.backup_wanted();
        self.state()
    }

    /// Puts a vault whose key is known on the desk: opens its database and remembers its folder.
    pub(crate) fn put_on_desk(
        &mut self,
        vault: OpenVault,
        place: &Path,
        typed: bool,
    ) -> Result<DeskState, Failure> {
        let store = open_store(&vault, self.now()?)?;
        self.remember_folder(place);
        self.lay_open(store, vault, typed)?;
        self.state()
    }

    /// A change of the keys is one that the next backup must hold.
    fn backup_wanted(&mut self) {
        self.backing.changes += 1;
        if let Some(open) = self.open.as_mut() {
            let marked = open.store.write(crate::backups::mark_due);
            open.marked = marked.is_ok();
        }
    }
}

fn write_page(content: &Content, place: Place<'_>) -> Result<Written, Failure> {
    let paper = Paper::new(Stamp::Final { approved: None }, None);
    let path = place.path;
    write_file(place, &render(content, Format::Pdf, paper)?)?;
    // A secret: nobody else on this computer reads it. A stick may know no such thing.
    #[cfg(unix)]
    let _ = std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600));
    Ok(written(path, false))
}

/// Opens the database of an open vault: finishes a change of its key that was interrupted, and makes
/// a backup before an older format is brought up to date.
pub(crate) fn open_store(vault: &OpenVault, now: Now) -> Result<Store, Failure> {
    let raw_key = vault.data_key().sqlcipher_raw();
    let mut left_over = false;
    if let Some(next) = vault.next_database() {
        match Store::open_as_it_is(&next, &raw_key) {
            Ok(copy) => {
                copy.close()?;
                vault.use_next_database()?;
            }
            // Never in force, or cut short: the database itself must open now.
            Err(_) => left_over = true,
        }
    }
    let path = vault.database_path();
    let store = Store::open_as_it_is(path, &raw_key).map_err(damaged)?;
    if left_over {
        vault.clear_next_database()?;
    }
    if store.format()? < Store::newest_format() {
        before_update(vault, now)?;
    }
    store.brought_up_to_date().map_err(damaged)
}

/// The key came out of an authenticated header: it is the database that is damaged.
fn damaged(error: StoreError) -> Failure {
    match error {
        StoreError::WrongKeyOrDamaged => VaultError::DamagedDatabase.into(),
        other => other.into(),
    }
}

/// The two groups that are typed back, by their numbers from 1: others for each key.
fn asked(key: &RecoveryKey) -> Vec<u32> {
    let sum: u32 = key
        .groups()
        .iter()
        .flat_map(|group| group.bytes().map(u32::from).collect::<Vec<_>>())
        .sum();
    let groups = RecoveryKey::GROUPS as u32;
    let first = sum % groups;
    let second = (first + 1 + sum / groups % (groups - 1)) % groups;
    let mut both = vec![first + 1, second + 1];
    both.sort_unstable();
    both
}

fn no_draft() -> Failure {
    Failure::new(
        "recovery.none_waiting",
        "No recovery key is waiting to be typed back. Make one first.",
    )
}

fn not_the_same() -> Failure {
    Failure::new(
        "rekey.not_the_same",
        "The copy under the new key is not the same as the vault, so it was not used. Nothing was \
         changed. Try again; if it happens again, run the check of the vault.",
    )
}
