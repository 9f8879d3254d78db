//! Sessions in series, what is odd about an hour, and the end of a session.

use crate::support::{all_refused, made, nadia, now, refused, sample, sample_by, seen, with};
use practice::day::Day;
use practice::slots::Clocks;
use practice::types::{SessionPage, StopCard};
use practice::words::{OddHour, SessionStatus};
use practice::{Clock, Desk, Failure, Now};
use serde_json::{Value, json};

fn series(other: &Value) -> Value {
    let ask = json!({
        "engagement": "nadia", "first": "2026-10-01", "at": "", "minutes": null, "count": 4,
        "rhythm": { "every": 2, "unit": "week" }
    });
    with(ask, other)
}

fn session(desk: &Desk, id: &str) -> SessionPage {
    desk.session(made(json!({ "session": id }))).unwrap()
}

fn days(stops: &[StopCard]) -> Vec<String> {
    stops.iter().map(|stop| stop.on.to_string()).collect()
}

/// A session of Nadia's that is planned for today.
fn planned_today(desk: &mut Desk) -> String {
    let ask = json!({
        "engagement": "nadia", "on": crate::support::TODAY, "at": "17:00", "minutes": 60
    });
    desk.plan_session(made(ask)).unwrap().id
}

fn close(session: &str, other: &Value) -> Value {
    let ask = json!({
        "session": session, "status": "held", "minutes": 60, "late": false, "pro_bono": false,
        "group_of": null, "next": null
    });
    with(ask, other)
}

#[test]
fn a_series_is_planned_as_it_was_shown_and_becomes_the_rhythm() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let shown = desk.series(made(series(&json!({})))).unwrap();
    assert!(desk.export().unwrap() == before, "looking plans nothing");
    assert_eq!(
        days(&shown.stops),
        ["2026-10-01", "2026-10-15", "2026-10-29", "2026-11-12"]
    );
    let had = nadia(&desk).sessions.len();
    let planned = desk.plan_series(made(series(&json!({})))).unwrap();
    assert_eq!(days(&planned.stops), days(&shown.stops));
    let page = nadia(&desk);
    assert_eq!(page.sessions.len(), had + 4);
    assert_eq!(page.pace.agreed.unwrap().every, 2);
    let exported = String::from_utf8(desk.export().unwrap()).unwrap();
    assert!(exported.contains("\"rhythm\""));
}

#[test]
fn what_falls_on_a_weekend_is_moved_and_said() {
    let (_folder, desk) = sample();
    // 15 November 2026 is a Sunday.
    let monthly =
        json!({ "first": "2026-10-15", "count": 2, "rhythm": { "every": 1, "unit": "month" } });
    let stops = desk.series(made(series(&monthly))).unwrap().stops;
    assert_eq!(days(&stops), ["2026-10-15", "2026-11-16"]);
    assert_eq!(stops[1].moved_from.unwrap().to_string(), "2026-11-15");
}

#[test]
fn a_series_that_does_not_fit_is_refused_whole() {
    let (_folder, mut desk) = sample();
    all_refused(
        &mut desk,
        &series(&json!({})),
        |desk, ask| desk.plan_series(made(ask)),
        vec![
            ("input.count", "count", json!({ "count": 0 })),
            ("input.count", "count", json!({ "count": 105 })),
            (
                "input.calendar_ends",
                "count",
                json!({ "first": "2199-12-01" }),
            ),
            ("input.hour", "at", json!({ "at": "25:00" })),
            ("input.minutes", "minutes", json!({ "minutes": 3 })),
            (
                "input.every",
                "every",
                json!({ "rhythm": { "every": 0, "unit": "week" } }),
            ),
            (
                "input.every",
                "every",
                json!({ "rhythm": { "every": 13, "unit": "month" } }),
            ),
            (
                "input.before_engagement",
                "first",
                json!({ "first": "2001-01-01" }),
            ),
        ],
    );
}

/// A zone in which the clocks go forward at 2:00 on 30 March 2036, and back at 3:00 on 28 October 2035:
/// long after the sessions of the sample.
struct Summer(Now);

impl Clock for Summer {
    fn now(&self) -> Result<Now, Failure> {
        Ok(self.0)
    }

    fn clocks(&self, on: Day, minute: u32) -> Clocks {
        match (on.to_string().as_str(), minute) {
            ("2035-10-28", 120..180) => Clocks::Twice,
            ("2036-03-30", 120..180) => Clocks::Skipped,
            ("2035-10-28", 180..) | ("2036-03-30", 0..120) => Clocks::Once(3600),
            _ => Clocks::Once(7200),
        }
    }
}

