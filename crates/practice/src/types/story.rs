//! The engagement's story in time: what the picture is drawn from.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{GoalId, GoalVersionId};
use coaching::words::{GoalStatus, MeetingKind, Prompt, ShiftKind};
use serde::Serialize;
use ts_rs::TS;

/// The engagement in time.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Story {
    pub from: Day,
    pub to: Day,
    pub today: Day,
    pub lanes: Vec<Lane>,
    pub marks: Vec<Mark>,
    pub baselines: Vec<BaselineMark>,
    /// What the sponsor knows, by day.
    pub sponsor_knows: Vec<Known>,
}

/// One goal through time.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Lane {
    pub goal: GoalId,
    pub segments: Vec<Segment>,
}

/// One version of a goal, from its day to the next version's.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Segment {
    pub version: GoalVersionId,
    pub from: Day,
    pub to: Option<Day>,
    pub title: String,
    pub words: String,
    pub status: GoalStatus,
    pub weight: u8,
    pub shift: Option<Bend>,
    /// Lanes that take over where this segment begins: the ends of a replacement, split or merge.
    pub joins: Vec<usize>,
    /// The id of the session that the version came out of.
    pub session: Option<String>,
}

/// The shift at which a lane bends.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Bend {
    pub kind: ShiftKind,
    pub prompt: Prompt,
    pub reason: String,
}

/// What a mark stands for.
#[derive(Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    Session,
    Meeting,
    Insight,
}

/// A session, a meeting or an insight on its day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Mark {
    pub kind: MarkKind,
    /// The session's, meeting's or note's id.
    pub id: String,
    pub on: Day,
    /// The number of the session; 0 for others.
    pub number: u32,
    pub meeting: Option<MeetingKind>,
    /// The coachee's words of an insight.
    pub words: String,
    /// The id of the session that an insight arose in.
    pub session: Option<String>,
    /// True when it took place.
    pub held: bool,
}

/// Where a meeting agreed goals: a line across the lanes named.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BaselineMark {
    pub on: Day,
    pub kind: MeetingKind,
    pub lanes: Vec<usize>,
    /// True when the sponsor was there: what is no longer agreed then ends what they knew of it.
    pub sponsor: bool,
}

/// How the sponsor came to know something.
#[derive(Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum KnownHow {
    Agreed,
    Told,
    HandedOver,
}

/// Something that reached the sponsor.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Known {
    pub on: Day,
    pub lane: Option<usize>,
    pub wording: String,
    pub how: KnownHow,
    /// True when it ends what the sponsor knew of the lane before, e.g. a goal no longer agreed.
    pub replaces: bool,
}
