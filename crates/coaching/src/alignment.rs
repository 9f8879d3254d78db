//! Alignment with stakeholders: what parties seem to believe, and where sides pull apart
//! (`docs/alignment.md`). All of it stays between coach and coachee, whatever an agreement opens.

mod standing;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{BeliefId, ClashId, ExperimentId, GoalId, PartyId, QuestionId};
use crate::text::{Text, about, keeping};
use crate::words::ClashEnd;

pub use standing::{positions, pull};

/// What a party seems to hold to be true about how to lead. Said by nobody: it is how coach and
/// coachee see them, so it never counts as the party's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Belief {
    /// Its id.
    pub id: BeliefId,
    /// Who seems to believe it.
    pub party: PartyId,
    /// Since when it is seen so.
    pub on: Day,
    /// The belief. Never blank.
    #[serde(with = "keeping")]
    pub text: Text<about::Alignment>,
}

/// Where sides pull apart, and how it is worked on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// Its id.
    pub id: ClashId,
    /// The day it was seen.
    pub on: Day,
    /// What it is about. Never blank.
    #[serde(with = "keeping")]
    pub title: Text<about::Alignment>,
    /// The goal that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// What each side wants and fears; nobody twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<Side>,
    /// What both sides want.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub shared_objective: Text<about::Alignment>,
    /// What is not negotiable.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub not_negotiable: Text<about::Alignment>,
    /// The evidence to bring.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub evidence: Text<about::Alignment>,
    /// What is tried, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub experiments: Vec<Experiment>,
    /// How it ended; none while it is worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ClashOutcome>,
}

/// One side of a clash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Whose side.
    pub party: PartyId,
    /// What they want.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub wants: Text<about::Alignment>,
    /// What they fear.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub fears: Text<about::Alignment>,
}

/// Something small that is tried, so that both sides can judge it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// Its id.
    pub id: ExperimentId,
    /// The day it was begun or arranged.
    pub on: Day,
    /// What is tried. Never blank.
    #[serde(with = "keeping")]
    pub text: Text<about::Alignment>,
    /// The day on which both sides judge it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judge_on: Option<Day>,
    /// The day on which it was judged; none while it is tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<Day>,
    /// What came of it; empty until it was judged.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub came_of: Text<about::Alignment>,
}

/// How a clash ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClashOutcome {
    /// In which way.
    pub end: ClashEnd,
    /// When.
    pub on: Day,
    /// In words. May be empty.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::Alignment>,
}

/// A question of the coach's own, to think with about any clash. It belongs to no engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The question. Never blank.
    pub text: String,
}
