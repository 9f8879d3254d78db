//! Reading a backup: what it says of itself, opening it, taking the database out.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use ring::hmac;

use super::{BACKUP_VERSION, BackupInfo, CHUNK, FRONT_LEN, MAGIC, TAIL_LEN, damaged, sha256};
use crate::error::{VaultError, io_while};
use crate::files;
use crate::header::{Header, MAX_LEN, Unverified};
use crate::keys::{DataKey, VaultId};
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;
use crate::seal;

/// A backup's file whose beginning was read.
pub struct BackupFile {
    path: PathBuf,
    info: BackupInfo,
    /// The bytes before the database.
    front: Vec<u8>,
    header: Unverified,
}

impl BackupFile {
    /// Reads a backup's beginning and looks at its length. Touches nothing.
    ///
    /// # Errors
    /// [`VaultError::NotABackup`]; [`VaultError::DamagedBackup`]; [`VaultError::NewerBackup`], for one
    /// that is whole and of a later format; [`VaultError::NewerVersion`] when its header is;
    /// [`VaultError::Io`].
    pub fn read(path: &Path) -> Result<Self, VaultError> {
        let mut file = File::open(path).map_err(io_while("Opening the backup"))?;
        let length = file
            .metadata()
            .map_err(io_while("Opening the backup"))?
            .len();
        if length == 0 {
            return Err(damaged("it is empty"));
        }
        let mut front = Vec::new();
        take(&mut file, &mut front, FRONT_LEN)?;
        if !front.starts_with(MAGIC) {
            let begun = front.len() < MAGIC.len() && MAGIC.starts_with(&front);
            return Err(if begun {
                cut_short()
            } else {
                VaultError::NotABackup
            });
        }
        let at = |from: usize, len: usize| front.get(from..from + len).ok_or_else(cut_short);
        let version = u16::from_be_bytes(fixed(at(16, 2)?));
        if version != BACKUP_VERSION {
            return Err(other_version(&mut file, length, version)?);
        }
        let id = VaultId(fixed(at(18, 16)?));
        let made = i64::from_be_bytes(fixed(at(34, 8)?));
        let header_len = u32::from_be_bytes(fixed(at(42, 4)?)) as usize;
        if header_len > MAX_LEN {
            return Err(damaged("its header is too long"));
        }
        take(&mut file, &mut front, header_len + 8)?;
        let rest = front.get(FRONT_LEN..).unwrap_or_default();
        let (header, database_len) = rest.split_at_checked(header_len).ok_or_else(cut_short)?;
        let database_len =
            u64::from_be_bytes(<[u8; 8]>::try_from(database_len).map_err(|_| cut_short())?);
        let whole = (front.len() as u64)
            .checked_add(database_len)
            .and_then(|sum| sum.checked_add(TAIL_LEN as u64));
        match whole {
            Some(whole) if whole == length => {}
            Some(whole) if whole < length => return Err(damaged("it is longer than it says")),
            _ => return Err(cut_short()),
        }
        let header = Unverified::parse(header).map_err(|error| match error {
            VaultError::DamagedHeader { what } => damaged(what),
            other => other,
        })?;
        if header.claims().id != id {
            return Err(damaged("its header belongs to another vault"));
        }
        let slots = header.claims().kinds().collect();
        Ok(Self {
            path: path.to_owned(),
            info: BackupInfo {
                id,
                made,
                length,
                slots,
            },
            front,
            header,
        })
    }

