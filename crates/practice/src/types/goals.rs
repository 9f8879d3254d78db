//! Goals on the screen: their versions, how they moved, who knows.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::drift::DriftKind;
use coaching::ids::{GoalId, GoalVersionId, MeetingId, PartyId, SessionId};
use coaching::words::{Chairs, GoalStatus, MeetingKind, Prompt, ShiftKind, TellingState};
use serde::Serialize;
use ts_rs::TS;

/// A goal and all its versions, oldest first; `now` is the one on the page's day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct GoalCard {
    pub id: GoalId,
    pub now: Option<usize>,
    /// Its rank among the goals that go on, from 1.
    pub rank: Option<u16>,
    pub versions: Vec<VersionCard>,
    /// The goals out of which it came by the page's day.
    pub came_out_of: Vec<TieCard>,
    /// The goals that it became.
    pub became: Vec<TieCard>,
}

/// The goal at the other end of a replacement, a split or a merge, as it stands on the page's day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct TieCard {
    pub goal: GoalId,
    pub title: String,
    pub kind: ShiftKind,
    pub on: Day,
}

/// A version of a goal.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct VersionCard {
    pub id: GoalVersionId,
    pub on: Day,
    /// The day it was recorded.
    pub recorded: Day,
    pub title: String,
    pub words: String,
    pub why: String,
    pub measure: String,
    pub weight: u8,
    pub place: u16,
    pub status: GoalStatus,
    /// The session or the meeting it came out of.
    pub session: Option<SessionSource>,
    pub meeting: Option<MeetingSource>,
    pub shift: Option<ShiftCard>,
    /// Days of the meetings that agreed this version.
    pub agreed: Vec<Day>,
    /// The same meetings, to go there.
    pub agreed_at: Vec<MeetingSource>,
    /// How far its telling has come, for each party it was ever spoken about.
    pub tellings: Vec<TellingRow>,
    /// The wordings before slips of the pen were corrected, oldest first.
    pub corrections: Vec<CorrectionCard>,
    /// True while nothing stands on it: it can be taken back.
    pub may_go: bool,
    pub chairs: Chairs,
}

/// A session that something came out of.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SessionSource {
    pub id: SessionId,
    /// Its number; 0 when it did not take place.
    pub number: u32,
    pub on: Day,
}

/// A meeting that something came out of.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MeetingSource {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub on: Day,
}

/// What made a version.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ShiftCard {
    pub kind: ShiftKind,
    pub prompt: Prompt,
    pub reason: String,
    pub raised_by: Option<String>,
    /// Who raised it; none when it was the coach.
    pub raised_by_id: Option<PartyId>,
    pub into: Vec<GoalId>,
}

/// A wording as it stood before a slip of the pen was corrected.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct CorrectionCard {
    /// The day it was corrected.
    pub on: Day,
    pub title: String,
    pub words: String,
    pub why: String,
    pub measure: String,
}

/// A goal's drift, with how far the telling has come.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DriftRow {
    pub goal: GoalId,
    pub agreed: Option<String>,
    pub now: String,
    pub drift: DriftKind,
    pub since: Option<Day>,
    pub days: Option<i64>,
    /// The goals that took its place.
    pub became: Vec<String>,
    pub tellings: Vec<TellingRow>,
}

/// How far the telling to one party has come.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct TellingRow {
    pub party: PartyId,
    pub name: String,
    pub version: GoalVersionId,
    pub state: TellingState,
    pub since: Option<Day>,
    pub by: Option<Day>,
    /// True when the day by which the coachee meant to tell has passed.
    pub overdue: bool,
    /// Every step up to the page's day, oldest first.
    pub steps: Vec<StepCard>,
}

/// One dated step of a telling.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct StepCard {
    pub on: Day,
    pub state: TellingState,
    pub by: Option<Day>,
}
