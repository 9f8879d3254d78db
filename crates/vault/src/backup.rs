//! A backup: one file with a vault's header and its database (`docs/backups.md`).
//!
//! The database's pages are encrypted and authenticated already; what is added here binds header,
//! database and time together, and tells damage from a newer format without any key.

mod read;
mod write;

use ring::digest;

pub use read::BackupFile;
pub use write::{BackupSeal, copy_file, name_file, private_folder};

use crate::error::VaultError;

/// The newest backup format that this program reads and writes.
pub const BACKUP_VERSION: u16 = 1;

/// The ending of a backup's file name.
pub const BACKUP_ENDING: &str = "tcbackup";

/// The first bytes of every backup, of every version.
const MAGIC: &[u8; 16] = b"ThreeChairsSaved";

/// Magic, version, vault id, time, length of the header.
const FRONT_LEN: usize = 16 + 2 + 16 + 8 + 4;

/// The checksum, and the authenticator over it.
const TAIL_LEN: usize = 64;

/// How much is read or written at a time.
const CHUNK: usize = 1 << 20;

/// What a backup says of itself before the database. Not authenticated by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// The id of the vault that it was made of.
    pub id: crate::keys::VaultId,
    /// When it was made, in seconds since 1970.
    pub made: i64,
    /// The length of the file in bytes.
    pub length: u64,
    /// The ways in which it can be opened.
    pub slots: Vec<crate::header::SlotKind>,
}

fn damaged(what: &'static str) -> VaultError {
    VaultError::DamagedBackup { what }
}

fn sha256() -> digest::Context {
    digest::Context::new(&digest::SHA256)
}

#[cfg(test)]
mod tests;
