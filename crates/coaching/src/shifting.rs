//! How goals begin, shift and are corrected: what is allowed, as pure functions that return the new
//! version or say why not (`docs/goals.md`).

use chrono::{DateTime, Utc};

use crate::day::Day;
use crate::goals::{Correction, Goal, GoalVersion, Shift};
use crate::ids::{GoalId, GoalVersionId, MeetingId, PartyId, SessionId};
use crate::record::Engagement;
use crate::text::{Text, about};
use crate::words::{GoalStatus, Prompt, ShiftKind};

/// What a coach fills in about a goal's wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalWording {
    /// The title; never blank.
    pub title: Text<about::CurrentGoals>,
    /// In the coachee's own words.
    pub words: Text<about::CurrentGoals>,
    /// Why it matters.
    pub why: Text<about::CurrentGoals>,
    /// How we would know.
    pub measure: Text<about::CurrentGoals>,
    /// Its weight, 1 to 4.
    pub weight: u8,
}

/// Where and when a version came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The new version's id.
    pub version: GoalVersionId,
    /// The day it takes effect.
    pub on: Day,
    /// When it is recorded.
    pub recorded: DateTime<Utc>,
    /// The session it came out of.
    pub session: Option<SessionId>,
    /// The meeting it came out of.
    pub meeting: Option<MeetingId>,
}

/// What a coach says about a shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftSaid {
    /// The kind.
    pub kind: ShiftKind,
    /// What prompted it.
    pub prompt: Prompt,
    /// The reason, in the coachee's words.
    pub reason: Text<about::CurrentGoals>,
    /// Who raised it.
    pub raised_by: Option<PartyId>,
    /// The goals that take its place.
    pub into: Vec<GoalId>,
    /// The new wording; none keeps the wording as it was.
    pub wording: Option<GoalWording>,
    /// The new place in the order; none keeps it.
    pub place: Option<u16>,
}

/// Why a goal cannot begin or shift in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The title is blank.
    #[error("A goal needs a title.")]
    NoTitle,
    /// The weight is not 1 to 4.
    #[error("A goal's weight is 1, 2, 3 or 4.")]
    Weight,
    /// There is no such goal in this engagement.
    #[error("This goal is not one of this engagement.")]
    NoSuchGoal,
    /// The shift lies before the goal began.
    #[error("The shift lies before the goal began. Check the date.")]
    BeforeItBegan,
    /// Another version took effect on the same day.
    #[error("This goal already changed on that day. Choose another day, or correct that change.")]
    SameDay,
    /// The goal had ended.
    #[error("The goal had ended by that day, so it cannot shift any more.")]
    Ended,
    /// A resumed goal was not paused.
    #[error("Only a paused goal can be resumed.")]
    NotPaused,
    /// An ending is entered although later changes are recorded.
    #[error("Later changes of this goal are recorded, so it cannot have ended on that day.")]
    LaterChanges,
    /// The number of successors does not fit the kind.
    #[error("Name the goal that takes its place; for a split, name two or more.")]
    Successors,
    /// A goal cannot take its own place, directly or in a circle.
    #[error("A goal cannot be replaced by itself, directly or in a circle.")]
    Circle,
    /// A successor had not begun.
    #[error("The goal that takes its place must have begun by that day.")]
    SuccessorNotBegun,
    /// The day lies before the engagement or more than a year after the record.
    #[error("That day lies outside the engagement. Check the year.")]
    OutsideEngagement,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTitle => "goal.no_title",
            Self::Weight => "goal.weight",
            Self::NoSuchGoal => "goal.unknown",
            Self::BeforeItBegan => "shift.before_goal",
            Self::SameDay => "shift.same_day",
            Self::Ended => "shift.ended",
            Self::NotPaused => "shift.not_paused",
            Self::LaterChanges => "shift.later_changes",
            Self::Successors => "shift.successors",
            Self::Circle => "shift.circle",
            Self::SuccessorNotBegun => "shift.successor_not_begun",
            Self::OutsideEngagement => "shift.outside_engagement",
        }
    }

    /// The field of the form that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NoTitle => "title",
            Self::Weight => "weight",
            Self::NoSuchGoal => "goal",
            Self::NotPaused => "kind",
            Self::Successors | Self::Circle | Self::SuccessorNotBegun => "into",
            _ => "on",
        }
    }
}

