//! The whole practice at once: in, out, and looked over.

use coaching::check::faults;
use coaching::ids::EngagementId;
use coaching::ledger::first_break;
use serde::Serialize;

use crate::desk::Desk;
use crate::error::Failure;
use crate::interchange::{self, PracticeRecord};
use crate::sample;

/// How much was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// People.
    pub people: usize,
    /// Organisations.
    pub organisations: usize,
    /// Engagements.
    pub engagements: usize,
}

impl Imported {
    fn of(record: &PracticeRecord) -> Self {
        Self {
            people: record.people.len(),
            organisations: record.organisations.len(),
            engagements: record.engagements.len(),
        }
    }
}

/// What a look over the whole vault found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// True when nothing is wrong.
    pub sound: bool,
    /// Codes of what does not hold in the database, like `store.check.cipher`.
    pub database: Vec<String>,
    /// Ledgers whose chain is broken.
    pub ledgers: Vec<BrokenLedger>,
    /// Places in engagements that do not fit together.
    pub places: Vec<OddPlace>,
    /// How many engagements were looked at.
    pub engagements: usize,
    /// How many entries of their ledgers were looked at.
    pub entries: usize,
}

/// A ledger whose chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BrokenLedger {
    /// Whose.
    pub engagement: EngagementId,
    /// The number of the first entry that was changed, removed or moved.
    pub entry: u32,
}

/// A place that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OddPlace {
    /// In which engagement.
    pub engagement: EngagementId,
    /// Where in it, like `goals[0].versions[1].on`.
    pub place: String,
    /// What is wrong there.
    pub what: &'static str,
}

impl Desk {
    /// Reads a document of the interchange format into the open vault, all or nothing.
    ///
    /// # Errors
    /// An import fault, with its place as the field; an id that the vault has already. Nothing is
    /// written then.
    pub fn import(&mut self, document: &[u8]) -> Result<Imported, Failure> {
        let record = interchange::read(document)?;
        self.change("import", |tx, _| interchange::put(tx, &record))?;
        Ok(Imported::of(&record))
    }

    /// Puts the sample practice into the open vault.
    ///
    /// # Errors
    /// When the vault has it already, or cannot be written to.
    pub fn import_sample(&mut self) -> Result<Imported, Failure> {
        let record = sample::practice(self.now()?.today)?;
        self.change("import the sample", |tx, _| sample::put(tx, &record))?;
        Ok(Imported::of(&record))
    }

    /// Looks at every page of the database, every reference, every engagement and every ledger.
    ///
    /// # Errors
    /// When no vault is open, or it is so damaged that it cannot be read at all.
    pub fn check(&self) -> Result<Checked, Failure> {
        let database = self.opened()?.store.check()?;
        let engagements = self.read(|tx, _| Ok(interchange::take(tx)?.engagements))?;
        let mut checked = Checked {
            sound: true,
            database,
            ledgers: Vec::new(),
            places: Vec::new(),
            engagements: engagements.len(),
            entries: engagements.iter().map(|each| each.ledger.len()).sum(),
        };
        for each in &engagements {
            if let Some(entry) = first_break(&each.ledger, vault::sha256_hex) {
                checked.ledgers.push(BrokenLedger {
                    engagement: each.id.clone(),
                    entry,
                });
            }
            checked
                .places
                .extend(faults(each).into_iter().map(|fault| OddPlace {
                    engagement: each.id.clone(),
                    place: fault.place,
                    what: fault.what,
                }));
        }
        for (engagement, entry) in self.read(|tx, _| Ok(store::ledger::cut_off(tx)?))? {
            if !checked
                .ledgers
                .iter()
                .any(|known| known.engagement == engagement)
            {
                checked.ledgers.push(BrokenLedger { engagement, entry });
            }
        }
        checked.sound =
            checked.database.is_empty() && checked.ledgers.is_empty() && checked.places.is_empty();
        Ok(checked)
    }
}
