//! Handing over: a file and its entries in the ledger, both or neither, also when the disk is full or
//! the program is stopped in between (`docs/security.md`, handing over).
//!
//! 1. The hand-over is announced in the vault.
//! 2. In one transaction: the file's bytes are written to a hidden file beside the place that the
//!    coach chose, the entries are made, the bytes are kept in the vault as owed.
//! 3. The hidden file is put in its place, the announcement is taken back.
//!
//! A file under its own name has its entry, always. What was interrupted before the transaction's end
//! is undone, and what was interrupted after it is finished, when the vault is opened again.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use store::handing_over::HandingOver;
use store::{Store, Tx};

use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;

/// Where a file is to stand.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The path.
    pub path: &'a Path,
    /// True when a file that stands there already is to be replaced; otherwise it is refused.
    pub replaces: bool,
}

impl Place<'_> {
    /// Nothing stands there, or a file that is to be replaced.
    fn is_free(self) -> Result<(), Failure> {
        match fs::symlink_metadata(self.path) {
            Err(_) => Ok(()),
            Ok(found) if self.replaces && found.is_file() => Ok(()),
            Ok(_) => Err(there_already()),
        }
    }
}

impl Desk {
    /// Hands a file over. `make` makes its bytes and enters it into the ledger, in one transaction of
    /// the name `change`. Answers the path at which the file stands.
    ///
    /// # Errors
    /// Whatever `make` refuses, `passphrase.again`, and when the file cannot be written: then there is
    /// neither file nor entry. `document.owed` when it was entered and could not be put in its place any more: that
    /// is done when the vault is opened again.
    pub(crate) fn hand_over(
        &mut self,
        change: &'static str,
        place: Place<'_>,
        make: impl FnOnce(&Tx<'_>, Now) -> Result<Vec<u8>, Failure>,
    ) -> Result<PathBuf, Failure> {
        let announced = self.announce(place)?;
        let confirmed = self.is_confirmed();
        let made = self.change(change, |tx, now| {
            let bytes = make(tx, now)?;
            // Last of all: nobody types a passphrase for what would be refused anyway.
            confirmed?;
            write_beside(Path::new(&announced.beside), &bytes)?;
            store::handing_over::owe(tx, &announced.id, &bytes)?;
            Ok(bytes)
        });
        let bytes = match made {
            Ok(bytes) => bytes,
            Err(failure) => {
                undo(&announced);
                // If even this fails, the announcement is taken back when the vault is opened.
                let _ = self.take_back(&announced);
                return Err(failure);
            }
        };
        self.confirmation_used();
        let path = put_in_place(&announced, &bytes).map_err(|error| owed(&error))?;
        self.take_back(&announced)?;
        Ok(path)
    }

    fn announce(&mut self, place: Place<'_>) -> Result<HandingOver, Failure> {
        place.is_free()?;
        let id = vault::random_id()?;
        let announced = HandingOver {
            path: written_out(place.path)?,
            beside: written_out(&hidden(place.path, &id))?,
            replaces: place.replaces,
            bytes: None,
            id,
        };
        self.change("announce a hand-over", |tx, _| {
            Ok(store::handing_over::begin(tx, &announced)?)
        })?;
        Ok(announced)
    }

    fn take_back(&mut self, announced: &HandingOver) -> Result<(), Failure> {
        self.change("end a hand-over", |tx, _| {
            Ok(store::handing_over::end(tx, &announced.id)?)
        })
    }
}

/// Finishes and undoes what was interrupted. True when a file is still owed, because its folder
/// cannot be written to.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn recover(store: &mut Store) -> Result<bool, Failure> {
    let interrupted = store.read(|tx| Ok::<_, Failure>(store::handing_over::all(tx)?))?;
    let mut still_owed = false;
    for each in interrupted {
        match &each.bytes {
            None => undo(&each),
            Some(bytes) => {
                if put_in_place(&each, bytes).is_err() {
                    still_owed = true;
                    continue;
                }
            }
        }
        store.write(|tx| Ok::<_, Failure>(store::handing_over::end(tx, &each.id)?))?;
    }
    Ok(still_owed)
}

/// Nothing was entered: the hidden file goes. One that cannot be reached is of no use to anybody, and
/// says by its name that it is none of the coach's documents.
fn undo(announced: &HandingOver) {
    let _ = fs::remove_file(&announced.beside);
}

