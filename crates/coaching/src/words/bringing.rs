//! Words for what is brought in.

use serde::{Deserialize, Serialize};

words! {
    /// What bringing in an entry of a calendar would do.
    EntryWill {
        /// A session is planned; one of a day that is past counts as held.
        New = "new",
        /// Nothing: the session is there already.
        There = "there",
        /// The session takes the entry's day, hour and length.
        Changed = "changed",
        /// The session is cancelled.
        Cancelled = "cancelled",
        /// Nothing: the entry cannot be a session.
        LeftOut = "left-out",
    }
}

impl EntryWill {
    /// Whether bringing the entry in changes anything.
    #[must_use]
    pub fn changes_something(self) -> bool {
        match self {
            Self::New | Self::Changed | Self::Cancelled => true,
            Self::There | Self::LeftOut => false,
        }
    }
}

words! {
    /// Why an entry of a calendar cannot be a session.
    WhyLeft {
        /// It was cancelled before it was ever brought in.
        NeverHere = "never-here",
        /// It is of whole days and has no hour.
        WholeDay = "whole-day",
        /// It is shorter than 5 minutes or longer than 600.
        Length = "length",
        /// It lies before the engagement began.
        BeforeItBegan = "before-it-began",
        /// It lies after the engagement ended.
        AfterItEnded = "after-it-ended",
        /// It was brought in for another engagement.
        Elsewhere = "elsewhere",
    }
}

words! {
    /// What bringing in a file of notes would do.
    NotesWill {
        /// A session of its day that was held, with its words as the record.
        New = "new",
        /// Its words come into the record of a session that is there, after what stands there.
        Added = "added",
        /// Nothing: the record of that day holds these words already.
        There = "there",
        /// Nothing: they cannot be the record of a session, or their day is to be said.
        LeftOut = "left-out",
    }
}

impl NotesWill {
    /// Whether bringing the file in changes anything.
    #[must_use]
    pub fn changes_something(self) -> bool {
        match self {
            Self::New | Self::Added => true,
            Self::There | Self::LeftOut => false,
        }
    }
}

words! {
    /// Why a file of notes is left out.
    WhyNoNotes {
        /// No day is written in its name or first lines.
        NoDay = "no-day",
        /// More than one day is written there, or one that can be read in two ways.
        TwoDays = "two-days",
        /// Its day is still to come.
        Ahead = "ahead",
        /// It lies before the engagement began.
        BeforeItBegan = "before-it-began",
        /// It lies after the engagement ended.
        AfterItEnded = "after-it-ended",
        /// The session of that day was cancelled or missed.
        NotHeld = "not-held",
        /// There are several sessions of that day.
        TwoSessions = "two-sessions",
        /// There are no words in it.
        Empty = "empty",
        /// It is larger than is read, or than a record can be.
        TooLarge = "too-large",
        /// With these words the record would be longer than one can be.
        RecordFull = "record-full",
        /// It is neither a text nor a DOCX file, or it is damaged.
        NotAText = "not-a-text",
        /// The system did not let it be read.
        Unreadable = "unreadable",
    }
}
