//! Looking whether a database holds together: every page, every table, every reference.

use std::path::Path;

use crate::error::StoreError;
use crate::migrate;
use crate::open::Store;

/// A page is read once or twice: a large cache would be filled and wiped for nothing.
const CACHE: &str = "PRAGMA cache_size = -16384";

impl Store {
    /// As [`Store::open_as_it_is`], for a database that is read through once.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_to_check(path: &Path, raw_key: &str) -> Result<Self, StoreError> {
        let store = Self::open_as_it_is(path, raw_key)?;
        store.connection.execute_batch(CACHE)?;
        Ok(store)
    }

    /// Looks at every page, every table and every reference. Returns the codes of what does not
    /// hold: `store.check.cipher` (a page was changed or damaged), `store.check.structure`,
    /// `store.check.references`; nothing when all is well.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer at all.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        let pages = self.check_pages()?;
        let structure = self.check_structure()?;
        let references = self.check_references()?;
        Ok([pages, structure, references].concat())
    }

    /// The part of [`Store::check`] that works out each page's authenticator, also of those in which
    /// nothing stands now.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn check_pages(&self) -> Result<Vec<String>, StoreError> {
        let hold = self.says("PRAGMA cipher_integrity_check", &[])?;
        Ok(broken_unless(hold, "store.check.cipher"))
    }

    /// The part of [`Store::check`] that looks at each table, at what its rows must be like, and at
    /// each index, also the one for finding.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn check_structure(&self) -> Result<Vec<String>, StoreError> {
        // A damaged page ends this with an error, which says the same.
        let holds = match self.says("PRAGMA integrity_check", &["ok"]) {
            Err(StoreError::WrongKeyOrDamaged) => false,
            holds => holds?,
        };
        Ok(broken_unless(holds, "store.check.structure"))
    }

    /// As [`Store::check_structure`], without what is only made out of the tables: whether the indexes say
    /// what their tables say, and the inner order of the one for finding. Their pages are looked at like
    /// any others.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn check_tables(&self) -> Result<Vec<String>, StoreError> {
        // FTS5 looks at its whole index in either check. Here its tables are taken for tables like any
        // others, in a transaction that is never committed.
        const HIDE: &str = "PRAGMA writable_schema = ON; BEGIN;
            DELETE FROM sqlite_schema WHERE type = 'table' AND rootpage = 0;
            PRAGMA writable_schema = RESET";
        self.connection.execute_batch(HIDE)?;
        let holds = self.says("PRAGMA quick_check", &["ok"]);
        let shown = self
            .connection
            .execute_batch("ROLLBACK; PRAGMA writable_schema = RESET");
        let holds = match holds {
            Err(StoreError::WrongKeyOrDamaged) => false,
            holds => holds?,
        };
        if holds {
            // After damage there is nothing more to be read.
            shown?;
        }
        Ok(broken_unless(holds, "store.check.structure"))
    }

    /// The part of [`Store::check`] that looks for what each row refers to.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn check_references(&self) -> Result<Vec<String>, StoreError> {
        // What a damaged page hides is told by the two others.
        let hold = match migrate::references_hold(&self.connection) {
            Err(StoreError::WrongKeyOrDamaged) => true,
            hold => hold?,
        };
        Ok(broken_unless(hold, "store.check.references"))
    }

    /// True when a check answers exactly these rows.
    fn says(&self, check: &str, rows: &[&str]) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare(check)?;
        let answers = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(answers == rows)
    }
}

fn broken_unless(holds: bool, code: &str) -> Vec<String> {
    if holds {
        Vec::new()
    } else {
        vec![code.to_owned()]
    }
}
