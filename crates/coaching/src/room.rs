//! What may lie open on the table while a three-way meeting is held: only what each of those who are
//! invited may see by themselves. It is made of their views, and of what is written down in the room.

use crate::day::Day;
use crate::ids::{GoalId, MeetingId, PartyId};
use crate::meetings::{AgendaItem, Meeting, baseline};
use crate::record::{Case, Commitment};
use crate::seat::seat;
use crate::view::View;

/// What lies on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The agenda: it was written for those who are there.
    pub agenda: &'a [AgendaItem],
    /// Since when the goals are agreed.
    pub agreed_on: Option<Day>,
    /// The goals that were agreed last.
    pub goals: Vec<GoalOnTheTable<'a>>,
    /// What the last meeting decided.
    pub decided: Vec<&'a str>,
    /// What was promised there, whatever became of it.
    pub promised: Vec<&'a Commitment>,
}

/// A goal in the wording that was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalOnTheTable<'a> {
    /// The goal.
    pub goal: &'a GoalId,
    /// The wording.
    pub wording: &'a str,
    /// How we would know; empty when it was not said.
    pub measure: &'a str,
}

/// What may lie on the table of a meeting on a day; none when the engagement has no such meeting.
#[must_use]
pub fn room<'a>(case: &'a Case, meeting: &MeetingId, on: Day) -> Option<Room<'a>> {
    let e = &case.engagement;
    let meeting = e.meeting(meeting)?;
    let earlier = |other: &&Meeting| (other.on, &other.at) < (meeting.on, &meeting.at);
    let held = e.meetings.iter().filter(|other| other.was_held(on));
    let last = held.filter(earlier).max_by_key(|m| (m.on, &m.at, &m.id));
    let eyes = Eyes::of(case, meeting, on);
    let base = baseline(e, on);
    let goals: Vec<_> = base
        .map(|base| &base.agreed)
        .into_iter()
        .flatten()
        .map(|agreed| GoalOnTheTable {
            goal: &agreed.goal,
            wording: agreed.wording.for_the_coach(),
            measure: agreed.measure.for_the_coach(),
        })
        .filter(|goal| base.is_some_and(|base| eyes.agreed(base.on, goal)))
        .collect();
    let decisions = last.map(|last| last.decisions.iter().map(|d| d.text.for_the_coach()));
    let promised = e.commitments.iter().filter(|promise| {
        promise.made <= on && last.is_some_and(|last| promise.meeting.as_ref() == Some(&last.id))
    });
    Some(Room {
        meeting,
        agenda: &meeting.agenda,
        agreed_on: base.map(|base| base.on).filter(|_| !goals.is_empty()),
        goals,
        decided: decisions
            .into_iter()
            .flatten()
            .filter(|text| last.is_some_and(|last| eyes.decided(&last.id, text)))
            .collect(),
        promised: promised.filter(|p| eyes.promised(case, p)).collect(),
    })
}

/// The views of all who are invited, or were there. With nobody named, nobody knows who will look:
/// nothing may lie there.
struct Eyes(Vec<View>);

impl Eyes {
    fn of(case: &Case, meeting: &Meeting, on: Day) -> Self {
        let there = |party: &&PartyId| !meeting.invited.contains(party);
        let others = meeting.attended.iter().filter(there);
        let all = meeting.invited.iter().chain(others);
        let views: Result<Vec<_>, _> = all.map(|id| seat(case, id, on)).collect();
        Self(views.unwrap_or_default())
    }

    fn all(&self, see: impl FnMut(&View) -> bool) -> bool {
        !self.0.is_empty() && self.0.iter().all(see)
    }

    fn agreed(&self, on: Day, goal: &GoalOnTheTable<'_>) -> bool {
        self.all(|view| {
            let base = view.baselines().iter().filter(|base| *base.on() == on);
            let mut goals = base.flat_map(|base| base.goals());
            goals.any(|seen| {
                let measure = seen.measure().as_ref().map_or("", |line| line.text());
                seen.wording().text() == goal.wording && measure.trim() == goal.measure.trim()
            })
        })
    }

    fn decided(&self, meeting: &MeetingId, text: &str) -> bool {
        self.all(|view| {
            let seen = view.meeting(meeting);
            seen.is_some_and(|seen| seen.decisions().iter().any(|line| line.text() == text))
        })
    }

    fn promised(&self, case: &Case, promise: &Commitment) -> bool {
        let by = case.name_or_coach(promise.by.as_ref());
        let text = promise.text.for_the_coach();
        self.all(|view| {
            let mut seen = view.commitments().iter();
            seen.any(|seen| seen.by() == by && seen.text().text() == text)
        })
    }
}
