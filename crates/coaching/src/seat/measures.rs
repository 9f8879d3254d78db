//! Measures in a view: numbers pass the gate by the rule of their topic, as texts do.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Gate, in_order};
use crate::day::Day;
use crate::goals::{Goal, GoalVersion};
use crate::ids::{GoalId, GoalVersionId, PartyId};
use crate::measures::{
    Round, Score, SelfRating, Series, attained, combined, raters, series, t_in_tenths,
};
use crate::meetings::Meeting;
use crate::record::{Engagement, Party};
use crate::view::{
    AttainmentSeen, BreakSeen, CombinedSeen, GoalStory, Ground, Line, MeasureSeen, RatingSeen,
    ScoreSeen,
};
use crate::words::Topic;

/// What each goal version was measured by, where anything of it may be seen. Goals stand in the
/// order of their stories, or else in the order in which they were agreed.
pub(super) fn seen(gate: &Gate, stories: &[GoalStory]) -> Vec<MeasureSeen> {
    let all = ByVersion::of(&gate.case.engagement);
    if gate.open(Topic::CurrentGoals) {
        of_current_goals(gate, &all, stories)
    } else {
        of_agreed_goals(gate, &all)
    }
}

fn of_current_goals(gate: &Gate, all: &ByVersion, stories: &[GoalStory]) -> Vec<MeasureSeen> {
    let mut goals = Vec::new();
    let mut place = 0;
    for (index, story) in stories.iter().enumerate() {
        // Stories that look the same stand beside each other and have one place: what is measured
        // tells them apart, no id.
        if index > 0 && stories[index - 1].cmp(story).is_ne() {
            place = index;
        }
        let goal = gate.goal(&story.id);
        if let (Some(goal), Some(now)) = (goal, story.versions.last()) {
            let measures = of_one_goal(gate, all, goal, &now.title.text);
            goals.extend((!measures.is_empty()).then_some((place, measures)));
        }
    }
    goals.sort();
    goals
        .into_iter()
        .flat_map(|(_, measures)| measures)
        .collect()
}

/// The versions of one goal, oldest first; a new series says by which shift it began.
fn of_one_goal(gate: &Gate, all: &ByVersion, goal: &Goal, title: &str) -> Vec<MeasureSeen> {
    let mut measures = Vec::new();
    for Series { versions } in series(goal, gate.on) {
        let mut shift = versions
            .first()
            .and_then(|first| first.shift.as_ref().map(|shift| (first.on, shift)));
        for version in versions {
            let mut measure = of_version(gate, all, title.to_owned(), &goal.id, &version.id);
            measure.levels = levels(gate, version);
            if is_empty(&measure) {
                continue;
            }
            measure.since = Some(version.on);
            measure.broken_by = shift.take().map(|(on, shift)| BreakSeen {
                kind: shift.kind,
                reason: gate.line(&shift.reason, on),
            });
            measures.push(measure);
        }
    }
    measures
}

/// A version that a meeting agreed shows under the wording that was agreed, and under no other: so
/// neither a break nor a later version shows through.
fn of_agreed_goals(gate: &Gate, all: &ByVersion) -> Vec<MeasureSeen> {
    let mut named = BTreeSet::new();
    let latest_first: Vec<Vec<_>> = gate
        .baselines
        .iter()
        .rev()
        .map(|meeting| agreed_at(gate, all, meeting, &mut named))
        .collect();
    latest_first.into_iter().rev().flatten().collect()
}

fn agreed_at<'c>(
    gate: &Gate<'c>,
    all: &ByVersion,
    meeting: &'c Meeting,
    named: &mut BTreeSet<&'c GoalVersionId>,
) -> Vec<MeasureSeen> {
    let mut measures = Vec::new();
    for agreed in &meeting.agreed {
        let Some(wording) = gate.outcome(&agreed.wording, None, meeting) else {
            continue;
        };
        if named.insert(&agreed.version) {
            let measure = of_version(gate, all, wording.text, &agreed.goal, &agreed.version);
            measures.extend((!is_empty(&measure)).then_some(measure));
        }
    }
    measures
}

/// From which day on a measure of this version may be told of, in words for the goal that the person
/// in the chair may see. What was measured before a meeting agreed the version stays out: it would say
/// that the goal had moved before they were told.
pub(crate) fn named_from(gate: &Gate, goal: &GoalId, version: &GoalVersionId) -> Option<Day> {
    if gate.open(Topic::CurrentGoals) {
        let goal = gate.goal(goal)?;
        return Some(goal.version(version)?.on).filter(|on| *on <= gate.on);
    }
    gate.agreeing(version).first().map(|meeting| meeting.on)
}

fn is_empty(measure: &MeasureSeen) -> bool {
    measure.levels.is_empty()
        && measure.scores.is_empty()
        && measure.ratings.is_empty()
        && measure.combined.is_empty()
}

/// What was measured, by the version that it belongs to: a record may hold hundreds of each.
struct ByVersion<'c> {
    scores: BTreeMap<&'c GoalVersionId, Vec<&'c Score>>,
    ratings: BTreeMap<&'c GoalVersionId, Vec<&'c SelfRating>>,
    rounds: BTreeMap<&'c GoalVersionId, Vec<&'c Round>>,
}

