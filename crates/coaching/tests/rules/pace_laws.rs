//! The pace of an engagement (`docs/day.md`): series, hours, and what is left.

use chrono::{Datelike, Days, Weekday};
use coaching::day::Day;
use coaching::pace::{Rhythm, contracted, next_after, rhythm_of, series};
use coaching::slot::{Clocks, Slot, odd};
use coaching::words::{OddHour, RhythmUnit, SessionStatus};
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;

fn rhythms() -> impl Strategy<Value = Rhythm> {
    let unit = prop_oneof![Just(RhythmUnit::Week), Just(RhythmUnit::Month)];
    (1u8..=12, unit).prop_map(|(every, unit)| Rhythm { every, unit })
}

fn days() -> impl Strategy<Value = Day> {
    (0u64..2000).prop_map(|n| Day::new(day("2026-01-01").date() + Days::new(n)).expect("a day"))
}

fn is_weekend(day: Day) -> bool {
    matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_series_has_every_stop_in_order_and_says_what_it_moved(
        first in days(),
        rhythm in rhythms(),
        count in 1u16..40,
    ) {
        let stops = series(first, rhythm, count);
        prop_assert_eq!(stops.len(), usize::from(count));
        prop_assert!(stops.is_sorted_by(|a, b| a.on < b.on));
        let due = |stop: &coaching::pace::Stop| stop.moved_from.unwrap_or(stop.on);
        for (n, stop) in stops.iter().enumerate() {
            match rhythm.unit {
                RhythmUnit::Week => {
                    let since = due(stop).days_since(first);
                    prop_assert_eq!(since, 7 * i64::from(rhythm.every) * i64::try_from(n).unwrap_or(0));
                }
                RhythmUnit::Month => {
                    let months = |day: Day| day.date().year() * 12 + day.date().month0().cast_signed();
                    let n = i32::try_from(n).unwrap_or(0);
                    prop_assert_eq!(months(due(stop)) - months(first), n * i32::from(rhythm.every));
                    let last = due(stop).date().num_days_in_month();
                    prop_assert_eq!(due(stop).date().day(), first.date().day().min(u32::from(last)));
                }
            }
            if let Some(from) = stop.moved_from {
                prop_assert!(is_weekend(from) && !is_weekend(first));
                prop_assert!((1..=2).contains(&stop.on.days_since(from)));
            }
            prop_assert!(is_weekend(first) || !is_weekend(stop.on));
        }
    }

    #[test]
    fn overlapping_goes_both_ways(
        days in (days(), 0u64..3),
        hours in (0u32..24, 0u32..24),
        minutes in (5u16..600, 5u16..600),
    ) {
        let (one, other) = (format!("{:02}:00", hours.0), format!("{:02}:30", hours.1));
        let later = Day::new(days.0.date() + Days::new(days.1)).expect("a day");
        let a = Slot { on: days.0, at: &one, minutes: minutes.0 };
        let b = Slot { on: later, at: &other, minutes: minutes.1 };
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert!(a.overlaps(&a));
        let nowhere = Slot { at: "", ..b };
        prop_assert!(!a.overlaps(&nowhere));
    }

    #[test]
    fn an_hour_is_odd_by_midnight_alone_where_clocks_never_change(
        hour in 0u32..24,
        minutes in 5u16..=600,
    ) {
        let at = format!("{hour:02}:00");
        let slot = Slot { on: day("2026-10-25"), at: &at, minutes };
        let past = hour * 60 + u32::from(minutes) > 1440;
        let expected = if past { vec![OddHour::PastMidnight] } else { vec![] };
        prop_assert_eq!(odd(&slot, |_| Clocks::Once(0)), expected);
    }
}

#[test]
fn the_next_follows_the_rhythm_agreed_or_the_usual_one() {
    let mut case = case();
    let e = &mut case.engagement;
    let next = |e: &coaching::record::Engagement| {
        let stop = next_after(e, day("2026-03-31"), day("2026-03-31"));
        stop.map(|stop| stop.on.to_string())
    };
    assert_eq!(
        next(e).as_deref(),
        Some("2026-04-14"),
        "every other week, with nothing to go by"
    );
    e.sessions = ["2026-03-03", "2026-03-24", "2026-03-31"]
        .map(|on| session(&format!("s-{on}"), on))
        .to_vec();
    assert_eq!(
        rhythm_of(e, day("2026-03-31")).every,
        3,
        "the larger of two gaps in the middle"
    );
    e.pace.rhythm = Some(Rhythm {
        every: 1,
        unit: RhythmUnit::Month,
    });
    assert_eq!(next(e).as_deref(), Some("2026-04-30"));
    let mut planned = session("planned", "2026-05-05");
    planned.status = SessionStatus::Planned;
    e.sessions.push(planned);
    assert_eq!(next(e), None, "one is planned");
}

#[test]
fn what_is_left_of_those_contracted() {
    let mut case = case();
    let e = &mut case.engagement;
    let on = day("2026-04-01");
    e.planned_sessions = 3;
    e.sessions = ["2026-03-03", "2026-03-10", "2026-03-17", "2026-05-01"]
        .map(|on| session(&format!("s-{on}"), on))
        .to_vec();
    e.sessions[1].status = SessionStatus::Cancelled;
    e.sessions[1].counted.late = true;
    e.sessions[2].status = SessionStatus::Missed;
    let left = |e: &coaching::record::Engagement| contracted(e, on).left;
    assert_eq!((contracted(e, on).held, contracted(e, on).lost), (1, 2));
    assert_eq!(left(e), Some(2));
    e.pace.late_counts = true;
    assert_eq!(left(e), Some(0));
    e.planned_sessions = 1;
    assert_eq!(left(e), Some(-2), "more than were contracted");
    e.planned_sessions = 0;
    assert_eq!(left(e), None);
}
