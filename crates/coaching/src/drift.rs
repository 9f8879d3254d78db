//! Drift: the baseline and the goals on a day, side by side (`docs/goals.md`).

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::goals::{Goal, GoalVersion, TellingStep};
use crate::ids::{GoalId, GoalVersionId, PartyId};
use crate::meetings::{AgreedGoal, Meeting, baseline};
use crate::record::Engagement;
use crate::words::{ShiftKind, TellingState};

/// What became of a goal since the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum DriftKind {
    /// The same version.
    Unchanged,
    /// Only clarified, reprioritised or resumed since.
    Clarified,
    /// Morphed or re-scoped since.
    Shifted,
    /// Another goal took its place.
    Replaced,
    /// It became several.
    Split,
    /// It went into another.
    Merged,
    /// It rests.
    Paused,
    /// It was reached.
    Achieved,
    /// It was let go.
    LetGo,
    /// It is not in the baseline.
    New,
}

/// How far the telling of a goal's shifts to one party has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TellingOf {
    /// To whom.
    pub party: PartyId,
    /// The version to be told of.
    pub version: GoalVersionId,
    /// The latest step; none when it was never spoken about.
    pub step: Option<TellingStep>,
}

/// One goal's drift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalDrift<'a> {
    /// The goal.
    pub goal: &'a Goal,
    /// As it was agreed; none when it is new.
    pub agreed: Option<&'a AgreedGoal>,
    /// As it stands on the day.
    pub now: &'a GoalVersion,
    /// What became of it.
    pub kind: DriftKind,
    /// The day of the latest shift since the baseline, or the day a new goal began.
    pub since: Option<Day>,
    /// The goals that took its place, when another, or several, did.
    pub became: Vec<&'a Goal>,
    /// For each party on the sponsor's side who is in the engagement on that day. Empty when the goal
    /// is unchanged.
    pub tellings: Vec<TellingOf>,
}

/// Compares the latest baseline with the goals on a day, goal by goal, in the order of the baseline
/// and then of the goals' own order. Without a baseline every goal is new.
#[must_use]
pub fn drift(engagement: &Engagement, on: Day) -> Vec<GoalDrift<'_>> {
    let base = baseline(engagement, on);
    let mut rows = Vec::new();
    if let Some(meeting) = base {
        for agreed in &meeting.agreed {
            if let Some(row) = against_baseline(engagement, meeting, agreed, on) {
                rows.push(row);
            }
        }
    }
    let is_agreed = |id: &GoalId| base.is_some_and(|m| m.agreed.iter().any(|a| a.goal == *id));
    let mut new: Vec<_> = engagement
        .goals
        .iter()
        .filter(|goal| !is_agreed(&goal.id))
        .filter_map(|goal| goal.on(on).map(|now| (goal, now)))
        .filter(|(goal, now)| now.status.goes_on() || began_after(goal, base))
        .collect();
    new.sort_by(|(a, x), (b, y)| (x.place, x.on, &a.id).cmp(&(y.place, y.on, &b.id)));
    rows.extend(new.into_iter().map(|(goal, now)| GoalDrift {
        goal,
        agreed: None,
        now,
        kind: DriftKind::New,
        since: goal.up_to(on).first().map(|first| first.on),
        became: became(engagement, now),
        tellings: tellings(engagement, goal, None, on),
    }));
    rows
}

fn began_after(goal: &Goal, base: Option<&Meeting>) -> bool {
    let Some(meeting) = base else { return true };
    goal.versions.iter().all(|version| version.on > meeting.on)
}

fn against_baseline<'a>(
    engagement: &'a Engagement,
    meeting: &Meeting,
    agreed: &'a AgreedGoal,
    on: Day,
) -> Option<GoalDrift<'a>> {
    let goal = engagement.goal(&agreed.goal)?;
    let now = goal.on(on)?;
    let start = goal
        .version(&agreed.version)
        .map_or(meeting.on, |version| version.on);
    let since: Vec<_> = goal
        .up_to(on)
        .into_iter()
        .filter(|version| version.on > start)
        .collect();
    let kind = kind_of(&since);
    let tellings = if kind == DriftKind::Unchanged {
        Vec::new()
    } else {
        tellings(engagement, goal, Some(start), on)
    };
    let since = since.last().map(|version| version.on);
    Some(GoalDrift {
        goal,
        agreed: Some(agreed),
        now,
        kind,
        since,
        became: became(engagement, now),
        tellings,
    })
}

