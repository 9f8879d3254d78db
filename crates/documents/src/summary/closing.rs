//! The end of an engagement in its summaries: what was agreed to be said, what follows, how long
//! notes are kept.

use coaching::closing::Clocks;
use coaching::view::{FollowUpSeen, Heading};

use crate::content::{Block, Fact, Item};
use crate::direction::Reader;
use crate::language::{Words, fill};
use crate::parts::{Desk, fact_of, paragraph};

/// What was agreed to be said about the end: in every summary, in the same words.
pub(super) fn said_of_the_end(heading: &Heading, w: &Words) -> Option<Fact> {
    fact_of(w.closing.the_end, heading.ending().as_ref())
}

/// The follow-ups, with what came of those that were done.
pub(super) fn follow_ups(desk: &Desk, follow_ups: &[FollowUpSeen]) -> Vec<Block> {
    let w = desk.w;
    let items: Vec<Item> = follow_ups
        .iter()
        .map(|each| {
            let due = w.day(*each.due());
            let text = match each.done() {
                None => fill(w.closing.due, &[("date", &due)]),
                Some(done) => {
                    let done = w.day(*done);
                    fill(w.closing.done, &[("date", &due), ("done", &done)])
                }
            };
            let words = each.words().as_ref();
            Item {
                text,
                note: words.map_or(String::new(), |line| line.text().clone()),
            }
        })
        .collect();
    match items.is_empty() {
        true => Vec::new(),
        false => vec![Block::List { items }],
    }
}

/// Until when notes and record are kept, where that may be said.
pub(super) fn kept_until(desk: &Desk, kept: Option<&Clocks>) -> Option<Block> {
    let (w, kept) = (desk.w, kept?);
    Some(paragraph(fill(
        w.closing.kept_until,
        &[
            ("reflective", &w.day(kept.reflective)),
            ("record", &w.day(kept.record)),
        ],
    )))
}

/// The words for whoever reads it.
pub(super) fn for_reader(words: [&'static str; 2], reader: Reader) -> &'static str {
    match reader {
        Reader::Coachee => words[0],
        Reader::Coach => words[1],
    }
}
