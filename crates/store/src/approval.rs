//! The table `approval`: documents that the coachee has approved.

use coaching::ids::EngagementId;
use coaching::record::Approval;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters an approval.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party or the meeting is
/// not in the engagement.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    approval: &Approval,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO approval
            (engagement, id, document, party, meeting, content, said, day, how)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Approval {
        id,
        document,
        party,
        meeting,
        content,
        said,
        on,
        how,
    } = approval;
    tx.run(
        SQL,
        &[
            engagement, id, document, party, meeting, content, said, on, how,
        ],
    )
    .map(drop)
}

/// An engagement's approvals, by day.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Approval>, StoreError> {
    const SQL: &str = "SELECT id, document, party, meeting, content, said, day, how FROM approval
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Approval {
            id: row.take()?,
            document: row.take()?,
            party: row.take()?,
            meeting: row.take()?,
            content: row.take()?,
            said: row.take()?,
            on: row.take()?,
            how: row.take()?,
        })
    })
}
