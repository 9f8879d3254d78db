//! The end of an engagement, and the letterhead.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::closing::{Clocks, Keeps};
use coaching::day::Day;
use coaching::drift::DriftKind;
use coaching::ids::{EngagementId, FollowUpId, GoalId, MeetingId};
use coaching::words::{Chairs, EngagementStatus, GoalStatus, Role, StepOf, StepState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AskDocument, CommitmentCard, TellingRow};

changes! {
    /// An engagement ends, or its end is worded anew. What was agreed to be said may be empty.
    pub struct EndEngagement {
        pub engagement: EngagementId,
        pub day: Option<Day>,
        pub early: bool,
        pub words: String,
    }

    /// An engagement that had ended goes on.
    pub struct ReopenEngagement { pub engagement: EngagementId }

    /// Follow-ups are arranged; no days stand for the usual ones.
    pub struct PlanFollowUps {
        pub engagement: EngagementId,
        #[serde(default)]
        pub due: Vec<Day>,
    }

    /// A follow-up, changed. What came of it is said only of one that was done.
    pub struct ChangeFollowUp {
        pub engagement: EngagementId,
        pub follow_up: FollowUpId,
        pub due: Day,
        pub done: Option<Day>,
        pub words: String,
    }

    /// A follow-up is no longer arranged.
    pub struct RemoveFollowUp { pub engagement: EngagementId, pub follow_up: FollowUpId }

    /// A logo for documents: the bytes of a picture's file, in base64.
    pub struct SetLogo { pub file: String }

    /// The colour of the letterhead, `#rrggbb`; blank for none.
    pub struct SetColour { pub colour: String }
}

/// The page that leads through the end of an engagement.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ClosingPage {
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub coachee: String,
    pub on: Day,
    pub status: EngagementStatus,
    pub began: Day,
    pub planned_end: Option<Day>,
    pub ended: Option<Day>,
    pub early: bool,
    /// What was agreed to be said about the end, and who may know of it.
    pub words: String,
    pub words_chairs: Chairs,
    pub steps: Vec<ClosingStep>,
    pub untold: Vec<UntoldCard>,
    pub promises: Vec<CommitmentCard>,
    pub remaining: Vec<RemainingCard>,
    pub summaries: Vec<SummaryCard>,
    pub follow_ups: Vec<FollowUpCard>,
    /// The usual days of follow-ups that are not arranged yet.
    pub usual: Vec<Day>,
    /// The closing meeting that is held or planned.
    pub meeting: Option<MeetingId>,
    pub minutes_held: u32,
    pub keeps: Keeps,
    pub clocks: Option<Clocks>,
    pub content_chairs: Chairs,
}

/// One step of the end.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ClosingStep {
    pub what: StepOf,
    pub state: StepState,
    pub on: Option<Day>,
    pub count: u32,
    pub of: u32,
}

/// A shift that somebody on the sponsor's side does not know of.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct UntoldCard {
    pub goal: GoalId,
    pub title: String,
    pub drift: DriftKind,
    pub telling: TellingRow,
}

/// A goal that goes on.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RemainingCard {
    pub goal: GoalId,
    pub title: String,
    pub status: GoalStatus,
}

/// How far a summary has come.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SummaryCard {
    pub document: AskDocument,
    pub for_whom: String,
    /// None for the coach's own.
    pub role: Option<Role>,
    /// Why it cannot be made; none when it can.
    pub refused: Option<String>,
    pub needs_approval: bool,
    /// When exactly what it says now was approved.
    pub approved: Option<Day>,
    /// Something else was approved before.
    pub changed_since_approval: bool,
    pub handed_over: Option<Day>,
    /// It says something else now than what was handed over.
    pub changed_since_handed_over: bool,
}

/// A follow-up.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct FollowUpCard {
    pub id: FollowUpId,
    pub due: Day,
    pub done: Option<Day>,
    pub words: String,
}

/// How the coach's documents look.
#[derive(Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LetterheadPage {
    /// The coach's name with credentials; blank: there is no letterhead.
    pub name: String,
    /// Address, mail and telephone, each a line.
    pub lines: Vec<String>,
    /// The colour as it was chosen, and as it is printed; blank for none.
    pub colour: String,
    pub printed: String,
    /// The logo as a picture that a page can show; blank for none.
    pub logo: String,
    pub width: u32,
    pub height: u32,
}
