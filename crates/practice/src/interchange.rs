//! The interchange format: one JSON document that holds a whole practice (`docs/interchange.md`).
//! The record's own serde form is the format; this module adds the frame around it, limits, checks
//! that reach across engagements, and faults that name a place and no content.

mod check;
mod fault;
mod hours;
mod letterhead;
mod limits;

use std::path::Path;

use coaching::alignment::Question;
use coaching::closing::Keeps;
use coaching::record::{Coach, Engagement, Organisation, Person, Template};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};

use crate::error::Failure;

pub use check::check;
pub use fault::ImportFault;
pub use hours::{CertificateRecord, ListingRecord, OwnRecord};
pub use letterhead::LetterheadRecord;
pub use limits::{LARGEST, MOST_ENGAGEMENTS, MOST_PEOPLE};

/// What `format` says in every document of this format.
const FORMAT: &str = "three-chairs";

/// The version of the format that this program reads and writes.
const VERSION: u32 = 1;

/// A whole practice, outside any vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeRecord {
    /// The coach whose practice it is.
    pub coach: Coach,
    /// All organisations.
    pub organisations: Vec<Organisation>,
    /// All people.
    pub people: Vec<Person>,
    /// All engagements, each with everything in it.
    pub engagements: Vec<Engagement>,
    /// The coach's own templates of boundaries.
    pub templates: Vec<Template>,
    /// The coach's own questions to think with, as they were entered.
    pub questions: Vec<Question>,
    /// How the coach's documents look.
    pub letterhead: LetterheadRecord,
    /// For how long the coach keeps what; the usual when none.
    pub keeps: Option<Keeps>,
    /// The coach's own: hours, what was learnt, the professional will.
    pub own: OwnRecord,
}

/// The document as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Incoming {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    coach: Coach,
    #[serde(default, deserialize_with = "limits::people")]
    organisations: Vec<Organisation>,
    #[serde(default, deserialize_with = "limits::people")]
    people: Vec<Person>,
    #[serde(default, deserialize_with = "limits::engagements")]
    engagements: Vec<Engagement>,
    #[serde(default, deserialize_with = "limits::templates")]
    templates: Vec<Template>,
    #[serde(default, deserialize_with = "limits::questions")]
    questions: Vec<Question>,
    #[serde(default)]
    letterhead: LetterheadRecord,
    #[serde(default)]
    keeps: Option<Keeps>,
    #[serde(default)]
    own: OwnRecord,
}

/// The document as it is written.
#[derive(Serialize)]
struct Outgoing<'a> {
    format: &'static str,
    version: u32,
    coach: &'a Coach,
    organisations: Vec<&'a Organisation>,
    people: Vec<&'a Person>,
    engagements: Vec<&'a Engagement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    templates: Vec<&'a Template>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    questions: &'a [Question],
    #[serde(skip_serializing_if = "is_plain")]
    letterhead: &'a LetterheadRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    keeps: Option<Keeps>,
    #[serde(skip_serializing_if = "own_is_empty")]
    own: &'a OwnRecord,
}

fn own_is_empty(own: &&OwnRecord) -> bool {
    own.is_empty()
}

fn is_plain(letterhead: &&LetterheadRecord) -> bool {
    letterhead.is_plain()
}

/// Reads a document and checks all of it.
///
/// # Errors
/// An [`ImportFault`] with the first place that does not fit: too large, not JSON, not this format,
/// a newer version of it, unknown or missing fields, values that cannot be, dangling references,
/// ids that stand twice, a broken ledger.
pub fn read(bytes: &[u8]) -> Result<PracticeRecord, ImportFault> {
    limits::size(bytes)?;
    fault::refuse_other_formats(bytes, FORMAT, VERSION)?;
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let incoming: Incoming =
        serde_path_to_error::deserialize(&mut json).map_err(ImportFault::reading)?;
    json.end().map_err(|error| ImportFault::syntax(&error))?;
    let record = PracticeRecord {
        coach: incoming.coach,
        organisations: incoming.organisations,
        people: incoming.people,
        engagements: incoming.engagements,
        templates: incoming.templates,
        questions: incoming.questions,
        letterhead: incoming.letterhead,
        keeps: incoming.keeps,
        own: incoming.own,
    };
    check(&record)?;
    Ok(record)
}

