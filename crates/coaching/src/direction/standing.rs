//! What stands on a day: the purpose, what goals serve, and what nothing serves.

use super::{Priority, Tie, TiedTo};
use crate::day::Day;
use crate::goals::Goal;
use crate::order;
use crate::record::{Engagement, Noted};
use crate::text::about;

/// The coachee's purpose on a day: the statement of the latest day.
#[must_use]
pub fn purpose(engagement: &Engagement, on: Day) -> Option<&Noted<about::Purpose>> {
    let said = engagement.purpose.iter().filter(|note| note.on <= on);
    said.max_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)))
}

/// True when a tie holds on a day and what it is tied to stands: a priority that ended is served no
/// more.
#[must_use]
pub fn serves(engagement: &Engagement, tie: &Tie, on: Day) -> bool {
    let mut all = engagement.priorities.iter();
    tie.holds(on)
        && match &tie.to {
            TiedTo::Priority(id) => all.any(|each| each.id == *id && each.on(on).is_some()),
            TiedTo::Purpose(id) => {
                let mut said = engagement.purpose.iter();
                said.any(|note| note.id == *id && note.on <= on)
            }
        }
}

/// The day since which what a goal was tied to says something else.
#[must_use]
pub fn moved_since(engagement: &Engagement, tie: &Tie, on: Day) -> Option<Day> {
    match &tie.to {
        TiedTo::Priority(id) => {
            let mut all = engagement.priorities.iter();
            let wording = all.find(|each| each.id == *id)?.on(on)?;
            (wording.on > tie.on).then_some(wording.on)
        }
        TiedTo::Purpose(id) => {
            let now = purpose(engagement, on)?;
            (now.id != *id).then_some(now.on)
        }
    }
}

/// The goals that go on and serve nothing on a day, in their order.
#[must_use]
pub fn serves_nothing(engagement: &Engagement, on: Day) -> Vec<&Goal> {
    let goes_on = order::going_on(engagement, on).into_iter();
    goes_on
        .map(|(goal, _)| goal)
        .filter(|goal| {
            let mut ties = engagement.ties.iter();
            !ties.any(|tie| tie.goal == goal.id && serves(engagement, tie, on))
        })
        .collect()
}

/// The priorities that no goal serves on a day.
#[must_use]
pub fn unserved(engagement: &Engagement, on: Day) -> Vec<&Priority> {
    let goes_on = order::going_on(engagement, on);
    let served = |priority: &Priority| {
        engagement.ties.iter().any(|tie| {
            tie.holds(on)
                && tie.to == TiedTo::Priority(priority.id.clone())
                && goes_on.iter().any(|(goal, _)| goal.id == tie.goal)
        })
    };
    let stand = engagement.priorities.iter();
    stand
        .filter(|priority| priority.on(on).is_some() && !served(priority))
        .collect()
}