/// A new goal, active from its first day.
///
/// # Errors
/// A [`Refusal`] when the wording or the day does not fit.
pub fn begin(
    engagement: &Engagement,
    id: GoalId,
    wording: GoalWording,
    at: Occasion,
) -> Result<Goal, Refusal> {
    fits(&wording)?;
    within(engagement, at.on, at.recorded)?;
    let place = engagement
        .goals
        .iter()
        .filter_map(|goal| goal.on(at.on))
        .map(|version| version.place)
        .max()
        .map_or(1, |place| place.saturating_add(1));
    Ok(Goal {
        id,
        versions: vec![GoalVersion {
            id: at.version,
            on: at.on,
            recorded: at.recorded,
            title: wording.title,
            words: wording.words,
            why: wording.why,
            measure: wording.measure,
            weight: wording.weight,
            place,
            status: GoalStatus::Active,
            session: at.session,
            meeting: at.meeting,
            shift: None,
            corrections: Vec::new(),
        }],
    })
}

/// The version that a shift makes out of the one in effect on its day. It may be entered late,
/// between two versions.
///
/// # Errors
/// A [`Refusal`] when the goal cannot shift in this way on this day.
pub fn shift(
    engagement: &Engagement,
    goal: &GoalId,
    said: ShiftSaid,
    at: Occasion,
) -> Result<GoalVersion, Refusal> {
    let goal = engagement.goal(goal).ok_or(Refusal::NoSuchGoal)?;
    within(engagement, at.on, at.recorded)?;
    if goal.versions.iter().any(|version| version.on == at.on) {
        return Err(Refusal::SameDay);
    }
    let before = goal.on(at.on).ok_or(Refusal::BeforeItBegan)?;
    let status = next_status(before.status, said.kind)?;
    let later = goal.versions.iter().any(|version| version.on > at.on);
    if later && (!status.goes_on() || said.kind == ShiftKind::Paused) {
        return Err(Refusal::LaterChanges);
    }
    successors_fit(engagement, goal, &said, at.on)?;
    let wording = said.wording.unwrap_or_else(|| GoalWording {
        title: before.title.clone(),
        words: before.words.clone(),
        why: before.why.clone(),
        measure: before.measure.clone(),
        weight: before.weight,
    });
    fits(&wording)?;
    Ok(GoalVersion {
        id: at.version,
        on: at.on,
        recorded: at.recorded,
        title: wording.title,
        words: wording.words,
        why: wording.why,
        measure: wording.measure,
        weight: wording.weight,
        place: said.place.unwrap_or(before.place),
        status,
        session: at.session,
        meeting: at.meeting,
        shift: Some(Shift {
            kind: said.kind,
            prompt: said.prompt,
            reason: said.reason,
            raised_by: said.raised_by,
            into: said.into,
        }),
        corrections: Vec::new(),
    })
}

/// A slip of the pen put right: the same version, the same day, the old text kept beside it. It is
/// not a shift.
///
/// # Errors
/// A [`Refusal`] when the wording does not fit.
pub fn correct(
    version: &GoalVersion,
    wording: GoalWording,
    at: DateTime<Utc>,
) -> Result<GoalVersion, Refusal> {
    fits(&wording)?;
    let mut corrected = version.clone();
    corrected.corrections.push(Correction {
        at,
        title: version.title.clone(),
        words: version.words.clone(),
        why: version.why.clone(),
        measure: version.measure.clone(),
    });
    corrected.title = wording.title;
    corrected.words = wording.words;
    corrected.why = wording.why;
    corrected.measure = wording.measure;
    corrected.weight = wording.weight;
    Ok(corrected)
}

