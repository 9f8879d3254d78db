//! How long things are kept, holds, and disposal.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::closing::Keeps;
use coaching::day::Day;
use coaching::ids::{DisposalId, EngagementId, HoldId};
use coaching::retention::Disposed;
use coaching::words::{DisposalRule, KeptPart, KeptState, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Format;

changes! {
    /// Nothing of an engagement may be disposed of until this is lifted.
    pub struct HoldEngagement { pub engagement: EngagementId, pub reason: String }

    /// A hold is lifted.
    pub struct LiftHold { pub hold: HoldId }

    /// What a disposal would take away.
    pub struct AskDisposal {
        pub engagement: EngagementId,
        pub part: KeptPart,
        pub rule: DisposalRule,
    }

    /// Dispose of what was shown.
    pub struct Dispose {
        pub engagement: EngagementId,
        pub part: KeptPart,
        pub rule: DisposalRule,
        /// What the page about it said was shown.
        pub shown: String,
        /// The vault's passphrase; the sample practice has none.
        pub passphrase: Option<String>,
    }

    /// Write a certificate of disposal.
    pub struct WriteDisposal {
        pub disposal: DisposalId,
        pub language: Language,
        pub format: Format,
        pub folder: String,
    }
}

/// How long things are kept, across the practice.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RetentionPage {
    pub keeps: Keeps,
    /// Engagements that have ended or are held: what is due first.
    pub engagements: Vec<RetentionCard>,
    /// Engagements that go on, and of which nothing is held: only asking can dispose of them.
    pub running: Vec<RetentionCard>,
    /// The latest first.
    pub certificates: Vec<CertificateCard>,
}

/// One engagement's clocks and holds.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RetentionCard {
    pub engagement: EngagementId,
    pub name: String,
    pub coachee: String,
    pub ended: Option<Day>,
    pub reflective: KeptCard,
    pub record: KeptCard,
    /// The latest first.
    pub holds: Vec<HoldCard>,
}

/// How far a part is from being disposed of.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct KeptCard {
    pub state: KeptState,
    /// Until when it is kept, where a clock runs.
    pub until: Option<Day>,
}

/// A hold.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct HoldCard {
    pub id: HoldId,
    pub on: Day,
    pub reason: String,
    pub lifted: Option<Day>,
}

/// What a disposal would take away, exactly.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DisposalPage {
    pub engagement: EngagementId,
    pub name: String,
    pub part: KeptPart,
    pub rule: DisposalRule,
    pub items: Vec<Disposed>,
    /// Stands for exactly this: disposing asks for it.
    pub shown: String,
    /// True when the passphrase is asked for.
    pub asks: bool,
}

/// A certificate of disposal.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub struct CertificateCard {
    pub id: DisposalId,
    pub engagement: EngagementId,
    /// Just after the disposal: folders with older backups that still hold what is gone.
    pub still_in: Vec<String>,
    /// The engagement's name while it stands.
    pub name: Option<String>,
    pub on: Day,
    pub part: KeptPart,
    pub rule: DisposalRule,
    pub items: Vec<Disposed>,
}
