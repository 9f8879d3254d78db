//! The coachee's purpose, the priorities of the sponsor's side, what goals serve, and threads.

use coaching::direction::{self, Priority, PriorityWording, Refusal, Thread, Tie};
use coaching::ids::{NoteId, PriorityId, ThreadId, TieId};
use coaching::record::Noted;

use super::{came_out_of, made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, some_text, text};
use crate::types::{
    AddPriority, AddTie, BeginThread, EndPriority, EndTie, LinkInsight, Made, RemoveThread,
    RenameThread, RewordPriority, SayPurpose, TakeBackPurpose, TakeBackTie, TakeBackWording,
    UnlinkInsight,
};

impl Desk {
    /// The coachee says their purpose, from a day on.
    ///
    /// # Errors
    /// When it is blank, the day lies ahead or far off, or it was said in other words on that day.
    pub fn say_purpose(&mut self, ask: SayPurpose) -> Result<Made, Failure> {
        self.change_case("say purpose", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let said = Noted {
                id: new_id(NoteId::new)?,
                on: not_ahead("on", ask.on.unwrap_or(now.today), now.today)?,
                text: some_text("text", ask.text)?,
                said_by: e.coachee().map(|coachee| coachee.id.clone()),
                session: ask.session,
                goal: None,
            };
            came_out_of(e, said.session.as_ref(), None)?;
            direction::say_purpose(e, &said, now.at)?;
            store::note::insert(tx, &e.id, &said)?;
            Ok(made(&said.id))
        })
    }

    /// Takes back a statement of purpose that was a slip.
    ///
    /// # Errors
    /// When it is not there, a goal is tied to it, or words of it were released.
    pub fn take_back_purpose(&mut self, ask: TakeBackPurpose) -> Result<(), Failure> {
        self.change_case("take back purpose", &ask.engagement, |tx, case, _| {
            direction::take_back_purpose(&case.engagement, &ask.purpose)?;
            store::note::remove(tx, &ask.purpose).map_err(|error| match error {
                store::StoreError::Dangling => Failure::new(
                    "note.released",
                    "Words of it have been released, so it stays. Nothing was changed.",
                ),
                other => other.into(),
            })
        })
    }

    /// Somebody on the sponsor's side has a priority, from a day on.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn add_priority(&mut self, ask: AddPriority) -> Result<Made, Failure> {
        self.change_case("add priority", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let mut priority = Priority {
                id: new_id(PriorityId::new)?,
                party: ask.party,
                wordings: Vec::new(),
                ended: None,
            };
            let wording = PriorityWording {
                on: ask.on.unwrap_or(now.today),
                text: text("text", ask.text)?,
            };
            direction::say_priority(e, &priority, &wording, now.at)?;
            priority.wordings.push(wording);
            store::direction::insert_priority(tx, &e.id, &priority)?;
            Ok(made(&priority.id))
        })
    }

    /// A priority is said in other words, from a day on; the words before stay.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn reword_priority(&mut self, ask: RewordPriority) -> Result<(), Failure> {
        self.change_case("reword priority", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let mut all = e.priorities.iter();
            let priority = all
                .find(|priority| priority.id == ask.priority)
                .ok_or(Refusal::NoSuchPriority)?;
            let wording = PriorityWording {
                on: ask.on.unwrap_or(now.today),
                text: text("text", ask.text)?,
            };
            direction::say_priority(e, priority, &wording, now.at)?;
            Ok(store::direction::add_wording(
                tx,
                &e.id,
                &priority.id,
                &wording,
            )?)
        })
    }

    /// A priority ends, or goes on again.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn end_priority(&mut self, ask: EndPriority) -> Result<(), Failure> {
        self.change_case("end priority", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            if !e.priorities.iter().any(|each| each.id == ask.priority) {
                return Err(Refusal::NoSuchPriority.into());
            }
            if let Some(on) = ask.on {
                direction::end_priority(e, &ask.priority, on, now.at)?;
            }
            Ok(store::direction::end_priority(tx, &ask.priority, ask.on)?)
        })
    }

    /// Takes back a wording that was a slip; with the only one, the priority.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn take_back_wording(&mut self, ask: TakeBackWording) -> Result<(), Failure> {
        self.change_case("take back wording", &ask.engagement, |tx, case, _| {
            let alone = direction::take_back_wording(&case.engagement, &ask.priority, ask.on)?;
            if alone {
                Ok(store::direction::remove_priority(tx, &ask.priority)?)
            } else {
                Ok(store::direction::remove_wording(tx, &ask.priority, ask.on)?)
            }
        })
    }

    /// A goal serves a priority, or the purpose, from a day on.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn add_tie(&mut self, ask: AddTie) -> Result<Made, Failure> {
        self.change_case("add tie", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let tie = Tie {
                id: new_id(TieId::new)?,
                goal: ask.goal,
                to: ask.to,
                on: ask.on.unwrap_or(now.today),
                until: ask.until,
                words: text("words", ask.words)?,
            };
            if let Some(until) = tie.until {
                direction::may_end(e, &tie, until, now.at).map_err(at_until)?;
            }
            direction::tie(e, &tie, now.at).map_err(|refusal| match refusal {
                Refusal::NoSuchPriority => Failure::from(refusal).at("to"),
                other => other.into(),
            })?;
            store::direction::insert_tie(tx, &e.id, &tie)?;
            Ok(made(&tie.id))
        })
    }

    /// A tie ends, or goes on again.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn end_tie(&mut self, ask: EndTie) -> Result<(), Failure> {
        self.change_case("end tie", &ask.engagement, |tx, case, now| {
            direction::end_tie(&case.engagement, &ask.tie, ask.until, now.at).map_err(at_until)?;
            Ok(store::direction::end_tie(tx, &ask.tie, ask.until)?)
        })
    }

    /// Takes back a tie that was a slip.
    ///
    /// # Errors
    /// When it is not there.
    pub fn take_back_tie(&mut self, ask: TakeBackTie) -> Result<(), Failure> {
        self.change_case("take back tie", &ask.engagement, |tx, case, _| {
            if !case.engagement.ties.iter().any(|tie| tie.id == ask.tie) {
                return Err(Refusal::NoSuchTie.into());
            }
            Ok(store::direction::remove_tie(tx, &ask.tie)?)
        })
    }

    /// A thread on a subject begins, with or without insights.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn begin_thread(&mut self, ask: BeginThread) -> Result<Made, Failure> {
        self.change_case("begin thread", &ask.engagement, |tx, case, _| {
            let e = &case.engagement;
            let thread = Thread {
                id: new_id(ThreadId::new)?,
                subject: some_text("subject", ask.subject)?,
                insights: ask.insights,
            };
            direction::begin_thread(e, &thread)?;
            store::direction::insert_thread(tx, &e.id, &thread)?;
            Ok(made(&thread.id))
        })
    }

    /// A thread is called otherwise.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn rename_thread(&mut self, ask: RenameThread) -> Result<(), Failure> {
        self.change_case("rename thread", &ask.engagement, |tx, case, _| {
            let subject = some_text("subject", ask.subject)?;
            direction::rename_thread(&case.engagement, &ask.thread, &subject)?;
            Ok(store::direction::rename_thread(tx, &ask.thread, &subject)?)
        })
    }

    /// An insight goes into a thread. It may stand in several.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn link_insight(&mut self, ask: LinkInsight) -> Result<(), Failure> {
        self.change_case("link insight", &ask.engagement, |tx, case, _| {
            let e = &case.engagement;
            direction::link(e, &ask.thread, &ask.insight)?;
            Ok(store::direction::link(
                tx,
                &e.id,
                &ask.thread,
                &ask.insight,
            )?)
        })
    }

    /// An insight goes out of a thread; it stays in the record.
    ///
    /// # Errors
    /// When it does not stand in it.
    pub fn unlink_insight(&mut self, ask: UnlinkInsight) -> Result<(), Failure> {
        self.change_case("unlink insight", &ask.engagement, |tx, case, _| {
            let mut threads = case.engagement.threads.iter();
            let thread = threads
                .find(|thread| thread.id == ask.thread)
                .ok_or(Refusal::NoSuchThread)?;
            if !thread.insights.contains(&ask.insight) {
                return Err(Failure::missing("insight").at("insight"));
            }
            Ok(store::direction::unlink(tx, &ask.thread, &ask.insight)?)
        })
    }

    /// A thread is removed; its insights stay.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_thread(&mut self, ask: RemoveThread) -> Result<(), Failure> {
        self.change_case("remove thread", &ask.engagement, |tx, case, _| {
            let threads = &case.engagement.threads;
            if !threads.iter().any(|thread| thread.id == ask.thread) {
                return Err(Refusal::NoSuchThread.into());
            }
            Ok(store::direction::remove_thread(tx, &ask.thread)?)
        })
    }
}

/// The day of an end is asked for in a field of its own.
fn at_until(refusal: Refusal) -> Failure {
    let failure = Failure::from(refusal);
    if refusal.field() == "on" {
        failure.at("until")
    } else {
        failure
    }
}
