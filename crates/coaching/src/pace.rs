//! The pace of an engagement: how often sessions are meant to be, the days that follow from it, and what
//! is left of those contracted (`docs/day.md`). For the coach's eyes: none of it stands in a view.

use chrono::{Datelike, Days, Months, Weekday};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::record::{Engagement, Session};
use crate::words::{RhythmUnit, SessionStatus};

/// How often: every so many weeks or months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    /// Every how many, 1 to 12.
    pub every: u8,
    /// Of what.
    pub unit: RhythmUnit,
}

/// What is agreed about the pace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pace {
    /// How often; none where nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<Rhythm>,
    /// True when a session that was cancelled late or missed uses up one of those contracted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub late_counts: bool,
}

impl Pace {
    /// True when nothing is said about it.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// What is counted of a session beside its minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Counted {
    /// The length that was planned, where it turned out otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_minutes: Option<u16>,
    /// Of a cancelled session: it was cancelled late.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// True when it was not paid for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pro_bono: bool,
    /// How many people took part, 2 to 99, where it was a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_of: Option<u8>,
}

impl Counted {
    /// True for a session with one person, paid, as long as planned.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// A day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The day.
    pub on: Day,
    /// The day of the weekend from which it was moved.
    pub moved_from: Option<Day>,
}

/// The most sessions of one series.
pub const MOST_IN_A_SERIES: u16 = 104;

/// The days of a series that begins on a day. Each is counted from the first, so that none drifts: the
/// 31st of a month stands for its last day where it is shorter. What falls on a weekend moves to the Monday after it, unless the series
/// begins on a weekend. None is skipped; a series ends early only where the calendar does.
#[must_use]
pub fn series(first: Day, rhythm: Rhythm, count: u16) -> Vec<Stop> {
    let chosen = is_weekend(first);
    let days = (0..count.min(MOST_IN_A_SERIES)).map_while(|n| nth(first, rhythm, n));
    days.map_while(|day| {
        if chosen || !is_weekend(day) {
            return Some(Stop {
                on: day,
                moved_from: None,
            });
        }
        Some(Stop {
            on: day.working_day_in(0)?,
            moved_from: Some(day),
        })
    })
    .collect()
}

fn nth(first: Day, rhythm: Rhythm, n: u16) -> Option<Day> {
    let steps = u32::from(n) * u32::from(rhythm.every);
    let date = match rhythm.unit {
        RhythmUnit::Week => first
            .date()
            .checked_add_days(Days::new(u64::from(steps) * 7)),
        RhythmUnit::Month => first.date().checked_add_months(Months::new(steps)),
    }?;
    Day::new(date).ok()
}

fn is_weekend(day: Day) -> bool {
    matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun)
}

/// The rhythm that was agreed, or else the one that the last sessions had; every other week while there
/// is nothing to go by.
#[must_use]
pub fn rhythm_of(engagement: &Engagement, on: Day) -> Rhythm {
    engagement.pace.rhythm.unwrap_or_else(|| {
        let mut days: Vec<Day> = held(engagement, on).map(|session| session.on).collect();
        days.sort_unstable();
        days.dedup();
        let last = &days[days.len().saturating_sub(6)..];
        let mut gaps: Vec<i64> = last
            .windows(2)
            .map(|two| two[1].days_since(two[0]))
            .collect();
        gaps.sort_unstable();
        let weeks = gaps.get(gaps.len() / 2).map_or(2, |days| (days + 3) / 7);
        Rhythm {
            every: u8::try_from(weeks.clamp(1, 12)).unwrap_or(2),
            unit: RhythmUnit::Week,
        }
    })
}

/// When the next session would be, after one on that day; none where one is planned already.
#[must_use]
pub fn next_after(engagement: &Engagement, last: Day, today: Day) -> Option<Stop> {
    let planned = |session: &Session| {
        session.status == SessionStatus::Planned && session.on > last && session.on >= today
    };
    if engagement.sessions.iter().any(planned) {
        return None;
    }
    let rhythm = rhythm_of(engagement, today);
    series(last, rhythm, MOST_IN_A_SERIES)
        .into_iter()
        .skip(1)
        .find(|stop| stop.on > today)
}

fn held(engagement: &Engagement, on: Day) -> impl Iterator<Item = &Session> {
    let sessions = engagement.sessions.iter();
    sessions.filter(move |s| s.status == SessionStatus::Held && s.on <= on)
}

/// What has become of the sessions that were contracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct Contracted {
    /// How many are contracted; 0 where that was not said.
    pub contracted: u16,
    /// How many were held.
    pub held: u32,
    /// How many were cancelled late or missed.
    pub lost: u32,
    /// True when those use up contracted ones.
    pub late_counts: bool,
    /// How many are planned and still to come.
    pub planned: u32,
    /// How many are left to be held: below zero, more were held than were contracted. None where no
    /// number was contracted.
    pub left: Option<i64>,
}

/// What is left of the contracted sessions on a day.
#[must_use]
pub fn contracted(engagement: &Engagement, on: Day) -> Contracted {
    let count = |of: &dyn Fn(&Session) -> bool| {
        let n = engagement
            .sessions
            .iter()
            .filter(|session| of(session))
            .count();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    let held = count(&|s| s.status == SessionStatus::Held && s.on <= on);
    let lost = count(&|s| {
        s.on <= on
            && (s.status == SessionStatus::Missed
                || s.status == SessionStatus::Cancelled && s.counted.late)
    });
    let late_counts = engagement.pace.late_counts;
    let used = i64::from(held) + if late_counts { i64::from(lost) } else { 0 };
    let number = engagement.planned_sessions;
    Contracted {
        contracted: number,
        held,
        lost,
        late_counts,
        planned: count(&|s| s.status == SessionStatus::Planned && s.on >= on),
        left: (number > 0).then(|| i64::from(number) - used),
    }
}
