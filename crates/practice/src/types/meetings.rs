//! Three-way meetings: the agenda, what helps to prepare, and what lies on the table.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{CommitmentId, EngagementId, GoalId, MeetingId, PartyId};
use coaching::meetings::Speaker;
use coaching::words::{AgreeAgain, Language, MeetingKind, Role, Topic};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgreeGoal, AgreedCard};

/// One point of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AgendaLine {
    pub text: String,
    pub minutes: u16,
    pub speaker: Speaker,
}

changes! {
    /// A meeting's whole agenda, in its order.
    pub struct SetAgenda { pub meeting: MeetingId, pub agenda: Vec<AgendaLine> }

    /// What is written down while a meeting is held, each time whole. It counts once the meeting is
    /// recorded as held.
    pub struct CaptureMeeting {
        pub meeting: MeetingId,
        pub attended: Vec<PartyId>,
        pub agreed: Vec<AgreeGoal>,
        pub decisions: Vec<String>,
        pub commitments: Vec<PromiseInRoom>,
    }

    /// A promise made in the room.
    pub struct PromiseInRoom { pub by: Option<PartyId>, pub text: String, pub due: Option<Day> }

    /// A promise gets its date, or another.
    pub struct DateCommitment {
        pub engagement: EngagementId,
        pub commitment: CommitmentId,
        pub due: Option<Day>,
    }

    /// Whether leaving the table's view asks for the passphrase.
    pub struct SetLeaving { pub asks: bool }

    /// The table's view is left; with the passphrase where it is asked for.
    pub struct LeaveRoom { pub passphrase: Option<String> }
}

/// How clear the boundaries are for a meeting.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ClarityCard {
    /// The day of the agreement in force; none when nothing is.
    pub effective: Option<Day>,
    pub unnamed: Vec<UnnamedTopics>,
    /// Names.
    pub without_assent: Vec<String>,
    pub again: Vec<AgreeAgain>,
}

/// The topics that an agreement does not name for a role.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct UnnamedTopics {
    pub role: Role,
    pub topics: Vec<Topic>,
}

/// The meeting that usually comes next.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct NextMeeting {
    pub kind: MeetingKind,
    pub on: Day,
}

/// What lies on the table while a meeting is held. Nothing else of the practice is on it.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RoomPage {
    pub meeting: MeetingId,
    pub kind: MeetingKind,
    pub language: Language,
    pub on: Day,
    pub at: String,
    pub minutes: u16,
    pub people: Vec<RoomPerson>,
    pub agenda: Vec<AgendaLine>,
    pub agreed_on: Option<Day>,
    pub goals: Vec<RoomGoal>,
    pub decided: Vec<String>,
    pub promised: Vec<RoomPromise>,
    /// What has been written down so far.
    pub attended: Vec<PartyId>,
    pub agreed: Vec<AgreedCard>,
    pub decisions: Vec<String>,
    pub commitments: Vec<RoomPromise>,
    /// True when leaving asks for the passphrase.
    pub asks: bool,
}

/// Somebody who is invited.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RoomPerson {
    pub id: PartyId,
    pub name: String,
    pub role: Role,
}

/// A goal in the wording that was agreed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RoomGoal {
    pub goal: GoalId,
    pub wording: String,
    pub measure: String,
}

/// A promise.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RoomPromise {
    pub by: Option<PartyId>,
    pub by_name: String,
    pub text: String,
    pub due: Option<Day>,
}

/// Where the table's view was left from.
#[derive(Debug, Serialize, TS)]
#[ts(export)]
pub struct LeftRoom {
    pub engagement: EngagementId,
    pub meeting: MeetingId,
}
