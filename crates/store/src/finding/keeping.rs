//! Keeping the index in step: triggers of this connection, made anew each time a database is opened.
//! They are temporary, so that the file holds no words of a program's version in its schema, and what
//! a migration makes anew does not lose them.
//!
//! What was written only waits to be entered: one saves the same words many times while one types, and
//! searches now and then. What was changed or removed is taken out at once, while its old words are known.

use std::collections::BTreeSet;
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
    // Each by itself: SQLite copies all that is left of a batch for each of its statements.
    for trigger in TRIGGERS.iter() {
        connection.execute_batch(trigger)?;
    }
    Ok(())
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
        "DELETE FROM finding; DELETE FROM finding_waiting;
        INSERT INTO finding_index (finding_index) VALUES ('delete-all')",
    )?;
    // In the order of `enter`.
    for source in ALL.iter().rev() {
        let (place, tokens) = put_in(source, &format!("FROM {} AS x", source.table), "TRUE");
        transaction.execute_batch(&format!("{place}; {tokens}"))?;
    }
    merge(&transaction)?;
    transaction.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [MADE_BY, &current],
    )?;
    Ok(transaction.commit()?)
}

/// Enters what waits.
pub(crate) fn enter(connection: &Connection) -> Result<(), StoreError> {
    const WAITING: &str = "SELECT DISTINCT source FROM finding_waiting";
    let mut statement = connection.prepare_cached(WAITING)?;
    let names: BTreeSet<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    // What is entered later is found first, so the list's beginning comes last.
    for (source, (place, tokens)) in ALL.iter().zip(ENTERING.iter()).rev() {
        if names.contains(source.name) {
            connection.prepare_cached(place)?.execute([])?;
            connection.prepare_cached(tokens)?.execute([])?;
        }
    }
    connection
        .prepare_cached("DELETE FROM finding_waiting")?
        .execute([])?;
    Ok(())
}

/// How many wait, at most one more than `most`.
pub(crate) fn waiting(connection: &Connection, most: u32) -> Result<u32, StoreError> {
    const SQL: &str = "SELECT count(*) FROM (SELECT 1 FROM finding_waiting LIMIT ?1 + 1)";
    let mut statement = connection.prepare_cached(SQL)?;
    Ok(statement.query_row([most], |row| row.get(0))?)
}

/// For each source the statements of [`put_in`] for what waits.
static ENTERING: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let entering = |source: &Source| {
        let Source {
            table,
            name,
            id,
            part,
            ..
        } = source;
        // In this order: few wait.
        let rows = format!("FROM finding_waiting AS waiting CROSS JOIN {table} AS x");
        let those = format!(
            "waiting.source = '{name}' AND {} = waiting.id AND {} = waiting.part",
            at(id, "x"),
            at(part, "x")
        );
        put_in(source, &rows, &those)
    };
    ALL.iter().map(entering).collect()
});

/// Makes one piece of the whole index: tokens of what was removed, which stand in older pieces until
/// those are merged, are gone.
pub(crate) fn merge(connection: &Connection) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO finding_index (finding_index) VALUES ('optimize')";
    Ok(connection.execute_batch(SQL)?)
}

static TRIGGERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut made = |on: &str, table: &str, number: usize, when: &str, body: String| {
        let event = on.get(..6).unwrap_or(on);
        all.push(format!(
            "CREATE TEMP TRIGGER finding_{number}_{event} AFTER {on} ON main.{table} WHEN {when}
                BEGIN {body} END",
        ));
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
        let worded = |row: &str| at(&worded(source), row);
        made("INSERT", table, number, &worded("NEW"), wait(source, "NEW"));
        let update = take_out(source) + &wait(source, "NEW");
        made("UPDATE", table, number, &changed, update);
        made("DELETE", table, number, &worded("OLD"), take_out(source));
        if let Some((parent, column)) = source.rests_on {
            let rows = format!("FROM {table} AS x WHERE x.{column} = NEW.id");
            let again = take_out_those(source, &rows) + &wait_those(source, &rows);
            let moved = "OLD.day IS NOT NEW.day";
            made("UPDATE OF day", parent, ALL.len() + number, moved, again);
        }
    }
    all
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

/// Whether there are any words.
fn worded(source: &Source) -> String {
    format!("trim({}, char(10) || ' ') <> ''", source.text)
}

/// Enters what has words, out of these rows `x`: a statement for its place, then one for its tokens under
/// that place.
fn put_in(source: &Source, rows: &str, when: &str) -> (String, String) {
    let Source {
        name,
        id,
        part,
        day,
        ..
    } = source;
    let (same, worded) = (same_row(source, "x"), at(&worded(source), "x"));
    // What stands there already is left alone: a wrong entry must not keep anything from being saved.
    let entries = at(
        &format!(
            "SELECT ({LAST_DAY} - coalesce(CAST(julianday({day}) AS INTEGER), 0)) * {DAYS_PLACES} AS first,
                {id} AS id, {part} AS part {rows} WHERE {when} AND {worded}
                AND NOT EXISTS (SELECT 1 FROM finding WHERE {same})"
        ),
        "x",
    );
    let next = format!(
        "coalesce((SELECT min(place) FROM finding
            WHERE place >= first AND place < first + {DAYS_PLACES}), first + {DAYS_PLACES})"
    );
    let tokens = tokens(source, "x");
    (
        format!(
            "INSERT INTO finding (place, source, id, part)
                SELECT {next} - row_number() OVER (PARTITION BY first ORDER BY id, part), '{name}',
                    id, part
                FROM ({entries})"
        ),
        format!(
            "INSERT INTO finding_index (rowid, tokens)
                SELECT finding.place, {tokens} {rows} CROSS JOIN finding WHERE {when} AND {same}"
        ),
    )
}

/// Lets a row wait until it is entered.
fn wait(source: &Source, row: &str) -> String {
    let Source { name, id, part, .. } = source;
    at(
        &format!(
            "INSERT INTO finding_waiting (source, id, part) VALUES ('{name}', {id}, {part})
                ON CONFLICT DO NOTHING;\n"
        ),
        row,
    )
}

/// Lets these rows `x` wait.
fn wait_those(source: &Source, rows: &str) -> String {
    let Source { name, id, part, .. } = source;
    at(
        &format!(
            "INSERT INTO finding_waiting (source, id, part) SELECT '{name}', {id}, {part} {rows}
                ON CONFLICT DO NOTHING;\n"
        ),
        "x",
    )
}

/// Takes out what was entered, with the tokens that it was entered with.
fn take_out(source: &Source) -> String {
    let (same, tokens) = (same_row(source, "OLD"), tokens(source, "OLD"));
    format!(
        "INSERT INTO finding_index (finding_index, rowid, tokens)
            SELECT 'delete', finding.place, {tokens} FROM finding WHERE {same};
        DELETE FROM finding WHERE {same};\n"
    )
}

/// Takes out these rows `x`.
fn take_out_those(source: &Source, rows: &str) -> String {
    let (same, tokens) = (same_row(source, "x"), tokens(source, "x"));
    let joined = rows.replacen("WHERE", &format!("JOIN finding ON {same} WHERE"), 1);
    format!(
        "INSERT INTO finding_index (finding_index, rowid, tokens)
            SELECT 'delete', finding.place, {tokens} {joined};
        DELETE FROM finding WHERE place IN (SELECT finding.place {joined});\n"
    )
}

/// The condition that an entry is of this row.
fn same_row(source: &Source, row: &str) -> String {
    let Source { name, id, part, .. } = source;
    at(
        &format!("finding.source = '{name}' AND finding.id = {id} AND finding.part = {part}"),
        row,
    )
}
