//! What the coachee may want to tell somebody on the sponsor's side: which shifts still wait to be
//! told, taken out of the coachee's own [`View`]. No other chair's view holds any of it.

use crate::drift::{DriftKind, still_waits};
use crate::ids::{GoalVersionId, PartyId};
use crate::view::{BaselineSeen, DriftSeen, GoalStory, PartySeen, TellingSeen, VersionSeen, View};
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

/// One goal that moved since it was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<'v> {
    /// What was agreed and what it is now.
    pub row: &'v DriftSeen,
    /// How far its telling to this party has come.
    pub telling: &'v TellingSeen,
    /// What moved since it was agreed, oldest first. Not empty.
    pub since: &'v [VersionSeen],
    /// The goals that it goes on as: itself, or those that took its place.
    pub goes_on_as: Vec<&'v GoalStory>,
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
        let chosen = |point: &Point<'_>| point.since.iter().any(|one| one.id() == version);
        let points: Vec<_> = all.into_iter().filter(chosen).collect();
        if points.is_empty() {
            return Err(NoPoints::NothingMoved);
        }
        return Ok(TalkingPoints {
            to,
            baseline,
            points,
            kept_private: Vec::new(),
        });
    }
    let (kept_private, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|point| baseline.is_some() && *point.row.drift() != DriftKind::Clarified)
        .partition(|point| *point.telling.state() == TellingState::Private);
    let waits = others
        .into_iter()
        .filter(|point| still_waits(Some(*point.telling.state())))
        .collect();
    Ok(TalkingPoints {
        to,
        baseline,
        points: said_once(waits),
        kept_private: if asked.private {
            said_once(kept_private)
        } else {
            Vec::new()
        },
    })
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
    let telling = row.tellings().iter().find(|one| one.party() == to.id())?;
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
    let successor = |id| view.goals().iter().find(|story| story.id() == id);
    let goes_on_as = match now.successors().as_slice() {
        [] if now.status().goes_on() => vec![story],
        successors => successors.iter().filter_map(successor).collect(),
    };
    Some(Point {
        row,
        telling,
        since,
        goes_on_as,
    })
}

/// A new goal that took the place of one that is told anyway is told with it.
fn said_once(points: Vec<Point<'_>>) -> Vec<Point<'_>> {
    let is_told_with = |point: &Point<'_>| {
        *point.row.drift() == DriftKind::New
            && points.iter().any(|other| {
                other.row.goal() != point.row.goal()
                    && other
                        .goes_on_as
                        .iter()
                        .any(|story| story.id() == point.row.goal())
            })
    };
    let told_with: Vec<bool> = points.iter().map(is_told_with).collect();
    points
        .into_iter()
        .zip(told_with)
        .filter(|(_, told_with)| !told_with)
        .map(|(point, _)| point)
        .collect()
}
