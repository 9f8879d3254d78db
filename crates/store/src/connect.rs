//! Connecting to a database: its key, its settings, and what is looked at before either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{StoreError, io_while};
use crate::migrate;

/// How long to wait for another program that is using the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// More than there are different statements in this crate, so that each is prepared once.
const STATEMENTS: usize = 200;

/// The first bytes of a SQLite file that is not encrypted.
pub(crate) const PLAIN: &[u8] = b"SQLite format 3\0";

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

/// The statement that hands the key over, after a look at its form, so that nothing else can get
/// into the statement.
pub(crate) fn key_statement(raw_key: &str) -> Result<Zeroizing<String>, StoreError> {
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
pub(crate) fn connect(path: &Path, key: &str) -> Result<Connection, StoreError> {
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

/// Brings the write-ahead log into the database's file and cuts it. SQLite answers, without an error, when
/// somebody else was in the way.
pub(crate) fn bring_log_in(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}

/// Whether a log stands beside the database: somebody has it open, or was killed.
pub(crate) fn log_is_there(path: &Path) -> bool {
    let [_, log, _] = beside(path);
    fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

/// Reads every page as it stands with the log that was left. The log of another database, or of another
/// day of this one, is written into no page before it was seen to fit.
pub(crate) fn holds_together(connection: &Connection) -> Result<(), StoreError> {
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
pub(crate) fn first_bytes(path: &Path) -> Result<Option<[u8; PLAIN.len()]>, StoreError> {
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
