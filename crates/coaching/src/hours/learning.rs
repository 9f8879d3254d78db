//! Supervision and professional development.

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::day::Day;
use crate::ids::LearningId;
use crate::text::{Text, about, keeping};
use crate::words::LearningKind;

/// One hour of supervision, one course, one book: what the coach learnt, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// Its id.
    pub id: LearningId,
    /// How.
    pub kind: LearningKind,
    /// The day.
    pub on: Day,
    /// How long, in minutes, 5 to 6,000.
    pub minutes: u32,
    /// With whom, or where. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    /// What about, for the coach alone: a supervisor hears cases.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub about: Text<about::Reflections>,
}

impl Learning {
    /// Why the entry cannot be.
    ///
    /// # Errors
    /// A [`Refusal`] that names the field.
    pub fn fits(&self) -> Result<(), Refusal> {
        if !(5..=6_000).contains(&self.minutes) {
            Err(Refusal::Length)
        } else if !self.with.is_empty() && !crate::check::is_a_name(&self.with) {
            Err(Refusal::With)
        } else {
            Ok(())
        }
    }
}

/// The minutes of supervision in each of the last four quarters that end on a day, the latest first.
#[must_use]
pub fn quarters(learning: &[Learning], on: Day) -> [u32; 4] {
    [0, 1, 2, 3].map(|back: u32| {
        let after = on.months_before(3 * (back + 1));
        let until = on.months_before(3 * back);
        learning
            .iter()
            .filter(|each| each.kind.is_supervision())
            .filter(|each| after.is_none_or(|after| after < each.on))
            .filter(|each| until.is_some_and(|until| each.on <= until))
            .map(|each| each.minutes)
            .sum()
    })
}

impl Day {
    /// The same day that many months before, or the last of that month; none outside the range.
    #[must_use]
    pub fn months_before(self, months: u32) -> Option<Self> {
        let date = self.date().checked_sub_months(Months::new(months))?;
        Self::new(date).ok()
    }
}
