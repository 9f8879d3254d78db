//! Reading what was filled in: texts, names, days. A fault names the field and nothing of what was
//! typed.

use coaching::check;
use coaching::day::Day;
use coaching::text::{Tag, Text, Wording};

use crate::error::Failure;

/// A text as typed.
pub(crate) fn text<T: Tag>(field: &str, typed: String) -> Result<Text<T>, Failure> {
    Text::new(typed).map_err(|fault| Failure::from(fault).at(field))
}

/// A text that must say something.
pub(crate) fn some_text<T: Tag>(field: &str, typed: String) -> Result<Text<T>, Failure> {
    let text = text(field, typed)?;
    if text.is_empty() {
        Err(blank(field))
    } else {
        Ok(text)
    }
}

/// Exact words that must say something.
pub(crate) fn wording(field: &str, typed: String) -> Result<Wording, Failure> {
    let wording = Wording::new(typed).map_err(|fault| Failure::from(fault).at(field))?;
    if wording.is_empty() {
        Err(blank(field))
    } else {
        Ok(wording)
    }
}

/// A name: not blank, at most 200 characters, no control characters. White space around it goes.
pub(crate) fn name(field: &str, typed: &str) -> Result<String, Failure> {
    let name = typed.trim();
    if name.is_empty() {
        Err(blank(field))
    } else if check::is_a_name(name) {
        Ok(name.to_owned())
    } else {
        Err(Failure::input(
            field,
            "name",
            "A name has at most 200 characters and no invisible control characters.",
        ))
    }
}

/// A name that may be blank.
pub(crate) fn maybe_name(field: &str, typed: &str) -> Result<String, Failure> {
    if typed.trim().is_empty() {
        Ok(String::new())
    } else {
        name(field, typed)
    }
}

/// An hour, `HH:MM`, or nothing.
pub(crate) fn hour(field: &str, typed: &str) -> Result<String, Failure> {
    let typed = typed.trim();
    if check::is_an_hour(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Failure::input(
            field,
            "hour",
            "Write the hour like 09:30, or leave it blank.",
        ))
    }
}

/// A length in minutes.
pub(crate) fn minutes(field: &str, minutes: u16) -> Result<u16, Failure> {
    if check::is_a_length(minutes) {
        Ok(minutes)
    } else {
        Err(Failure::input(
            field,
            "minutes",
            "A length is between 5 and 600 minutes.",
        ))
    }
}

/// An end that must not lie before its start.
pub(crate) fn not_before(field: &str, end: Option<Day>, start: Day) -> Result<(), Failure> {
    if end.is_none_or(|end| start <= end) {
        Ok(())
    } else {
        Err(Failure::input(
            field,
            "end_before_start",
            "The end lies before the start. Check the dates.",
        ))
    }
}

/// A day on which something happened: not after today.
pub(crate) fn not_ahead(field: &str, on: Day, today: Day) -> Result<Day, Failure> {
    if on <= today {
        Ok(on)
    } else {
        Err(Failure::input(
            field,
            "in_future",
            "That day is still to come. Check the date.",
        ))
    }
}

fn blank(field: &str) -> Failure {
    Failure::input(field, "blank", "This cannot be blank.")
}
