//! The table `session`.

use coaching::ids::{EngagementId, SessionId};
use coaching::record::Session;
use coaching::text::keepable;

use crate::error::StoreError;
use crate::tx::Tx;

/// A text of a session that is written by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionText {
    /// What the coachee sent beforehand.
    Preparation,
    /// What the coachee looked back on at the start.
    Opening,
    /// The record of the session.
    Record,
    /// The coach's reflective note.
    Reflective,
}

/// Enters a session with all its texts.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the engagement does not.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, session: &Session) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO session
            (engagement, id, day, at, minutes, status, preparation, opening, record, reflective)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let Session {
        id,
        on,
        at,
        minutes,
        status,
        preparation,
        opening,
        record,
        reflective,
    } = session;
    tx.run(
        SQL,
        &[
            engagement,
            id,
            on,
            at,
            minutes,
            status,
            preparation,
            opening,
            record,
            reflective,
        ],
    )
    .map(drop)
}

/// Changes a session's day, hour, length and status, and none of its texts.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id.
pub fn update(tx: &Tx<'_>, session: &Session) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE session SET day = ?2, at = ?3, minutes = ?4, status = ?5
        WHERE id = ?1";
    tx.change(
        "session",
        SQL,
        &[
            &session.id,
            &session.on,
            &session.at,
            &session.minutes,
            &session.status,
        ],
    )
}

/// Writes one text of a session, in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such session; [`StoreError::Text`] when the words cannot
/// be kept as written.
pub fn set_text(
    tx: &Tx<'_>,
    id: &SessionId,
    text: SessionText,
    words: &str,
) -> Result<(), StoreError> {
    keepable(words)?;
    let sql = match text {
        SessionText::Preparation => "UPDATE session SET preparation = ?2 WHERE id = ?1",
        SessionText::Opening => "UPDATE session SET opening = ?2 WHERE id = ?1",
        SessionText::Record => "UPDATE session SET record = ?2 WHERE id = ?1",
        SessionText::Reflective => "UPDATE session SET reflective = ?2 WHERE id = ?1",
    };
    tx.change("session", sql, &[id, &words])
}

/// An engagement's sessions, by day and hour.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Session>, StoreError> {
    const SQL: &str =
        "SELECT id, day, at, minutes, status, preparation, opening, record, reflective
        FROM session WHERE engagement = ?1 ORDER BY day, at, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Session {
            id: row.take()?,
            on: row.take()?,
            at: row.take()?,
            minutes: row.take()?,
            status: row.take()?,
            preparation: row.take()?,
            opening: row.take()?,
            record: row.take()?,
            reflective: row.take()?,
        })
    })
}
