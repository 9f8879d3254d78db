//! Where parties stand.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{GoalId, PartyId, PositionId};
use crate::text::{Text, about, keeping};
use crate::words::Stance;

/// Where a party stands on a goal, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// Whose.
    pub party: PartyId,
    /// On which goal.
    pub goal: GoalId,
    /// Since when.
    pub on: Day,
    /// Where they stand.
    pub stance: Stance,
    /// In their words, or as the coach understood it.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::Alignment>,
}
