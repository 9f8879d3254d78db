//! How goals begin, shift and are corrected: what is allowed, as pure functions that return the new
//! version or say why not (`docs/goals.md`).

mod carrying;
mod filling_in;
mod refusal;
mod taking_back;

pub use carrying::carried;
pub use filling_in::{FilledIn, fill_in};
pub use refusal::Refusal;
pub use taking_back::{TakenBack, take_back};

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

/// How far ahead a version may take effect, in days: more is a slip in the year.
const MOST_AHEAD: i64 = 31;
/// How long before the engagement a goal may have begun that is brought along, in days.
const MOST_BEFORE: i64 = 366;

/// A new goal, active from its first day, or still emerging.
///
/// # Errors
/// A [`Refusal`] when the wording or the day does not fit.
pub fn begin(
    engagement: &Engagement,
    id: GoalId,
    wording: GoalWording,
    emerging: bool,
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
            levels: None,
            weight: wording.weight,
            place,
            status: if emerging {
                GoalStatus::Emerging
            } else {
                GoalStatus::Active
            },
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
        levels: before
            .levels
            .clone()
            .filter(|_| !said.kind.moves_the_meaning()),
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
        ShiftKind::Clarified | ShiftKind::Morphed | ShiftKind::ReScoped
            if before == GoalStatus::Emerging =>
        {
            Ok(GoalStatus::Active)
        }
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
/// agreed for next month: anything else is a slip in the year.
pub(crate) fn within(
    engagement: &Engagement,
    on: Day,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    let ahead = (on.date() - recorded.date_naive()).num_days();
    if on.days_since(engagement.began) < -MOST_BEFORE || ahead > MOST_AHEAD {
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
        let successor = engagement.goal(id).ok_or(Refusal::NoSuchSuccessor)?;
        if *id == goal.id || descends(engagement, id, &goal.id) {
            return Err(Refusal::Circle);
        }
        successor.on(on).ok_or(Refusal::SuccessorNotBegun)?;
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
    fn an_emerging_goal_takes_shape_by_a_wording_and_by_nothing_else() {
        let from = |kind| next_status(GoalStatus::Emerging, kind);
        for kind in [
            ShiftKind::Clarified,
            ShiftKind::Morphed,
            ShiftKind::ReScoped,
        ] {
            assert_eq!(from(kind), Ok(GoalStatus::Active), "{kind:?}");
        }
        assert_eq!(from(ShiftKind::Reprioritised), Ok(GoalStatus::Emerging));
        assert_eq!(from(ShiftKind::Paused), Ok(GoalStatus::Paused));
    }

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