/// Reads a file that may hold a document, but never more than a document may hold.
///
/// # Errors
/// A [`Failure`] when it cannot be read or is larger than [`LARGEST`] bytes.
pub fn bytes_of(file: &Path) -> Result<Vec<u8>, Failure> {
    limits::bytes_of(file)
}

/// Writes a document in its one form: the same practice gives the same bytes.
///
/// # Errors
/// [`ImportFault`] when the memory for it cannot be had.
pub fn write(record: &PracticeRecord) -> Result<Vec<u8>, ImportFault> {
    let mut document = Outgoing {
        format: FORMAT,
        version: VERSION,
        coach: &record.coach,
        organisations: record.organisations.iter().collect(),
        people: record.people.iter().collect(),
        engagements: record.engagements.iter().collect(),
        templates: record.templates.iter().collect(),
        questions: &record.questions,
        letterhead: &record.letterhead,
        keeps: record.keeps,
        own: &record.own,
    };
    document.organisations.sort_by_key(|each| &each.id);
    document.people.sort_by_key(|each| &each.id);
    document.engagements.sort_by_key(|each| &each.id);
    document.templates.sort_by_key(|each| &each.id);
    let mut bytes =
        serde_json::to_vec_pretty(&document).map_err(|error| ImportFault::syntax(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads the whole practice out of a vault.
///
/// # Errors
/// A [`Failure`] when the database does not answer.
pub(crate) fn take(tx: &Tx<'_>) -> Result<PracticeRecord, Failure> {
    let mut engagements = Vec::new();
    for id in store::engagement::ids(tx)? {
        if let Some(case) = store::engagement::load(tx, &id)? {
            engagements.push(case.engagement);
        }
    }
    Ok(PracticeRecord {
        coach: store::coach::get(tx)?,
        organisations: store::organisation::all(tx)?,
        people: store::person::all(tx)?,
        engagements,
        templates: store::template::all(tx)?,
        questions: store::question::all(tx)?,
        letterhead: LetterheadRecord::of(store::letterhead::get(tx)?),
        keeps: Some(store::setting::keeps(tx)?).filter(|keeps| *keeps != Keeps::default()),
        own: OwnRecord::take(tx)?,
    })
}

/// Puts a practice that [`check`] has passed into a vault, inside the caller's transaction. The
/// vault's own coach stays where there is one.
///
/// # Errors
/// A [`Failure`] with the place of the first id that the vault has already; or when the database
/// does not answer. The caller's transaction is then to be given up.
pub(crate) fn put(tx: &Tx<'_>, record: &PracticeRecord) -> Result<(), Failure> {
    if store::coach::get(tx)? == Coach::default() {
        store::coach::set(tx, &record.coach)?;
        if !record.letterhead.is_plain() {
            store::letterhead::set(tx, &record.letterhead.read()?)?;
        }
        if let Some(keeps) = record.keeps {
            store::setting::set_keeps(tx, keeps)?;
        }
    }
    for (at, organisation) in record.organisations.iter().enumerate() {
        store::organisation::insert(tx, organisation)
            .map_err(|error| refused("organisations", at, error))?;
    }
    for (at, person) in record.people.iter().enumerate() {
        store::person::insert(tx, person).map_err(|error| refused("people", at, error))?;
    }
    for (at, engagement) in record.engagements.iter().enumerate() {
        store::engagement::insert(tx, engagement)
            .map_err(|error| refused("engagements", at, error))?;
    }
    for (at, template) in record.templates.iter().enumerate() {
        store::template::insert(tx, template).map_err(|error| refused("templates", at, error))?;
    }
    for (at, question) in record.questions.iter().enumerate() {
        store::question::insert(tx, question).map_err(|error| refused("questions", at, error))?;
    }
    record.own.put(tx)
}

/// What the store refuses, with its place in the document.
fn refused(list: &str, at: usize, error: StoreError) -> Failure {
    let place = format!("{list}[{at}]");
    match error {
        StoreError::Clash { what } => ImportFault::there_already(place, &what).into(),
        // Everything that can dangle or be refused is found by `check` first; this is the net below.
        StoreError::Dangling | StoreError::Refused { .. } => {
            ImportFault::inconsistent(place, "does not fit together").into()
        }
        other => other.into(),
    }
}
