//! Answers: what a screen shows. Everything on them is for the coach's eyes.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::agreement::Boundary;
use coaching::closing::Keeps;
use coaching::day::Day;
use coaching::ids::{DecisionId, EngagementId, GoalId, MeetingId, PartyId, ReleaseId, SessionId};
use coaching::page::KeptBack;
use coaching::record::{Coach, Mask, Organisation, Person};
use coaching::view::{Ground, View};
use coaching::words::{
    Chairs, CoachDoes, EngagementStatus, Language, MeetingKind, MeetingStatus, OddHour, Role,
    SessionStatus, Topic,
};
use serde::Serialize;
use ts_rs::TS;

use super::{
    AgendaLine, AgreementCard, AskDocument, ClarityCard, CommitmentCard, ContactCard, CountedCard,
    DocumentRow, DriftRow, GoalCard, Growing, LedgerCard, LineChairs, MeetingCard, NextMeeting,
    NoteCard, PaceCard, PartyCard, PositionCard, ReleaseCard, Remembered, SessionCard, StopCard,
    Story,
};

/// Whether a vault is open, and what the first screen needs.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DeskState {
    pub open: bool,
    /// True while the sample practice is looked at: each page says so.
    pub sample: bool,
    pub today: Day,
    /// The folder of the vault that is open, or was opened last, or is proposed for a new one.
    pub folder: String,
    /// True when a vault stands in that folder.
    pub exists: bool,
    /// True when that vault can be opened through the system's keychain.
    pub keychain: bool,
    /// True when that vault can be opened with a recovery key.
    pub recovery: bool,
    /// True while the window lies on the table of a meeting.
    pub in_room: bool,
    pub coach: String,
    /// Once, when the keychain could not be used: a message for the coach.
    pub notice: Option<String>,
}

/// An engagement in the list.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct EngagementCard {
    pub id: EngagementId,
    pub name: String,
    pub coachee: String,
    pub sponsors: Vec<String>,
    pub organisation: String,
    pub status: EngagementStatus,
    pub language: Language,
    pub began: Day,
    pub planned_end: Option<Day>,
    pub ended: Option<Day>,
    pub planned_sessions: u16,
    pub held_sessions: u32,
    pub last_session: Option<Day>,
    pub next_session: Option<Day>,
    pub next_meeting: Option<Day>,
}

/// Everybody.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct People {
    pub people: Vec<PersonCard>,
    pub organisations: Vec<Organisation>,
}

/// A person and where they stand.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PersonCard {
    pub person: Person,
    pub organisation: String,
    pub stands_in: Vec<StandsIn>,
}

/// One engagement in which a person stands.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct StandsIn {
    pub engagement: EngagementId,
    pub name: String,
    pub role: Role,
}

/// One engagement.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct EngagementPage {
    pub id: EngagementId,
    pub name: String,
    pub status: EngagementStatus,
    pub language: Language,
    pub began: Day,
    pub planned_end: Option<Day>,
    pub ended: Option<Day>,
    pub planned_sessions: u16,
    pub session_minutes: u16,
    pub pace: PaceCard,
    pub fees: String,
    /// Who may know the fees, at the most.
    pub fees_chairs: Chairs,
    pub coachee: PartyId,
    pub coachee_name: String,
    pub on: Day,
    pub parties: Vec<PartyCard>,
    pub story: Story,
    pub goals: Vec<GoalCard>,
    pub baseline_on: Option<Day>,
    pub drift: Vec<DriftRow>,
    pub agreements: Vec<AgreementCard>,
    pub sessions: Vec<SessionCard>,
    pub meetings: Vec<MeetingCard>,
    pub commitments: Vec<CommitmentCard>,
    pub notes: Vec<NoteCard>,
    pub positions: Vec<PositionCard>,
    pub contacts: Vec<ContactCard>,
    pub releases: Vec<ReleaseCard>,
    pub documents: Vec<DocumentRow>,
    pub ledger: Vec<LedgerCard>,
    /// The rule that a new agreement starts from, for each topic and role.
    pub default_boundaries: Vec<Boundary>,
    /// What was decided about names, for documents without names.
    pub masks: Vec<Mask>,
}

/// The goals of an engagement on a day, beside what was last agreed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct GoalsPage {
    pub on: Day,
    pub goals: Vec<GoalCard>,
    pub baseline_on: Option<Day>,
    pub drift: Vec<DriftRow>,
}

/// The engagement as one party may see it, and beside it what is kept back.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ChairPage {
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub party: PartyId,
    pub chair: Chairs,
    pub view: View,
    /// Why each line is allowed, in the order of the view.
    pub why: Vec<Why>,
    pub kept_back: Vec<KeptBack>,
    /// The effective day of the agreement in force on that day: whose rules these are.
    pub agreement: Option<Day>,
    /// The days between which the slider moves.
    pub from: Day,
    pub to: Day,
    pub parties: Vec<PartyCard>,
}

/// Why one line is allowed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Why {
    pub topic: Topic,
    pub text: String,
    pub why: Ground,
}

