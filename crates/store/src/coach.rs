//! The table `coach`, which has one row at most.

use coaching::record::Coach;

use crate::error::StoreError;
use crate::tx::Tx;

/// The coach; empty while nothing was entered.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>) -> Result<Coach, StoreError> {
    const SQL: &str = "SELECT name, credentials, email, phone, address FROM coach";
    let coach = tx.row(SQL, &[], |row| {
        Ok(Coach {
            name: row.take()?,
            credentials: row.take()?,
            email: row.take()?,
            phone: row.take()?,
            address: row.take()?,
        })
    })?;
    Ok(coach.unwrap_or_default())
}

/// Enters the coach, in place of what was there.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn set(tx: &Tx<'_>, coach: &Coach) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO coach (only, name, credentials, email, phone, address)
        VALUES (1, ?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (only) DO UPDATE SET name = excluded.name, credentials = excluded.credentials,
            email = excluded.email, phone = excluded.phone, address = excluded.address";
    let Coach {
        name,
        credentials,
        email,
        phone,
        address,
    } = coach;
    tx.run(SQL, &[name, credentials, email, phone, address])
        .map(drop)
}
