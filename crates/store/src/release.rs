//! The table `release`: wordings that the coachee has approved for an audience.

use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId, ReleaseId};
use coaching::record::{Audience, Release};

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a release.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party, note or goal is
/// not in the engagement.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, release: &Release) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO release
            (engagement, id, audience, party, topic, wording, voice, given, how, withdrawn, note,
            session, goal)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    let Release {
        id,
        audience,
        topic,
        wording,
        voice,
        given,
        how,
        withdrawn,
        note,
        session,
        goal,
    } = release;
    let (audience, party) = match audience {
        Audience::Party(party) => ("party", Some(party)),
        Audience::Supervisor => ("supervisor", None),
        Audience::Public => ("public", None),
    };
    tx.run(
        SQL,
        &[
            engagement, id, &audience, &party, topic, wording, voice, given, how, withdrawn, note,
            session, goal,
        ],
    )
    .map(drop)
}

/// Keeps the first day on which a release no longer counts. Nothing else of it ever changes.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such release, or it was withdrawn already.
pub fn withdraw(tx: &Tx<'_>, id: &ReleaseId, from: Day) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE release SET withdrawn = ?2 WHERE id = ?1 AND withdrawn IS NULL";
    tx.change("release", SQL, &[id, &from])
}

/// An engagement's releases, by the day they were given.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Release>, StoreError> {
    const SQL: &str = "SELECT id, audience, party, topic, wording, voice, given, how, withdrawn,
            note, session, goal
        FROM release WHERE engagement = ?1 ORDER BY given, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Release {
            id: row.take()?,
            audience: read_audience(row)?,
            topic: row.take()?,
            wording: row.take()?,
            voice: row.take()?,
            given: row.take()?,
            how: row.take()?,
            withdrawn: row.take()?,
            note: row.take()?,
            session: row.take()?,
            goal: row.take()?,
        })
    })
}

fn read_audience(row: &mut Columns<'_, '_>) -> Result<Audience, StoreError> {
    let (audience, party): (String, Option<PartyId>) = (row.take()?, row.take()?);
    match (audience.as_str(), party) {
        ("party", Some(party)) => Ok(Audience::Party(party)),
        ("supervisor", None) => Ok(Audience::Supervisor),
        ("public", None) => Ok(Audience::Public),
        _ => Err(StoreError::Unreadable {
            what: "release.audience".to_owned(),
        }),
    }
}