/// One session: prepare, notes, close.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SessionPage {
    pub id: SessionId,
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub coachee: String,
    pub number: u32,
    pub on: Day,
    pub at: String,
    pub minutes: u16,
    pub status: SessionStatus,
    pub counted: CountedCard,
    /// What is odd about its hour.
    pub odd: Vec<OddHour>,
    pub pace: PaceCard,
    /// The session after it, as the rhythm proposes it; none where one is planned.
    pub next: Option<StopCard>,
    pub line_chairs: LineChairs,
    pub preparation: String,
    pub opening: String,
    pub record: String,
    pub reflective: String,
    /// The chair of the record and of the reflective note.
    pub record_chairs: Chairs,
    pub reflective_chairs: Chairs,
    pub notes: Vec<NoteCard>,
    pub commitments: Vec<CommitmentCard>,
    pub before: SessionBefore,
    pub parties: Vec<PartyCard>,
    pub goals: Vec<GoalCard>,
}

/// What a coach looks at before a session.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SessionBefore {
    pub last: Option<SessionCard>,
    pub last_opening: String,
    pub last_record: String,
    pub days_since: Option<i64>,
    pub next_meeting: Option<MeetingCard>,
    pub days_until_meeting: Option<i64>,
    pub open_commitments: Vec<CommitmentCard>,
    pub practices: Vec<NoteCard>,
    pub insights: Vec<NoteCard>,
    /// Threads that grew since the session before the last.
    pub growing: Vec<Growing>,
    /// None while no agreement is in force.
    pub remembered: Option<Remembered>,
    pub drift: Vec<DriftRow>,
}

/// One three-way meeting: prepare, hold, afterwards.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MeetingPage {
    pub id: MeetingId,
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub coachee: String,
    pub kind: MeetingKind,
    pub on: Day,
    pub at: String,
    pub minutes: u16,
    pub place: String,
    pub status: MeetingStatus,
    pub invited: Vec<PartyId>,
    pub attended: Vec<PartyId>,
    pub parties: Vec<PartyCard>,
    pub good_outcome: String,
    pub from_my_manager: String,
    pub on_the_table: String,
    pub off_the_table: String,
    pub coach_does: Option<CoachDoes>,
    pub reflective: String,
    pub debrief: String,
    pub agreed: Vec<AgreedCard>,
    pub decisions: Vec<DecisionCard>,
    pub commitments: Vec<CommitmentCard>,
    pub last_meeting: Option<MeetingCard>,
    pub last_decisions: Vec<String>,
    pub open_commitments: Vec<CommitmentCard>,
    pub baseline_on: Option<Day>,
    pub baseline: Vec<AgreedCard>,
    pub drift: Vec<DriftRow>,
    pub positions: Vec<PositionCard>,
    pub goals: Vec<GoalCard>,
    pub sessions_held: u32,
    pub sessions_planned: u16,
    pub agenda: Vec<AgendaLine>,
    /// The agenda that is usual for this kind of meeting.
    pub usual_agenda: Vec<AgendaLine>,
    pub clarity: ClarityCard,
    /// The goals on which parties pull apart.
    pub apart: Vec<GoalId>,
    /// All promises by the day of the page, whoever made them.
    pub promised: Vec<CommitmentCard>,
    /// What would help from the organisation.
    pub support: Vec<NoteCard>,
    /// The meeting that usually comes next; none once one is planned.
    pub next: Option<NextMeeting>,
    /// True when leaving the table's view asks for the passphrase.
    pub leaving_asks: bool,
    pub documents: Vec<DocumentRow>,
}

/// A goal wording that a meeting agreed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AgreedCard {
    pub meeting: MeetingId,
    pub goal: GoalId,
    pub wording: String,
    pub measure: String,
}

/// Something that a meeting decided.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DecisionCard {
    pub id: DecisionId,
    pub text: String,
}

/// A document as it would leave the coach's hands.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DocumentPage {
    pub document: AskDocument,
    pub for_whom: String,
    pub file_name: String,
    /// The content as plain text, line by line.
    pub lines: Vec<DocumentLine>,
    /// The content's digest: what an approval is of.
    pub content: String,
    /// True when the document needs the coachee's approval before it is handed over.
    pub needs_approval: bool,
    /// The day on which exactly this content was approved.
    pub approved: Option<Day>,
    /// True when another content was approved before: it has changed since.
    pub changed_since_approval: bool,
    /// Which lines changed since, where the approved content was kept.
    pub changed: Vec<ChangedLine>,
    /// Words in a document without names that may be names, and that nothing has been decided about.
    pub unsure: Vec<String>,
    /// In a client's story: how many released wordings are left out because they hold a known name.
    pub left_out: u32,
}

/// A line of a document that changed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ChangedLine {
    /// As it was approved; none when it is new.
    pub was: Option<String>,
    /// As it is; none when it is gone.
    pub is: Option<String>,
}

/// One line of a document, and why it is allowed if it comes from the record.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DocumentLine {
    pub text: String,
    /// "title", "heading", "quotation", "text" or "small".
    pub style: String,
    pub why: Option<Ground>,
    /// Where it comes from, to be changed there.
    pub from: Option<LineFrom>,
}

/// What a line of a document comes from.
#[derive(Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum LineFrom {
    Release(ReleaseId),
    Meeting(MeetingId),
    Goal(GoalId),
}

/// What was written where.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Written {
    pub path: String,
    pub handed_over: bool,
}

/// The coach's settings.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Settings {
    pub coach: Coach,
    pub keychain: bool,
    pub folder: String,
    pub keeps: Keeps,
}

/// The id of something new.
#[derive(Debug, Serialize, TS)]
#[ts(export)]
pub struct Made {
    pub id: String,
}
