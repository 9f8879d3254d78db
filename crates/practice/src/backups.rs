//! Backups: made by themselves, checked before they count, thinned, rehearsed and restored
//! (`docs/backups.md`).

mod job;
mod page;
mod restore;
mod thinning;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use coaching::day::Day;
use store::Snapshot;
use vault::OpenVault;

use crate::clock::Now;
use crate::desk::{Desk, Open};
use crate::error::Failure;
pub(crate) use job::{Depth, check};
use job::{Job, Outcome, clear_leftovers, found_in, remove_others};
pub(crate) use restore::{choice, recovery_key};

/// How long closing a vault waits for its backup. One that takes longer is made when the vault is
/// opened again.
const PATIENCE: Duration = Duration::from_secs(4);

/// The setting that says that something changed since the last backup.
const DUE: &str = "backup-due";
/// The setting that lists the chosen places, as JSON.
const PLACES: &str = "backup-places";

/// A backup that is being made on a thread of its own.
pub(crate) struct Running {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Outcome>,
    /// How many changes there had been when it began.
    changes: u64,
}

/// What the desk knows about backups.
#[derive(Default)]
pub(crate) struct Backing {
    /// Whether they are made without being asked for.
    pub by_itself: bool,
    pub running: Option<Running>,
    /// Changes in this process since the vault was opened.
    pub changes: u64,
    /// Why the last one was not made, or not everywhere.
    pub trouble: Option<Failure>,
}

impl Desk {
    /// From now on makes backups without being asked: in the background when one is due from an
    /// earlier day, and while a vault is closed.
    pub fn back_up_by_itself(&mut self) {
        self.backing.by_itself = true;
    }

    /// From now on makes none by itself, and ends one that is under way.
    pub fn give_up_backups(&mut self) {
        self.backing.by_itself = false;
        self.stop_backup();
    }

    /// The day of the last backup that was checked, in any place that can be reached; none when there
    /// is none.
    ///
    /// # Errors
    /// When no vault is open.
    pub fn last_good_backup(&self) -> Result<Option<Day>, Failure> {
        let mut days = Vec::new();
        for folder in self.backup_folders()? {
            days.extend(self.of_this_vault(&folder)?.first().map(|one| one.made.day));
        }
        Ok(days.into_iter().max())
    }

    /// Makes a backup in a folder, now, and waits for it.
    ///
    /// # Errors
    /// When the folder is not there or cannot be written to; nothing counts then.
    pub fn back_up_to(&mut self, folder: &Path) -> Result<PathBuf, Failure> {
        if !folder.is_dir() {
            return Err(Failure::input(
                "folder",
                "folder",
                "This folder is not there. Choose one.",
            ));
        }
        self.stop_backup();
        let mut job = self.job(Vec::new())?;
        job.own = folder.to_owned();
        job.thins = false;
        job.run(&|| false).made
    }

    /// Makes a backup that holds nothing older than now, and removes this vault's older ones from
    /// every place that can be reached: for when something was disposed of. Says which places still
    /// have older ones.
    ///
    /// # Errors
    /// When the new backup cannot be made; the older ones are then left.
    pub fn replace_backups(&mut self) -> Result<Vec<PathBuf>, Failure> {
        self.stop_backup();
        let folders = self.backup_folders()?;
        let id = self.opened()?.vault.id();
        let outcome = self.job(self.chosen_places()?)?.run(&|| false);
        let missed: Vec<PathBuf> = outcome
            .missed
            .iter()
            .map(|(folder, _)| folder.clone())
            .collect();
        let made = outcome.made?;
        let name = made.file_name().unwrap_or_default().to_owned();
        Ok(folders
            .into_iter()
            .filter(|folder| {
                missed.contains(folder) || !remove_others(folder, id, &folder.join(&name))
            })
            .collect())
    }

