//! Taking things out of the vault, in plain text: as a folder of pages to read, as tables, and in the
//! interchange format. Everything, or one engagement.

mod fields;
mod folder;
mod names;
mod readable;
mod saying;
mod tables;

use std::path::Path;

use coaching::ids::EngagementId;
use serde_json::Value;

use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;
use crate::interchange::{self, OwnRecord, PracticeRecord};
use crate::paperwork::folder as chosen;
use crate::paperwork::handing_over::free_path;
use crate::types::{CopyForm, TakeOut, Written};

impl Desk {
    /// Writes a copy of everything, or of one engagement, into a folder: under a name of its own, never over
    /// anything. It is not encrypted.
    ///
    /// # Errors
    /// `passphrase.again`; when the folder is not there or cannot be written to. Then nothing is written.
    pub fn take_out(&self, ask: TakeOut) -> Result<Written, Failure> {
        let folder = chosen(&ask.folder)?;
        let today = self.now()?.today;
        let of = match &ask.engagement {
            None => "practice",
            Some(_) => "engagement",
        };
        let ending = match ask.form {
            CopyForm::Readable => "",
            CopyForm::Tables => ".xlsx",
            CopyForm::Interchange => ".json",
        };
        let path = free_path(&folder, &format!("three-chairs-{of}-{today}{ending}"));
        let engagement = ask.engagement.as_ref();
        match ask.form {
            CopyForm::Readable => self.write_readable_to(engagement, &path)?,
            CopyForm::Tables => self.copied(engagement, |record, now| {
                folder::write_file(&path, &workbook(record, now)?)
            })?,
            CopyForm::Interchange => self.copied(engagement, |record, _| {
                folder::write_file(&path, &interchange::write(record)?)
            })?,
        }
        Ok(Written {
            path: path.display().to_string(),
            handed_over: false,
        })
    }

    /// The whole practice as one document of the interchange format, unencrypted.
    ///
    /// # Errors
    /// `passphrase.again`; when no vault is open or it cannot be read.
    pub fn export(&self) -> Result<Vec<u8>, Failure> {
        self.export_of(None)
    }

    /// The same of one engagement, with its people and what was disposed of it.
    ///
    /// # Errors
    /// As for [`Desk::export`]; when there is no such engagement.
    pub fn export_of(&self, engagement: Option<&EngagementId>) -> Result<Vec<u8>, Failure> {
        self.copied(engagement, |record, _| Ok(interchange::write(record)?))
    }

    /// Everything, or one engagement, as a workbook with a sheet for each table.
    ///
    /// # Errors
    /// As for [`Desk::export_of`].
    pub fn tables_of(&self, engagement: Option<&EngagementId>) -> Result<Vec<u8>, Failure> {
        self.copied(engagement, workbook)
    }

    /// Writes everything, or one engagement, as pages into a folder that is new or empty: all of them, or
    /// nothing.
    ///
    /// # Errors
    /// As for [`Desk::export_of`]; `copy.there_already`, `copy.not_written`.
    pub fn write_readable_to(
        &self,
        engagement: Option<&EngagementId>,
        path: &Path,
    ) -> Result<(), Failure> {
        self.copied(engagement, |record, now| {
            let files = readable::files(&value(record)?, now.today);
            folder::write_folder(path, &files)
        })
    }

    /// Makes a copy once the passphrase was typed for it.
    fn copied<T>(
        &self,
        engagement: Option<&EngagementId>,
        make: impl FnOnce(&PracticeRecord, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.is_confirmed()?;
        let mut record = self.read(|tx, _| interchange::take(tx))?;
        if let Some(engagement) = engagement {
            record = only(record, engagement)?;
        }
        let made = make(&record, self.now()?)?;
        self.confirmation_used();
        Ok(made)
    }
}

/// A practice with one engagement, and of everything else what belongs to it.
fn only(mut record: PracticeRecord, engagement: &EngagementId) -> Result<PracticeRecord, Failure> {
    record.engagements.retain(|each| each.id == *engagement);
    let Some(kept) = record.engagements.first() else {
        return Err(Failure::missing("engagement"));
    };
    let parties = &kept.parties;
    record
        .people
        .retain(|person| parties.iter().any(|party| party.person == person.id));
    let people = &record.people;
    record.organisations.retain(|each| {
        people
            .iter()
            .any(|person| person.organisation.as_ref() == Some(&each.id))
    });
    record.holds.retain(|hold| hold.engagement == *engagement);
    record
        .disposals
        .retain(|disposal| disposal.engagement == *engagement);
    Ok(PracticeRecord {
        templates: Vec::new(),
        questions: Vec::new(),
        letterhead: interchange::LetterheadRecord::default(),
        keeps: None,
        own: OwnRecord::default(),
        ..record
    })
}

fn workbook(record: &PracticeRecord, now: Now) -> Result<Vec<u8>, Failure> {
    Ok(documents::workbook(
        &tables::tables(&value(record)?),
        now.today,
    )?)
}

/// The practice in the interchange format: what is read from it, is in every copy.
fn value(record: &PracticeRecord) -> Result<Value, Failure> {
    let document = interchange::write(record)?;
    serde_json::from_slice(&document)
        .map_err(|error| interchange::ImportFault::syntax(&error).into())
}
