//! Rows as they were written down, and as they are now.

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params_from_iter};
use serde_json::{Map, Value};

use crate::column::Columns;
use crate::error::StoreError;
use crate::touched::Touched;
use crate::tx::Tx;

/// A row, by its columns.
pub(super) type Row = Map<String, Value>;

/// A row that a change made, changed or removed.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    pub number: u32,
    pub table: String,
    pub before: Option<Row>,
    pub after: Option<Row>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub name: String,
    pub key: bool,
    pub bytes: bool,
}

impl Column {
    /// Its value in a row, as JSON takes it.
    pub fn of(&self, row: &str) -> String {
        let value = format!("{row}.\"{}\"", self.name);
        match self.bytes {
            // Of nothing, hex makes an empty text.
            true => format!("iif({value} IS NULL, NULL, hex({value}))"),
            false => value,
        }
    }

    /// The value that JSON holds, as a statement takes it.
    fn bound(&self) -> &'static str {
        if self.bytes { "unhex(?)" } else { "?" }
    }
}

/// The tables whose rows are written down: all but the ledger, which only grows, and what is no part
/// of the record.
pub(super) fn watched(tx: &Tx<'_>) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            AND name NOT IN ('change', 'change_row', 'disclosure', 'ledger_end', 'handing_over',
                'disposal', 'disposed', 'finding', 'finding_waiting')
        ORDER BY name";
    tx.rows(SQL, &[], |row| row.take())
}

/// The columns of a table, with the number of the row where it is none of them: some lists stand in
/// the order in which they were entered.
pub(super) fn columns(tx: &Tx<'_>, table: &str) -> Result<Vec<Column>, StoreError> {
    const SQL: &str = "SELECT name, pk > 0, type = 'BLOB' FROM pragma_table_info(?1)
        UNION ALL SELECT 'rowid', 0, 0 FROM pragma_table_list
            WHERE schema = 'main' AND name = ?1 AND wr = 0 AND NOT EXISTS (
                SELECT 1 FROM pragma_table_info(?1) WHERE pk > 0 AND type = 'INTEGER')";
    tx.rows(SQL, &[&table], |row| {
        Ok(Column {
            name: row.take()?,
            key: row.take()?,
            bytes: row.take()?,
        })
    })
}

/// What a change did, in order.
pub(super) fn of_change(tx: &Tx<'_>, change: u32) -> Result<Vec<Changed>, StoreError> {
    const SQL: &str = "SELECT number, in_table, before, after FROM change_row
        WHERE change = ?1 ORDER BY number";
    tx.rows(SQL, &[&change], changed)
}

/// What a transaction did.
pub(crate) struct Noted {
    /// Row by row, in order, the ledger included.
    pub(super) rows: Vec<Changed>,
    /// What was changed by that.
    pub(crate) touched: Touched,
}

/// What this transaction did until now.
pub(crate) fn noted(tx: &Tx<'_>) -> Result<Noted, StoreError> {
    const SQL: &str = "SELECT number, in_table, before, after, engagement FROM temp.noted
        ORDER BY number";
    let mut touched = Touched::nothing();
    let rows = tx.rows(SQL, &[], |row| {
        let changed = changed(row)?;
        touched.and(Touched::of(row.take()?));
        Ok(changed)
    })?;
    Ok(Noted { rows, touched })
}

/// Writes down what was noted of the record as the rows of a change.
pub(super) fn keep_noted(tx: &Tx<'_>, change: u32) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO change_row (change, in_table, before, after)
        SELECT ?1, in_table, before, after FROM temp.noted
        WHERE in_table NOT IN ('disclosure', 'ledger_end') ORDER BY number";
    tx.run(SQL, &[&change]).map(drop)
}

fn changed(row: &mut Columns<'_, '_>) -> Result<Changed, StoreError> {
    Ok(Changed {
        number: row.take()?,
        table: row.take()?,
        before: read(row.take()?)?,
        after: read(row.take()?)?,
    })
}

fn read(json: Option<String>) -> Result<Option<Row>, StoreError> {
    json.map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|_| StoreError::Unreadable {
            what: "change_row".to_owned(),
        })
}

/// A row as it is written down.
pub(super) fn written(row: &Row) -> String {
    Value::Object(row.clone()).to_string()
}

/// Whether both wrote the same fields of the same row.
pub(super) fn same_fields(these: &Changed, those: &Changed) -> bool {
    /// What is the same on both sides is the key.
    fn key<'a>(before: &'a Row, after: &Row, name: &str) -> Option<&'a Value> {
        before
            .get(name)
            .filter(|value| after.get(name) == Some(value))
    }
    let (Some(before), Some(after)) = (&these.before, &these.after) else {
        return false;
    };
    let (Some(before_those), Some(after_those)) = (&those.before, &those.after) else {
        return false;
    };
    these.table == those.table
        && before.keys().eq(before_those.keys())
        && before
            .keys()
            .all(|name| key(before, after, name) == key(before_those, after_those, name))
}

/// The engagement that a row belongs to.
pub(super) fn engagement(changed: &Changed) -> Option<String> {
    let row = changed.after.as_ref().or(changed.before.as_ref())?;
    let column = engagement_column(&changed.table);
    row.get(column)?.as_str().map(str::to_owned)
}

