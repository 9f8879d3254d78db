//! The table `position`: where parties stand on goals.

use coaching::ids::EngagementId;
use coaching::record::Position;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a position. One that has changed is a new one, from its own day.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party or the goal is
/// not in the engagement.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    position: &Position,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO position (engagement, id, party, goal, day, stance, words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let Position {
        id,
        party,
        goal,
        on,
        stance,
        words,
    } = position;
    tx.run(SQL, &[engagement, id, party, goal, on, stance, words])
        .map(drop)
}

/// An engagement's positions, by day.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Position>, StoreError> {
    const SQL: &str = "SELECT id, party, goal, day, stance, words FROM position
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Position {
            id: row.take()?,
            party: row.take()?,
            goal: row.take()?,
            on: row.take()?,
            stance: row.take()?,
            words: row.take()?,
        })
    })
}
