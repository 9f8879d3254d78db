//! When a session is: what is odd about an hour, said before it is found out. Which hours a day has is
//! the zone's to say, so it is asked for.

use crate::day::Day;
use crate::words::OddHour;

/// From when to when: a day, an hour `HH:MM` (or none), and a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// The day.
    pub on: Day,
    /// The hour; empty when there is none yet.
    pub at: &'a str,
    /// The length in minutes.
    pub minutes: u16,
}

impl Slot<'_> {
    /// The minute of the day at which it begins.
    #[must_use]
    pub fn begins(&self) -> Option<u32> {
        let (hours, minutes) = self.at.split_once(':')?;
        Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
    }

    /// The minute at which it ends, counted from the midnight before it; over 1440 past the next.
    #[must_use]
    pub fn ends(&self) -> Option<u32> {
        Some(self.begins()? + u32::from(self.minutes))
    }

    /// True when both have an hour and share a minute.
    #[must_use]
    pub fn overlaps(&self, other: &Slot<'_>) -> bool {
        let span = |slot: &Slot<'_>| {
            let day = slot.on.days_since(self.on) * 24 * 60;
            Some((
                day + i64::from(slot.begins()?),
                day + i64::from(slot.ends()?),
            ))
        };
        match (span(self), span(other)) {
            (Some((a, b)), Some((c, d))) => a < d && c < b,
            _ => false,
        }
    }
}

/// What the clocks show at a minute of a day, in the coach's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocks {
    /// They go over it: there is no such minute.
    Skipped,
    /// They show it twice.
    Twice,
    /// They show it once, so many seconds ahead of universal time.
    Once(i32),
}

/// What is odd about an hour by itself. `clocks` says what the clocks show at a minute of the day; minutes
/// over 1440 are of the day after.
#[must_use]
pub fn odd(slot: &Slot<'_>, clocks: impl Fn(u32) -> Clocks) -> Vec<OddHour> {
    let (Some(begins), Some(ends)) = (slot.begins(), slot.ends()) else {
        return Vec::new();
    };
    let mut odd = Vec::new();
    if ends > 24 * 60 {
        odd.push(OddHour::PastMidnight);
    }
    // Its last minute: what ends at the change is over before it.
    let (start, end) = (clocks(begins), clocks(ends.saturating_sub(1)));
    match start {
        Clocks::Skipped => odd.push(OddHour::NoSuchHour),
        Clocks::Twice => odd.push(OddHour::HourTwice),
        Clocks::Once(_) => {}
    }
    if start != end {
        odd.push(OddHour::ClocksChange);
    }
    odd
}
