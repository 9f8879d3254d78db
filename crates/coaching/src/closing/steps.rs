//! What the end of an engagement asks for, and how far each of it has come: for the coach's eyes.

use super::{Clocks, Keeps, clocks, has_ended};
use crate::day::Day;
use crate::drift::{DriftKind, waiting};
use crate::goals::{Goal, GoalVersion, TellingStep};
use crate::ids::{GoalId, GoalVersionId, PartyId};
use crate::ledger::{Disclosed, Disclosure};
use crate::order::going_on;
use crate::record::{Audience, Commitment, Engagement};
use crate::words::{
    CommitmentStatus, DocumentKind, MeetingKind, MeetingStatus, SessionStatus, StepOf, StepState,
};

/// How many days before the end a measure or a session counts as a last one.
const LAST: i64 = 30;

/// The end of an engagement, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing<'a> {
    /// The steps, in the order in which they are gone through.
    pub steps: Vec<Step>,
    /// The shifts that somebody on the sponsor's side does not know of. Whether they hear of them is
    /// the coachee's to say.
    pub untold: Vec<Untold<'a>>,
    /// The promises that are open.
    pub promises: Vec<&'a Commitment>,
    /// The goals that go on.
    pub remaining: Vec<Remaining<'a>>,
    /// The summary of each on the sponsor's side, and then the coachee's.
    pub summaries: Vec<SummaryOf<'a>>,
    /// The minutes of all sessions that were held.
    pub minutes_held: u32,
    /// The clocks of retention, once it has ended.
    pub clocks: Option<Clocks>,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub what: StepOf,
    /// How far it has come.
    pub state: StepState,
    /// The day on which it was done, or for which it is planned.
    pub on: Option<Day>,
    /// How many there are: goals scored, shifts untold, summaries handed over.
    pub count: u32,
    /// Of how many.
    pub of: u32,
}

/// A shift that a party does not know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untold<'a> {
    /// The goal.
    pub goal: &'a GoalId,
    /// As it stands.
    pub now: &'a GoalVersion,
    /// What became of it.
    pub drift: DriftKind,
    /// The version to be told of.
    pub version: GoalVersionId,
    /// Who does not know of it.
    pub party: PartyId,
    /// The latest step of its telling.
    pub step: Option<TellingStep>,
}

/// A goal that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining<'a> {
    /// The goal.
    pub goal: &'a Goal,
    /// As it stands.
    pub now: &'a GoalVersion,
}

/// How far a summary for a party has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SummaryOf<'a> {
    /// For whom.
    pub party: &'a PartyId,
    /// When it was last approved. Whether that is of what it says now is for whoever makes it to tell.
    pub approved: Option<Day>,
    /// When it was last handed over.
    pub handed_over: Option<Day>,
}

/// Everything that the end of an engagement asks for, as of a day.
#[must_use]
pub fn steps(engagement: &Engagement, keeps: Keeps, on: Day) -> Closing<'_> {
    let end = End::of(engagement, on);
    let untold = end.untold();
    let promises: Vec<_> = engagement
        .commitments
        .iter()
        .filter(|each| each.made <= on && each.status_on(on) == CommitmentStatus::Open)
        .collect();
    let remaining = end.remaining();
    let summaries = end.summaries();
    let minutes_held = end.held().map(|session| u32::from(session.minutes)).sum();
    let clocks = clocks(engagement, keeps, on);
    let stands = |what, on, count| step(what, StepState::Stands, on, count, 0);
    let to_do = |what, open: usize| {
        let state = if open == 0 {
            StepState::Done
        } else {
            StepState::Open
        };
        step(what, state, None, count(open), 0)
    };
    let (theirs, coachees) = summaries.split_at(summaries.len() - usize::from(end.has_coachee()));
    let mut steps = vec![end.closing_session(), end.final_meeting()];
    steps.extend(end.last_measures(&remaining));
    steps.extend([
        to_do(StepOf::OpenShifts, untold.len()),
        to_do(StepOf::OpenPromises, promises.len()),
        stands(StepOf::WhatRemains, None, count(remaining.len())),
        end.the_end(),
        handed_over(StepOf::SponsorsSummary, theirs),
        handed_over(StepOf::CoacheesSummary, coachees),
        end.own_summary(),
        end.follow_ups(),
        stands(StepOf::Hours, None, count(end.held().count())),
        end.story(),
        stands(StepOf::Retention, clocks.map(|clocks| clocks.reflective), 0),
    ]);
    Closing {
        steps,
        untold,
        promises,
        remaining,
        summaries,
        minutes_held,
        clocks,
    }
}

