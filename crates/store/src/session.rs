//! The table `session`.

use coaching::day::Day;
use coaching::ids::{EngagementId, SessionId};
use coaching::pace::Counted;
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
            (engagement, id, day, at, minutes, status, preparation, opening, record, reflective,
            planned_minutes, late, pro_bono, group_of)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    let Session {
        id,
        on,
        at,
        minutes,
        status,
        counted,
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
            &counted.planned_minutes,
            &counted.late,
            &counted.pro_bono,
            &counted.group_of,
        ],
    )
    .map(drop)
}

/// Changes a session's day, hour, length, status and what is counted of it, and none of its texts.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id.
pub fn update(tx: &Tx<'_>, session: &Session) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE session SET day = ?2, at = ?3, minutes = ?4, status = ?5,
            planned_minutes = ?6, late = ?7, pro_bono = ?8, group_of = ?9
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
            &session.counted.planned_minutes,
            &session.counted.late,
            &session.counted.pro_bono,
            &session.counted.group_of,
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
        "SELECT id, day, at, minutes, status, planned_minutes, late, pro_bono, group_of,
            preparation, opening, record, reflective
        FROM session WHERE engagement = ?1 ORDER BY day, at, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Session {
            id: row.take()?,
            on: row.take()?,
            at: row.take()?,
            minutes: row.take()?,
            status: row.take()?,
            counted: Counted {
                planned_minutes: row.take()?,
                late: row.take()?,
                pro_bono: row.take()?,
                group_of: row.take()?,
            },
            preparation: row.take()?,
            opening: row.take()?,
            record: row.take()?,
            reflective: row.take()?,
        })
    })
}

/// Every session that is planned or was held near a day, in any engagement, but this one.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn hours_near(tx: &Tx<'_>, day: Day, but: Option<&SessionId>) -> Result<Vec<Hour>, StoreError> {
    const SQL: &str = "SELECT engagement, day, at, minutes FROM session
        WHERE status IN ('planned', 'held') AND at <> '' AND id IS NOT ?3 AND day BETWEEN ?1 AND ?2
        UNION ALL SELECT engagement, day, at, minutes FROM meeting
        WHERE status IN ('planned', 'held') AND at <> '' AND day BETWEEN ?1 AND ?2";
    let beside = |days: i64| {
        let date = day.date().checked_add_signed(chrono::TimeDelta::days(days));
        date.and_then(|date| Day::new(date).ok()).unwrap_or(day)
    };
    tx.rows(SQL, &[&beside(-1), &beside(1), &but.cloned()], |row| {
        Ok(Hour {
            engagement: row.take()?,
            on: row.take()?,
            at: row.take()?,
            minutes: row.take()?,
        })
    })
}

/// An hour that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// By a session or meeting of this engagement.
    pub engagement: EngagementId,
    /// The day.
    pub on: Day,
    /// From this hour.
    pub at: String,
    /// For so long.
    pub minutes: u16,
}
