//! What other programs' files hold, before any of it is kept.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::ids::PersonId;
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
