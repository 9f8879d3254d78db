//! What is known of stakeholders, and clashes from opening to outcome.

use coaching::alignment::{Belief, Clash, ClashOutcome, Experiment, Question, Side};
use coaching::day::Day;
use coaching::ids::{BeliefId, ClashId, ExperimentId, PartyId, QuestionId};
use coaching::record::{Case, Engagement};
use store::Tx;

use super::{made, new_id};
use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{maybe_name, not_ahead, not_before, some_text, text, wording};
use crate::types::{
    AddBelief, AddQuestion, ChangeParty, ClashOf, EndClash, ExperimentOf, Made, OpenClash,
    OutcomeOf, RemoveBelief, RemoveClash, RemoveQuestion, SideOf, WriteClash,
};

/// The most questions that a coach keeps.
const MOST_QUESTIONS: usize = 200;
/// The longest question, in characters.
const LONGEST_QUESTION: usize = 500;

impl Desk {
    /// Says where a party stands seen from the coachee, and how much their view weighs.
    ///
    /// # Errors
    /// When the party is not there, or the relation is too long.
    pub fn change_party(&mut self, ask: ChangeParty) -> Result<(), Failure> {
        self.change_case("change party", &ask.engagement, |tx, case, _| {
            let mut party = case
                .engagement
                .party(&ask.party)
                .ok_or_else(|| Failure::missing("party"))?
                .clone();
            party.level = ask.level;
            party.influence = ask.influence;
            party.relation = maybe_name("relation", &ask.relation)?;
            Ok(store::party::update(tx, &party)?)
        })
    }

    /// A party seems to hold something to be true, from a day on.
    ///
    /// # Errors
    /// When it is blank, the day lies ahead or before the engagement, or the party is not in it.
    pub fn add_belief(&mut self, ask: AddBelief) -> Result<Made, Failure> {
        self.change_case("add belief", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let belief = Belief {
                id: new_id(BeliefId::new)?,
                on: begun(e, ask.on.unwrap_or(now.today), now.today)?,
                party: in_it(e, ask.party, "party")?,
                text: some_text("text", ask.text)?,
            };
            store::alignment::insert_belief(tx, &e.id, &belief)?;
            Ok(made(&belief.id))
        })
    }

    /// Takes out a belief.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_belief(&mut self, ask: RemoveBelief) -> Result<(), Failure> {
        self.change_case("remove belief", &ask.engagement, |tx, case, _| {
            let mut beliefs = case.engagement.beliefs.iter();
            if !beliefs.any(|belief| belief.id == ask.belief) {
                return Err(Failure::missing("belief"));
            }
            Ok(store::alignment::remove_belief(tx, &ask.belief)?)
        })
    }

    /// Something pulls apart and is to be worked on.
    ///
    /// # Errors
    /// As [`Desk::write_clash`] and [`Desk::end_clash`].
    pub fn open_clash(&mut self, ask: OpenClash) -> Result<Made, Failure> {
        self.change_case("open clash", &ask.engagement, |tx, case, now| {
            let id = new_id(ClashId::new)?;
            let mut clash = clash(case, id, ask.clash, None, now)?;
            clash.outcome = outcome(&clash, ask.outcome, now)?;
            store::alignment::insert_clash(tx, &case.engagement.id, &clash)?;
            Ok(made(&clash.id))
        })
    }

    /// Keeps a clash as it is typed: its sides, its texts, what is tried.
    ///
    /// # Errors
    /// When it is not there, its title or what is tried is blank, a party stands on two sides, or days do
    /// not fit: before the engagement, before the clash was seen, ahead.
    pub fn write_clash(&mut self, ask: WriteClash) -> Result<(), Failure> {
        self.change_case("write clash", &ask.engagement, |tx, case, now| {
            let before = find(case, &ask.clash)?;
            let clash = clash(case, ask.clash, ask.written, Some(before), now)?;
            save(tx, case, &clash)
        })
    }

    /// A clash comes to its end, or is worked on again.
    ///
    /// # Errors
    /// When it is not there, or the day lies ahead or before the clash was seen.
    pub fn end_clash(&mut self, ask: EndClash) -> Result<(), Failure> {
        self.change_case("end clash", &ask.engagement, |tx, case, now| {
            let mut clash = find(case, &ask.clash)?.clone();
            clash.outcome = outcome(&clash, ask.outcome, now)?;
            save(tx, case, &clash)
        })
    }

    /// Takes out a clash that was a slip.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_clash(&mut self, ask: RemoveClash) -> Result<(), Failure> {
        self.change_case("remove clash", &ask.engagement, |tx, case, _| {
            find(case, &ask.clash)?;
            Ok(store::alignment::remove_clash(tx, &ask.clash)?)
        })
    }

    /// Keeps a question of the coach's own.
    ///
    /// # Errors
    /// When it is blank or too long, or there are too many.
    pub fn add_question(&mut self, ask: AddQuestion) -> Result<Made, Failure> {
        let asked = wording("text", ask.text)?;
        let asked = asked.for_the_coach().trim();
        if asked.chars().count() > LONGEST_QUESTION {
            let message = "A question has at most 500 characters. Nothing was kept.";
            return Err(Failure::input("text", "too_long", message));
        }
        self.change("add question", |tx, _| {
            if store::question::all(tx)?.len() >= MOST_QUESTIONS {
                let message = "At most 200 questions of your own are kept. Take one out first.";
                return Err(Failure::new("question.too_many", message));
            }
            let question = Question {
                id: new_id(QuestionId::new)?,
                text: asked.to_owned(),
            };
            store::question::insert(tx, &question)?;
            Ok(made(&question.id))
        })
    }

    /// Takes out a question of the coach's own.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_question(&mut self, ask: RemoveQuestion) -> Result<(), Failure> {
        self.change("remove question", |tx, _| {
            Ok(store::question::remove(tx, &ask.question)?)
        })
    }
}

