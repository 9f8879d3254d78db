//! The tables `change` and `change_row`: what each change of the record did, row by row, so that it
//! can be undone until the day's end; what was removed, until it is disposed of.
//!
//! The rows are noted by triggers that belong to the connection alone and are made from the schema as
//! it is, so that no migration trips over them and no table is forgotten. They are noted in memory;
//! what is kept of them is written when the change is made.

mod recording;
mod rows;
mod turning;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use coaching::day::Day;
use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

use rows::Changed;

pub(crate) use recording::{begin_recording, forget_noted};
pub(crate) use rows::{Noted, noted};
pub use turning::{Obstacle, redo, undo};

/// After a pause this long, writing in the same field is another change.
const PAUSE: TimeDelta = TimeDelta::minutes(15);

/// How a change is called, when it is made, and what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// Its name.
    pub name: &'a str,
    /// The coach's day.
    pub day: Day,
    /// The moment.
    pub at: DateTime<Utc>,
    /// The engagement that it belongs to, where that is known beforehand.
    pub engagement: Option<&'a EngagementId>,
    /// True for what is saved as one types: in one field it counts as one change.
    pub typed: bool,
    /// True when it removes something, which can be put back after the day's end as well.
    pub removes: bool,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number, in the order in which changes were made.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// On which of the coach's days.
    pub day: Day,
    /// When; of what was typed, when last.
    pub at: DateTime<Utc>,
    /// The engagement that it belongs to.
    pub engagement: Option<EngagementId>,
    /// True when it removed something.
    pub removes: bool,
    /// True when it reached the ledger.
    pub fixed: bool,
    /// When it was undone, as a number in the same order.
    pub undone: Option<u32>,
}

/// The changes that are still written down, the latest first.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Change>, StoreError> {
    const SQL: &str = "SELECT number, name, day, at, engagement, removes, fixed, undone
        FROM change ORDER BY number DESC";
    tx.rows(SQL, &[], |row| {
        Ok(Change {
            number: row.take()?,
            name: row.take()?,
            day: row.take()?,
            at: row.take()?,
            engagement: row.take()?,
            removes: row.take()?,
            fixed: row.take()?,
            undone: row.take()?,
        })
    })
}

/// A few words of what a change was about; none where it holds no words.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn about(tx: &Tx<'_>, change: u32) -> Result<Option<String>, StoreError> {
    for row in rows::of_change(tx, change)? {
        let now = rows::present(tx, &row)?;
        let words = now.as_ref().and_then(rows::words);
        if let Some(words) = words.or_else(|| row.before.as_ref().and_then(rows::words)) {
            return Ok(Some(words));
        }
    }
    Ok(None)
}

/// What was removed from an engagement and can be put back, row by row, as it is written down here.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn removed_from(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "SELECT before FROM change_row JOIN change ON change.number = change
        WHERE engagement = ?1 AND removes = 1 AND undone IS NULL AND before IS NOT NULL
        ORDER BY change_row.number";
    tx.rows(SQL, &[engagement], |row| row.take())
}

/// Forgets every change, and of what was removed all but that of other engagements than this one:
/// what is disposed of must not stand here.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn forget(tx: &Tx<'_>, disposed: &EngagementId, today: Day) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM change WHERE engagement IS NULL
        OR engagement = ?1 OR day = ?2 OR removes = 0 OR undone IS NOT NULL";
    tx.run(SQL, &[disposed, &today]).map(drop)
}

