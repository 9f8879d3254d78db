//! What one name, hour or length must be, wherever it is typed.

/// True for what can be a name: not blank, without control characters, at most 200 characters long.
#[must_use]
pub fn is_a_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= 200 && !name.chars().any(|c| c.is_control())
}

/// True for `HH:MM` between 00:00 and 23:59, or nothing.
#[must_use]
pub fn is_an_hour(at: &str) -> bool {
    // chrono reads an hour with a space or a sign before it as well.
    let written = |hour: chrono::NaiveTime| hour.format("%H:%M").to_string();
    at.is_empty()
        || chrono::NaiveTime::parse_from_str(at, "%H:%M").is_ok_and(|hour| written(hour) == at)
}

/// True for a length of a session or a meeting, in minutes: 5 to 600.
#[must_use]
pub fn is_a_length(minutes: u16) -> bool {
    (5..=600).contains(&minutes)
}

#[cfg(test)]
mod tests {
    use super::is_an_hour;

    #[test]
    fn an_hour_is_written_in_one_way() {
        for hour in ["", "00:00", "09:30", "23:59"] {
            assert!(is_an_hour(hour), "{hour:?}");
        }
        for none in [
            " 9:30",
            "+9:30",
            "09: 5",
            "09:+5",
            "9:30",
            "009:30",
            "24:00",
            "12:60",
            "09:30 ",
            "0930",
            "09:30:00",
            "٠٩:٣٠",
        ] {
            assert!(!is_an_hour(none), "{none:?}");
        }
    }
}
