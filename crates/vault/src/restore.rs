//! Restoring a backup: a new vault in a folder of its own, never over one that is there.

use crate::backup::BackupFile;
use crate::error::{VaultError, io_while};
use crate::files;
use crate::folder::{Leftovers, NewVault, VaultFolder};
use crate::keys::DataKey;

impl VaultFolder {
    /// Begins a vault out of a backup: makes the folder if need be, takes the lock, writes the
    /// backup's header under a name that does not count yet, and takes the database out. Open and
    /// check that database, then call [`NewVault::finish`].
    ///
    /// # Errors
    /// Those of [`VaultFolder::begin_create`] about the folder, and those of
    /// [`BackupFile::take_database`]. After any of them there is no new vault, and what was in the
    /// folder is untouched.
    pub fn begin_restore(
        &self,
        backup: &BackupFile,
        data_key: DataKey,
    ) -> Result<NewVault, VaultError> {
        let header = backup.header(&data_key)?;
        let bytes = header.write(&data_key)?;
        let lock = self.claim()?;
        let leftovers = Leftovers(self.clone());
        files::write_new(&self.unfinished_header(), &bytes)
            .map_err(io_while("Writing the vault's header"))?;
        let new = NewVault::new(header, data_key, leftovers, lock);
        backup.take_database(new.data_key(), new.database_path(), &|| false)?;
        Ok(new)
    }
}
