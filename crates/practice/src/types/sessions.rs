//! Sessions: their pace, series of them, and closing one.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{EngagementId, SessionId, ThreadId};
use coaching::pace::{Contracted, Rhythm};
use coaching::words::{Chairs, OddHour, SessionStatus, Topic};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

changes! {
    /// How often sessions are meant to be, and whether what is cancelled late counts.
    pub struct SetPace {
        pub engagement: EngagementId,
        pub rhythm: Option<Rhythm>,
        pub late_counts: bool,
    }

    /// Sessions in a series, in one rhythm from the first on. It becomes the engagement's.
    pub struct PlanSeries {
        pub engagement: EngagementId,
        pub first: Day,
        pub at: String,
        pub minutes: Option<u16>,
        pub count: u16,
        pub rhythm: Rhythm,
    }

    /// A session is over: what became of it, and the next one if it is to be planned.
    pub struct CloseSession {
        pub session: SessionId,
        pub status: SessionStatus,
        /// How long it was; of one that was not held nothing is taken from it.
        pub minutes: u16,
        /// Of a cancelled one: it was cancelled late.
        pub late: bool,
        pub pro_bono: bool,
        /// How many people took part, where it was a group.
        pub group_of: Option<u8>,
        pub next: Option<PlanNext>,
    }

    /// The session after the one that is closed.
    pub struct PlanNext { pub on: Day, pub at: String, pub minutes: Option<u16> }
}

/// A series, day by day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SeriesPage {
    pub stops: Vec<StopCard>,
}

/// A day of a series, or the next session as it would be.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub struct StopCard {
    pub on: Day,
    /// The day of the weekend from which it was moved.
    pub moved_from: Option<Day>,
    pub odd: Vec<OddHour>,
}

/// A session was closed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Closed {
    pub next: Option<SessionId>,
}

/// What is counted of a session.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct CountedCard {
    /// The length that was planned, where it turned out otherwise.
    pub planned_minutes: Option<u16>,
    /// Of a cancelled session: it was cancelled late.
    pub late: bool,
    pub pro_bono: bool,
    /// How many people took part, where it was a group.
    pub group_of: Option<u8>,
}

/// The pace of an engagement.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PaceCard {
    /// As agreed; none where nobody said.
    pub agreed: Option<Rhythm>,
    /// As agreed, or as the last sessions had it.
    pub rhythm: Rhythm,
    pub contracted: Contracted,
}

/// Who would know a line that is typed in a session, by what it becomes.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct LineChairs {
    pub insight: Chairs,
    pub practice: Chairs,
    pub commitment: Chairs,
    pub shift: Chairs,
    pub theme: Chairs,
}

/// What is agreed with the sponsor's side, to be remembered before a session.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Remembered {
    /// Since when it is in force.
    pub since: Day,
    pub shared: Vec<Topic>,
    pub with_consent: Vec<Topic>,
    pub coachee_shares: Vec<Topic>,
    /// What was agreed besides.
    pub additions: String,
}

/// Insights about one subject that came up again lately.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Growing {
    pub thread: ThreadId,
    pub subject: String,
    pub insights: u32,
    pub latest_on: Day,
    pub latest: String,
    pub chairs: Chairs,
}
