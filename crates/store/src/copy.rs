//! Copies of the whole database: a state that stands still for a backup, and a copy under another key.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use coaching::day::Day;
use rusqlite::Connection;

use crate::connect::{around_key, beside, configure, connect_ours, make_private};
use crate::error::{StoreError, io_while};
use crate::migrate;
use crate::open::Store;
use crate::tx::Tx;

/// One state of a database, standing still in its file while others go on writing: they write into
/// the write-ahead log, which nobody may bring into the file as long as this value lives. It has a
/// connection of its own and can be sent to another thread.
pub struct Snapshot {
    connection: Connection,
    path: PathBuf,
}

impl Snapshot {
    /// Brings the write-ahead log into the file, and holds the file still from then on.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when somebody is reading or writing just now; otherwise as
    /// [`Store::open`].
    pub fn take(path: &Path, raw_key: &str) -> Result<Self, StoreError> {
        let connection = connect_ours(path, raw_key)?;
        configure(&connection)?;
        let (busy, log, done): (i64, i64, i64) =
            connection.query_row("PRAGMA wal_checkpoint(FULL)", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        connection.execute_batch("PRAGMA query_only = ON; BEGIN")?;
        let _: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        if busy != 0 || log != done {
            return Err(StoreError::Busy);
        }
        Ok(Self {
            connection,
            path: path.to_owned(),
        })
    }

    /// The file with this state, and its length. It is encrypted, as the database is.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn file(&self) -> Result<(File, u64), StoreError> {
        // On Unix, closing this handle drops the locks that this process has on the database's file.
        // Connections in this process know of one another without them, and other processes are kept
        // out by the vault's own lock.
        let file = File::open(&self.path).map_err(io_while("Reading the database"))?;
        let length = file
            .metadata()
            .map_err(io_while("Reading the database"))?
            .len();
        Ok((file, length))
    }

    /// How many rows each table has in this state.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub fn row_counts(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        row_counts(&self.connection)
    }
}

impl Store {
    /// How many rows each table has.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub fn row_counts(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        row_counts(&self.connection)
    }

    /// The statements that made its tables, indexes and triggers, by name: two databases with the
    /// same ones keep the same rules.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub fn schema(&self) -> Result<Vec<(String, String)>, StoreError> {
        const SQL: &str = "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name";
        let schema = self
            .connection
            .prepare(SQL)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(schema)
    }

    /// Copies everything into a new database under another key. `raw_key` is `x'…'` with 64
    /// hexadecimal digits.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is such a file, which is not touched; [`StoreError`]
    /// otherwise, and then there is no such file.
    pub fn copy_under(&self, path: &Path, raw_key: &str) -> Result<(), StoreError> {
        let attach = around_key("ATTACH DATABASE ?1 AS next KEY \"x'", raw_key, "'\"")?;
        make_private(path)?;
        let copied = self.copy_attached(path, &attach);
        if copied.is_err() {
            // Made a moment ago. Best effort: the error matters more.
            for left in beside(path) {
                let _ = fs::remove_file(left);
            }
        }
        copied
    }

    fn copy_attached(&self, path: &Path, attach: &str) -> Result<(), StoreError> {
        let path = path.to_str().ok_or(StoreError::NotThere)?;
        let connection = &self.connection;
        connection.execute_batch("PRAGMA query_only = OFF; PRAGMA foreign_keys = OFF")?;
        let copied = fill_attached(connection, path, attach);
        // Whatever failed: the vault goes on with this connection.
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        copied
    }
}

fn fill_attached(connection: &Connection, path: &str, attach: &str) -> Result<(), StoreError> {
    connection.execute(attach, [path])?;
    let copied = migrate::version(connection).and_then(|format| {
        connection.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(()))?;
        connection.pragma_update(Some("next"), "user_version", format)?;
        Ok(connection.pragma_update(Some("next"), "application_id", migrate::APPLICATION_ID)?)
    });
    let detached = connection.execute_batch("DETACH DATABASE next");
    // SQLCipher's export says of whatever went wrong only that it did. What is copied could be read
    // a moment ago, so it is the disk.
    copied.map_err(|error| match error {
        StoreError::Sqlite { code } => StoreError::Disk { code },
        other => other,
    })?;
    Ok(detached?)
}

fn row_counts(connection: &Connection) -> Result<BTreeMap<String, u64>, StoreError> {
    // Without virtual tables: what they hold stands in tables of their own.
    const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
    let names = connection
        .prepare(TABLES)?
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    names
        .into_iter()
        .map(|name| {
            let quoted = name.replace('"', "\"\"");
            let sql = format!("SELECT count(*) FROM \"{quoted}\"");
            let count: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
            Ok((name, u64::try_from(count).unwrap_or_default()))
        })
        .collect()
}

/// How much a practice holds: enough to recognise it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Engagements.
    pub engagements: u32,
    /// Sessions that were held.
    pub sessions: u32,
    /// The day of the last session that was held; none when none was.
    pub last_session: Option<Day>,
}

/// How much the practice holds.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn contents(tx: &Tx<'_>) -> Result<Contents, StoreError> {
    const SQL: &str = "SELECT (SELECT count(*) FROM engagement), count(*), max(day)
        FROM session WHERE status = 'held'";
    let found = tx.row(SQL, &[], |row| {
        Ok(Contents {
            engagements: row.take()?,
            sessions: row.take()?,
            last_session: row.take()?,
        })
    })?;
    Ok(found.unwrap_or(Contents {
        engagements: 0,
        sessions: 0,
        last_session: None,
    }))
}
