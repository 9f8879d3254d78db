//! The tables `learning` and `certificate`.

use coaching::hours::Learning;
use coaching::ids::LearningId;

use crate::error::StoreError;
use crate::tx::Tx;

/// A file that was given as a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its name.
    pub name: String,
    /// Its bytes, as they were given.
    pub file: Vec<u8>,
}

/// Enters what was learnt.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists.
pub fn insert(tx: &Tx<'_>, learning: &Learning) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO learning (id, kind, day, minutes, with_whom, about)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let Learning {
        id,
        kind,
        on,
        minutes,
        with,
        about,
    } = learning;
    tx.run(SQL, &[id, kind, on, minutes, with, about]).map(drop)
}

/// Changes what was learnt. Its certificate stays.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn update(tx: &Tx<'_>, learning: &Learning) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE learning SET kind = ?2, day = ?3, minutes = ?4, with_whom = ?5,
            about = ?6
        WHERE id = ?1";
    let Learning {
        id,
        kind,
        on,
        minutes,
        with,
        about,
    } = learning;
    tx.change("learning", SQL, &[id, kind, on, minutes, with, about])
}

/// Removes what was learnt, with its certificate.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove(tx: &Tx<'_>, id: &LearningId) -> Result<(), StoreError> {
    tx.change("learning", "DELETE FROM learning WHERE id = ?1", &[id])
}

/// All that was learnt, by day.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Learning>, StoreError> {
    const SQL: &str = "SELECT id, kind, day, minutes, with_whom, about FROM learning
        ORDER BY day, id";
    tx.rows(SQL, &[], |row| {
        Ok(Learning {
            id: row.take()?,
            kind: row.take()?,
            on: row.take()?,
            minutes: row.take()?,
            with: row.take()?,
            about: row.take()?,
        })
    })
}

/// Keeps a certificate, in place of what was there; none takes it away.
///
/// # Errors
/// [`StoreError::Dangling`] when there is nothing learnt with that id.
pub fn set_certificate(
    tx: &Tx<'_>,
    learning: &LearningId,
    certificate: Option<&Certificate>,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO certificate (learning, name, file) VALUES (?1, ?2, ?3)
        ON CONFLICT (learning) DO UPDATE SET name = excluded.name, file = excluded.file";
    const CLEAR: &str = "DELETE FROM certificate WHERE learning = ?1";
    match certificate {
        Some(Certificate { name, file }) => tx.run(SQL, &[learning, name, file]),
        None => tx.run(CLEAR, &[learning]),
    }
    .map(drop)
}

/// The certificate of what was learnt.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn certificate(tx: &Tx<'_>, learning: &LearningId) -> Result<Option<Certificate>, StoreError> {
    const SQL: &str = "SELECT name, file FROM certificate WHERE learning = ?1";
    tx.row(SQL, &[learning], |row| {
        Ok(Certificate {
            name: row.take()?,
            file: row.take()?,
        })
    })
}

/// Which certificates there are, with their names and how many bytes they hold.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn certificates(tx: &Tx<'_>) -> Result<Vec<(LearningId, String, u32)>, StoreError> {
    const SQL: &str = "SELECT learning, name, length(file) FROM certificate ORDER BY learning";
    tx.rows(SQL, &[], |row| Ok((row.take()?, row.take()?, row.take()?)))
}
