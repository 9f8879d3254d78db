//! What goals serve, and threads of insights: on the screen, and as they are entered.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::direction::TiedTo;
use coaching::ids::{
    EngagementId, GoalId, NoteId, PartyId, PriorityId, SessionId, ThreadId, TieId,
};
use coaching::words::{Chairs, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{NoteCard, SessionSource};

/// What the goals of an engagement serve on a day, and the threads of its insights.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DirectionPage {
    pub engagement: EngagementId,
    pub coachee: PartyId,
    pub on: Day,
    /// The coachee's purpose as it was said by the day, oldest first; the last is in force.
    pub purpose: Vec<PurposeCard>,
    /// The priorities: those that stand, then those to come and the ended ones. On a past day nothing
    /// stands here that was said later.
    pub priorities: Vec<PriorityCard>,
    /// The goals that go on, in their order.
    pub goals: Vec<GoalServes>,
    /// The ties, those that hold first; on a past day none that began later.
    pub ties: Vec<ServesCard>,
    /// In the order of their first insight.
    pub threads: Vec<ThreadCard>,
    /// The coachee's insights that stand in no thread, oldest first.
    pub loose: Vec<ThreadInsight>,
    /// Who is on the sponsor's side on that day.
    pub sponsors_side: Vec<WhosePriority>,
}

/// Somebody whose priority it may be.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct WhosePriority {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
}

/// One statement of the coachee's purpose.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PurposeCard {
    pub id: NoteId,
    pub on: Day,
    pub text: String,
    pub said_by_name: String,
    pub session: Option<SessionSource>,
    pub in_force: bool,
    pub chairs: Chairs,
}

/// What matters to a party on the sponsor's side.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PriorityCard {
    pub id: PriorityId,
    pub party: PartyId,
    pub party_name: String,
    pub role: Role,
    /// Its wordings, oldest first; never none.
    pub wordings: Vec<PriorityWordingCard>,
    /// The wording that stands on the day; none where it has not begun or has ended.
    pub now: Option<usize>,
    pub ended: Option<Day>,
    /// False where it stands and no goal serves it.
    pub served: bool,
    pub chairs: Chairs,
}

/// One dated wording of a priority.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PriorityWordingCard {
    pub on: Day,
    pub text: String,
}

/// A goal that goes on, and whether it serves anything.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct GoalServes {
    pub goal: GoalId,
    pub title: String,
    /// The first day on which it can be tied to something.
    pub began: Day,
    pub serves: bool,
}

/// That a goal serves a priority or the purpose, and how.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ServesCard {
    pub id: TieId,
    pub goal: GoalId,
    pub goal_title: String,
    pub to: TiedTo,
    /// The priority's words as they stand on the day; those of the purpose it was tied to.
    pub text: String,
    /// Whose priority it is; none for the coachee's purpose.
    pub whose: Option<String>,
    pub words: String,
    pub on: Day,
    pub until: Option<Day>,
    /// True when it holds on the day, and what it is tied to stands.
    pub holds: bool,
    /// Since when what it is tied to says something else.
    pub moved_since: Option<Day>,
}

/// Insights about one subject, in order.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ThreadCard {
    pub id: ThreadId,
    pub subject: String,
    pub insights: Vec<ThreadInsight>,
    pub chairs: Chairs,
}

/// An insight in its place.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ThreadInsight {
    pub note: NoteCard,
    pub session: Option<SessionSource>,
    /// The days since the insight before it; none for the first.
    pub gap: Option<i64>,
}

/// A thread by its subject.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub struct ThreadName {
    pub id: ThreadId,
    pub subject: String,
}

changes! {
    /// The coachee's purpose, from a day on. What was said before stays, dated.
    pub struct SayPurpose {
        pub engagement: EngagementId,
        pub text: String,
        pub on: Option<Day>,
        pub session: Option<SessionId>,
    }

    /// A statement of purpose that was a slip is taken back.
    pub struct TakeBackPurpose { pub engagement: EngagementId, pub purpose: NoteId }

    /// What matters to a party on the sponsor's side, from a day on.
    pub struct AddPriority {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub text: String,
        pub on: Option<Day>,
    }

    /// A priority in other words, from a day on. The words before stay, dated.
    pub struct RewordPriority {
        pub engagement: EngagementId,
        pub priority: PriorityId,
        pub text: String,
        pub on: Option<Day>,
    }

    /// A priority ends: `on` is the first day on which it is none any more; none lets it go on.
    pub struct EndPriority { pub engagement: EngagementId, pub priority: PriorityId, pub on: Option<Day> }

    /// A wording that was a slip is taken back; with the only one, the priority.
    pub struct TakeBackWording { pub engagement: EngagementId, pub priority: PriorityId, pub on: Day }

    /// A goal serves a priority, or the purpose.
    pub struct AddTie {
        pub engagement: EngagementId,
        pub goal: GoalId,
        pub to: TiedTo,
        /// How. May be blank.
        pub words: String,
        pub on: Option<Day>,
        /// The first day on which it no longer did.
        #[serde(default)]
        pub until: Option<Day>,
    }

    /// A tie ends: `until` is the first day on which it holds no more; none lets it go on.
    pub struct EndTie { pub engagement: EngagementId, pub tie: TieId, pub until: Option<Day> }

    /// A tie that was a slip is taken back.
    pub struct TakeBackTie { pub engagement: EngagementId, pub tie: TieId }

    /// A thread on a subject, with the insights it begins with.
    pub struct BeginThread {
        pub engagement: EngagementId,
        pub subject: String,
        pub insights: Vec<NoteId>,
    }

    /// A thread is called otherwise.
    pub struct RenameThread { pub engagement: EngagementId, pub thread: ThreadId, pub subject: String }

    /// An insight goes into a thread.
    pub struct LinkInsight { pub engagement: EngagementId, pub thread: ThreadId, pub insight: NoteId }

    /// An insight goes out of a thread; it stays.
    pub struct UnlinkInsight { pub engagement: EngagementId, pub thread: ThreadId, pub insight: NoteId }

    /// A thread is removed; its insights stay.
    pub struct RemoveThread { pub engagement: EngagementId, pub thread: ThreadId }
}
