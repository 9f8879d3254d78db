//! The table `handing_over`: hand-overs under way, so that one that was interrupted is finished or
//! undone when the vault is opened again (`docs/security.md`, handing over).

use crate::error::StoreError;
use crate::tx::Tx;

/// A hand-over under way.
#[derive(Clone, PartialEq, Eq)]
pub struct HandingOver {
    /// Its id.
    pub id: String,
    /// The file that the coach asked for.
    pub path: String,
    /// The hidden file beside it that becomes it.
    pub beside: String,
    /// True when a file of that name is to be replaced.
    pub replaces: bool,
    /// The file's bytes, once the ledger's entry is made; none before.
    pub bytes: Option<Vec<u8>>,
}

/// Announces a hand-over, before any file is touched.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists.
pub fn begin(tx: &Tx<'_>, new: &HandingOver) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO handing_over (id, path, beside, replaces, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let HandingOver {
        id,
        path,
        beside,
        replaces,
        bytes,
    } = new;
    tx.run(SQL, &[id, path, beside, replaces, bytes]).map(drop)
}

/// Keeps the bytes: from now on the file is owed. In one transaction with the ledger's entry.
///
/// # Errors
/// [`StoreError::Missing`] when it was not announced.
pub fn owe(tx: &Tx<'_>, id: &str, bytes: &[u8]) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE handing_over SET bytes = ?2 WHERE id = ?1";
    tx.change("handing_over", SQL, &[&id, &bytes])
}

/// The file is in place, or nothing is owed.
///
/// # Errors
/// [`StoreError::Missing`] when it was not announced.
pub fn end(tx: &Tx<'_>, id: &str) -> Result<(), StoreError> {
    tx.change(
        "handing_over",
        "DELETE FROM handing_over WHERE id = ?1",
        &[&id],
    )
}

/// All hand-overs that were not ended.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<HandingOver>, StoreError> {
    const SQL: &str = "SELECT id, path, beside, replaces, bytes FROM handing_over ORDER BY id";
    tx.rows(SQL, &[], |row| {
        Ok(HandingOver {
            id: row.take()?,
            path: row.take()?,
            beside: row.take()?,
            replaces: row.take()?,
            bytes: row.take()?,
        })
    })
}
