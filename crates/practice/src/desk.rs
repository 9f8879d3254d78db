//! The desk: one coach, at most one open vault. Each command of [`crate::commands`] is a method.

mod changing;
mod known;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId};
use coaching::record::Case;
use coaching::slots::Clocks;
use store::{Store, Tx};
use vault::{Cost, Keychain, OpenVault, Passphrase, RecoveryKey, SlotKind, VaultFolder};

use self::known::Known;
use crate::backups::{Backing, mark_due};
use crate::clock::{Clock, Now};
use crate::error::Failure;
use crate::locking::Watch;
use crate::log::{Event, Log};
use crate::paperwork::handing_over;
use crate::sample;
use crate::types::{ChangePassphrase, CreateVault, DeskState, Locking, Remember, Unlock};

/// Where the program keeps what is not the practice.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder proposed for a first vault.
    pub proposed_vault: PathBuf,
    /// The file that remembers which folder was opened last: a path, nothing else.
    pub last_vault: Option<PathBuf>,
    /// The folder in which the sample practice's vault is made and removed again.
    pub temporary: PathBuf,
    /// The folder of the log; none keeps none.
    pub log: Option<PathBuf>,
}

/// Said when a file that was handed over cannot be put in its place yet.
const STILL_OWED: &str = "A document that was handed over is still missing from its folder, because \
    the folder cannot be written to. The vault keeps it and tries again when it is opened.";

/// The vault that is open.
pub(crate) struct Open {
    // Closed before the vault's lock is given back: fields drop in this order.
    pub(crate) store: Store,
    pub(crate) vault: OpenVault,
    /// Its own folder, of the sample practice, which nobody has to protect.
    pub(crate) sample: Option<SampleFolder>,
    pub(crate) watch: Watch,
    /// Whether it is marked in the vault that a backup is due.
    pub(crate) marked: bool,
}

impl Open {
    pub(crate) fn is_sample(&self) -> bool {
        self.sample.is_some()
    }

    /// Marks in the vault that a backup is due, before the first change since the last: by itself, so
    /// that undoing the change leaves the mark.
    fn mark_due(&mut self) -> Result<(), Failure> {
        if !self.marked && !self.is_sample() {
            self.store.write(mark_due)?;
            self.marked = true;
        }
        Ok(())
    }
}

/// The sample's folder, removed when it is closed.
pub(crate) struct SampleFolder(PathBuf);

