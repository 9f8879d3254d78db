//! The tables `disposal` and `disposed`: certificates; and the removal of what they are for.

use coaching::day::Day;
use coaching::ids::{DisposalId, EngagementId, OrganisationId};
use coaching::record::Engagement;
use coaching::retention::{Disposal, Disposed};

use crate::error::StoreError;
use crate::tx::Tx;

/// The setting that says that the file is still to be cleaned.
const UNCLEAN: &str = "clean-the-file";

/// Enters a certificate. For a record it comes before the removal: without it the ledger stays.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, or the record of its engagement was disposed of before.
pub fn certify(tx: &Tx<'_>, disposal: &Disposal) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO disposal (id, engagement, day, recorded, part, rule)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const ITEM: &str = "INSERT INTO disposed (disposal, place, kind, count, sha256)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let Disposal {
        id,
        engagement,
        on,
        recorded,
        part,
        rule,
        items,
    } = disposal;
    tx.run(SQL, &[id, engagement, on, recorded, part, rule])?;
    for (place, item) in (1_u32..).zip(items) {
        tx.run(ITEM, &[id, &place, &item.kind, &item.count, &item.sha256])?;
    }
    Ok(())
}

/// All certificates, in the order in which they were made.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Disposal>, StoreError> {
    const SQL: &str = "SELECT id, engagement, day, recorded, part, rule FROM disposal
        ORDER BY recorded, id";
    const ITEMS: &str = "SELECT disposal, kind, count, sha256 FROM disposed
        ORDER BY disposal, place";
    let mut items = tx.rows_by(ITEMS, &[], |row| {
        let of: DisposalId = row.take()?;
        Ok((
            of,
            Disposed {
                kind: row.take()?,
                count: row.take()?,
                sha256: row.take()?,
            },
        ))
    })?;
    tx.rows(SQL, &[], |row| {
        let id: DisposalId = row.take()?;
        let items = items.of(&id);
        Ok(Disposal {
            id,
            engagement: row.take()?,
            on: row.take()?,
            recorded: row.take()?,
            part: row.take()?,
            rule: row.take()?,
            items,
        })
    })
}

/// The engagements that ended by a day, each with the day on which it did; the first to end first.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn ended_by(tx: &Tx<'_>, day: Day) -> Result<Vec<(EngagementId, Day)>, StoreError> {
    const SQL: &str = "SELECT id, ended FROM engagement WHERE ended <= ?1 ORDER BY ended, id";
    tx.rows(SQL, &[&day], |row| Ok((row.take()?, row.take()?)))
}

/// Whether an engagement holds reflective notes (`coaching::retention::has_reflections`).
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn has_reflections(tx: &Tx<'_>, id: &EngagementId) -> Result<bool, StoreError> {
    const SQL: &str = "SELECT 1 WHERE
        EXISTS (SELECT 1 FROM note WHERE engagement = ?1 AND topic = 'reflections')
        OR EXISTS (SELECT 1 FROM supervision_mark WHERE engagement = ?1)
        OR EXISTS (SELECT 1 FROM session WHERE engagement = ?1 AND reflective <> '')
        OR EXISTS (SELECT 1 FROM meeting WHERE engagement = ?1 AND reflective <> '')";
    let found: Option<i64> = tx.row(SQL, &[id], |row| row.take())?;
    Ok(found.is_some())
}

/// Removes the reflective notes of an engagement, as `coaching::retention::without_reflections` says.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn remove_reflections(tx: &Tx<'_>, id: &EngagementId) -> Result<(), StoreError> {
    for sql in [
        "UPDATE session SET reflective = '' WHERE engagement = ?1 AND reflective <> ''",
        "UPDATE meeting SET reflective = '' WHERE engagement = ?1 AND reflective <> ''",
        "UPDATE release SET note = NULL WHERE engagement = ?1 AND note IN (
            SELECT id FROM note WHERE engagement = ?1 AND topic = 'reflections')",
        "DELETE FROM note WHERE engagement = ?1 AND topic = 'reflections'",
        "DELETE FROM supervision_mark WHERE engagement = ?1",
    ] {
        tx.run(sql, &[id])?;
    }
    unclean(tx)
}

/// Removes an engagement with its ledger and everything in it, and the people and organisations that
/// stand nowhere else. Its certificate must be there.
///
/// # Errors
/// [`StoreError::Refused`] without a certificate.
pub fn remove_record(tx: &Tx<'_>, engagement: &Engagement) -> Result<(), StoreError> {
    let id = &engagement.id;
    tx.run("DELETE FROM disclosure WHERE engagement = ?1", &[id])?;
    tx.run("DELETE FROM ledger_end WHERE engagement = ?1", &[id])?;
    tx.change("engagement", "DELETE FROM engagement WHERE id = ?1", &[id])?;
    for party in &engagement.parties {
        const SQL: &str = "DELETE FROM person WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM party WHERE person = ?1)";
        left_alone(tx.run(SQL, &[&party.person]))?;
    }
    unclean(tx)
}

/// Removes an organisation at which nobody works any more.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn remove_empty_organisation(tx: &Tx<'_>, id: &OrganisationId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM organisation WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM person WHERE organisation = ?1)";
    left_alone(tx.run(SQL, &[id]))
}

/// Somebody who stands elsewhere in the practice stays.
fn left_alone(removed: Result<usize, StoreError>) -> Result<(), StoreError> {
    match removed {
        Ok(_) | Err(StoreError::Dangling) => Ok(()),
        Err(error) => Err(error),
    }
}

/// From now until it was cleaned, the file may hold what was removed.
fn unclean(tx: &Tx<'_>) -> Result<(), StoreError> {
    crate::setting::set(tx, UNCLEAN, "yes")
}

/// True while the file may hold what was removed.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn is_unclean(tx: &Tx<'_>) -> Result<bool, StoreError> {
    Ok(crate::setting::get(tx, UNCLEAN)?.is_some())
}

/// The file was cleaned.
pub(crate) fn cleaned(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.run("DELETE FROM setting WHERE key = ?1", &[&UNCLEAN])
        .map(drop)
}