impl<'c> ByVersion<'c> {
    fn of(e: &'c Engagement) -> Self {
        let mut all = Self {
            scores: BTreeMap::new(),
            ratings: BTreeMap::new(),
            rounds: BTreeMap::new(),
        };
        for score in &e.scores {
            all.scores.entry(&score.version).or_default().push(score);
        }
        for rating in &e.self_ratings {
            all.ratings.entry(&rating.version).or_default().push(rating);
        }
        for round in &e.rounds {
            for asked in &round.asked {
                all.rounds.entry(&asked.version).or_default().push(round);
            }
        }
        all
    }
}

fn of_version(
    gate: &Gate,
    all: &ByVersion,
    wording: String,
    goal: &GoalId,
    version: &GoalVersionId,
) -> MeasureSeen {
    // Most versions are measured by nothing: then nobody asks.
    let from = LazyCell::new(|| named_from(gate, goal, version));
    let told_of = |on: Day| from.is_some_and(|from| from <= on);
    let mut scores: Vec<_> = of(&all.scores, version)
        .filter(|score| told_of(score.on))
        .filter_map(|score| score_seen(gate, score))
        .collect();
    scores.sort();
    let mut ratings: Vec<_> = of(&all.ratings, version)
        .filter(|rating| told_of(rating.on))
        .filter_map(|rating| rating_seen(gate, rating))
        .collect();
    ratings.sort();
    let mut figures: Vec<_> = of(&all.rounds, version)
        .filter(|round| told_of(round.on))
        .filter_map(|round| combined_seen(gate, round, goal))
        .collect();
    figures.sort();
    MeasureSeen {
        goal: wording,
        since: None,
        broken_by: None,
        levels: Vec::new(),
        scores,
        ratings,
        combined: figures,
        goal_id: goal.clone(),
        version_id: version.clone(),
    }
}

fn of<'m, T>(
    all: &'m BTreeMap<&GoalVersionId, Vec<&'m T>>,
    version: &GoalVersionId,
) -> impl Iterator<Item = &'m T> {
    all.get(version).into_iter().flatten().copied()
}

fn levels(gate: &Gate, version: &GoalVersion) -> Vec<Line> {
    let levels = version.levels.as_ref();
    let lines: Option<Vec<_>> = levels
        .map(|levels| levels.all().map(|text| gate.line(text, levels.on)))
        .and_then(|lines| lines.into_iter().collect());
    lines.unwrap_or_default()
}

fn score_seen(gate: &Gate, score: &Score) -> Option<ScoreSeen> {
    gate.ground(Topic::Progress, None, None)?;
    (score.on <= gate.on).then(|| ScoreSeen {
        on: score.on,
        level: score.level,
        words: gate.line(&score.words, score.on),
    })
}

/// The coachee's own words (rule 3), and their own number.
fn rating_seen(gate: &Gate, rating: &SelfRating) -> Option<RatingSeen> {
    let coachee = coachee(gate);
    gate.ground(Topic::Progress, coachee, None)?;
    (rating.on <= gate.on).then(|| RatingSeen {
        on: rating.on,
        mark: rating.mark,
        words: gate.said(&rating.words, rating.on, coachee),
    })
}

fn coachee<'c>(gate: &Gate<'c>) -> Option<&'c PartyId> {
    gate.case.engagement.coachee().map(|coachee| &coachee.id)
}

fn combined_seen(gate: &Gate, round: &Round, goal: &GoalId) -> Option<CombinedSeen> {
    may_see_combined(gate, round, goal)?;
    let figure = combined(round, goal)?;
    Some(CombinedSeen {
        on: round.on,
        raters: figure.raters,
        tenths: figure.tenths,
    })
}

/// Why the person in the chair may see what a round says together about a goal (rule 6). Their own
/// answer is theirs to know, and does not count towards the number of raters.
pub(crate) fn may_see_combined(gate: &Gate, round: &Round, goal: &GoalId) -> Option<Ground> {
    let ground = gate.ground(Topic::FeedbackCombined, None, None)?;
    let others = |party: &Party| !gate.is_own(Some(&party.id));
    let others = raters(&gate.case.engagement, round, goal, others);
    let enough = others >= usize::from(gate.fewest_raters());
    (round.is_closed(gate.on) && enough).then_some(ground)
}

/// The T-score of the day: its weights are those of the current goals.
pub(super) fn attainment(gate: &Gate) -> Option<AttainmentSeen> {
    if !(gate.open(Topic::CurrentGoals) && gate.open(Topic::Progress)) {
        return None;
    }
    let attained = attained(&gate.case.engagement, gate.on).into_iter();
    let scored: Vec<_> = attained.map(|(_, weighed)| weighed).collect();
    Some(AttainmentSeen {
        t_tenths: t_in_tenths(&scored)?,
        goals: u16::try_from(scored.len()).ok()?,
    })
}

/// What one rater suggested, for those who may see who said what, and for the rater.
pub(super) fn feed_forward(gate: &Gate) -> Vec<Line> {
    let rounds = gate.case.engagement.rounds.iter();
    let answers = rounds.flat_map(|round| round.answers.iter().map(move |a| (round.on, a)));
    in_order(
        answers
            .filter_map(|(on, answer)| gate.said(&answer.feed_forward, on, Some(&answer.party)))
            .collect(),
    )
}
