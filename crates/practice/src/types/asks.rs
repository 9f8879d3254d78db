//! Questions that the interface asks.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{AgreementId, EngagementId, GoalVersionId, MeetingId, PartyId, SessionId};
use coaching::words::{DocumentKind, Teller};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Make a vault in a folder.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct CreateVault {
    pub folder: String,
    pub passphrase: String,
    /// Keep a key in the system's keychain, so that this laptop opens the vault by itself.
    pub remember: bool,
}

/// Open a vault.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    pub folder: String,
    /// None asks the system's keychain.
    pub passphrase: Option<String>,
}

/// Turn the keychain on or off for the open vault.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Remember {
    pub remember: bool,
}

/// Change the passphrase of the open vault.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    pub old: String,
    pub new: String,
}

/// One engagement, on a day (today when none).
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskEngagement {
    pub engagement: EngagementId,
    pub on: Option<Day>,
}

/// One chair of an engagement, on a day (today when none).
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskChair {
    pub engagement: EngagementId,
    pub party: PartyId,
    pub on: Option<Day>,
}

/// One session.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskSession {
    pub session: SessionId,
}

/// One three-way meeting.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskMeeting {
    pub meeting: MeetingId,
}

/// A document: of which kind, for whom (the coach when none), for which meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskDocument {
    pub engagement: EngagementId,
    pub kind: DocumentKind,
    pub party: Option<PartyId>,
    pub meeting: Option<MeetingId>,
    pub on: Option<Day>,
    /// The version, for an agreement to sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementId>,
    /// For a case sheet: whether the coach's own reflections stand in it.
    #[serde(default)]
    pub reflections: bool,
    /// For a case sheet: what the coach asks the supervisor.
    #[serde(default)]
    pub question: String,
    /// For talking points: whom they are for, and what they are about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<AskPoints>,
    /// For an invitation: who invites; the coachee when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Teller>,
}

impl AskDocument {
    /// A document of an engagement as of today, with nothing else said about it.
    #[must_use]
    pub fn new(engagement: EngagementId, kind: DocumentKind) -> Self {
        Self {
            engagement,
            kind,
            party: None,
            meeting: None,
            on: None,
            agreement: None,
            reflections: false,
            question: String::new(),
            points: None,
            from: None,
        }
    }
}

/// What talking points are about: all that waits to be told, or the goal of one telling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskPoints {
    /// Who would be told; the sponsor when none.
    pub to: Option<PartyId>,
    /// The version of the telling; all that wait when none.
    pub version: Option<GoalVersionId>,
    /// True when the coachee asks that what is kept private is named as well.
    #[serde(default)]
    pub private: bool,
}

/// The format of a document's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Pdf,
    Docx,
    Md,
    Html,
    /// An entry for a calendar: of an invitation alone.
    Ics,
}

/// Write a document to a folder: as a draft, or handed over.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct WriteDocument {
    pub document: AskDocument,
    pub format: Format,
    pub folder: String,
    pub hand_over: bool,
}
