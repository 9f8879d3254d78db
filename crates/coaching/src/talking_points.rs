//! What the coachee may want to tell somebody on the sponsor's side: which shifts still wait to be
//! told, taken out of the coachee's own [`View`]. No other chair's view holds any of it.

use crate::drift::{DriftKind, still_waits};
use crate::ids::{GoalVersionId, PartyId};
use crate::view::{
    BaselineSeen, DriftSeen, GoalStory, PartySeen, TellingSeen, TieSeen, VersionSeen, View,
};
use crate::words::{Role, TellingState};

/// What was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked<'a> {
    /// To whom the coachee would speak; the sponsor when none.
    pub to: Option<&'a PartyId>,
    /// The goal with this version alone, however far its telling has come; all that wait when none.
    pub version: Option<&'a GoalVersionId>,
    /// True to name what is kept private as well.
    pub private: bool,
}

/// The shifts of a talking points sheet. Its contents come out of the coachee's view alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkingPoints<'v> {
    to: &'v PartySeen,
    baseline: Option<&'v BaselineSeen>,
    points: Vec<Point<'v>>,
    kept_private: Vec<Point<'v>>,
}

impl<'v> TalkingPoints<'v> {
    /// To whom the coachee would speak.
    #[must_use]
    pub fn to(&self) -> &'v PartySeen {
        self.to
    }

    /// What was agreed last; none where nothing was.
    #[must_use]
    pub fn baseline(&self) -> Option<&'v BaselineSeen> {
        self.baseline
    }

    /// What may be told, in the order of the drift.
    #[must_use]
    pub fn points(&self) -> &[Point<'v>] {
        &self.points
    }

    /// What is kept private, where that was asked for.
    #[must_use]
    pub fn kept_private(&self) -> &[Point<'v>] {
        &self.kept_private
    }
}

/// One goal that moved since it was agreed, with the goals that took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<'v> {
    /// What was agreed and what it is now.
    pub row: &'v DriftSeen,
    /// How far its telling to this party has come: its own, or that of what took its place, whichever
    /// was spoken about last.
    pub telling: &'v TellingSeen,
    /// What moved since it was agreed, oldest first. Not empty.
    pub since: &'v [VersionSeen],
    /// The goals that it goes on as: itself, or those that took its place, without any that is kept
    /// private while others are told.
    pub goes_on_as: Vec<&'v GoalStory>,
    /// What those goals serve.
    pub serves: Vec<&'v TieSeen>,
}

impl Point<'_> {
    /// The titles under which it goes on; empty where it ended with nothing in its place.
    #[must_use]
    pub fn titles(&self) -> Vec<&str> {
        self.goes_on_as
            .iter()
            .filter_map(|story| story.versions().last())
            .map(|now| now.title().text().as_str())
            .collect()
    }
}

/// Why there are no talking points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPoints {
    /// The view is not the coachee's.
    #[error("Talking points belong to the coachee. They are made from no other chair.")]
    NotTheCoachees,
    /// The party is not on the sponsor's side, or not in the engagement on that day.
    #[error(
        "This person is not on the sponsor's side of the engagement on that day. Choose the \
         sponsor, the line manager or the HR partner."
    )]
    NobodyToTell,
    /// The version is not one that moved since the goals were agreed.
    #[error("This goal has not moved since it was agreed, so there is nothing to tell about it.")]
    NothingMoved,
}

/// What the coachee may want to tell, out of the coachee's view.
///
/// # Errors
/// [`NoPoints`] when the view is of another chair, or nobody or nothing is there to tell.
pub fn talking_points<'v>(view: &'v View, asked: Asked<'_>) -> Result<TalkingPoints<'v>, NoPoints> {
    if *view.chair().role() != Role::Coachee {
        return Err(NoPoints::NotTheCoachees);
    }
    let to = reader(view, asked.to)?;
    let baseline = view.baselines().last();
    let all: Vec<Point<'v>> = view
        .drift()
        .iter()
        .filter_map(|row| point(view, row, to, baseline))
        .collect();
    if let Some(version) = asked.version {
        return Ok(TalkingPoints {
            to,
            baseline,
            points: vec![chosen(all, version).ok_or(NoPoints::NothingMoved)?],
            kept_private: Vec::new(),
        });
    }
    let (kept_private, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|point| baseline.is_some() && *point.row.drift() != DriftKind::Clarified)
        .partition(|point| *point.telling.state() == TellingState::Private);
    let waits = |point: &Point<'_>| still_waits(Some(*point.telling.state()));
    Ok(TalkingPoints {
        to,
        baseline,
        points: said_once(others).into_iter().filter(waits).collect(),
        kept_private: if asked.private {
            said_once(kept_private)
        } else {
            Vec::new()
        },
    })
}

