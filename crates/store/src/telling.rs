//! The tables `telling` and `telling_step`.

use coaching::goals::{Telling, TellingStep};
use coaching::ids::{EngagementId, GoalVersionId, PartyId};

use crate::error::StoreError;
use crate::tx::Tx;

/// Adds a step to the telling of a shift to a party; the first one begins it.
///
/// # Errors
/// [`StoreError::Dangling`] when the version or the party is not in the engagement.
pub fn add_step(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    version: &GoalVersionId,
    party: &PartyId,
    step: &TellingStep,
) -> Result<(), StoreError> {
    const STEP: &str = "INSERT INTO telling_step (version, party, place, day, state, until)
        SELECT ?1, ?2, coalesce(max(place), 0) + 1, ?3, ?4, ?5 FROM telling_step
        WHERE version = ?1 AND party = ?2";
    begin(tx, engagement, version, party)?;
    let TellingStep { on, state, by } = step;
    tx.run(STEP, &[version, party, on, state, by]).map(drop)
}

/// Enters a telling with its steps.
pub(crate) fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    telling: &Telling,
) -> Result<(), StoreError> {
    let Telling {
        version,
        party,
        steps,
    } = telling;
    begin(tx, engagement, version, party)?;
    steps
        .iter()
        .try_for_each(|step| add_step(tx, engagement, version, party, step))
}

fn begin(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    version: &GoalVersionId,
    party: &PartyId,
) -> Result<(), StoreError> {
    // A telling that has begun is written again with the same values, so that the foreign keys are
    // asked each time: a step cannot be added through another engagement.
    const SQL: &str = "INSERT INTO telling (engagement, version, party) VALUES (?1, ?2, ?3)
        ON CONFLICT (version, party) DO UPDATE SET engagement = excluded.engagement";
    tx.run(SQL, &[engagement, version, party]).map(drop)
}

/// An engagement's tellings, by the day of the shift.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Telling>, StoreError> {
    const TELLINGS: &str = "SELECT telling.version, telling.party
        FROM telling JOIN goal_version ON goal_version.id = telling.version
        WHERE telling.engagement = ?1
        ORDER BY goal_version.day, telling.version, telling.party";
    const STEPS: &str = "SELECT telling_step.version, telling_step.party, day, state, until
        FROM telling JOIN telling_step
            ON telling_step.version = telling.version AND telling_step.party = telling.party
        WHERE engagement = ?1
        ORDER BY telling_step.version, telling_step.party, place";
    let mut steps = tx.rows_by(STEPS, &[engagement], |row| {
        let key: (GoalVersionId, PartyId) = (row.take()?, row.take()?);
        let step = TellingStep {
            on: row.take()?,
            state: row.take()?,
            by: row.take()?,
        };
        Ok((key, step))
    })?;
    tx.rows(TELLINGS, &[engagement], |row| {
        let key = (row.take()?, row.take()?);
        let steps = steps.of(&key);
        let (version, party) = key;
        Ok(Telling {
            version,
            party,
            steps,
        })
    })
}