    /// What it says of itself.
    pub fn info(&self) -> &BackupInfo {
        &self.info
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The data key, through the passphrase that the vault had when the backup was made.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::DamagedBackup`], [`VaultError::OutOfMemory`],
    /// [`VaultError::Cryptography`].
    pub fn open_with_passphrase(&self, passphrase: &Passphrase) -> Result<DataKey, VaultError> {
        let header = self.header.claims();
        self.authentic(header.passphrase.open(&header.id, passphrase)?)
    }

    /// The data key, through the recovery key that the vault had when the backup was made.
    ///
    /// # Errors
    /// [`VaultError::NoRecoveryKey`], [`VaultError::WrongRecoveryKey`],
    /// [`VaultError::DamagedBackup`], [`VaultError::Cryptography`].
    pub fn open_with_recovery_key(&self, recovery: &RecoveryKey) -> Result<DataKey, VaultError> {
        let header = self.header.claims();
        let slot = header.recovery().ok_or(VaultError::NoRecoveryKey)?;
        self.authentic(slot.open(&header.id, recovery)?)
    }

    fn authentic(&self, data_key: DataKey) -> Result<DataKey, VaultError> {
        self.header(&data_key)?;
        Ok(data_key)
    }

    /// The header, known to be authentic.
    pub(crate) fn header(&self, data_key: &DataKey) -> Result<Header, VaultError> {
        let bytes = self
            .front
            .get(FRONT_LEN..self.front.len() - 8)
            .ok_or_else(cut_short)?;
        Unverified::parse(bytes)
            .and_then(|header| header.verify(data_key))
            .map_err(|_| damaged("its header was changed by something other than this program"))
    }

    /// Takes the database out into a new file that only its owner can read, and checks the whole
    /// backup on the way: its checksum, and that it was written by somebody with this key. After an
    /// error there is no such file.
    ///
    /// # Errors
    /// [`VaultError::DamagedBackup`]; [`VaultError::Stopped`] once `stop` says so;
    /// [`VaultError::Io`], also when there is such a file already, which is left alone.
    pub fn take_database(
        &self,
        data_key: &DataKey,
        to: &Path,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        let key = seal::backup_key(data_key, &self.info.id)?;
        self.take_with(&key, to, true, stop)
    }

    /// Brings the new file to the disk if it is to stay.
    pub(super) fn take_with(
        &self,
        key: &hmac::Key,
        to: &Path,
        stays: bool,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        const DOING: &str = "Taking the database out of the backup";
        let mut out = files::private()
            .create_new(true)
            .open(to)
            .map_err(io_while(DOING))?;
        let done = self.copy_database(key, &mut out, stop).and_then(|()| {
            if !stays {
                return Ok(());
            }
            out.sync_all()
                .and_then(|()| files::sync_parent(to))
                .map_err(io_while(DOING))
        });
        drop(out);
        if done.is_err() {
            // Made a moment ago. Best effort: the error matters more.
            let _ = fs::remove_file(to);
        }
        done
    }

    fn copy_database(
        &self,
        key: &hmac::Key,
        out: &mut File,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        const DOING: &str = "Reading the backup";
        let mut file = File::open(&self.path).map_err(io_while(DOING))?;
        let mut front = Vec::new();
        take(&mut file, &mut front, self.front.len())?;
        if front != self.front {
            return Err(damaged("it changed while it was read"));
        }
        let mut sum = sha256();
        sum.update(&front);
        let mut left = self.info.length - front.len() as u64 - TAIL_LEN as u64;
        let mut chunk = vec![0; CHUNK];
        while left > 0 {
            if stop() {
                return Err(VaultError::Stopped);
            }
            let want = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
            file.read_exact(&mut chunk[..want]).map_err(ended(DOING))?;
            sum.update(&chunk[..want]);
            out.write_all(&chunk[..want])
                .map_err(io_while("Taking the database out of the backup"))?;
            left -= want as u64;
        }
        let mut tail = [0; TAIL_LEN];
        file.read_exact(&mut tail).map_err(ended(DOING))?;
        let (checksum, authenticator) = tail.split_at(32);
        if sum.finish().as_ref() != checksum {
            return Err(damaged("its checksum does not match"));
        }
        hmac::verify(key, checksum, authenticator)
            .map_err(|_| damaged("it was put together by something other than this program"))
    }
}

/// Shows where it is, and nothing of its key.
impl fmt::Debug for BackupFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BackupFile")
            .field("info", &self.info)
            .finish_non_exhaustive()
    }
}

/// The answer to a version that is not ours: a newer one, if the checksum says that nothing is
/// damaged.
fn other_version(file: &mut File, length: u64, version: u16) -> Result<VaultError, VaultError> {
    const DOING: &str = "Reading the backup";
    if length < (FRONT_LEN + TAIL_LEN) as u64 {
        return Ok(cut_short());
    }
    file.seek(SeekFrom::Start(0)).map_err(io_while(DOING))?;
    let mut sum = sha256();
    let mut left = length - TAIL_LEN as u64;
    let mut chunk = vec![0; CHUNK];
    while left > 0 {
        let want = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
        file.read_exact(&mut chunk[..want]).map_err(ended(DOING))?;
        sum.update(&chunk[..want]);
        left -= want as u64;
    }
    let mut checksum = [0; 32];
    file.read_exact(&mut checksum).map_err(ended(DOING))?;
    Ok(if sum.finish().as_ref() != checksum {
        damaged("its checksum does not match")
    } else if version > BACKUP_VERSION {
        VaultError::NewerBackup {
            found: version,
            known: BACKUP_VERSION,
        }
    } else {
        damaged("its version was never released")
    })
}

/// Reads up to `count` more bytes.
fn take(file: &mut File, to: &mut Vec<u8>, count: usize) -> Result<(), VaultError> {
    Read::by_ref(file)
        .take(count as u64)
        .read_to_end(to)
        .map(drop)
        .map_err(io_while("Reading the backup"))
}

fn fixed<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

fn ended(doing: &'static str) -> impl FnOnce(io::Error) -> VaultError {
    move |error| match error.kind() {
        io::ErrorKind::UnexpectedEof => cut_short(),
        _ => io_while(doing)(error),
    }
}

fn cut_short() -> VaultError {
    damaged("it ends too early")
}