/// The goal with that version; where it took the place of another that is not kept private, that one.
fn chosen<'v>(mut all: Vec<Point<'v>>, version: &GoalVersionId) -> Option<Point<'v>> {
    let has_it = |story: &&GoalStory| story.versions().iter().any(|one| one.id() == version);
    let index = all
        .iter()
        .position(|point| {
            *point.row.drift() != DriftKind::New
                && *point.telling.state() != TellingState::Private
                && point
                    .goes_on_as
                    .iter()
                    .any(|story| story.id() != point.row.goal() && has_it(story))
        })
        .or_else(|| {
            let moved = |point: &Point<'_>| point.since.iter().any(|one| one.id() == version);
            all.iter().position(moved)
        })?;
    Some(all.swap_remove(index))
}

/// The party that was asked for, or the sponsor, or else somebody on the sponsor's side.
fn reader<'v>(view: &'v View, asked: Option<&PartyId>) -> Result<&'v PartySeen, NoPoints> {
    let heading = view.heading().as_ref().ok_or(NoPoints::NobodyToTell)?;
    // In the order of roles: the sponsor comes first.
    heading
        .parties()
        .iter()
        .filter(|party| party.role().on_the_sponsors_side())
        .find(|party| asked.is_none_or(|id| party.id() == id))
        .ok_or(NoPoints::NobodyToTell)
}

fn point<'v>(
    view: &'v View,
    row: &'v DriftSeen,
    to: &PartySeen,
    baseline: Option<&BaselineSeen>,
) -> Option<Point<'v>> {
    let own = telling_to(row, to)?;
    let story = view.goals().iter().find(|story| story.id() == row.goal())?;
    let versions = story.versions();
    let agreed = baseline
        .filter(|_| row.agreed().is_some())
        .and_then(|baseline| {
            let is_agreed = |one: &VersionSeen| one.agreed().contains(baseline.on());
            versions.iter().rposition(is_agreed)
        });
    let since = &versions[agreed.map_or(0, |index| index + 1)..];
    let now = since.last()?;
    let of = |telling: &'v TellingSeen, goes_on_as: Vec<&'v GoalStory>| Point {
        row,
        telling,
        since,
        serves: serves(view, &goes_on_as),
        goes_on_as,
    };
    if now.successors().is_empty() || *own.state() == TellingState::Private {
        return Some(of(own, goes_on_as(view, story, now)));
    }
    let (kept, told): (Vec<_>, Vec<_>) = goes_on_as(view, story, now)
        .into_iter()
        .map(|story| (story, successors_telling(view, story, to)))
        .partition(|(_, telling)| {
            telling.is_some_and(|telling| *telling.state() == TellingState::Private)
        });
    if told.is_empty()
        && let Some(&(_, Some(private))) = kept.first()
    {
        let kept = kept.into_iter().map(|(story, _)| story);
        return Some(of(private, kept.collect()));
    }
    let telling = told
        .iter()
        .filter_map(|(_, telling)| *telling)
        .chain([own])
        .max_by_key(|telling| *telling.since())
        .unwrap_or(own);
    let told = told.into_iter().map(|(story, _)| story);
    Some(of(telling, told.collect()))
}

fn serves<'v>(view: &'v View, goals: &[&GoalStory]) -> Vec<&'v TieSeen> {
    let ties = goals.iter().flat_map(|story| {
        let ties = view.ties().iter();
        ties.filter(|tie| tie.goal_id() == story.id())
    });
    ties.collect()
}

fn goes_on_as<'v>(
    view: &'v View,
    story: &'v GoalStory,
    now: &'v VersionSeen,
) -> Vec<&'v GoalStory> {
    let successors = now.successors().iter();
    if now.successors().is_empty() && now.status().goes_on() {
        return vec![story];
    }
    successors
        .filter_map(|id| view.goals().iter().find(|story| story.id() == id))
        .collect()
}

fn telling_to<'v>(row: &'v DriftSeen, to: &PartySeen) -> Option<&'v TellingSeen> {
    row.tellings().iter().find(|one| one.party() == to.id())
}

/// How far the telling of a goal that took another's place has come; none where it was agreed before.
fn successors_telling<'v>(
    view: &'v View,
    story: &GoalStory,
    to: &PartySeen,
) -> Option<&'v TellingSeen> {
    let mut rows = view.drift().iter();
    let row = rows.find(|row| row.goal() == story.id() && *row.drift() == DriftKind::New)?;
    telling_to(row, to)
}

/// A new goal that took the place of one among these stands with it.
fn said_once(points: Vec<Point<'_>>) -> Vec<Point<'_>> {
    let stands_with = |point: &Point<'_>| {
        *point.row.drift() == DriftKind::New
            && points.iter().any(|other| {
                let mut goes_on_as = other.goes_on_as.iter();
                other.row.goal() != point.row.goal()
                    && goes_on_as.any(|story| story.id() == point.row.goal())
            })
    };
    let stands_with: Vec<bool> = points.iter().map(stands_with).collect();
    points
        .into_iter()
        .zip(stands_with)
        .filter(|(_, stands_with)| !stands_with)
        .map(|(point, _)| point)
        .collect()
}
