//! The tables `calendar_title` and `calendar_entry`: what is remembered of a calendar from which
//! sessions were brought in. They are no part of the record.

use std::collections::BTreeMap;

use coaching::bringing::{Known, Said};
use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

/// Which titles are of which engagement.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn titles(tx: &Tx<'_>) -> Result<BTreeMap<String, EngagementId>, StoreError> {
    const SQL: &str = "SELECT title, engagement FROM calendar_title";
    let rows = tx.rows(SQL, &[], |row| Ok((row.take()?, row.take()?)))?;
    Ok(rows.into_iter().collect())
}

/// Remembers of which engagement a title is; or forgets it.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such engagement.
pub fn set_title(
    tx: &Tx<'_>,
    title: &str,
    engagement: Option<&EngagementId>,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO calendar_title (title, engagement) VALUES (?1, ?2)
        ON CONFLICT (title) DO UPDATE SET engagement = excluded.engagement";
    match engagement {
        Some(engagement) => tx.run(SQL, &[&title, engagement]),
        None => tx.run("DELETE FROM calendar_title WHERE title = ?1", &[&title]),
    }
    .map(drop)
}

/// Every session of which a calendar is known, with what it said last.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn entries(tx: &Tx<'_>) -> Result<Vec<Known>, StoreError> {
    const SQL: &str = "SELECT session, entry, series, day, at, minutes, cancelled
        FROM calendar_entry ORDER BY day, at, session";
    tx.rows(SQL, &[], |row| {
        Ok(Known {
            session: row.take()?,
            key: row.take()?,
            series: row.take()?,
            said: Said {
                on: row.take()?,
                at: row.take()?,
                minutes: row.take()?,
                cancelled: row.take()?,
            },
        })
    })
}

/// Remembers which entry a session is and what the calendar says of it, in place of what it said before.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such session; [`StoreError::Clash`] when another session is
/// that entry.
pub fn set_entry(tx: &Tx<'_>, known: &Known) -> Result<(), StoreError> {
    const SQL: &str =
        "INSERT INTO calendar_entry (session, entry, series, day, at, minutes, cancelled)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (session) DO UPDATE SET entry = excluded.entry, series = excluded.series,
            day = excluded.day, at = excluded.at, minutes = excluded.minutes,
            cancelled = excluded.cancelled";
    let Known {
        session,
        key,
        series,
        said,
    } = known;
    tx.run(
        SQL,
        &[
            session,
            key,
            series,
            &said.on,
            &said.at,
            &said.minutes,
            &said.cancelled,
        ],
    )
    .map(drop)
}
