//! Entering something into the disclosure ledger: numbered, chained, sealed.

use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::ledger::{Disclosed, Disclosure, Ground};
use coaching::record::Case;
use coaching::words::{Channel, Teller};
use store::Tx;

use crate::clock::Now;
use crate::error::Failure;

/// What reached whom.
pub(crate) struct Told {
    pub(crate) on: Day,
    /// None: the public.
    pub(crate) to: Option<PartyId>,
    pub(crate) by: Teller,
    pub(crate) how: Channel,
    pub(crate) what: Disclosed,
    pub(crate) ground: Ground,
}

/// Appends an entry to the ledger of `case`, which must be as it stands in the transaction.
pub(crate) fn enter(tx: &Tx<'_>, case: &Case, told: Told, now: Now) -> Result<(), Failure> {
    let last = case.engagement.ledger.last();
    let mut entry = Disclosure {
        number: last.map_or(1, |last| last.number + 1),
        on: told.on,
        recorded: now.at,
        to: told.to,
        by: told.by,
        how: told.how,
        what: told.what,
        ground: told.ground,
        previous: last.map_or(String::new(), |last| last.hash.clone()),
        hash: String::new(),
    };
    entry.hash = vault::sha256_hex(&entry.sealed());
    Ok(store::ledger::append(tx, &case.engagement.id, &entry)?)
}
