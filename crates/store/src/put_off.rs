//! The table `put_off`: lines of Today that the coach put off. It is no part of the record.

use std::collections::BTreeMap;

use coaching::day::Day;
use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

/// Until when each line is put off, by its key.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<BTreeMap<String, Day>, StoreError> {
    const SQL: &str = "SELECT line, until FROM put_off";
    let rows = tx.rows(SQL, &[], |row| Ok((row.take()?, row.take()?)))?;
    Ok(rows.into_iter().collect())
}

/// Puts a line off until a day, in place of any day before.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such engagement.
pub fn set(
    tx: &Tx<'_>,
    line: &str,
    engagement: Option<&EngagementId>,
    until: Day,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO put_off (line, engagement, until) VALUES (?1, ?2, ?3)
        ON CONFLICT (line) DO UPDATE SET until = excluded.until";
    tx.run(SQL, &[&line, &engagement.cloned(), &until])
        .map(drop)
}

/// Brings a line back.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn clear(tx: &Tx<'_>, line: &str) -> Result<(), StoreError> {
    tx.run("DELETE FROM put_off WHERE line = ?1", &[&line])
        .map(drop)
}

/// Forgets what has come back by itself.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn forget_past(tx: &Tx<'_>, today: Day) -> Result<(), StoreError> {
    tx.run("DELETE FROM put_off WHERE until <= ?1", &[&today])
        .map(drop)
}
