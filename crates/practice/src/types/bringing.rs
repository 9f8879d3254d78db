//! What other programs' files hold, before any of it is kept.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{EngagementId, PersonId};
use coaching::words::{EntryWill, OddHour, WhyLeft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a file of contacts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ContactsFile {
    /// vCard, 2.1 to 4.0.
    Cards,
    /// A table, as CSV.
    Table,
}

/// What a column of a table says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ContactColumn {
    Name,
    GivenName,
    FamilyName,
    Called,
    Title,
    Organisation,
    Email,
    Phone,
    /// Left behind.
    Nothing,
}

changes! {
    /// Looks into a file of contacts. Its bytes are in base64.
    pub struct LookAtContacts {
        pub file: String,
        pub kind: ContactsFile,
        /// What the columns of a table say; as its heading suggests when left out.
        pub columns: Option<Vec<ContactColumn>>,
    }

    /// Brings people in from a file of contacts: those at these places of it.
    pub struct BringContacts {
        pub file: String,
        pub kind: ContactsFile,
        pub columns: Option<Vec<ContactColumn>>,
        pub places: Vec<u32>,
    }

    /// Looks into a calendar (iCalendar). Its bytes are in base64.
    pub struct CalendarAsked {
        pub file: String,
        /// Of whom titles are, beside those that are remembered and in place of them.
        pub titles: Vec<CalendarTitle>,
        /// The first day that is looked at; three months back when left out.
        pub from: Option<Day>,
        /// The last day; a year ahead when left out.
        pub to: Option<Day>,
    }

    /// Of whom a title is; of nobody when no engagement is given.
    pub struct CalendarTitle { pub title: String, pub engagement: Option<EngagementId> }

    /// Brings sessions in from a calendar: what was chosen of it, by its keys.
    pub struct BringSessions {
        pub calendar: CalendarAsked,
        pub entries: Vec<String>,
    }
}

/// What a calendar holds. Nothing of it is kept yet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct CalendarSeen {
    /// The first day that was looked at.
    pub from: Day,
    /// The last: what recurs for ever is read no further.
    pub to: Day,
    /// The zone on whose clock the hours are.
    pub zone: String,
    pub titles: Vec<TitleSeen>,
    /// What is of somebody, by day and hour.
    pub sessions: Vec<EntrySeen>,
    /// How many times end before they begin.
    pub backwards: usize,
    /// How many entries have no beginning, or recur more than once a day.
    pub left_out: usize,
}

/// A title in a calendar. Titles that differ in capitals, numbers or marks alone are one.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct TitleSeen {
    pub title: String,
    /// How often it stands there.
    pub count: usize,
    /// Of whom it is; none of nobody.
    pub engagement: Option<EngagementId>,
}

/// An entry of a calendar, and what bringing it in would do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct EntrySeen {
    /// By which it is chosen.
    pub key: String,
    /// Empty for what was taken out of a series.
    pub title: String,
    pub on: Day,
    /// Empty for whole days.
    pub at: String,
    pub minutes: u32,
    pub engagement: EngagementId,
    pub name: String,
    pub will: EntryWill,
    /// Why it is left out.
    pub why: Option<WhyLeft>,
    /// The session as it is now.
    pub was: Option<EntryWas>,
    pub odd: Vec<OddHour>,
    /// True when it is brought in unless somebody says otherwise.
    pub proposed: bool,
}

/// A session as it is before an entry is brought in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct EntryWas {
    pub on: Day,
    pub at: String,
    pub minutes: u16,
}

/// What was brought in from a calendar.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
#[ts(export)]
pub struct SessionsBrought {
    /// How many sessions are new.
    pub new: usize,
    /// How many were changed.
    pub changed: usize,
    /// How many were cancelled.
    pub cancelled: usize,
}

/// What a file of contacts holds. Nothing of it is kept yet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ContactsSeen {
    /// The heading of a table; empty for cards.
    pub head: Vec<String>,
    /// What each column is taken for.
    pub columns: Vec<ContactColumn>,
    pub people: Vec<ContactSeen>,
    /// How many entries name nobody.
    pub left_out: usize,
}

/// A person in such a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct ContactSeen {
    /// Where in the file, from 0.
    pub place: u32,
    pub name: String,
    pub called: String,
    pub title: String,
    pub organisation: String,
    pub email: String,
    pub phone: String,
    /// Who is there already and seems to be the same.
    pub known: Option<PersonId>,
}

/// What was brought in.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
pub struct Brought {
    /// How many people are new.
    pub people: usize,
    /// How many organisations are new.
    pub organisations: usize,
}
