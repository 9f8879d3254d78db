//! The triggers that note what a change does, in a table of the connection that is in memory alone.

use super::rows::{Changed, Column, columns, engagement_column, watched};
use crate::error::StoreError;
use crate::tx::Tx;

/// The ledger's tables: they only grow, so nothing of them is undone; but they are read with an engagement.
const LEDGER: [&str; 2] = [ENTRIES, "ledger_end"];

/// The table of its entries.
const ENTRIES: &str = "disclosure";

/// Makes the table and the triggers for this connection.
pub(crate) fn begin_recording(tx: &Tx<'_>) -> Result<(), StoreError> {
    let connection = tx.connection();
    connection.execute_batch(
        "CREATE TEMP TABLE noted (
            number INTEGER PRIMARY KEY,
            in_table TEXT NOT NULL,
            engagement TEXT NOT NULL, -- empty for what belongs to none
            before TEXT,
            after TEXT
        )",
    )?;
    // All of it is read before anything is made: after each, a statement would be prepared again.
    let tables: Vec<_> = watched(tx)?
        .into_iter()
        .map(|table| Ok::<_, StoreError>((columns(tx, &table)?, table)))
        .collect::<Result<_, _>>()?;
    let record = tables
        .iter()
        .map(|(columns, table)| triggers(table, columns));
    for trigger in record.chain(LEDGER.map(ledger_triggers)).flatten() {
        connection.execute_batch(&trigger)?;
    }
    Ok(())
}

/// Whether a row is of the ledger.
pub(super) fn is_of_ledger(changed: &Changed) -> bool {
    LEDGER.contains(&changed.table.as_str())
}

/// Whether a row is a new entry of the ledger.
pub(super) fn is_entry(changed: &Changed) -> bool {
    changed.table == ENTRIES && changed.before.is_none()
}

/// Forgets what was noted.
pub(crate) fn forget_noted(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.run("DELETE FROM temp.noted", &[]).map(drop)
}

fn triggers(table: &str, columns: &[Column]) -> [String; 3] {
    let (before, after) = (whole("OLD", columns), whole("NEW", columns));
    let (old, new) = (differing("OLD", columns), differing("NEW", columns));
    let differs: Vec<_> = columns
        .iter()
        .map(|column| format!("OLD.\"{0}\" IS NOT NEW.\"{0}\"", column.name))
        .collect();
    let differs = differs.join(" OR ");
    let column = engagement_column(table);
    let of = |row: &str| match columns.iter().any(|it| it.name == column) {
        true => format!("coalesce({row}.{column}, '')"),
        false => "''".to_owned(),
    };
    [
        noting(table, "INSERT", "TRUE", &[&of("NEW"), "NULL", &after]),
        noting(table, "DELETE", "TRUE", &[&of("OLD"), &before, "NULL"]),
        noting(table, "UPDATE", &differs, &[&of("NEW"), &old, &new]),
    ]
}

fn ledger_triggers(table: &str) -> [String; 3] {
    [
        noting(table, "INSERT", "TRUE", &["NEW.engagement", "NULL", "'{}'"]),
        noting(table, "DELETE", "TRUE", &["OLD.engagement", "'{}'", "NULL"]),
        noting(table, "UPDATE", "TRUE", &["NEW.engagement", "'{}'", "'{}'"]),
    ]
}

/// A trigger that notes the engagement, and what was before and after.
fn noting(table: &str, on: &str, when: &str, [engagement, before, after]: &[&str; 3]) -> String {
    format!(
        "CREATE TEMP TRIGGER \"undo_{on}_{table}\" AFTER {on} ON main.\"{table}\" WHEN {when} BEGIN
            INSERT INTO noted (in_table, engagement, before, after)
                VALUES ('{table}', {engagement}, {before}, {after});
        END;"
    )
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
