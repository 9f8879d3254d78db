//! Reads files of other programs into plain data: contacts, a calendar's events, tables, notes.
//!
//! Bytes go in, plain data comes out. Nothing is looked up, opened or kept, no clock is asked; what a
//! file may cost is bounded before it is kept ([`LARGEST`], [`MOST_CELLS`], [`MOST_EVENTS`]). What one of
//! these files means for the practice is decided elsewhere.

mod calendar;
mod contacts;
mod notes;
mod packed;
mod table;
mod text;

pub use calendar::{Calendar, Event, MOST_EVENTS, calendar};
pub use contacts::{Contact, Contacts, MOST_CONTACTS, contacts};
pub use notes::{Written, notes};
pub use table::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, csv, xlsx};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// Why a file was not read. It names nothing of what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// Larger than [`LARGEST`], or it unpacks to more than that.
    #[error("The file is too large to be read: it holds, or unpacks to, more than 32 MB.")]
    TooLarge,
    /// Not the kind of file that was asked for, or too damaged to be told.
    #[error("This is not {0}, or the file is damaged.")]
    NotA(&'static str),
    /// Nothing in it.
    #[error("There is nothing in this file that could be brought in.")]
    Empty,
    /// More entries than can be looked through.
    #[error("The file holds more than {0} entries. Export a shorter time or fewer of them.")]
    TooMany(usize),
    /// A time zone that is not known.
    #[error("The time zone of this computer is not known to the program.")]
    UnknownZone,
}

impl Unreadable {
    /// The code for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "intake.too_large",
            Self::NotA(_) => "intake.not_a",
            Self::Empty => "intake.empty",
            Self::TooMany(_) => "intake.too_many",
            Self::UnknownZone => "intake.unknown_zone",
        }
    }
}

/// One line out of what may be several, without control characters and blanks at its ends.
fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
