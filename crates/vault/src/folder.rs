//! A vault's folder: what is in it, making a vault there, and opening it.

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cost::Cost;
use crate::error::{VaultError, io_while};
use crate::files;
use crate::header::{FORMAT_VERSION, Header, MAX_LEN, PassphraseSlot, SlotKind, Unverified};
use crate::keychain::Keychain;
use crate::keys::{DataKey, VaultId, WrappingKey};
use crate::lock::Lock;
use crate::open::OpenVault;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;

const HEADER: &str = "vault.tcv";
/// A header on its way to take the place of the one that is there.
const NEXT_HEADER: &str = "vault.tcv.next";
/// The header of a vault that is being made. As long as it has this name there is no vault.
const UNFINISHED_HEADER: &str = "vault.tcv.unfinished";
const DATABASE: &str = "practice.db";
/// The database, and what SQLite may put beside it.
const DATABASE_FILES: [&str; 4] = [
    DATABASE,
    "practice.db-wal",
    "practice.db-shm",
    "practice.db-journal",
];
/// A copy of the database on its way to take the place of the one that is there.
const NEXT_DATABASE: &str = "practice.db.next";
/// The backups that the program makes by itself.
const BACKUPS: &str = "backups";
const LOCK: &str = "vault.lock";
/// What desktops leave in any folder that they have shown.
const LITTER: [&str; 5] = [
    ".DS_Store",
    ".localized",
    ".directory",
    "Thumbs.db",
    "desktop.ini",
];

/// The folder of a vault, or one that may become it. Holds nothing open.
#[derive(Clone, Debug)]
pub struct VaultFolder {
    path: PathBuf,
}

/// What a folder holds, as far as names tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FolderState {
    /// There is no such folder.
    NoFolder,
    /// Nothing, or nothing but what a desktop leaves behind.
    Empty,
    /// A vault.
    Vault,
    /// A header whose database is missing.
    DatabaseMissing,
    /// A database whose header is missing. Not a creation that was interrupted: a backup's header
    /// may still open this database, so it is never cleared.
    HeaderMissing,
    /// What an interrupted creation left over. There never was a vault, and the next creation
    /// clears it.
    InterruptedCreation,
    /// Other files and no vault.
    OtherFiles,
}

/// What a header tells without any key. Not authenticated: good for showing, not for trusting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderInfo {
    /// The format's version.
    pub version: u16,
    /// The vault's id.
    pub id: VaultId,
    /// The slots, in their order.
    pub slots: Vec<SlotKind>,
    /// What one guess at the passphrase costs.
    pub cost: Cost,
}

