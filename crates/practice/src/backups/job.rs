//! Making one backup: copy, check, name, thin. Runs on any thread; nobody who writes waits for it.

use std::collections::BTreeMap;
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use coaching::ledger::first_break;
use store::{Snapshot, Store, StoreError, Tx};
use vault::{BACKUP_ENDING, BackupFile, BackupSeal, VaultId};
use zeroize::Zeroizing;

use super::thinning::{Made, kept};
use crate::clock::{Now, day_of};
use crate::error::Failure;

/// How its files begin: no other file is ever removed.
const PREFIX: &str = "three-chairs-";

/// All that one backup needs.
pub(crate) struct Job {
    pub seal: BackupSeal,
    pub snapshot: Snapshot,
    pub raw_key: Zeroizing<String>,
    pub vault: VaultId,
    /// Where it is made and checked.
    pub own: PathBuf,
    /// Where copies of it go.
    pub others: Vec<PathBuf>,
    pub now: Now,
    /// False for a folder that was chosen once: nothing is ever removed there.
    pub thins: bool,
}

/// What came of it.
pub(crate) struct Outcome {
    /// The backup, checked; or why there is none.
    pub made: Result<PathBuf, Failure>,
    /// The folders that got no copy, and why.
    pub missed: Vec<(PathBuf, Failure)>,
}

/// A backup's file, as far as it tells without a key.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub path: PathBuf,
    pub made: Made,
    pub bytes: u64,
    pub vault: VaultId,
    pub recovery: bool,
}

impl Job {
    pub(crate) fn run(self, stop: &dyn Fn() -> bool) -> Outcome {
        let (own, others, now) = (self.own.clone(), self.others.clone(), self.now);
        let (vault, thins) = (self.vault, self.thins);
        let made = self.make(stop);
        let mut missed = Vec::new();
        if let Ok(made) = &made {
            for folder in others {
                if let Err(failure) = copy(made, &folder, stop) {
                    missed.push((folder, failure));
                } else if thins {
                    thin(&folder, vault, now);
                }
            }
            if thins {
                thin(&own, vault, now);
            }
        }
        Outcome { made, missed }
    }

    /// Writes it under a name that does not count, checks it, and gives it its name.
    fn make(self, stop: &dyn Fn() -> bool) -> Result<PathBuf, Failure> {
        vault::private_folder(&self.own)?;
        let name = free_name(&self.own, self.now);
        let part = part_of(&name);
        let scratch = self.own.join(format!(".checking-{}", vault::random_id()?));
        let _cleared = Cleared(vec![part.clone(), scratch.clone()]);
        let counts = self.snapshot.row_counts()?;
        let (mut file, length) = self.snapshot.file()?;
        let made = self.now.at.timestamp();
        self.seal.write(&part, made, &mut file, length, stop)?;
        drop(file);
        // Whoever writes may bring the log into the file again.
        drop(self.snapshot);
        let backup = BackupFile::read(&part)?;
        vault::private_folder(&scratch)?;
        let copy = scratch.join("practice.db");
        self.seal.take_database(&backup, &copy, stop)?;
        check(&copy, &self.raw_key, Some(&counts), Depth::Record)?;
        if stop() {
            return Err(vault::VaultError::Stopped.into());
        }
        vault::name_file(&part, &name)?;
        Ok(name)
    }
}

/// How far a check goes beyond pages, tables, references and ledgers.
#[derive(Clone, Copy)]
pub(crate) enum Depth {
    /// No further: the record is whole, and a backup counts.
    Record,
    /// Whether the indexes say what their tables say as well.
    Indexes,
}

/// Looks at a database that came out of a backup.
pub(crate) fn check(
    database: &Path,
    raw_key: &str,
    counts: Option<&BTreeMap<String, u64>>,
    depth: Depth,
) -> Result<(), Failure> {
    let open = || Store::open_to_check(database, raw_key);
    let (store, other) = open()
        .and_then(|store| Ok((store, open()?)))
        .map_err(unsound)?;
    // About half of the work each.
    let (tables, rest) = thread::scope(|side| {
        let tables = side.spawn(move || match depth {
            Depth::Record => other.check_tables(),
            Depth::Indexes => other.check_structure(),
        });
        let rest = holds(&store, counts);
        let tables = tables.join();
        (tables.unwrap_or_else(|fault| resume_unwind(fault)), rest)
    });
    if !rest? || !tables.map_err(unsound)?.is_empty() {
        return Err(not_sound());
    }
    Ok(())
}

/// All but the structure of the tables. First every page, also those in which nothing stands now.
fn holds(store: &Store, counts: Option<&BTreeMap<String, u64>>) -> Result<bool, Failure> {
    let sound = store.check_pages().map_err(unsound)?.is_empty()
        && store.check_references().map_err(unsound)?.is_empty();
    let all_there = match counts {
        Some(counts) if sound => store.row_counts().map_err(unsound)? == *counts,
        _ => sound,
    };
    // An older format is looked at as a database alone: its record cannot be read yet.
    let readable = all_there && store.format()? == Store::newest_format();
    Ok(all_there && (!readable || store.read(ledgers_hold)?))
}

