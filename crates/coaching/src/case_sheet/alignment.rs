//! Beliefs and clashes on the sheet: who it is by roles alone, words without names.

use super::build::goal_named;
use super::gate::Gate;
use super::{BeliefOfCase, ClashOfCase, ExperimentOfCase, SideOfCase};
use crate::alignment::{Clash, Experiment, Side};
use crate::day::Day;
use crate::words::{Role, Topic};

/// What parties seem to believe.
pub(super) fn beliefs(gate: &Gate) -> Vec<BeliefOfCase> {
    let mut beliefs: Vec<_> = gate.case.engagement.beliefs.iter().collect();
    beliefs.sort_by_key(|b| (b.on, b.text.for_the_coach(), gate.name(Some(&b.party))));
    let told = beliefs.into_iter().filter_map(|belief| {
        Some(BeliefOfCase {
            when: gate.when(belief.on, None),
            text: gate.text(&belief.text, belief.on)?,
            party: gate.who(Some(&belief.party)),
        })
    });
    told.collect()
}

/// Where sides pull apart.
pub(super) fn clashes(gate: &Gate) -> Vec<ClashOfCase> {
    if !gate.open(Topic::Alignment) {
        return Vec::new();
    }
    let mut clashes: Vec<_> = gate.case.engagement.clashes.iter().collect();
    clashes.sort_by_cached_key(|clash| (clash.on, words(gate, clash)));
    clashes
        .into_iter()
        .filter_map(|clash| told(gate, clash))
        .collect()
}

/// All that is written of a clash by the day, to order by: never by an id.
fn words<'a>(gate: &Gate<'a>, clash: &'a Clash) -> Vec<(Day, &'a str, &'a str, (Role, &'a str))> {
    let nobody = gate.name(None);
    let texts = [
        &clash.title,
        &clash.shared_objective,
        &clash.not_negotiable,
        &clash.evidence,
    ];
    let texts = texts.map(|text| (clash.on, text.for_the_coach(), "", nobody));
    let sides = sides(gate, clash).into_iter().map(|side| {
        let (wants, fears) = (side.wants.for_the_coach(), side.fears.for_the_coach());
        (clash.on, wants, fears, gate.name(Some(&side.party)))
    });
    let tried = tried(gate, clash).into_iter().map(|each| {
        let judged = each.judged.filter(|judged| *judged <= gate.on);
        let came_of = judged.map_or("", |_| each.came_of.for_the_coach());
        (each.on, each.text.for_the_coach(), came_of, nobody)
    });
    texts.into_iter().chain(sides).chain(tried).collect()
}

fn sides<'a>(gate: &Gate<'a>, clash: &'a Clash) -> Vec<&'a Side> {
    let mut sides: Vec<_> = clash.sides.iter().collect();
    sides.sort_by_key(|side| {
        let words = (side.wants.for_the_coach(), side.fears.for_the_coach());
        (gate.name(Some(&side.party)), words)
    });
    sides
}

fn tried<'a>(gate: &Gate<'a>, clash: &'a Clash) -> Vec<&'a Experiment> {
    let tried = clash.experiments.iter();
    let mut tried: Vec<_> = tried.filter(|each| each.on <= gate.on).collect();
    tried.sort_by_key(|each| {
        let judged = each.judged.filter(|judged| *judged <= gate.on);
        let words = (each.text.for_the_coach(), each.came_of.for_the_coach());
        (each.on, words.0, judged, words.1)
    });
    tried
}

fn told<'a>(gate: &Gate<'a>, clash: &'a Clash) -> Option<ClashOfCase> {
    let sides = sides(gate, clash).into_iter().map(|side| SideOfCase {
        party: gate.who(Some(&side.party)),
        wants: gate.text(&side.wants, clash.on),
        fears: gate.text(&side.fears, clash.on),
    });
    let tried = tried(gate, clash).into_iter().filter_map(|each| {
        let judged = each.judged.filter(|judged| *judged <= gate.on);
        Some(ExperimentOfCase {
            when: gate.when(each.on, None),
            text: gate.text(&each.text, each.on)?,
            came_of: judged.and_then(|judged| gate.text(&each.came_of, judged)),
        })
    });
    let outcome = clash.outcome.as_ref();
    let outcome = outcome.filter(|outcome| outcome.on <= gate.on);
    Some(ClashOfCase {
        when: gate.when(clash.on, None),
        title: gate.text(&clash.title, clash.on)?,
        goal: clash.goal.as_ref().and_then(|goal| goal_named(gate, goal)),
        sides: sides.collect(),
        shared_objective: gate.text(&clash.shared_objective, clash.on),
        not_negotiable: gate.text(&clash.not_negotiable, clash.on),
        evidence: gate.text(&clash.evidence, clash.on),
        experiments: tried.collect(),
        outcome: outcome.map(|outcome| (outcome.end, gate.text(&outcome.words, outcome.on))),
    })
}
