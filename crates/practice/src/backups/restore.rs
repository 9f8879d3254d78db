//! Using a backup: looking for one, rehearsing it, restoring it beside the vault.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use store::Store;
use vault::{BackupFile, Cost, DataKey, Passphrase, RecoveryKey, VaultFolder};

use super::job::{Depth, check, found_in, look_at};
use super::page::card;
use crate::desk::{Desk, folder, passphrase};
use crate::error::Failure;
use crate::types::{BackupCard, DeskState, LookForBackups, Rehearsal, Rehearse, Restore};

impl Desk {
    /// The backups in a folder, or the one that was named; of any vault.
    ///
    /// # Errors
    /// When there is none, or the one that was named is not one or is damaged.
    pub fn look_for_backups(&self, ask: LookForBackups) -> Result<Vec<BackupCard>, Failure> {
        let place = folder(&ask.folder)?;
        if place.is_file() {
            return Ok(vec![card(&look_at(&place).map_err(|f| f.at("folder"))?)]);
        }
        let mut found = found_in(&place);
        // A vault's folder was chosen, or one above the backups.
        found.extend(found_in(&place.join("backups")));
        if found.is_empty() {
            return Err(Failure::input(
                "folder",
                "no_backup",
                "There is no backup in this folder. Backups end in .tcbackup: look on the stick or in \
                 the folder that you chose for them.",
            ));
        }
        Ok(found.iter().map(card).collect())
    }

    /// Opens a backup as one would on another laptop, looks at all of it, and says what it holds.
    /// Changes nothing.
    ///
    /// # Errors
    /// A wrong passphrase or recovery key; a backup that is damaged, or newer than this program.
    pub fn rehearse(&self, ask: Rehearse) -> Result<Rehearsal, Failure> {
        let file = backup(&ask.file)?;
        let key = key_of(&file, ask.passphrase, ask.recovery_key)?;
        let scratch = Scratch::new(self.temporary())?;
        let database = scratch.0.join("practice.db");
        file.take_database(&key, &database, &|| false)?;
        let raw_key = key.sqlcipher_raw();
        check(&database, &raw_key, None, Depth::Indexes)?;
        let store = Store::open(&database, &raw_key)?;
        let contents = store.read(store::contents)?;
        let found = look_at(&PathBuf::from(ask.file.trim()))?;
        Ok(Rehearsal {
            made: found.made.day,
            at: clock_time(found.made.at),
            engagements: contents.engagements,
            sessions: contents.sessions,
            last_session: contents.last_session,
        })
    }

    /// Makes a new vault out of a backup and opens it. With a recovery key, a new passphrase can be
    /// chosen at once.
    ///
    /// # Errors
    /// Those of [`Desk::rehearse`]; when the folder is not new or empty, or the disk fails. Nothing is
    /// left behind then, and a vault that is open stays open.
    pub fn restore(&mut self, ask: Restore) -> Result<DeskState, Failure> {
        let place = folder(&ask.folder)?;
        let chosen = ask
            .new_passphrase
            .map(|typed| choice(typed, "new_passphrase"));
        let chosen = chosen.transpose()?;
        let file = backup(&ask.file)?;
        let key = key_of(&file, ask.passphrase, ask.recovery_key)?;
        let place_of = VaultFolder::at(&place);
        let new = place_of
            .begin_restore(&file, key)
            .map_err(|error| Failure::from(error).at("folder"))?;
        let raw_key = new.data_key().sqlcipher_raw();
        // No further than when it was made: what counted then is not refused now.
        check(new.database_path(), &raw_key, None, Depth::Record)?;
        let mut vault = new.finish()?;
        if let Some(chosen) = chosen {
            vault.change_passphrase(&chosen, Cost::calibrate()?)?;
        }
        self.close();
        self.put_on_desk(vault, &place, true)
    }
}

fn backup(typed: &str) -> Result<BackupFile, Failure> {
    let path = Path::new(typed.trim());
    BackupFile::read(path).map_err(|error| Failure::from(error).at("file"))
}

/// The key, through the passphrase or the recovery key of the day on which the backup was made.
fn key_of(
    file: &BackupFile,
    typed: Option<String>,
    recovery: Option<String>,
) -> Result<DataKey, Failure> {
    match (typed, recovery) {
        (Some(typed), None) => file
            .open_with_passphrase(&passphrase(typed)?)
            .map_err(|error| match error {
                vault::VaultError::WrongPassphrase => Failure::new(
                    error.code(),
                    "This passphrase does not open the backup. Nothing was changed. A backup opens \
                     with the passphrase that the vault had when it was made.",
                )
                .at("passphrase"),
                other => other.into(),
            }),
        (None, Some(recovery)) => {
            let key = recovery_key(&recovery)?;
            file.open_with_recovery_key(&key)
                .map_err(|error| Failure::from(error).at("recovery_key"))
        }
        _ => Err(Failure::input(
            "passphrase",
            "blank",
            "Type the passphrase, or the recovery key: one of the two.",
        )),
    }
}

/// A recovery key as typed.
pub(crate) fn recovery_key(typed: &str) -> Result<RecoveryKey, Failure> {
    RecoveryKey::read(typed).map_err(|error| Failure::from(error).at("recovery_key"))
}

/// A passphrase that is chosen, not only typed.
pub(crate) fn choice(typed: String, field: &str) -> Result<Passphrase, Failure> {
    Passphrase::new(typed)
        .and_then(|passphrase| passphrase.check_choice().map(|()| passphrase))
        .map_err(|error| Failure::from(error).at(field))
}

/// The hour and minute of a moment, where the coach is.
pub(super) fn clock_time(at: i64) -> String {
    DateTime::from_timestamp(at, 0).map_or_else(String::new, |at| {
        at.with_timezone(&Local).format("%H:%M").to_string()
    })
}

/// A folder for a database that is only looked at; what stands in it is encrypted, and goes again.
struct Scratch(PathBuf);

impl Scratch {
    fn new(temporary: &Path) -> Result<Self, Failure> {
        let folder = temporary.join(format!("three-chairs-rehearsal-{}", vault::random_id()?));
        vault::private_folder(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
