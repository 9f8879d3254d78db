//! Opening the database: one function, one order (`docs/security.md`).

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connect::{
    PLAIN, beside, bring_log_in, configure, connect, connect_ours, first_bytes, holds_together,
    key_statement, log_is_there, make_private,
};
use crate::disposal;
use crate::error::StoreError;
use crate::finding::{self, Index, MOST_WAITING};
use crate::migrate;
use crate::place::Place;
use crate::touched::Touched;
use crate::tx::Tx;
use crate::undo::{self, Naming, Noted};

/// The number of a database's format, from 1.
pub type FormatVersion = u32;

/// The open database of one vault. Dropping it closes it.
pub struct Store {
    pub(crate) connection: Connection,
    /// Whether this connection writes down what a change does.
    recording: bool,
    /// Whether this connection keeps the index for finding in step.
    in_step: bool,
    touched: RefCell<Touched>,
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
        bring_log_in(&connection)?;
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
            touched: RefCell::new(Touched::Everything),
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
        if log_was_left {
            // A page that a crash left half written in the file is whole in the log. What cannot be
            // brought into the file now is read out of the log, and brought there later.
            let _ = bring_log_in(&connection);
        }
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

    /// Runs `f` as [`Store::read`] does, with the index for finding, into which everything that was
    /// written is entered before.
    ///
    /// # Errors
    /// As [`Store::read`]; as [`Store::write`] where something is to be entered.
    pub fn search<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Index<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if finding::waiting(&self.connection, 0)? > 0 {
            self.commit(|tx| finding::enter(tx.connection()))?;
        }
        self.read(|tx| f(&Index::of(tx)))
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
        self.touched.replace(Touched::Everything);
        self.commit(f)
    }

    fn commit<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.in_place()?;
        // Only once something is written: opening a vault is not held up by it.
        if !self.in_step {
            // All of it or nothing: a write that is tried again makes it again.
            let making = self.begin(TransactionBehavior::Deferred)?;
            finding::attach(&making)?;
            making.commit().map_err(StoreError::from)?;
            self.in_step = true;
        }
        let transaction = self.begin(TransactionBehavior::Immediate)?;
        let tx = Tx::on(&transaction);
        let result = f(&tx)?;
        if self.recording {
            undo::forget_noted(&tx)?;
        }
        if finding::waiting(&transaction, MOST_WAITING)? > MOST_WAITING {
            finding::enter(&transaction)?;
        }
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
        self.note(f, |tx, noted| undo::write_down(tx, naming, noted))
    }

    /// Runs `f` as one write, as [`Store::write`], in which changes can be undone and done again.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn turn<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.note(f, |_, _| Ok(()))
    }

    /// Runs `f` as one write, of which is noted what it does; then `keep`, with what was noted.
    fn note<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
        keep: impl FnOnce(&Tx<'_>, &Noted) -> Result<(), StoreError>,
    ) -> Result<T, E> {
        if !self.recording {
            self.write(undo::begin_recording)?;
            self.recording = true;
        }
        let written = self.commit(|tx| {
            let made = f(tx)?;
            let noted = undo::noted(tx)?;
            keep(tx, &noted)?;
            Ok((made, noted.touched))
        });
        // An error may come after the fact: when the database is found to have left its place.
        let (made, touched) = match written {
            Ok((made, touched)) => (Ok(made), touched),
            Err(error) => (Err(error), Touched::Everything),
        };
        self.touched.borrow_mut().and(touched);
        made
    }

    /// What was changed since this was last asked.
    pub fn touched(&self) -> Touched {
        self.touched.replace(Touched::nothing())
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
        self.commit(|tx| finding::enter(tx.connection()))?;
        finding::merge(&self.connection)?;
        self.connection.execute_batch("VACUUM")?;
        self.write(disposal::cleaned)?;
        // Answers whether somebody else was in the way; then the log is cut when the vault is closed.
        bring_log_in(&self.connection)
    }

    fn begin(&self, behavior: TransactionBehavior) -> Result<Transaction<'_>, StoreError> {
        Ok(Transaction::new_unchecked(&self.connection, behavior)?)
    }

    /// Brings the write-ahead log into the database file and closes both.
    ///
    /// # Errors
    /// [`StoreError`] when that fails. What was saved is safe in the write-ahead log even so.
    pub fn close(self) -> Result<(), StoreError> {
        bring_log_in(&self.connection)?;
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

/// Brings the format up to date, and the index with it.
fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    migrate::run(connection, migrate::ALL)?;
    finding::bring_up_to_date(connection)
}
