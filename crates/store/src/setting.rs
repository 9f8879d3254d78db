//! The table `setting`: what the coach has chosen, as words under a key.

use crate::error::StoreError;
use crate::tx::Tx;

/// The value of a setting; none when it was never set.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn get(tx: &Tx<'_>, key: &str) -> Result<Option<String>, StoreError> {
    const SQL: &str = "SELECT value FROM setting WHERE key = ?1";
    tx.row(SQL, &[&key], |row| row.take())
}

/// Sets a setting.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn set(tx: &Tx<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO setting (key, value) VALUES (?1, ?2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.run(SQL, &[&key, &value]).map(drop)
}