/// Writes down what a transaction did, as a change. One that changed nothing is not kept; what was
/// typed joins what was typed before it in the same field.
pub(crate) fn write_down(
    tx: &Tx<'_>,
    naming: &Naming<'_>,
    noted: &Noted,
) -> Result<(), StoreError> {
    // The day's end: what was done before can no longer be undone, but what was removed.
    const END: &str = "DELETE FROM change WHERE day <> ?1
        AND NOT (removes = 1 AND undone IS NULL AND fixed = 0)";
    const SQL: &str =
        "INSERT INTO change (number, name, day, at, engagement, typed, removes, fixed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let made = &noted.rows;
    if naming.typed
        && let Some((earlier, there)) = same_fields(tx, naming, made)?
    {
        return join(tx, earlier, &there, naming, made);
    }
    tx.run(END, &[&naming.day])?;
    let fixed = made.iter().any(recording::is_entry);
    if !fixed && made.iter().all(recording::is_of_ledger) {
        return Ok(());
    }
    let engagements: BTreeSet<_> = made.iter().filter_map(rows::engagement).collect();
    // What is of several, as an import, is of none.
    let only = engagements.first().filter(|_| engagements.len() == 1);
    let engagement = naming
        .engagement
        .map(EngagementId::as_str)
        .or(only.map(String::as_str));
    let number = next(tx)?;
    tx.run(
        SQL,
        &[
            &number,
            &naming.name,
            &naming.day,
            &naming.at,
            &engagement,
            &naming.typed,
            &naming.removes,
            &fixed,
        ],
    )?;
    // What reached the ledger is never undone, so what it did need not be known.
    if fixed {
        Ok(())
    } else {
        rows::keep_noted(tx, number)
    }
}

/// The number after all that were given.
fn next(tx: &Tx<'_>) -> Result<u32, StoreError> {
    const SQL: &str = "SELECT coalesce(max(max(number), coalesce(max(undone), 0)), 0) + 1
        FROM change";
    Ok(tx.row(SQL, &[], |row| row.take())?.unwrap_or(1))
}

/// The change just before, or before others of typing, in which the same fields were written, and what
/// it did.
fn same_fields(
    tx: &Tx<'_>,
    naming: &Naming<'_>,
    made: &[Changed],
) -> Result<Option<(u32, Vec<Changed>)>, StoreError> {
    const SQL: &str = "SELECT number, at, name = ?2 AND day = ?3, typed = 1 AND undone IS NULL
        FROM change WHERE number < ?1 ORDER BY number DESC LIMIT 1";
    let mut before = u32::MAX;
    loop {
        let earlier = tx.row(SQL, &[&before, &naming.name, &naming.day], |row| {
            let (number, at): (u32, DateTime<Utc>) = (row.take()?, row.take()?);
            let (alike, goes_on): (bool, bool) = (row.take()?, row.take()?);
            Ok((number, alike && naming.at - at <= PAUSE, goes_on))
        })?;
        let Some((number, alike, true)) = earlier else {
            return Ok(None);
        };
        if alike {
            let there = rows::of_change(tx, number)?;
            let mut pairs = there.iter().zip(made);
            if there.len() == made.len() && pairs.all(|(old, new)| rows::same_fields(old, new)) {
                return Ok(Some((number, there)));
            }
        }
        before = number;
    }
}

/// Makes one change of two: what was before the earlier, and what is after this one.
fn join(
    tx: &Tx<'_>,
    earlier: u32,
    there: &[Changed],
    naming: &Naming<'_>,
    made: &[Changed],
) -> Result<(), StoreError> {
    const AFTER: &str = "UPDATE change_row SET after = ?2 WHERE number = ?1";
    const AT: &str = "UPDATE change SET at = ?2 WHERE number = ?1";
    const REMOVED: &str = "DELETE FROM change WHERE number = ?1";
    let mut goes_on = false;
    for (old, new) in there.iter().zip(made) {
        goes_on |= old.before != new.after;
        tx.run(
            AFTER,
            &[&old.number, &new.after.as_ref().map(rows::written)],
        )?;
    }
    // Typed and taken away again: nothing is left to undo.
    if goes_on {
        tx.run(AT, &[&earlier, &naming.at]).map(drop)
    } else {
        tx.run(REMOVED, &[&earlier]).map(drop)
    }
}