impl VaultFolder {
    /// Names a folder. Touches nothing.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Looks at the names in the folder. Touches nothing.
    ///
    /// # Errors
    /// [`VaultError::NotAFolder`], [`VaultError::Io`].
    pub fn state(&self) -> Result<FolderState, VaultError> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(FolderState::NoFolder);
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(VaultError::NotAFolder);
            }
            Err(source) => return Err(io_while("Looking into the folder")(source)),
        };
        let names = entries
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(io_while("Looking into the folder"))?;
        let has = |name: &str| names.iter().any(|there| there == name);
        let has_database_file = DATABASE_FILES.iter().any(|name| has(name));
        let is_ours = |name: &OsString| {
            [UNFINISHED_HEADER, LOCK]
                .iter()
                .chain(&DATABASE_FILES)
                .chain(&LITTER)
                .any(|ours| name == ours)
        };
        Ok(if has(HEADER) {
            if has(DATABASE) {
                FolderState::Vault
            } else {
                FolderState::DatabaseMissing
            }
        } else if has(NEXT_HEADER) || (has_database_file && !has(UNFINISHED_HEADER)) {
            // A header that was being replaced, or a database that was finished: either way there
            // has been a vault here.
            FolderState::HeaderMissing
        } else if names.iter().any(|name| !is_ours(name)) {
            FolderState::OtherFiles
        } else if has(UNFINISHED_HEADER) {
            FolderState::InterruptedCreation
        } else {
            FolderState::Empty
        })
    }

    /// Reads what the header tells without any key. Does not need the lock.
    ///
    /// # Errors
    /// [`VaultError::NoVault`], [`VaultError::HeaderMissing`], [`VaultError::DamagedHeader`],
    /// [`VaultError::NewerVersion`], [`VaultError::NotAFolder`], [`VaultError::Io`].
    pub fn read_header(&self) -> Result<HeaderInfo, VaultError> {
        let unverified = self.unverified_header()?;
        let header = unverified.claims();
        Ok(HeaderInfo {
            version: FORMAT_VERSION,
            id: header.id,
            slots: header.kinds().collect(),
            cost: header.passphrase.cost(),
        })
    }

    /// Begins a vault: makes the folder if need be, takes the lock, makes the data key and writes
    /// the header under a name that does not count yet. See [`NewVault`] for what comes next.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`]; [`VaultError::AlreadyAVault`] when there is a header or
    /// a database, whatever their condition; [`VaultError::FolderInUse`],
    /// [`VaultError::NotAFolder`], [`VaultError::OpenElsewhere`], [`VaultError::OutOfMemory`],
    /// [`VaultError::Cryptography`], [`VaultError::Io`]. After any of them there is no new vault,
    /// and what was in the folder is untouched.
    pub fn begin_create(
        &self,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<NewVault, VaultError> {
        passphrase.check_choice()?;
        let lock = self.claim()?;
        let id = VaultId::make()?;
        let data_key = DataKey::make()?;
        let slot = PassphraseSlot::make(&id, passphrase, cost, &data_key)?;
        let header = Header::new(id, slot);
        let bytes = header.write(&data_key)?;
        let leftovers = Leftovers(self.clone());
        files::write_new(&self.file(UNFINISHED_HEADER), &bytes)
            .map_err(io_while("Writing the vault's header"))?;
        Ok(NewVault::new(header, data_key, leftovers, lock))
    }

    /// Makes the folder if need be and takes the lock, for a new vault; refuses a folder that is not
    /// free for one.
    pub(crate) fn claim(&self) -> Result<Lock, VaultError> {
        // Before the lock, so that a folder which is not ours gets no lock file either.
        self.refuse_if_taken()?;
        files::make_private_folder(&self.path).map_err(io_while("Making the vault's folder"))?;
        let lock = Lock::take(&self.file(LOCK))?;
        // Again: another process may have made a vault in the meantime.
        self.refuse_if_taken()?;
        self.clear_leftovers()?;
        Ok(lock)
    }

    /// Opens the vault with its passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; those of [`VaultFolder::read_header`];
    /// [`VaultError::DatabaseMissing`], [`VaultError::OpenElsewhere`],
    /// [`VaultError::OutOfMemory`], [`VaultError::Cryptography`].
    pub fn open_with_passphrase(&self, passphrase: &Passphrase) -> Result<OpenVault, VaultError> {
        self.open_with(|header| header.passphrase.open(&header.id, passphrase))
    }

    /// Opens the vault with the key that the keychain holds.
    ///
    /// # Errors
    /// [`VaultError::NotInKeychain`], [`VaultError::KeychainDoesNotFit`],
    /// [`VaultError::Keychain`]: ask for the passphrase
    /// ([`VaultError::asks_for_passphrase`]). Otherwise as
    /// [`VaultFolder::open_with_passphrase`].
    pub fn open_with_keychain(&self, keychain: &dyn Keychain) -> Result<OpenVault, VaultError> {
        self.open_with(|header| {
            let slot = header.keychain().ok_or(VaultError::NotInKeychain)?;
            let secret = keychain.get(&header.id)?.ok_or(VaultError::NotInKeychain)?;
            slot.open(&header.id, &WrappingKey::from_secret(&secret))
        })
    }

    /// Opens the vault with its printed recovery key.
    ///
    /// # Errors
    /// [`VaultError::NoRecoveryKey`], [`VaultError::WrongRecoveryKey`]. Otherwise as
    /// [`VaultFolder::open_with_passphrase`].
    pub fn open_with_recovery_key(&self, recovery: &RecoveryKey) -> Result<OpenVault, VaultError> {
        self.open_with(|header| {
            let slot = header.recovery().ok_or(VaultError::NoRecoveryKey)?;
            slot.open(&header.id, recovery)
        })
    }

    fn open_with(
        &self,
        unwrap: impl FnOnce(&Header) -> Result<DataKey, VaultError>,
    ) -> Result<OpenVault, VaultError> {
        // Before the lock: a vault that cannot be opened anyway is left exactly as it is.
        self.unverified_header()?;
        if self.state()? == FolderState::DatabaseMissing {
            return Err(VaultError::DatabaseMissing);
        }
        let lock = Lock::take(&self.file(LOCK))?;
        let unverified = self.unverified_header()?;
        let data_key = unwrap(unverified.claims())?;
        let header = unverified.verify(&data_key)?;
        // Left over if the power failed while the header was being replaced. Best effort.
        let _ = files::remove_if_there(&self.file(NEXT_HEADER));
        Ok(OpenVault::new(self.clone(), header, data_key, lock))
    }

    pub(crate) fn unverified_header(&self) -> Result<Unverified, VaultError> {
        match self.state()? {
            FolderState::Vault | FolderState::DatabaseMissing => {}
            FolderState::HeaderMissing => return Err(VaultError::HeaderMissing),
            _ => return Err(VaultError::NoVault),
        }
        let bytes = files::read_up_to(&self.file(HEADER), MAX_LEN)
            .map_err(io_while("Reading the vault's header"))?;
        Unverified::parse(&bytes)
    }

    /// Puts a header in the place of the one that is there; that one stands until then.
    pub(crate) fn replace_header(&self, bytes: &[u8]) -> Result<(), VaultError> {
        files::replace(&self.file(HEADER), &self.file(NEXT_HEADER), bytes)
            .map_err(io_while("Writing the vault's header"))
    }

    pub(crate) fn database_path(&self) -> PathBuf {
        self.file(DATABASE)
    }

    /// The folder of the backups that the program makes by itself.
    pub fn backups(&self) -> PathBuf {
        self.file(BACKUPS)
    }

    pub(crate) fn unfinished_header(&self) -> PathBuf {
        self.file(UNFINISHED_HEADER)
    }

    pub(crate) fn next_database(&self) -> PathBuf {
        self.file(NEXT_DATABASE)
    }

    /// Puts the copy in the place of the database. First what SQLite may have left beside the old
    /// one goes: it would be taken for the new one's.
    pub(crate) fn replace_database(&self) -> io::Result<()> {
        DATABASE_FILES
            .iter()
            .filter(|name| **name != DATABASE)
            .try_for_each(|name| files::remove_if_there(&self.file(name)))?;
        self.remove_beside_next()?;
        files::sync_folder(&self.path)?;
        fs::rename(self.next_database(), self.database_path())?;
        files::sync_folder(&self.path)
    }

    pub(crate) fn remove_next_database(&self) -> io::Result<()> {
        self.remove_beside_next()?;
        files::remove_if_there(&self.next_database())
    }

    fn remove_beside_next(&self) -> io::Result<()> {
        ["-wal", "-shm", "-journal"].iter().try_for_each(|end| {
            files::remove_if_there(&self.file(&format!("{NEXT_DATABASE}{end}")))
        })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn refuse_if_taken(&self) -> Result<(), VaultError> {
        match self.state()? {
            FolderState::NoFolder | FolderState::Empty | FolderState::InterruptedCreation => Ok(()),
            FolderState::OtherFiles => Err(VaultError::FolderInUse),
            FolderState::Vault | FolderState::DatabaseMissing | FolderState::HeaderMissing => {
                Err(VaultError::AlreadyAVault)
            }
        }
    }

    /// Clears what an interrupted creation left over, and nothing else; the lock must be held.
    ///
    /// This deletes a database, which the program otherwise never does. It is safe in this one
    /// case: the header still has its unfinished name, so [`NewVault::finish`] has not happened,
    /// nobody was told that there is a vault, and nothing was saved in it. The unfinished header
    /// goes last: were it gone first and the power failed, the database would look like one whose
    /// header was lost.
    fn clear_leftovers(&self) -> Result<(), VaultError> {
        if self.state()? != FolderState::InterruptedCreation {
            return Ok(());
        }
        DATABASE_FILES
            .iter()
            .try_for_each(|name| files::remove_if_there(&self.file(name)))
            .and_then(|()| files::sync_folder(&self.path))
            .and_then(|()| files::remove_if_there(&self.file(UNFINISHED_HEADER)))
            .and_then(|()| files::sync_folder(&self.path))
            .map_err(io_while("Clearing an interrupted creation"))
    }
}

/// A vault that is being made: the lock is held and there is a key, but no vault yet.
///
/// Make the database at [`NewVault::database_path`] with [`NewVault::data_key`], commit what it
/// must begin with (SQLite must sync: `synchronous = FULL`), and call [`NewVault::finish`]; the
/// database may stay open meanwhile. Dropped before that, or if the program dies, there is no
/// vault: what was begun is cleared, now or at the next [`VaultFolder::begin_create`] in this
/// folder.
pub struct NewVault {
    database_path: PathBuf,
    data_key: DataKey,
    header: Header,
    // Before the lock, since it clears up when dropped and needs the lock for that.
    leftovers: Leftovers,
    lock: Lock,
}

impl NewVault {
    pub(crate) fn new(header: Header, data_key: DataKey, leftovers: Leftovers, lock: Lock) -> Self {
        Self {
            database_path: leftovers.0.database_path(),
            data_key,
            header,
            leftovers,
            lock,
        }
    }

    /// The key for the new database.
    pub fn data_key(&self) -> &DataKey {
        &self.data_key
    }

    /// Where the new database must be made. Nothing is there yet.
    pub fn database_path(&self) -> &Path {
        &self.database_path
    }

    /// The new vault's id.
    pub fn id(&self) -> VaultId {
        self.header.id
    }

    /// Puts the header into its place, when the database is made: from then on there is a vault.
    ///
    /// # Errors
    /// [`VaultError::DatabaseMissing`] when no database was made; [`VaultError::Io`].
    pub fn finish(self) -> Result<OpenVault, VaultError> {
        let folder = self.leftovers.0.clone();
        let database = fs::metadata(&self.database_path).ok();
        if database.is_none_or(|file| file.len() == 0) {
            return Err(VaultError::DatabaseMissing);
        }
        // Before the header makes it count, the database must be closed to others and its name on
        // disk; its content SQLite has synced.
        DATABASE_FILES
            .iter()
            .try_for_each(|name| files::make_private(&folder.file(name)))
            .and_then(|()| files::sync_folder(&folder.path))
            .map_err(io_while("Saving the new database"))?;
        fs::rename(folder.file(UNFINISHED_HEADER), folder.file(HEADER))
            .and_then(|()| files::sync_folder(&folder.path))
            .map_err(io_while("Putting the vault's header into place"))?;
        Ok(OpenVault::new(
            folder,
            self.header,
            self.data_key,
            self.lock,
        ))
    }
}

/// Shows the vault's id, and nothing of its key.
impl fmt::Debug for NewVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewVault")
            .field("id", &self.id())
            .finish_non_exhaustive()
    }
}

/// Clears up after a creation that was given up. Once the header is in its place it does nothing.
pub(crate) struct Leftovers(pub(crate) VaultFolder);

impl Drop for Leftovers {
    fn drop(&mut self) {
        // What cannot be cleared now is cleared by the next creation.
        let _ = self.0.clear_leftovers();
    }
}
