//! A session: prepare, notes, close.

use coaching::day::Day;
use coaching::record::{Case, Noted, Session};
use coaching::text::Tag;
use coaching::words::{CommitmentStatus, MeetingStatus, SessionStatus, Topic};

use super::cards::{Shown, words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AskSession, NoteCard, SessionBefore, SessionPage};

impl Desk {
    /// One session.
    ///
    /// # Errors
    /// When it is not there.
    pub fn session(&self, ask: AskSession) -> Result<SessionPage, Failure> {
        let engagement = self.engagement_of_session(&ask.session)?;
        self.read_case(&engagement, |case, now| {
            let session = case
                .engagement
                .session(&ask.session)
                .ok_or_else(|| Failure::missing("session"))?;
            Ok(page(case, session, now.today))
        })
    }
}

fn page(case: &Case, session: &Session, today: Day) -> SessionPage {
    let e = &case.engagement;
    let shown = Shown::new(case, today);
    SessionPage {
        id: session.id.clone(),
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: e
            .coachee()
            .map_or(String::new(), |coachee| case.name(&coachee.id).to_owned()),
        number: shown.number(&session.id),
        on: session.on,
        at: session.at.clone(),
        minutes: session.minutes,
        status: session.status,
        preparation: words(&session.preparation),
        opening: words(&session.opening),
        record: words(&session.record),
        reflective: words(&session.reflective),
        record_chairs: shown.chairs(Topic::SessionContent, None),
        reflective_chairs: shown.chairs(Topic::Reflections, None),
        notes: shown
            .notes()
            .into_iter()
            .filter(|note| note.session.as_ref() == Some(&session.id))
            .rev()
            .collect(),
        commitments: e
            .commitments
            .iter()
            .filter(|commitment| commitment.session.as_ref() == Some(&session.id))
            .map(|commitment| shown.commitment(commitment))
            .collect(),
        before: before(case, session),
        parties: shown.parties(),
        goals: shown.goals(),
    }
}

/// What there was to look back on when the session began.
fn before(case: &Case, session: &Session) -> SessionBefore {
    let e = &case.engagement;
    let on = session.on;
    let shown = Shown::new(case, on);
    let last = e
        .sessions
        .iter()
        .filter(|other| other.status == SessionStatus::Held && other.id != session.id)
        .filter(|other| (other.on, &other.at) < (on, &session.at))
        .max_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)));
    let next_meeting = e
        .meetings
        .iter()
        .filter(|meeting| meeting.status == MeetingStatus::Planned && meeting.on >= on)
        .min_by_key(|meeting| meeting.on);
    SessionBefore {
        last_opening: last.map_or(String::new(), |last| words(&last.opening)),
        last_record: last.map_or(String::new(), |last| words(&last.record)),
        days_since: last.map(|last| on.days_since(last.on)),
        last: last.map(|last| shown.session(last)),
        days_until_meeting: next_meeting.map(|meeting| meeting.on.days_since(on)),
        next_meeting: next_meeting.map(|meeting| shown.meeting(meeting)),
        open_commitments: e
            .commitments
            .iter()
            .filter(|commitment| commitment.made < on)
            .filter(|commitment| commitment.status_on(on) == CommitmentStatus::Open)
            .map(|commitment| shown.commitment(commitment))
            .collect(),
        practices: earlier(&shown, &e.practices, 3),
        insights: earlier(&shown, &e.insights, 5),
        drift: shown.drift(),
    }
}

/// The latest notes from before the day, newest first.
fn earlier<T: Tag>(shown: &Shown<'_>, notes: &[Noted<T>], most: usize) -> Vec<NoteCard> {
    let mut notes: Vec<_> = notes.iter().filter(|note| note.on < shown.on).collect();
    notes.sort_by(|a, b| (b.on, &a.id).cmp(&(a.on, &b.id)));
    let latest = notes.into_iter().take(most);
    latest.map(|note| shown.note(note)).collect()
}
