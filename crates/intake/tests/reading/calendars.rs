//! Calendars.

use chrono::NaiveDate;
use intake::{Calendar, Unreadable, calendar};

use crate::file;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read(text: &[u8], from: &str, to: &str, here: &str) -> Calendar {
    calendar(text, day(from), day(to), here).unwrap()
}

/// What stands in a calendar, in short.
fn short(found: &Calendar) -> Vec<String> {
    let hour = |event: &intake::Event| {
        event
            .at
            .map_or("all day".into(), |at| at.format("%H:%M").to_string())
    };
    let events = found.events.iter();
    events
        .map(|event| {
            format!(
                "{} {} {} {}",
                event.on,
                hour(event),
                event.minutes,
                event.title
            )
        })
        .collect()
}

fn events(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one\nSUMMARY:Nadia\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

#[test]
fn one_time_of_a_series_that_was_moved_stands_once() {
    let google = read(
        &file("google.ics"),
        "2026-01-01",
        "2026-12-31",
        "Europe/Madrid",
    );
    assert_eq!(
        short(&google),
        [
            "2026-02-10 18:00 30 TEST RECURR 3",
            "2026-02-11 18:30 30 TEST RECURR 3 - MODIFIED",
            "2026-02-12 18:00 30 TEST RECURR 3",
        ]
    );
    let exchange = read(
        &file("exchange.ics"),
        "2026-02-16",
        "2026-03-03",
        "Europe/Berlin",
    );
    assert_eq!(
        short(&exchange),
        [
            "2026-02-19 all day 1440 Exchange Recurring Test",
            "2026-02-24 all day 1440 Exchange Recurring Test",
            "2026-02-27 all day 1440 Exchange Recurring Test",
            "2026-03-03 all day 1440 Exchange Recurring Test",
        ]
    );
}

#[test]
fn exports_of_other_programs_are_read() {
    let apple = read(
        &file("apple.ics"),
        "2002-01-01",
        "2002-12-31",
        "America/Los_Angeles",
    );
    assert_eq!(
        short(&apple),
        [
            "2002-10-28 14:00 60 Coffee with Jason",
            "2002-11-27 12:00 60 Code Review",
            "2002-12-16 20:00 60 Dinner with T",
        ]
    );
    let outlook = read(
        &file("outlook.ics"),
        "2022-10-01",
        "2022-10-31",
        "Europe/Berlin",
    );
    assert_eq!(short(&outlook), ["2022-10-29 08:00 30 29.10. 8-8:30"]);
}

#[test]
fn a_series_keeps_its_hour_when_summer_time_ends() {
    let weekly = events(
        "DTSTART;TZID=Europe/London:20261019T090000\nDTEND;TZID=Europe/London:20261019T100000\nRRULE:FREQ=WEEKLY",
    );
    let there = read(
        weekly.as_bytes(),
        "2026-10-12",
        "2026-11-02",
        "Europe/London",
    );
    assert_eq!(
        short(&there),
        [
            "2026-10-19 09:00 60 Nadia",
            "2026-10-26 09:00 60 Nadia",
            "2026-11-02 09:00 60 Nadia"
        ]
    );
    // New York changes a week later.
    let away = read(
        weekly.as_bytes(),
        "2026-10-12",
        "2026-11-02",
        "America/New_York",
    );
    assert_eq!(
        short(&away),
        [
            "2026-10-19 04:00 60 Nadia",
            "2026-10-26 05:00 60 Nadia",
            "2026-11-02 04:00 60 Nadia"
        ]
    );
}

#[test]
fn the_last_time_of_a_series_that_ends_in_utc_is_one_of_them() {
    let series = events(
        "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260119T080000Z",
    );
    let found = read(
        series.as_bytes(),
        "2026-01-01",
        "2026-12-31",
        "Europe/Berlin",
    );
    assert_eq!(found.events.len(), 3);
}

#[test]
fn the_key_of_a_time_is_the_same_after_it_was_moved() {
    let series = "DTSTART:20260105T180000Z\nDTEND:20260105T190000Z\nRRULE:FREQ=WEEKLY;COUNT=2";
    let before = read(
        events(series).as_bytes(),
        "2026-01-01",
        "2026-12-31",
        "America/Denver",
    );
    let moved = format!(
        "{series}\nEND:VEVENT\nBEGIN:VEVENT\nUID:one\nRECURRENCE-ID:20260112T180000Z\nDTSTART:20260114T150000Z\nDTEND:20260114T160000Z\nSUMMARY:Nadia"
    );
    let after = read(
        events(&moved).as_bytes(),
        "2026-01-01",
        "2026-12-31",
        "America/Denver",
    );
    let keys = |found: &Calendar| {
        found
            .events
            .iter()
            .map(|e| e.key.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&before), keys(&after));
    assert_eq!(after.events[1].on, day("2026-01-14"));
}

#[test]
fn what_is_cancelled_or_left_out_is_told() {
    let cancelled = events("DTSTART:20260105T180000Z\nDURATION:PT45M\nSTATUS:CANCELLED");
    let found = read(cancelled.as_bytes(), "2026-01-01", "2026-12-31", "UTC");
    assert!(found.events[0].cancelled);
    assert_eq!(found.events[0].minutes, 45);
    let excluded = events(
        "DTSTART:20260105T180000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260112T180000Z",
    );
    assert_eq!(
        read(excluded.as_bytes(), "2026-01-01", "2026-12-31", "UTC")
            .events
            .len(),
        2
    );
    let backwards = events("DTSTART:20260105T180000Z\nDTEND:20260105T170000Z");
    let found = read(backwards.as_bytes(), "2026-01-01", "2026-12-31", "UTC");
    assert_eq!((found.events.len(), found.backwards), (0, 1));
}

#[test]
fn what_the_file_holds_beside_the_days_that_were_asked_for_is_told() {
    let weekly = events("DTSTART:20260105T180000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3");
    let found = read(weekly.as_bytes(), "2026-01-19", "2026-12-31", "UTC");
    assert_eq!((found.events.len(), found.keys.len()), (1, 3));
    assert!(found.keys.contains(&found.events[0].key));
    assert_eq!(found.series.into_iter().collect::<Vec<_>>(), ["one"]);
}

#[test]
fn a_rule_without_end_is_read_as_far_as_was_asked() {
    let forever = events("DTSTART:19900101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY");
    let found = read(forever.as_bytes(), "2026-11-01", "2026-11-30", "UTC");
    assert_eq!(found.events.len(), 30);
    let often = events("DTSTART:20260101T090000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY");
    let found = read(often.as_bytes(), "2026-11-01", "2026-11-30", "UTC");
    assert_eq!((found.events.len(), found.left_out), (0, 1));
}

#[test]
fn an_unknown_zone_is_refused() {
    let one = events("DTSTART:20260105T180000Z\nDURATION:PT1H");
    let refused = calendar(
        one.as_bytes(),
        day("2026-01-01"),
        day("2026-12-31"),
        "Here/There",
    );
    assert_eq!(refused, Err(Unreadable::UnknownZone));
}
