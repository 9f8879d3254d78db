//! The lines of one engagement.

use super::{About, Line};
use crate::closing::{has_ended, steps};
use crate::day::Day;
use crate::drift;
use crate::record::{Case, Engagement, Party};
use crate::words::{CommitmentStatus, EngagementStatus, MeetingStatus, Role, SessionStatus};

/// How far ahead what has a day is shown, in days.
mod ahead {
    pub const SESSIONS: i64 = 7;
    pub const MEETINGS: i64 = 21;
    pub const COMMITMENTS: i64 = 7;
    pub const EXPERIMENTS: i64 = 7;
    pub const TELLINGS: i64 = 7;
    pub const FOLLOW_UPS: i64 = 14;
    pub const ENDS: i64 = 30;
}

/// How long after the end a missing summary is asked for, in days.
const SUMMARIES: i64 = 30;

/// Everything in an engagement that asks for the coach today, in no order.
#[must_use]
pub fn gather(case: &Case, today: Day) -> Vec<Line<'_>> {
    let of = Of {
        case,
        e: &case.engagement,
        today,
    };
    let ended = has_ended(of.e, today);
    let mut lines = of.sessions();
    lines.extend(of.meetings());
    lines.extend(of.withheld());
    lines.extend(of.commitments());
    match ended {
        Some(end) => {
            lines.extend(of.follow_ups());
            lines.extend(of.summaries(end));
        }
        None => {
            lines.extend(of.tellings());
            lines.extend(of.assent());
            lines.extend(of.experiments());
            lines.extend(of.ends());
            lines.extend(of.nothing_planned());
        }
    }
    lines
}

struct Of<'a> {
    case: &'a Case,
    e: &'a Engagement,
    today: Day,
}

impl<'a> Of<'a> {
    fn dated(&self, about: About<'a>, on: Day) -> Line<'a> {
        Line::dated(Some(&self.e.id), about, on, self.today)
    }

    fn waiting(&self, about: About<'a>, since: Option<Day>) -> Line<'a> {
        Line::waiting(Some(&self.e.id), about, since)
    }

    fn within(&self, on: Day, days: i64) -> bool {
        on.days_since(self.today) <= days
    }

    fn sessions(&self) -> Vec<Line<'a>> {
        let planned = self.e.sessions.iter();
        let planned = planned.filter(|session| session.status == SessionStatus::Planned);
        planned
            .filter(|session| self.within(session.on, ahead::SESSIONS))
            .map(|session| {
                let about = if session.on < self.today {
                    About::OpenSession(session)
                } else {
                    About::Session(session)
                };
                self.dated(about, session.on)
            })
            .collect()
    }

    fn meetings(&self) -> Vec<Line<'a>> {
        let planned = self.e.meetings.iter();
        let planned = planned.filter(|meeting| meeting.status == MeetingStatus::Planned);
        planned
            .filter(|meeting| self.within(meeting.on, ahead::MEETINGS))
            .map(|meeting| {
                let about = if meeting.on < self.today {
                    About::OpenMeeting(meeting)
                } else {
                    About::Meeting(meeting)
                };
                self.dated(about, meeting.on)
            })
            .collect()
    }

