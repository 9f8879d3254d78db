//! What is typed into a field or stands in a cell: a day, an hour, hours.

use coaching::check::is_an_hour;
use coaching::day::Day;
use coaching::hours::minutes;

/// A day is read in one way of writing and written in the same, as text and as JSON alike; hours are
/// a length that fits; and an hour is one of a clock.
pub(super) fn cell(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let json = serde_json::Value::String(text.to_string());
    let through_json = serde_json::from_value::<Day>(json);
    let day = Day::parse(&text);
    match day {
        Ok(day) => {
            assert_eq!(day.to_string(), text);
            let year: u32 = text[..4].parse().unwrap();
            assert!((1900..=2199).contains(&year), "{day}");
            assert_eq!(through_json.unwrap(), day);
            for days in [0, 1, 365, u64::MAX] {
                let later = day.working_day_in(days);
                assert!(later.is_none_or(|later| later >= day), "{day} and {days}");
            }
        }
        Err(_) => assert!(through_json.is_err(), "{text:?} is a day in JSON alone"),
    }
    // Six digits of hours, and of minutes beside them.
    let longest = 1_000_000 * 60 + 1_000_000;
    assert!(minutes(&text).is_none_or(|minutes| minutes < longest));
    if is_an_hour(&text) && !text.is_empty() {
        let (hour, minute) = text.split_once(':').unwrap();
        let figures = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        assert!(figures(hour) && hour < "24", "{text:?}");
        assert!(figures(minute) && minute < "60", "{text:?}");
    }
    day.is_ok()
}

/// As they should be typed, and as they should not.
pub(super) fn cells() -> Vec<Vec<u8>> {
    let typed = [
        "2026-03-31",
        "1900-01-01",
        "2199-12-31",
        "2024-02-29",
        "2026-02-30",
        "+2026-01-1",
        "31.03.2026",
        "09:30",
        "23:59",
        "1.5",
        "0,75",
        "1:30",
        "90 min",
        "999999:59",
        "999999.9999",
    ];
    typed.map(|text| text.as_bytes().to_vec()).into()
}
