//! Keeping the index in step: triggers of this connection, made anew each time a database is opened.
//! They are temporary, so that the file holds no words of a program's version in its schema, and what
//! a migration makes anew does not lose them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::sources::{ALL, Source};
use super::{DAYS_PLACES, LAST_DAY, VERSION};
use crate::error::StoreError;

/// The setting that says which version made the index.
const MADE_BY: &str = "finding";

/// Makes the triggers, and the function that they call.
pub(crate) fn attach(connection: &Connection) -> Result<(), StoreError> {
    make_function(connection)?;
    Ok(connection.execute_batch(&TRIGGERS)?)
}

fn make_function(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.create_scalar_function(
        "finding_tokens",
        4,
        FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_DIRECTONLY,
        |context| {
            let text = |at: usize| Ok::<_, rusqlite::Error>(context.get_raw(at).as_str_or_null()?);
            let [kind, engagement, party, text] = [text(0)?, text(1)?, text(2)?, text(3)?];
            let or_empty = Option::unwrap_or_default;
            Ok(coaching::finding::tokens(
                or_empty(kind),
                or_empty(engagement),
                or_empty(party),
                or_empty(text),
            ))
        },
    )?)
}

/// Makes the index anew when another version made it, or nobody has.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> Result<(), StoreError> {
    let current = VERSION.to_string();
    let made: Result<String, _> = connection.query_row(
        "SELECT value FROM setting WHERE key = ?1",
        [MADE_BY],
        |row| row.get(0),
    );
    match made {
        Ok(version) if version == current => return Ok(()),
        Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => {}
        Err(error) => return Err(error.into()),
    }
    make_function(connection)?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(
        "DELETE FROM finding; INSERT INTO finding_index (finding_index) VALUES ('delete-all')",
    )?;
    for source in ALL {
        let rows = format!("FROM {} AS x", source.table);
        transaction.execute_batch(&put_in(source, "x", &rows, "TRUE"))?;
    }
    merge(&transaction)?;
    transaction.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [MADE_BY, &current],
    )?;
    Ok(transaction.commit()?)
}

/// Makes one piece of the whole index: tokens of what was removed, which stand in older pieces until
/// those are merged, are gone.
pub(crate) fn merge(connection: &Connection) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO finding_index (finding_index) VALUES ('optimize')";
    Ok(connection.execute_batch(SQL)?)
}

static TRIGGERS: LazyLock<String> = LazyLock::new(|| {
    let mut sql = String::new();
    let mut made = |when: &str, table: &str, number: usize, body: String| {
        // Writing to a string does not fail.
        let _ = writeln!(
            sql,
            "CREATE TEMP TRIGGER finding_{number}_{} AFTER {when} ON main.{table} BEGIN {body} END;",
            when.get(..6).unwrap_or(when)
        );
    };
    for (number, source) in ALL.iter().enumerate() {
        let table = source.table;
        let changed = {
            let of = |row: &str| {
                let Source {
                    id,
                    part,
                    day,
                    kind,
                    text,
                    engagement,
                    party,
                    ..
                } = source;
                at(
                    &format!("({id}, {part}, {day}, {kind}, {text}, {engagement}, {party})"),
                    row,
                )
            };
            format!("{} IS NOT {}", of("OLD"), of("NEW"))
        };
        made("INSERT", table, number, put_in(source, "NEW", "", "TRUE"));
        let update = take_out(source, "OLD", "", &changed) + &put_in(source, "NEW", "", &changed);
        made("UPDATE", table, number, update);
        made("DELETE", table, number, take_out(source, "OLD", "", "TRUE"));
        if let Some((parent, column)) = source.rests_on {
            let rows = format!("FROM {table} AS x");
            let those = format!("x.{column} = NEW.id AND OLD.day IS NOT NEW.day");
            let again = take_out(source, "x", &rows, &those) + &put_in(source, "x", &rows, &those);
            made("UPDATE OF day", parent, ALL.len() + number, again);
        }
    }
    sql
});

/// An expression of a source over a row.
pub(super) fn at(expression: &str, row: &str) -> String {
    expression.replace('#', row)
}

fn tokens(source: &Source, row: &str) -> String {
    let Source {
        kind,
        engagement,
        party,
        text,
        ..
    } = source;
    at(
        &format!("finding_tokens({kind}, {engagement}, {party}, {text})"),
        row,
    )
}

/// Enters what has words: first its place, then its tokens under that place.
fn put_in(source: &Source, row: &str, rows: &str, when: &str) -> String {
    let Source {
        name,
        id,
        part,
        day,
        text,
        ..
    } = source;
    let entries = at(
        &format!(
            "SELECT ({LAST_DAY} - coalesce(CAST(julianday({day}) AS INTEGER), 0)) * {DAYS_PLACES} AS first,
                {id} AS id, {part} AS part {rows} WHERE trim({text}, char(10) || ' ') <> '' AND {when}"
        ),
        row,
    );
    let next = format!(
        "coalesce((SELECT min(place) FROM finding
            WHERE place >= first AND place < first + {DAYS_PLACES}), first + {DAYS_PLACES})"
    );
    let (same, tokens) = (same_row(source, row, when), tokens(source, row));
    let and_rows = rows.replacen("FROM", ",", 1);
    format!(
        "INSERT INTO finding (place, source, id, part)
            SELECT {next} - row_number() OVER (PARTITION BY first ORDER BY id, part), '{name}', id,
                part
            FROM ({entries});
        INSERT INTO finding_index (rowid, tokens)
            SELECT finding.place, {tokens} FROM finding{and_rows} WHERE {same};\n"
    )
}

/// Takes out what was entered, with the same tokens.
fn take_out(source: &Source, row: &str, rows: &str, when: &str) -> String {
    let (same, tokens) = (same_row(source, row, when), tokens(source, row));
    let and_rows = rows.replacen("FROM", ",", 1);
    format!(
        "INSERT INTO finding_index (finding_index, rowid, tokens)
            SELECT 'delete', finding.place, {tokens} FROM finding{and_rows} WHERE {same};
        DELETE FROM finding WHERE place IN
            (SELECT finding.place FROM finding{and_rows} WHERE {same});\n"
    )
}

fn same_row(source: &Source, row: &str, when: &str) -> String {
    let Source { name, id, part, .. } = source;
    let same = format!("finding.source = '{name}' AND finding.id = {id} AND finding.part = {part}");
    format!("{} AND {when}", at(&same, row))
}
