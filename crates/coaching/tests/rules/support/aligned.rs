//! Beliefs and clashes in generated engagements: made, and changed where a chair may not see them.

use coaching::alignment::{Belief, Clash, ClashOutcome, Experiment, Side};
use coaching::day::Day;
use coaching::record::Engagement;
use coaching::text::Text;
use coaching::words::ClashEnd;

use super::maker::{DAYS, Maker, nth};
use super::statement::Sees;
use super::unseen::later;
use super::whole::LAST_BEGINNING;

impl Maker<'_, '_> {
    /// A day on which the engagement has begun, whenever that was.
    fn begun_day(&mut self) -> Day {
        self.day().max(nth(LAST_BEGINNING))
    }

    pub fn belief(&mut self) -> Belief {
        Belief {
            id: self.id(),
            party: self.party(),
            on: self.begun_day(),
            text: self.words(),
        }
    }

    pub fn clash(&mut self) -> Clash {
        let on = self.begun_day();
        let parties = self.parties.clone();
        let sides = self.tape.some(40, &parties).into_iter();
        Clash {
            id: self.id(),
            on,
            title: self.words(),
            goal: self.maybe_goal(60),
            sides: sides
                .map(|party| Side {
                    party,
                    wants: self.maybe_words(),
                    fears: self.maybe_words(),
                })
                .collect(),
            shared_objective: self.maybe_words(),
            not_negotiable: self.maybe_words(),
            evidence: self.maybe_words(),
            experiments: (0..self.tape.below(4))
                .map(|_| {
                    let begun = self.day().max(on);
                    self.experiment(begun)
                })
                .collect(),
            outcome: self.maybe_day(50).map(|end| self.outcome(end.max(on))),
        }
    }

    fn experiment(&mut self, on: Day) -> Experiment {
        let judged = self.maybe_day(60).map(|judged| judged.max(on));
        Experiment {
            id: self.id(),
            on,
            text: self.words(),
            judge_on: self.maybe_day(60).map(|judged| judged.max(on)),
            judged,
            came_of: self.came_of(judged),
        }
    }

    fn came_of<T: coaching::text::Tag>(&mut self, judged: Option<Day>) -> Text<T> {
        judged.map_or_else(Text::empty, |_| self.maybe_words())
    }

    fn outcome(&mut self, on: Day) -> ClashOutcome {
        ClashOutcome {
            end: self.tape.pick(ClashEnd::ALL),
            on,
            words: self.maybe_words(),
        }
    }
}

/// Adds beliefs and clashes to an engagement.
pub fn add(e: &mut Engagement, maker: &mut Maker) {
    for _ in 0..maker.tape.below(4) {
        e.beliefs.push(maker.belief());
    }
    for _ in 0..maker.tape.below(4) {
        e.clashes.push(maker.clash());
    }
}

/// Changes beliefs and clashes as far as the chair may not see them.
pub fn change(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    e.beliefs.retain(|belief| sees.aligned(belief.on));
    for _ in 0..maker.tape.below(4) {
        let new = maker.belief();
        if !sees.aligned(new.on) {
            e.beliefs.push(new);
        }
    }
    e.clashes.retain(|clash| sees.aligned(clash.on));
    let frozen = e.clone();
    for clash in &mut e.clashes {
        unseen_of_clash(clash, &frozen, sees, maker);
    }
    for _ in 0..maker.tape.below(4) {
        let new = maker.clash();
        if !sees.aligned(new.on) {
            e.clashes.push(new);
        }
    }
}

/// Changes the goal that may not be named, and what is still to come on the day.
fn unseen_of_clash(clash: &mut Clash, e: &Engagement, sees: &Sees, maker: &mut Maker) {
    let named = |goal: &_| sees.may_name(e, goal);
    if !clash.goal.as_ref().is_some_and(named) {
        clash.goal = maker.maybe_goal(60).filter(|goal| !named(goal));
    }
    clash.experiments.retain(|each| sees.past(each.on));
    for each in &mut clash.experiments {
        if !each.judged.is_some_and(|judged| sees.past(judged)) {
            each.judged = later(maker, sees);
            each.came_of = maker.came_of(each.judged);
        }
    }
    for n in 0..DAYS {
        if !sees.past(nth(n)) && maker.tape.chance(15) {
            let new = maker.experiment(nth(n));
            clash.experiments.push(new);
        }
    }
    let over = clash.outcome.as_ref().map(|outcome| outcome.on);
    if !over.is_some_and(|over| sees.past(over)) {
        clash.outcome = later(maker, sees).map(|over| maker.outcome(over));
    }
}
