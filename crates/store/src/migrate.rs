//! Brings a database to the format that this program writes.
//!
//! The format's number is SQLite's `user_version`. The list of migrations only ever grows at its
//! end: a file that has been released is not changed.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;
use crate::open::FormatVersion;

/// Formats 5 to 8 were given out before they held anything: a vault may bear one of these numbers, so
/// nothing can stand in them any more.
const GIVEN_OUT_EMPTY: &str = "";

/// The migrations: the first makes format 1 out of an empty database.
pub(crate) const ALL: &[&str] = &[
    include_str!("../../../migrations/0001_record.sql"),
    include_str!("../../../migrations/0002_confidentiality.sql"),
    include_str!("../../../migrations/0003_goals_over_time.sql"),
    include_str!("../../../migrations/0004_meetings_and_endings.sql"),
    GIVEN_OUT_EMPTY,
    GIVEN_OUT_EMPTY,
    GIVEN_OUT_EMPTY,
    GIVEN_OUT_EMPTY,
    include_str!("../../../migrations/0009_vault.sql"),
    include_str!("../../../migrations/0010_day.sql"),
    include_str!("../../../migrations/0011_finding.sql"),
    include_str!("../../../migrations/0012_practice.sql"),
    include_str!("../../../migrations/0013_own_summary.sql"),
    include_str!("../../../migrations/0014_brought.sql"),
    include_str!("../../../migrations/0015_quicker.sql"),
    include_str!("../../../migrations/0016_waiting.sql"),
];

/// Marks a database as ours in SQLite's header: the letters "3Chr".
pub(crate) const APPLICATION_ID: i32 = 0x3343_6872;

/// The newest format of a list of migrations.
pub(crate) fn newest(migrations: &[&str]) -> FormatVersion {
    // There will never be as many files as a number has room for.
    FormatVersion::try_from(migrations.len()).unwrap_or(FormatVersion::MAX)
}

/// The format of a database; 0 for an empty one.
pub(crate) fn version(connection: &Connection) -> Result<FormatVersion, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Refuses a database that a newer program wrote. Changes nothing.
pub(crate) fn refuse_newer(connection: &Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let (found, known) = (version(connection)?, newest(migrations));
    if found > known {
        Err(StoreError::Newer { found, known })
    } else {
        Ok(())
    }
}

/// Runs the migrations that the database has not had, each in one transaction. One that fails leaves
/// the database as the one before it left it. Foreign keys are off meanwhile, as SQLite asks for
/// when tables are made anew, and checked before each commit.
pub(crate) fn run(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    refuse_newer(connection, migrations)?;
    let done = version(connection)?;
    if done == newest(migrations) {
        return Ok(());
    }
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    for (sql, number) in migrations.iter().zip(1..) {
        if number > done {
            run_one(connection, sql, number)?;
        }
    }
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    Ok(())
}

fn run_one(
    connection: &mut Connection,
    sql: &str,
    number: FormatVersion,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(sql)?;
    if !references_hold(&transaction)? {
        return Err(StoreError::Dangling);
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", number)?;
    Ok(transaction.commit()?)
}

/// True when every foreign key finds its row.
pub(crate) fn references_hold(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let broken = statement.query([])?.next()?.is_some();
    Ok(!broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &[&str] = &["CREATE TABLE a (x INTEGER NOT NULL) STRICT; INSERT INTO a VALUES (7)"];
    const NEW: &[&str] = &[
        OLD[0],
        "CREATE TABLE b (x INTEGER NOT NULL) STRICT; INSERT INTO b SELECT x + 1 FROM a",
    ];

    fn one(connection: &Connection, sql: &str) -> i64 {
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn what_is_missing_runs_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, OLD).unwrap();
        run(&mut connection, NEW).unwrap();
        run(&mut connection, NEW).unwrap();
        assert_eq!(one(&connection, "SELECT sum(x) FROM b"), 8);
        assert_eq!(version(&connection).unwrap(), 2);
        assert_eq!(one(&connection, "PRAGMA foreign_keys"), 1);
    }

    #[test]
    fn one_that_fails_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, OLD).unwrap();
        let broken = [
            OLD[0],
            "CREATE TABLE b (x INTEGER) STRICT; DELETE FROM a; nonsense",
        ];
        run(&mut connection, &broken).unwrap_err();
        assert_eq!(version(&connection).unwrap(), 1);
        assert_eq!(one(&connection, "SELECT count(*) FROM a"), 1);
        assert_eq!(
            one(
                &connection,
                "SELECT count(*) FROM sqlite_schema WHERE name = 'b'"
            ),
            0
        );
    }

    #[test]
    fn one_that_breaks_a_reference_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = [
            OLD[0],
            "CREATE TABLE b (a INTEGER REFERENCES c (id)) STRICT;
             CREATE TABLE c (id INTEGER PRIMARY KEY) STRICT;
             INSERT INTO b VALUES (1)",
        ];
        let error = run(&mut connection, &broken).unwrap_err();
        assert_eq!(error.code(), "store.dangling");
        assert_eq!(version(&connection).unwrap(), 1);
    }

    #[test]
    fn newer_is_refused() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, NEW).unwrap();
        let error = run(&mut connection, OLD).unwrap_err();
        assert!(
            matches!(error, StoreError::Newer { found: 2, known: 1 }),
            "{error:?}"
        );
    }
}