/// The hidden file gets its name. What stands there already is never overwritten unless that was
/// asked for: the file gets a number behind its name then.
fn put_in_place(announced: &HandingOver, bytes: &[u8]) -> io::Result<PathBuf> {
    let beside = Path::new(&announced.beside);
    let wanted = PathBuf::from(&announced.path);
    if fs::read(beside).ok().as_deref() != Some(bytes) {
        if fs::read(&wanted).ok().as_deref() == Some(bytes) {
            return Ok(wanted);
        }
        let _ = fs::remove_file(beside);
        write_synced(beside, bytes)?;
    }
    if announced.replaces {
        fs::rename(beside, &wanted)?;
        sync_folder(&wanted)?;
        return Ok(wanted);
    }
    let mut path = wanted.clone();
    let mut number = 1;
    loop {
        match fs::hard_link(beside, &path) {
            Ok(()) => break,
            // Interrupted after it got its name: it is there.
            Err(_) if fs::read(&path).ok().as_deref() == Some(bytes) => break,
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1000 => {
                number += 1;
                path = numbered(&wanted, number);
            }
            // A file system without links, like a memory stick's: renamed, where no file is.
            Err(_) if fs::symlink_metadata(&path).is_err() => {
                fs::rename(beside, &path)?;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    if beside.exists() {
        fs::remove_file(beside)?;
    }
    sync_folder(&path)?;
    Ok(path)
}

fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_synced(path, bytes).map_err(|error| not_written(&error))
}

/// Writes a file that is handed to nobody, like a draft.
///
/// # Errors
/// When a file is there that is not to be replaced, or it cannot be written: all is as it was then.
pub(crate) fn write_file(place: Place<'_>, bytes: &[u8]) -> Result<(), Failure> {
    place.is_free()?;
    if !place.replaces {
        return write_synced(place.path, bytes).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => there_already(),
            _ => not_written(&error),
        });
    }
    let beside = hidden(place.path, &vault::random_id()?);
    write_beside(&beside, bytes)?;
    fs::rename(&beside, place.path)
        .and_then(|()| sync_folder(place.path))
        .map_err(|error| {
            let _ = fs::remove_file(&beside);
            not_written(&error)
        })
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| sync_folder(path));
    if written.is_err() {
        // We made it a moment ago.
        let _ = fs::remove_file(path);
    }
    written
}

/// Makes a file's name in its folder outlast a power cut, as its bytes do.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        #[cfg(unix)]
        Some(folder) if folder != Path::new("") => fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// A path as the vault can keep it, to be found again.
fn written_out(path: &Path) -> Result<String, Failure> {
    let absolute = std::path::absolute(path).ok();
    let text = absolute.and_then(|path| path.to_str().map(str::to_owned));
    text.ok_or_else(|| {
        Failure::input(
            "folder",
            "folder",
            "The path of this folder cannot be written as text. Choose another folder.",
        )
    })
}

/// The hidden name beside a file or folder that is being written.
pub(crate) fn hidden(path: &Path, id: &str) -> PathBuf {
    path.with_file_name(format!(".three-chairs-{id}.part"))
}

/// The name itself, or with a number behind it while there is a file of that name.
pub(crate) fn free_path(folder: &Path, name: &str) -> PathBuf {
    let wanted = folder.join(name);
    let mut path = wanted.clone();
    let mut number = 2;
    while path.exists() && number < 1000 {
        path = numbered(&wanted, number);
        number += 1;
    }
    path
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or(String::new(), |ending| {
        format!(".{}", ending.to_string_lossy())
    });
    path.with_file_name(format!("{stem}-{number}{ending}"))
}

fn there_already() -> Failure {
    Failure::new(
        "document.there_already",
        "There is a file of that name already. It was not touched; choose another name.",
    )
}

fn not_written(error: &io::Error) -> Failure {
    Failure::new(
        "document.not_written",
        format!(
            "The file could not be written ({}). Nothing was handed over and the ledger is as it \
             was. Choose another folder.",
            error.kind()
        ),
    )
}

fn owed(error: &io::Error) -> Failure {
    Failure::new(
        "document.owed",
        format!(
            "The ledger has the entry, but the file could not be put in its place ({}). It is kept \
             in the vault, and is put there when the vault is opened next.",
            error.kind()
        ),
    )
}

#[cfg(test)]
#[path = "handing_over_tests.rs"]
mod tests;
