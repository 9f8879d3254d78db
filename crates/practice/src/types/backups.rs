//! Keys and backups.
#![allow(missing_docs, reason = "the fields say what they are")]

use coaching::day::Day;
use coaching::words::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

changes! {
    /// Open a vault with its recovery key.
    pub struct RecoveryUnlock {
        pub folder: String,
        pub recovery_key: String,
        /// The new passphrase; none leaves the old one.
        pub passphrase: Option<String>,
    }

    /// Write the page with the recovery key that waits to be typed back into a folder.
    pub struct WriteRecoveryPage {
        pub folder: String,
        pub language: Language,
    }

    /// The groups that were asked for, as they stand on the paper.
    pub struct ConfirmRecoveryKey {
        pub groups: Vec<String>,
    }

    /// Encrypt the whole practice under a new data key.
    pub struct NewDataKey {
        pub passphrase: String,
    }

    /// Where backups are copied to: at most two folders.
    pub struct SetBackupPlaces {
        pub folders: Vec<String>,
    }

    /// A folder with backups, or one backup's file.
    pub struct LookForBackups {
        pub folder: String,
    }

    /// Open a backup with one of the two, only to see that it opens.
    pub struct Rehearse {
        pub file: String,
        pub passphrase: Option<String>,
        pub recovery_key: Option<String>,
    }

    /// Make a new vault out of a backup, in a new or empty folder.
    pub struct Restore {
        pub file: String,
        pub folder: String,
        pub passphrase: Option<String>,
        pub recovery_key: Option<String>,
        /// The passphrase of the new vault; none keeps that of the backup.
        pub new_passphrase: Option<String>,
    }
}

/// A recovery key that does not count yet.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RecoveryDraft {
    pub groups: Vec<String>,
    /// The numbers of the groups to type back, from 1.
    pub ask: Vec<u32>,
}

/// The backups of the open vault.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BackupsPage {
    /// The vault's own folder of backups, then the chosen ones.
    pub places: Vec<BackupPlace>,
    /// The day of the last one that was checked.
    pub last: Option<Day>,
    /// True when something changed since then.
    pub due: bool,
    /// True while one is being made.
    pub running: bool,
    pub sample: bool,
    /// Why the last one was not made, or not everywhere.
    pub trouble: Option<String>,
}

/// A folder with backups.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BackupPlace {
    pub folder: String,
    /// False for the folder inside the vault.
    pub chosen: bool,
    /// False for a stick that is not plugged in.
    pub reachable: bool,
    pub backups: Vec<BackupCard>,
}

/// One backup, as far as it tells without a key.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BackupCard {
    pub file: String,
    pub made: Day,
    /// The hour and minute.
    pub at: String,
    pub bytes: u64,
    /// True when a recovery key opens it.
    pub recovery: bool,
}

/// What a backup holds, seen by opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Rehearsal {
    pub made: Day,
    pub at: String,
    pub engagements: u32,
    pub sessions: u32,
    pub last_session: Option<Day>,
}
