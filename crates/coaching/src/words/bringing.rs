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
