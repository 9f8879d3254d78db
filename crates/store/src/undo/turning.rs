//! Undoing a change, and doing it again: each row goes back to what it was, if it still is what the
//! change made of it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::rows::{self, Changed, Row};
use super::{Change, all, next};
use crate::error::StoreError;
use crate::tx::Tx;

/// Why a change cannot be undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is not there, or is undone already, or was not.
    Missing,
    /// It reached the ledger.
    Fixed,
    /// Something reached the ledger after it, perhaps on the ground that it laid.
    LedgerStands,
    /// Something stands on it, or it is not as the change left it: a later change, where that is
    /// still known.
    Stands(Option<String>),
}

/// What the ledger's entries rest on.
const GROUNDS: [&str; 5] = ["agreement", "boundary", "assent", "release", "approval"];

/// Undoes a change, if nothing stands on it. When there is an obstacle, the transaction must not be
/// committed.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn undo(tx: &Tx<'_>, number: u32) -> Result<Option<Obstacle>, StoreError> {
    const SQL: &str = "UPDATE change SET undone = ?2 WHERE number = ?1";
    let all = all(tx)?;
    let Some(change) = all
        .iter()
        .find(|c| c.number == number && c.undone.is_none())
    else {
        return Ok(Some(Obstacle::Missing));
    };
    if change.fixed {
        return Ok(Some(Obstacle::Fixed));
    }
    let mut made = rows::of_change(tx, number)?;
    let later = |other: &&Change| other.number > number && other.undone.is_none();
    let handed_over = |other: &Change| other.fixed && other.engagement == change.engagement;
    if made.iter().any(|row| GROUNDS.contains(&row.table.as_str()))
        && all.iter().filter(later).any(handed_over)
    {
        return Ok(Some(Obstacle::LedgerStands));
    }
    made.reverse();
    let turned: Vec<_> = made
        .iter()
        .map(|row| (row, row.after.as_ref(), row.before.as_ref()))
        .collect();
    if let Some(obstacle) = turn(tx, &turned)? {
        let on_it: Vec<_> = all.iter().filter(later).collect();
        return Ok(Some(named(tx, obstacle, &made, &on_it)?));
    }
    tx.run(SQL, &[&number, &next(tx)?])?;
    Ok(None)
}

/// Does a change again that was undone.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn redo(tx: &Tx<'_>, number: u32) -> Result<Option<Obstacle>, StoreError> {
    const SQL: &str = "UPDATE change SET undone = NULL WHERE number = ?1";
    let all = all(tx)?;
    if !all.iter().any(|c| c.number == number && c.undone.is_some()) {
        return Ok(Some(Obstacle::Missing));
    }
    let made = rows::of_change(tx, number)?;
    let turned: Vec<_> = made
        .iter()
        .map(|row| (row, row.before.as_ref(), row.after.as_ref()))
        .collect();
    if let Some(obstacle) = turn(tx, &turned)? {
        return Ok(Some(obstacle));
    }
    tx.run(SQL, &[&number])?;
    Ok(None)
}

/// Each row from one state to the other. What goes along with them, as a goal's versions go with a
/// goal, was made by somebody later: then nothing is turned.
fn turn(
    tx: &Tx<'_>,
    rows: &[(&Changed, Option<&Row>, Option<&Row>)],
) -> Result<Option<Obstacle>, StoreError> {
    tx.run("PRAGMA defer_foreign_keys = ON", &[])?;
    for (row, from, to) in rows {
        match turn_one(tx, &row.table, *from, *to) {
            Ok(true) => {}
            Ok(false)
            | Err(StoreError::Clash { .. } | StoreError::Dangling | StoreError::Refused { .. }) => {
                return Ok(Some(Obstacle::Stands(None)));
            }
            Err(error) => return Err(error),
        }
    }
    let as_meant = rows::noted(tx)?.rows.len() == rows.len();
    Ok((!as_meant).then_some(Obstacle::Stands(None)))
}

fn turn_one(
    tx: &Tx<'_>,
    table: &str,
    from: Option<&Row>,
    to: Option<&Row>,
) -> Result<bool, StoreError> {
    let Some(known) = from.or(to) else {
        return Ok(false);
    };
    let now = rows::look_up(tx, table, known)?;
    match (from, to, now) {
        (None, Some(to), None) => rows::insert(tx, table, to)?,
        (Some(from), None, Some(now)) if holds(&now, from) => rows::delete(tx, table, from)?,
        (Some(from), Some(to), Some(now)) if holds(&now, from) => {
            rows::update(tx, table, from, to)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// True when a row is as it was left, as far as that was written down.
fn holds(now: &Row, left: &Row) -> bool {
    let mut left = left.iter().filter(|(name, _)| now.contains_key(*name));
    left.all(|(name, value)| now.get(name) == Some(value))
}

/// The obstacle with the name of the change that stands in the way, where it can be told: the latest
/// that touched one of the rows, or names one of them.
fn named(
    tx: &Tx<'_>,
    obstacle: Obstacle,
    made: &[Changed],
    later: &[&Change],
) -> Result<Obstacle, StoreError> {
    let ids: BTreeSet<&str> = made
        .iter()
        .filter_map(|row| {
            row.after
                .as_ref()
                .or(row.before.as_ref())?
                .get("id")?
                .as_str()
        })
        .collect();
    let names_one = |row: &Row| {
        let mut values = row.values().filter_map(Value::as_str);
        values.any(|value| ids.contains(value))
    };
    for change in later {
        let touched = rows::of_change(tx, change.number)?;
        let mut states = touched.iter().flat_map(|row| [&row.before, &row.after]);
        if states.any(|state| state.as_ref().is_some_and(names_one)) {
            return Ok(Obstacle::Stands(Some(change.name.clone())));
        }
    }
    Ok(obstacle)
}
