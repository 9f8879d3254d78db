//! Goals in a view: what meetings agreed, and the goals as they stand.

use super::{Gate, in_order};
use crate::direction::TiedTo;
use crate::drift::{self, GoalDrift};
use crate::goals::{Goal, GoalVersion, TellingStep};
use crate::ids::GoalId;
use crate::view::{
    AgreedGoalSeen, BaselineSeen, DriftSeen, GoalStory, Line, ServedSeen, TellingSeen, ToldSeen,
    VersionSeen,
};
use crate::words::{TellingState, Topic};

/// What each held meeting agreed, oldest first. The wording is the meeting's own, never the goal's.
pub(super) fn baselines(gate: &Gate) -> Vec<BaselineSeen> {
    let mut meetings: Vec<_> = gate
        .case
        .engagement
        .meetings
        .iter()
        .filter(|m| m.made_a_baseline(gate.on))
        .collect();
    meetings.sort_by(|a, b| (a.on, &a.at, &a.id).cmp(&(b.on, &b.at, &b.id)));
    let seen: Vec<_> = meetings
        .into_iter()
        .filter_map(|meeting| {
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
pub(super) fn in_last_baseline(gate: &Gate, goal: &GoalId) -> bool {
    gate.case
        .engagement
        .meetings
        .iter()
        .filter(|m| m.made_a_baseline(gate.on))
        .filter(|m| {
            m.agreed
                .iter()
                .any(|a| gate.outcome(&a.wording, None, m).is_some())
        })
        .max_by(|a, b| (a.on, &a.at, &a.id).cmp(&(b.on, &b.at, &b.id)))
        .is_some_and(|m| {
            m.agreed
                .iter()
                .any(|a| a.goal == *goal && gate.outcome(&a.wording, None, m).is_some())
        })
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
                .filter_map(|v| version(gate, goal, v))
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
                    serves: serves(gate, goal),
                    id: goal.id.clone(),
                },
            ))
        })
        .collect();
    stories.sort();
    stories.into_iter().map(|(_, story)| story).collect()
}

fn version(gate: &Gate, goal: &Goal, version: &GoalVersion) -> Option<VersionSeen> {
    let on = version.on;
    let shift = version.shift.as_ref();
    let mut into: Vec<String> = shift
        .map_or(&[][..], |shift| &shift.into)
        .iter()
        .filter_map(|id| gate.case.engagement.goal(id)?.on(on))
        .filter_map(|successor| gate.line(&successor.title, on))
        .map(|line| line.text)
        .collect();
    into.sort();
    let mut agreed: Vec<_> = gate
        .case
        .engagement
        .meetings
        .iter()
        .filter(|m| m.made_a_baseline(gate.on))
        .filter(|m| {
            m.agreed
                .iter()
                .filter(|a| a.goal == goal.id && a.version == version.id)
                .any(|a| gate.outcome(&a.wording, None, m).is_some())
        })
        .map(|m| m.on)
        .collect();
    agreed.sort();
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
        agreed,
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

/// What a goal serves on the day, for the two chairs alone. A tie stands only where what it is tied
/// to may be seen.
fn serves(gate: &Gate, goal: &Goal) -> Vec<ServedSeen> {
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let e = &gate.case.engagement;
    let mut ties: Vec<_> = e
        .ties
        .iter()
        .filter(|tie| tie.goal == goal.id && tie.holds(gate.on))
        .filter_map(|tie| {
            let (whose, text) = match &tie.to {
                TiedTo::Priority(id) => {
                    let priority = e.priorities.iter().find(|priority| priority.id == *id)?;
                    let wording = priority.on(gate.on)?;
                    let whose = gate.case.name(&priority.party).to_owned();
                    (Some(whose), gate.line(&wording.text, wording.on)?)
                }
                TiedTo::Purpose(id) => {
                    let note = e.purpose.iter().find(|note| note.id == *id)?;
                    (None, gate.note(note)?)
                }
            };
            Some(ServedSeen {
                whose,
                text,
                words: gate.line(&tie.words, tie.on),
            })
        })
        .collect();
    ties.sort();
    ties
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
