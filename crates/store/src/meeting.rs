//! The tables `meeting`, `meeting_party`, `agenda_item`, `agreed_goal` and `decision`.

use coaching::ids::{DecisionId, EngagementId, MeetingId, PartyId};
use coaching::meetings::{AgendaItem, AgreedGoal, Decision, Meeting, Preparation, Speaker};
use coaching::text::keepable;

use crate::column::ToColumn;
use crate::engagement;
use crate::error::StoreError;
use crate::tx::Tx;

/// A text of a meeting that is written by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingText {
    /// The coach's own note.
    Reflective,
    /// What coach and coachee made of it afterwards.
    Debrief,
}

/// Enters a meeting with all that belongs to it.
///
/// # Errors
/// [`StoreError::Clash`] when an id exists, or a party or goal stands in a list twice;
/// [`StoreError::Dangling`] when a party, goal or goal version is not in the engagement.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, meeting: &Meeting) -> Result<(), StoreError> {
    insert_bare(tx, engagement, meeting)?;
    insert_outcomes(
        tx,
        engagement,
        &meeting.id,
        &meeting.agreed,
        &meeting.decisions,
    )
}

/// Enters a meeting without its outcomes, so that the goals that came out of it may name it.
pub(crate) fn insert_bare(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    meeting: &Meeting,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO meeting
            (engagement, id, kind, arranged, day, at, minutes, place, status, good_outcome,
            from_my_manager, on_the_table, off_the_table, coach_does, reflective, debrief)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    let Meeting {
        id,
        kind,
        arranged,
        on,
        at,
        minutes,
        place,
        status,
        invited: _,
        attended: _,
        agenda,
        preparation:
            Preparation {
                good_outcome,
                from_my_manager,
                on_the_table,
                off_the_table,
                coach_does,
            },
        agreed: _,
        decisions: _,
        reflective,
        debrief,
    } = meeting;
    tx.run(
        SQL,
        &[
            engagement,
            id,
            kind,
            arranged,
            on,
            at,
            minutes,
            place,
            status,
            good_outcome,
            from_my_manager,
            on_the_table,
            off_the_table,
            coach_does,
            reflective,
            debrief,
        ],
    )?;
    insert_parties(tx, engagement, meeting)?;
    insert_agenda(tx, engagement, id, agenda)
}

fn insert_agenda(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    meeting: &MeetingId,
    agenda: &[AgendaItem],
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO agenda_item
            (engagement, meeting, place, text, minutes, speaker, party)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for (item, place) in agenda.iter().zip(1_u32..) {
        let AgendaItem {
            text,
            minutes,
            speaker,
        } = item;
        let (speaker, party) = match speaker {
            Speaker::Everybody => ("everybody", None),
            Speaker::Coach => ("coach", None),
            Speaker::Party(party) => ("party", Some(party)),
        };
        let values: [&dyn ToColumn; 7] =
            [engagement, meeting, &place, text, minutes, &speaker, &party];
        tx.run(SQL, &values)?;
    }
    Ok(())
}

/// Writes what a meeting is to speak about, in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] when somebody who speaks is not in the
/// engagement.
pub fn set_agenda(
    tx: &Tx<'_>,
    meeting: &MeetingId,
    agenda: &[AgendaItem],
) -> Result<(), StoreError> {
    let engagement = engagement_of(tx, meeting)?;
    tx.run("DELETE FROM agenda_item WHERE meeting = ?1", &[meeting])?;
    insert_agenda(tx, &engagement, meeting, agenda)
}

fn insert_parties(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    meeting: &Meeting,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO meeting_party (engagement, meeting, part, party, place)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    for (part, parties) in [
        ("invited", &meeting.invited),
        ("attended", &meeting.attended),
    ] {
        for (party, place) in parties.iter().zip(1_u32..) {
            tx.run(SQL, &[engagement, &meeting.id, &part, party, &place])?;
        }
    }
    Ok(())
}

pub(crate) fn insert_outcomes(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    meeting: &MeetingId,
    agreed: &[AgreedGoal],
    decisions: &[Decision],
) -> Result<(), StoreError> {
    const AGREED: &str = "INSERT INTO agreed_goal
            (engagement, meeting, place, goal, version, wording, measure)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const DECISION: &str = "INSERT INTO decision (engagement, meeting, place, id, text)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    for (goal, place) in agreed.iter().zip(1_u32..) {
        let AgreedGoal {
            goal,
            version,
            wording,
            measure,
        } = goal;
        tx.run(
            AGREED,
            &[engagement, meeting, &place, goal, version, wording, measure],
        )?;
    }
    for (decision, place) in decisions.iter().zip(1_u32..) {
        let Decision { id, text } = decision;
        tx.run(DECISION, &[engagement, meeting, &place, id, text])?;
    }
    Ok(())
}

/// Changes a meeting's occasion, days, hour, length, place, status, and who is invited and was
/// there; none of its texts and outcomes.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Clash`] when a party stands in a list twice;
/// [`StoreError::Dangling`] when one is not in the engagement.
pub fn update(tx: &Tx<'_>, meeting: &Meeting) -> Result<(), StoreError> {
    const SQL: &str =
        "UPDATE meeting SET kind = ?2, arranged = ?3, day = ?4, at = ?5, minutes = ?6,
            place = ?7, status = ?8
        WHERE id = ?1";
    const CLEAR: &str = "DELETE FROM meeting_party WHERE meeting = ?1";
    let engagement = engagement_of(tx, &meeting.id)?;
    tx.change(
        "meeting",
        SQL,
        &[
            &meeting.id,
            &meeting.kind,
            &meeting.arranged,
            &meeting.on,
            &meeting.at,
            &meeting.minutes,
            &meeting.place,
            &meeting.status,
        ],
    )?;
    tx.run(CLEAR, &[&meeting.id])?;
    insert_parties(tx, &engagement, meeting)
}

