//! Hours: what was coached, for whom, paid or not, and what it counts towards (`docs/hours.md`).
//!
//! All of it is for the coach's eyes, and for the body that awards a credential. No view holds any
//! of it.

mod learning;
mod log;
mod progress;
mod refusal;
mod requirements;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::EarlierHoursId;
use crate::words::Consent;

pub use learning::{Learning, quarters};
pub use log::{HoursLog, LogRow, Sum, log};
pub use progress::{Progress, Standing, progress};
pub use refusal::Refusal;
pub use requirements::{Criterion, REQUIREMENTS, Requirement};

/// The most in one group that the ICF counts.
pub const LARGEST_GROUP: u16 = 15;

/// The most that one entry may hold, in minutes: 10,000 hours.
pub const MOST_MINUTES: u32 = 600_000;

/// A client's consent to stand by name in the log of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// The day it was given.
    pub given: Day,
    /// How.
    pub how: Consent,
    /// The first day on which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Day>,
}

impl Listing {
    /// True when it holds on that day.
    #[must_use]
    pub fn holds(&self, on: Day) -> bool {
        self.given <= on && self.withdrawn.is_none_or(|withdrawn| on < withdrawn)
    }

    /// Why it cannot be.
    ///
    /// # Errors
    /// [`Refusal::WithdrawnBefore`] when it was withdrawn before it was given.
    pub fn fits(&self) -> Result<(), Refusal> {
        if self.withdrawn.is_some_and(|day| day < self.given) {
            Err(Refusal::WithdrawnBefore)
        } else {
            Ok(())
        }
    }
}

/// Hours from before this program, for one client: a row of the log that was kept until then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierHours {
    /// Its id.
    pub id: EarlierHoursId,
    /// The client's name, or what stands for a group. Never blank.
    pub client: String,
    /// How to reach the client: mail or telephone. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// How many were in the group, 2 to 99; none where one person was coached alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u16>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Paid minutes.
    #[serde(default)]
    pub paid: u32,
    /// Pro bono minutes.
    #[serde(default)]
    pub pro_bono: u32,
    /// The client's consent to be listed; none when it was not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<Listing>,
}

impl EarlierHours {
    /// Why the entry cannot be.
    ///
    /// # Errors
    /// A [`Refusal`] that names the field.
    pub fn fits(&self) -> Result<(), Refusal> {
        if !crate::check::is_a_name(&self.client) {
            return Err(Refusal::NoClient);
        }
        if !self.contact.is_empty() && !crate::check::is_a_name(&self.contact) {
            return Err(Refusal::Contact);
        }
        if self.group.is_some_and(|size| !(2..=99).contains(&size)) {
            return Err(Refusal::Group);
        }
        if self.until < self.from {
            return Err(Refusal::EndBeforeStart);
        }
        if self.paid > MOST_MINUTES || self.pro_bono > MOST_MINUTES {
            return Err(Refusal::TooMany);
        }
        if self.paid == 0 && self.pro_bono == 0 {
            return Err(Refusal::NoHours);
        }
        self.listing.map_or(Ok(()), |listing| listing.fits())
    }

    /// The same as coaching that was held.
    #[must_use]
    pub fn held(&self) -> Held {
        Held {
            client: self.client.clone(),
            contact: self.contact.clone(),
            group: self.group,
            from: self.from,
            until: self.until,
            paid: self.paid,
            pro_bono: self.pro_bono,
            listing: self.listing,
            earlier: true,
        }
    }
}

/// Coaching that was held, from a session of the record or from before this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The client's name.
    pub client: String,
    /// How to reach the client. May be empty.
    pub contact: String,
    /// How many were in the group; none where one person was coached alone.
    pub group: Option<u16>,
    /// The first day.
    pub from: Day,
    /// The last day: the same for one session.
    pub until: Day,
    /// Paid minutes.
    pub paid: u32,
    /// Pro bono minutes.
    pub pro_bono: u32,
    /// The client's consent to be listed.
    pub listing: Option<Listing>,
    /// True when it is from before this program.
    pub earlier: bool,
}

impl Held {
    fn counts_for_the_icf(&self) -> bool {
        self.group.is_none_or(|size| size <= LARGEST_GROUP)
    }

    /// By what a client is known as one: the name, however it is spaced and capitalised. Two of one
    /// name count once, so that no client is ever counted twice.
    fn known_as(&self) -> String {
        let words: Vec<&str> = self.client.split_whitespace().collect();
        words.join(" ").to_lowercase()
    }
}

/// Minutes as clock hours to two decimals: 45 minutes are "0.75".
#[must_use]
pub fn hours(minutes: u32) -> String {
    let hundredths = (u64::from(minutes) * 100 + 30) / 60;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Reads hours as people type them: `1.5`, `0,75`, `90 min`, `1:30`. An empty text is nothing.
#[must_use]
pub fn minutes(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(0);
    }
    let number = |text: &str| -> Option<u32> {
        let digits = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten()
    };
    if let Some(minutes) = typed.strip_suffix("min") {
        return number(minutes.trim_end());
    }
    if let Some((hours, minutes)) = typed.split_once(':') {
        let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
        return number(hours)?.checked_mul(60)?.checked_add(minutes);
    }
    let (whole, part) = typed.split_once(['.', ',']).unwrap_or((typed, "0"));
    if part.len() > 4 {
        return None;
    }
    // A figure to two decimals is the nearest minute: 0.33 is 20 minutes.
    let scale = 10_u32.pow(u32::try_from(part.len()).ok()?);
    let part = (number(part)? * 60 + scale / 2) / scale;
    number(whole)?.checked_mul(60)?.checked_add(part)
}
