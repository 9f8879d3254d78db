//! Contacts of other programs: listed, and brought in.

use std::path::Path;

use practice::types::{BringContacts, ContactsFile, LookAtContacts};
use practice::{Desk, Failure, file_in_base64};

use crate::arguments::Contacts;
use crate::messages;
use crate::output::Answer;
use crate::screen;

/// Lists the people in a file; or brings in those who were chosen, or all who are not there yet.
pub fn contacts(
    open: impl FnOnce() -> Result<Desk, Failure>,
    asked: Contacts,
    json: bool,
) -> Result<Answer, Failure> {
    let kind = kind(&asked.file)?;
    let file = file_in_base64(&asked.file)?;
    let mut desk = open()?;
    let seen = desk.look_at_contacts(LookAtContacts {
        file: file.clone(),
        kind,
        columns: None,
    })?;
    if !asked.bring {
        return Answer::of(json, &seen, screen::contacts);
    }
    // Numbers are counted from 1 for people.
    let places = if asked.only.is_empty() {
        let new = seen.people.iter().filter(|person| person.known.is_none());
        new.map(|person| person.place).collect()
    } else {
        let numbers = asked.only.into_iter();
        let place = |number: u32| number.checked_sub(1).ok_or_else(messages::no_such_number);
        numbers.map(place).collect::<Result<_, _>>()?
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
