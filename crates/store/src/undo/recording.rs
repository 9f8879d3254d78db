//! The triggers that write down what a change does.

use std::fmt::Write as _;

use super::rows::{Column, columns, engagement_column, watched};
use crate::error::StoreError;
use crate::touched;
use crate::tx::Tx;

/// Makes the triggers for this connection. They write only while a change is open.
pub(crate) fn begin_recording(tx: &Tx<'_>) -> Result<(), StoreError> {
    touched::begin(tx)?;
    for table in watched(tx)? {
        let columns = columns(tx, &table)?;
        tx.connection().execute_batch(&triggers(&table, &columns))?;
    }
    tx.connection().execute_batch(
        "CREATE TEMP TRIGGER undo_fixed AFTER INSERT ON main.disclosure BEGIN
            UPDATE change SET fixed = 1 WHERE open = 1;
        END;",
    )?;
    Ok(())
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
                INSERT INTO change_row (change, in_table, before, after)
                    SELECT number, '{table}', {before}, {after} FROM change WHERE open = 1;
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

/// Its key and what differs, as JSON.
fn differing(row: &str, columns: &[Column]) -> String {
    let each: Vec<_> = columns
        .iter()
        .map(|column| {
            let (name, value) = (&column.name, column.of(row));
            match column.key {
                true => format!("SELECT '{name}' AS name, {value} AS value"),
                false => format!(
                    "SELECT '{name}' AS name, {value} AS value
                        WHERE OLD.\"{name}\" IS NOT NEW.\"{name}\""
                ),
            }
        })
        .collect();
    format!(
        "(SELECT json_group_object(name, value) FROM ({}))",
        each.join(" UNION ALL ")
    )
}
