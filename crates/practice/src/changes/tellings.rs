//! Who tells the sponsor: the steps of a telling.

use coaching::day::Day;
use coaching::goals::{GoalVersion, Telling, TellingStep, may_step};
use coaching::ledger::{Disclosed, Ground};
use coaching::record::Case;
use coaching::words::{Channel, Teller, TellingState, Topic};

use super::goals::find;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, wording};
use crate::ledger::{Told, enter};
use crate::types::StepTelling;

impl Desk {
    /// A step of the telling of a shift to one party. *Told* goes into the ledger as well.
    ///
    /// # Errors
    /// When the step is not possible from where the telling stands, or lies ahead.
    pub fn step_telling(&mut self, ask: StepTelling) -> Result<(), Failure> {
        self.change_case("step telling", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let (_, version) = find(&case.engagement, &ask.version)?;
            step_fits(case, &ask, version, on)?;
            let step = TellingStep {
                on,
                state: ask.state,
                by: ask.by.filter(|_| ask.state == TellingState::WillTell),
            };
            let engagement = &case.engagement.id;
            store::telling::add_step(tx, engagement, &ask.version, &ask.party, &step)?;
            if ask.state != TellingState::Told {
                return Ok(());
            }
            let told = Told {
                on,
                to: Some(ask.party.clone()),
                by: Teller::Coachee,
                how: ask.how.unwrap_or(Channel::InPerson),
                what: Disclosed::Words {
                    topic: Topic::CurrentGoals,
                    wording: wording("words", words_told(&ask, version))?,
                    version: Some(ask.version.clone()),
                },
                ground: Ground::CoacheesOwn,
            };
            enter(tx, case, told, now)
        })
    }
}

/// What the coachee said, or else the goal's title as it stood.
fn words_told(ask: &StepTelling, version: &GoalVersion) -> String {
    let words = if ask.words.trim().is_empty() {
        version.title.for_the_coach()
    } else {
        &ask.words
    };
    words.to_owned()
}

fn step_fits(
    case: &Case,
    ask: &StepTelling,
    version: &GoalVersion,
    on: Day,
) -> Result<(), Failure> {
    let party = case
        .engagement
        .party(&ask.party)
        .ok_or_else(|| Failure::missing("party"))?;
    if !party.role.on_the_sponsors_side() {
        return Err(Failure::input(
            "party",
            "not_sponsors_side",
            "Telling is about the sponsor's side: the sponsor, the line manager, the HR partner.",
        ));
    }
    if on < version.on {
        return Err(Failure::input(
            "on",
            "before_shift",
            "That day lies before the shift itself.",
        ));
    }
    let known = |t: &&Telling| t.version == ask.version && t.party == ask.party;
    let last = case
        .engagement
        .tellings
        .iter()
        .find(known)
        .and_then(|t| t.steps.last());
    if last.is_some_and(|last| on < last.on) {
        return Err(Failure::input(
            "on",
            "before_last_step",
            "A later step of this telling is recorded already. Check the date.",
        ));
    }
    if ask.state == TellingState::WillTell && ask.by.is_some_and(|by| by < on) {
        return Err(Failure::input(
            "by",
            "before_step",
            "The day by which it will be told lies before the day it was decided. Check the date.",
        ));
    }
    let from = last.map_or(TellingState::NotDiscussed, |last| last.state);
    if may_step(from, ask.state, false) {
        Ok(())
    } else {
        Err(Failure::input(
            "state",
            "telling_step",
            "The telling cannot go there from where it stands: no step leads back to “not yet \
             discussed”, and what is agreed comes out of a meeting.",
        ))
    }
}
