//! One transaction: what the functions of this crate work in.

use std::collections::HashMap;
use std::hash::Hash;

use rusqlite::{CachedStatement, Connection, params_from_iter};

use crate::column::{Bound, Columns, ToColumn};
use crate::error::StoreError;

/// A transaction, as [`crate::Store::read`] and [`crate::Store::write`] open it. Its changes count
/// when the whole has succeeded, or not at all.
pub struct Tx<'c> {
    connection: &'c Connection,
    /// Whether it may write.
    writes: bool,
}

impl<'c> Tx<'c> {
    pub(crate) fn on(connection: &'c Connection) -> Self {
        Self {
            connection,
            writes: true,
        }
    }

    /// One in which a statement that could write is refused. Not by `PRAGMA query_only`: each time it is
    /// set, SQLite forgets every statement that it has prepared.
    pub(crate) fn to_read(connection: &'c Connection) -> Self {
        Self {
            connection,
            writes: false,
        }
    }

    /// A statement, prepared once for each connection.
    pub(crate) fn prepared(&self, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
        let statement = self.connection.prepare_cached(sql)?;
        if self.writes || statement.readonly() {
            Ok(statement)
        } else {
            Err(StoreError::Refused {
                what: "a write while reading".to_owned(),
            })
        }
    }

    /// For statements that are made as the schema asks for.
    pub(crate) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// Runs a statement; how many rows it changed.
    pub(crate) fn run(
        &self,
        sql: &'static str,
        values: &[&dyn ToColumn],
    ) -> Result<usize, StoreError> {
        let mut statement = self.prepared(sql)?;
        Ok(statement.execute(params_from_iter(values.iter().map(|value| Bound(*value))))?)
    }

    /// Runs a statement that must change a row of the table `what`.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when it changed none.
    pub(crate) fn change(
        &self,
        what: &'static str,
        sql: &'static str,
        values: &[&dyn ToColumn],
    ) -> Result<(), StoreError> {
        match self.run(sql, values)? {
            0 => Err(StoreError::Missing { what }),
            _ => Ok(()),
        }
    }

    /// All rows of a query.
    pub(crate) fn rows<T>(
        &self,
        sql: &'static str,
        values: &[&dyn ToColumn],
        mut read: impl FnMut(&mut Columns<'_, '_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepared(sql)?;
        let mut rows =
            statement.query(params_from_iter(values.iter().map(|value| Bound(*value))))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(&mut Columns::of(row))?);
        }
        Ok(all)
    }

    /// The first row of a query, if there is one.
    pub(crate) fn row<T>(
        &self,
        sql: &'static str,
        values: &[&dyn ToColumn],
        read: impl FnOnce(&mut Columns<'_, '_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.prepared(sql)?;
        let mut rows =
            statement.query(params_from_iter(values.iter().map(|value| Bound(*value))))?;
        rows.next()?
            .map(|row| read(&mut Columns::of(row)))
            .transpose()
    }

    /// The rows of a query, each under the parent that its reader names; a parent's rows keep the
    /// order of the query.
    pub(crate) fn rows_by<K: Eq + Hash, T>(
        &self,
        sql: &'static str,
        values: &[&dyn ToColumn],
        read: impl FnMut(&mut Columns<'_, '_>) -> Result<(K, T), StoreError>,
    ) -> Result<ByParent<K, T>, StoreError> {
        let mut by_parent = ByParent(HashMap::new());
        for (parent, row) in self.rows(sql, values, read)? {
            by_parent.0.entry(parent).or_insert_with(Vec::new).push(row);
        }
        Ok(by_parent)
    }
}

/// Rows by their parent.
pub(crate) struct ByParent<K, T>(HashMap<K, Vec<T>>);

impl<K: Eq + Hash, T> ByParent<K, T> {
    /// Takes a parent's rows out; none when it has none.
    pub(crate) fn of(&mut self, parent: &K) -> Vec<T> {
        self.0.remove(parent).unwrap_or_default()
    }
}
