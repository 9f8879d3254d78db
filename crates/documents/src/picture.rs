//! The picture of an engagement in time: goals as lanes that bend, split, merge and end; sessions,
//! meetings and insights as marks; what was agreed and told as a second line beside each lane.
//!
//! It is for the two chairs alone: how goals moved, and what was told of it, is nobody else's.

mod drawing;
mod layout;
mod lettering;
mod story;
pub(crate) mod svg;
mod words;

#[cfg(test)]
mod tests;

pub use drawing::{Dash, Drawing, Fill, Ink, PathStep, Shape};
pub(crate) use story::Seen;

use crate::content::{Block, Section};
use crate::parts::Desk;

/// The section with the picture; nothing where there is no goal to draw.
pub(crate) fn section(desk: &Desk, seen: &Seen) -> Option<Section> {
    let story = story::of(desk, seen)?;
    let p = desk.w.picture;
    let alt = words::alt(desk, seen, &story);
    let blocks = layout::drawings(&story)
        .into_iter()
        .map(|drawing| Block::Picture {
            alt: alt.clone(),
            drawing,
        })
        .collect();
    desk.section(p.heading, blocks)
}

/// The section that says in words what the picture shows.
pub(crate) fn in_words(desk: &Desk, seen: &Seen) -> Option<Section> {
    if seen.goals.is_empty() {
        return None;
    }
    desk.section(desk.w.picture.words_heading, words::blocks(desk, seen))
}
