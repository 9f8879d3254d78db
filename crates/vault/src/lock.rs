//! One process at a time: a lock on a file in the vault's folder.
//!
//! The operating system drops the lock when its holder dies, however it dies, so a lock is never
//! left behind. The file itself is never removed: two processes could otherwise each lock a file
//! of the same name.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::error::{VaultError, io_while};
use crate::files;

/// Held as long as this value lives.
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

/// Who holds a vault open, as the lock file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The process id.
    pub process: u32,
    /// The computer's name: another than this one when the folder lies on a shared disk.
    pub computer: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {} on {}", self.process, self.computer)
    }
}

impl Lock {
    /// Takes the lock, or says who holds it.
    ///
    /// # Errors
    /// [`VaultError::OpenElsewhere`]; [`VaultError::Io`], also where the file system cannot lock.
    pub(crate) fn take(path: &Path) -> Result<Self, VaultError> {
        let mut file = files::private()
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(io_while("Opening the vault's lock file"))?;
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file).map_err(io_while("Writing the vault's lock file"))?;
                Ok(Self {
                    file,
                    path: path.to_owned(),
                })
            }
            Err(TryLockError::WouldBlock) => Err(VaultError::OpenElsewhere {
                holder: read_holder(&mut file),
            }),
            Err(TryLockError::Error(source)) => Err(VaultError::Io {
                doing: "Locking the vault",
                source,
            }),
        }
    }

    /// Looks whether the file that is locked still stands at its path: otherwise the folder is another
    /// one, of which nobody here holds the lock.
    ///
    /// # Errors
    /// [`VaultError::NotInPlace`].
    pub(crate) fn in_place(&self) -> Result<(), VaultError> {
        match files::is_at(&self.file, &self.path) {
            Ok(true) => Ok(()),
            _ => Err(VaultError::NotInPlace),
        }
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    writeln!(file, "{} {}", std::process::id(), computer())
}

/// `None` when the file says nothing sensible: its holder may be signing just now, and some
/// systems let nobody read a locked file.
fn read_holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(512).read_to_string(&mut text).ok()?;
    let (process, computer) = text.strip_suffix('\n')?.split_once(' ')?;
    Some(Holder {
        process: process.parse().ok()?,
        computer: tidy(computer)?,
    })
}

/// This computer's name, without asking the network.
fn computer() -> String {
    fs::read_to_string("/proc/sys/kernel/hostname")
        .or_else(|_| fs::read_to_string("/etc/hostname"))
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .and_then(|name| tidy(&name))
        .unwrap_or_else(|| "this computer".to_owned())
}

/// A name fit to be shown: it comes from a file that anybody may have written.
fn tidy(name: &str) -> Option<String> {
    let name = name.trim();
    let fit = !name.is_empty() && name.len() <= 255 && !name.chars().any(char::is_control);
    fit.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_handle_is_told_who_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = Lock::take(&path).unwrap();
        let Some(VaultError::OpenElsewhere { holder: Some(who) }) = Lock::take(&path).err() else {
            panic!("the second handle must be refused");
        };
        assert_eq!(who.process, std::process::id());
        assert_eq!(who.computer, computer());
        drop(held);
        assert!(Lock::take(&path).is_ok());
    }

    #[test]
    fn nonsense_in_the_lock_file_is_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let _held = Lock::take(&path).unwrap();
        for nonsense in [
            &b""[..],
            b"12",
            b"12 \n",
            b"x laptop\n",
            b"12 a\x1bb\n",
            b"12 half-signed",
            &[0xff; 600],
        ] {
            fs::write(&path, nonsense).unwrap();
            let Some(VaultError::OpenElsewhere { holder }) = Lock::take(&path).err() else {
                panic!("locked, whatever the file says");
            };
            assert_eq!(holder, None, "{nonsense:?}");
        }
    }
}