impl Drop for SampleFolder {
    fn drop(&mut self) {
        // It holds nothing of the coach's; what cannot be removed is left to the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// One coach's desk.
pub struct Desk {
    clock: Box<dyn Clock>,
    pub(crate) keychain: Box<dyn Keychain>,
    places: Places,
    pub(crate) open: Option<Open>,
    /// The meeting on whose table the window lies.
    pub(crate) on_the_table: Option<MeetingId>,
    known: RefCell<Known>,
    notice: Option<String>,
    last_change: Option<&'static str>,
    /// False where the passphrase was given for this very command.
    pub(crate) asks_again: bool,
    pub(crate) log: Log,
    pub(crate) backing: Backing,
    /// A recovery key that was shown and not yet typed back.
    pub(crate) recovery: Option<RecoveryKey>,
}

impl Desk {
    /// A desk with nothing on it.
    #[must_use]
    pub fn new(clock: Box<dyn Clock>, keychain: Box<dyn Keychain>, places: Places) -> Self {
        Self {
            asks_again: true,
            log: Log::new(places.log.clone()),
            clock,
            keychain,
            places,
            open: None,
            on_the_table: None,
            known: RefCell::default(),
            notice: None,
            last_change: None,
            backing: Backing::default(),
            recovery: None,
        }
    }

    /// The same for a program that is given the passphrase for each single thing that it does: it is not
    /// asked for again.
    #[must_use]
    pub fn without_asking_again(mut self) -> Self {
        self.asks_again = false;
        self
    }

    /// Whether a vault is open, and what the first screen needs.
    ///
    /// # Errors
    /// When the clock cannot be read.
    pub fn state(&mut self) -> Result<DeskState, Failure> {
        let today = self.now()?.today;
        let notice = self.notice.take();
        if let Some(open) = &self.open {
            let (coach, sample) = open.store.read(|tx| {
                Ok::<_, Failure>((store::coach::get(tx)?.name, sample::is_marked(tx)?))
            })?;
            return Ok(DeskState {
                open: true,
                sample,
                today,
                folder: shown(open.vault.folder().path()),
                exists: true,
                keychain: open.vault.is_remembered(),
                recovery: open.vault.has_recovery_key(),
                in_room: self.on_the_table.is_some(),
                coach,
                notice,
            });
        }
        let folder = self
            .last_folder()
            .unwrap_or_else(|| self.places.proposed_vault.clone());
        let header = VaultFolder::at(&folder).read_header().ok();
        let has = |kind| header.as_ref().is_some_and(|h| h.slots.contains(&kind));
        Ok(DeskState {
            open: false,
            sample: false,
            today,
            folder: shown(&folder),
            exists: header.is_some(),
            keychain: has(SlotKind::Keychain),
            recovery: has(SlotKind::Recovery),
            in_room: false,
            coach: String::new(),
            notice,
        })
    }

    /// Makes a vault and opens it.
    ///
    /// # Errors
    /// When the folder is not fit, the passphrase too short, or the disk fails: nothing is left behind.
    pub fn create_vault(&mut self, ask: CreateVault) -> Result<DeskState, Failure> {
        self.close();
        let passphrase = passphrase(ask.passphrase)?;
        let folder = folder(&ask.folder)?;
        let new = VaultFolder::at(&folder).begin_create(&passphrase, Cost::calibrate()?)?;
        let store = Store::create(new.database_path(), &new.data_key().sqlcipher_raw())?;
        let mut vault = new.finish()?;
        if ask.remember
            && let Err(trouble) = vault.remember_in_keychain(self.keychain.as_ref())
        {
            self.notice = Some(trouble.to_string());
        }
        self.remember_folder(&folder);
        self.begin(store, vault, None, true)?;
        self.state()
    }

    /// Opens a vault with its passphrase, or through the keychain.
    ///
    /// # Errors
    /// Five different answers: wrong passphrase, damaged header, damaged database, made by a newer
    /// version, open in another window; and others, each with its code.
    pub fn unlock(&mut self, ask: Unlock) -> Result<DeskState, Failure> {
        self.close();
        let folder = folder(&ask.folder)?;
        let place = VaultFolder::at(&folder);
        let typed = ask.passphrase.is_some();
        let vault = match ask.passphrase {
            Some(typed) => place.open_with_passphrase(&passphrase(typed)?)?,
            None => place.open_with_keychain(self.keychain.as_ref())?,
        };
        self.put_on_desk(vault, &folder, typed)
    }

    /// Lays a vault on the desk, and finishes what was interrupted when it was open last.
    pub(crate) fn lay_open(
        &mut self,
        mut store: Store,
        vault: OpenVault,
        typed: bool,
    ) -> Result<(), Failure> {
        if handing_over::recover(&mut store)? {
            self.notice = Some(STILL_OWED.to_owned());
        }
        // After a disposal that was interrupted. Where it fails again, it is tried again.
        let _ = store.clean();
        self.begin(store, vault, None, typed)?;
        self.backup_of_earlier_days();
        Ok(())
    }

    /// Makes the sample practice in a vault of its own, to be looked at, and opens it.
    ///
    /// # Errors
    /// When the temporary folder cannot be written to.
    pub fn open_sample(&mut self) -> Result<DeskState, Failure> {
        self.close();
        let name = format!("three-chairs-sample-{}", vault::random_id()?);
        let folder = SampleFolder(self.places.temporary.join(name));
        let secret = Passphrase::new(vault::random_id()?)?;
        let new = VaultFolder::at(&folder.0).begin_create(&secret, Cost::floor())?;
        let mut store = Store::create(new.database_path(), &new.data_key().sqlcipher_raw())?;
        let vault = new.finish()?;
        let record = sample::practice(self.now()?.today)?;
        store.write(|tx| sample::put(tx, &record))?;
        self.begin(store, vault, Some(folder), false)?;
        self.state()
    }

    /// Closes the database and wipes the keys.
    ///
    /// # Errors
    /// When the clock cannot be read; the vault is locked all the same.
    pub fn lock(&mut self) -> Result<DeskState, Failure> {
        self.close();
        self.state()
    }

    /// Adds the keychain slot, or removes it.
    ///
    /// # Errors
    /// `passphrase.again`; when the keychain is missing, locked or does not answer; the passphrase goes
    /// on working.
    pub fn remember(&mut self, ask: Remember) -> Result<DeskState, Failure> {
        self.after_asking(|desk| {
            let keychain = desk.keychain.as_ref();
            let open = desk.open.as_mut().ok_or_else(Failure::closed)?;
            if ask.remember {
                open.vault.remember_in_keychain(keychain)?;
            } else {
                open.vault.forget_keychain(keychain)?;
            }
            desk.state()
        })
    }

    /// Wraps the data key under a new passphrase.
    ///
    /// # Errors
    /// When the old passphrase is wrong or the new one too short; nothing is changed then.
    pub fn change_passphrase(&mut self, ask: ChangePassphrase) -> Result<DeskState, Failure> {
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        open.vault
            .check_passphrase(&Passphrase::new(ask.old)?)
            .map_err(|e| Failure::from(e).at("old"))?;
        let new = Passphrase::new(ask.new).map_err(|e| Failure::from(e).at("new"))?;
        open.vault
            .change_passphrase(&new, Cost::calibrate()?)
            .map_err(|e| Failure::from(e).at("new"))?;
        self.state()
    }

    /// The name of the last change that was made, for tests and for undoing.
    #[must_use]
    pub fn last_change(&self) -> Option<&'static str> {
        self.last_change
    }

    pub(crate) fn now(&self) -> Result<Now, Failure> {
        self.clock.now()
    }

    /// What the clocks show at a minute of a day.
    pub(crate) fn clocks(&self, on: Day, minute: u32) -> Clocks {
        self.clock.clocks(on, minute)
    }

    pub(crate) fn zone(&self) -> Result<String, Failure> {
        self.clock.zone()
    }

    /// Says something with the next state.
    pub(crate) fn notify(&mut self, notice: &str) {
        self.notice = Some(notice.to_owned());
    }

    /// Asks for the vault's passphrase before what cannot be taken back.
    pub(crate) fn passphrase_again(&self, typed: Option<&str>) -> Result<(), Failure> {
        let open = self.opened()?;
        let typed = passphrase(typed.unwrap_or_default().to_owned())?;
        let checked = open.vault.check_passphrase(&typed);
        checked.map_err(|error| Failure::from(error).at("passphrase"))
    }

    pub(crate) fn opened_mut(&mut self) -> Result<&mut Open, Failure> {
        self.open.as_mut().ok_or_else(Failure::closed)
    }

    pub(crate) fn opened(&self) -> Result<&Open, Failure> {
        self.open.as_ref().ok_or_else(Failure::closed)
    }

    /// Reads from the open vault.
    pub(crate) fn read<T>(
        &self,
        f: impl FnOnce(&Tx<'_>, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now()?;
        self.opened()?.store.read(|tx| f(tx, now))
    }

    /// Reads one engagement.
    pub(crate) fn read_case<T>(
        &self,
        engagement: &EngagementId,
        f: impl FnOnce(&Case, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now()?;
        let case = self.read(|tx, _| self.case(tx, engagement))?;
        f(&case, now)
    }

    /// From here on the vault is open.
    fn begin(
        &mut self,
        store: Store,
        vault: OpenVault,
        sample: Option<SampleFolder>,
        typed: bool,
    ) -> Result<(), Failure> {
        let locking = store.read(Locking::read)?;
        let watch = Watch::new(locking, self.now()?.at, typed);
        self.log.note(Event::Opened);
        self.open = Some(Open {
            store,
            vault,
            sample,
            watch,
            marked: false,
        });
        Ok(())
    }

    pub(crate) fn watch_mut(&mut self) -> Result<&mut Watch, Failure> {
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        Ok(&mut open.watch)
    }

    pub(crate) fn close(&mut self) {
        if self.open.is_some() {
            self.log.note(Event::Locked);
        }
        self.forget_read();
        self.on_the_table = None;
        self.recovery = None;
        self.backup_at_closing();
        self.open = None;
        self.backing.changes = 0;
    }

    pub(crate) fn forget_read(&self) {
        self.known.take();
    }

    pub(crate) fn temporary(&self) -> &Path {
        &self.places.temporary
    }

    fn last_folder(&self) -> Option<PathBuf> {
        let path = fs::read_to_string(self.places.last_vault.as_ref()?).ok()?;
        Some(PathBuf::from(path.trim()))
    }

    pub(crate) fn remember_folder(&self, folder: &Path) {
        let Some(file) = &self.places.last_vault else {
            return;
        };
        // A convenience: when it cannot be written, the coach chooses the folder again next time.
        if let Some(parent) = file.parent() {
            let _ = fs::create_dir_all(parent);
        }
        let _ = fs::write(file, shown(folder));
    }
}

/// A window that is closed locks its vault.
impl Drop for Desk {
    fn drop(&mut self) {
        self.close();
    }
}

/// Changes one engagement inside a transaction. What came out of it is checked before it counts.
pub(crate) fn in_case<T>(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    now: Now,
    f: impl FnOnce(&Tx<'_>, &Case, Now) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let made = f(tx, &case(tx, engagement)?, now)?;
    let after = case(tx, engagement)?;
    match coaching::check::faults(&after.engagement).first() {
        None => Ok(made),
        Some(fault) => Err(Failure::input(
            field_of(&fault.place),
            "inconsistent",
            format!(
                "This does not fit: {} {}. Nothing was changed.",
                fault.place, fault.what
            ),
        )),
    }
}

/// An engagement with its people.
pub(crate) fn case(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Case, Failure> {
    store::engagement::load(tx, engagement)?.ok_or_else(|| Failure::missing("engagement"))
}

fn field_of(place: &str) -> &str {
    place.rsplit('.').next().unwrap_or(place)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(crate) fn passphrase(typed: String) -> Result<Passphrase, Failure> {
    Passphrase::new(typed).map_err(|error| Failure::from(error).at("passphrase"))
}

pub(crate) fn folder(typed: &str) -> Result<PathBuf, Failure> {
    let path = PathBuf::from(typed.trim());
    if path.is_absolute() {
        Ok(path)
    } else {
        Err(Failure::input(
            "folder",
            "folder",
            "Choose a folder, with its full path.",
        ))
    }
}