/// Writes the coachee's preparation, in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such meeting.
pub fn set_preparation(
    tx: &Tx<'_>,
    meeting: &MeetingId,
    preparation: &Preparation,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE meeting SET good_outcome = ?2, from_my_manager = ?3,
            on_the_table = ?4, off_the_table = ?5, coach_does = ?6
        WHERE id = ?1";
    let Preparation {
        good_outcome,
        from_my_manager,
        on_the_table,
        off_the_table,
        coach_does,
    } = preparation;
    tx.change(
        "meeting",
        SQL,
        &[
            meeting,
            good_outcome,
            from_my_manager,
            on_the_table,
            off_the_table,
            coach_does,
        ],
    )
}

/// Writes what a meeting agreed and decided, in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Clash`] when a goal comes twice or a decision's id exists
/// elsewhere; [`StoreError::Dangling`] when a goal or version is not in the engagement.
pub fn set_outcomes(
    tx: &Tx<'_>,
    meeting: &MeetingId,
    agreed: &[AgreedGoal],
    decisions: &[Decision],
) -> Result<(), StoreError> {
    let engagement = engagement_of(tx, meeting)?;
    tx.run("DELETE FROM agreed_goal WHERE meeting = ?1", &[meeting])?;
    tx.run("DELETE FROM decision WHERE meeting = ?1", &[meeting])?;
    insert_outcomes(tx, &engagement, meeting, agreed, decisions)
}

/// Writes one text of a meeting, in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such meeting; [`StoreError::Text`] when the words cannot
/// be kept as written.
pub fn set_text(
    tx: &Tx<'_>,
    meeting: &MeetingId,
    text: MeetingText,
    words: &str,
) -> Result<(), StoreError> {
    keepable(words)?;
    let sql = match text {
        MeetingText::Reflective => "UPDATE meeting SET reflective = ?2 WHERE id = ?1",
        MeetingText::Debrief => "UPDATE meeting SET debrief = ?2 WHERE id = ?1",
    };
    tx.change("meeting", sql, &[meeting, &words])
}

fn engagement_of(tx: &Tx<'_>, meeting: &MeetingId) -> Result<EngagementId, StoreError> {
    engagement::of_meeting(tx, meeting)?.ok_or(StoreError::Missing { what: "meeting" })
}

/// An engagement's meetings, by day and hour.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Meeting>, StoreError> {
    const MEETINGS: &str = "SELECT id, kind, arranged, day, at, minutes, place, status,
            good_outcome, from_my_manager, on_the_table, off_the_table, coach_does,
            reflective, debrief
        FROM meeting WHERE engagement = ?1 ORDER BY day, at, id";
    const PARTIES: &str = "SELECT meeting, part = 'attended', party FROM meeting_party
        WHERE engagement = ?1 ORDER BY meeting, place";
    const AGENDA: &str = "SELECT meeting, text, minutes, speaker, party FROM agenda_item
        WHERE engagement = ?1 ORDER BY meeting, place";
    const AGREED: &str = "SELECT meeting, goal, version, wording, measure FROM agreed_goal
        WHERE engagement = ?1 ORDER BY meeting, place";
    const DECISIONS: &str = "SELECT meeting, id, text FROM decision
        WHERE engagement = ?1 ORDER BY meeting, place";
    let mut parties = tx.rows_by(PARTIES, &[engagement], |row| {
        let key: (MeetingId, bool) = (row.take()?, row.take::<u8>()? == 1);
        Ok((key, row.take::<PartyId>()?))
    })?;
    let mut agreed = tx.rows_by(AGREED, &[engagement], |row| {
        let meeting: MeetingId = row.take()?;
        let goal = AgreedGoal {
            goal: row.take()?,
            version: row.take()?,
            wording: row.take()?,
            measure: row.take()?,
        };
        Ok((meeting, goal))
    })?;
    let mut agenda = tx.rows_by(AGENDA, &[engagement], |row| {
        let meeting: MeetingId = row.take()?;
        let (text, minutes) = (row.take()?, row.take()?);
        let speaker = match (row.take::<String>()?.as_str(), row.take()?) {
            ("coach", _) => Speaker::Coach,
            (_, Some(party)) => Speaker::Party(party),
            (_, None) => Speaker::Everybody,
        };
        let item = AgendaItem {
            text,
            minutes,
            speaker,
        };
        Ok((meeting, item))
    })?;
    let mut decisions = tx.rows_by(DECISIONS, &[engagement], |row| {
        let meeting: MeetingId = row.take()?;
        let (id, text): (DecisionId, _) = (row.take()?, row.take()?);
        Ok((meeting, Decision { id, text }))
    })?;
    tx.rows(MEETINGS, &[engagement], |row| {
        let id: MeetingId = row.take()?;
        Ok(Meeting {
            invited: parties.of(&(id.clone(), false)),
            attended: parties.of(&(id.clone(), true)),
            agenda: agenda.of(&id),
            agreed: agreed.of(&id),
            decisions: decisions.of(&id),
            id,
            kind: row.take()?,
            arranged: row.take()?,
            on: row.take()?,
            at: row.take()?,
            minutes: row.take()?,
            place: row.take()?,
            status: row.take()?,
            preparation: Preparation {
                good_outcome: row.take()?,
                from_my_manager: row.take()?,
                on_the_table: row.take()?,
                off_the_table: row.take()?,
                coach_does: row.take()?,
            },
            reflective: row.take()?,
            debrief: row.take()?,
        })
    })
}
