//! The table `engagement`, and the engagement as a whole: all the tables that belong to it.

mod list;

use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId, SessionId};
use coaching::pace::Rhythm;
use coaching::record::{Case, Engagement};
use coaching::words::RhythmUnit;

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;
use crate::{
    agreement, alignment, approval, coach, commitment, contact, direction, follow_up, goal, ledger,
    mask, measure, meeting, note, organisation, party, person, position, release, session, setting,
    supervision, telling,
};

pub use list::{EngagementRow, NextMeeting, NextSession, list};

const FRAME: &str = "SELECT id, name, language, status, began, planned_end, ended,
        planned_sessions, session_minutes, fees, ended_early, end_words, own_summary,
        rhythm_every, rhythm_unit, late_counts
    FROM engagement WHERE id = ?1";

/// The ids of all engagements, by the day they began.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn ids(tx: &Tx<'_>) -> Result<Vec<EngagementId>, StoreError> {
    const SQL: &str = "SELECT id FROM engagement ORDER BY began, id";
    tx.rows(SQL, &[], |row| row.take())
}

/// The engagements that have not ended, or ended after a day.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn going_or_ended_after(tx: &Tx<'_>, day: Day) -> Result<Vec<EngagementId>, StoreError> {
    const SQL: &str = "SELECT id FROM engagement WHERE ended IS NULL OR ended > ?1";
    tx.rows(SQL, &[&day], |row| row.take())
}

/// True when there is an engagement with this id.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn exists(tx: &Tx<'_>, id: &EngagementId) -> Result<bool, StoreError> {
    Ok(name(tx, id)?.is_some())
}

/// An engagement's name.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn name(tx: &Tx<'_>, id: &EngagementId) -> Result<Option<String>, StoreError> {
    const SQL: &str = "SELECT name FROM engagement WHERE id = ?1";
    tx.row(SQL, &[id], |row| row.take())
}

/// Enters an engagement with everything in it. Its people must be there already.
///
/// # Errors
/// [`StoreError::Clash`] when an id exists already, here or in another engagement;
/// [`StoreError::Dangling`] when something refers to what is not in the engagement;
/// [`StoreError::Refused`] when the ledger does not continue from its first entry.
pub fn insert(tx: &Tx<'_>, engagement: &Engagement) -> Result<(), StoreError> {
    let id = &engagement.id;
    insert_frame(tx, engagement)?;
    // What is referred to comes before what refers to it.
    for party in &engagement.parties {
        party::insert(tx, id, party)?;
    }
    for session in &engagement.sessions {
        session::insert(tx, id, session)?;
    }
    for meeting in &engagement.meetings {
        meeting::insert_bare(tx, id, meeting)?;
    }
    for goal in &engagement.goals {
        goal::insert_bare(tx, id, goal)?;
    }
    for goal in &engagement.goals {
        for version in &goal.versions {
            goal::insert_version(tx, id, &goal.id, version)?;
        }
    }
    for meeting in &engagement.meetings {
        meeting::insert_outcomes(tx, id, &meeting.id, &meeting.agreed, &meeting.decisions)?;
    }
    for telling in &engagement.tellings {
        telling::insert(tx, id, telling)?;
    }
    for agreement in &engagement.agreements {
        agreement::insert(tx, id, agreement)?;
    }
    for commitment in &engagement.commitments {
        commitment::insert(tx, id, commitment)?;
    }
    note::insert_all(tx, engagement)?;
    for position in &engagement.positions {
        position::insert(tx, id, position)?;
    }
    for score in &engagement.scores {
        measure::insert_score(tx, id, score)?;
    }
    for rating in &engagement.self_ratings {
        measure::insert_self_rating(tx, id, rating)?;
    }
    for round in &engagement.rounds {
        measure::insert_round(tx, id, round)?;
    }
    for priority in &engagement.priorities {
        direction::insert_priority(tx, id, priority)?;
    }
    for tie in &engagement.ties {
        direction::insert_tie(tx, id, tie)?;
    }
    for thread in &engagement.threads {
        direction::insert_thread(tx, id, thread)?;
    }
    for belief in &engagement.beliefs {
        alignment::insert_belief(tx, id, belief)?;
    }
    for clash in &engagement.clashes {
        alignment::insert_clash(tx, id, clash)?;
    }
    for follow_up in &engagement.follow_ups {
        follow_up::insert(tx, id, follow_up)?;
    }
    for contact in &engagement.sponsor_contacts {
        contact::insert(tx, id, contact)?;
    }
    for release in &engagement.releases {
        release::insert(tx, id, release)?;
    }
    for approval in &engagement.approvals {
        approval::insert(tx, id, approval)?;
    }
    mask::set_all(tx, id, &engagement.masks)?;
    for mark in &engagement.supervision {
        supervision::insert(tx, id, mark)?;
    }
    for entry in &engagement.ledger {
        ledger::append(tx, id, entry)?;
    }
    Ok(())
}

