//! The table `sponsor_contact`: what the sponsor's side told the coach.

use coaching::ids::EngagementId;
use coaching::record::Contact;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a contact.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party is not in the
/// engagement.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, contact: &Contact) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO sponsor_contact
            (engagement, id, party, day, how, text, coachee_told, withheld,
            resolved)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Contact {
        id,
        party,
        on,
        how,
        text,
        coachee_told,
        withheld,
        resolved,
    } = contact;
    tx.run(
        SQL,
        &[
            engagement,
            id,
            party,
            on,
            how,
            text,
            coachee_told,
            withheld,
            resolved,
        ],
    )
    .map(drop)
}

/// Changes a contact.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] when the party is not in the engagement.
pub fn update(tx: &Tx<'_>, contact: &Contact) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE sponsor_contact SET party = ?2, day = ?3, how = ?4, text = ?5,
            coachee_told = ?6, withheld = ?7, resolved = ?8
        WHERE id = ?1";
    let Contact {
        id,
        party,
        on,
        how,
        text,
        coachee_told,
        withheld,
        resolved,
    } = contact;
    tx.change(
        "sponsor_contact",
        SQL,
        &[id, party, on, how, text, coachee_told, withheld, resolved],
    )
}

/// An engagement's contacts, by day.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Contact>, StoreError> {
    const SQL: &str = "SELECT id, party, day, how, text, coachee_told, withheld, resolved
        FROM sponsor_contact WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Contact {
            id: row.take()?,
            party: row.take()?,
            on: row.take()?,
            how: row.take()?,
            text: row.take()?,
            coachee_told: row.take()?,
            withheld: row.take()?,
            resolved: row.take()?,
        })
    })
}
