//! Opening the database: one function, one order (`docs/security.md`).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::disposal;
use crate::error::{StoreError, io_while};
use crate::finding;
use crate::migrate;
use crate::place::Place;
use crate::tx::Tx;
use crate::undo::{self, Naming};

/// The number of a database's format, from 1.
pub type FormatVersion = u32;

/// How long to wait for another program that is using the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// More than there are different statements in this crate, so that each is prepared once.
const STATEMENTS: usize = 200;

/// The first bytes of a SQLite file that is not encrypted.
const PLAIN: &[u8] = b"SQLite format 3\0";

/// Before any key, for the whole process: no log (it goes to standard error), the page format of
/// SQLCipher 4, whatever a later SQLCipher makes its default, and all of SQLite's memory wiped when it
/// is given back.
const CIPHER: &str = "
    PRAGMA cipher_log = off;
    PRAGMA cipher_default_compatibility = 4;
    PRAGMA cipher_memory_security = ON;
";

/// Whether SQLCipher was started, with [`CIPHER`].
static STARTED: Mutex<bool> = Mutex::new(false);

/// The settings of every connection, after the key. The full fsyncs matter on macOS alone. What was read
/// stays decrypted, up to 64 MiB, until the vault is locked: a search touches pages all over.
pub const SETTINGS: &str = "
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA journal_mode = WAL;
";

/// The open database of one vault. Dropping it closes it.
pub struct Store {
    pub(crate) connection: Connection,
    /// Whether this connection writes down what a change does.
    recording: bool,
    /// Whether this connection keeps the index for finding in step.
    in_step: bool,
    place: Place,
}

/// The format that this program writes.
#[must_use]
pub fn newest_format() -> FormatVersion {
    migrate::newest(migrate::ALL)
}

impl Store {
    /// Makes a new database at `path`, for its owner alone (mode 0600), and opens it. `raw_key` is
    /// `x'…'` with 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is a file at this path, which is not touched;
    /// otherwise as [`Store::open`]. After an error nothing is left at this path.
    pub fn create(path: &Path, raw_key: &str) -> Result<Self, StoreError> {
        let key = key_statement(raw_key)?;
        make_private(path)?;
        let made = Self::fill(path, &key);
        if made.is_err() {
            // We made these files a moment ago. Best effort: the error matters more.
            for left in beside(path) {
                let _ = fs::remove_file(left);
            }
        }
        made
    }

    fn fill(path: &Path, key: &str) -> Result<Self, StoreError> {
        let place = Place::of(path)?;
        let mut connection = connect(path, key)?;
        configure(&connection)?;
        prepare(&mut connection)?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        if first_bytes(path)?.is_none_or(|bytes| bytes == PLAIN) {
            return Err(StoreError::NotACipher);
        }
        Ok(Self::over(connection, place, path))
    }

    fn over(connection: Connection, place: Place, path: &Path) -> Self {
        let [_, log, _] = beside(path);
        Self {
            connection,
            recording: false,
            in_step: false,
            place: place.with_log(&log),
        }
    }

    /// Opens the database at `path`, and brings an older format up to date. `raw_key` is `x'…'`
    /// with 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`StoreError::NotThere`], [`StoreError::NotACipher`] for a plain SQLite file,
    /// [`StoreError::WrongKeyOrDamaged`], [`StoreError::Newer`], [`StoreError::Busy`],
    /// [`StoreError::NotAKey`], [`StoreError::Io`]. None of them changes the file.
    pub fn open(path: &Path, raw_key: &str) -> Result<Self, StoreError> {
        Self::open_as_it_is(path, raw_key)?.brought_up_to_date()
    }

    /// Brings a database that was opened as it is up to date.
    ///
    /// # Errors
    /// [`StoreError`] when that fails: the database is then as it was, or of a format in between.
    pub fn brought_up_to_date(mut self) -> Result<Self, StoreError> {
        prepare(&mut self.connection)?;
        Ok(self)
    }