fn became<'a>(engagement: &'a Engagement, now: &GoalVersion) -> Vec<&'a Goal> {
    let into = now.shift.iter().flat_map(|shift| &shift.into);
    into.filter_map(|id| engagement.goal(id)).collect()
}

/// The latest ending or resting shift decides; a *resumed* goal has shifted only if it also moved.
fn kind_of(since: &[&GoalVersion]) -> DriftKind {
    let shifts: Vec<ShiftKind> = since
        .iter()
        .filter_map(|version| version.shift.as_ref().map(|shift| shift.kind))
        .collect();
    let ended = shifts.iter().rev().find_map(|kind| match kind {
        ShiftKind::Replaced => Some(Some(DriftKind::Replaced)),
        ShiftKind::Split => Some(Some(DriftKind::Split)),
        ShiftKind::Merged => Some(Some(DriftKind::Merged)),
        ShiftKind::Paused => Some(Some(DriftKind::Paused)),
        ShiftKind::Achieved => Some(Some(DriftKind::Achieved)),
        ShiftKind::LetGo => Some(Some(DriftKind::LetGo)),
        ShiftKind::Resumed => Some(None),
        _ => None,
    });
    if let Some(Some(ended)) = ended {
        ended
    } else if shifts
        .iter()
        .any(|kind| matches!(kind, ShiftKind::Morphed | ShiftKind::ReScoped))
    {
        DriftKind::Shifted
    } else if since.is_empty() {
        DriftKind::Unchanged
    } else {
        DriftKind::Clarified
    }
}

/// The version whose telling speaks for the goal: the latest since the baseline that moved its
/// meaning, or else the latest.
fn to_be_told(goal: &Goal, after: Option<Day>, on: Day) -> Option<&GoalVersion> {
    let versions: Vec<_> = goal
        .up_to(on)
        .into_iter()
        .filter(|version| after.is_none_or(|after| version.on > after))
        .collect();
    let moved = |version: &&&GoalVersion| {
        !version
            .shift
            .as_ref()
            .is_some_and(|s| matches!(s.kind, ShiftKind::Clarified | ShiftKind::Reprioritised))
    };
    versions
        .iter()
        .rev()
        .find(moved)
        .or(versions.last())
        .copied()
}

fn tellings(engagement: &Engagement, goal: &Goal, after: Option<Day>, on: Day) -> Vec<TellingOf> {
    let Some(version) = to_be_told(goal, after, on) else {
        return Vec::new();
    };
    engagement
        .parties
        .iter()
        .filter(|party| party.role.on_the_sponsors_side() && party.is_in(on))
        .map(|party| TellingOf {
            party: party.id.clone(),
            version: version.id.clone(),
            step: engagement
                .tellings
                .iter()
                .find(|telling| telling.version == version.id && telling.party == party.id)
                .and_then(|telling| telling.on(on)),
        })
        .collect()
}

/// True when a telling still waits: the sponsor's side does not know it, and the coachee has not
/// decided to keep it private.
#[must_use]
pub fn still_waits(state: Option<TellingState>) -> bool {
    !matches!(
        state,
        Some(TellingState::Told | TellingState::Agreed | TellingState::Private)
    )
}

/// The tellings that wait, each with its goal: of whatever moved since the baseline and somebody on the
/// sponsor's side does not know of, unless the coachee keeps it private. Where nothing was ever agreed,
/// nothing waits.
#[must_use]
pub fn waiting(engagement: &Engagement, on: Day) -> Vec<(GoalDrift<'_>, TellingOf)> {
    if baseline(engagement, on).is_none() {
        return Vec::new();
    }
    let mut rows = drift(engagement, on);
    rows.retain(|row| !matches!(row.kind, DriftKind::Unchanged | DriftKind::Clarified));
    let mut waiting = Vec::new();
    for mut row in rows {
        for telling in std::mem::take(&mut row.tellings) {
            if still_waits(telling.step.map(|step| step.state)) {
                waiting.push((row.clone(), telling));
            }
        }
    }
    waiting
}