#[test]
fn what_is_odd_about_an_hour_is_said() {
    let (_folder, mut desk) = sample_by(Box::new(Summer(now())));
    let odd = |desk: &Desk, first: &str, at: &str| {
        let one = json!({ "first": first, "at": at, "minutes": 90, "count": 1 });
        let mut stops = desk.series(made(series(&one))).unwrap().stops;
        let mut odd = stops.remove(0).odd;
        odd.retain(|odd| !matches!(odd, OddHour::AfterTheEnd | OddHour::MoreThanContracted));
        odd
    };
    assert_eq!(odd(&desk, "2035-10-23", "10:00"), []);
    assert_eq!(odd(&desk, "2035-10-23", "23:00"), [OddHour::PastMidnight]);
    assert_eq!(
        odd(&desk, "2035-10-28", "02:30"),
        [OddHour::HourTwice, OddHour::ClocksChange]
    );
    assert_eq!(
        odd(&desk, "2035-10-28", "00:00"),
        [],
        "over before the change"
    );
    assert_eq!(
        odd(&desk, "2036-03-30", "02:30"),
        [OddHour::NoSuchHour, OddHour::ClocksChange]
    );
    assert_eq!(odd(&desk, "2036-03-30", "01:30"), [OddHour::ClocksChange]);
    // Another engagement's session at that hour; touching is not overlapping.
    let other = json!({ "engagement": "amara", "on": "2035-10-23", "at": "10:00", "minutes": 60 });
    desk.plan_session(made(other)).unwrap();
    assert_eq!(odd(&desk, "2035-10-23", "10:30"), [OddHour::Taken]);
    assert_eq!(odd(&desk, "2035-10-23", "11:00"), []);
    // One that goes on past midnight takes the hours of the day after.
    let late = json!({ "engagement": "amara", "on": "2035-10-23", "at": "23:30", "minutes": 90 });
    desk.plan_session(made(late)).unwrap();
    assert_eq!(odd(&desk, "2035-10-24", "00:30"), [OddHour::Taken]);
    let own = json!({ "engagement": "nadia", "on": "2035-10-24", "at": "", "minutes": 60 });
    desk.plan_session(made(own)).unwrap();
    assert_eq!(odd(&desk, "2035-10-24", "12:00"), [OddHour::SameDay]);
}

#[test]
fn closing_keeps_what_became_of_it_and_plans_the_next() {
    let (_folder, mut desk) = sample();
    let id = planned_today(&mut desk);
    let closed = close(
        &id,
        &json!({
            "minutes": 75, "pro_bono": true, "group_of": 4,
            "next": { "on": "2026-09-30", "at": "17:00", "minutes": 60 }
        }),
    );
    let next = desk.close_session(made(closed)).unwrap().next.unwrap();
    let page = session(&desk, &id);
    assert_eq!((page.status, page.minutes), (SessionStatus::Held, 75));
    assert_eq!(page.counted.planned_minutes, Some(60));
    assert!(page.counted.pro_bono);
    let after = session(&desk, next.as_str());
    assert_eq!(after.status, SessionStatus::Planned);
    assert_eq!(
        (after.counted.pro_bono, after.counted.group_of),
        (true, Some(4))
    );
    assert_eq!(after.counted.planned_minutes, None);
    // Closed again with the length that was planned, nothing is left of the other.
    desk.close_session(made(close(&id, &json!({})))).unwrap();
    assert_eq!(session(&desk, &id).counted.planned_minutes, None);
}

#[test]
fn a_close_that_does_not_fit_changes_nothing() {
    let (_folder, mut desk) = sample();
    let id = planned_today(&mut desk);
    let next = |on: &str, at: &str| json!({ "next": { "on": on, "at": at, "minutes": null } });
    all_refused(
        &mut desk,
        &close(&id, &json!({})),
        |desk, ask| desk.close_session(made(ask)),
        vec![
            (
                "input.still_planned",
                "status",
                json!({ "status": "planned" }),
            ),
            ("input.minutes", "minutes", json!({ "minutes": 0 })),
            ("input.group", "group_of", json!({ "group_of": 1 })),
            ("input.not_after", "next", next("2026-09-16", "")),
            ("input.hour", "at", next("2026-09-30", "half nine")),
        ],
    );
    let ahead = json!({ "engagement": "nadia", "on": "2026-09-20", "at": "", "minutes": 60 });
    let ahead = desk.plan_session(made(ahead)).unwrap().id;
    refused(&mut desk, "input.in_future", Some("status"), |desk| {
        desk.close_session(made(close(&ahead, &json!({}))))
    });
}

#[test]
fn the_sponsor_sees_the_same_whether_it_was_cancelled_early_or_late() {
    let view = |late: bool| {
        let (_folder, mut desk) = sample();
        let id = planned_today(&mut desk);
        let ask = json!({ "status": "cancelled", "late": late, "pro_bono": late });
        desk.close_session(made(close(&id, &ask))).unwrap();
        assert_eq!(session(&desk, &id).counted.late, late);
        let lost = nadia(&desk).pace.contracted.lost;
        (
            lost,
            seen(&desk, "nadia", "nadia-sponsor"),
            seen(&desk, "nadia", "nadia-coachee"),
        )
    };
    let (early, late) = (view(false), view(true));
    assert_eq!(late.0, early.0 + 1);
    assert_eq!((early.1, early.2), (late.1, late.2));
}

#[test]
fn what_is_left_counts_late_ones_where_the_engagement_says_so() {
    let (_folder, mut desk) = sample();
    let id = planned_today(&mut desk);
    let ask = json!({ "status": "missed" });
    desk.close_session(made(close(&id, &ask))).unwrap();
    let contracted = nadia(&desk).pace.contracted;
    assert_eq!(
        contracted.left,
        Some(i64::from(contracted.contracted) - i64::from(contracted.held))
    );
    let pace = json!({ "engagement": "nadia", "rhythm": null, "late_counts": true });
    desk.set_pace(made(pace)).unwrap();
    let strict = nadia(&desk).pace.contracted;
    assert_eq!(
        strict.left,
        contracted
            .left
            .map(|left| left - i64::from(contracted.lost))
    );
}
