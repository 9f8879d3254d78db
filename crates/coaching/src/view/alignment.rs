//! What parties seem to believe, and where sides pull apart, as it stands in the coachee's view and on
//! the coach's page.

use std::cmp::Ordering;

use serde::Serialize;

use super::Line;
use crate::day::Day;
use crate::ids::{BeliefId, ClashId, ExperimentId, PartyId};
use crate::words::{ClashEnd, Role};

seen! {
    /// What a party seems to hold to be true, for the coachee alone.
    pub struct BeliefSeen {
        /// The belief, since when it is seen so.
        text: Line,
        /// Who seems to believe it.
        party: String,
        ids {
            /// Its id, to find it by.
            id: BeliefId,
            /// Whose it is, to find it by.
            party_id: PartyId,
        }
    }

    /// One side of a clash.
    pub struct SideSeen {
        /// Whose side: the role.
        role: Role,
        /// Whose side: the name.
        party: String,
        /// What they want.
        wants: Option<Line>,
        /// What they fear.
        fears: Option<Line>,
        ids {
            /// Whose it is, to find it by.
            party_id: PartyId,
        }
    }

    /// Something small that is tried, so that both sides can judge it.
    pub struct ExperimentSeen {
        /// What is tried, since when.
        text: Line,
        /// The day on which both sides judge it.
        judge_on: Option<Day>,
        /// The day on which it was judged, if that has come.
        judged: Option<Day>,
        /// What came of it.
        came_of: Option<Line>,
        ids {
            /// Its id, to find it by.
            id: ExperimentId,
        }
    }

    /// How a clash ended.
    #[derive(PartialOrd, Ord)]
    pub struct OutcomeSeen {
        /// When.
        on: Day,
        /// In which way.
        end: ClashEnd,
        /// In words.
        words: Option<Line>,
    }

    /// Where sides pull apart and how it is worked on, for the coachee alone.
    pub struct ClashSeen {
        /// What it is about, since when it was seen.
        title: Line,
        /// The goal that it is about, by the name under which this party may know it.
        goal: Option<String>,
        /// The sides, in the order of roles and names.
        sides: Vec<SideSeen>,
        /// What both sides want.
        shared_objective: Option<Line>,
        /// What is not negotiable.
        not_negotiable: Option<Line>,
        /// The evidence to bring.
        evidence: Option<Line>,
        /// What is tried, oldest first.
        experiments: Vec<ExperimentSeen>,
        /// How it ended, if that has come.
        outcome: Option<OutcomeSeen>,
        ids {
            /// Its id, to find it by.
            id: ClashId,
        }
    }
}

impl ClashSeen {
    /// The day on which its next experiment is to be judged; none when it has ended or nothing waits
    /// to be judged.
    #[must_use]
    pub fn judged_next(&self) -> Option<Day> {
        let waits = self.experiments.iter().filter(|each| each.judged.is_none());
        let days = waits.filter_map(|each| each.judge_on);
        days.min().filter(|_| self.outcome.is_none())
    }

    /// Every line in it.
    pub(super) fn lines(&self) -> Vec<&Line> {
        let mut lines = vec![&self.title];
        for side in &self.sides {
            lines.extend(&side.wants);
            lines.extend(&side.fears);
        }
        lines.extend(&self.shared_objective);
        lines.extend(&self.not_negotiable);
        lines.extend(&self.evidence);
        for experiment in &self.experiments {
            lines.push(&experiment.text);
            lines.extend(&experiment.came_of);
        }
        lines.extend(self.outcome.iter().flat_map(|outcome| &outcome.words));
        lines
    }
}