fn find<'c>(case: &'c Case, id: &ClashId) -> Result<&'c Clash, Failure> {
    let mut clashes = case.engagement.clashes.iter();
    clashes
        .find(|clash| clash.id == *id)
        .ok_or_else(|| Failure::missing("clash"))
}

fn save(tx: &Tx<'_>, case: &Case, clash: &Clash) -> Result<(), Failure> {
    Ok(store::alignment::update_clash(
        tx,
        &case.engagement.id,
        clash,
    )?)
}

/// A clash as it was typed; how it ended stays as it was.
fn clash(
    case: &Case,
    id: ClashId,
    typed: ClashOf,
    before: Option<&Clash>,
    now: Now,
) -> Result<Clash, Failure> {
    let e = &case.engagement;
    let first = before.map_or(now.today, |before| before.on);
    let on = begun(e, typed.on.unwrap_or(first), now.today)?;
    if typed.goal.as_ref().is_some_and(|id| e.goal(id).is_none()) {
        return Err(Failure::missing("goal").at("goal"));
    }
    let mut clash = Clash {
        id,
        on,
        title: some_text("title", typed.title)?,
        goal: typed.goal,
        sides: Vec::new(),
        shared_objective: text("shared_objective", typed.shared_objective)?,
        not_negotiable: text("not_negotiable", typed.not_negotiable)?,
        evidence: text("evidence", typed.evidence)?,
        experiments: Vec::new(),
        outcome: before.and_then(|before| before.outcome.clone()),
    };
    if clash
        .outcome
        .as_ref()
        .is_some_and(|outcome| outcome.on < on)
    {
        return Err(before_seen("on"));
    }
    for side in typed.sides {
        let SideOf {
            party,
            wants,
            fears,
        } = side;
        if clash.sides.iter().any(|other| other.party == party) {
            let message = "Nobody stands on two sides of one clash. Nothing was changed.";
            return Err(Failure::new("clash.two_sides", message).at("sides"));
        }
        clash.sides.push(Side {
            party: in_it(e, party, "sides")?,
            wants: text("wants", wants)?,
            fears: text("fears", fears)?,
        });
    }
    for tried in typed.experiments {
        let known = before.map_or(&[][..], |before| &before.experiments);
        let experiment = experiment(tried, known, &clash, now)?;
        clash.experiments.push(experiment);
    }
    Ok(clash)
}

fn experiment(
    typed: ExperimentOf,
    known: &[Experiment],
    clash: &Clash,
    now: Now,
) -> Result<Experiment, Failure> {
    let before = typed.id.as_ref();
    let before = before.map(|id| known.iter().find(|each| each.id == *id));
    // One that was removed with its clash comes back under a new id.
    let id = match before.flatten() {
        Some(before) if clash.experiments.iter().all(|each| each.id != before.id) => {
            before.id.clone()
        }
        _ => new_id(ExperimentId::new)?,
    };
    let on = not_ahead("experiment_on", typed.on.unwrap_or(now.today), now.today)?;
    if on < clash.on {
        return Err(before_seen("experiment_on"));
    }
    not_before("judge_on", typed.judge_on, on)?;
    not_before("judged", typed.judged, on)?;
    if let Some(judged) = typed.judged {
        not_ahead("judged", judged, now.today)?;
    }
    let came_of = text("came_of", typed.came_of)?;
    if typed.judged.is_none() && !came_of.is_empty() {
        let message = "Say on which day it was judged, or leave blank what came of it.";
        return Err(Failure::new("clash.not_judged", message).at("came_of"));
    }
    Ok(Experiment {
        id,
        on,
        text: some_text("experiment", typed.text)?,
        judge_on: typed.judge_on,
        judged: typed.judged,
        came_of,
    })
}

fn outcome(
    clash: &Clash,
    typed: Option<OutcomeOf>,
    now: Now,
) -> Result<Option<ClashOutcome>, Failure> {
    let Some(OutcomeOf { end, on, words }) = typed else {
        return Ok(None);
    };
    not_ahead("on", on, now.today)?;
    if on < clash.on {
        return Err(before_seen("on"));
    }
    let words = text("words", words)?;
    Ok(Some(ClashOutcome { end, on, words }))
}

/// A day on which the engagement had begun, and that is not ahead.
fn begun(e: &Engagement, on: Day, today: Day) -> Result<Day, Failure> {
    if on < e.began {
        let message = "That day lies before the engagement began. Check the date.";
        return Err(Failure::input("on", "before_engagement", message));
    }
    not_ahead("on", on, today)
}

fn in_it(e: &Engagement, party: PartyId, field: &str) -> Result<PartyId, Failure> {
    match e.party(&party) {
        Some(_) => Ok(party),
        None => Err(Failure::missing("party").at(field)),
    }
}

fn before_seen(field: &str) -> Failure {
    let message = "That day lies before the day on which the clash was seen. Check the dates.";
    Failure::new("clash.before_seen", message).at(field)
}
