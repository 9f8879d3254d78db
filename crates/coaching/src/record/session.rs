//! A session.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::SessionId;
use crate::pace::Counted;
use crate::text::{Text, about, keeping};
use crate::words::SessionStatus;

/// A coaching session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The day it takes or took place.
    pub on: Day,
    /// The hour at which it begins, `HH:MM`. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// How long it is meant to be or was, in minutes, 5 to 600.
    pub minutes: u16,
    /// What happened to it.
    pub status: SessionStatus,
    /// What is counted of it. For the coach's eyes.
    #[serde(default, skip_serializing_if = "Counted::is_plain")]
    pub counted: Counted,
    /// What the coachee sent beforehand.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub preparation: Text<about::SessionContent>,
    /// What the coachee looked back on at the start.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub opening: Text<about::SessionContent>,
    /// The record of the session.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub record: Text<about::SessionContent>,
    /// The coach's reflective note.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub reflective: Text<about::Reflections>,
}
