//! Which goals came out of which: both ends of a replacement, a split and a merge.

use std::collections::BTreeSet;

use crate::day::Day;
use crate::goals::{Goal, GoalVersion};
use crate::ids::GoalId;
use crate::record::Engagement;

/// A shift by which a goal became others, or came out of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie<'a> {
    /// The goal at the other end.
    pub goal: &'a Goal,
    /// The version whose shift ties the two.
    pub version: &'a GoalVersion,
}

/// What a goal became by that day, in the order of the days.
#[must_use]
pub fn became<'a>(engagement: &'a Engagement, goal: &'a Goal, on: Day) -> Vec<Tie<'a>> {
    let ties = goal.up_to(on).into_iter().flat_map(|version| {
        let into = version.shift.iter().flat_map(|shift| &shift.into);
        into.filter_map(|id| engagement.goal(id))
            .map(move |goal| Tie { goal, version })
    });
    ties.collect()
}

/// What a goal came out of by that day, in the order of the days.
#[must_use]
pub fn came_out_of<'a>(engagement: &'a Engagement, goal: &GoalId, on: Day) -> Vec<Tie<'a>> {
    let mut ties: Vec<Tie<'a>> = Vec::new();
    for other in &engagement.goals {
        for version in other.up_to(on) {
            let mut into = version.shift.iter().flat_map(|shift| &shift.into);
            if into.any(|id| id == goal) {
                ties.push(Tie {
                    goal: other,
                    version,
                });
            }
        }
    }
    ties.sort_by(|a, b| (a.version.on, &a.goal.id).cmp(&(b.version.on, &b.goal.id)));
    ties
}

/// Every goal out of which a goal came by that day, at any remove.
#[must_use]
pub fn ancestors(engagement: &Engagement, goal: &GoalId, on: Day) -> BTreeSet<GoalId> {
    reached(goal, |id| {
        let ties = came_out_of(engagement, id, on);
        ties.into_iter().map(|tie| tie.goal.id.clone()).collect()
    })
}

/// Every goal that a goal became by that day, at any remove.
#[must_use]
pub fn descendants(engagement: &Engagement, goal: &GoalId, on: Day) -> BTreeSet<GoalId> {
    reached(goal, |id| {
        let goal = engagement.goal(id);
        let ties = goal.map_or(Vec::new(), |goal| became(engagement, goal, on));
        ties.into_iter().map(|tie| tie.goal.id.clone()).collect()
    })
}

fn reached(from: &GoalId, step: impl Fn(&GoalId) -> Vec<GoalId>) -> BTreeSet<GoalId> {
    let mut seen = BTreeSet::new();
    let mut next = step(from);
    while let Some(id) = next.pop() {
        if !seen.contains(&id) {
            next.extend(step(&id));
            seen.insert(id);
        }
    }
    seen
}
