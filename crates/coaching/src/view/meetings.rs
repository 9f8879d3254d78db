//! Three-way meetings in a view.

use std::cmp::Ordering;

use serde::Serialize;

use super::{CommitmentSeen, Line, PartySeen};
use crate::day::Day;
use crate::ids::MeetingId;
use crate::words::{CoachDoes, MeetingKind, MeetingStatus};

/// Who speaks to a point of an agenda, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum SpokenBy {
    /// All who are there.
    Everybody,
    /// The coach.
    Coach,
    /// One of the parties.
    Party(PartySeen),
}

seen! {
    /// One point of a meeting's agenda.
    #[derive(PartialOrd, Ord)]
    pub struct AgendaSeen {
        /// What.
        text: Line,
        /// How long, in minutes; 0 where nothing is said.
        minutes: u16,
        /// Who speaks.
        speaker: SpokenBy,
    }

    /// How the coachee prepared a meeting.
    #[derive(PartialOrd, Ord)]
    pub struct PreparationSeen {
        /// A good outcome.
        good_outcome: Option<Line>,
        /// What I want from my manager.
        from_my_manager: Option<Line>,
        /// On the table.
        on_the_table: Option<Line>,
        /// Off the table.
        off_the_table: Option<Line>,
        /// What the coach should do in the room.
        coach_does: Option<CoachDoes>,
    }

    /// A meeting, with what this party may know of it.
    pub struct MeetingSeen {
        /// The occasion.
        kind: MeetingKind,
        /// The day.
        on: Day,
        /// The hour, `HH:MM`; may be empty.
        at: String,
        /// How long, in minutes.
        minutes: u16,
        /// Where.
        place: Option<Line>,
        /// What happened to it.
        status: MeetingStatus,
        /// Who is invited.
        invited: Vec<PartySeen>,
        /// Who was there.
        attended: Vec<PartySeen>,
        /// What it is to speak about, in its order.
        agenda: Vec<AgendaSeen>,
        /// How the coachee prepared it, for the coachee alone.
        preparation: Option<PreparationSeen>,
        /// What was decided.
        decisions: Vec<Line>,
        /// What was promised there.
        commitments: Vec<CommitmentSeen>,
        /// What coach and coachee made of it, for the coachee alone.
        debrief: Option<Line>,
        ids {
            /// Its id, to find it by.
            id: MeetingId,
        }
    }
}