    /// Begins a backup in the background, unless one is under way.
    pub(crate) fn begin_backup(&mut self) -> Result<(), Failure> {
        self.poll_backup();
        if self.backing.running.is_some() {
            return Ok(());
        }
        let job = self.job(self.chosen_places()?)?;
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            vault::step_back();
            job.run(&|| told.load(Ordering::Relaxed))
        });
        self.backing.running = Some(Running {
            stop,
            thread,
            changes: self.backing.changes,
        });
        Ok(())
    }

    /// Begins one if it is due and belongs to an earlier day.
    pub(crate) fn backup_of_earlier_days(&mut self) {
        self.poll_backup();
        let wanted = self.backing.by_itself && self.is_backed_up() && self.backup_is_due();
        let today = self.now().map(|now| now.today);
        let last = self.last_good_backup();
        if let (true, Ok(today), Ok(last)) = (wanted, today, last)
            && last.is_none_or(|last| last != today)
            && let Err(failure) = self.begin_backup()
        {
            self.backing.trouble = Some(failure);
        }
    }

    /// Takes in what a finished backup came to.
    pub(crate) fn poll_backup(&mut self) {
        let finished = |running: &Running| running.thread.is_finished();
        if self.backing.running.as_ref().is_some_and(finished) {
            self.join_backup();
        }
    }

    /// Ends one that is under way; it leaves nothing behind.
    pub(crate) fn stop_backup(&mut self) {
        if let Some(running) = &self.backing.running {
            running.stop.store(true, Ordering::Relaxed);
        }
        self.join_backup();
    }

    fn join_backup(&mut self) {
        let Some(running) = self.backing.running.take() else {
            return;
        };
        let changes = running.changes;
        let Ok(outcome) = running.thread.join() else {
            return;
        };
        let missed = outcome
            .missed
            .into_iter()
            .next()
            .map(|(_, failure)| failure);
        match outcome.made {
            Ok(_) => {
                self.backing.trouble = missed;
                if changes == self.backing.changes {
                    self.set_backup_due(false);
                }
            }
            Err(failure) if failure.code == "vault.stopped" => {}
            Err(failure) => self.backing.trouble = Some(failure),
        }
    }

    /// The backup of a vault that is about to be closed; at most a few seconds.
    pub(crate) fn backup_at_closing(&mut self) {
        self.poll_backup();
        let wanted = self.backing.by_itself && self.is_backed_up() && self.backup_is_due();
        if wanted && self.begin_backup().is_ok() {
            let begun = Instant::now();
            let at_work = |running: &Running| !running.thread.is_finished();
            while begun.elapsed() < PATIENCE && self.backing.running.as_ref().is_some_and(at_work) {
                thread::sleep(Duration::from_millis(10));
            }
        }
        self.poll_backup();
        self.stop_backup();
    }

    fn job(&self, others: Vec<PathBuf>) -> Result<Job, Failure> {
        let open = self.opened()?;
        // What stands at its path now may be another state, and would thin this one's backups.
        open.store.in_place()?;
        job_of(&open.vault, others, self.now()?)
    }

    /// The sample practice is gone when it is closed: it has no backups.
    fn is_backed_up(&self) -> bool {
        self.opened().is_ok_and(|open| !open.is_sample())
    }

    pub(crate) fn backup_is_due(&self) -> bool {
        let asked = |open: &Open| open.store.read(|tx| store::setting::get(tx, DUE));
        self.opened()
            .map(asked)
            .is_ok_and(|due| matches!(due, Ok(Some(due)) if due == "yes"))
    }

    fn set_backup_due(&mut self, due: bool) {
        let value = if due { "yes" } else { "" };
        if let Some(open) = self.open.as_mut() {
            // Not saved: it is made once more than it had to be.
            let _ = open.store.write(|tx| store::setting::set(tx, DUE, value));
            open.marked = due;
        }
    }

    /// The vault's own folder of backups, and the chosen places.
    pub(crate) fn backup_folders(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut folders = vec![self.opened()?.vault.folder().backups()];
        folders.extend(self.chosen_places()?);
        Ok(folders)
    }

    fn chosen_places(&self) -> Result<Vec<PathBuf>, Failure> {
        let saved = self.read(|tx, _| Ok(store::setting::get(tx, PLACES)?))?;
        let places = saved.and_then(|saved| serde_json::from_str::<Vec<PathBuf>>(&saved).ok());
        Ok(places.unwrap_or_default())
    }

    /// The backups of this vault in a folder, the newest first.
    fn of_this_vault(&self, folder: &Path) -> Result<Vec<job::Found>, Failure> {
        let id = self.opened()?.vault.id();
        let mut found = found_in(folder);
        found.retain(|one| one.vault == id);
        Ok(found)
    }
}

/// Marks that something changed, in the transaction that changes it.
pub(crate) fn mark_due(tx: &store::Tx<'_>) -> Result<(), Failure> {
    Ok(store::setting::set(tx, DUE, "yes")?)
}

/// What the next backup of a vault needs. Its database holds still from now on.
fn job_of(vault: &OpenVault, others: Vec<PathBuf>, now: Now) -> Result<Job, Failure> {
    let raw_key = vault.data_key().sqlcipher_raw();
    let own = vault.folder().backups();
    clear_leftovers(&own);
    Ok(Job {
        seal: vault.backup_seal()?,
        snapshot: Snapshot::take(vault.database_path(), &raw_key)?,
        raw_key,
        vault: vault.id(),
        own,
        others,
        now,
        thins: true,
    })
}

/// The backup of a database of an older format, before it is brought up to date.
pub(crate) fn before_update(vault: &OpenVault, now: Now) -> Result<(), Failure> {
    let made = job_of(vault, Vec::new(), now).and_then(|job| job.run(&|| false).made);
    made.map(drop).map_err(|failure| {
        Failure::new(
            "backup.before_update",
            format!(
                "This vault was made by an older version and has to be brought up to date, which is \
                 not done without a backup; and the backup could not be made. The vault is as it was. \
                 {}",
                failure.message
            ),
        )
    })
}
