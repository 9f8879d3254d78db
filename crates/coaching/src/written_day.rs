//! Days as people write them into the names and first lines of their files. Only what can be read in
//! one way is read: `5/3/2026` is a day in March here and one in May there, and is asked for.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::day::Day;

/// How many lines of a text are looked at, blank ones left out.
const LINES: usize = 5;
/// How much of a line, in characters.
const OF_A_LINE: usize = 120;
/// The longest that may stand between the parts of a day that names its month.
const LONGEST_GAP: usize = 3;

/// The months as they are written in English and Spanish, whole and short.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "enero", "ene"],
    &["february", "feb", "febrero"],
    &["march", "mar", "marzo"],
    &["april", "apr", "abril", "abr"],
    &["may", "mayo"],
    &["june", "jun", "junio"],
    &["july", "jul", "julio"],
    &["august", "aug", "agosto", "ago"],
    &["september", "sept", "sep", "septiembre", "setiembre"],
    &["october", "oct", "octubre"],
    &["november", "nov", "noviembre"],
    &["december", "dec", "diciembre", "dic"],
];

/// The day that a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRead {
    /// This day, and no other.
    One(Day),
    /// More than one day is written there, or one that can be read in more than one way.
    Several,
    /// None that can be read.
    None,
}

/// The day of a file of notes: by its name, or else by the first lines of its words.
#[must_use]
pub fn day_of(name: &str, words: &str) -> DayRead {
    match read(days_in(name)) {
        DayRead::None => {
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            read(lines.take(LINES).flat_map(|line| days_in(cut(line))))
        }
        found => found,
    }
}

/// Every day that a line can be read to say.
#[must_use]
pub fn days_in(line: &str) -> BTreeSet<Day> {
    let parts = parts(line);
    let mut days = BTreeSet::new();
    for at in 0..parts.len() {
        let (before, here) = parts.split_at(at);
        days.extend(in_one_number(here));
        days.extend(year_first(here));
        days.extend(in_numbers(before, here));
        days.extend(day_and_month(before, here));
        days.extend(month_and_day(here));
    }
    days
}

fn read(days: impl IntoIterator<Item = Day>) -> DayRead {
    let days: BTreeSet<Day> = days.into_iter().collect();
    match (days.first(), days.len()) {
        (Some(day), 1) => DayRead::One(*day),
        (None, _) => DayRead::None,
        _ => DayRead::Several,
    }
}

/// The beginning of a line. It ends at a blank: half a number would be another day.
fn cut(line: &str) -> &str {
    let Some((end, _)) = line.char_indices().nth(OF_A_LINE) else {
        return line;
    };
    let beginning = &line[..end];
    beginning
        .rfind(char::is_whitespace)
        .map_or("", |blank| &beginning[..blank])
}

/// A number or a word of a line, with what stands between it and the one before.
struct Part<'a> {
    gap: &'a str,
    text: &'a str,
}

impl Part<'_> {
    /// The number, where it is one of at most so many digits.
    fn number(&self, most: usize) -> Option<u32> {
        let is_one = self.text.len() <= most && self.text.starts_with(|c: char| c.is_ascii_digit());
        is_one.then(|| self.text.parse().ok()).flatten()
    }

    fn year(&self) -> Option<u32> {
        self.number(4).filter(|_| self.text.len() == 4)
    }

    /// The month that it names.
    fn month(&self) -> Option<u32> {
        let word = self.text.to_lowercase();
        let months = (1..).zip(MONTHS);
        let mut named = months.filter(|(_, names)| names.contains(&word.as_str()));
        named.next().map(|(month, _)| month)
    }

    fn is(&self, words: &[&str]) -> bool {
        let text = self.text.to_lowercase();
        words.contains(&text.as_str())
    }

    /// Whether it goes on with what stands before it.
    fn follows(&self) -> bool {
        let joins = |c: char| c.is_whitespace() || ".,-_/'’º°ª".contains(c);
        self.gap.chars().count() <= LONGEST_GAP && self.gap.chars().all(joins)
    }

    /// Whether it may be the end of a span: `3-5 March`.
    fn ends_a_span(&self) -> bool {
        self.gap.contains(['-', '–', '—', '/', '&', '+'])
    }
}

