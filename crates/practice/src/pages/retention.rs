//! How long things are kept, across the practice.

use std::sync::Arc;

use coaching::day::Day;
use coaching::record::Case;
use coaching::retention::{Hold, Retention, Standing, due_at_the_latest, retention};
use coaching::words::KeptState;
use store::Tx;

use crate::desk::{Desk, case};
use crate::disposing::certificate_card;
use crate::error::Failure;
use crate::types::{HoldCard, KeptCard, RetentionCard, RetentionPage};

impl Desk {
    /// What is kept until when, what is held, what is due, and the certificates.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn retention(&self) -> Result<RetentionPage, Failure> {
        self.read(|tx, now| {
            let (mut engagements, mut running) = (Vec::new(), Vec::new());
            for (known, holds, standing) in all(tx, now.today)? {
                let goes_on = standing.record == Standing::Running;
                let card = card(&known, &holds, standing);
                match goes_on {
                    true => running.push(card),
                    false => engagements.push(card),
                }
            }
            engagements.sort_by_key(|card| (urgency(card), first_day(card), card.name.clone()));
            running.sort_by_key(|card| card.name.clone());
            let certificates = store::disposal::all(tx)?.into_iter().rev();
            Ok(RetentionPage {
                keeps: store::setting::keeps(tx)?,
                engagements,
                running,
                certificates: certificates
                    .map(|each| certificate_card(tx, each))
                    .collect::<Result<_, _>>()?,
            })
        })
    }
}

type WithHolds = (Arc<Case>, Vec<Hold>);

/// Engagements of which something may have come due, each with its holds, the first to end first: until
/// `most` of them are `wanted`.
pub(crate) fn perhaps_due(
    desk: &Desk,
    tx: &Tx<'_>,
    today: Day,
    most: usize,
    wanted: impl Fn(&Case, &[Hold]) -> bool,
) -> Result<Vec<WithHolds>, Failure> {
    let mut found = Vec::new();
    let keeps = store::setting::keeps(tx)?;
    let Some((notes, record)) = due_at_the_latest(keeps, today) else {
        return Ok(found);
    };
    let mut left = most;
    for (id, ended) in store::disposal::ended_by(tx, notes.max(record))? {
        if left == 0 {
            break;
        }
        if ended > record && !(ended <= notes && store::disposal::has_reflections(tx, &id)?) {
            continue;
        }
        let (case, holds) = (desk.case(tx, &id)?, store::hold::of_engagement(tx, &id)?);
        left -= usize::from(wanted(&case, &holds));
        found.push((case, holds));
    }
    Ok(found)
}

fn all(tx: &Tx<'_>, today: Day) -> Result<Vec<(Case, Vec<Hold>, Retention)>, Failure> {
    let holds = store::hold::all(tx)?;
    store::engagement::ids(tx)?
        .iter()
        .map(|id| {
            let known = case(tx, id)?;
            let own = holds.iter().filter(|hold| hold.engagement == *id);
            let own: Vec<_> = own.cloned().collect();
            let standing = retention(&known.engagement, known.keeps, &own, today);
            Ok((known, own, standing))
        })
        .collect()
}

fn card(known: &Case, holds: &[Hold], standing: Retention) -> RetentionCard {
    let clocks = standing.clocks;
    let kept = |state, until| KeptCard {
        state: state_of(state),
        until,
    };
    RetentionCard {
        engagement: known.engagement.id.clone(),
        name: known.engagement.name.clone(),
        coachee: coachee(known),
        ended: known.engagement.ended,
        reflective: kept(standing.reflective, clocks.map(|c| c.reflective)),
        record: kept(standing.record, clocks.map(|c| c.record)),
        holds: holds
            .iter()
            .rev()
            .map(|hold| HoldCard {
                id: hold.id.clone(),
                on: hold.on,
                reason: hold.reason.clone(),
                lifted: hold.lifted,
            })
            .collect(),
    }
}

fn state_of(standing: Standing) -> KeptState {
    match standing {
        Standing::Running => KeptState::Running,
        Standing::Held => KeptState::Held,
        Standing::Kept(_) => KeptState::Kept,
        Standing::Due(_) => KeptState::Due,
        Standing::Gone => KeptState::Gone,
    }
}

/// What is due comes first, then what is held, then the rest.
fn urgency(card: &RetentionCard) -> u8 {
    let is = |state| card.reflective.state == state || card.record.state == state;
    match (is(KeptState::Due), is(KeptState::Held)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

/// The day that comes first of those on which something of it still runs out.
fn first_day(card: &RetentionCard) -> Option<Day> {
    match card.reflective.state {
        KeptState::Gone => card.record.until,
        _ => card.reflective.until,
    }
}

fn coachee(known: &Case) -> String {
    let coachee = known.engagement.coachee();
    coachee.map_or(String::new(), |party| known.name(&party.id).to_owned())
}
