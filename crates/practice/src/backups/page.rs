//! The page of the backups, and choosing where they go.

use std::path::PathBuf;

use super::PLACES;
use super::job::Found;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{BackupCard, BackupPlace, BackupsPage, SetBackupPlaces};

/// The most places besides the vault's own folder.
const MOST_PLACES: usize = 2;

impl Desk {
    /// The backups of the open vault, in every place.
    ///
    /// # Errors
    /// When no vault is open.
    pub fn backups(&mut self) -> Result<BackupsPage, Failure> {
        self.poll_backup();
        let own = self.opened()?.vault.folder().backups();
        let mut places = Vec::new();
        for folder in self.backup_folders()? {
            let chosen = folder != own;
            places.push(BackupPlace {
                reachable: !chosen || folder.is_dir(),
                backups: self.of_this_vault(&folder)?.iter().map(card).collect(),
                folder: folder.display().to_string(),
                chosen,
            });
        }
        Ok(BackupsPage {
            places,
            last: self.last_good_backup()?,
            due: self.backup_is_due(),
            running: self.backing.running.is_some(),
            sample: self.opened()?.is_sample(),
            trouble: self
                .backing
                .trouble
                .as_ref()
                .map(|failure| failure.message.clone()),
        })
    }

    /// Begins a backup, in the background; the page tells when it is made.
    ///
    /// # Errors
    /// When no vault is open, or it is being read just now.
    pub fn back_up(&mut self) -> Result<BackupsPage, Failure> {
        if self.opened()?.is_sample() {
            return Err(Failure::new(
                "backup.sample",
                "The sample practice is made up and gone when it is closed: it has no backups.",
            ));
        }
        self.backing.trouble = None;
        self.begin_backup()?;
        self.backups()
    }

    /// Chooses where backups are copied to besides the vault's own folder.
    ///
    /// # Errors
    /// When a folder is not there, is the vault's own, or there are more than two; `passphrase.again`.
    pub fn set_backup_places(&mut self, ask: SetBackupPlaces) -> Result<BackupsPage, Failure> {
        let refuse = |kind, message| Err(Failure::input("folder", kind, message));
        let vault = self.opened()?.vault.folder().path().to_owned();
        let known = self.chosen_places()?;
        let mut folders: Vec<PathBuf> = Vec::new();
        for typed in &ask.folders {
            let folder = PathBuf::from(typed.trim());
            // One that was chosen before may be away just now.
            if !folder.is_absolute() || (!folder.is_dir() && !known.contains(&folder)) {
                return refuse("folder", "This folder is not there. Choose one.");
            }
            if folder.starts_with(&vault) {
                return refuse(
                    "backup_place",
                    "This is the vault's own folder: what happens to the one happens to the other. \
                     Choose a folder on another disk, a stick, or one that is synchronised.",
                );
            }
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        if folders.len() > MOST_PLACES {
            return refuse(
                "backup_places",
                "Backups go to two places besides the vault's own folder. Take one away first.",
            );
        }
        let saved = serde_json::to_string(&folders).map_err(|_| {
            Failure::input(
                "folder",
                "folder",
                "This folder's name cannot be kept. Choose another.",
            )
        })?;
        // Asked last, and not to be undone: who sits down at the open laptop takes no place away.
        self.after_asking(|desk| {
            desk.turn_back("choose where backups go", |tx, _| {
                Ok(store::setting::set(tx, PLACES, &saved)?)
            })?;
            desk.backups()
        })
    }
}

pub(super) fn card(found: &Found) -> BackupCard {
    BackupCard {
        file: found.path.display().to_string(),
        made: found.made.day,
        at: super::restore::clock_time(found.made.at),
        bytes: found.bytes,
        recovery: found.recovery,
    }
}
