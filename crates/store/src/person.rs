//! The table `person`.

use coaching::ids::{EngagementId, PersonId};
use coaching::record::Person;

use crate::column::{Columns, ToColumn};
use crate::error::StoreError;
use crate::tx::Tx;

fn read(row: &mut Columns<'_, '_>) -> Result<Person, StoreError> {
    Ok(Person {
        id: row.take()?,
        name: row.take()?,
        called: row.take()?,
        title: row.take()?,
        organisation: row.take()?,
        email: row.take()?,
        phone: row.take()?,
    })
}

fn values(person: &Person) -> [&dyn ToColumn; 7] {
    let Person {
        id,
        name,
        called,
        title,
        organisation,
        email,
        phone,
    } = person;
    [id, name, called, title, organisation, email, phone]
}

/// All people, by name.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Person>, StoreError> {
    const SQL: &str = "SELECT id, name, called, title, organisation, email, phone FROM person
        ORDER BY name COLLATE NOCASE, id";
    tx.rows(SQL, &[], read)
}

/// The people who stand in an engagement, by id.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Person>, StoreError> {
    const SQL: &str = "SELECT id, name, called, title, organisation, email, phone FROM person
        WHERE id IN (SELECT person FROM party WHERE engagement = ?1)
        ORDER BY id";
    tx.rows(SQL, &[engagement], read)
}

/// The person with that id.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>, id: &PersonId) -> Result<Option<Person>, StoreError> {
    const SQL: &str = "SELECT id, name, called, title, organisation, email, phone FROM person
        WHERE id = ?1";
    tx.row(SQL, &[id], read)
}

/// True when a person stands in this engagement and in no other.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn stands_in_only(
    tx: &Tx<'_>,
    id: &PersonId,
    engagement: &EngagementId,
) -> Result<bool, StoreError> {
    const SQL: &str = "SELECT count(*) > 0 AND sum(engagement <> ?2) = 0 FROM party
        WHERE person = ?1";
    Ok(tx
        .row(SQL, &[id, engagement], |row| row.take::<Option<bool>>())?
        .flatten()
        .unwrap_or(false))
}

/// Enters a person.
///
/// # Errors
/// [`StoreError::Clash`] when their id exists; [`StoreError::Dangling`] when their organisation does
/// not.
pub fn insert(tx: &Tx<'_>, person: &Person) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO person (id, name, called, title, organisation, email, phone)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.run(SQL, &values(person)).map(drop)
}

/// Changes a person.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id; [`StoreError::Dangling`].
pub fn update(tx: &Tx<'_>, person: &Person) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE person SET name = ?2, called = ?3, title = ?4, organisation = ?5,
            email = ?6, phone = ?7
        WHERE id = ?1";
    tx.change("person", SQL, &values(person))
}

/// Removes a person.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] while they stand in an engagement.
pub fn remove(tx: &Tx<'_>, id: &PersonId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM person WHERE id = ?1";
    tx.change("person", SQL, &[id])
}

/// Gives what is kept about a person, beside where they stand, to another who has nothing of it: the
/// consent to stand in the log of hours.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such person.
pub fn move_listing(tx: &Tx<'_>, from: &PersonId, to: &PersonId) -> Result<usize, StoreError> {
    const SQL: &str = "UPDATE OR IGNORE listing SET person = ?2 WHERE person = ?1";
    tx.run(SQL, &[from, to])
}
