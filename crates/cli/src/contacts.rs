//! Contacts of other programs: listed, and brought in.

use std::path::Path;

use practice::types::{BringContacts, ContactsFile, LookAtContacts};
use practice::{Desk, Failure, file_in_base64};

use crate::messages;
use crate::output::Answer;
use crate::screen;

/// Lists the people in a file; or brings in those who were chosen, or all who are not there yet.
pub fn contacts(
    open: impl FnOnce() -> Result<Desk, Failure>,
    path: &Path,
    bring: bool,
    only: Vec<u32>,
    json: bool,
) -> Result<Answer, Failure> {
    let kind = kind(path)?;
    let file = file_in_base64(path)?;
    let mut desk = open()?;
    let seen = desk.look_at_contacts(LookAtContacts {
        file: file.clone(),
        kind,
        columns: None,
    })?;
    if !bring {
        return Answer::of(json, &seen, screen::contacts);
    }
    // Numbers are counted from 1 for people.
    let places = if only.is_empty() {
        let new = seen.people.iter().filter(|person| person.known.is_none());
        new.map(|person| person.place).collect()
    } else {
        only.into_iter()
            .map(|number| number.saturating_sub(1))
            .collect()
    };
    let brought = desk.bring_contacts(BringContacts {
        file,
        kind,
        columns: None,
        places,
    })?;
    Answer::of(json, &brought, messages::brought)
}

fn kind(path: &Path) -> Result<ContactsFile, Failure> {
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match ending.as_str() {
        "vcf" | "vcard" => Ok(ContactsFile::Cards),
        "csv" | "tsv" | "txt" => Ok(ContactsFile::Table),
        _ => Err(messages::not_contacts()),
    }
}
