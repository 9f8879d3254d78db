//! A new data key: the database is copied under it, and header and database change places.
//!
//! Two files cannot be replaced in one step, so the header decides: it is replaced first. From then
//! on the copy (`practice.db.next`) is the database, and whoever opens the vault finishes: the copy is
//! tried with the key, and takes its place if it opens. Until then the old header opens the old
//! database, and the copy is cleared once that one was seen to open.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::cost::Cost;
use crate::error::{VaultError, io_while};
use crate::files;
use crate::header::{FurtherSlot, Header, KeychainSlot, PassphraseSlot};
use crate::keychain::Keychain;
use crate::keys::{DataKey, WrappingKey};
use crate::open::OpenVault;
use crate::passphrase::Passphrase;

/// A new data key that nothing uses yet.
pub struct NewDataKey {
    data_key: DataKey,
    header: Header,
    database_path: PathBuf,
}

impl NewDataKey {
    /// The key for the copy of the database.
    pub fn data_key(&self) -> &DataKey {
        &self.data_key
    }

    /// Where the copy must be made. Nothing is there yet.
    pub fn database_path(&self) -> &Path {
        &self.database_path
    }
}

impl OpenVault {
    /// Makes a new data key and a header that wraps it: under the same passphrase and, if the
    /// keychain gives its key, for the keychain. A recovery key and slots of a later program are not
    /// in it: nobody here can wrap a key for them. Changes nothing but clearing an earlier copy;
    /// the database must have been seen to open with the key that is in force.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::OutOfMemory`], [`VaultError::Cryptography`],
    /// [`VaultError::Io`].
    pub fn begin_new_data_key(
        &self,
        passphrase: &Passphrase,
        cost: Cost,
        keychain: &dyn Keychain,
    ) -> Result<NewDataKey, VaultError> {
        self.check_passphrase(passphrase)?;
        self.in_place()?;
        self.clear_next_database()?;
        let id = self.id();
        let data_key = DataKey::make()?;
        let slot = PassphraseSlot::make(&id, passphrase, cost, &data_key)?;
        let mut header = Header::new(id, slot);
        if self.is_remembered()
            && let Ok(Some(secret)) = keychain.get(&id)
        {
            let wrapping = WrappingKey::from_secret(&secret);
            header.set(FurtherSlot::Keychain(KeychainSlot::make(
                &id, &wrapping, &data_key,
            )?))?;
        }
        // What was just made must open before anything relies on it.
        header.passphrase.open(&id, passphrase)?;
        Ok(NewDataKey {
            data_key,
            header,
            database_path: self.folder().next_database(),
        })
    }

    /// Puts the new key into force. The copy must be whole, checked and closed, and so must the old
    /// database be closed.
    ///
    /// # Errors
    /// [`VaultError::DatabaseMissing`] when there is no copy, [`VaultError::DamagedHeader`],
    /// [`VaultError::Io`]. The vault then opens with the old key, or, if only the last steps failed,
    /// with the new one; its passphrase is the same.
    pub fn use_new_data_key(&mut self, new: NewDataKey) -> Result<(), VaultError> {
        self.in_place()?;
        // Not over a header that was damaged in the meantime.
        self.folder().unverified_header()?.verify(self.data_key())?;
        let copy = new.database_path.as_path();
        match fs::metadata(copy) {
            Ok(file) if file.len() > 0 => {}
            _ => return Err(VaultError::DatabaseMissing),
        }
        files::make_private(copy)
            .and_then(|()| File::open(copy)?.sync_all())
            .and_then(|()| files::sync_parent(copy))
            .map_err(io_while("Saving the database under its new key"))?;
        let bytes = new.header.write(&new.data_key)?;
        self.folder().replace_header(&bytes)?;
        self.take_over(new.data_key, new.header);
        self.use_next_database()
    }

    /// A copy of the database that a change of the data key left over, in force or not: open it with
    /// the key that is in force to know.
    pub fn next_database(&self) -> Option<PathBuf> {
        let copy = self.folder().next_database();
        fs::symlink_metadata(&copy).is_ok().then_some(copy)
    }

    /// Puts the copy in the place of the database: it was seen to open with the key that is in
    /// force. Both must be closed.
    ///
    /// # Errors
    /// [`VaultError::Io`]; the copy is then still there.
    pub fn use_next_database(&self) -> Result<(), VaultError> {
        self.folder().replace_database().map_err(io_while(
            "Putting the database under its new key into place",
        ))
    }

    /// Clears a copy that never came into force: the database was seen to open with the key that is.
    ///
    /// # Errors
    /// [`VaultError::Io`].
    pub fn clear_next_database(&self) -> Result<(), VaultError> {
        self.folder()
            .remove_next_database()
            .map_err(io_while("Clearing a copy of the database"))
    }
}
