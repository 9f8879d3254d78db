//! A session: prepare, notes, close.

use coaching::agreement::in_force;
use coaching::day::Day;
use coaching::pace::{contracted, next_after, rhythm_of};
use coaching::record::{Case, Engagement, Noted, Session};
use coaching::slot::Slot;
use coaching::text::Tag;
use coaching::words::{CommitmentStatus, MeetingStatus, Role, Rule, SessionStatus, Topic};

use super::cards::{Shown, words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskSession, CountedCard, Growing, LineChairs, NoteCard, PaceCard, Remembered, SessionBefore,
    SessionPage,
};

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
            let mut page = page(case, session, now.today);
            let slot = Slot {
                on: session.on,
                at: &session.at,
                minutes: session.minutes,
            };
            page.odd = self.odd(&slot, &self.hours_near(session.on, Some(&session.id))?);
            if let Some(stop) = next_after(&case.engagement, session.on, now.today) {
                let length = case.engagement.session_minutes;
                page.next = Some(self.stop_card(case, stop, &session.at, length, 0)?);
            }
            Ok(page)
        })
    }
}

fn page(case: &Case, session: &Session, today: Day) -> SessionPage {
    let e = &case.engagement;
    let shown = Shown::new(case, today);
    let coachee = e.coachee().map(|coachee| &coachee.id);
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
        counted: CountedCard {
            planned_minutes: session.counted.planned_minutes,
            late: session.counted.late,
            pro_bono: session.counted.pro_bono,
            group_of: session.counted.group_of,
        },
        odd: Vec::new(),
        pace: pace(e, today),
        next: None,
        line_chairs: LineChairs {
            insight: shown.chairs(Topic::Insights, coachee),
            practice: shown.chairs(Topic::Practices, coachee),
            commitment: shown.chairs(Topic::Commitments, coachee),
            shift: shown.chairs(Topic::CurrentGoals, None),
            theme: shown.chairs(Topic::Themes, None),
        },
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
        growing: growing(&shown, on),
        remembered: remembered(e, on),
        drift: shown.drift(),
    }
}

/// The pace of an engagement on a day.
pub(super) fn pace(e: &Engagement, on: Day) -> PaceCard {
    PaceCard {
        agreed: e.pace.rhythm,
        rhythm: rhythm_of(e, on),
        contracted: contracted(e, on),
    }
}

/// The threads that hold more than one insight, those that grew last first.
fn growing(shown: &Shown<'_>, on: Day) -> Vec<Growing> {
    let e = &shown.case.engagement;
    let mut growing: Vec<_> = e
        .threads
        .iter()
        .filter_map(|thread| {
            let insights = thread.up_to(e, on);
            let latest = insights.last()?;
            (insights.len() > 1).then(|| Growing {
                thread: thread.id.clone(),
                subject: words(&thread.subject),
                insights: u32::try_from(insights.len()).unwrap_or(u32::MAX),
                latest_on: latest.on,
                latest: words(&latest.text),
                chairs: shown.chairs(Topic::Insights, latest.said_by.as_ref()),
            })
        })
        .collect();
    growing.sort_by(|a, b| (b.latest_on, &a.thread).cmp(&(a.latest_on, &b.thread)));
    growing.truncate(3);
    growing
}

/// What may be said to a sponsor, by the agreement in force.
fn remembered(e: &Engagement, on: Day) -> Option<Remembered> {
    let agreement = in_force(e, on)?;
    let since = agreement.in_force_from(&e.coachee()?.id)?;
    let under = |rule: Rule| {
        let topics = Topic::ALL.iter().copied();
        let under = topics.filter(|topic| agreement.rule(*topic, Role::Sponsor) == rule);
        under.collect()
    };
    Some(Remembered {
        since,
        shared: under(Rule::Shared),
        with_consent: under(Rule::WithConsent),
        coachee_shares: under(Rule::CoacheeShares),
        additions: words(&agreement.additions),
    })
}

/// The latest notes from before the day, newest first.
fn earlier<T: Tag>(shown: &Shown<'_>, notes: &[Noted<T>], most: usize) -> Vec<NoteCard> {
    let mut notes: Vec<_> = notes.iter().filter(|note| note.on < shown.on).collect();
    notes.sort_by(|a, b| (b.on, &a.id).cmp(&(a.on, &b.id)));
    let latest = notes.into_iter().take(most);
    latest.map(|note| shown.note(note)).collect()
}
