//! Whether the open database still stands at its path: the folder around it can be moved, deleted,
//! unplugged or exchanged, and the system goes on taking writes for a file that nobody will find.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::StoreError;

/// What tells one file from another of the same name: the device and the number on it. A number is
/// not given away again as long as the file is open.
#[cfg(unix)]
type Identity = (u64, u64);
/// Here only whether there is a file: the standard library can say no more.
#[cfg(not(unix))]
type Identity = ();

/// The files that a connection writes, as they were found when it was opened.
pub(crate) struct Place(Vec<(PathBuf, Identity)>);

impl Place {
    /// The database, before it is opened: another that takes its name in between is seen as another.
    ///
    /// # Errors
    /// [`StoreError::NotThere`].
    pub(crate) fn of(database: &Path) -> Result<Self, StoreError> {
        let mut place = Self(Vec::new());
        place.note(database).map_err(|_| StoreError::NotThere)?;
        Ok(place)
    }

    /// The write-ahead log as well, which is there once the database is open: what is saved stands in
    /// it first.
    pub(crate) fn with_log(mut self, log: &Path) -> Self {
        // Without one, SQLite writes into the database itself.
        let _ = self.note(log);
        self
    }

    fn note(&mut self, path: &Path) -> io::Result<()> {
        self.0.push((path.to_owned(), identity(path)?));
        Ok(())
    }

    /// Looks whether the same files stand there still. Opens none: closing one would give up the
    /// locks that SQLite has on it.
    ///
    /// # Errors
    /// [`StoreError::NotInPlace`].
    pub(crate) fn holds(&self) -> Result<(), StoreError> {
        let same =
            |(path, known): &(PathBuf, Identity)| identity(path).is_ok_and(|found| found == *known);
        if self.0.iter().all(same) {
            Ok(())
        } else {
            Err(StoreError::NotInPlace)
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(path)?;
    Ok((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(drop)
}
