//! A vault that is open: its data key, its lock, and changes to its slots.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::cost::Cost;
use crate::error::VaultError;
use crate::folder::VaultFolder;
use crate::header::{FurtherSlot, Header, KeychainSlot, PassphraseSlot, RecoverySlot, SlotKind};
use crate::keychain::{Keychain, KeychainTrouble};
use crate::keys::{DataKey, VaultId, WrappingKey};
use crate::lock::Lock;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;

/// An unlocked vault. While it lives, no other process opens the vault; dropping it wipes the key
/// and lets go of the lock, so close the database first.
pub struct OpenVault {
    // In this order they are dropped: the key is wiped before others may open the vault.
    data_key: DataKey,
    header: Header,
    database_path: PathBuf,
    folder: VaultFolder,
    lock: Lock,
}

impl OpenVault {
    pub(crate) fn new(folder: VaultFolder, header: Header, data_key: DataKey, lock: Lock) -> Self {
        Self {
            data_key,
            header,
            database_path: folder.database_path(),
            folder,
            lock,
        }
    }

    /// The key of the database.
    pub fn data_key(&self) -> &DataKey {
        &self.data_key
    }

    /// The file of the database. It exists, unless somebody removes it right now: whoever opens it
    /// must not make a new one.
    pub fn database_path(&self) -> &Path {
        &self.database_path
    }

    /// The vault's folder.
    pub fn folder(&self) -> &VaultFolder {
        &self.folder
    }

    /// The vault's id.
    pub fn id(&self) -> VaultId {
        self.header.id
    }

    /// The ways in which this vault can be opened.
    pub fn slots(&self) -> Vec<SlotKind> {
        self.header.kinds().collect()
    }

    /// Whether the vault has a keychain slot.
    pub fn is_remembered(&self) -> bool {
        self.header.keychain().is_some()
    }

    /// Asks the passphrase again, before something that matters. Takes as long as opening.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::OutOfMemory`],
    /// [`VaultError::Cryptography`].
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<(), VaultError> {
        let Header {
            id,
            passphrase: slot,
            ..
        } = &self.header;
        slot.open(id, passphrase).map(drop)
    }

    /// Wraps the data key under a new passphrase, in the place of the old one. The other slots
    /// stay. The data key stays too: somebody with an older copy of the header and the old
    /// passphrase can still read this vault.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`], [`VaultError::NotInPlace`], [`VaultError::DamagedHeader`],
    /// [`VaultError::Io`], [`VaultError::OutOfMemory`], [`VaultError::Cryptography`]. The vault then opens with the
    /// old passphrase (or, if only the last sync failed, with the new one).
    pub fn change_passphrase(&mut self, new: &Passphrase, cost: Cost) -> Result<(), VaultError> {
        new.check_choice()?;
        self.change_header(|header, data_key| {
            header.passphrase = PassphraseSlot::make(&header.id, new, cost, data_key)?;
            Ok(())
        })
    }

    /// Adds a keychain slot, or renews it: makes a wrapping key, gives it to the keychain, and
    /// writes the slot once the keychain has been seen to keep it.
    ///
    /// # Errors
    /// [`VaultError::Keychain`], [`VaultError::NotInPlace`], [`VaultError::DamagedHeader`],
    /// [`VaultError::Io`],
    /// [`VaultError::Cryptography`]. The header is as before then. A slot that was to be renewed
    /// may no longer fit what the keychain holds: the passphrase is asked for at the next opening.
    pub fn remember_in_keychain(&mut self, keychain: &dyn Keychain) -> Result<(), VaultError> {
        let id = self.id();
        let wrapping = WrappingKey::make()?;
        keychain.put(&id, wrapping.bytes())?;
        let kept = keychain.get(&id)?;
        if kept.is_none_or(|kept| *kept != *wrapping.bytes()) {
            return Err(KeychainTrouble::Failed.into());
        }
        self.change_header(|header, data_key| {
            header.set(FurtherSlot::Keychain(KeychainSlot::make(
                &id, &wrapping, data_key,
            )?))
        })
    }

    /// Removes the keychain slot, and then the key from the keychain.
    ///
    /// # Errors
    /// [`VaultError::Keychain`]: the slot is gone all the same, and what the keychain may still
    /// hold opens nothing. [`VaultError::NotInPlace`], [`VaultError::DamagedHeader`],
    /// [`VaultError::Io`],
    /// [`VaultError::Cryptography`]: nothing changed.
    pub fn forget_keychain(&mut self, keychain: &dyn Keychain) -> Result<(), VaultError> {
        if self.is_remembered() {
            self.change_header(|header, _| {
                header.remove(SlotKind::Keychain);
                Ok(())
            })?;
        }
        Ok(keychain.remove(&self.id())?)
    }

    /// Whether the vault has a recovery key.
    pub fn has_recovery_key(&self) -> bool {
        self.header.recovery().is_some()
    }

    /// Wraps the data key under a recovery key, in the place of an earlier one, which then opens
    /// this vault no longer. It goes on opening backups that were made while it was in force.
    ///
    /// # Errors
    /// [`VaultError::NotInPlace`], [`VaultError::DamagedHeader`], [`VaultError::Io`],
    /// [`VaultError::Cryptography`]. Nothing
    /// changed then, unless only the last sync failed.
    pub fn set_recovery_key(&mut self, recovery: &RecoveryKey) -> Result<(), VaultError> {
        self.change_header(|header, data_key| {
            let slot = RecoverySlot::make(&header.id, recovery, data_key)?;
            header.set(FurtherSlot::Recovery(slot))
        })
    }

    /// Removes the recovery slot.
    ///
    /// # Errors
    /// [`VaultError::NotInPlace`], [`VaultError::DamagedHeader`], [`VaultError::Io`],
    /// [`VaultError::Cryptography`].
    pub fn remove_recovery_key(&mut self) -> Result<(), VaultError> {
        if !self.has_recovery_key() {
            return Ok(());
        }
        self.change_header(|header, _| {
            header.remove(SlotKind::Recovery);
            Ok(())
        })
    }

    /// Looks whether the folder at the vault's path is the one whose lock is held.
    ///
    /// # Errors
    /// [`VaultError::NotInPlace`].
    pub(crate) fn in_place(&self) -> Result<(), VaultError> {
        self.lock.in_place()
    }

    /// Takes over a new key and header, which stand on the disk.
    pub(crate) fn take_over(&mut self, data_key: DataKey, header: Header) {
        self.data_key = data_key;
        self.header = header;
    }

    /// Reads the header anew, changes it, and puts it in the place of the old one. A header that
    /// was damaged in the meantime is not overwritten.
    fn change_header(
        &mut self,
        change: impl FnOnce(&mut Header, &DataKey) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        self.in_place()?;
        let mut header = self.folder.unverified_header()?.verify(&self.data_key)?;
        change(&mut header, &self.data_key)?;
        self.folder.replace_header(&header.write(&self.data_key)?)?;
        self.header = header;
        Ok(())
    }
}

/// Shows the vault's id, and nothing of its key.
impl fmt::Debug for OpenVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenVault")
            .field("id", &self.id())
            .finish_non_exhaustive()
    }
}
