//! Notes of sessions from before this program, before any of them is kept.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::EngagementId;
use coaching::words::{Chairs, NotesWill, WhyNoNotes};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is given of a file.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum FileGiven {
    /// Its bytes, in base64.
    Bytes(String),
    /// Nothing: it is larger than the largest file that is read.
    TooLarge,
    /// Nothing: the system does not let it be read.
    Unreadable,
}

changes! {
    /// A file with the notes of one session.
    pub struct NotesFile {
        /// Its name, without its folder. Its ending says what it is.
        pub name: String,
        pub given: FileGiven,
        /// Its day; as it is written in it when left out.
        pub on: Option<Day>,
        /// True when it is not to be brought in.
        pub leave: bool,
    }

    /// Files of notes of one engagement's sessions: to be looked at, or to be brought in.
    pub struct NotesAsked {
        pub engagement: EngagementId,
        pub files: Vec<NotesFile>,
    }
}

/// What files of notes hold. Nothing of it is kept yet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct NotesSeen {
    /// One for each file, in their order.
    pub files: Vec<NotesFileSeen>,
    /// How long a new session counts as, in minutes: as the engagement's are meant to be.
    pub minutes: u16,
    /// Whose eyes may see the records into which the words would come. Nothing is brought in before three.
    pub chairs: Chairs,
}

/// A file of notes, and what bringing it in would do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct NotesFileSeen {
    pub name: String,
    /// How many words are in it.
    pub words: usize,
    /// The first of them.
    pub beginning: String,
    /// Its day, as it was said or is written in it.
    pub on: Option<Day>,
    pub will: NotesWill,
    /// Why it is left out.
    pub why: Option<WhyNoNotes>,
}

/// What was brought in from files of notes.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
#[ts(export)]
pub struct NotesBrought {
    /// How many sessions are new.
    pub new: usize,
    /// How many files came into the record of a session that was there, or that another file had made.
    pub added: usize,
}
