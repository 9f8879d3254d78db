//! The end of an engagement, and the follow-ups after it.

use coaching::closing::{Ending, FollowUp, Keeps, usual_follow_ups};
use coaching::day::Day;
use coaching::ids::FollowUpId;
use coaching::record::Case;
use coaching::text::Text;
use coaching::words::EngagementStatus;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, not_before, text};
use crate::types::{
    ChangeFollowUp, EndEngagement, PlanFollowUps, RemoveFollowUp, ReopenEngagement,
};

impl Desk {
    /// Ends an engagement, or words anew how it ended. Nothing is forced: what is open stays open.
    ///
    /// # Errors
    /// When the day is ahead, or lies before the engagement began.
    pub fn end_engagement(&mut self, ask: EndEngagement) -> Result<(), Failure> {
        self.change_case(
            "end engagement",
            &ask.engagement.clone(),
            |tx, case, now| {
                let day = not_ahead("day", ask.day.unwrap_or(now.today), now.today)?;
                not_before("day", Some(day), case.engagement.began)?;
                let mut engagement = case.engagement.clone();
                engagement.status = EngagementStatus::Ended;
                engagement.ended = Some(day);
                engagement.ending = Ending {
                    early: ask.early,
                    words: text("words", ask.words)?,
                };
                Ok(store::engagement::update_frame(tx, &engagement)?)
            },
        )
    }

    /// An engagement that had ended goes on, closing. Follow-ups stay as they are.
    ///
    /// # Errors
    /// When it has not ended.
    pub fn reopen_engagement(&mut self, ask: ReopenEngagement) -> Result<(), Failure> {
        self.change_case("reopen engagement", &ask.engagement, |tx, case, _| {
            ended(case)?;
            let mut engagement = case.engagement.clone();
            engagement.status = EngagementStatus::Closing;
            engagement.ended = None;
            engagement.ending = Ending::default();
            Ok(store::engagement::update_frame(tx, &engagement)?)
        })
    }

    /// Arranges follow-ups: the usual ones, or on these days.
    ///
    /// # Errors
    /// When the engagement has not ended, a day lies before its end, or a follow-up is arranged for
    /// that day already.
    pub fn plan_follow_ups(&mut self, ask: PlanFollowUps) -> Result<(), Failure> {
        self.change_case("plan follow-ups", &ask.engagement.clone(), |tx, case, _| {
            let ended = ended(case)?;
            let days = match ask.due.is_empty() {
                true => usual_follow_ups(ended),
                false => ask.due,
            };
            let mut taken: Vec<Day> = case.engagement.follow_ups.iter().map(|f| f.due).collect();
            for due in days {
                not_before("due", Some(due), ended)?;
                if taken.contains(&due) {
                    return Err(there_already());
                }
                taken.push(due);
                let follow_up = FollowUp {
                    id: new_id(FollowUpId::new)?,
                    due,
                    done: None,
                    words: Text::empty(),
                };
                store::follow_up::insert(tx, &case.engagement.id, &follow_up)?;
            }
            Ok(())
        })
    }

    /// Changes a follow-up: another day, or that it was done and what came of it.
    ///
    /// # Errors
    /// When it is not there, a day lies before the end or is another's, it was done on a day to come,
    /// or something came of it that was not done.
    pub fn change_follow_up(&mut self, ask: ChangeFollowUp) -> Result<(), Failure> {
        self.change_case(
            "change follow-up",
            &ask.engagement.clone(),
            |tx, case, now| {
                let known = follow_up(case, &ask.follow_up)?;
                let from = case.engagement.ended.unwrap_or(case.engagement.began);
                not_before("due", Some(ask.due), from)?;
                not_before("done", ask.done, from)?;
                if let Some(done) = ask.done {
                    not_ahead("done", done, now.today)?;
                }
                let mut others = case.engagement.follow_ups.iter();
                if others.any(|other| other.id != known.id && other.due == ask.due) {
                    return Err(there_already());
                }
                let words = text("words", ask.words)?;
                if ask.done.is_none() && !words.is_empty() {
                    return Err(Failure::input(
                        "words",
                        "not_done",
                        "Say first on which day it was done; then what came of it.",
                    ));
                }
                let changed = FollowUp {
                    id: known.id.clone(),
                    due: ask.due,
                    done: ask.done,
                    words,
                };
                Ok(store::follow_up::update(tx, &changed)?)
            },
        )
    }

    /// Removes a follow-up.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_follow_up(&mut self, ask: RemoveFollowUp) -> Result<(), Failure> {
        self.change_case("remove follow-up", &ask.engagement, |tx, case, _| {
            let known = follow_up(case, &ask.follow_up)?;
            Ok(store::follow_up::remove(tx, &known.id)?)
        })
    }

    /// Chooses for how long notes and record are kept. It holds for every engagement.
    ///
    /// # Errors
    /// When a time is none, or longer than can be chosen.
    pub fn set_keeps(&mut self, keeps: Keeps) -> Result<(), Failure> {
        let out_of_range = |field| {
            let what = "Between 1 and 120 months for the notes, 1 and 50 years for the record.";
            Failure::input(field, "out_of_range", what)
        };
        if !(1..=Keeps::MOST.reflective_months).contains(&keeps.reflective_months) {
            return Err(out_of_range("reflective_months"));
        }
        if !(1..=Keeps::MOST.record_years).contains(&keeps.record_years) {
            return Err(out_of_range("record_years"));
        }
        self.change("choose how long to keep", |tx, _| {
            Ok(store::setting::set_keeps(tx, keeps)?)
        })
    }
}

fn ended(case: &Case) -> Result<Day, Failure> {
    case.engagement.ended.ok_or_else(|| {
        Failure::input(
            "engagement",
            "not_ended",
            "This engagement has not ended. Record its end first.",
        )
    })
}

fn follow_up<'c>(case: &'c Case, id: &FollowUpId) -> Result<&'c FollowUp, Failure> {
    let mut all = case.engagement.follow_ups.iter();
    all.find(|each| each.id == *id)
        .ok_or_else(|| Failure::missing("follow-up").at("follow_up"))
}

fn there_already() -> Failure {
    Failure::input(
        "due",
        "there_already",
        "A follow-up is arranged for that day already.",
    )
}
