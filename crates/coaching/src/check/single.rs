//! What one name, hour or length must be, wherever it is typed.

/// True for what can be a name: not blank, without control characters, at most 200 characters long.
#[must_use]
pub fn is_a_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= 200 && !name.chars().any(|c| c.is_control())
}

/// True for `HH:MM` between 00:00 and 23:59, or nothing.
#[must_use]
pub fn is_an_hour(at: &str) -> bool {
    at.is_empty() || (at.len() == 5 && chrono::NaiveTime::parse_from_str(at, "%H:%M").is_ok())
}

/// True for a length of a session or a meeting, in minutes: 5 to 600.
#[must_use]
pub fn is_a_length(minutes: u16) -> bool {
    (5..=600).contains(&minutes)
}
