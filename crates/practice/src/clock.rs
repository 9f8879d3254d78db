//! The clock, as an argument: the only place from which the practice learns what day it is.

use std::env;

use chrono::{DateTime, Local, MappedLocalTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use coaching::day::Day;
use coaching::slots::Clocks;
use intake::Unreadable;

use crate::error::Failure;

/// A moment, and the day that it is for the coach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The day, in the coach's time zone.
    pub today: Day,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// The day of a moment, in the coach's time zone.
pub(crate) fn day_of(at: DateTime<Utc>) -> Option<Day> {
    Day::new(at.with_timezone(&Local).date_naive()).ok()
}

/// The hour of a moment in the coach's time zone, `HH:MM`.
pub(crate) fn hour_of(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%H:%M").to_string()
}

/// Tells the time.
pub trait Clock: Send {
    /// Now.
    ///
    /// # Errors
    /// A [`Failure`] when the system's clock stands outside 1900 to 2199.
    fn now(&self) -> Result<Now, Failure>;

    /// What the clocks show at a minute of a day, in the coach's zone. Minutes over 1440 are of the day
    /// after.
    fn clocks(&self, on: Day, minute: u32) -> Clocks {
        clocks_in(&Local, on, minute)
    }

    /// The name of the coach's zone, like `Europe/Madrid`.
    ///
    /// # Errors
    /// `intake.unknown_zone` when the system does not say.
    fn zone(&self) -> Result<String, Failure> {
        // As the rest of this program's clock: the variable comes before the system's zone.
        let set = env::var("TZ")
            .ok()
            .map(|zone| zone.trim_start_matches(':').to_owned());
        match set.filter(|zone| !zone.is_empty()) {
            Some(zone) => Ok(zone),
            None => iana_time_zone::get_timezone().map_err(|_| Unreadable::UnknownZone.into()),
        }
    }
}

/// What the clocks of a zone show at a minute of a day.
pub fn clocks_in(zone: &impl TimeZone, on: Day, minute: u32) -> Clocks {
    let midnight = on.date().and_time(NaiveTime::MIN);
    let at = midnight + TimeDelta::minutes(i64::from(minute));
    match zone.offset_from_local_datetime(&at) {
        MappedLocalTime::Single(offset) => Clocks::Once(offset.fix().local_minus_utc()),
        MappedLocalTime::Ambiguous(..) => Clocks::Twice,
        MappedLocalTime::None => Clocks::Skipped,
    }
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Result<Now, Failure> {
        let local = Local::now();
        let today = Day::new(local.date_naive()).map_err(|_| {
            Failure::new(
                "desk.clock",
                "This laptop's clock shows an impossible date. Set it first.",
            )
        })?;
        Ok(Now {
            today,
            at: local.to_utc(),
        })
    }
}

/// A clock that stands still, for tests and for documents that are made for a given day.
#[derive(Clone, Copy, Debug)]
pub struct StandingClock(pub Now);

impl Clock for StandingClock {
    fn now(&self) -> Result<Now, Failure> {
        Ok(self.0)
    }
}
