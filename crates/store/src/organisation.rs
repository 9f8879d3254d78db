//! The table `organisation`.

use coaching::ids::{EngagementId, OrganisationId};
use coaching::record::Organisation;

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

fn read(row: &mut Columns<'_, '_>) -> Result<Organisation, StoreError> {
    Ok(Organisation {
        id: row.take()?,
        name: row.take()?,
        place: row.take()?,
    })
}

/// All organisations, by name.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Organisation>, StoreError> {
    const SQL: &str = "SELECT id, name, place FROM organisation ORDER BY name COLLATE NOCASE, id";
    tx.rows(SQL, &[], read)
}

/// The organisations where the people of an engagement work, by id.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Organisation>, StoreError> {
    const SQL: &str = "SELECT id, name, place FROM organisation
        WHERE id IN (SELECT person.organisation FROM party JOIN person ON person.id = party.person
            WHERE party.engagement = ?1)
        ORDER BY id";
    tx.rows(SQL, &[engagement], read)
}

/// The organisation with that id.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>, id: &OrganisationId) -> Result<Option<Organisation>, StoreError> {
    const SQL: &str = "SELECT id, name, place FROM organisation WHERE id = ?1";
    tx.row(SQL, &[id], read)
}

/// Enters an organisation.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists.
pub fn insert(tx: &Tx<'_>, organisation: &Organisation) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO organisation (id, name, place) VALUES (?1, ?2, ?3)";
    let Organisation { id, name, place } = organisation;
    tx.run(SQL, &[id, name, place]).map(drop)
}

/// Changes an organisation.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id.
pub fn update(tx: &Tx<'_>, organisation: &Organisation) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE organisation SET name = ?2, place = ?3 WHERE id = ?1";
    let Organisation { id, name, place } = organisation;
    tx.change("organisation", SQL, &[id, name, place])
}

/// Removes an organisation.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] while somebody works there.
pub fn remove(tx: &Tx<'_>, id: &OrganisationId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM organisation WHERE id = ?1";
    tx.change("organisation", SQL, &[id])
}

/// Makes everybody who works at one organisation work at another.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such organisation.
pub fn move_all(
    tx: &Tx<'_>,
    from: &OrganisationId,
    to: &OrganisationId,
) -> Result<usize, StoreError> {
    const SQL: &str = "UPDATE person SET organisation = ?2 WHERE organisation = ?1";
    tx.run(SQL, &[from, to])
}
