//! The disclosure ledger: what reached whom, in which words, by whom, when, on which ground.
//!
//! Append-only and chained: each entry's hash covers the hash before it. The ledger tells what a
//! party *knows*; it never gives permission to print.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{AgreementId, GoalVersionId, MeetingId, PartyId, ReleaseId};
use crate::text::{Wording, keeping_wording};
use crate::words::{Channel, Consulted, DocumentKind, ExceptionKind, Teller, Topic};

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Its number in this engagement's ledger, from 1 without gaps.
    pub number: u32,
    /// The day on which it reached the party.
    pub on: Day,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// Whom it reached; none when it went to the public, as an anonymised story does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartyId>,
    /// Who told.
    pub by: Teller,
    /// How.
    pub how: Channel,
    /// What.
    pub what: Disclosed,
    /// On which ground.
    pub ground: Ground,
    /// The hash of the entry before, in hexadecimal; empty for the first.
    pub previous: String,
    /// The SHA-256 of [`Disclosure::sealed`], in hexadecimal.
    pub hash: String,
}

/// What reached a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Disclosed {
    /// Words that were said or written.
    Words {
        /// On which topic.
        topic: Topic,
        /// The exact wording.
        #[serde(with = "keeping_wording")]
        wording: Wording,
        /// The goal version that they told of, if they did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<GoalVersionId>,
    },
    /// A document that was handed over.
    Document {
        /// Which.
        kind: DocumentKind,
        /// SHA-256 of its bytes, in hexadecimal.
        sha256: String,
        /// SHA-256 of the content that the coachee approved, in hexadecimal.
        content: String,
    },
}

/// The ground on which something was disclosed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ground {
    /// A boundary of an agreement.
    Boundary(AgreementId),
    /// A release.
    Release(ReleaseId),
    /// A meeting in which it was said.
    Meeting(MeetingId),
    /// The coachee told it themselves.
    CoacheesOwn,
    /// The coachee's approval of the document.
    Approval,
    /// It reached the coachee, whose record it is.
    TwoChairRecord,
    /// The boundaries themselves were put to a party, to be agreed.
    Proposal(AgreementId),
    /// The supervisor hears the case without names.
    Supervision,
    /// A person's own right to what is kept about them.
    Access,
    /// An exception: deliberate, reasoned, never automatic.
    Exception(Exception),
}

/// Why something was disclosed that no boundary allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What made it necessary.
    pub kind: ExceptionKind,
    /// The coach's written reason, never blank.
    #[serde(with = "keeping_wording")]
    pub reason: Wording,
    /// Whom the coach consulted first.
    pub consulted: Consulted,
}

impl Ground {
    /// The word under which its kind is kept.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Boundary(_) => "boundary",
            Self::Release(_) => "release",
            Self::Meeting(_) => "meeting",
            Self::CoacheesOwn => "coachees-own",
            Self::Approval => "approval",
            Self::TwoChairRecord => "two-chair-record",
            Self::Proposal(_) => "proposal",
            Self::Supervision => "supervision",
            Self::Access => "access",
            Self::Exception(_) => "exception",
        }
    }
}

impl Disclosure {
    /// The bytes that the hash covers: everything in the entry but the hash itself, each field led
    /// by its length so that no two entries share them.
    #[must_use]
    pub fn sealed(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut field = |text: &str| {
            bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
        };
        field("three-chairs-ledger-1");
        field(&self.previous);
        field(&self.number.to_string());
        field(&self.on.to_string());
        field(&self.recorded.to_rfc3339());
        field(self.to.as_ref().map_or("", PartyId::as_str));
        field(self.by.word());
        field(self.how.word());
        match &self.what {
            Disclosed::Words {
                topic,
                wording,
                version,
            } => {
                field("words");
                field(topic.word());
                field(wording.for_the_coach());
                field(version.as_ref().map_or("", |version| version.as_str()));
            }
            Disclosed::Document {
                kind,
                sha256,
                content,
            } => {
                field("document");
                field(kind.word());
                field(sha256);
                field(content);
            }
        }
        field(self.ground.word());
        match &self.ground {
            Ground::Boundary(id) | Ground::Proposal(id) => field(id.as_str()),
            Ground::Release(id) => field(id.as_str()),
            Ground::Meeting(id) => field(id.as_str()),
            Ground::CoacheesOwn
            | Ground::Approval
            | Ground::TwoChairRecord
            | Ground::Supervision
            | Ground::Access => {}
            Ground::Exception(exception) => {
                field(exception.reason.for_the_coach());
                field(exception.kind.word());
                field(exception.consulted.word());
            }
        }
        bytes
    }
}

/// The number of the first entry at which the chain is broken, given the hash function (SHA-256 in
/// hexadecimal); none when it holds.
#[must_use]
pub fn first_break(entries: &[Disclosure], hash: impl Fn(&[u8]) -> String) -> Option<u32> {
    let mut previous = "";
    for (entry, number) in entries.iter().zip(1..) {
        let holds = entry.number == number
            && entry.previous == previous
            && entry.hash == hash(&entry.sealed());
        if !holds {
            return Some(number);
        }
        previous = &entry.hash;
    }
    None
}
