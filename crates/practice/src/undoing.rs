//! Undoing over what was saved: every change of the day, and what was removed until it is disposed
//! of (`docs/undo.md`).

use coaching::day::Day;
use coaching::ids::EngagementId;
use store::Tx;
use store::undo::{Change, Obstacle};

use crate::clock::hour_of;
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::types::{ChangeCard, ChangesPage, TurnChange};

/// What is saved as one types: in one field it counts as one change.
const TYPED: [&str; 8] = [
    "write session",
    "write meeting",
    "prepare meeting",
    "write clash",
    "write round",
    "change note",
    "set additions",
    "set agenda",
];

/// How the names of changes begin that remove something.
const REMOVING: [&str; 4] = ["remove ", "discard ", "take back ", "unlink "];

/// True for what is saved as one types.
pub(crate) fn is_typed(name: &str) -> bool {
    TYPED.contains(&name)
}

/// True for a change after which something is gone.
pub(crate) fn removes(name: &str) -> bool {
    REMOVING.iter().any(|start| name.starts_with(start))
}

impl Desk {
    /// Today's changes, and what was removed.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn changes(&self) -> Result<ChangesPage, Failure> {
        self.read(|tx, now| {
            let all = store::undo::all(tx)?;
            let cards = |which: &dyn Fn(&Change) -> bool| {
                let kept = all.iter().filter(|change| which(change));
                kept.map(|change| card(tx, change))
                    .collect::<Result<_, _>>()
            };
            Ok(ChangesPage {
                today: cards(&|change| change.day == now.today)?,
                removed: cards(&|change| {
                    change.removes && !change.fixed && change.undone.is_none()
                })?,
                undo: last(&all, now.today)
                    .filter(|change| !change.fixed)
                    .map(|change| change.number),
                redo: last_undone(&all).map(|change| change.number),
            })
        })
    }

    /// Takes a change back: the last one, or any of today's on which nothing stands. Puts back what
    /// was removed.
    ///
    /// # Errors
    /// When it reached the ledger, something stands on it, or nothing is left to undo. Nothing is
    /// changed then.
    pub fn undo(&mut self, ask: TurnChange) -> Result<ChangeCard, Failure> {
        self.turn("undo", |tx, today| {
            let all = store::undo::all(tx)?;
            let change = match ask.change {
                None => last(&all, today).ok_or_else(nothing)?,
                Some(number) => all
                    .iter()
                    .find(|change| change.number == number)
                    .filter(|change| change.day == today || change.removes)
                    .ok_or_else(gone)?,
            };
            let before = card(tx, change)?;
            match store::undo::undo(tx, change.number)? {
                None => Ok((before, change.engagement.clone())),
                Some(obstacle) => Err(refused(&obstacle)),
            }
        })
    }

    /// Does again what was undone: the last, or any.
    ///
    /// # Errors
    /// When the record is not as it was then, or nothing was undone. Nothing is changed then.
    pub fn redo(&mut self, ask: TurnChange) -> Result<ChangeCard, Failure> {
        self.turn("redo", |tx, _| {
            let all = store::undo::all(tx)?;
            let change = match ask.change {
                None => last_undone(&all).ok_or_else(nothing)?,
                Some(number) => all
                    .iter()
                    .find(|change| change.number == number)
                    .ok_or_else(gone)?,
            };
            match store::undo::redo(tx, change.number)? {
                None => Ok((card(tx, change)?, change.engagement.clone())),
                Some(obstacle) => Err(refused(&obstacle)),
            }
        })
    }

    fn turn(
        &mut self,
        name: &'static str,
        f: impl FnOnce(&Tx<'_>, Day) -> Result<(ChangeCard, Option<EngagementId>), Failure>,
    ) -> Result<ChangeCard, Failure> {
        self.turn_back(name, |tx, now| {
            let (card, engagement) = f(tx, now.today)?;
            if let Some(engagement) = engagement
                && store::engagement::exists(tx, &engagement)?
                && !coaching::check::faults(&case(tx, &engagement)?.engagement).is_empty()
            {
                return Err(refused(&Obstacle::Stands(None)));
            }
            Ok(card)
        })
        .map_err(|failure| match failure.code.as_str() {
            // Found when the whole was to be saved.
            "store.dangling" => refused(&Obstacle::Stands(None)),
            _ => failure,
        })
    }
}

/// The last change of the day that stands.
fn last(all: &[Change], today: Day) -> Option<&Change> {
    all.iter()
        .find(|change| change.undone.is_none() && change.day == today)
}

/// What was undone last, while nothing was changed since.
fn last_undone(all: &[Change]) -> Option<&Change> {
    let latest = all.iter().max_by_key(|change| change.undone)?;
    let undone = latest.undone?;
    all.iter()
        .all(|change| change.number <= undone)
        .then_some(latest)
}

fn card(tx: &Tx<'_>, change: &Change) -> Result<ChangeCard, Failure> {
    let engagement_name = match &change.engagement {
        Some(id) => store::engagement::name(tx, id)?.unwrap_or_default(),
        None => String::new(),
    };
    Ok(ChangeCard {
        number: change.number,
        name: change.name.clone(),
        day: change.day,
        at: hour_of(change.at),
        engagement: change.engagement.clone(),
        engagement_name,
        about: store::undo::about(tx, change.number)?.unwrap_or_default(),
        undone: change.undone.is_some(),
        fixed: change.fixed,
    })
}

fn nothing() -> Failure {
    Failure::new(
        "undo.nothing",
        "Nothing of today is left for this. Nothing was changed.",
    )
}

fn gone() -> Failure {
    Failure::new(
        "undo.gone",
        "This change cannot be turned any more: what is not undone by the day's end stays, but for \
         what was removed. Nothing was changed.",
    )
    .at("change")
}

fn refused(obstacle: &Obstacle) -> Failure {
    match obstacle {
        Obstacle::Missing => gone(),
        Obstacle::Fixed => Failure::new(
            "undo.ledger",
            "This reached somebody, and the ledger says so. What was said or handed over cannot be \
             taken back by undoing. Nothing was changed.",
        )
        .at("change"),
        Obstacle::LedgerStands => Failure::new(
            "undo.ground",
            "Something was said or handed over after this, perhaps on its ground, so it stays. \
             Nothing was changed.",
        )
        .at("change"),
        Obstacle::Stands(Some(later)) => Failure::new(
            "undo.stands",
            format!(
                "A later change stands on it ({later}). Undo that one first. Nothing was changed."
            ),
        )
        .at("change"),
        Obstacle::Stands(None) => Failure::new(
            "undo.stands",
            "Something that was recorded since stands on it. Undo that first. Nothing was changed.",
        )
        .at("change"),
    }
}
