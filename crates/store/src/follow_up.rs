//! The table `follow_up`.

use coaching::closing::FollowUp;
use coaching::day::Day;
use coaching::ids::{EngagementId, FollowUpId};

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a follow-up.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the engagement does not.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    follow_up: &FollowUp,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO follow_up (engagement, id, due, done, words)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let FollowUp {
        id,
        due,
        done,
        words,
    } = follow_up;
    tx.run(SQL, &[engagement, id, due, done, words]).map(drop)
}

/// Changes a follow-up.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id.
pub fn update(tx: &Tx<'_>, follow_up: &FollowUp) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE follow_up SET due = ?2, done = ?3, words = ?4 WHERE id = ?1";
    let FollowUp {
        id,
        due,
        done,
        words,
    } = follow_up;
    tx.change("follow_up", SQL, &[id, due, done, words])
}

/// Removes a follow-up.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove(tx: &Tx<'_>, id: &FollowUpId) -> Result<(), StoreError> {
    tx.change("follow_up", "DELETE FROM follow_up WHERE id = ?1", &[id])
}

/// The engagements of which a follow-up is due by that day.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn due(tx: &Tx<'_>, by: Day) -> Result<Vec<EngagementId>, StoreError> {
    const SQL: &str = "SELECT DISTINCT engagement FROM follow_up
        WHERE done IS NULL AND due <= ?1 ORDER BY engagement";
    tx.rows(SQL, &[&by], |row| row.take())
}

/// An engagement's follow-ups, by the day they are due.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<FollowUp>, StoreError> {
    const SQL: &str = "SELECT id, due, done, words FROM follow_up
        WHERE engagement = ?1 ORDER BY due, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(FollowUp {
            id: row.take()?,
            due: row.take()?,
            done: row.take()?,
            words: row.take()?,
        })
    })
}
