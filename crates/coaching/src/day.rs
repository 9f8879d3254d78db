//! Days: dates of effect, without a time of day.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// A day between 1 January 1900 and 31 December 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export, type = "string"))]
#[serde(transparent)]
pub struct Day(NaiveDate);

/// A date that does not exist or lies outside 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a date between 1900 and 2199, written like 2026-03-31.")]
pub struct NotADay;

impl Day {
    /// Takes a date.
    ///
    /// # Errors
    /// [`NotADay`] outside 1900 to 2199.
    pub fn new(date: NaiveDate) -> Result<Self, NotADay> {
        if (1900..=2199).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(NotADay)
        }
    }

    /// Reads `2026-03-31`.
    ///
    /// # Errors
    /// [`NotADay`] when it is written otherwise, does not exist or lies outside 1900 to 2199.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        // One form only, and quickly: a large practice is read with some ten thousand of them.
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(NotADay);
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0, |number, digit| {
                (digit.is_ascii_digit()).then(|| number * 10 + u32::from(digit - b'0'))
            })
        };
        let year = number(&[*y1, *y2, *y3, *y4]).and_then(|year| i32::try_from(year).ok());
        let month_and_day = number(&[*m1, *m2]).zip(number(&[*d1, *d2]));
        year.zip(month_and_day)
            .and_then(|(year, (month, day))| NaiveDate::from_ymd_opt(year, month, day))
            .ok_or(NotADay)
            .and_then(Self::new)
    }

    /// The date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// That many days later, or the Monday after a weekend; none outside the range of a day.
    #[must_use]
    pub fn working_day_in(self, days: u64) -> Option<Self> {
        let mut date = self.0.checked_add_days(Days::new(days))?;
        while matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            date = date.succ_opt()?;
        }
        Self::new(date).ok()
    }

    /// How many days after `earlier` this is; negative when before.
    #[must_use]
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Quicker than chrono's patterns: days are written into every answer.
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        assert_eq!(Day::parse("2026-02-28").unwrap().to_string(), "2026-02-28");
        for no in [
            "2026-02-30",
            "2026-2-3",
            "",
            "31.03.2026",
            "1899-12-31",
            "+2026-01-1",
            "2200-01-01",
        ] {
            assert_eq!(Day::parse(no), Err(NotADay), "{no}");
        }
    }
}