fn step(what: StepOf, state: StepState, on: Option<Day>, count: u32, of: u32) -> Step {
    Step {
        what,
        state,
        on,
        count,
        of,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn handed_over(what: StepOf, summaries: &[SummaryOf]) -> Step {
    let days = || summaries.iter().filter_map(|each| each.handed_over);
    let (done, all) = (days().count(), summaries.len());
    let state = match all {
        0 => StepState::NotNeeded,
        all if all == done => StepState::Done,
        _ => StepState::Open,
    };
    step(what, state, days().max(), count(done), count(all))
}

/// An engagement that ends, on one day.
struct End<'a> {
    e: &'a Engagement,
    on: Day,
    /// The day of the end if that has come, else the day itself.
    ends: Day,
    /// It ended early: what could not be done any more is not called for.
    early: bool,
}

impl<'a> End<'a> {
    fn of(e: &'a Engagement, on: Day) -> Self {
        let ended = has_ended(e, on);
        Self {
            e,
            on,
            ends: ended.unwrap_or(on),
            early: ended.is_some() && e.ending.early,
        }
    }

    /// In the last days before the end, or since.
    fn is_last(&self, day: Day) -> bool {
        day <= self.on && self.ends.days_since(day) <= LAST
    }

    fn has_coachee(&self) -> bool {
        self.e.coachee().is_some()
    }

    /// Open, or not called for any more.
    fn open(&self, what: StepOf, planned: Option<Day>) -> Step {
        let state = match planned {
            None if self.early => StepState::NotNeeded,
            _ => StepState::Open,
        };
        step(what, state, planned, 0, 0)
    }

    fn held(&self) -> impl Iterator<Item = &'a crate::record::Session> {
        let sessions = self.e.sessions.iter();
        sessions.filter(|s| s.status == SessionStatus::Held && s.on <= self.on)
    }

    /// The last session, with none planned after it. Where there was never one, there is none to close
    /// with.
    fn closing_session(&self) -> Step {
        let what = StepOf::ClosingSession;
        let sessions = self.e.sessions.iter();
        let planned = sessions.filter(|s| s.status == SessionStatus::Planned && s.on >= self.on);
        let planned = planned.map(|session| session.on).max();
        let last = self.held().map(|session| session.on).max();
        match (planned, last) {
            (None, None) => step(what, StepState::NotNeeded, None, 0, 0),
            (None, Some(last)) if self.is_last(last) => {
                step(what, StepState::Done, Some(last), 1, 0)
            }
            _ => self.open(what, planned),
        }
    }

    /// The last three-way meeting of the kind *closing*; not called for where there is nobody on the
    /// sponsor's side.
    fn final_meeting(&self) -> Step {
        let what = StepOf::FinalMeeting;
        let closing = || {
            let meetings = self.e.meetings.iter();
            meetings.filter(|meeting| meeting.kind == MeetingKind::Closing)
        };
        let held = closing().filter(|meeting| meeting.was_held(self.on));
        if let Some(on) = held.map(|meeting| meeting.on).max() {
            return step(what, StepState::Done, Some(on), 1, 0);
        }
        let planned = closing().filter(|meeting| meeting.status == MeetingStatus::Planned);
        let planned = planned.map(|meeting| meeting.on).max();
        if self.sponsors_side().next().is_none() {
            return step(what, StepState::NotNeeded, planned, 0, 0);
        }
        self.open(what, planned)
    }

    fn sponsors_side(&self) -> impl Iterator<Item = &'a PartyId> {
        let parties = self.e.parties.iter();
        parties
            .filter(|party| party.role.on_the_sponsors_side() && party.is_in(self.ends))
            .map(|party| &party.id)
    }

    /// Whatever was measured before is measured once more, where a goal goes on.
    fn last_measures(&self, remaining: &[Remaining]) -> [Step; 3] {
        let e = self.e;
        let scored = |goal: &GoalId| {
            let mut scores = e.scores.iter();
            scores.any(|score| score.goal == *goal && self.is_last(score.on))
        };
        let rated = |goal: &GoalId| {
            let mut ratings = e.self_ratings.iter();
            ratings.any(|rating| rating.goal == *goal && self.is_last(rating.on))
        };
        let with_levels = remaining.iter().filter(|each| {
            let levels = each.now.levels.as_ref();
            levels.is_some_and(|levels| levels.on <= self.on)
        });
        let opened = e.rounds.iter().filter(|round| round.on <= self.on);
        let closed = opened
            .clone()
            .filter_map(|round| round.closed)
            .filter(|closed| self.is_last(*closed))
            .max();
        let round = match (opened.count(), closed) {
            (0, _) => step(StepOf::LastRound, StepState::NotNeeded, None, 0, 0),
            (_, Some(closed)) => step(StepOf::LastRound, StepState::Done, Some(closed), 1, 0),
            (_, None) => self.open(StepOf::LastRound, None),
        };
        [
            self.measured(
                StepOf::LastScores,
                with_levels.map(|each| &each.goal.id),
                scored,
            ),
            self.measured(
                StepOf::LastRatings,
                remaining.iter().map(|each| &each.goal.id),
                rated,
            ),
            round,
        ]
    }

    fn measured<'g>(
        &self,
        what: StepOf,
        goals: impl Iterator<Item = &'g GoalId>,
        is_measured: impl Fn(&GoalId) -> bool,
    ) -> Step {
        let goals: Vec<_> = goals.collect();
        let done = goals.iter().filter(|goal| is_measured(goal)).count();
        let state = match goals.len() {
            0 => StepState::NotNeeded,
            all if all == done => StepState::Done,
            _ => self.open(what, None).state,
        };
        step(what, state, None, count(done), count(goals.len()))
    }

    /// Nothing has to be told: this says whose it is to tell.
    fn untold(&self) -> Vec<Untold<'a>> {
        let waiting = waiting(self.e, self.on).into_iter();
        waiting
            .map(|(row, telling)| Untold {
                goal: &row.goal.id,
                now: row.now,
                drift: row.kind,
                version: telling.version,
                party: telling.party,
                step: telling.step,
            })
            .collect()
    }

    fn remaining(&self) -> Vec<Remaining<'a>> {
        going_on(self.e, self.on)
            .into_iter()
            .map(|(goal, now)| Remaining { goal, now })
            .collect()
    }

    fn the_end(&self) -> Step {
        match has_ended(self.e, self.on) {
            Some(ended) => step(StepOf::TheEnd, StepState::Done, Some(ended), 0, 0),
            None => {
                let planned = self.e.ended.or(self.e.planned_end);
                step(StepOf::TheEnd, StepState::Open, planned, 0, 0)
            }
        }
    }

    fn summaries(&self) -> Vec<SummaryOf<'a>> {
        let readers = self.sponsors_side();
        let readers = readers.chain(self.e.coachee().map(|coachee| &coachee.id));
        readers.map(|party| self.summary(party)).collect()
    }

    fn summary(&self, party: &'a PartyId) -> SummaryOf<'a> {
        let approvals = self.e.approvals.iter().filter(|approval| {
            approval.document == DocumentKind::Summary
                && approval.party.as_ref() == Some(party)
                && approval.on <= self.on
        });
        let is_summary = |entry: &&Disclosure| {
            let kind = DocumentKind::Summary;
            matches!(entry.what, Disclosed::Document { kind: is, .. } if is == kind)
        };
        let entries = self.e.ledger.iter().filter(is_summary);
        let entries = entries.filter(|e| e.to.as_ref() == Some(party) && e.on <= self.on);
        SummaryOf {
            party,
            approved: approvals.map(|approval| approval.on).max(),
            handed_over: entries.map(|entry| entry.on).max(),
        }
    }

    /// Written for the end: what was written long before it looks back on something else.
    fn own_summary(&self) -> Step {
        let what = StepOf::CoachsSummary;
        match self.e.own_summary.filter(|day| self.is_last(*day)) {
            Some(day) => step(what, StepState::Done, Some(day), 0, 0),
            None => step(what, StepState::Open, None, 0, 0),
        }
    }

    /// Arranged with one at least. After an early end nobody has to meet again.
    fn follow_ups(&self) -> Step {
        let all = &self.e.follow_ups;
        let to_come = all.iter().filter(|each| each.done.is_none());
        let next = to_come.map(|each| each.due).min();
        let done = all.iter().filter(|each| each.done.is_some()).count();
        let state = match all.len() {
            0 => self.open(StepOf::FollowUps, None).state,
            _ => StepState::Done,
        };
        step(
            StepOf::FollowUps,
            state,
            next,
            count(done),
            count(all.len()),
        )
    }

    /// Asking is the coach's, and a no needs no record: only what was released is said.
    fn story(&self) -> Step {
        let live = self.e.releases.iter();
        let live = live.filter(|r| r.audience == Audience::Public && r.counts(self.on));
        let given = live.clone().map(|release| release.given).max();
        let state = match given {
            Some(_) => StepState::Done,
            None => StepState::Stands,
        };
        step(StepOf::Story, state, given, count(live.count()), 0)
    }
}
