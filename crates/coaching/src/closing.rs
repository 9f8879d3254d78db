//! The end of an engagement: what is agreed to be said about it, and what follows
//! (`docs/closing.md`).

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::FollowUpId;
use crate::text::{Text, about, keeping};

/// How an engagement ends. Why it ended early has no place here: that stays in the coach's notes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ending {
    /// True when it ended before what was contracted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub early: bool,
    /// What was agreed to be said about the end. May be empty.
    #[serde(skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::Engagement>,
}

impl Ending {
    /// True when nothing is said about the end.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// What was arranged for the time after the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Its id.
    pub id: FollowUpId,
    /// When it is due.
    pub due: Day,
    /// When it was done; none while it is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
    /// What came of it; empty until it was done.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::SessionContent>,
}
