//! Which versions of a goal are measured together, and what all goals come to on a day.

use std::collections::BTreeMap;

use super::{Score, Weighed};
use crate::day::Day;
use crate::goals::{Goal, GoalVersion};
use crate::ids::GoalVersionId;
use crate::record::Engagement;
use crate::words::GoalStatus;

/// Versions of a goal that mean the same, oldest first; never none. In every series but the first,
/// the first version says by which shift the meaning moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<'e> {
    /// The versions.
    pub versions: Vec<&'e GoalVersion>,
}

impl<'e> Series<'e> {
    /// True when the version is one of it.
    #[must_use]
    pub fn holds(&self, version: &GoalVersionId) -> bool {
        self.versions.iter().any(|held| held.id == *version)
    }

    /// Its latest score by a day.
    fn latest(&self, scores: &ByVersion<'e>, by: Day) -> Option<&'e Score> {
        let scores = self.versions.iter().flat_map(|version| {
            let scores = scores.get(&version.id).into_iter().flatten();
            scores.map(|score| (version.on, *score))
        });
        scores
            .filter(|(_, score)| score.on <= by)
            .max_by_key(|(began, score)| (score.on, *began))
            .map(|(_, score)| score)
    }
}

/// Scores by the version that they belong to.
type ByVersion<'e> = BTreeMap<&'e GoalVersionId, Vec<&'e Score>>;

fn by_version(scores: &[Score]) -> ByVersion<'_> {
    let mut all = ByVersion::new();
    for score in scores {
        all.entry(&score.version).or_default().push(score);
    }
    all
}

/// The series of a goal up to a day, oldest first: a version whose shift moved the meaning begins a
/// new one.
#[must_use]
pub fn series(goal: &Goal, on: Day) -> Vec<Series<'_>> {
    let mut all: Vec<Series> = Vec::new();
    for version in goal.up_to(on) {
        let moved = version.shift.as_ref();
        let moved = moved.is_some_and(|shift| shift.kind.moves_the_meaning());
        match all.last_mut() {
            Some(last) if !moved => last.versions.push(version),
            _ => all.push(Series {
                versions: vec![version],
            }),
        }
    }
    all
}

/// What the T-score of a day is made of: each goal that goes on or was achieved, with the latest
/// score of its latest series and the weight that it has on the day.
#[must_use]
pub fn attained(engagement: &Engagement, on: Day) -> Vec<(&Goal, Weighed)> {
    let scores = by_version(&engagement.scores);
    engagement
        .goals
        .iter()
        .filter_map(|goal| {
            let now = goal.on(on)?;
            let counts = now.status.goes_on() || now.status == GoalStatus::Achieved;
            let latest = series(goal, on).pop()?;
            let score = latest.latest(&scores, on)?;
            let weighed = Weighed {
                weight: now.weight,
                level: score.level,
            };
            counts.then_some((goal, weighed))
        })
        .collect()
}
