//! The page with the recovery key: a secret on paper, and how to use it on a new laptop.

use coaching::day::Day;
use coaching::words::Language;

use super::nameless_content;
use crate::content::{Block, Content, Item, Kind};
use crate::language::words;
use crate::parts::{paragraph, section};

/// How many groups stand in a row.
const IN_A_ROW: usize = 4;

/// The page, with the groups of the key.
#[must_use]
pub fn recovery_page(groups: &[&str], language: Language, on: Day) -> Content {
    let w = &words(language).others.recovery;
    let mut key = vec![paragraph(w.lead)];
    for (row, groups) in groups.chunks(IN_A_ROW).enumerate() {
        let number = |at: usize| (row * IN_A_ROW + at + 1).to_string();
        key.push(Block::Table {
            head: (0..groups.len()).map(number).collect(),
            rows: vec![groups.iter().map(|group| (*group).to_owned()).collect()],
        });
    }
    key.push(Block::Small {
        text: w.reading.to_owned(),
    });
    let steps = [w.step_1, w.step_2, w.step_3, w.step_4].map(|step| Item {
        text: step.to_owned(),
        note: String::new(),
    });
    let use_it = vec![
        Block::List {
            items: steps.to_vec(),
        },
        paragraph(w.lost),
    ];
    let keep = vec![paragraph(w.keep_1), paragraph(w.keep_2)];
    let sections = [
        section(w.key, key),
        section(w.use_it, use_it),
        section(w.keep, keep),
    ];
    Content {
        sections: sections.into_iter().flatten().collect(),
        ..nameless_content(Kind::RecoveryPage, language, on, w.reader)
    }
}
