//! What the coachee consents to, and what concerns a consent: contacts, releases, approvals, and how
//! boundaries begin.

use serde::{Deserialize, Serialize};

use crate::agreement::Boundary;
use crate::day::Day;
use crate::ids::{
    ApprovalId, ContactId, GoalId, MeetingId, NoteId, PartyId, ReleaseId, SessionId, TemplateId,
};
use crate::text::{Text, Wording, about, keeping, keeping_wording};
use crate::words::{Channel, Consent, DocumentKind, Topic, Voice};

/// What somebody on the sponsor's side told the coach: the coach's note of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// Who told.
    pub party: PartyId,
    /// When.
    pub on: Day,
    /// How.
    pub how: Channel,
    /// What.
    #[serde(with = "keeping")]
    pub text: Text<about::SponsorContact>,
    /// The day on which the coachee was told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coachee_told: Option<Day>,
    /// Why it is or was withheld from the coachee; empty when it never was.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub withheld: Text<about::Reflections>,
    /// The first day on which it was no longer withheld; none while it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Day>,
}

impl Contact {
    /// True while it is withheld from the coachee: neither told nor resolved.
    #[must_use]
    pub fn is_withheld(&self, on: Day) -> bool {
        let to_come = |day: Option<Day>| day.is_none_or(|day| on < day);
        !self.withheld.is_empty() && to_come(self.resolved) && to_come(self.coachee_told)
    }
}

/// For whom a release was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// One party of the engagement.
    Party(PartyId),
    /// The coach's supervisor.
    Supervisor,
    /// Anybody: an anonymised story.
    Public,
}

/// Wording that the coachee has approved for one audience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its id.
    pub id: ReleaseId,
    /// For whom.
    pub audience: Audience,
    /// On which topic.
    pub topic: Topic,
    /// The exact wording.
    #[serde(with = "keeping_wording")]
    pub wording: Wording,
    /// Whose voice it is in.
    pub voice: Voice,
    /// The day it was given.
    pub given: Day,
    /// How consent was given.
    pub how: Consent,
    /// The first day on which it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Day>,
    /// The note it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// The session whose record it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The goal it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
}

impl Release {
    /// True from the day it was given up to, not including, the day it was withdrawn.
    #[must_use]
    pub fn counts(&self, on: Day) -> bool {
        self.given <= on && self.withdrawn.is_none_or(|withdrawn| on < withdrawn)
    }
}

/// The coachee's approval of exactly one content of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Its id.
    pub id: ApprovalId,
    /// Which document.
    pub document: DocumentKind,
    /// For whom the document is; none when it is for the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// The meeting that a brief prepares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// SHA-256 of the content, in hexadecimal.
    pub content: String,
    /// What the content said, to show which line changed since; empty where it was not kept.
    #[serde(
        default,
        skip_serializing_if = "Wording::no_words",
        with = "keeping_wording"
    )]
    pub said: Wording,
    /// When the coachee approved.
    pub on: Day,
    /// How.
    pub how: Consent,
}

/// A name that was named in an engagement, and what the coach decided about it for documents without
/// names (`docs/confidentiality.md`, other audiences).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Mask {
    /// The name as it is written, never blank; capitals and accents do not count.
    pub name: String,
    /// What stands in its place, such as "a colleague"; none when it names nobody and stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<String>,
}

/// Boundaries that the coach likes to start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// What the coach calls it; no two are called the same.
    pub name: String,
    /// The boundaries; at most one for each topic and role.
    pub boundaries: Vec<Boundary>,
    /// What is agreed besides.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub additions: Text<about::Engagement>,
}