    /// Opens the database at `path` in the format that it has, to be looked at: only a database of
    /// the newest format can be read as a record.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_as_it_is(path: &Path, raw_key: &str) -> Result<Self, StoreError> {
        let place = Place::of(path)?;
        let log_was_left = log_is_there(path);
        let connection = connect_ours(path, raw_key)?;
        if log_was_left {
            holds_together(&connection)?;
        }
        configure(&connection)?;
        Ok(Self::over(connection, place, path))
    }

    /// Looks whether the database that is open still stands at its path.
    ///
    /// # Errors
    /// [`StoreError::NotInPlace`].
    pub fn in_place(&self) -> Result<(), StoreError> {
        self.place.holds()
    }

    /// The format of the database.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub fn format(&self) -> Result<FormatVersion, StoreError> {
        migrate::version(&self.connection)
    }

    /// The format that this program writes.
    #[must_use]
    pub fn newest_format() -> FormatVersion {
        migrate::newest(migrate::ALL)
    }

    /// Runs `f` over one unchanging state of the record. What `f` tries to write is refused.
    ///
    /// # Errors
    /// Whatever `f` returns; [`StoreError`] when the database does not answer.
    pub fn read<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.begin(TransactionBehavior::Deferred)?;
        let result = f(&Tx::to_read(&transaction));
        transaction.rollback().map_err(StoreError::from)?;
        result
    }

    /// Runs `f` as one write: when it returns `Ok`, all it did is on the disk, at the database's path;
    /// when it returns `Err`, panics, or the power fails, nothing is.
    ///
    /// # Errors
    /// Whatever `f` returns; [`StoreError::NotInPlace`] when the database no longer stands at its path;
    /// [`StoreError`] when it does not answer.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.in_place()?;
        // Only once something is written: opening a vault is not held up by it.
        if !self.in_step {
            finding::attach(&self.connection)?;
            self.in_step = true;
        }
        let transaction = self.begin(TransactionBehavior::Immediate)?;
        let result = f(&Tx::on(&transaction))?;
        // Both take their time: a folder that went meanwhile took what was written along.
        self.in_place()?;
        transaction.commit().map_err(StoreError::from)?;
        self.in_place()?;
        Ok(result)
    }

    /// Runs `f` as one write, as [`Store::write`], and writes down what it changed, so that it can be
    /// undone.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        naming: &Naming<'_>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.turn(|tx| {
            let number = undo::open(tx, naming)?;
            let made = f(tx)?;
            undo::close(tx, number)?;
            Ok(made)
        })
    }

    /// Runs `f` as one write, as [`Store::write`], in which changes can be undone and done again.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn turn<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.recording {
            self.write(undo::begin_recording)?;
            self.recording = true;
        }
        self.write(f)
    }

    /// Writes the index and the whole file anew, so that nothing of what was removed stands in any page
    /// of it, nor in the write-ahead log. Does nothing while nothing was disposed of.
    ///
    /// # Errors
    /// [`StoreError`] when that fails, as on a full disk: what is kept is safe, and it is done when it
    /// is asked for again.
    pub fn clean(&mut self) -> Result<(), StoreError> {
        if !self.read(disposal::is_unclean)? {
            return Ok(());
        }
        self.in_place()?;
        finding::merge(&self.connection)?;
        self.connection.execute_batch("VACUUM")?;
        self.write(disposal::cleaned)?;
        // Answers whether somebody else was in the way; then the log is cut when the vault is closed.
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    fn begin(&self, behavior: TransactionBehavior) -> Result<Transaction<'_>, StoreError> {
        Ok(Transaction::new_unchecked(&self.connection, behavior)?)
    }

    /// Looks at every page, every table and every reference. Returns the codes of what does not
    /// hold: `store.check.cipher` (a page was changed or damaged), `store.check.structure`,
    /// `store.check.references`; nothing when all is well.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer at all.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        let mut broken = Vec::new();
        if !self.says("PRAGMA cipher_integrity_check", &[])? {
            broken.push("store.check.cipher".to_owned());
        }
        // A damaged page ends these two with an error, which says the same.
        match self.says("PRAGMA integrity_check", &["ok"]) {
            Ok(true) => {}
            Ok(false) | Err(StoreError::WrongKeyOrDamaged) => {
                broken.push("store.check.structure".to_owned());
            }
            Err(error) => return Err(error),
        }
        match migrate::references_hold(&self.connection) {
            Ok(true) | Err(StoreError::WrongKeyOrDamaged) => {}
            Ok(false) => broken.push("store.check.references".to_owned()),
            Err(error) => return Err(error),
        }
        Ok(broken)
    }

    /// True when a check answers exactly these rows.
    fn says(&self, check: &str, rows: &[&str]) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare(check)?;
        let answers = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(answers == rows)
    }

    /// Brings the write-ahead log into the database file and closes both.
    ///
    /// # Errors
    /// [`StoreError`] when that fails. What was saved is safe in the write-ahead log even so.
    pub fn close(self) -> Result<(), StoreError> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

/// Connects to a database of ours, which no newer program wrote. Changes nothing.
pub(crate) fn connect_ours(path: &Path, raw_key: &str) -> Result<Connection, StoreError> {
    let key = key_statement(raw_key)?;
    match first_bytes(path)? {
        // A database is never empty, and SQLite would take an empty file for a new one.
        None => return Err(StoreError::WrongKeyOrDamaged),
        Some(bytes) if bytes == PLAIN => return Err(StoreError::NotACipher),
        Some(_) => {}
    }
    let connection = connect(path, &key)?;
    let ours: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if ours != migrate::APPLICATION_ID {
        return Err(StoreError::WrongKeyOrDamaged);
    }
    migrate::refuse_newer(&connection, migrate::ALL)?;
    Ok(connection)
}