    /// A shift with a day by which the coachee means to tell stands on that day, and before it only when
    /// the day is near; one without a day waits.
    fn tellings(&self) -> Vec<Line<'a>> {
        let waiting = drift::waiting(self.e, self.today).into_iter();
        waiting
            .filter_map(|(row, telling)| {
                let by = telling.step.and_then(|step| step.by);
                let since = row.since;
                let about = About::Telling(Box::new(row), telling);
                match by {
                    Some(by) if !self.within(by, ahead::TELLINGS) => None,
                    Some(by) => Some(self.dated(about, by)),
                    None => Some(self.waiting(about, since)),
                }
            })
            .collect()
    }

    fn withheld(&self) -> Vec<Line<'a>> {
        let contacts = self.e.sponsor_contacts.iter();
        contacts
            .filter(|contact| contact.on <= self.today && contact.is_withheld(self.today))
            .map(|contact| self.waiting(About::Withheld(contact), Some(contact.on)))
            .collect()
    }

    /// The newest agreement, if the coachee or somebody on the sponsor's side has not assented; or that
    /// there is none.
    fn assent(&self) -> Option<Line<'a>> {
        if matches!(
            self.e.status,
            EngagementStatus::Enquiry | EngagementStatus::Chemistry
        ) {
            return None;
        }
        let agreements = self.e.agreements.iter();
        let Some(agreement) = agreements.max_by_key(|agreement| agreement.effective) else {
            let began = self.e.began <= self.today;
            return began.then(|| self.waiting(About::NoAgreement, Some(self.e.began)));
        };
        let lacks = |party: &Party| {
            let mut assents = agreement.assents.iter();
            assents.all(|assent| assent.party != party.id)
        };
        let parties = self.e.parties.iter();
        let missing: Vec<_> = parties
            .filter(|party| party.left.is_none_or(|left| self.today < left))
            .filter(|party| party.role == Role::Coachee || party.role.on_the_sponsors_side())
            .filter(|party| lacks(party))
            .collect();
        if missing.is_empty() {
            return None;
        }
        let about = About::Assent {
            agreement,
            // That the coachee has left brings nothing into force.
            draft: self.e.coachee().is_some_and(lacks),
            missing: missing.into_iter().map(|party| &party.id).collect(),
        };
        let since = agreement.drafted.unwrap_or(agreement.effective);
        Some(self.waiting(about, Some(since.min(self.today))))
    }

    fn commitments(&self) -> Vec<Line<'a>> {
        let open = self.e.commitments.iter();
        open.filter(|each| each.status_on(self.today) == CommitmentStatus::Open)
            .filter_map(|each| each.due.map(|due| (each, due)))
            .filter(|(_, due)| self.within(*due, ahead::COMMITMENTS))
            .map(|(each, due)| self.dated(About::Commitment(each), due))
            .collect()
    }

    fn experiments(&self) -> Vec<Line<'a>> {
        let worked_on = self
            .e
            .clashes
            .iter()
            .filter(|clash| clash.outcome.is_none());
        let tried = worked_on.flat_map(|clash| clash.experiments.iter().map(move |x| (clash, x)));
        tried
            .filter(|(_, experiment)| experiment.judged.is_none())
            .filter_map(|(clash, experiment)| {
                let on = experiment.judge_on?;
                self.within(on, ahead::EXPERIMENTS)
                    .then(|| self.dated(About::Experiment(clash, experiment), on))
            })
            .collect()
    }

    fn follow_ups(&self) -> Vec<Line<'a>> {
        let open = self.e.follow_ups.iter().filter(|each| each.done.is_none());
        open.filter(|each| self.within(each.due, ahead::FOLLOW_UPS))
            .map(|each| self.dated(About::FollowUp(each), each.due))
            .collect()
    }

    fn summaries(&self, end: Day) -> Option<Line<'a>> {
        let lacks = steps(self.e, self.case.keeps, self.today)
            .summaries
            .iter()
            .any(|summary| summary.handed_over.is_none());
        (lacks && self.today.days_since(end) <= SUMMARIES)
            .then(|| self.waiting(About::Summaries, Some(end)))
    }

    fn ends(&self) -> Option<Line<'a>> {
        let end = self.e.ended.or(self.e.planned_end)?;
        self.within(end, ahead::ENDS)
            .then(|| self.dated(About::Ends, end))
    }

    /// Since the last that took place, or the beginning.
    fn nothing_planned(&self) -> Option<Line<'a>> {
        let goes_on = matches!(
            self.e.status,
            EngagementStatus::Contracting | EngagementStatus::Active | EngagementStatus::Closing
        );
        let sessions = || self.e.sessions.iter();
        let meetings = || self.e.meetings.iter();
        let planned = sessions().any(|session| session.status == SessionStatus::Planned)
            || meetings().any(|meeting| meeting.status == MeetingStatus::Planned);
        if !goes_on || planned || self.e.began > self.today {
            return None;
        }
        let held = sessions().filter(|session| session.status == SessionStatus::Held);
        let met = meetings().filter(|meeting| meeting.status == MeetingStatus::Held);
        let last = held
            .map(|session| session.on)
            .chain(met.map(|meeting| meeting.on));
        let last = last.filter(|on| *on <= self.today).max();
        Some(self.waiting(About::NothingPlanned, last.or(Some(self.e.began))))
    }
}
