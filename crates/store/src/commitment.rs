//! The table `commitment`.

use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId};
use coaching::record::Commitment;

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a commitment.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party, session or
/// meeting is not in the engagement.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    commitment: &Commitment,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO commitment
            (engagement, id, party, text, made, due, status, settled, session, meeting)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let Commitment {
        id,
        by,
        text,
        made,
        due,
        status,
        settled,
        session,
        meeting,
    } = commitment;
    tx.run(
        SQL,
        &[
            engagement, id, by, text, made, due, status, settled, session, meeting,
        ],
    )
    .map(drop)
}

/// Takes out what was promised in a meeting, before it is written anew.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn remove_of_meeting(tx: &Tx<'_>, meeting: &MeetingId) -> Result<(), StoreError> {
    tx.run("DELETE FROM commitment WHERE meeting = ?1", &[meeting])
        .map(drop)
}

/// Changes a commitment.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] as for [`insert`].
pub fn update(tx: &Tx<'_>, commitment: &Commitment) -> Result<(), StoreError> {
    const SQL: &str =
        "UPDATE commitment SET party = ?2, text = ?3, made = ?4, due = ?5, status = ?6,
            settled = ?7, session = ?8, meeting = ?9
        WHERE id = ?1";
    let Commitment {
        id,
        by,
        text,
        made,
        due,
        status,
        settled,
        session,
        meeting,
    } = commitment;
    tx.change(
        "commitment",
        SQL,
        &[id, by, text, made, due, status, settled, session, meeting],
    )
}

fn read(row: &mut Columns<'_, '_>) -> Result<Commitment, StoreError> {
    Ok(Commitment {
        id: row.take()?,
        by: row.take()?,
        text: row.take()?,
        made: row.take()?,
        due: row.take()?,
        status: row.take()?,
        settled: row.take()?,
        session: row.take()?,
        meeting: row.take()?,
    })
}

/// The open commitments of all engagements that are due by that day, the earliest first.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn open_and_due(tx: &Tx<'_>, by: Day) -> Result<Vec<(EngagementId, Commitment)>, StoreError> {
    const SQL: &str = "SELECT engagement, id, party, text, made, due, status, settled, session,
            meeting
        FROM commitment WHERE status = 'open' AND due <= ?1 ORDER BY due, id";
    tx.rows(SQL, &[&by], |row| Ok((row.take()?, read(row)?)))
}

/// An engagement's commitments, by the day they were made.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Commitment>, StoreError> {
    const SQL: &str = "SELECT id, party, text, made, due, status, settled, session, meeting
        FROM commitment WHERE engagement = ?1 ORDER BY made, id";
    tx.rows(SQL, &[engagement], read)
}
