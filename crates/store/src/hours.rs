//! The tables `earlier_hours` and `listing`, and what the sessions come to.

use coaching::day::Day;
use coaching::hours::{EarlierHours, Held, Listing};
use coaching::ids::{EarlierHoursId, PersonId};

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters hours from before this program.
///
/// # Errors
/// [`StoreError::Clash`] when their id exists.
pub fn insert(tx: &Tx<'_>, hours: &EarlierHours) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO earlier_hours
            (id, client, contact, size, began, until, paid, pro_bono, given, how, withdrawn)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let EarlierHours {
        id,
        client,
        contact,
        group,
        from,
        until,
        paid,
        pro_bono,
        listing,
    } = hours;
    let given = listing.map(|listing| listing.given);
    let how = listing.map(|listing| listing.how);
    let withdrawn = listing.and_then(|listing| listing.withdrawn);
    tx.run(
        SQL,
        &[
            id, client, contact, group, from, until, paid, pro_bono, &given, &how, &withdrawn,
        ],
    )
    .map(drop)
}

/// Changes hours from before this program.
///
/// # Errors
/// [`StoreError::Missing`] when there are none with that id.
pub fn update(tx: &Tx<'_>, hours: &EarlierHours) -> Result<(), StoreError> {
    remove(tx, &hours.id)?;
    insert(tx, hours)
}

/// Removes hours from before this program.
///
/// # Errors
/// [`StoreError::Missing`] when there are none with that id.
pub fn remove(tx: &Tx<'_>, id: &EarlierHoursId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM earlier_hours WHERE id = ?1";
    tx.change("earlier_hours", SQL, &[id])
}

/// All hours from before this program, by their first day.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<EarlierHours>, StoreError> {
    const SQL: &str = "SELECT id, client, contact, size, began, until, paid, pro_bono, given, how,
            withdrawn
        FROM earlier_hours ORDER BY began, client, id";
    tx.rows(SQL, &[], |row| {
        Ok(EarlierHours {
            id: row.take()?,
            client: row.take()?,
            contact: row.take()?,
            group: row.take()?,
            from: row.take()?,
            until: row.take()?,
            paid: row.take()?,
            pro_bono: row.take()?,
            listing: listing(row)?,
        })
    })
}

fn listing(row: &mut Columns<'_, '_>) -> Result<Option<Listing>, StoreError> {
    let (given, how, withdrawn) = (row.take()?, row.take()?, row.take()?);
    let both = |given: Option<Day>, how| given.zip(how);
    Ok(both(given, how).map(|(given, how)| Listing {
        given,
        how,
        withdrawn,
    }))
}

/// A person's consent to be listed, in place of what was there; none takes it away.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such person.
pub fn set_listing(
    tx: &Tx<'_>,
    person: &PersonId,
    listing: Option<Listing>,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO listing (person, given, how, withdrawn) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (person) DO UPDATE SET given = excluded.given, how = excluded.how,
            withdrawn = excluded.withdrawn";
    const CLEAR: &str = "DELETE FROM listing WHERE person = ?1";
    match listing {
        Some(Listing {
            given,
            how,
            withdrawn,
        }) => tx.run(SQL, &[person, &given, &how, &withdrawn]),
        None => tx.run(CLEAR, &[person]),
    }
    .map(drop)
}

/// Who has consented to be listed, by person.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn listings(tx: &Tx<'_>) -> Result<Vec<(PersonId, Listing)>, StoreError> {
    const SQL: &str = "SELECT person, given, how, withdrawn FROM listing ORDER BY person";
    tx.rows(SQL, &[], |row| {
        let person = row.take()?;
        let listing = Listing {
            given: row.take()?,
            how: row.take()?,
            withdrawn: row.take()?,
        };
        Ok((person, listing))
    })
}

/// What the sessions that were held by a day come to: one entry each, with its coachee.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn held(tx: &Tx<'_>, on: Day) -> Result<Vec<(PersonId, Held)>, StoreError> {
    const SQL: &str = "SELECT person.id, person.name, person.email, person.phone, session.day,
            session.group_of, session.minutes, session.pro_bono, listing.given, listing.how, listing.withdrawn
        FROM session
        JOIN party ON party.engagement = session.engagement AND party.role = 'coachee'
        JOIN person ON person.id = party.person
        LEFT JOIN listing ON listing.person = person.id
        WHERE session.status = 'held' AND session.day <= ?1
        ORDER BY session.day, session.at, session.id";
    tx.rows(SQL, &[&on], |row| {
        let person = row.take()?;
        let client = row.take()?;
        let (email, phone): (String, String) = (row.take()?, row.take()?);
        let day: Day = row.take()?;
        let group = row.take()?;
        let (minutes, pro_bono): (u32, bool) = (row.take()?, row.take()?);
        let held = Held {
            client,
            contact: if email.is_empty() { phone } else { email },
            group,
            from: day,
            until: day,
            paid: if pro_bono { 0 } else { minutes },
            pro_bono: if pro_bono { minutes } else { 0 },
            listing: listing(row)?,
            earlier: false,
        };
        Ok((person, held))
    })
}