/// The status after a shift of this kind.
///
/// # Errors
/// [`Refusal::Ended`] and [`Refusal::NotPaused`].
pub fn next_status(before: GoalStatus, kind: ShiftKind) -> Result<GoalStatus, Refusal> {
    if !before.goes_on() {
        return Err(Refusal::Ended);
    }
    match kind {
        ShiftKind::Clarified
        | ShiftKind::Morphed
        | ShiftKind::ReScoped
        | ShiftKind::Reprioritised => Ok(before),
        ShiftKind::Replaced | ShiftKind::Split | ShiftKind::Merged => Ok(GoalStatus::Replaced),
        ShiftKind::Paused => Ok(GoalStatus::Paused),
        ShiftKind::Resumed if before == GoalStatus::Paused => Ok(GoalStatus::Active),
        ShiftKind::Resumed => Err(Refusal::NotPaused),
        ShiftKind::Achieved => Ok(GoalStatus::Achieved),
        ShiftKind::LetGo => Ok(GoalStatus::LetGo),
    }
}

fn fits(wording: &GoalWording) -> Result<(), Refusal> {
    if wording.title.is_empty() {
        Err(Refusal::NoTitle)
    } else if !(1..=4).contains(&wording.weight) {
        Err(Refusal::Weight)
    } else {
        Ok(())
    }
}

/// A goal may be older than the engagement by up to a year (it is brought along), and a shift may be
/// planned up to a year ahead: anything else is a slip in the year.
fn within(engagement: &Engagement, on: Day, recorded: DateTime<Utc>) -> Result<(), Refusal> {
    let ahead = (on.date() - recorded.date_naive()).num_days();
    if on.days_since(engagement.began) < -366 || ahead > 366 {
        Err(Refusal::OutsideEngagement)
    } else {
        Ok(())
    }
}

fn successors_fit(
    engagement: &Engagement,
    goal: &Goal,
    said: &ShiftSaid,
    on: Day,
) -> Result<(), Refusal> {
    let mut into: Vec<_> = said.into.iter().collect();
    into.sort();
    into.dedup();
    let fits = match said.kind {
        ShiftKind::Replaced | ShiftKind::Merged => into.len() == 1 && said.into.len() == 1,
        ShiftKind::Split => into.len() >= 2 && into.len() == said.into.len(),
        _ => into.is_empty(),
    };
    if !fits {
        return Err(Refusal::Successors);
    }
    for id in into {
        if *id == goal.id || descends(engagement, id, &goal.id) {
            return Err(Refusal::Circle);
        }
        engagement
            .goal(id)
            .ok_or(Refusal::NoSuchGoal)?
            .on(on)
            .ok_or(Refusal::SuccessorNotBegun)?;
    }
    Ok(())
}

/// True when `target` is among the goals that `from` became, at any remove.
#[must_use]
pub fn descends(engagement: &Engagement, from: &GoalId, target: &GoalId) -> bool {
    let mut seen: Vec<&GoalId> = Vec::new();
    let mut next = vec![from];
    while let Some(id) = next.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let Some(goal) = engagement.goal(id) else {
            continue;
        };
        for version in &goal.versions {
            next.extend(version.shift.iter().flat_map(|shift| &shift.into));
        }
    }
    seen.into_iter().any(|id| id != from && id == target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_status_and_an_ended_goal_stays_ended() {
        for &kind in ShiftKind::ALL {
            assert_eq!(next_status(GoalStatus::Achieved, kind), Err(Refusal::Ended));
            let from = if kind == ShiftKind::Resumed {
                GoalStatus::Paused
            } else {
                GoalStatus::Active
            };
            assert!(next_status(from, kind).is_ok(), "{kind:?}");
        }
        assert_eq!(
            next_status(GoalStatus::Active, ShiftKind::Resumed),
            Err(Refusal::NotPaused)
        );
    }
}
