//! Goals that a chair may not see, changed.

use std::collections::{BTreeMap, BTreeSet};

use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion, Telling};
use coaching::ids::GoalVersionId;
use coaching::record::Engagement;
use coaching::words::Topic;

use super::maker::{DAYS, Maker, nth};
use super::statement::Sees;
use super::unseen::later;
use super::unseen_measures;
use super::whole;

/// Changes goals as far as the chair may not see them, and adds some.
pub fn goals(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    let measured = unseen_measures::measured(e, sees);
    let referred: BTreeSet<GoalVersionId> = e
        .meetings
        .iter()
        .flat_map(|meeting| meeting.agreed.iter().map(|agreed| agreed.version.clone()))
        .chain(e.tellings.iter().map(|telling| telling.version.clone()))
        .chain(measured.iter().cloned())
        .collect();
    let open = sees.open(Topic::CurrentGoals);
    for goal in &mut e.goals {
        if open {
            unseen_of_goal(goal, sees, maker);
            later_versions(goal, &referred, sees, maker);
        } else {
            other_goal(goal, &referred, maker);
            let versions = goal.versions.iter_mut();
            versions
                .filter(|version| measured.contains(&version.id))
                .for_each(|version| unseen_measures::fit(version, maker));
        }
    }
    for _ in 0..maker.tape.below(3) {
        let goal = maker.goal();
        if !open || !sees.has_begun(&goal) {
            maker.goals.push(goal.clone());
            e.goals.push(goal);
        }
    }
}

/// Changes what is shown of no version: when it was recorded, where it came from, who raised it, what
/// stood there before a correction, and the weight and place that were overtaken.
fn unseen_of_goal(goal: &mut Goal, sees: &Sees, maker: &mut Maker) {
    let past = goal.versions.iter().filter(|version| sees.past(version.on));
    let now = past.map(|version| version.on).max();
    for old in &mut goal.versions {
        let shift = maker.shift(&goal.id);
        let new = maker.version(old.on, None);
        old.recorded = new.recorded;
        old.session = new.session;
        old.meeting = new.meeting;
        old.corrections = new.corrections;
        if let Some(old) = &mut old.shift {
            old.raised_by = shift.raised_by;
        }
        if !sees.levels(old) {
            // Levels that were written down later.
            let written = later(maker, sees);
            old.levels = written.map(|on| maker.levels(on));
        }
        if Some(old.on) != now {
            old.weight = new.weight;
            old.place = new.place;
        }
    }
}

/// Changes what takes effect after the day.
fn later_versions(
    goal: &mut Goal,
    referred: &BTreeSet<GoalVersionId>,
    sees: &Sees,
    maker: &mut Maker,
) {
    if !sees.has_begun(goal) {
        return;
    }
    goal.versions
        .retain(|version| sees.past(version.on) || referred.contains(&version.id));
    for version in &mut goal.versions {
        if !sees.past(version.on) {
            let shift = maker.shift(&goal.id);
            let id = version.id.clone();
            *version = GoalVersion {
                id,
                ..maker.version(version.on, Some(shift))
            };
        }
    }
    for n in 0..DAYS {
        let free = goal.versions.iter().all(|version| version.on != nth(n));
        if free && !sees.past(nth(n)) && maker.tape.chance(15) {
            let shift = maker.shift(&goal.id);
            goal.versions.push(maker.version(nth(n), Some(shift)));
        }
    }
}

/// Another goal altogether, under the same id. Versions that a meeting or a telling refers to keep
/// theirs, and stay before the days on which they were agreed.
fn other_goal(goal: &mut Goal, referred: &BTreeSet<GoalVersionId>, maker: &mut Maker) {
    let mut days: BTreeMap<Day, Option<GoalVersionId>> = BTreeMap::new();
    for new in maker.goal().versions {
        days.insert(new.on, None);
    }
    for old in goal.versions.drain(..) {
        if referred.contains(&old.id) {
            days.insert(old.on, Some(old.id));
        }
    }
    for (on, id) in days {
        let shift = (!goal.versions.is_empty()).then(|| maker.shift(&goal.id));
        let new = maker.version(on, shift);
        let id = id.unwrap_or_else(|| new.id.clone());
        goal.versions.push(GoalVersion { id, ..new });
    }
}

/// Changes who tells whom, as far as the chair may not see it.
pub fn tellings(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    let fresh: Vec<Telling> = whole::tellings(maker);
    if !sees.tellings() {
        e.tellings = fresh;
        return;
    }
    for old in &mut e.tellings {
        old.steps.retain(|step| sees.past(step.on));
        let new = fresh.iter().flat_map(|telling| &telling.steps);
        old.steps
            .extend(new.filter(|step| !sees.past(step.on)).take(2));
        old.steps.sort_by_key(|step| step.on);
    }
}
