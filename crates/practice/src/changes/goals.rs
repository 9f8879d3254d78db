//! Goals, their shifts, and the telling.

use coaching::goals::{Telling, TellingStep, may_step};
use coaching::ids::{GoalId, GoalVersionId, MeetingId, SessionId};
use coaching::ledger::{Disclosed, Ground};
use coaching::record::Case;
use coaching::shifting::{self, GoalWording, Occasion, ShiftSaid};
use coaching::words::{Channel, Teller, TellingState, Topic};

use super::new_id;
use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, some_text, text, wording};
use crate::ledger::{Told, enter};
use crate::types::{BeginGoal, CorrectGoal, Made, ShiftGoal, StepTelling, WordingOf};

impl Desk {
    /// A goal begins.
    ///
    /// # Errors
    /// A [`shifting::Refusal`], at its field.
    pub fn begin_goal(&mut self, ask: BeginGoal) -> Result<Made, Failure> {
        self.change_case("begin goal", &ask.engagement.clone(), |tx, case, now| {
            let at = occasion(now, ask.on, ask.session, ask.meeting)?;
            let id = new_id(GoalId::new)?;
            let goal = shifting::begin(&case.engagement, id, goal_wording(ask.wording)?, at)?;
            store::goal::insert(tx, &case.engagement.id, &goal)?;
            Ok(Made {
                id: goal.id.to_string(),
            })
        })
    }

    /// A goal shifts. Goals that take its place and are new begin on the same day.
    ///
    /// # Errors
    /// A [`shifting::Refusal`], at its field.
    pub fn shift_goal(&mut self, ask: ShiftGoal) -> Result<Made, Failure> {
        self.change_case("shift goal", &ask.engagement.clone(), |tx, case, now| {
            let mut engagement = case.engagement.clone();
            let mut into = ask.into;
            for title in ask.into_new {
                let at = occasion(now, ask.on, ask.session.clone(), ask.meeting.clone())?;
                let wording = GoalWording {
                    title: some_text("into_new", title)?,
                    words: text("into_new", String::new())?,
                    why: text("into_new", String::new())?,
                    measure: text("into_new", String::new())?,
                    weight: engagement
                        .goal(&ask.goal)
                        .and_then(|goal| goal.on(at.on))
                        .map_or(2, |version| version.weight),
                };
                let goal = shifting::begin(&engagement, new_id(GoalId::new)?, wording, at)?;
                store::goal::insert(tx, &engagement.id, &goal)?;
                into.push(goal.id.clone());
                engagement.goals.push(goal);
            }
            let said = ShiftSaid {
                kind: ask.kind,
                prompt: ask.prompt,
                reason: text("reason", ask.reason)?,
                raised_by: ask.raised_by,
                into,
                wording: ask.wording.map(goal_wording).transpose()?,
                place: ask.place,
            };
            let at = occasion(now, ask.on, ask.session, ask.meeting)?;
            let version = shifting::shift(&engagement, &ask.goal, said, at)?;
            store::goal::insert_version(tx, &engagement.id, &ask.goal, &version)?;
            Ok(Made {
                id: version.id.to_string(),
            })
        })
    }

    /// A slip of the pen in a version is put right; the old text stays in the version's record.
    ///
    /// # Errors
    /// A [`shifting::Refusal`], or the version is not there.
    pub fn correct_goal(&mut self, ask: CorrectGoal) -> Result<(), Failure> {
        self.change_case("correct goal", &ask.engagement.clone(), |tx, case, now| {
            let version = case
                .engagement
                .goals
                .iter()
                .find_map(|goal| goal.version(&ask.version))
                .ok_or_else(|| Failure::missing("goal version"))?;
            let corrected = shifting::correct(version, goal_wording(ask.wording)?, now.at)?;
            Ok(store::goal::correct_version(tx, &corrected)?)
        })
    }

    /// A step of the telling of a shift to one party. *Told* goes into the ledger as well.
    ///
    /// # Errors
    /// When the step is not possible from where the telling stands, or lies ahead.
    pub fn step_telling(&mut self, ask: StepTelling) -> Result<(), Failure> {
        self.change_case("step telling", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            step_fits(case, &ask, on)?;
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
                    wording: wording("words", words_told(case, &ask))?,
                    version: Some(ask.version.clone()),
                },
                ground: Ground::CoacheesOwn,
            };
            enter(tx, case, told, now)
        })
    }
}

/// What the coachee said, or else the goal's title as it stood.
fn words_told(case: &Case, ask: &StepTelling) -> String {
    if !ask.words.trim().is_empty() {
        return ask.words.clone();
    }
    case.engagement
        .goals
        .iter()
        .find_map(|goal| goal.version(&ask.version))
        .map_or(String::new(), |version| {
            version.title.for_the_coach().to_owned()
        })
}

fn step_fits(case: &Case, ask: &StepTelling, on: coaching::day::Day) -> Result<(), Failure> {
    let version = case
        .engagement
        .goals
        .iter()
        .find_map(|goal| goal.version(&ask.version))
        .ok_or_else(|| Failure::missing("goal version"))?;
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
    let from = last.map_or(TellingState::NotDiscussed, |last| last.state);
    if may_step(from, ask.state, false) {
        Ok(())
    } else {
        Err(Failure::input(
            "state",
            "telling_step",
            "This step is not possible from where the telling stands: what is agreed comes out of a \
             meeting.",
        ))
    }
}

fn occasion(
    now: Now,
    on: Option<coaching::day::Day>,
    session: Option<SessionId>,
    meeting: Option<MeetingId>,
) -> Result<Occasion, Failure> {
    Ok(Occasion {
        version: new_id(GoalVersionId::new)?,
        on: on.unwrap_or(now.today),
        recorded: now.at,
        session,
        meeting,
    })
}

fn goal_wording(asked: WordingOf) -> Result<GoalWording, Failure> {
    Ok(GoalWording {
        title: text("title", asked.title)?,
        words: text("words", asked.words)?,
        why: text("why", asked.why)?,
        measure: text("measure", asked.measure)?,
        weight: asked.weight,
    })
}
