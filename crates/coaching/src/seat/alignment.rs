//! Beliefs and clashes: for the two chairs alone, whatever an agreement opens to others. Each part
//! stands there from its own day.

use super::Gate;
use super::sections::goal_named;
use crate::alignment::{Belief, Clash, Experiment, Side};
use crate::view::{BeliefSeen, ClashSeen, ExperimentSeen, OutcomeSeen, SideSeen};

/// What parties seem to believe.
pub(super) fn beliefs(gate: &Gate) -> Vec<BeliefSeen> {
    let beliefs = gate.case.engagement.beliefs.iter();
    let mut seen: Vec<_> = beliefs.filter_map(|b| belief_seen(gate, b)).collect();
    seen.sort();
    seen
}

/// Where sides pull apart.
pub(super) fn clashes(gate: &Gate) -> Vec<ClashSeen> {
    let clashes = gate.case.engagement.clashes.iter();
    let mut seen: Vec<_> = clashes.filter_map(|c| clash_seen(gate, c)).collect();
    seen.sort();
    seen
}

fn belief_seen(gate: &Gate, belief: &Belief) -> Option<BeliefSeen> {
    if !gate.on_two_chairs() {
        return None;
    }
    Some(BeliefSeen {
        text: gate.line(&belief.text, belief.on)?,
        party: gate.case.name(&belief.party).to_owned(),
        id: belief.id.clone(),
        party_id: belief.party.clone(),
    })
}

fn clash_seen(gate: &Gate, clash: &Clash) -> Option<ClashSeen> {
    if !gate.on_two_chairs() {
        return None;
    }
    let title = gate.line(&clash.title, clash.on)?;
    let sides = clash.sides.iter();
    let mut sides: Vec<_> = sides.filter_map(|s| side(gate, clash, s)).collect();
    sides.sort();
    let experiments = clash.experiments.iter();
    let mut experiments: Vec<_> = experiments.filter_map(|e| experiment(gate, e)).collect();
    experiments.sort();
    let outcome = clash.outcome.as_ref();
    Some(ClashSeen {
        title,
        goal: clash.goal.as_ref().and_then(|goal| goal_named(gate, goal)),
        sides,
        shared_objective: gate.line(&clash.shared_objective, clash.on),
        not_negotiable: gate.line(&clash.not_negotiable, clash.on),
        evidence: gate.line(&clash.evidence, clash.on),
        experiments,
        outcome: outcome
            .filter(|outcome| outcome.on <= gate.on)
            .map(|outcome| OutcomeSeen {
                on: outcome.on,
                end: outcome.end,
                words: gate.line(&outcome.words, outcome.on),
            }),
        id: clash.id.clone(),
    })
}

fn side(gate: &Gate, clash: &Clash, side: &Side) -> Option<SideSeen> {
    Some(SideSeen {
        role: gate.case.engagement.party(&side.party)?.role,
        party: gate.case.name(&side.party).to_owned(),
        wants: gate.line(&side.wants, clash.on),
        fears: gate.line(&side.fears, clash.on),
        party_id: side.party.clone(),
    })
}

fn experiment(gate: &Gate, experiment: &Experiment) -> Option<ExperimentSeen> {
    let judged = experiment.judged.filter(|judged| *judged <= gate.on);
    Some(ExperimentSeen {
        text: gate.line(&experiment.text, experiment.on)?,
        judge_on: experiment.judge_on,
        judged,
        came_of: judged.and_then(|judged| gate.line(&experiment.came_of, judged)),
        id: experiment.id.clone(),
    })
}
