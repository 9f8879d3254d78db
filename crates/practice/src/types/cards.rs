//! Parts of answers that several screens share.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::agreement::{Boundary, BoundaryChange, RatersChange};
use coaching::day::Day;
use coaching::ids::{
    AgreementId, CommitmentId, ContactId, GoalId, MeetingId, NoteId, PartyId, PersonId, PositionId,
    ReleaseId, SessionId, TemplateId,
};
use coaching::words::{
    Chairs, Channel, CommitmentStatus, Consent, Consulted, DocumentKind, ExceptionKind, Influence,
    Level, MeetingKind, MeetingStatus, Role, Rule, SessionStatus, Stance, Teller, Topic, Voice,
};
use serde::Serialize;
use ts_rs::TS;

use super::{AskDocument, ThreadName};

/// A party.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PartyCard {
    pub id: PartyId,
    pub person: PersonId,
    pub name: String,
    pub title: String,
    pub organisation: String,
    pub role: Role,
    pub level: Level,
    /// None when nobody said.
    pub influence: Option<Influence>,
    pub relation: String,
    pub joined: Day,
    pub left: Option<Day>,
}

/// A version of the boundaries.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AgreementCard {
    pub id: AgreementId,
    pub effective: Day,
    /// The day on which it was put to the parties, where that was kept.
    pub drafted: Option<Day>,
    /// Since when it has been in force; none while the coachee has not assented.
    pub in_force_from: Option<Day>,
    /// True when it is the one in force on the page's day.
    pub in_force: bool,
    pub boundaries: Vec<Boundary>,
    pub assents: Vec<AssentCard>,
    /// The fewest raters that a combined figure rests on.
    pub raters: u8,
    pub additions: String,
    /// The effective day of the version whose place it takes; none when it is the first.
    pub before: Option<Day>,
    /// What changes from that version, or from the rules that hold without one.
    pub changes: Vec<BoundaryChange>,
    /// What changes, likewise, in how many raters a combined figure rests on.
    pub raters_change: Option<RatersChange>,
}

/// A party's assent, or that it is missing.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AssentCard {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
    pub on: Option<Day>,
    pub how: Option<Consent>,
}

/// A session in a list.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SessionCard {
    pub id: SessionId,
    /// Its number among the sessions that took place or are to come; 0 for the others.
    pub number: u32,
    pub on: Day,
    pub at: String,
    pub minutes: u16,
    pub status: SessionStatus,
    /// Of a cancelled one: it was cancelled late.
    pub late: bool,
    /// The first words of its record.
    pub beginning: String,
}

/// A meeting in a list.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MeetingCard {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub on: Day,
    pub at: String,
    pub status: MeetingStatus,
    pub who: Vec<String>,
    pub agreed: u32,
}

/// A promise.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct CommitmentCard {
    pub id: CommitmentId,
    /// None when it was the coach.
    pub by: Option<PartyId>,
    pub by_name: String,
    pub text: String,
    pub made: Day,
    pub due: Option<Day>,
    pub status: CommitmentStatus,
    pub settled: Option<Day>,
    pub session: Option<SessionId>,
    pub meeting: Option<MeetingId>,
    pub chairs: Chairs,
}

/// A dated note on one topic.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct NoteCard {
    pub id: NoteId,
    pub topic: Topic,
    pub on: Day,
    pub text: String,
    pub said_by: Option<PartyId>,
    pub said_by_name: String,
    pub session: Option<SessionId>,
    pub goal: Option<GoalId>,
    /// The threads in which an insight stands.
    pub threads: Vec<ThreadName>,
    pub chairs: Chairs,
}

/// Where a party stands on a goal.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PositionCard {
    pub id: PositionId,
    pub party: PartyId,
    pub name: String,
    pub goal: GoalId,
    pub on: Day,
    pub stance: Stance,
    pub words: String,
    pub chairs: Chairs,
}

/// What the sponsor's side told the coach.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ContactCard {
    pub id: ContactId,
    pub party: PartyId,
    pub name: String,
    pub on: Day,
    pub how: Channel,
    pub text: String,
    pub coachee_told: Option<Day>,
    pub withheld: String,
    /// The first day on which it was no longer withheld.
    pub resolved: Option<Day>,
    /// True while it is withheld from the coachee.
    pub is_withheld: bool,
    pub chairs: Chairs,
}

/// A release.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ReleaseCard {
    pub id: ReleaseId,
    /// None for the supervisor and the public.
    pub party: Option<PartyId>,
    pub audience: String,
    pub topic: Topic,
    pub wording: String,
    pub voice: Voice,
    pub given: Day,
    pub how: Consent,
    pub withdrawn: Option<Day>,
    pub note: Option<NoteId>,
    pub session: Option<SessionId>,
    /// True when the text it came from no longer holds the released wording.
    pub changed: bool,
    pub goal: Option<GoalId>,
    /// The rule that the topic is under for that audience today; none for the public.
    pub rule: Option<Rule>,
}

/// A document that can be made now.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DocumentRow {
    pub document: AskDocument,
    pub for_whom: String,
    pub role: Option<Role>,
    pub meeting_kind: Option<MeetingKind>,
    pub meeting_on: Option<Day>,
}

/// An entry of the ledger.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct LedgerCard {
    pub number: u32,
    pub on: Day,
    /// None when it went to the public.
    pub to: Option<PartyId>,
    pub to_name: String,
    pub by: Teller,
    pub how: Channel,
    /// The words, or empty for a document.
    pub wording: String,
    pub topic: Option<Topic>,
    pub document: Option<DocumentKind>,
    /// The ground's kind, by [`coaching::ledger::Ground::word`].
    pub ground: String,
    /// The day of the agreement, release or meeting that was the ground.
    pub because: Option<Day>,
    /// With an exception: what made it necessary, whom the coach consulted, and why.
    pub exception: Option<ExceptionKind>,
    pub consulted: Option<Consulted>,
    pub reason: String,
    /// False from the first entry at which the chain is broken.
    pub holds: bool,
}

/// Boundaries that the coach likes to start from.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct TemplateCard {
    pub id: TemplateId,
    pub name: String,
    pub boundaries: Vec<Boundary>,
    pub additions: String,
}
