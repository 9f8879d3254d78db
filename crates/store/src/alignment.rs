//! The tables `belief`, `clash`, `clash_side` and `experiment`.

use coaching::alignment::{Belief, Clash, ClashOutcome, Experiment, Side};
use coaching::ids::{BeliefId, ClashId, EngagementId};

use crate::column::ToColumn;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a belief.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party is not in the
/// engagement.
pub fn insert_belief(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    belief: &Belief,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO belief (engagement, id, party, day, text)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let Belief {
        id,
        party,
        on,
        text,
    } = belief;
    tx.run(SQL, &[engagement, id, party, on, text]).map(drop)
}

/// Removes a belief.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_belief(tx: &Tx<'_>, id: &BeliefId) -> Result<(), StoreError> {
    tx.change("belief", "DELETE FROM belief WHERE id = ?1", &[id])
}

/// An engagement's beliefs, by day and id.
pub(crate) fn beliefs(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Belief>, StoreError> {
    const SQL: &str = "SELECT id, party, day, text FROM belief
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Belief {
            id: row.take()?,
            party: row.take()?,
            on: row.take()?,
            text: row.take()?,
        })
    })
}

/// Enters a clash with its sides and experiments.
///
/// # Errors
/// [`StoreError::Clash`] when an id exists or a party stands on two sides; [`StoreError::Dangling`]
/// when a party or the goal is not in the engagement.
pub fn insert_clash(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    clash: &Clash,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO clash
            (engagement, id, day, title, goal, shared_objective, not_negotiable, evidence, outcome,
            outcome_day, outcome_words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let (end, on, words) = outcome(clash);
    tx.run(
        SQL,
        &[
            engagement,
            &clash.id,
            &clash.on,
            &clash.title,
            &clash.goal,
            &clash.shared_objective,
            &clash.not_negotiable,
            &clash.evidence,
            &end,
            &on,
            &words,
        ],
    )?;
    insert_parts(tx, engagement, clash)
}

/// Writes a clash, its sides and its experiments, in place of what was there.
///
/// # Errors
/// As [`insert_clash`]; [`StoreError::Missing`] when there is none with its id.
pub fn update_clash(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    clash: &Clash,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE clash SET day = ?2, title = ?3, goal = ?4, shared_objective = ?5,
            not_negotiable = ?6, evidence = ?7, outcome = ?8, outcome_day = ?9, outcome_words = ?10
        WHERE id = ?1";
    let (end, on, words) = outcome(clash);
    tx.change(
        "clash",
        SQL,
        &[
            &clash.id,
            &clash.on,
            &clash.title,
            &clash.goal,
            &clash.shared_objective,
            &clash.not_negotiable,
            &clash.evidence,
            &end,
            &on,
            &words,
        ],
    )?;
    tx.run("DELETE FROM clash_side WHERE clash = ?1", &[&clash.id])?;
    tx.run("DELETE FROM experiment WHERE clash = ?1", &[&clash.id])?;
    insert_parts(tx, engagement, clash)
}

/// The columns of an outcome.
fn outcome(
    clash: &Clash,
) -> (
    Option<coaching::words::ClashEnd>,
    Option<coaching::day::Day>,
    &str,
) {
    clash.outcome.as_ref().map_or((None, None, ""), |outcome| {
        let ClashOutcome { end, on, words } = outcome;
        (Some(*end), Some(*on), words.for_the_coach())
    })
}

fn insert_parts(tx: &Tx<'_>, engagement: &EngagementId, clash: &Clash) -> Result<(), StoreError> {
    const SIDE: &str = "INSERT INTO clash_side (engagement, clash, place, party, wants, fears)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const EXPERIMENT: &str = "INSERT INTO experiment
            (engagement, clash, id, day, text, judge_on, judged, came_of)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    for (side, place) in clash.sides.iter().zip(1_u32..) {
        let Side {
            party,
            wants,
            fears,
        } = side;
        tx.run(SIDE, &[engagement, &clash.id, &place, party, wants, fears])?;
    }
    for experiment in &clash.experiments {
        let Experiment {
            id,
            on,
            text,
            judge_on,
            judged,
            came_of,
        } = experiment;
        let values: [&dyn ToColumn; 8] = [
            engagement, &clash.id, id, on, text, judge_on, judged, came_of,
        ];
        tx.run(EXPERIMENT, &values)?;
    }
    Ok(())
}

/// Removes a clash with all that belongs to it.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_clash(tx: &Tx<'_>, id: &ClashId) -> Result<(), StoreError> {
    tx.change("clash", "DELETE FROM clash WHERE id = ?1", &[id])
}

/// An engagement's clashes, by day and id; sides as they were entered, experiments by day.
pub(crate) fn clashes(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Clash>, StoreError> {
    const CLASHES: &str = "SELECT id, day, title, goal, shared_objective, not_negotiable, evidence,
            outcome, outcome_day, outcome_words
        FROM clash WHERE engagement = ?1 ORDER BY day, id";
    const SIDES: &str = "SELECT clash, party, wants, fears FROM clash_side
        WHERE engagement = ?1 ORDER BY clash, place";
    const EXPERIMENTS: &str = "SELECT clash, id, day, text, judge_on, judged, came_of
        FROM experiment WHERE engagement = ?1 ORDER BY clash, day, id";
    let mut sides = tx.rows_by(SIDES, &[engagement], |row| {
        let clash: ClashId = row.take()?;
        let side = Side {
            party: row.take()?,
            wants: row.take()?,
            fears: row.take()?,
        };
        Ok((clash, side))
    })?;
    let mut experiments = tx.rows_by(EXPERIMENTS, &[engagement], |row| {
        let clash: ClashId = row.take()?;
        let experiment = Experiment {
            id: row.take()?,
            on: row.take()?,
            text: row.take()?,
            judge_on: row.take()?,
            judged: row.take()?,
            came_of: row.take()?,
        };
        Ok((clash, experiment))
    })?;
    tx.rows(CLASHES, &[engagement], |row| {
        let id: ClashId = row.take()?;
        Ok(Clash {
            sides: sides.of(&id),
            experiments: experiments.of(&id),
            id,
            on: row.take()?,
            title: row.take()?,
            goal: row.take()?,
            shared_objective: row.take()?,
            not_negotiable: row.take()?,
            evidence: row.take()?,
            outcome: match (row.take()?, row.take()?, row.take()?) {
                (Some(end), Some(on), words) => Some(ClashOutcome { end, on, words }),
                _ => None,
            },
        })
    })
}
