//! Goals over time: versions, shifts, and who tells the sponsor (`docs/goals.md`).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{GoalId, GoalVersionId, MeetingId, PartyId, SessionId};
use crate::measures::Levels;
use crate::text::{Text, about, keeping};
use crate::words::{GoalStatus, Prompt, ShiftKind, TellingState};

/// A goal: never overwritten, always at least one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Its versions, by day of effect; two never share a day.
    pub versions: Vec<GoalVersion>,
}

/// One dated wording of a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalVersion {
    /// Its id.
    pub id: GoalVersionId,
    /// The day it took effect.
    pub on: Day,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// The title.
    #[serde(with = "keeping")]
    pub title: Text<about::CurrentGoals>,
    /// In the coachee's own words.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::CurrentGoals>,
    /// Why it matters: its tie to the coachee's purpose.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub why: Text<about::CurrentGoals>,
    /// How we would know.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub measure: Text<about::CurrentGoals>,
    /// The five levels of goal attainment, if they were written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<Levels>,
    /// Its weight, 1 to 4.
    pub weight: u8,
    /// Its place in the order, from 1.
    pub place: u16,
    /// The status that this version gives the goal.
    pub status: GoalStatus,
    /// The session it came out of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The meeting it came out of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// What made it out of the version before; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<Shift>,
    /// What stood here before slips of the pen were corrected, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// What made one version into the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// The kind.
    pub kind: ShiftKind,
    /// What prompted it.
    pub prompt: Prompt,
    /// The reason, in the coachee's words.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub reason: Text<about::CurrentGoals>,
    /// Who raised it; none when it was the coach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_by: Option<PartyId>,
    /// The goals that took its place (replaced: one; split: two or more; merged: one).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub into: Vec<GoalId>,
}

/// The wording before a slip of the pen was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// When it was corrected.
    pub at: DateTime<Utc>,
    /// The title before.
    #[serde(with = "keeping")]
    pub title: Text<about::CurrentGoals>,
    /// The coachee's words before.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::CurrentGoals>,
    /// Why it mattered, before.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub why: Text<about::CurrentGoals>,
    /// How we would know, before.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub measure: Text<about::CurrentGoals>,
}

impl Goal {
    /// The version in effect on that day; none before the goal began.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&GoalVersion> {
        self.versions
            .iter()
            .filter(|version| version.on <= day)
            .max_by_key(|version| version.on)
    }

    /// The versions in effect up to that day, oldest first.
    #[must_use]
    pub fn up_to(&self, day: Day) -> Vec<&GoalVersion> {
        let mut versions: Vec<_> = self.versions.iter().filter(|v| v.on <= day).collect();
        versions.sort_by_key(|version| version.on);
        versions
    }

    /// The version with that id.
    #[must_use]
    pub fn version(&self, id: &GoalVersionId) -> Option<&GoalVersion> {
        self.versions.iter().find(|version| version.id == *id)
    }
}

/// How the telling of one shift to one party goes. Only the coach and the coachee see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// The version that the shift made; for a new goal, its first version.
    pub version: GoalVersionId,
    /// To whom.
    pub party: PartyId,
    /// The steps, oldest first, each kept.
    pub steps: Vec<TellingStep>,
}

/// One dated step of a telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TellingStep {
    /// The day.
    pub on: Day,
    /// The state from then on.
    pub state: TellingState,
    /// The day by which the coachee will tell, with [`TellingState::WillTell`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
}

impl Telling {
    /// The step in force on that day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<TellingStep> {
        self.steps.iter().rev().find(|step| step.on <= day).copied()
    }
}

/// True when a telling may go from one state to another. *Agreed* only comes out of a meeting, and
/// nothing is left to tell after it. From any state the coachee may decide to keep it private, and may
/// change that again; the day by which they will tell may move.
#[must_use]
pub fn may_step(from: TellingState, to: TellingState, at_a_meeting: bool) -> bool {
    match to {
        TellingState::Agreed => at_a_meeting,
        TellingState::NotDiscussed => false,
        TellingState::Private => from != TellingState::Private,
        TellingState::WillTell => from != TellingState::Agreed,
        TellingState::Deciding | TellingState::Told => from != TellingState::Agreed && from != to,
    }
}
