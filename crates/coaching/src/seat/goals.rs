//! Goals in a view: what meetings agreed, and the goals as they stand.

use std::collections::BTreeSet;

use super::{Gate, in_order};
use crate::drift::{self, GoalDrift};
use crate::goals::{GoalVersion, TellingStep};
use crate::ids::GoalId;
use crate::view::{
    AgreedGoalSeen, BaselineSeen, DriftSeen, GoalStory, Line, TellingSeen, ToldSeen, VersionSeen,
};
use crate::words::{TellingState, Topic};

/// What each held meeting agreed, oldest first. The wording is the meeting's own, never the goal's.
pub(super) fn baselines(gate: &Gate) -> Vec<BaselineSeen> {
    let seen: Vec<_> = gate
        .baselines
        .iter()
        .filter_map(|&meeting| {
            let goals: Vec<_> = meeting
                .agreed
                .iter()
                .filter_map(|agreed| {
                    Some((
                        &agreed.goal,
                        AgreedGoalSeen {
                            wording: gate.outcome(&agreed.wording, None, meeting)?,
                            measure: gate.outcome(&agreed.measure, None, meeting),
                            released: Vec::new(),
                        },
                    ))
                })
                .collect();
            (!goals.is_empty()).then_some((meeting, goals))
        })
        .collect();
    let last = seen.len().saturating_sub(1);
    seen.into_iter()
        .enumerate()
        .map(|(index, (meeting, goals))| BaselineSeen {
            on: meeting.on,
            kind: meeting.kind,
            goals: goals
                .into_iter()
                .map(|(id, mut goal)| {
                    if index == last {
                        goal.released = released_about(gate, id);
                    }
                    goal
                })
                .collect(),
        })
        .collect()
}

/// The goals of the last baseline that this party may see: released words about them stand with
/// them, all others in the section of their topic.
pub(super) fn last_baseline<'a>(gate: &Gate<'a>) -> BTreeSet<&'a GoalId> {
    let latest_first = gate.baselines.iter().rev();
    let mut seen = latest_first.map(|meeting| {
        let agreed = meeting.agreed.iter();
        agreed
            .filter(|agreed| gate.outcome(&agreed.wording, None, meeting).is_some())
            .map(|agreed| &agreed.goal)
            .collect::<BTreeSet<_>>()
    });
    seen.find(|goals| !goals.is_empty()).unwrap_or_default()
}

fn released_about(gate: &Gate, goal: &GoalId) -> Vec<Line> {
    in_order(
        gate.live_releases()
            .filter(|release| release.goal.as_ref() == Some(goal))
            .filter_map(|release| gate.released(release))
            .collect(),
    )
}

/// The goals as they stand, each with its story, where *current goals* is open.
pub(super) fn stories(gate: &Gate) -> Vec<GoalStory> {
    if !gate.open(Topic::CurrentGoals) {
        return Vec::new();
    }
    let mut stories: Vec<_> = gate
        .case
        .engagement
        .goals
        .iter()
        .filter_map(|goal| {
            let now = goal.on(gate.on)?;
            let versions: Vec<_> = goal
                .up_to(gate.on)
                .into_iter()
                .filter_map(|v| version(gate, v))
                .collect();
            let first = versions.first()?;
            let key = (
                !now.status.goes_on(),
                now.place,
                first.on,
                first.title.text.clone(),
            );
            Some((
                key,
                GoalStory {
                    weight: now.weight,
                    versions,
                    id: goal.id.clone(),
                },
            ))
        })
        .collect();
    stories.sort();
    stories.into_iter().map(|(_, story)| story).collect()
}

fn version(gate: &Gate, version: &GoalVersion) -> Option<VersionSeen> {
    let on = version.on;
    let shift = version.shift.as_ref();
    let mut into: Vec<String> = shift
        .map_or(&[][..], |shift| &shift.into)
        .iter()
        .filter_map(|id| gate.goal(id)?.on(on))
        .filter_map(|successor| gate.line(&successor.title, on))
        .map(|line| line.text)
        .collect();
    into.sort();
    let agreeing = gate.agreeing(&version.id);
    Some(VersionSeen {
        on,
        title: gate.line(&version.title, on)?,
        words: gate.line(&version.words, on),
        why: gate.line(&version.why, on),
        measure: gate.line(&version.measure, on),
        status: version.status,
        shift: shift.map(|shift| shift.kind),
        prompt: shift.map(|shift| shift.prompt),
        reason: shift.and_then(|shift| gate.line(&shift.reason, on)),
        into,
        agreed: agreeing.iter().map(|meeting| meeting.on).collect(),
        told: told(gate, version),
        id: version.id.clone(),
        successors: shift.map_or(Vec::new(), |shift| shift.into.clone()),
    })
}

/// Whom the coachee told of a version, whatever the agreement opens: for the two chairs alone.
fn told(gate: &Gate, version: &GoalVersion) -> Vec<ToldSeen> {
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let e = &gate.case.engagement;
    let mut told: Vec<_> = e
        .tellings
        .iter()
        .filter(|telling| telling.version == version.id)
        .filter_map(|telling| {
            let is_told = |step: &&TellingStep| step.state == TellingState::Told;
            let step = telling.steps.iter().find(is_told)?;
            let party = e.party(&telling.party)?;
            let theirs = party.role.on_the_sponsors_side() && step.on <= gate.on;
            theirs.then(|| ToldSeen {
                on: step.on,
                to: gate.case.name(&party.id).to_owned(),
                role: party.role,
            })
        })
        .collect();
    told.sort();
    told
}

/// Baseline and today side by side: for the coachee alone, whatever the agreement opens.
pub(super) fn drift_seen(gate: &Gate) -> Vec<DriftSeen> {
    let both_open = gate.open(Topic::CurrentGoals) && gate.open(Topic::BaselineGoals);
    if !gate.on_two_chairs() || !both_open {
        return Vec::new();
    }
    let rows = drift::drift(&gate.case.engagement, gate.on);
    let (agreed, new): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.agreed.is_some());
    let mut new: Vec<_> = new
        .into_iter()
        .map(|row| (row.now.place, row.now.on, drift_row(gate, row)))
        .collect();
    new.sort();
    let agreed = agreed.into_iter().map(|row| drift_row(gate, row));
    agreed
        .chain(new.into_iter().map(|(_, _, row)| row))
        .collect()
}

fn drift_row(gate: &Gate, row: &GoalDrift) -> DriftSeen {
    let mut tellings: Vec<_> = row
        .tellings
        .iter()
        .map(|telling| TellingSeen {
            to: gate.case.name(&telling.party).to_owned(),
            state: telling
                .step
                .map_or(TellingState::NotDiscussed, |step| step.state),
            since: telling.step.map(|step| step.on),
            by: telling.step.and_then(|step| step.by),
            party: telling.party.clone(),
        })
        .collect();
    tellings.sort();
    let titles = row.became.iter().filter_map(|goal| goal.on(gate.on));
    let mut became: Vec<_> = titles
        .map(|version| version.title.for_the_coach().to_owned())
        .collect();
    became.sort();
    DriftSeen {
        agreed: row
            .agreed
            .map(|agreed| agreed.wording.for_the_coach().to_owned()),
        now: row.now.title.for_the_coach().to_owned(),
        drift: row.kind,
        since: row.since,
        became,
        tellings,
        goal: row.goal.id.clone(),
    }
}
