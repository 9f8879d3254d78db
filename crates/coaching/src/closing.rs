//! The end of an engagement: what is agreed to be said about it, and what follows
//! (`docs/closing.md`).

mod steps;

use chrono::Months;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::FollowUpId;
use crate::record::Engagement;
use crate::text::{Text, about, keeping};
use crate::words::SessionStatus;

pub use steps::{Closing, Remaining, Step, SummaryOf, Untold, steps};

/// How an engagement ends. Why it ended early has no place here: that stays in the coach's notes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ending {
    /// True when it ended before what was contracted. For the coach's eyes: it stands in no view.
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

/// For how long the coach keeps what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Keeps {
    /// The reflective notes, in months after the end.
    pub reflective_months: u16,
    /// The record, in years after the last session or the end.
    pub record_years: u16,
}

impl Keeps {
    /// The most months and years that can be chosen.
    pub const MOST: Self = Self {
        reflective_months: 120,
        record_years: 50,
    };
}

impl Default for Keeps {
    fn default() -> Self {
        Self {
            reflective_months: 3,
            record_years: 7,
        }
    }
}

/// The days on which the two clocks of retention run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct Clocks {
    /// Until when the reflective notes are kept.
    pub reflective: Day,
    /// Until when the record is kept.
    pub record: Day,
}

/// The clocks, which start when the engagement has ended: the notes' from the end, the record's from
/// the end or the last session that was held by the day, whichever is later.
#[must_use]
pub fn clocks(engagement: &Engagement, keeps: Keeps, on: Day) -> Option<Clocks> {
    let ended = has_ended(engagement, on)?;
    let held = engagement.sessions.iter();
    let held = held.filter(|s| s.status == SessionStatus::Held && s.on <= on);
    let last = held.map(|session| session.on).max();
    let later = |from: Day, months: u32| {
        let date = from.date().checked_add_months(Months::new(months))?;
        Day::new(date).ok()
    };
    Some(Clocks {
        reflective: later(ended, keeps.reflective_months.into())?,
        record: later(
            last.map_or(ended, |last| last.max(ended)),
            u32::from(keeps.record_years) * 12,
        )?,
    })
}

/// The day on which it ended, if that has come.
#[must_use]
pub fn has_ended(engagement: &Engagement, on: Day) -> Option<Day> {
    engagement.ended.filter(|ended| *ended <= on)
}

/// How long after the end follow-ups are usual, in days.
pub const FOLLOW_UPS: [u64; 2] = [90, 120];

/// The usual follow-ups after an end; on a weekend the Monday after it.
#[must_use]
pub fn usual_follow_ups(ended: Day) -> Vec<Day> {
    let due = FOLLOW_UPS.iter();
    due.filter_map(|&days| ended.working_day_in(days)).collect()
}
