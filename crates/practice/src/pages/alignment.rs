//! Who stands where, and the clashes that are worked on.

use coaching::alignment::{self, Clash, ClashOutcome, Experiment};
use coaching::ids::{GoalId, PartyId};
use coaching::order;
use coaching::record::Party;
use coaching::words::{CommitmentStatus, Role, Topic};

use super::cards::{Shown, words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AlignmentPage, AskEngagement, BeliefCard, ClashCard, CommitmentCard, ExperimentCard, MapCell,
    MapGoal, OutcomeOf, QuestionCard, SideCard, StakeholderCard,
};

impl Desk {
    /// Who stands where on a day, and the clashes as they stand.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn alignment(&self, ask: AskEngagement) -> Result<AlignmentPage, Failure> {
        let questions = self.read(|tx, _| Ok(store::question::all(tx)?))?;
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let e = &case.engagement;
            let coachee = e.coachee().ok_or_else(|| Failure::missing("coachee"))?;
            let shown = Shown::new(case, on);
            let parties = parties(&shown);
            let goals = order::going_on(e, on);
            let ids: Vec<&GoalId> = goals.iter().map(|(goal, _)| &goal.id).collect();
            let cells = cells(&shown, &parties, &ids);
            let title = goals.iter().map(|(goal, now)| MapGoal {
                id: goal.id.clone(),
                title: words(&now.title),
                pull: alignment::pull(
                    cells
                        .iter()
                        .filter(|cell| cell.goal == goal.id)
                        .filter_map(|cell| Some(cell.positions.last()?.stance)),
                ),
            });
            Ok(AlignmentPage {
                engagement: e.id.clone(),
                on,
                coachee: coachee.id.clone(),
                language: e.language,
                goals: title.collect(),
                stakeholders: parties.iter().map(|p| stakeholder(&shown, p)).collect(),
                clashes: clashes(&shown),
                cells,
                questions: questions
                    .into_iter()
                    .map(|question| QuestionCard {
                        id: question.id,
                        text: question.text,
                    })
                    .collect(),
            })
        })
    }
}

/// The coachee first, then by role, weight and name.
fn parties<'a>(shown: &Shown<'a>) -> Vec<&'a Party> {
    let all = shown.case.engagement.parties.iter();
    let mut parties: Vec<&Party> = all
        .filter(|party| party.role != Role::Supervisor && party.is_in(shown.on))
        .collect();
    parties.sort_by_key(|party| {
        let name = shown.case.name(&party.id);
        let weight = std::cmp::Reverse(party.influence);
        (party.role, weight, name, &party.id)
    });
    parties
}

fn cells(shown: &Shown, parties: &[&Party], goals: &[&GoalId]) -> Vec<MapCell> {
    let places = goals
        .iter()
        .flat_map(|goal| parties.iter().map(move |party| (*goal, &party.id)));
    places
        .filter_map(|(goal, party)| cell(shown, party, goal))
        .collect()
}

fn cell(shown: &Shown, party: &PartyId, goal: &GoalId) -> Option<MapCell> {
    let taken = alignment::positions(&shown.case.engagement, party, goal, shown.on);
    (!taken.is_empty()).then(|| MapCell {
        party: party.clone(),
        goal: goal.clone(),
        positions: taken.into_iter().map(|each| shown.position(each)).collect(),
    })
}

fn stakeholder(shown: &Shown, party: &Party) -> StakeholderCard {
    let e = &shown.case.engagement;
    let on = shown.on;
    let mut said: Vec<_> = e
        .expectations
        .iter()
        .filter(|note| note.on <= on && note.said_by.as_ref() == Some(&party.id))
        .collect();
    said.sort_by(|a, b| (b.on, &a.id).cmp(&(a.on, &b.id)));
    let mut beliefs: Vec<_> = e
        .beliefs
        .iter()
        .filter(|belief| belief.on <= on && belief.party == party.id)
        .collect();
    beliefs.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    let mut promised: Vec<CommitmentCard> = e
        .commitments
        .iter()
        .filter(|promise| promise.made <= on && promise.by.as_ref() == Some(&party.id))
        .map(|promise| CommitmentCard {
            status: promise.status_on(on),
            settled: promise.settled.filter(|settled| *settled <= on),
            ..shown.commitment(promise)
        })
        .collect();
    promised.sort_by(|a, b| {
        let settled = |card: &CommitmentCard| card.status != CommitmentStatus::Open;
        (settled(a), a.due, a.made, &a.id).cmp(&(settled(b), b.due, b.made, &b.id))
    });
    StakeholderCard {
        party: shown.party(party),
        would_see: said.into_iter().map(|note| shown.note(note)).collect(),
        beliefs: beliefs
            .into_iter()
            .map(|belief| BeliefCard {
                id: belief.id.clone(),
                on: belief.on,
                text: words(&belief.text),
                chairs: shown.onlookers.between_two(Topic::Alignment),
            })
            .collect(),
        promised,
    }
}

/// Those that are worked on first, the newest first.
fn clashes(shown: &Shown) -> Vec<ClashCard> {
    let all = shown.case.engagement.clashes.iter();
    let mut cards: Vec<_> = all
        .filter(|clash| clash.on <= shown.on)
        .map(|clash| card(shown, clash))
        .collect();
    cards.sort_by(|a, b| {
        (a.outcome.is_some(), b.on, &a.id).cmp(&(b.outcome.is_some(), a.on, &b.id))
    });
    cards
}

fn card(shown: &Shown, clash: &Clash) -> ClashCard {
    let e = &shown.case.engagement;
    let goal = clash.goal.as_ref().and_then(|goal| e.goal(goal));
    let title = goal.and_then(|goal| goal.on(shown.on));
    let sides = clash.sides.iter().filter_map(|side| {
        Some(SideCard {
            role: e.party(&side.party)?.role,
            name: shown.case.name(&side.party).to_owned(),
            party: side.party.clone(),
            wants: words(&side.wants),
            fears: words(&side.fears),
        })
    });
    let tried = clash.experiments.iter().filter(|each| each.on <= shown.on);
    let mut experiments: Vec<_> = tried.map(|each| experiment(shown, each)).collect();
    experiments.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    let outcome = clash.outcome.as_ref();
    let outcome = outcome.filter(|outcome| outcome.on <= shown.on);
    let waits = experiments.iter().filter(|each| each.judged.is_none());
    let judged_next = waits.filter_map(|each| each.judge_on).min();
    ClashCard {
        id: clash.id.clone(),
        on: clash.on,
        title: words(&clash.title),
        goal: clash.goal.clone(),
        goal_title: title.map(|version| words(&version.title)),
        sides: sides.collect(),
        shared_objective: words(&clash.shared_objective),
        not_negotiable: words(&clash.not_negotiable),
        evidence: words(&clash.evidence),
        judged_next: judged_next.filter(|_| outcome.is_none()),
        experiments,
        outcome: outcome.map(
            |ClashOutcome {
                 end,
                 on,
                 words: said,
             }| OutcomeOf {
                end: *end,
                on: *on,
                words: words(said),
            },
        ),
        chairs: shown.onlookers.between_two(Topic::Alignment),
    }
}

fn experiment(shown: &Shown, experiment: &Experiment) -> ExperimentCard {
    let judged = experiment.judged.filter(|judged| *judged <= shown.on);
    ExperimentCard {
        id: experiment.id.clone(),
        on: experiment.on,
        text: words(&experiment.text),
        judge_on: experiment.judge_on,
        judged,
        came_of: judged.map_or(String::new(), |_| words(&experiment.came_of)),
    }
}