fn insert_frame(tx: &Tx<'_>, engagement: &Engagement) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO engagement
            (id, name, language, status, began, planned_end, ended, planned_sessions,
            session_minutes, fees, ended_early, end_words, own_summary, rhythm_every,
            rhythm_unit, late_counts)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    tx.run(
        SQL,
        &[
            &engagement.id,
            &engagement.name,
            &engagement.language,
            &engagement.status,
            &engagement.began,
            &engagement.planned_end,
            &engagement.ended,
            &engagement.planned_sessions,
            &engagement.session_minutes,
            &engagement.fees,
            &engagement.ending.early,
            &engagement.ending.words,
            &engagement.own_summary,
            &engagement.pace.rhythm.map(|rhythm| rhythm.every),
            &engagement.pace.rhythm.map(|rhythm| rhythm.unit),
            &engagement.pace.late_counts,
        ],
    )
    .map(drop)
}

/// Changes an engagement's name, language, status, days, numbers and fees, and nothing in its lists.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id.
pub fn update_frame(tx: &Tx<'_>, engagement: &Engagement) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE engagement SET name = ?2, language = ?3, status = ?4, began = ?5,
            planned_end = ?6, ended = ?7, planned_sessions = ?8, session_minutes = ?9, fees = ?10,
            ended_early = ?11, end_words = ?12, own_summary = ?13, rhythm_every = ?14,
            rhythm_unit = ?15, late_counts = ?16
        WHERE id = ?1";
    tx.change(
        "engagement",
        SQL,
        &[
            &engagement.id,
            &engagement.name,
            &engagement.language,
            &engagement.status,
            &engagement.began,
            &engagement.planned_end,
            &engagement.ended,
            &engagement.planned_sessions,
            &engagement.session_minutes,
            &engagement.fees,
            &engagement.ending.early,
            &engagement.ending.words,
            &engagement.own_summary,
            &engagement.pace.rhythm.map(|rhythm| rhythm.every),
            &engagement.pace.rhythm.map(|rhythm| rhythm.unit),
            &engagement.pace.late_counts,
        ],
    )
}

/// Removes an engagement with everything in it.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] when it has a ledger, which nothing removes in
/// passing.
pub fn remove(tx: &Tx<'_>, id: &EngagementId) -> Result<(), StoreError> {
    tx.change("engagement", "DELETE FROM engagement WHERE id = ?1", &[id])
}

