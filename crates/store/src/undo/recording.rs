//! The triggers that note what a change does, in tables of the connection that are in memory alone.

use std::fmt::Write as _;

use super::rows::{Column, columns, engagement_column, watched};
use crate::error::StoreError;
use crate::touched;
use crate::tx::Tx;

/// Makes the tables and the triggers for this connection. They note only while a change is open.
pub(crate) fn begin_recording(tx: &Tx<'_>) -> Result<(), StoreError> {
    touched::begin(tx)?;
    // `making` has one row while a change is being made.
    tx.connection().execute_batch(
        "CREATE TEMP TABLE making (fixed INTEGER NOT NULL);
        CREATE TEMP TABLE noted (
            number INTEGER PRIMARY KEY, in_table TEXT NOT NULL, before TEXT, after TEXT
        );
        CREATE TEMP TRIGGER undo_fixed AFTER INSERT ON main.disclosure BEGIN
            UPDATE making SET fixed = 1;
        END;",
    )?;
    for table in watched(tx)? {
        let columns = columns(tx, &table)?;
        tx.connection().execute_batch(&triggers(&table, &columns))?;
    }
    Ok(())
}

/// From here on, what is changed is noted.
pub(super) fn note_from_here(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.run("INSERT INTO temp.making (fixed) VALUES (0)", &[])
        .map(drop)
}

/// Whether anything reached the ledger since then.
pub(super) fn reached_ledger(tx: &Tx<'_>) -> Result<bool, StoreError> {
    let fixed = tx.row("SELECT fixed FROM temp.making", &[], |row| row.take())?;
    Ok(fixed.unwrap_or(false))
}

/// Notes nothing more, and forgets what was noted.
pub(super) fn stop_noting(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.run("DELETE FROM temp.noted", &[])?;
    tx.run("DELETE FROM temp.making", &[]).map(drop)
}

fn triggers(table: &str, columns: &[Column]) -> String {
    let (before, after) = (whole("OLD", columns), whole("NEW", columns));
    let (old, new) = (differing("OLD", columns), differing("NEW", columns));
    let differs: Vec<_> = columns
        .iter()
        .map(|column| format!("OLD.\"{0}\" IS NOT NEW.\"{0}\"", column.name))
        .collect();
    let differs = differs.join(" OR ");
    let own = |row: &str| {
        let column = engagement_column(table);
        match columns.iter().any(|it| it.name == column) {
            true => touched::noting(&format!("{row}.{column}")),
            false => touched::noting("''"),
        }
    };
    let mut sql = String::new();
    for (on, when, before, after) in [
        ("INSERT", "", "NULL", after.as_str()),
        ("DELETE", "", before.as_str(), "NULL"),
        (
            "UPDATE",
            &format!("WHEN {differs}") as &str,
            old.as_str(),
            new.as_str(),
        ),
    ] {
        let noted = own(if on == "DELETE" { "OLD" } else { "NEW" });
        // Writing into a string does not fail.
        let _ = write!(
            sql,
            "CREATE TEMP TRIGGER \"undo_{on}_{table}\" AFTER {on} ON main.\"{table}\" {when} BEGIN
                INSERT INTO noted (in_table, before, after)
                    SELECT '{table}', {before}, {after} FROM making;
                {noted}
            END;"
        );
    }
    sql
}

/// A whole row as JSON.
fn whole(row: &str, columns: &[Column]) -> String {
    let pairs: Vec<_> = columns
        .iter()
        .map(|column| format!("'{}', {}", column.name, column.of(row)))
        .collect();
    format!("json_object({})", pairs.join(", "))
}

/// Its key and what differs, as JSON. Put together as a text: SQL's own aggregate would make a table
/// for each row.
fn differing(row: &str, columns: &[Column]) -> String {
    let pair = |column: &Column| {
        let (name, value) = (&column.name, column.of(row));
        format!("'\"{name}\":' || json_quote({value})")
    };
    let (keys, others): (Vec<_>, Vec<_>) = columns.iter().partition(|column| column.key);
    let keys: Vec<_> = keys.into_iter().map(pair).collect();
    let others = others.into_iter().map(|column| {
        let (name, pair) = (&column.name, pair(column));
        format!(" || iif(OLD.\"{name}\" IS NOT NEW.\"{name}\", ',' || {pair}, '')")
    });
    format!(
        "'{{' || {}{} || '}}'",
        keys.join(" || ',' || "),
        others.collect::<String>()
    )
}
