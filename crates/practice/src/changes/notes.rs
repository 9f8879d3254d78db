//! Notes, promises, positions, and what the sponsor's side told the coach.

use coaching::day::Day;
use coaching::direction;
use coaching::ids::{CommitmentId, ContactId, NoteId, PositionId};
use coaching::record::{Commitment, Contact, Noted, Position};
use coaching::text::{Tag, about, keepable};
use coaching::words::{CommitmentStatus, Topic};
use store::Tx;

use super::{made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, not_before, some_text, text};
use crate::types::{
    AddCommitment, AddNote, AddPosition, ChangeNote, Made, RemoveNote, SaveContact,
    SettleCommitment,
};

impl Desk {
    /// Adds a note on one topic.
    ///
    /// # Errors
    /// When the text is blank, or the topic has a place of its own in the record.
    pub fn add_note(&mut self, ask: AddNote) -> Result<Made, Failure> {
        self.change_case("add note", &ask.engagement.clone(), |tx, _, now| {
            let id = new_id(NoteId::new)?;
            match ask.topic {
                Topic::Progress => note::<about::Progress>(tx, id, ask, now.today),
                Topic::Themes => note::<about::Themes>(tx, id, ask, now.today),
                Topic::SupportNeeded => note::<about::SupportNeeded>(tx, id, ask, now.today),
                Topic::Purpose => note::<about::Purpose>(tx, id, ask, now.today),
                Topic::Insights => note::<about::Insights>(tx, id, ask, now.today),
                Topic::Practices => note::<about::Practices>(tx, id, ask, now.today),
                Topic::Assessments => note::<about::Assessments>(tx, id, ask, now.today),
                Topic::FeedbackVerbatim => note::<about::FeedbackVerbatim>(tx, id, ask, now.today),
                Topic::Alignment => note::<about::Alignment>(tx, id, ask, now.today),
                Topic::Reflections => note::<about::Reflections>(tx, id, ask, now.today),
                _ => Err(Failure::input(
                    "topic",
                    "topic",
                    "Notes on this topic have a place of their own: a goal, a session, a meeting.",
                )),
            }
        })
    }

    /// Changes a note's text.
    ///
    /// # Errors
    /// When the text cannot be kept as written, or the note is not there.
    pub fn change_note(&mut self, ask: ChangeNote) -> Result<(), Failure> {
        keepable(&ask.text).map_err(|fault| Failure::from(fault).at("text"))?;
        self.change("change note", |tx, _| {
            Ok(store::note::set_text(tx, &ask.note, &ask.text)?)
        })
    }

    /// Removes a note. One that a release came from stays: the release says where its words are from.
    /// So does a purpose that a goal is tied to.
    ///
    /// # Errors
    /// When the note is not there, words of it have been released, or a goal is tied to it.
    pub fn remove_note(&mut self, ask: RemoveNote) -> Result<(), Failure> {
        self.change("remove note", |tx, _| {
            if store::direction::is_tied(tx, &ask.note)? {
                return Err(direction::Refusal::Tied.into());
            }
            store::note::remove(tx, &ask.note).map_err(|error| match error {
                store::StoreError::Dangling => Failure::new(
                    "note.released",
                    "Words of this note have been released, so it stays. Nothing was changed.",
                ),
                other => other.into(),
            })
        })
    }

    /// Adds a promise.
    ///
    /// # Errors
    /// When it is blank, or due before it was made.
    pub fn add_commitment(&mut self, ask: AddCommitment) -> Result<Made, Failure> {
        self.change_case(
            "add commitment",
            &ask.engagement.clone(),
            |tx, case, now| {
                let made = ask.made.unwrap_or(now.today);
                not_before("due", ask.due, made)?;
                let commitment = Commitment {
                    id: new_id(CommitmentId::new)?,
                    by: ask.by,
                    text: some_text("text", ask.text)?,
                    made,
                    due: ask.due,
                    status: CommitmentStatus::Open,
                    settled: None,
                    session: ask.session,
                    meeting: ask.meeting,
                };
                store::commitment::insert(tx, &case.engagement.id, &commitment)?;
                Ok(super::made(&commitment.id))
            },
        )
    }

