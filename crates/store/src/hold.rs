//! The table `hold`: why nothing of an engagement may be disposed of.

use coaching::day::Day;
use coaching::ids::{EngagementId, HoldId};
use coaching::retention::Hold;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a hold.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when its engagement does not.
pub fn insert(tx: &Tx<'_>, hold: &Hold) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO hold (id, engagement, day, reason, lifted)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let Hold {
        id,
        engagement,
        on,
        reason,
        lifted,
    } = hold;
    tx.run(SQL, &[id, engagement, on, reason, lifted]).map(drop)
}

/// Lifts a hold.
///
/// # Errors
/// [`StoreError::Missing`] when it is not there.
pub fn lift(tx: &Tx<'_>, id: &HoldId, on: Day) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE hold SET lifted = ?2 WHERE id = ?1";
    tx.change("hold", SQL, &[id, &on])
}

/// All holds, by day and id.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Hold>, StoreError> {
    const SQL: &str = "SELECT id, engagement, day, reason, lifted FROM hold ORDER BY day, id";
    tx.rows(SQL, &[], |row| {
        Ok(Hold {
            id: row.take()?,
            engagement: row.take()?,
            on: row.take()?,
            reason: row.take()?,
            lifted: row.take()?,
        })
    })
}

/// The holds of one engagement.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn of_engagement(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Hold>, StoreError> {
    let mut all = all(tx)?;
    all.retain(|hold| hold.engagement == *engagement);
    Ok(all)
}
