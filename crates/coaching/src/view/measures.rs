//! Measures in a view, what goals serve, and threads of insights.

use std::cmp::Ordering;

use serde::Serialize;

use super::Line;
use crate::day::Day;
use crate::ids::{GoalId, GoalVersionId};
use crate::measures::{Attainment, SelfMark};
use crate::words::ShiftKind;

seen! {
    /// How far one version of a goal was attained, by which words, on which day.
    #[derive(PartialOrd, Ord)]
    pub struct ScoreSeen {
        /// The day.
        on: Day,
        /// The level, −2 to +2.
        level: Attainment,
        /// What it was seen by.
        words: Option<Line>,
    }

    /// The coachee's own rating of one version of a goal.
    #[derive(PartialOrd, Ord)]
    pub struct RatingSeen {
        /// The day.
        on: Day,
        /// The rating, 0 to 10.
        mark: SelfMark,
        /// The sentence.
        words: Option<Line>,
    }

    /// What the raters of a closed round say together.
    #[derive(PartialOrd, Ord)]
    pub struct CombinedSeen {
        /// The day of the round.
        on: Day,
        /// How many raters gave a number.
        raters: u16,
        /// The mean in tenths, −30 to 30.
        tenths: i16,
    }

    /// Why the line of a goal is broken before a version.
    #[derive(PartialOrd, Ord)]
    pub struct BreakSeen {
        /// The kind of shift.
        kind: ShiftKind,
        /// The reason, in the coachee's words.
        reason: Option<Line>,
    }

    /// What one version of a goal was measured by.
    pub struct MeasureSeen {
        /// The wording by which this party may know the goal: its title on the day, or what a
        /// meeting agreed. The versions of one goal stand together.
        goal: String,
        /// The day on which the version took effect, where current goals may be seen.
        since: Option<Day>,
        /// The shift after which a new series begins here, where current goals may be seen.
        broken_by: Option<BreakSeen>,
        /// The words of the five levels from −2 to +2, where current goals may be seen; or none.
        levels: Vec<Line>,
        /// How far it was attained, by day.
        scores: Vec<ScoreSeen>,
        /// The coachee's own ratings, by day.
        ratings: Vec<RatingSeen>,
        /// What raters say together, by day.
        combined: Vec<CombinedSeen>,
        ids {
            /// The goal's id, to find it by.
            goal_id: GoalId,
            /// The version's id, to find it by.
            version_id: GoalVersionId,
        }
    }

    /// Goal attainment over all scored goals, as of the day.
    pub struct AttainmentSeen {
        /// The T-score in tenths; 500 is what was expected.
        t_tenths: i32,
        /// Over how many goals.
        goals: u16,
    }

    /// Insights about one subject, for the coachee alone.
    #[derive(PartialOrd, Ord)]
    pub struct ThreadSeen {
        /// The subject.
        subject: Line,
        /// The insights, by day.
        insights: Vec<Line>,
    }

    /// What a goal serves on the day, for the coachee alone.
    pub struct TieSeen {
        /// The goal, by its title on the day.
        goal: String,
        /// The priority, said by the party whose it is, or the coachee's purpose.
        to: Line,
        /// How the goal serves it.
        words: Option<Line>,
        /// Since when.
        on: Day,
        /// True for a priority of the sponsor's side; false for the coachee's purpose.
        is_priority: bool,
        ids {
            /// The goal's id, to find it by.
            goal_id: GoalId,
        }
    }
}
