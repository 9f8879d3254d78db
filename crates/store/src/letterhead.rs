//! The table `letterhead`, which has one row at most: how the coach's documents look.

use crate::error::StoreError;
use crate::tx::Tx;

/// How the coach's documents look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The colour of headings and rules, `#rrggbb`; empty for the usual one.
    pub colour: String,
    /// The logo's file, as it was chosen; none without one.
    pub logo: Option<Vec<u8>>,
}

/// The letterhead; plain while nothing was chosen.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>) -> Result<Letterhead, StoreError> {
    const SQL: &str = "SELECT colour, logo FROM letterhead";
    let letterhead = tx.row(SQL, &[], |row| {
        Ok(Letterhead {
            colour: row.take()?,
            logo: row.take()?,
        })
    })?;
    Ok(letterhead.unwrap_or_default())
}

/// Chooses the letterhead, in place of what was there.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn set(tx: &Tx<'_>, letterhead: &Letterhead) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO letterhead (only, colour, logo) VALUES (1, ?1, ?2)
        ON CONFLICT (only) DO UPDATE SET colour = excluded.colour, logo = excluded.logo";
    let Letterhead { colour, logo } = letterhead;
    tx.run(SQL, &[colour, logo]).map(drop)
}
