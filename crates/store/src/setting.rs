//! The table `setting`: what the coach has chosen, as words under a key.

use coaching::closing::Keeps;

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

/// Forgets a setting.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn remove(tx: &Tx<'_>, key: &str) -> Result<(), StoreError> {
    tx.run("DELETE FROM setting WHERE key = ?1", &[&key])
        .map(drop)
}

const REFLECTIVE_MONTHS: &str = "keep-reflective-months";
const RECORD_YEARS: &str = "keep-record-years";

/// For how long the coach keeps what; the usual while nothing was chosen.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn keeps(tx: &Tx<'_>) -> Result<Keeps, StoreError> {
    let chosen = |key| Ok::<_, StoreError>(get(tx, key)?.and_then(|value| value.parse().ok()));
    let usual = Keeps::default();
    Ok(Keeps {
        reflective_months: chosen(REFLECTIVE_MONTHS)?.unwrap_or(usual.reflective_months),
        record_years: chosen(RECORD_YEARS)?.unwrap_or(usual.record_years),
    })
}

/// Chooses for how long to keep what.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn set_keeps(tx: &Tx<'_>, keeps: Keeps) -> Result<(), StoreError> {
    set(tx, REFLECTIVE_MONTHS, &keeps.reflective_months.to_string())?;
    set(tx, RECORD_YEARS, &keeps.record_years.to_string())
}
