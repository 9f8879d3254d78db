//! Writing a backup, on any thread.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use ring::hmac;

use super::{BACKUP_VERSION, BackupFile, CHUNK, MAGIC, sha256};
use crate::error::{VaultError, io_while};
use crate::files;
use crate::keys::VaultId;
use crate::open::OpenVault;
use crate::seal;

const DOING: &str = "Writing the backup";

/// All that a backup needs of an open vault besides its database. Holds no key that opens anything.
pub struct BackupSeal {
    id: VaultId,
    header: Vec<u8>,
    key: hmac::Key,
}

impl OpenVault {
    /// What a backup of this vault is sealed with, from its header as it stands on the disk.
    ///
    /// # Errors
    /// [`VaultError::DamagedHeader`], [`VaultError::Io`], [`VaultError::Cryptography`].
    pub fn backup_seal(&self) -> Result<BackupSeal, VaultError> {
        let header = self.folder().unverified_header()?.verify(self.data_key())?;
        Ok(BackupSeal {
            id: self.id(),
            header: header.write(self.data_key())?,
            key: seal::backup_key(self.data_key(), &self.id())?,
        })
    }
}

impl BackupSeal {
    #[cfg(test)]
    pub(super) fn of(id: VaultId, header: Vec<u8>, key: hmac::Key) -> Self {
        Self { id, header, key }
    }

    /// Writes a backup to a new file that only its owner can read, and syncs it. `database` must give
    /// exactly `length` bytes. After an error there is no such file.
    ///
    /// # Errors
    /// [`VaultError::Stopped`] once `stop` says so; [`VaultError::Io`], also when the file is there
    /// already, which is then left alone.
    pub fn write(
        &self,
        path: &Path,
        made: i64,
        database: &mut dyn Read,
        length: u64,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        let mut file = files::private()
            .create_new(true)
            .open(path)
            .map_err(io_while(DOING))?;
        let written = self.fill(&mut file, made, database, length, stop);
        drop(file);
        let done = written.and_then(|()| files::sync_parent(path).map_err(io_while(DOING)));
        if done.is_err() {
            // Made a moment ago, and of no use. Best effort: the error matters more.
            let _ = fs::remove_file(path);
        }
        done
    }

    /// As [`BackupFile::take_database`], of a backup that this seal sealed, into a file that is only
    /// looked at: it is not brought to the disk.
    ///
    /// # Errors
    /// As there.
    pub fn take_database(
        &self,
        backup: &BackupFile,
        to: &Path,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        backup.take_with(&self.key, to, false, stop)
    }

    fn fill(
        &self,
        file: &mut File,
        made: i64,
        database: &mut dyn Read,
        length: u64,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), VaultError> {
        // A header is at most 64 KiB long.
        let header_len = self.header.len() as u32;
        let front = [
            &MAGIC[..],
            &BACKUP_VERSION.to_be_bytes(),
            self.id.as_bytes(),
            &made.to_be_bytes(),
            &header_len.to_be_bytes(),
            &self.header,
            &length.to_be_bytes(),
        ]
        .concat();
        let mut sum = sha256();
        let mut put = |file: &mut File, bytes: &[u8]| {
            sum.update(bytes);
            file.write_all(bytes).map_err(io_while(DOING))
        };
        put(file, &front)?;
        let mut chunk = vec![0; CHUNK];
        let mut left = length;
        while left > 0 {
            if stop() {
                return Err(VaultError::Stopped);
            }
            let want = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
            database
                .read_exact(&mut chunk[..want])
                .map_err(io_while("Reading the database"))?;
            put(file, &chunk[..want])?;
            left -= want as u64;
        }
        let checksum = sum.finish();
        let authenticator = hmac::sign(&self.key, checksum.as_ref());
        file.write_all(&[checksum.as_ref(), authenticator.as_ref()].concat())
            .and_then(|()| file.sync_all())
            .map_err(io_while(DOING))
    }
}

/// Gives a finished file its name, and makes the name durable. Never over another file.
///
/// # Errors
/// [`VaultError::Io`]; the file then still has its old name.
pub fn name_file(from: &Path, to: &Path) -> Result<(), VaultError> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io_while(DOING)(io::ErrorKind::AlreadyExists.into()));
    }
    fs::rename(from, to)
        .and_then(|()| files::sync_parent(to))
        .map_err(io_while(DOING))
}

/// Makes a folder that only its owner can read; one that is there stays as it is.
///
/// # Errors
/// [`VaultError::Io`].
pub fn private_folder(path: &Path) -> Result<(), VaultError> {
    if path.is_dir() {
        return Ok(());
    }
    files::make_private_folder(path).map_err(io_while("Making the folder of the backups"))
}

/// Copies a file to a new one that only its owner can read, syncs it, and reads it again to see that
/// it is the same. After an error there is no such file.
///
/// # Errors
/// [`VaultError::Stopped`] once `stop` says so; [`VaultError::DamagedBackup`] when another content is
/// read than was written; [`VaultError::Io`].
pub fn copy_file(from: &Path, to: &Path, stop: &dyn Fn() -> bool) -> Result<(), VaultError> {
    let mut source = File::open(from).map_err(io_while("Reading the backup"))?;
    let mut file = files::private()
        .create_new(true)
        .open(to)
        .map_err(io_while(DOING))?;
    let copied = copy_into(&mut source, &mut file, stop);
    drop(file);
    let done = copied.and_then(|sum| {
        let mut again = File::open(to).map_err(io_while("Reading the backup"))?;
        if copy_into(&mut again, &mut io::sink(), stop)? == sum {
            files::sync_parent(to).map_err(io_while(DOING))
        } else {
            Err(super::damaged("its copy is not what was written"))
        }
    });
    if done.is_err() {
        let _ = fs::remove_file(to);
    }
    done
}

/// Where copied bytes go: a file is synced; nowhere is not.
trait Settle: Write {
    fn settle(&mut self) -> io::Result<()>;
}

impl Settle for File {
    fn settle(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Settle for io::Sink {
    fn settle(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn copy_into(
    from: &mut File,
    to: &mut impl Settle,
    stop: &dyn Fn() -> bool,
) -> Result<[u8; 32], VaultError> {
    let mut sum = sha256();
    let mut chunk = vec![0; CHUNK];
    loop {
        if stop() {
            return Err(VaultError::Stopped);
        }
        let read = from
            .read(&mut chunk)
            .map_err(io_while("Reading the backup"))?;
        if read == 0 {
            break;
        }
        sum.update(&chunk[..read]);
        to.write_all(&chunk[..read]).map_err(io_while(DOING))?;
    }
    to.settle().map_err(io_while(DOING))?;
    let mut bytes = [0; 32];
    bytes.copy_from_slice(sum.finish().as_ref());
    Ok(bytes)
}