fn parts(line: &str) -> Vec<Part<'_>> {
    let kind = |c: char| match c {
        'º' | 'ª' => 0,
        c if c.is_ascii_digit() => 1,
        c if c.is_alphabetic() => 2,
        _ => 0,
    };
    let mut parts = Vec::new();
    let (mut end, mut rest) = (0, line);
    while let Some(begins) = rest.find(|c| kind(c) != 0) {
        let of = rest[begins..].chars().next().map_or(0, kind);
        let long = rest[begins..].find(|c| kind(c) != of);
        let from = line.len() - rest.len() + begins;
        let to = long.map_or(line.len(), |long| from + long);
        parts.push(Part {
            gap: &line[end..from],
            text: &line[from..to],
        });
        (end, rest) = (to, &line[to..]);
    }
    parts
}

fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    let year = i32::try_from(year).ok()?;
    Day::new(NaiveDate::from_ymd_opt(year, month, day)?).ok()
}

/// `20260305`.
fn in_one_number(here: &[Part<'_>]) -> Option<Day> {
    let number = here.first()?;
    let all = number.number(8).filter(|_| number.text.len() == 8)?;
    day(all / 10_000, all / 100 % 100, all % 100)
}

/// `2026-03-05`, `2026_3_5`, `2026 March 5`: nobody puts the day before the month after the year.
fn year_first(here: &[Part<'_>]) -> Option<Day> {
    let [first, second, third, ..] = here else {
        return None;
    };
    let (year, date) = (first.year()?, third.number(2)?);
    match second.month() {
        Some(month) => (second.follows() && third.follows()).then(|| day(year, month, date))?,
        None => {
            let alike = second.gap == third.gap && ["-", ".", "/", "_", " "].contains(&second.gap);
            alike.then(|| day(year, second.number(2)?, date))?
        }
    }
}

/// `5.3.2026`, and `5/3/2026` in both readings. With full stops the day stands first everywhere.
fn in_numbers(before: &[Part<'_>], here: &[Part<'_>]) -> Vec<Day> {
    let [first, second, third, ..] = here else {
        return Vec::new();
    };
    let (Some(one), Some(two), Some(year)) = (first.number(2), second.number(2), third.year())
    else {
        return Vec::new();
    };
    if second.gap.trim() != third.gap.trim() {
        return Vec::new();
    }
    match second.gap.trim() {
        "." => {
            let days = [Some(one), begins_a_span(before, first)];
            let days = days.into_iter().flatten();
            days.filter_map(|date| day(year, two, date)).collect()
        }
        "" | "/" | "-" | "_" if second.gap == third.gap => {
            [day(year, two, one), day(year, one, two)]
                .into_iter()
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// `5 March 2026`, `5th of March, 2026`, `5 de marzo de 2026`, `5-Mar-2026`.
fn day_and_month(before: &[Part<'_>], here: &[Part<'_>]) -> Vec<Day> {
    let read = || {
        let (first, rest) = here.split_first()?;
        let date = first.number(2)?;
        let (month, rest) = without_joins(without_ordinal(rest)).split_first()?;
        let (year, _) = without_joins(rest).split_first()?;
        let whole = month.follows() && year.follows();
        Some((year.year().filter(|_| whole)?, month.month()?, date, first))
    };
    let Some((year, month, date, first)) = read() else {
        return Vec::new();
    };
    let days = [Some(date), begins_a_span(before, first)];
    let days = days.into_iter().flatten();
    days.filter_map(|date| day(year, month, date)).collect()
}

/// `March 5, 2026`, `Mar 5th 2026`.
fn month_and_day(here: &[Part<'_>]) -> Option<Day> {
    let (month, rest) = here.split_first()?;
    let month = month.month()?;
    let (date, rest) = rest.split_first()?;
    let (year, _) = without_joins(without_ordinal(rest)).split_first()?;
    let whole = date.follows() && year.follows();
    day(year.year().filter(|_| whole)?, month, date.number(2)?)
}

fn without_ordinal<'a, 'b>(rest: &'a [Part<'b>]) -> &'a [Part<'b>] {
    match rest {
        [first, rest @ ..] if first.gap.is_empty() && first.is(&["st", "nd", "rd", "th"]) => rest,
        rest => rest,
    }
}

fn without_joins<'a, 'b>(rest: &'a [Part<'b>]) -> &'a [Part<'b>] {
    match rest {
        [first, rest @ ..] if first.follows() && first.is(&["of", "de", "del"]) => rest,
        rest => rest,
    }
}

/// The number with which a span of days begins that ends at `last`: whether that is one, nobody can say
/// from outside (`Session 3 - 5 March 2026`).
fn begins_a_span(before: &[Part<'_>], last: &Part<'_>) -> Option<u32> {
    match before {
        [.., first] if last.ends_a_span() => first.number(2),
        [.., first, joins] if joins.is(&["and", "to", "until", "or", "y", "e", "o", "a", "al"]) => {
            first.number(2)
        }
        _ => None,
    }
}
