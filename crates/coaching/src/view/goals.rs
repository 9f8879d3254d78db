//! Goals in a view: what meetings agreed, each goal through time, and how far it has moved.

use std::cmp::Ordering;

use serde::Serialize;

use super::Line;
use crate::day::Day;
use crate::drift::DriftKind;
use crate::ids::{GoalId, GoalVersionId, PartyId};
use crate::words::{GoalStatus, MeetingKind, Prompt, Role, ShiftKind, TellingState};

seen! {
    /// A goal as a meeting agreed it.
    #[derive(PartialOrd, Ord)]
    pub struct AgreedGoalSeen {
        /// The wording.
        wording: Line,
        /// How we would know.
        measure: Option<Line>,
        /// What the coachee released about this goal.
        released: Vec<Line>,
    }

    /// The goals that one meeting agreed.
    #[derive(PartialOrd, Ord)]
    pub struct BaselineSeen {
        /// The day of the meeting.
        on: Day,
        /// The occasion.
        kind: MeetingKind,
        /// The goals, in their agreed order.
        goals: Vec<AgreedGoalSeen>,
    }

    /// One version of a goal in its story.
    pub struct VersionSeen {
        /// The day it took effect.
        on: Day,
        /// The title.
        title: Line,
        /// In the coachee's words.
        words: Option<Line>,
        /// Why it matters.
        why: Option<Line>,
        /// How we would know.
        measure: Option<Line>,
        /// The goal's status from then on.
        status: GoalStatus,
        /// The kind of shift that made it; none for the first.
        shift: Option<ShiftKind>,
        /// What prompted the shift.
        prompt: Option<Prompt>,
        /// The reason, in the coachee's words.
        reason: Option<Line>,
        /// Titles of the goals that took its place.
        into: Vec<String>,
        /// The days of the meetings that agreed this version.
        agreed: Vec<Day>,
        /// Whom the coachee told of it, and when: for the coachee alone.
        told: Vec<ToldSeen>,
        ids {
            /// Its id, to find it by.
            id: GoalVersionId,
            /// The goals that took its place, to find them by.
            successors: Vec<GoalId>,
        }
    }

    /// That the coachee told somebody on the sponsor's side.
    #[derive(PartialOrd, Ord)]
    pub struct ToldSeen {
        /// When.
        on: Day,
        /// Whom, by name.
        to: String,
        /// In which role they are.
        role: Role,
    }

    /// A goal through time, oldest version first.
    pub struct GoalStory {
        /// Its weight, 1 to 4.
        weight: u8,
        /// Its versions.
        versions: Vec<VersionSeen>,
        ids {
            /// Its id, to find it by.
            id: GoalId,
        }
    }

    /// How far a shift has been told to one party.
    pub struct TellingSeen {
        /// The party's name.
        to: String,
        /// The state.
        state: TellingState,
        /// Since when.
        since: Option<Day>,
        /// By when the coachee will tell.
        by: Option<Day>,
        ids {
            /// Their id, to find them by.
            party: PartyId,
        }
    }

    /// One line of the drift, for the coachee.
    pub struct DriftSeen {
        /// The goal as it was agreed; none when it is new.
        agreed: Option<String>,
        /// The goal as it stands.
        now: String,
        /// What became of it.
        drift: DriftKind,
        /// Since when.
        since: Option<Day>,
        /// Titles of the goals that took its place.
        became: Vec<String>,
        /// How far the telling has come.
        tellings: Vec<TellingSeen>,
        ids {
            /// The goal's id, to find its story by.
            goal: GoalId,
        }
    }
}
