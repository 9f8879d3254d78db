//! What concerns other readers: one person who asks what is kept about them, a procurement office.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{EngagementId, PersonId};
use coaching::words::{About, Detail, DocumentKind, Language, Topic};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Format;

/// Everything that is kept about one person.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskAccess {
    pub person: PersonId,
}

/// Everything that is kept about one person, for the coach to look through.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AccessPage {
    pub person: PersonId,
    pub name: String,
    pub items: Vec<AccessItem>,
}

/// One thing that is kept about a person.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AccessItem {
    /// What a decision refers to: it changes when the words do.
    pub key: String,
    /// None for what is kept about the person as such.
    pub engagement: Option<EngagementId>,
    pub engagement_name: String,
    pub topic: Option<Topic>,
    pub detail: Option<Detail>,
    /// A document that was handed over; there are no words then.
    pub document: Option<DocumentKind>,
    pub on: Option<Day>,
    pub text: String,
    pub about: About,
    /// Other people whom it names, or whose words it is.
    pub others: Vec<String>,
    pub proposed: Proposed,
}

/// What the program proposes for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum Proposed {
    /// It can go to the person as it is.
    Include,
    /// The coach has to decide.
    Review,
}

/// Write the answer to an access request: as a draft, or handed over.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct WriteAccess {
    pub person: PersonId,
    /// One for each item that was shown, in any order.
    pub decisions: Vec<AccessDecision>,
    /// None is the language of the first engagement in which they stand.
    #[serde(default)]
    pub language: Option<Language>,
    pub format: Format,
    pub folder: String,
    pub hand_over: bool,
}

/// What the coach decided about one item.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AccessDecision {
    pub key: String,
    pub decision: Decision,
}

/// What becomes of an item.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Decision {
    /// It goes to the person as it is.
    Include,
    /// It stays out; the reason is told and counted.
    LeaveOut { reason: String },
    /// Other words stand in its place.
    Redact { text: String },
}

/// Write the one page on how data is handled.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct WriteDataSheet {
    pub language: Language,
    pub format: Format,
    pub folder: String,
}
