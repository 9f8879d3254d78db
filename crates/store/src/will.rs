//! The table `will`, which has one row at most: the professional will.

use coaching::will::Will;

use crate::error::StoreError;
use crate::tx::Tx;

/// The will; none while nothing was written.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>) -> Result<Option<Will>, StoreError> {
    const SQL: &str = "SELECT language, successor, reach, stand_in, tasks, vault, sealed, tell,
            reviewed
        FROM will";
    tx.row(SQL, &[], |row| {
        Ok(Will {
            language: row.take()?,
            successor: row.take()?,
            reach: row.take()?,
            stand_in: row.take()?,
            tasks: row.take()?,
            vault: row.take()?,
            sealed: row.take()?,
            tell: row.take()?,
            reviewed: row.take()?,
        })
    })
}

/// Keeps the will, in place of what was there.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn set(tx: &Tx<'_>, will: &Will) -> Result<(), StoreError> {
    const SQL: &str = "INSERT OR REPLACE INTO will
            (only, language, successor, reach, stand_in, tasks, vault, sealed, tell, reviewed)
        VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Will {
        language,
        successor,
        reach,
        stand_in,
        tasks,
        vault,
        sealed,
        tell,
        reviewed,
    } = will;
    tx.run(
        SQL,
        &[
            language, successor, reach, stand_in, tasks, vault, sealed, tell, reviewed,
        ],
    )
    .map(drop)
}
