//! How data is handled, on one page, for those who have to know before they sign.

use coaching::day::Day;
use coaching::words::Language;

use super::nameless_content;
use crate::content::{Content, Kind, Section};
use crate::language::words;
use crate::parts::{fact, paragraph};

/// The data sheet, with the coach's name and how to reach them: nothing of any engagement.
#[must_use]
pub fn data_sheet(coach: &str, contact: &[&str], language: Language, on: Day) -> Content {
    let w = words(language);
    let o = w.others;
    let lines = contact.iter().flat_map(|part| part.lines());
    let contact: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let mut content = nameless_content(Kind::DataSheet, language, on, o.frame.data_reader);
    content.coach = coach.to_owned();
    content.facts = vec![fact(
        w.label.from,
        format!("{coach}\n{}", contact.join(", ")),
    )];
    content.sections = o
        .data
        .iter()
        .map(|(heading, paragraphs)| Section {
            heading: (*heading).to_owned(),
            own_page: false,
            blocks: paragraphs.iter().map(|text| paragraph(*text)).collect(),
        })
        .collect();
    content
}
