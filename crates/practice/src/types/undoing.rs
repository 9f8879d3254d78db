//! What was changed today, and what was removed.
#![allow(missing_docs, reason = "the words are those of the desk's changes")]

use coaching::day::Day;
use coaching::ids::EngagementId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

changes! {
    /// A change is undone, or done again; none stands for the last one.
    pub struct TurnChange {
        #[serde(default)]
        pub change: Option<u32>,
    }
}

/// Today's changes and what was removed, the latest first.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ChangesPage {
    pub today: Vec<ChangeCard>,
    pub removed: Vec<ChangeCard>,
    /// The change that undoing would take back next.
    pub undo: Option<u32>,
    /// The change that would be done again, while nothing was changed since it was undone.
    pub redo: Option<u32>,
}

/// One change.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ChangeCard {
    pub number: u32,
    /// What the desk calls it, like `shift goal`.
    pub name: String,
    pub day: Day,
    /// The hour, `HH:MM`.
    pub at: String,
    pub engagement: Option<EngagementId>,
    pub engagement_name: String,
    /// A few words of what it was about; may be empty.
    pub about: String,
    pub undone: bool,
    /// It reached the ledger, and stays.
    pub fixed: bool,
}
