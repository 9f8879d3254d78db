//! Changes that the coach makes. Days may be left out: then it is today.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::agreement::Boundary;
use coaching::day::Day;
use coaching::ids::{
    AgreementId, CommitmentId, ContactId, EngagementId, GoalId, GoalVersionId, MeetingId, NoteId,
    OrganisationId, PartyId, PersonId, ReleaseId, SessionId, TemplateId,
};
use coaching::record::{Audience, Mask};
use coaching::words::{
    Channel, CoachDoes, CommitmentStatus, Consent, Consulted, EngagementStatus, ExceptionKind,
    Language, Level, MeetingKind, MeetingStatus, Prompt, Role, SessionStatus, ShiftKind, Stance,
    TellingState, Topic, Voice,
};
use serde::Deserialize;
use ts_rs::TS;

use super::{AskDocument, SessionPart};

changes! {
    /// A new person; with an id, a changed one.
    pub struct SavePerson {
        pub id: Option<PersonId>,
        pub name: String,
        pub called: String,
        pub title: String,
        /// The organisation's name: found again by it, made when new; blank for none.
        pub organisation: String,
        pub email: String,
        pub phone: String,
    }

    /// An organisation's changed name and place.
    pub struct SaveOrganisation { pub id: OrganisationId, pub name: String, pub place: String }

    /// A new engagement. People are found again by id, or made by name.
    pub struct BeginEngagement {
        pub name: String,
        pub coachee: Who,
        pub sponsor: Option<Who>,
        pub language: Language,
        pub status: EngagementStatus,
        pub began: Option<Day>,
        pub planned_end: Option<Day>,
        pub planned_sessions: u16,
        pub session_minutes: u16,
    }

    /// The frame of an engagement, changed.
    pub struct ChangeEngagement {
        pub engagement: EngagementId,
        pub name: String,
        pub status: EngagementStatus,
        pub language: Language,
        pub began: Day,
        pub planned_end: Option<Day>,
        pub ended: Option<Day>,
        pub planned_sessions: u16,
        pub session_minutes: u16,
        pub fees: String,
    }

    /// A person joins an engagement in a role.
    pub struct AddParty {
        pub engagement: EngagementId,
        pub who: Who,
        pub role: Role,
        pub level: Level,
        pub relation: String,
        pub joined: Option<Day>,
    }

    /// A party leaves an engagement: `left` is the first day without them; none takes it back.
    pub struct PartyLeaves { pub engagement: EngagementId, pub party: PartyId, pub left: Option<Day> }

    /// A goal begins.
    pub struct BeginGoal {
        pub engagement: EngagementId,
        pub wording: WordingOf,
        /// True while it is taking shape: the first wording that sharpens or moves it makes it active.
        #[serde(default)]
        pub emerging: bool,
        pub on: Option<Day>,
        pub session: Option<SessionId>,
        pub meeting: Option<MeetingId>,
    }

    /// The wording of a goal.
    pub struct WordingOf {
        pub title: String,
        pub words: String,
        pub why: String,
        pub measure: String,
        pub weight: u8,
    }

    /// A goal shifts.
    pub struct ShiftGoal {
        pub engagement: EngagementId,
        pub goal: GoalId,
        pub kind: ShiftKind,
        pub prompt: Prompt,
        pub reason: String,
        pub raised_by: Option<PartyId>,
        /// Existing goals that take its place.
        pub into: Vec<GoalId>,
        /// Titles of new goals that take its place, begun on the same day.
        pub into_new: Vec<String>,
        /// With *merged*: the other goals that go into the same one, in the same step.
        #[serde(default)]
        pub also: Vec<GoalId>,
        /// None keeps the wording.
        pub wording: Option<WordingOf>,
        /// With *reprioritised*: its place among the goals that go on, from 1; none keeps it.
        pub place: Option<u16>,
        pub on: Option<Day>,
        pub session: Option<SessionId>,
        pub meeting: Option<MeetingId>,
    }

    /// The rest of a shift is filled in: what was left blank when it was recorded. It is no shift.
    pub struct CompleteShift {
        pub engagement: EngagementId,
        pub version: GoalVersionId,
        /// Blank leaves it open.
        pub reason: String,
        pub prompt: Prompt,
        pub raised_by: Option<PartyId>,
        /// None leaves it as it is.
        pub session: Option<SessionId>,
        pub meeting: Option<MeetingId>,
        /// Taken where the shift kept the wording before it; none keeps it.
        pub wording: Option<WordingOf>,
    }

    /// A shift that was recorded by mistake is taken back, while nothing stands on it; or a new goal.
    pub struct TakeBackShift { pub engagement: EngagementId, pub version: GoalVersionId }

    /// A slip of the pen in a version is put right.
    pub struct CorrectGoal {
        pub engagement: EngagementId,
        pub version: GoalVersionId,
        pub wording: WordingOf,
    }

    /// A step of a telling. *Agreed* comes out of a meeting and cannot be set here.
    pub struct StepTelling {
        pub engagement: EngagementId,
        pub version: GoalVersionId,
        pub party: PartyId,
        pub state: TellingState,
        pub on: Option<Day>,
        pub by: Option<Day>,
        /// With *told*: in which words; goes into the ledger.
        pub words: String,
        pub how: Option<Channel>,
    }

    /// A new version of the boundaries, as a draft.
    pub struct DraftAgreement {
        pub engagement: EngagementId,
        pub effective: Option<Day>,
        /// The day on which it was put to the parties; none is today, or the effective day if that
        /// came first.
        pub drafted: Option<Day>,
        /// None is the version in force, or the strict defaults when there is none.
        pub from: Option<StartFrom>,
    }

    /// A draft is thrown away: nobody has assented to it.
    pub struct DiscardAgreement { pub engagement: EngagementId, pub agreement: AgreementId }

    /// Boundaries of a draft, each replacing the one of its topic and role.
    pub struct SetBoundaries {
        pub engagement: EngagementId,
        pub agreement: AgreementId,
        pub boundaries: Vec<Boundary>,
    }

    /// A version's boundaries are kept to start from, under a name.
    pub struct SaveTemplate { pub name: String, pub engagement: EngagementId, pub agreement: AgreementId }

    /// A template is removed; agreements that began from it stay.
    pub struct RemoveTemplate { pub template: TemplateId }

    /// What is decided about names, for documents without names: all of them.
    pub struct SetMasks { pub engagement: EngagementId, pub masks: Vec<Mask> }

    /// What was agreed besides, on a draft.
    pub struct SetAdditions { pub engagement: EngagementId, pub agreement: AgreementId, pub additions: String }

    /// A party assents to an agreement.
    pub struct GiveAssent {
        pub engagement: EngagementId,
        pub agreement: AgreementId,
        pub party: PartyId,
        pub on: Option<Day>,
        pub how: Consent,
    }

    /// A session is planned.
    pub struct PlanSession {
        pub engagement: EngagementId,
        pub on: Day,
        pub at: String,
        pub minutes: Option<u16>,
    }

    /// A session's day, length or status changes.
    pub struct ChangeSession {
        pub session: SessionId,
        pub on: Day,
        pub at: String,
        pub minutes: u16,
        pub status: SessionStatus,
    }

    /// One text of a session, as typed.
    pub struct WriteSession { pub session: SessionId, pub part: SessionPart, pub text: String }

    /// A new note on one topic.
    pub struct AddNote {
        pub engagement: EngagementId,
        pub topic: Topic,
        pub text: String,
        pub on: Option<Day>,
        pub said_by: Option<PartyId>,
        pub session: Option<SessionId>,
        pub goal: Option<GoalId>,
    }

    /// A note's changed text.
    pub struct ChangeNote { pub note: NoteId, pub text: String }

    /// A note to be removed.
    pub struct RemoveNote { pub note: NoteId }

    /// A promise.
    pub struct AddCommitment {
        pub engagement: EngagementId,
        /// None when it was the coach.
        pub by: Option<PartyId>,
        pub text: String,
        pub made: Option<Day>,
        pub due: Option<Day>,
        pub session: Option<SessionId>,
        pub meeting: Option<MeetingId>,
    }

    /// What became of a promise.
    pub struct SettleCommitment {
        pub engagement: EngagementId,
        pub commitment: CommitmentId,
        pub status: CommitmentStatus,
        pub on: Option<Day>,
    }

    /// A three-way meeting is planned.
    pub struct PlanMeeting {
        pub engagement: EngagementId,
        pub kind: MeetingKind,
        pub on: Day,
        pub at: String,
        pub minutes: u16,
        pub place: String,
        pub invited: Vec<PartyId>,
    }

    /// A meeting's plan changes.
    pub struct ChangeMeeting {
        pub meeting: MeetingId,
        pub kind: MeetingKind,
        pub on: Day,
        pub at: String,
        pub minutes: u16,
        pub place: String,
        pub invited: Vec<PartyId>,
        pub status: MeetingStatus,
    }

    /// How the coachee prepares.
    pub struct PrepareMeeting {
        pub meeting: MeetingId,
        pub good_outcome: String,
        pub from_my_manager: String,
        pub on_the_table: String,
        pub off_the_table: String,
        pub coach_does: Option<CoachDoes>,
    }

    /// A meeting was held: who was there, what came out of it.
    pub struct HoldMeeting {
        pub meeting: MeetingId,
        pub attended: Vec<PartyId>,
        pub agreed: Vec<AgreeGoal>,
        pub decisions: Vec<String>,
        pub commitments: Vec<PromiseMade>,
    }

    /// A goal wording that was agreed in the room.
    pub struct AgreeGoal { pub goal: GoalId, pub wording: String, pub measure: String }

    /// A promise made in the room.
    pub struct PromiseMade { pub by: Option<PartyId>, pub text: String, pub due: Option<Day> }

    /// One of the coach's texts on a meeting, as typed.
    pub struct WriteMeeting { pub meeting: MeetingId, pub part: MeetingPart, pub text: String }

    /// Where a party stands on a goal.
    pub struct AddPosition {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub goal: GoalId,
        pub on: Option<Day>,
        pub stance: Stance,
        pub words: String,
    }

    /// What the sponsor's side told the coach; with an id, changed.
    pub struct SaveContact {
        pub id: Option<ContactId>,
        pub engagement: EngagementId,
        pub party: PartyId,
        pub on: Option<Day>,
        pub how: Channel,
        pub text: String,
        pub coachee_told: Option<Day>,
        /// Why it is withheld from the coachee; blank when it is not.
        pub withheld: String,
        /// The first day on which it was no longer withheld.
        pub resolved: Option<Day>,
    }

    /// The coachee releases a wording to an audience.
    pub struct GiveRelease {
        pub engagement: EngagementId,
        pub audience: Audience,
        pub topic: Topic,
        pub wording: String,
        pub voice: Voice,
        pub given: Option<Day>,
        pub how: Consent,
        pub note: Option<NoteId>,
        /// The session whose text it came from.
        pub session: Option<SessionId>,
        pub goal: Option<GoalId>,
    }

    /// The coachee withdraws a release.
    pub struct WithdrawRelease { pub engagement: EngagementId, pub release: ReleaseId, pub on: Option<Day> }

    /// What was said to a party: goes into the ledger.
    pub struct RecordSaid {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub topic: Topic,
        pub words: String,
        pub how: Channel,
        pub on: Option<Day>,
    }

    /// Something had to be disclosed that no boundary allowed: deliberate, with the least necessary
    /// wording and a written reason.
    pub struct RecordException {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub topic: Topic,
        pub words: String,
        pub how: Channel,
        pub on: Option<Day>,
        pub kind: ExceptionKind,
        pub reason: String,
        pub consulted: Consulted,
        /// The coach has said that this is the least necessary wording: it is refused otherwise.
        pub least_necessary: bool,
    }

    /// The coachee approves exactly this content.
    pub struct Approve {
        pub document: AskDocument,
        /// The digest that [`super::DocumentPage`] showed: approving something else is refused.
        pub content: String,
        pub how: Consent,
        pub on: Option<Day>,
    }
}

/// A person by id, or a new one by name.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    Known(PersonId),
    New {
        name: String,
        title: String,
        organisation: String,
    },
}

/// What a new version of the boundaries starts from.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum StartFrom {
    /// The strict defaults.
    Strict,
    /// The version in force; the strict defaults when there is none.
    Current,
    /// The version in force of another engagement.
    Engagement(EngagementId),
    /// One of the coach's own templates.
    Template(TemplateId),
}

/// One of the coach's texts on a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingPart {
    Reflective,
    Debrief,
}
