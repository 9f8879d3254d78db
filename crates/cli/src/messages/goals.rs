//! Words about goals through time.

pub const BECAME: &str = "Became";
pub const BEGAN: &str = "began";
pub const AGREED_ON: &str = "Agreed at the meeting of";
pub const OVERDUE: &str = "; that day has passed";

/// The day on which goals are compared with the baseline.
pub fn compared(on: &str) -> String {
    format!("Goals as of {on}. For the coach and the coachee alone.")
}

/// How long ago that was.
pub fn ago(days: i64) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "1 day ago".to_owned(),
        2..=13 => format!("{days} days ago"),
        _ => format!("{} weeks ago", days / 7),
    }
}
