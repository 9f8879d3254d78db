//! The coach's letterhead: whose paper a document is on. It is no part of what the coachee approves.

mod colour;
mod logo;

pub use colour::{Colour, NotAColour};
pub use logo::{Logo, NotALogo};

use crate::content::{Chair, Content, Kind};
use crate::stamp::Stamp;

/// Who writes, as it stands over a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The coach's name, with what is written behind it. Without it there is no letterhead.
    pub name: String,
    /// Address and how to be reached, in lines.
    pub lines: Vec<String>,
    /// The logo.
    pub logo: Option<Logo>,
    /// The colour of the name and of the line below it. A chair's colour stays what it is.
    pub colour: Option<Colour>,
}

impl Letterhead {
    /// Name and address on one line: what a format without a page shows.
    pub(crate) fn in_a_line(&self) -> String {
        let name = [self.name.trim()].into_iter();
        let parts: Vec<&str> = name.chain(self.said()).collect();
        parts.join(" · ")
    }

    /// The lines that say something.
    pub(crate) fn said(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().flat_map(|line| line.lines());
        lines.map(str::trim).filter(|line| !line.is_empty())
    }
}

/// What a content is put on: marked as what it is, on the coach's paper if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    stamp: Stamp,
    letterhead: Option<&'a Letterhead>,
}

impl<'a> Paper<'a> {
    /// A paper with a letterhead, which shows where the document is from the coach.
    #[must_use]
    pub fn new(stamp: Stamp, letterhead: Option<&'a Letterhead>) -> Self {
        Self { stamp, letterhead }
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The letterhead, where it may stand. It names the coach: it never stands where nobody is named,
    /// nor on what is the coachee's to say, nor on what the coach writes for the coach. The data sheet
    /// says by itself who the coach is, and is one page.
    pub(crate) fn letterhead(&self, content: &Content) -> Option<&'a Letterhead> {
        let is_from_the_coach = !content.coach.is_empty()
            && content.chair != Chair::Coach
            && !content.from_the_coachee
            && !matches!(content.kind, Kind::TalkingPoints | Kind::DataSheet);
        let named = |letterhead: &&Letterhead| !letterhead.name.trim().is_empty();
        self.letterhead.filter(|_| is_from_the_coach).filter(named)
    }
}

impl From<Stamp> for Paper<'_> {
    fn from(stamp: Stamp) -> Self {
        Self::new(stamp, None)
    }
}