/// An engagement with everything in it, the coach, and the people who stand in it with the
/// organisations where they work. None when there is no such engagement.
///
/// Lists come by day and id, unless their order means something: then as they were entered.
///
/// # Errors
/// [`StoreError`] when the database does not answer, or holds what this program does not understand.
pub fn load(tx: &Tx<'_>, id: &EngagementId) -> Result<Option<Case>, StoreError> {
    let Some(mut engagement) = tx.row(FRAME, &[id], read_frame)? else {
        return Ok(None);
    };
    engagement.parties = party::of_engagement(tx, id)?;
    engagement.goals = goal::of_engagement(tx, id)?;
    engagement.tellings = telling::of_engagement(tx, id)?;
    engagement.agreements = agreement::of_engagement(tx, id)?;
    engagement.sessions = session::of_engagement(tx, id)?;
    engagement.meetings = meeting::of_engagement(tx, id)?;
    engagement.commitments = commitment::of_engagement(tx, id)?;
    engagement.positions = position::of_engagement(tx, id)?;
    engagement.scores = measure::scores(tx, id)?;
    engagement.self_ratings = measure::self_ratings(tx, id)?;
    engagement.rounds = measure::rounds(tx, id)?;
    engagement.priorities = direction::priorities(tx, id)?;
    engagement.ties = direction::ties(tx, id)?;
    engagement.threads = direction::threads(tx, id)?;
    engagement.beliefs = alignment::beliefs(tx, id)?;
    engagement.clashes = alignment::clashes(tx, id)?;
    engagement.follow_ups = follow_up::of_engagement(tx, id)?;
    engagement.sponsor_contacts = contact::of_engagement(tx, id)?;
    engagement.releases = release::of_engagement(tx, id)?;
    engagement.approvals = approval::of_engagement(tx, id)?;
    engagement.masks = mask::of_engagement(tx, id)?;
    engagement.supervision = supervision::of_engagement(tx, id)?;
    engagement.ledger = ledger::all(tx, id)?;
    note::load_into(tx, &mut engagement)?;
    Ok(Some(Case {
        coach: coach::get(tx)?,
        people: person::of_engagement(tx, id)?,
        organisations: organisation::of_engagement(tx, id)?,
        keeps: setting::keeps(tx)?,
        engagement,
    }))
}

/// Enough of an engagement to say who may know a thing of it: its parties, with the people,
/// agreements and meetings. None when there is no such engagement.
///
/// # Errors
/// As [`load`].
pub fn frame(tx: &Tx<'_>, id: &EngagementId) -> Result<Option<Case>, StoreError> {
    let Some(mut engagement) = tx.row(FRAME, &[id], read_frame)? else {
        return Ok(None);
    };
    engagement.parties = party::of_engagement(tx, id)?;
    engagement.agreements = agreement::of_engagement(tx, id)?;
    engagement.meetings = meeting::of_engagement(tx, id)?;
    Ok(Some(Case {
        coach: coach::get(tx)?,
        people: person::of_engagement(tx, id)?,
        organisations: Vec::new(),
        keeps: setting::keeps(tx)?,
        engagement,
    }))
}

/// An engagement with empty lists.
fn read_frame(row: &mut Columns<'_, '_>) -> Result<Engagement, StoreError> {
    let (id, name, language) = (row.take()?, row.take()?, row.take()?);
    let (status, began) = (row.take()?, row.take()?);
    let mut engagement = Engagement::new(id, name, language, began);
    engagement.status = status;
    engagement.planned_end = row.take()?;
    engagement.ended = row.take()?;
    engagement.planned_sessions = row.take()?;
    engagement.session_minutes = row.take()?;
    engagement.fees = row.take()?;
    engagement.ending.early = row.take()?;
    engagement.ending.words = row.take()?;
    engagement.own_summary = row.take()?;
    let (every, unit): (Option<u8>, Option<RhythmUnit>) = (row.take()?, row.take()?);
    engagement.pace.rhythm = every.zip(unit).map(|(every, unit)| Rhythm { every, unit });
    engagement.pace.late_counts = row.take()?;
    Ok(engagement)
}

/// The engagement to which a session belongs.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn of_session(tx: &Tx<'_>, id: &SessionId) -> Result<Option<EngagementId>, StoreError> {
    const SQL: &str = "SELECT engagement FROM session WHERE id = ?1";
    tx.row(SQL, &[id], |row| row.take())
}

/// The engagement to which a meeting belongs.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn of_meeting(tx: &Tx<'_>, id: &MeetingId) -> Result<Option<EngagementId>, StoreError> {
    const SQL: &str = "SELECT engagement FROM meeting WHERE id = ?1";
    tx.row(SQL, &[id], |row| row.take())
}