    /// Says what became of a promise.
    ///
    /// # Errors
    /// When the day lies ahead or before the promise.
    pub fn settle_commitment(&mut self, ask: SettleCommitment) -> Result<(), Failure> {
        self.change_case(
            "settle commitment",
            &ask.engagement.clone(),
            |tx, case, now| {
                let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
                let mut commitment = case
                    .engagement
                    .commitments
                    .iter()
                    .find(|commitment| commitment.id == ask.commitment)
                    .ok_or_else(|| Failure::missing("commitment"))?
                    .clone();
                commitment.status = ask.status;
                commitment.settled = (ask.status != CommitmentStatus::Open).then_some(on);
                not_before("on", commitment.settled, commitment.made)?;
                Ok(store::commitment::update(tx, &commitment)?)
            },
        )
    }

    /// Records where a party stands on a goal from a day on.
    ///
    /// # Errors
    /// When the day lies ahead.
    pub fn add_position(&mut self, ask: AddPosition) -> Result<Made, Failure> {
        self.change_case("add position", &ask.engagement.clone(), |tx, case, now| {
            let position = Position {
                id: new_id(PositionId::new)?,
                party: ask.party,
                goal: ask.goal,
                on: not_ahead("on", ask.on.unwrap_or(now.today), now.today)?,
                stance: ask.stance,
                words: text("words", ask.words)?,
            };
            store::position::insert(tx, &case.engagement.id, &position)?;
            Ok(made(&position.id))
        })
    }

    /// Records what somebody on the sponsor's side told the coach, or changes it.
    ///
    /// # Errors
    /// When it is blank, lies ahead, or the party is not on the sponsor's side.
    pub fn save_contact(&mut self, ask: SaveContact) -> Result<Made, Failure> {
        self.change_case("save contact", &ask.engagement.clone(), |tx, case, now| {
            let side = case.engagement.party(&ask.party).map(|party| party.role);
            if !side.is_some_and(|role| role.on_the_sponsors_side()) {
                return Err(Failure::input(
                    "party",
                    "not_sponsors_side",
                    "Name the sponsor, the line manager or the HR partner who said it.",
                ));
            }
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            withholding(&ask, on, now.today)?;
            let is_new = ask.id.is_none();
            let contact = Contact {
                id: ask.id.map_or_else(|| new_id(ContactId::new), Ok)?,
                party: ask.party,
                on,
                how: ask.how,
                text: some_text("text", ask.text)?,
                coachee_told: ask.coachee_told,
                withheld: text("withheld", ask.withheld)?,
                resolved: ask.resolved,
            };
            if is_new {
                store::contact::insert(tx, &case.engagement.id, &contact)?;
            } else {
                store::contact::update(tx, &contact)?;
            }
            Ok(made(&contact.id))
        })
    }
}

/// What is told is not withheld, and only a withholding can be resolved.
fn withholding(ask: &SaveContact, on: Day, today: Day) -> Result<(), Failure> {
    for (field, day) in [
        ("coachee_told", ask.coachee_told),
        ("resolved", ask.resolved),
    ] {
        not_before(field, day, on)?;
        day.map_or(Ok(on), |day| not_ahead(field, day, today))?;
    }
    let withheld = !ask.withheld.trim().is_empty();
    if ask.resolved.is_some() && !withheld {
        return Err(Failure::new(
            "contact.nothing_withheld",
            "Nothing is withheld here, so there is nothing to resolve.",
        )
        .at("resolved"));
    }
    let ended = |told: Day| ask.resolved.is_some_and(|resolved| resolved <= told);
    if withheld && ask.coachee_told.is_some_and(|told| !ended(told)) {
        return Err(Failure::new(
            "contact.told_and_withheld",
            "What the coachee was told is not withheld. Say on which day it was no longer withheld, \
             or leave the reason blank.",
        )
        .at("coachee_told"));
    }
    Ok(())
}

fn note<T: Tag>(tx: &Tx<'_>, id: NoteId, ask: AddNote, today: Day) -> Result<Made, Failure> {
    let note = Noted::<T> {
        id,
        on: not_ahead("on", ask.on.unwrap_or(today), today)?,
        text: some_text("text", ask.text)?,
        said_by: ask.said_by,
        session: ask.session,
        goal: ask.goal,
    };
    store::note::insert(tx, &ask.engagement, &note)?;
    Ok(made(&note.id))
}
