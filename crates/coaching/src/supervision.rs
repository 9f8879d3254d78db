//! What the coach takes to supervision: a mark on anything of an engagement, with a line why. For
//! the coach's eyes alone: no view and no document but the coach's own holds a mark.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::MarkId;
use crate::text::{Text, about, keeping};

/// A mark "take to supervision".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToSupervision {
    /// Its id.
    pub id: MarkId,
    /// The day it was made.
    pub on: Day,
    /// What is marked, as [`crate::knows::written`] names it; empty for the engagement as a whole.
    /// What is removed later leaves the mark standing with its line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Why.
    #[serde(with = "keeping")]
    pub why: Text<about::Reflections>,
    /// The day it was taken there; none while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Day>,
}

/// The question for the case sheet that the waiting marks come to: their lines, oldest first.
#[must_use]
pub fn question(marks: &[ToSupervision]) -> String {
    let mut waiting: Vec<&ToSupervision> = marks.iter().filter(|m| m.taken.is_none()).collect();
    waiting.sort_by_key(|mark| (mark.on, &mark.id));
    let lines = waiting.iter().map(|mark| mark.why.for_the_coach().trim());
    lines.collect::<Vec<_>>().join("\n")
}
