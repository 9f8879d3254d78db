//! The table `supervision_mark`: what the coach takes to supervision.

use coaching::ids::{EngagementId, MarkId};
use coaching::supervision::ToSupervision;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a mark.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the engagement does not.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    mark: &ToSupervision,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO supervision_mark (engagement, id, day, item, why, taken)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let ToSupervision {
        id,
        on,
        item,
        why,
        taken,
    } = mark;
    tx.run(SQL, &[engagement, id, on, item, why, taken])
        .map(drop)
}

/// Changes a mark.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn update(tx: &Tx<'_>, mark: &ToSupervision) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE supervision_mark SET day = ?2, item = ?3, why = ?4, taken = ?5
        WHERE id = ?1";
    let ToSupervision {
        id,
        on,
        item,
        why,
        taken,
    } = mark;
    tx.change("supervision_mark", SQL, &[id, on, item, why, taken])
}

/// Removes a mark.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove(tx: &Tx<'_>, id: &MarkId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM supervision_mark WHERE id = ?1";
    tx.change("supervision_mark", SQL, &[id])
}

/// The engagements that have marks.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn marked(tx: &Tx<'_>) -> Result<Vec<EngagementId>, StoreError> {
    const SQL: &str = "SELECT DISTINCT engagement FROM supervision_mark ORDER BY engagement";
    tx.rows(SQL, &[], |row| row.take())
}

/// An engagement's marks, by day.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<ToSupervision>, StoreError> {
    const SQL: &str = "SELECT id, day, item, why, taken FROM supervision_mark
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(ToSupervision {
            id: row.take()?,
            on: row.take()?,
            item: row.take()?,
            why: row.take()?,
            taken: row.take()?,
        })
    })
}
