//! The order of goals: places are compared, and a goal that is given a new one changes no other goal.

use crate::day::Day;
use crate::goals::{Goal, GoalVersion};
use crate::ids::{GoalId, GoalVersionId};
use crate::record::Engagement;

/// How far places lie apart once they are spread.
const APART: usize = 16;

/// What makes one goal stand before another with the same place: it is older, or else its first title.
fn tie(goal: &Goal) -> (Option<Day>, &str) {
    let first = goal.versions.iter().min_by_key(|version| version.on);
    let title = first.map_or("", |first| first.title.for_the_coach());
    (first.map(|first| first.on), title)
}

/// The goals that go on, in their order on a day.
#[must_use]
pub fn going_on(engagement: &Engagement, on: Day) -> Vec<(&Goal, &GoalVersion)> {
    let goals = engagement.goals.iter();
    let mut goals: Vec<_> = goals
        .filter_map(|goal| Some((goal, goal.on(on)?)))
        .filter(|(_, now)| now.status.goes_on())
        .collect();
    goals.sort_by(|(a, x), (b, y)| (x.place, tie(a), &a.id).cmp(&(y.place, tie(b), &b.id)));
    goals
}

/// The rank of a goal among those that go on, from 1.
#[must_use]
pub fn rank(engagement: &Engagement, goal: &GoalId, on: Day) -> Option<u16> {
    let order = going_on(engagement, on);
    let at = order.iter().position(|(each, _)| each.id == *goal)?;
    u16::try_from(at + 1).ok()
}

/// The place that puts a goal on a rank among those that go on, from 1; none when there is no room
/// between its neighbours, and the places must be [`spread`] first.
#[must_use]
pub fn place_at(engagement: &Engagement, goal: &GoalId, rank: u16, on: Day) -> Option<u16> {
    let order = going_on(engagement, on);
    let others: Vec<u16> = order
        .iter()
        .filter(|(other, _)| other.id != *goal)
        .map(|(_, now)| now.place)
        .collect();
    let at = usize::from(rank).clamp(1, others.len() + 1) - 1;
    let (before, after) = others.split_at(at);
    match (before.last(), after.first()) {
        (None, None) => Some(1),
        (Some(before), None) => before.checked_add(1),
        (None, Some(after)) => (*after > 0).then_some(after / 2),
        (Some(before), Some(after)) => {
            (after.saturating_sub(*before) > 1).then(|| before + (after - before) / 2)
        }
    }
}

/// Places that lie apart, for every version: the order of the goals is the same as before on every
/// day.
#[must_use]
pub fn spread(engagement: &Engagement) -> Vec<(GoalVersionId, u16)> {
    let mut all: Vec<_> = engagement
        .goals
        .iter()
        .flat_map(|goal| goal.versions.iter().map(move |version| (goal, version)))
        .collect();
    let key = |(goal, version): &(&Goal, &GoalVersion)| {
        let (first, title) = tie(goal);
        (version.place, first, title.to_owned(), goal.id.clone())
    };
    all.sort_by_cached_key(key);
    let mut at = 0;
    let mut last = None;
    let mut places = Vec::new();
    for one in &all {
        let own = Some(key(one));
        at += usize::from(own != last);
        last = own;
        let place = u16::try_from(at.saturating_mul(APART)).unwrap_or(u16::MAX);
        places.push((one.1.id.clone(), place));
    }
    places
}
