//! The list of engagements, with what a coach wants to see of each at a glance. It takes a handful
//! of statements however many engagements there are, and reads no note.

use std::collections::HashMap;

use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId, SessionId};
use coaching::words::{EngagementStatus, Language, MeetingKind, Role};

use crate::error::StoreError;
use crate::tx::Tx;

/// One engagement in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngagementRow {
    /// Its id.
    pub id: EngagementId,
    /// Its agreed name.
    pub name: String,
    /// Where it stands.
    pub status: EngagementStatus,
    /// The language of its documents.
    pub language: Language,
    /// The day it began.
    pub began: Day,
    /// The day on which it is planned to end.
    pub planned_end: Option<Day>,
    /// The day it ended.
    pub ended: Option<Day>,
    /// How many sessions are contracted.
    pub planned_sessions: u16,
    /// The coachee's name; empty when there is none yet.
    pub coachee: String,
    /// The sponsors' names, by the day they joined: those in it today, or when it ended.
    pub sponsors: Vec<String>,
    /// The organisation of the coachee, or else of the first sponsor; empty when neither has one.
    pub organisation: String,
    /// How many sessions were held by today.
    pub held: u32,
    /// The day of the last of them.
    pub last_session: Option<Day>,
    /// The first session that is planned for today or later.
    pub next_session: Option<NextSession>,
    /// The first three-way meeting that is planned for today or later.
    pub next_meeting: Option<NextMeeting>,
}

/// The session that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextSession {
    /// Its id.
    pub id: SessionId,
    /// Its day.
    pub on: Day,
    /// The hour at which it begins, `HH:MM`, or empty.
    pub at: String,
}

/// The three-way meeting that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextMeeting {
    /// Its id.
    pub id: MeetingId,
    /// Its day.
    pub on: Day,
    /// The hour at which it begins, `HH:MM`, or empty.
    pub at: String,
    /// The occasion.
    pub kind: MeetingKind,
}

/// All engagements as they look on that day, by the day they began.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn list(tx: &Tx<'_>, today: Day) -> Result<Vec<EngagementRow>, StoreError> {
    const SQL: &str = "SELECT id, name, status, language, began, planned_end, ended,
            planned_sessions
        FROM engagement ORDER BY began, id";
    let mut rows = tx.rows(SQL, &[], |row| {
        Ok(EngagementRow {
            id: row.take()?,
            name: row.take()?,
            status: row.take()?,
            language: row.take()?,
            began: row.take()?,
            planned_end: row.take()?,
            ended: row.take()?,
            planned_sessions: row.take()?,
            coachee: String::new(),
            sponsors: Vec::new(),
            organisation: String::new(),
            held: 0,
            last_session: None,
            next_session: None,
            next_meeting: None,
        })
    })?;
    let places: HashMap<_, _> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| (row.id.clone(), place))
        .collect();
    let mut row = |id: &EngagementId, fill: &mut dyn FnMut(&mut EngagementRow)| {
        if let Some(row) = places.get(id).and_then(|place| rows.get_mut(*place)) {
            fill(row);
        }
    };
    for (id, role, name, organisation) in people(tx, today)? {
        row(&id, &mut |row| {
            if role == Role::Coachee {
                row.coachee.clone_from(&name);
            } else {
                row.sponsors.push(name.clone());
            }
            if row.organisation.is_empty() {
                row.organisation.clone_from(&organisation);
            }
        });
    }
    for (id, held, last) in held(tx, today)? {
        row(&id, &mut |row| {
            row.held = held;
            row.last_session = Some(last);
        });
    }
    for (id, next) in next_sessions(tx, today)? {
        row(&id, &mut |row| {
            row.next_session.get_or_insert_with(|| next.clone());
        });
    }
    for (id, next) in next_meetings(tx, today)? {
        row(&id, &mut |row| {
            row.next_meeting.get_or_insert_with(|| next.clone());
        });
    }
    Ok(rows)
}

type Named = (EngagementId, Role, String, String);

/// Coachees first, then the sponsors who are in it on that day, or were when it ended.
fn people(tx: &Tx<'_>, today: Day) -> Result<Vec<Named>, StoreError> {
    const SQL: &str = "SELECT engagement.id, party.role, person.name,
            coalesce(organisation.name, '')
        FROM party
        JOIN engagement ON engagement.id = party.engagement
        JOIN person ON person.id = party.person
        LEFT JOIN organisation ON organisation.id = person.organisation
        WHERE party.role = 'coachee' OR (party.role = 'sponsor' AND (
            party.left_on IS NULL OR party.left_on > coalesce(engagement.ended, ?1)
            OR party.left_on = engagement.ended))
        ORDER BY party.role = 'sponsor', party.joined, party.id";
    tx.rows(SQL, &[&today], |row| {
        Ok((row.take()?, row.take()?, row.take()?, row.take()?))
    })
}

fn held(tx: &Tx<'_>, today: Day) -> Result<Vec<(EngagementId, u32, Day)>, StoreError> {
    const SQL: &str = "SELECT engagement, count(*), max(day)
        FROM session INDEXED BY session_engagement_day
        WHERE status = 'held' AND day <= ?1 GROUP BY engagement";
    tx.rows(SQL, &[&today], |row| {
        Ok((row.take()?, row.take()?, row.take()?))
    })
}

fn next_sessions(tx: &Tx<'_>, today: Day) -> Result<Vec<(EngagementId, NextSession)>, StoreError> {
    const SQL: &str = "SELECT engagement, id, day, at FROM session
        WHERE status = 'planned' AND day >= ?1 ORDER BY day, at, id";
    tx.rows(SQL, &[&today], |row| {
        let engagement = row.take()?;
        let next = NextSession {
            id: row.take()?,
            on: row.take()?,
            at: row.take()?,
        };
        Ok((engagement, next))
    })
}

fn next_meetings(tx: &Tx<'_>, today: Day) -> Result<Vec<(EngagementId, NextMeeting)>, StoreError> {
    const SQL: &str = "SELECT engagement, id, day, at, kind FROM meeting
        WHERE status = 'planned' AND day >= ?1 ORDER BY day, at, id";
    tx.rows(SQL, &[&today], |row| {
        let engagement = row.take()?;
        let next = NextMeeting {
            id: row.take()?,
            on: row.take()?,
            at: row.take()?,
            kind: row.take()?,
        };
        Ok((engagement, next))
    })
}