/// Brings the format up to date, and the index with it.
fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    migrate::run(connection, migrate::ALL)?;
    finding::bring_up_to_date(connection)
}

/// The statement that hands the key over, after a look at its form, so that nothing else can get
/// into the statement.
fn key_statement(raw_key: &str) -> Result<Zeroizing<String>, StoreError> {
    around_key("PRAGMA key = \"x'", raw_key, "'\"")
}

/// A statement with the key in its middle, after a look at the key's form.
pub(crate) fn around_key(
    before: &str,
    raw_key: &str,
    after: &str,
) -> Result<Zeroizing<String>, StoreError> {
    let digits = raw_key
        .strip_prefix("x'")
        .and_then(|rest| rest.strip_suffix('\''))
        .filter(|digits| digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
        .ok_or(StoreError::NotAKey)?;
    // With its whole length at once: a string that grows leaves copies behind.
    let length = before.len() + digits.len() + after.len();
    let mut statement = Zeroizing::new(String::with_capacity(length));
    statement.push_str(before);
    statement.push_str(digits);
    statement.push_str(after);
    Ok(statement)
}

/// Connects to a file that exists, hands over the key, and proves it by a first read.
fn connect(path: &Path, key: &str) -> Result<Connection, StoreError> {
    start_cipher()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // Until it is known to be ours: closing writes a log that was left into the database, whosever
    // log it is.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch(key)?;
    let _: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    for asked in ["PRAGMA cipher_version", "PRAGMA cipher_status"] {
        // Plain SQLite answers no row; SQLCipher without a working key answers status 0.
        let answer: String = match connection.query_row(asked, [], |row| row.get(0)) {
            Err(rusqlite::Error::QueryReturnedNoRows) => return Err(StoreError::NotACipher),
            answer => answer?,
        };
        if answer.is_empty() || answer == "0" {
            return Err(StoreError::NotACipher);
        }
    }
    Ok(connection)
}

/// Starts SQLCipher, once in a process, by a first connection that nobody else sees. SQLite calls
/// itself ready before SQLCipher has finished starting: a second thread that opens a connection in
/// that moment gets an error, or crashes.
fn start_cipher() -> Result<(), StoreError> {
    let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
    if !*started {
        Connection::open_in_memory()?.execute_batch(CIPHER)?;
        *started = true;
    }
    Ok(())
}

/// Applies the settings, and makes sure of those on which a promise rests: SQLite ignores a setting
/// that it does not know.
pub(crate) fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(SETTINGS)?;
    for (asked, answer) in [
        ("PRAGMA foreign_keys", 1),
        ("PRAGMA secure_delete", 1),
        ("PRAGMA trusted_schema", 0),
        ("PRAGMA temp_store", 2),
        ("PRAGMA synchronous", 2),
    ] {
        let set: i64 = connection.query_row(asked, [], |row| row.get(0))?;
        if set != answer {
            return Err(StoreError::Refused {
                what: asked.to_owned(),
            });
        }
    }
    // As a text, and only once memory really went through it.
    const WIPES: &str = "PRAGMA cipher_memory_security";
    let wipes: String = connection.query_row(WIPES, [], |row| row.get(0))?;
    if wipes != "1" {
        return Err(StoreError::Refused {
            what: WIPES.to_owned(),
        });
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Whether a log stands beside the database: somebody has it open, or was killed.
fn log_is_there(path: &Path) -> bool {
    let [_, log, _] = beside(path);
    fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

/// Reads every page as it stands with the log that was left. The log of another database, or of another
/// day of this one, is written into no page before it was seen to fit.
fn holds_together(connection: &Connection) -> Result<(), StoreError> {
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(StoreError::WrongKeyOrDamaged)
    }
}

/// Makes an empty file for its owner alone, before anything is written to it, and makes its name
/// durable.
pub(crate) fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(StoreError::AlreadyThere);
        }
        Err(error) => return Err(io_while("Making the database")(error)),
    }
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(io_while("Making the database"))?;
    }
    Ok(())
}

/// The database and what SQLite puts beside it.
pub(crate) fn beside(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|end| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    })
}

/// The first bytes of a file, as many as a plain SQLite file begins with; none when there are fewer.
fn first_bytes(path: &Path) -> Result<Option<[u8; PLAIN.len()]>, StoreError> {
    let mut bytes = [0; PLAIN.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut bytes));
    match read {
        Ok(()) => Ok(Some(bytes)),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound => Err(StoreError::NotThere),
            io::ErrorKind::UnexpectedEof => Ok(None),
            _ => Err(io_while("Reading the database")(error)),
        },
    }
}
