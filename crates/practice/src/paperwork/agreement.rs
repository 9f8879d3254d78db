//! The agreement to sign: for the coachee, for one party of the sponsor's side, or for all of them.
//!
//! It is made from the frame and the version alone, and needs no approval: it is what is proposed.

use coaching::agreement::{Agreement, in_force};
use coaching::contract::{NoContract, contract, signs};
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::ledger::Ground;
use coaching::record::{Case, Party};
use documents::Content;

use crate::error::Failure;
use crate::types::AskDocument;

/// The document of one version.
pub(super) fn content(case: &Case, ask: &AskDocument, on: Day) -> Result<Content, Failure> {
    let version = version(case, ask)?;
    let sheet = contract(case, &version.id, ask.party.as_ref())?;
    Ok(documents::agreement(&sheet, on))
}

/// Whom a hand-over reaches, each with its ground: the one it is for, or everybody who signs it and
/// is in the engagement on the day.
///
/// # Errors
/// When a later version is in force already, or nobody is there to take it.
pub(super) fn reached(
    case: &Case,
    ask: &AskDocument,
    today: Day,
) -> Result<Vec<(Option<PartyId>, Ground)>, Failure> {
    let version = version(case, ask)?;
    if superseded(case, version, today) {
        return Err(Failure::new(
            "agreement.superseded",
            "A later version of this agreement is in force, so this one is not handed over any more. \
             Hand over the one in force; a draft of this one can still be written for yourself.",
        ));
    }
    let mut parties: Vec<&Party> = case
        .engagement
        .parties
        .iter()
        .filter(|party| signs(party.role) && party.is_in(today))
        .filter(|party| match &ask.party {
            Some(reader) => party.id == *reader,
            // Whoever joined after the version took effect does not stand in it.
            None => party.is_in(version.effective),
        })
        .collect();
    if parties.is_empty() {
        return Err(Failure::input(
            "party",
            "not_in_engagement",
            "This person is not in the engagement today, so nothing can be handed to them.",
        ));
    }
    parties.sort_by_key(|party| party.role);
    let ground = |party: &Party| (Some(party.id.clone()), Ground::Proposal(version.id.clone()));
    Ok(parties.into_iter().map(ground).collect())
}

/// True when a version that takes effect later is in force.
fn superseded(case: &Case, version: &Agreement, today: Day) -> bool {
    in_force(&case.engagement, today).is_some_and(|current| current.effective > version.effective)
}

fn version<'c>(case: &'c Case, ask: &AskDocument) -> Result<&'c Agreement, Failure> {
    let id = ask.agreement.as_ref();
    let found = case
        .engagement
        .agreements
        .iter()
        .find(|agreement| Some(&agreement.id) == id);
    found.ok_or_else(|| Failure::missing("agreement").at("agreement"))
}

impl From<NoContract> for Failure {
    fn from(refused: NoContract) -> Self {
        match refused {
            NoContract::NoSuchVersion => Failure::missing("agreement").at("agreement"),
            NoContract::DoesNotSign => {
                Failure::input("party", "does_not_sign", refused.to_string())
            }
            NoContract::HadLeft => Failure::input("party", "had_left", refused.to_string()),
        }
    }
}
