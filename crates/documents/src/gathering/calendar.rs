//! A meeting as an entry for a calendar (iCalendar, RFC 5545).
//!
//! Local time without a zone: the hour on the wall where the meeting is. The only time of making in it is
//! the document's own day, and its name is made of what the reader may see, so that a moved meeting
//! changes the entry that is there already.

use coaching::view::{MeetingSeen, View};
use coaching::words::Teller;

use super::invitation::{desk, organiser};
use crate::language::fill;
use crate::language::gathering::gathering;
use crate::parts::{Desk, agenda_steps, person};
use crate::refused::Refused;

/// The most bytes of one line, its end aside.
const LONGEST_LINE: usize = 75;

/// The entry of a meeting for a reader's calendar. Without an hour it takes the whole day.
///
/// # Errors
/// [`Refused`] as for the invitation.
pub fn calendar(view: &View, meeting: &MeetingSeen, from: Teller) -> Result<String, Refused> {
    let desk = desk(view, meeting)?;
    let w = desk.w;
    let organiser = organiser(&desk, from);
    let made = view.on().date().format("%Y%m%dT000000Z").to_string();
    let day = meeting.on().date().format("%Y%m%d").to_string();
    let title = (w.occasion)(*meeting.kind()).name;
    let mut file = Lines::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Three Chairs//Three Chairs//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.line("BEGIN", "VEVENT");
    file.line("UID", &name(&desk, view, meeting));
    file.line("DTSTAMP", &made);
    if meeting.at().is_empty() {
        file.line("DTSTART;VALUE=DATE", &day);
    } else {
        let hour = meeting.at().replace(':', "");
        file.line("DTSTART", &format!("{day}T{hour}00"));
        file.line("DURATION", &format!("PT{}M", meeting.minutes()));
    }
    let summary = format!("{title} · {}", desk.heading.name());
    file.line("SUMMARY", &escaped(&summary));
    if let Some(place) = meeting.place() {
        file.line("LOCATION", &escaped(place.text()));
    }
    file.line("DESCRIPTION", &escaped(&told(&desk, meeting, organiser)));
    file.line("CLASS", "PRIVATE");
    file.line("END", "VEVENT");
    file.line("END", "VCALENDAR");
    Ok(file.0)
}

/// Who invites, who is invited, and the agenda.
fn told(desk: &Desk, meeting: &MeetingSeen, organiser: &str) -> String {
    let w = desk.w;
    let g = gathering(desk.language);
    let mut lines = vec![
        fill(g.calendar_from, &[("organiser", organiser)]),
        String::new(),
    ];
    lines.extend(meeting.invited().iter().map(|party| person(party, w)));
    lines.push(format!("{}, {}", desk.coach(), w.label.coach));
    lines.push(String::new());
    let steps = agenda_steps(desk, meeting);
    for (step, n) in steps.iter().zip(1..) {
        lines.push(format!("{n}. {} ({})", step.what, step.who));
    }
    lines.join("\n")
}

/// The entry's name among all entries of the world: the same for a meeting that was moved. It counts
/// the meetings of this kind that the reader may know of.
fn name(desk: &Desk, view: &View, meeting: &MeetingSeen) -> String {
    let same = |other: &&MeetingSeen| other.kind() == meeting.kind();
    let mut those = view.meetings().iter().filter(same);
    let number = those
        .position(|other| other == meeting)
        .map_or(1, |at| at + 1);
    let words = format!(
        "{} {number} {} {} {}",
        meeting.kind().word(),
        desk.heading.began(),
        desk.heading.name(),
        desk.coach()
    );
    let mut slug = String::new();
    for character in words.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    format!("{}@three-chairs.invalid", slug.trim_end_matches('-'))
}

/// Text as a value: what would end it or divide it is escaped.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            other if other.is_control() => {}
            other => value.push(other),
        }
    }
    value
}

/// Lines that end as the format asks, folded where they are too long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, name: &str, value: &str) {
        let whole = format!("{name}:{value}");
        let (mut rest, mut room) = (whole.as_str(), LONGEST_LINE);
        while rest.len() > room {
            let (line, next) = rest.split_at(fold(rest, room));
            self.0.push_str(line);
            self.0.push_str("\r\n ");
            (rest, room) = (next, LONGEST_LINE - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// Where a line of at most `room` bytes is folded: away from spaces where it can be, since there are
/// readers that trim what they unfold.
fn fold(text: &str, room: usize) -> usize {
    let between = || (1..=room).rev().filter(|at| text.is_char_boundary(*at));
    let tight = |at: &usize| {
        let (before, after) = text.split_at(*at);
        !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace)
    };
    between()
        .find(tight)
        .or_else(|| between().next())
        .unwrap_or(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_unfold_to_the_same() {
        let words = "Éclat, ".repeat(60);
        let mut file = Lines::default();
        file.line("SUMMARY", &words);
        for line in file.0.split("\r\n") {
            assert!(line.len() <= LONGEST_LINE, "{line}");
        }
        let unfolded = file.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{words}\r\n"));
    }

    #[test]
    fn a_fold_keeps_away_from_spaces_where_it_can() {
        let words = format!("{}   and more", "a".repeat(62));
        assert_eq!(fold(&words, 64), 61);
        assert_eq!(fold(&" ".repeat(80), 75), 75);
        assert_eq!(fold(&"é".repeat(40), 75), 74);
    }

    #[test]
    fn a_value_cannot_end_its_line() {
        assert_eq!(escaped("a,b;c\\d\r\ne\u{7}"), "a\\,b\\;c\\\\d\\ne");
    }
}