/// The column of a table that names the engagement, if it has one.
pub(super) fn engagement_column(table: &str) -> &'static str {
    match table {
        "engagement" => "id",
        _ => "engagement",
    }
}

/// A few words out of a row.
pub(super) fn words(row: &Row) -> Option<String> {
    const COLUMNS: [&str; 9] = [
        "title",
        "text",
        "wording",
        "words",
        "subject",
        "name",
        "record",
        "reflective",
        "reason",
    ];
    let found = COLUMNS
        .iter()
        .filter_map(|column| row.get(*column)?.as_str());
    found
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .find(|words| !words.is_empty())
        .map(|words| match words.char_indices().nth(80) {
            Some((end, _)) => format!("{}…", words[..end].trim_end()),
            None => words,
        })
}

/// The row as it is now, whole; none when there is none.
pub(super) fn present(tx: &Tx<'_>, changed: &Changed) -> Result<Option<Row>, StoreError> {
    match changed.after.as_ref().or(changed.before.as_ref()) {
        Some(row) => look_up(tx, &changed.table, row),
        None => Ok(None),
    }
}

/// The row with the key that `row` has, whole.
pub(super) fn look_up(tx: &Tx<'_>, table: &str, row: &Row) -> Result<Option<Row>, StoreError> {
    let columns = known(tx, table)?;
    let pairs: Vec<_> = columns
        .iter()
        .map(|column| format!("'{}', {}", column.name, column.of("it")))
        .collect();
    let (which, key) = key_of(&columns, row);
    let sql = format!(
        "SELECT json_object({}) FROM main.\"{table}\" AS it WHERE {which}",
        pairs.join(", ")
    );
    let mut statement = tx.prepared(&sql)?;
    let found: Option<String> = statement
        .query_row(params_from_iter(key), |row| row.get(0))
        .optional()?;
    read(found)
}

/// Puts a row in.
pub(super) fn insert(tx: &Tx<'_>, table: &str, row: &Row) -> Result<(), StoreError> {
    // A column that came later has its default; one that went takes its value with it.
    let mut columns = known(tx, table)?;
    columns.retain(|column| row.contains_key(&column.name));
    if let Some(Value::Number(number)) = row.get("rowid") {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM main.\"{table}\" WHERE rowid = ?1)");
        let taken = tx
            .prepared(&sql)?
            .query_row([number.as_i64()], |row| row.get(0))?;
        columns.retain(|column| !(taken && column.name == "rowid"));
    }
    let names: Vec<_> = columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
    let values: Vec<_> = columns.iter().map(Column::bound).collect();
    let sql = format!(
        "INSERT INTO main.\"{table}\" ({}) VALUES ({})",
        names.join(", "),
        values.join(", ")
    );
    let values = columns.iter().map(|column| value(row, column));
    run(tx, &sql, values.collect())
}

/// Takes a row out.
pub(super) fn delete(tx: &Tx<'_>, table: &str, row: &Row) -> Result<(), StoreError> {
    let (which, key) = key_of(&known(tx, table)?, row);
    run(
        tx,
        &format!("DELETE FROM main.\"{table}\" WHERE {which}"),
        key,
    )
}

/// Sets in the row that has the key of `from` what `to` says.
pub(super) fn update(tx: &Tx<'_>, table: &str, from: &Row, to: &Row) -> Result<(), StoreError> {
    let columns = known(tx, table)?;
    let set: Vec<_> = columns
        .iter()
        .filter(|c| to.contains_key(&c.name))
        .collect();
    let sets: Vec<_> = set
        .iter()
        .map(|column| format!("\"{}\" = {}", column.name, column.bound()))
        .collect();
    let (which, key) = key_of(&columns, from);
    let sql = format!(
        "UPDATE main.\"{table}\" SET {} WHERE {which}",
        sets.join(", ")
    );
    let values = set.into_iter().map(|column| value(to, column)).chain(key);
    run(tx, &sql, values.collect())
}

fn run(tx: &Tx<'_>, sql: &str, values: Vec<Sql>) -> Result<(), StoreError> {
    let mut statement = tx.prepared(sql)?;
    statement.execute(params_from_iter(values))?;
    Ok(())
}

/// The columns of a table that is written down: a name that is none gets into no statement.
fn known(tx: &Tx<'_>, table: &str) -> Result<Vec<Column>, StoreError> {
    let columns = columns(tx, table)?;
    if columns.iter().any(|column| column.key) {
        Ok(columns)
    } else {
        Err(StoreError::Unreadable {
            what: "change_row.in_table".to_owned(),
        })
    }
}

/// The condition that finds a row by its key, and its values.
fn key_of(columns: &[Column], row: &Row) -> (String, Vec<Sql>) {
    let key: Vec<_> = columns.iter().filter(|column| column.key).collect();
    let which: Vec<_> = key.iter().map(|c| format!("\"{}\" IS ?", c.name)).collect();
    let values = key.into_iter().map(|column| value(row, column)).collect();
    (which.join(" AND "), values)
}

fn value(row: &Row, column: &Column) -> Sql {
    match row.get(&column.name) {
        Some(Value::String(text)) => Sql::Text(text.clone()),
        Some(Value::Number(number)) => match number.as_i64() {
            Some(number) => Sql::Integer(number),
            None => number.as_f64().map_or(Sql::Null, Sql::Real),
        },
        Some(Value::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        _ => Sql::Null,
    }
}
