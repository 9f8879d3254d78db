//! The tables `goal`, `goal_version`, `goal_successor` and `goal_correction`.

use coaching::goals::{Correction, Goal, GoalVersion, Shift};
use coaching::ids::{EngagementId, GoalId, GoalVersionId};

use crate::column::Columns;
use crate::error::StoreError;
use crate::levels;
use crate::tx::Tx;

/// Enters a goal with its versions. The goals that took its place must be there already.
///
/// # Errors
/// [`StoreError::Clash`] when an id exists or two versions share a day; [`StoreError::Dangling`] when
/// a session, meeting, party or goal that it names is not in the engagement.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, goal: &Goal) -> Result<(), StoreError> {
    insert_bare(tx, engagement, goal)?;
    goal.versions
        .iter()
        .try_for_each(|version| insert_version(tx, engagement, &goal.id, version))
}

/// Enters the goal alone, so that the versions of any goal may name it.
pub(crate) fn insert_bare(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    goal: &Goal,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO goal (engagement, id) VALUES (?1, ?2)";
    tx.run(SQL, &[engagement, &goal.id]).map(drop)
}

/// Enters a version of a goal, with its shift and corrections.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, or the goal has a version of that day;
/// [`StoreError::Dangling`] when the goal, or what the version names, is not in the engagement.
pub fn insert_version(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    goal: &GoalId,
    version: &GoalVersion,
) -> Result<(), StoreError> {
    const VERSION: &str = "INSERT INTO goal_version
            (engagement, goal, id, day, recorded, title, words, why, measure, weight, place, status,
            session, meeting, shift, prompt, reason, raised_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
    const SUCCESSOR: &str = "INSERT INTO goal_successor (engagement, version, goal, place)
        VALUES (?1, ?2, ?3, ?4)";
    let GoalVersion {
        id,
        on,
        recorded,
        title,
        words,
        why,
        measure,
        levels,
        weight,
        place,
        status,
        session,
        meeting,
        shift,
        corrections,
    } = version;
    let shift = shift.as_ref();
    let reason = shift.map_or("", |shift| shift.reason.for_the_coach());
    tx.run(
        VERSION,
        &[
            engagement,
            goal,
            id,
            on,
            recorded,
            title,
            words,
            why,
            measure,
            weight,
            place,
            status,
            session,
            meeting,
            &shift.map(|shift| shift.kind),
            &shift.map(|shift| shift.prompt),
            &reason,
            &shift.and_then(|shift| shift.raised_by.as_ref()),
        ],
    )?;
    let into = shift.map_or(&[][..], |shift| &shift.into);
    for (successor, place) in into.iter().zip(1_u32..) {
        tx.run(SUCCESSOR, &[engagement, id, successor, &place])?;
    }
    if let Some(levels) = levels {
        levels::set(tx, engagement, id, levels)?;
    }
    insert_corrections(tx, id, corrections, 0)
}

fn insert_corrections(
    tx: &Tx<'_>,
    version: &GoalVersionId,
    corrections: &[Correction],
    kept: u32,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO goal_correction (version, place, moment, title, words,
            why, measure)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for (correction, place) in corrections.iter().zip(1_u32..) {
        if place > kept {
            let Correction {
                at,
                title,
                words,
                why,
                measure,
            } = correction;
            tx.run(SQL, &[version, &place, at, title, words, why, measure])?;
        }
    }
    Ok(())
}

/// Corrects a slip of the pen: takes over the version's texts, the reason of its shift, its weight
/// and its place, and keeps those of its corrections that are not kept yet. Its day, its status and
/// the rest of its shift stay.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such version.
pub fn correct_version(tx: &Tx<'_>, version: &GoalVersion) -> Result<(), StoreError> {
    const CORRECT: &str = "UPDATE goal_version SET title = ?2, words = ?3, why = ?4, measure = ?5,
            reason = ?6, weight = ?7, place = ?8
        WHERE id = ?1";
    const KEPT: &str = "SELECT count(*) FROM goal_correction WHERE version = ?1";
    let shift = version.shift.as_ref();
    let reason = shift.map_or("", |shift| shift.reason.for_the_coach());
    tx.change(
        "goal_version",
        CORRECT,
        &[
            &version.id,
            &version.title,
            &version.words,
            &version.why,
            &version.measure,
            &reason,
            &version.weight,
            &version.place,
        ],
    )?;
    let kept = tx.row(KEPT, &[&version.id], |row| row.take())?;
    insert_corrections(tx, &version.id, &version.corrections, kept.unwrap_or(0))
}

/// Takes over everything of a version but its goal, its day, the moment it was recorded and the kind
/// of its shift: what was filled in later, or is taken over from a version entered before it.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such version; [`StoreError::Dangling`] when a session,
/// meeting or party that it names is not in the engagement.
pub fn rewrite_version(tx: &Tx<'_>, version: &GoalVersion) -> Result<(), StoreError> {
    const REWRITE: &str = "UPDATE goal_version SET title = ?2, words = ?3, why = ?4, measure = ?5,
            weight = ?6, place = ?7, status = ?8, session = ?9, meeting = ?10,
            prompt = ?11, reason = ?12, raised_by = ?13
        WHERE id = ?1";
    let shift = version.shift.as_ref();
    tx.change(
        "goal_version",
        REWRITE,
        &[
            &version.id,
            &version.title,
            &version.words,
            &version.why,
            &version.measure,
            &version.weight,
            &version.place,
            &version.status,
            &version.session,
            &version.meeting,
            &shift.map(|shift| shift.prompt),
            &shift.map_or("", |shift| shift.reason.for_the_coach()),
            &shift.and_then(|shift| shift.raised_by.as_ref()),
        ],
    )
}

/// Gives a version another place.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such version.
pub fn set_place(tx: &Tx<'_>, version: &GoalVersionId, place: u16) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE goal_version SET place = ?2 WHERE id = ?1";
    tx.change("goal_version", SQL, &[version, &place])
}

/// Removes a version that was recorded by mistake, with its successors' ties and its tellings.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such version; [`StoreError::Dangling`] when something
/// speaks of it.
pub fn remove_version(tx: &Tx<'_>, version: &GoalVersionId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM goal_version WHERE id = ?1";
    tx.change("goal_version", SQL, &[version])
}

/// Removes a goal that was begun by mistake, with its versions.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such goal; [`StoreError::Dangling`] when something speaks
/// of it.
pub fn remove(tx: &Tx<'_>, goal: &GoalId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM goal WHERE id = ?1";
    tx.change("goal", SQL, &[goal])
}

/// An engagement's goals, by the day on which they began.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Goal>, StoreError> {
    const GOALS: &str = "SELECT id FROM goal WHERE engagement = ?1 ORDER BY id";
    const VERSIONS: &str = "SELECT goal, id, day, recorded, title, words, why, measure, weight,
            place, status, session, meeting, shift, prompt, reason, raised_by
        FROM goal_version WHERE engagement = ?1 ORDER BY day, id";
    const SUCCESSORS: &str = "SELECT version, goal FROM goal_successor
        WHERE engagement = ?1 ORDER BY version, place";
    const CORRECTIONS: &str = "SELECT correction.version, correction.moment, correction.title,
            correction.words, correction.why, correction.measure
        FROM goal_version JOIN goal_correction AS correction
            ON correction.version = goal_version.id
        WHERE goal_version.engagement = ?1
        ORDER BY correction.version, correction.place";
    let mut successors = tx.rows_by(SUCCESSORS, &[engagement], |row| {
        Ok((row.take::<GoalVersionId>()?, row.take::<GoalId>()?))
    })?;
    let mut corrections = tx.rows_by(CORRECTIONS, &[engagement], |row| {
        let version: GoalVersionId = row.take()?;
        let correction = Correction {
            at: row.take()?,
            title: row.take()?,
            words: row.take()?,
            why: row.take()?,
            measure: row.take()?,
        };
        Ok((version, correction))
    })?;
    let mut levels = levels::of_engagement(tx, engagement)?;
    let mut versions = tx.rows_by(VERSIONS, &[engagement], |row| {
        let goal: GoalId = row.take()?;
        let mut version = read_version(row)?;
        if let Some(shift) = &mut version.shift {
            shift.into = successors.of(&version.id);
        }
        version.levels = levels.of(&version.id).pop();
        version.corrections = corrections.of(&version.id);
        Ok((goal, version))
    })?;
    let mut goals = tx.rows(GOALS, &[engagement], |row| {
        let id: GoalId = row.take()?;
        let versions = versions.of(&id);
        Ok(Goal { id, versions })
    })?;
    goals.sort_by_key(|goal| goal.versions.first().map(|first| first.on));
    Ok(goals)
}

/// A version without what other tables say of it.
fn read_version(row: &mut Columns<'_, '_>) -> Result<GoalVersion, StoreError> {
    Ok(GoalVersion {
        id: row.take()?,
        on: row.take()?,
        recorded: row.take()?,
        title: row.take()?,
        words: row.take()?,
        why: row.take()?,
        measure: row.take()?,
        levels: None,
        weight: row.take()?,
        place: row.take()?,
        status: row.take()?,
        session: row.take()?,
        meeting: row.take()?,
        shift: read_shift(row)?,
        corrections: Vec::new(),
    })
}

fn read_shift(row: &mut Columns<'_, '_>) -> Result<Option<Shift>, StoreError> {
    let (kind, prompt) = (row.take()?, row.take()?);
    let (reason, raised_by) = (row.take()?, row.take()?);
    // A CHECK keeps the two together.
    Ok(Option::zip(kind, prompt).map(|(kind, prompt)| Shift {
        kind,
        prompt,
        reason,
        raised_by,
        into: Vec::new(),
    }))
}