fn unsound(error: StoreError) -> Failure {
    match error {
        StoreError::WrongKeyOrDamaged => not_sound(),
        other => other.into(),
    }
}

fn ledgers_hold(tx: &Tx<'_>) -> Result<bool, Failure> {
    for engagement in store::engagement::ids(tx)? {
        let ledger = store::ledger::all(tx, &engagement)?;
        if first_break(&ledger, vault::sha256_hex).is_some() {
            return Ok(false);
        }
    }
    Ok(store::ledger::cut_off(tx)?.is_empty())
}

/// The backups of a folder that can be read at all, the newest first.
pub(crate) fn found_in(folder: &Path) -> Vec<Found> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<Found> = entries
        .filter_map(|entry| look_at(&entry.ok()?.path()).ok())
        .collect();
    found.sort_by(|a, b| (b.made, &b.path).cmp(&(a.made, &a.path)));
    found
}

/// A backup's file.
pub(crate) fn look_at(path: &Path) -> Result<Found, Failure> {
    if path
        .extension()
        .is_none_or(|ending| ending != BACKUP_ENDING)
    {
        return Err(vault::VaultError::NotABackup.into());
    }
    let backup = BackupFile::read(path)?;
    let info = backup.info();
    let day = chrono::DateTime::from_timestamp(info.made, 0).and_then(day_of);
    let day = day.ok_or_else(|| Failure::from(vault::VaultError::NotABackup))?;
    Ok(Found {
        path: path.to_owned(),
        made: Made { day, at: info.made },
        bytes: info.length,
        vault: info.id,
        recovery: info.slots.contains(&vault::SlotKind::Recovery),
    })
}

/// Removes the backups of this vault that are not kept. What cannot be removed stays.
fn thin(folder: &Path, vault: VaultId, now: Now) {
    let mut found = found_in(folder);
    found.retain(|one| one.vault == vault && is_ours(&one.path));
    let made: Vec<Made> = found.iter().map(|one| one.made).collect();
    for (one, keep) in found.iter().zip(kept(&made, now.today)) {
        if !keep {
            let _ = fs::remove_file(&one.path);
        }
    }
}

/// Removes this vault's backups in a folder but one. True when all are gone.
pub(crate) fn remove_others(folder: &Path, vault: VaultId, but: &Path) -> bool {
    let mut found = found_in(folder);
    found.retain(|one| one.vault == vault && is_ours(&one.path) && one.path != but);
    let gone = |one: &Found| fs::remove_file(&one.path).is_ok();
    found.iter().filter(|one| !gone(one)).count() == 0
}

fn is_ours(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.starts_with(PREFIX))
}

fn copy(made: &Path, folder: &Path, stop: &dyn Fn() -> bool) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(
            "backup.place_away",
            "This folder is not there: a stick that is not plugged in, or a disk that is away. The \
             backup was made in the vault's own folder; the next one will be copied there again.",
        ));
    }
    let name = folder.join(made.file_name().unwrap_or_default());
    let part = part_of(&name);
    let _cleared = Cleared(vec![part.clone()]);
    // Left over if the program was killed while it copied the same backup.
    let _ = fs::remove_file(&part);
    vault::copy_file(made, &part, stop)?;
    Ok(vault::name_file(&part, &name)?)
}

/// A name that says when it was made, and that nobody has.
fn free_name(folder: &Path, now: Now) -> PathBuf {
    let stem = format!("{PREFIX}{}", now.at.format("%Y%m%dT%H%M%SZ"));
    let named = |end: String| folder.join(format!("{stem}{end}.{BACKUP_ENDING}"));
    let mut name = named(String::new());
    let mut number = 2;
    while name.exists() || part_of(&name).exists() {
        name = named(format!("-{number}"));
        number += 1;
    }
    name
}

/// The name of a backup that does not count yet.
fn part_of(name: &Path) -> PathBuf {
    name.with_extension("part")
}

/// Clears what was only needed on the way.
struct Cleared(Vec<PathBuf>);

impl Drop for Cleared {
    fn drop(&mut self) {
        for path in &self.0 {
            // Gone already when it got its name; what cannot be removed is encrypted.
            let _ = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
        }
    }
}

/// Clears what a backup that was killed left in the vault's own folder.
pub(crate) fn clear_leftovers(own: &Path) {
    let Ok(entries) = fs::read_dir(own) else {
        return;
    };
    let left = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            name.starts_with(".checking-") || (name.starts_with(PREFIX) && name.ends_with(".part"))
        });
    drop(Cleared(left.collect()));
}

fn not_sound() -> Failure {
    Failure::new(
        "backup.not_sound",
        "What was read back is not what was written, or the vault itself does not hold together, so \
         this backup does not count. Earlier backups were not touched. Run the check of the vault.",
    )
}
