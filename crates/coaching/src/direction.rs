//! What a goal serves: the priorities of the sponsor's side and the coachee's purpose, both dated
//! statements that change as well; and what the coachee came to see, thread by thread.

mod refusal;
mod rules;
mod standing;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{GoalId, NoteId, PartyId, PriorityId, ThreadId, TieId};
use crate::record::{Engagement, Noted};
use crate::text::{Text, about, keeping};

pub use refusal::Refusal;
pub use rules::{
    begin_thread, end_priority, end_tie, link, may_end, rename_thread, say_priority, say_purpose,
    take_back_purpose, take_back_wording, tie,
};
pub use standing::{moved_since, purpose, serves, serves_nothing, unserved};

/// What matters to a party on the sponsor's side, in dated wordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// Its id.
    pub id: PriorityId,
    /// Whose.
    pub party: PartyId,
    /// Its wordings, by day; at least one, and no two of one day.
    pub wordings: Vec<PriorityWording>,
    /// The first day on which it was no longer one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Day>,
}

/// One dated wording of a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorityWording {
    /// Since when.
    pub on: Day,
    /// In which words. Never blank.
    #[serde(with = "keeping")]
    pub text: Text<about::Alignment>,
}

impl Priority {
    /// The wording on that day; none before it was said and from the day on which it ended.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&PriorityWording> {
        if self.ended.is_some_and(|ended| ended <= day) {
            return None;
        }
        self.wordings
            .iter()
            .filter(|wording| wording.on <= day)
            .max_by_key(|wording| wording.on)
    }
}

/// What a goal is tied to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum TiedTo {
    /// A priority of the sponsor's side.
    Priority(PriorityId),
    /// A statement of the coachee's purpose: a note on that topic.
    Purpose(NoteId),
}

/// How a goal serves what it is tied to. For the coach's and the coachee's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// The goal.
    pub goal: GoalId,
    /// What it serves.
    pub to: TiedTo,
    /// Since when.
    pub on: Day,
    /// The first day on which it no longer did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// How. May be empty.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::CurrentGoals>,
}

impl Tie {
    /// True from its first day up to, not including, its last.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.on <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The coachee's words about one subject, across sessions: how an understanding grew with no single
/// moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about. Never blank.
    #[serde(with = "keeping")]
    pub subject: Text<about::Insights>,
    /// The insights in it; none twice.
    pub insights: Vec<NoteId>,
}

impl Thread {
    /// Its insights up to that day, oldest first; on one day in the order of their ids.
    #[must_use]
    pub fn up_to<'e>(
        &self,
        engagement: &'e Engagement,
        day: Day,
    ) -> Vec<&'e Noted<about::Insights>> {
        self.among(&by_id(&engagement.insights), day)
    }

    /// As [`Thread::up_to`], where all insights are at hand by their ids.
    pub(crate) fn among<'e>(
        &self,
        insights: &BTreeMap<&'e NoteId, &'e Noted<about::Insights>>,
        day: Day,
    ) -> Vec<&'e Noted<about::Insights>> {
        let linked = self.insights.iter().filter_map(|id| insights.get(id));
        let mut linked: Vec<_> = linked.copied().filter(|note| note.on <= day).collect();
        linked.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        linked
    }
}

/// Insights by their ids.
pub(crate) fn by_id(
    insights: &[Noted<about::Insights>],
) -> BTreeMap<&NoteId, &Noted<about::Insights>> {
    insights.iter().map(|note| (&note.id, note)).collect()
}
