//! The tables `change` and `change_row`: what each change of the record did, row by row, so that it
//! can be undone until the day's end; what was removed, until it is disposed of.
//!
//! The rows are written down by triggers that belong to the connection alone and are made from the
//! schema as it is, so that no migration trips over them and no table is forgotten.

mod recording;
mod rows;
mod turning;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use coaching::day::Day;
use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

pub(crate) use recording::begin_recording;
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
        FROM change WHERE open = 0 ORDER BY number DESC";
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
    const SQL: &str = "DELETE FROM change WHERE open = 0 AND (engagement IS NULL
        OR engagement = ?1 OR day = ?2 OR removes = 0 OR undone IS NOT NULL)";
    tx.run(SQL, &[disposed, &today]).map(drop)
}

/// Opens a change: from here on, what is changed is written down under its number.
pub(crate) fn open(tx: &Tx<'_>, naming: &Naming<'_>) -> Result<u32, StoreError> {
    // The day's end: what was done before can no longer be undone, but what was removed.
    const END: &str = "DELETE FROM change WHERE day <> ?1
        AND NOT (removes = 1 AND undone IS NULL AND fixed = 0)";
    const SQL: &str = "INSERT INTO change
            (number, name, day, at, engagement, typed, removes, open)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)";
    tx.run(END, &[&naming.day])?;
    let number = next(tx)?;
    tx.run(
        SQL,
        &[
            &number,
            &naming.name,
            &naming.day,
            &naming.at,
            &naming.engagement,
            &naming.typed,
            &naming.removes,
        ],
    )?;
    Ok(number)
}

/// Closes it. One that changed nothing is not kept; what was typed joins what was typed before it in
/// the same field.
pub(crate) fn close(tx: &Tx<'_>, number: u32) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE change SET open = 0, engagement = coalesce(engagement, ?2)
        WHERE number = ?1";
    const FIXED: &str = "SELECT fixed, typed FROM change WHERE number = ?1";
    let made = rows::of_change(tx, number)?;
    let (fixed, typed) = tx
        .row(FIXED, &[&number], |row| Ok((row.take()?, row.take()?)))?
        .unwrap_or((false, false));
    if made.is_empty() && !fixed {
        return remove(tx, number);
    }
    let engagements: BTreeSet<_> = made.iter().filter_map(rows::engagement).collect();
    // What is of several, as an import, is of none.
    let engagement = engagements.first().filter(|_| engagements.len() == 1);
    tx.run(SQL, &[&number, &engagement])?;
    if fixed {
        // It is never undone, so what it did need not be known.
        tx.run("DELETE FROM change_row WHERE change = ?1", &[&number])?;
    }
    if typed && let Some(earlier) = same_field(tx, number, &made)? {
        join(tx, earlier, number, &made)?;
    }
    Ok(())
}

/// The number after all that were given.
fn next(tx: &Tx<'_>) -> Result<u32, StoreError> {
    const SQL: &str = "SELECT coalesce(max(max(number), coalesce(max(undone), 0)), 0) + 1
        FROM change";
    Ok(tx.row(SQL, &[], |row| row.take())?.unwrap_or(1))
}

fn remove(tx: &Tx<'_>, number: u32) -> Result<(), StoreError> {
    tx.run("DELETE FROM change WHERE number = ?1", &[&number])
        .map(drop)
}

/// The change just before, or before others of typing, in which the same fields were written.
fn same_field(tx: &Tx<'_>, number: u32, made: &[rows::Changed]) -> Result<Option<u32>, StoreError> {
    const SQL: &str = "SELECT earlier.number, earlier.at, this.at,
            earlier.name = this.name AND earlier.day = this.day,
            earlier.typed = 1 AND earlier.undone IS NULL
        FROM change AS earlier, change AS this
        WHERE this.number = ?1 AND earlier.number < ?1 ORDER BY earlier.number DESC";
    let fields: BTreeSet<_> = made.iter().map(rows::fields).collect();
    let earlier = tx.rows(SQL, &[&number], |row| {
        let (of, then, now): (u32, DateTime<Utc>, DateTime<Utc>) =
            (row.take()?, row.take()?, row.take()?);
        let (alike, goes_on): (bool, bool) = (row.take()?, row.take()?);
        Ok((of, alike && now - then <= PAUSE, goes_on))
    })?;
    for (of, alike, goes_on) in earlier {
        if !goes_on {
            return Ok(None);
        }
        if alike {
            let there = rows::of_change(tx, of)?;
            if there.len() == made.len()
                && there.iter().map(rows::fields).collect::<BTreeSet<_>>() == fields
            {
                return Ok(Some(of));
            }
        }
    }
    Ok(None)
}

/// Makes one change of two: what was before the earlier, and what is after the later.
fn join(tx: &Tx<'_>, earlier: u32, later: u32, made: &[rows::Changed]) -> Result<(), StoreError> {
    const AFTER: &str = "UPDATE change_row SET after = ?2 WHERE number = ?1";
    const AT: &str = "UPDATE change SET at = (SELECT at FROM change WHERE number = ?2)
        WHERE number = ?1";
    let mut goes_on = false;
    for old in rows::of_change(tx, earlier)? {
        let new = made
            .iter()
            .find(|new| rows::fields(new) == rows::fields(&old));
        if let Some(after) = new.and_then(|new| new.after.as_ref()) {
            goes_on |= old.before.as_ref() != Some(after);
            tx.run(AFTER, &[&old.number, &rows::written(after)])?;
        }
    }
    tx.run(AT, &[&earlier, &later])?;
    remove(tx, later)?;
    // Typed and taken away again: nothing is left to undo.
    if goes_on { Ok(()) } else { remove(tx, earlier) }
}
