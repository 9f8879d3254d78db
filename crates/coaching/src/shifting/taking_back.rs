//! Taking back what was recorded by mistake, while nothing stands on it.

use super::Refusal;
use crate::goals::{Goal, GoalVersion};
use crate::ids::{GoalId, GoalVersionId};
use crate::ledger::Disclosed;
use crate::record::Engagement;
use crate::words::{ShiftKind, TellingState};

/// What goes when a version is taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// The versions of goals that stay.
    pub versions: Vec<GoalVersionId>,
    /// The goals that go as a whole.
    pub goals: Vec<GoalId>,
}

/// What goes with a version that is taken back: goals that merged go apart together, and new goals
/// that only this shift made go with it. A first version goes with its goal.
///
/// # Errors
/// A [`Refusal`] when something stands on it.
pub fn take_back(engagement: &Engagement, version: &GoalVersionId) -> Result<TakenBack, Refusal> {
    let all = || {
        let goals = engagement.goals.iter();
        goals.flat_map(|goal| goal.versions.iter().map(move |version| (goal, version)))
    };
    let (goal, first) = all()
        .find(|(_, candidate)| candidate.id == *version)
        .ok_or(Refusal::NoSuchGoal)?;
    let Some(shift) = &first.shift else {
        if is_named(engagement, goal, &[]) {
            return Err(Refusal::CameOut);
        }
        free(engagement, goal, first)?;
        return Ok(TakenBack {
            goals: vec![goal.id.clone()],
            ..TakenBack::default()
        });
    };
    let with_it = |other: &GoalVersion| {
        let other_shift = other.shift.as_ref();
        shift.kind == ShiftKind::Merged
            && other.recorded == first.recorded
            && other_shift.is_some_and(|s| s.kind == shift.kind && s.into == shift.into)
    };
    let step: Vec<_> = all()
        .filter(|(_, other)| other.id == first.id || with_it(other))
        .collect();
    let mut taken = TakenBack::default();
    for &(goal, version) in &step {
        free(engagement, goal, version)?;
        taken.versions.push(version.id.clone());
    }
    for id in &shift.into {
        let successor = engagement.goal(id).ok_or(Refusal::NoSuchSuccessor)?;
        let began = successor.versions.iter().min_by_key(|v| v.on);
        let Some(began) = began.filter(|v| v.on == first.on && v.recorded == first.recorded) else {
            continue;
        };
        if successor.versions.len() > 1 || is_named(engagement, successor, &taken.versions) {
            return Err(Refusal::SuccessorWentOn);
        }
        free(engagement, successor, began)?;
        taken.goals.push(id.clone());
    }
    Ok(taken)
}

/// Nothing came after the version, and nothing outside of it speaks of it.
fn free(engagement: &Engagement, goal: &Goal, version: &GoalVersion) -> Result<(), Refusal> {
    let agreed = engagement.meetings.iter().flat_map(|m| &m.agreed);
    let told = engagement
        .tellings
        .iter()
        .filter(|telling| telling.version == version.id)
        .flat_map(|telling| &telling.steps);
    let begun = |state| !matches!(state, TellingState::NotDiscussed | TellingState::Deciding);
    let mut ledger = engagement.ledger.iter();
    let names = |what: &Disclosed| matches!(what, Disclosed::Words { version: Some(named), .. } if *named == version.id);
    if goal.versions.iter().any(|other| other.on > version.on) {
        Err(Refusal::HasLater)
    } else if agreed.into_iter().any(|a| a.version == version.id) {
        Err(Refusal::WasAgreed)
    } else if ledger.any(|entry| names(&entry.what)) {
        Err(Refusal::InLedger)
    } else if told.into_iter().any(|step| begun(step.state)) {
        Err(Refusal::TellingBegun)
    } else {
        Ok(())
    }
}

/// True when a shift outside of these versions names the goal as one that took another's place.
fn is_named(engagement: &Engagement, goal: &Goal, but: &[GoalVersionId]) -> bool {
    let versions = engagement.goals.iter().flat_map(|other| &other.versions);
    versions.filter(|v| !but.contains(&v.id)).any(|version| {
        let shift = version.shift.as_ref();
        shift.is_some_and(|shift| shift.into.contains(&goal.id))
    })
}
