//! Bringing people in from other programs: looked at first, then all that was chosen or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use coaching::check;
use coaching::ids::{OrganisationId, PersonId};
use coaching::record::{Organisation, Person};
use intake::{Contact, Unreadable};
use store::Tx;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::files::{NotBytes, decoded, encoded, read_up_to};
use crate::types::{
    BringContacts, Brought, ContactColumn, ContactSeen, ContactsFile, ContactsSeen, LookAtContacts,
};

impl Desk {
    /// Looks into a file of contacts: who is in it, and who of them is there already. Keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be read as what it is said to be, or its columns say no name.
    pub fn look_at_contacts(&self, ask: LookAtContacts) -> Result<ContactsSeen, Failure> {
        let read = read(&ask.file, ask.kind, ask.columns)?;
        self.read(|tx, _| seen(tx, read))
    }

    /// Brings in the people at some places of a file: all of them, or nobody.
    ///
    /// # Errors
    /// As [`Desk::look_at_contacts`]; `intake.nobody` when no place is named, `intake.not_there` when
    /// the file has no such place.
    pub fn bring_contacts(&mut self, ask: BringContacts) -> Result<Brought, Failure> {
        let read = read(&ask.file, ask.kind, ask.columns)?;
        let places: BTreeSet<u32> = ask.places.into_iter().collect();
        if places.is_empty() {
            return Err(Failure::new(
                "intake.nobody",
                "Nobody was chosen. Nothing was changed; choose who is to be brought in.",
            ));
        }
        let mut chosen = Vec::new();
        for place in places {
            let contact = usize::try_from(place)
                .ok()
                .and_then(|at| read.people.get(at));
            chosen.push(contact.ok_or_else(|| {
                Failure::new(
                    "intake.not_there",
                    "The file is not the one that was looked at. Nothing was changed; choose it again.",
                )
            })?);
        }
        self.change("bring contacts", |tx, _| bring(tx, &chosen))
    }
}

/// A file's bytes as a command takes them, and no more of them than can be read.
///
/// # Errors
/// `intake.unreadable` when the file cannot be opened or read.
pub fn file_in_base64(file: &Path) -> Result<String, Failure> {
    let unreadable = |_| {
        let what = "This file cannot be read. Nothing was changed; choose another file.";
        Failure::new("intake.unreadable", what).at("file")
    };
    let bytes = read_up_to(file, intake::LARGEST).map_err(unreadable)?;
    Ok(encoded(&bytes))
}

/// A file's bytes out of what a command was given.
pub(super) fn bytes_of(file: &str) -> Result<Vec<u8>, Unreadable> {
    decoded(file, intake::LARGEST).map_err(|fault| match fault {
        NotBytes::TooLarge => Unreadable::TooLarge,
        NotBytes::Unreadable => Unreadable::NotA("a file"),
    })
}

/// The letters and digits of a table's heading, in small letters: programs write it in many ways.
pub(super) fn heading_words(heading: &str) -> String {
    let lower = heading.to_lowercase();
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A file as it was read.
struct Found {
    head: Vec<String>,
    columns: Vec<ContactColumn>,
    people: Vec<Contact>,
    left_out: usize,
}

fn read(
    file: &str,
    kind: ContactsFile,
    columns: Option<Vec<ContactColumn>>,
) -> Result<Found, Failure> {
    let bytes = bytes_of(file)?;
    match kind {
        ContactsFile::Cards => {
            let found = intake::contacts(&bytes)?;
            Ok(Found {
                head: Vec::new(),
                columns: Vec::new(),
                people: found.people.into_iter().map(kept).collect(),
                left_out: found.left_out,
            })
        }
        ContactsFile::Table => table(intake::csv(&bytes)?.rows, columns),
    }
}

/// People out of a table whose first row is its heading.
fn table(rows: Vec<Vec<String>>, columns: Option<Vec<ContactColumn>>) -> Result<Found, Failure> {
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let columns = columns.unwrap_or_else(|| head.iter().map(|cell| meant(cell)).collect());
    if columns.len() != head.len() {
        return Err(Failure::input(
            "columns",
            "columns",
            "The table has another number of columns. Choose the file again.",
        ));
    }
    let names = [
        ContactColumn::Name,
        ContactColumn::GivenName,
        ContactColumn::FamilyName,
    ];
    if !columns.iter().any(|column| names.contains(column)) {
        return Err(Failure::input(
            "columns",
            "no_name",
            "No column says the name. Choose which one does.",
        ));
    }
    let all: Vec<Contact> = rows.map(|row| contact(&columns, &row)).collect();
    let entries = all.len();
    let people: Vec<Contact> = all.into_iter().filter(|one| !one.name.is_empty()).collect();
    Ok(Found {
        left_out: entries - people.len(),
        head,
        columns,
        people,
    })
}

fn contact(columns: &[ContactColumn], row: &[String]) -> Contact {
    let said = |wanted: ContactColumn| {
        let cells = columns.iter().zip(row);
        let mut cells = cells.filter(|(column, cell)| **column == wanted && !cell.is_empty());
        cells.next().map_or(String::new(), |(_, cell)| cell.clone())
    };
    let whole = said(ContactColumn::Name);
    let parts = [
        said(ContactColumn::GivenName),
        said(ContactColumn::FamilyName),
    ];
    kept(Contact {
        uid: String::new(),
        name: if whole.is_empty() {
            parts.join(" ")
        } else {
            whole
        },
        called: said(ContactColumn::Called),
        organisation: said(ContactColumn::Organisation),
        title: said(ContactColumn::Title),
        email: said(ContactColumn::Email),
        phone: said(ContactColumn::Phone),
    })
}

/// What a column's heading suggests, as address books of many programs write it.
fn meant(heading: &str) -> ContactColumn {
    match heading_words(heading).as_str() {
        "name" | "fullname" | "displayname" | "nombre" | "nombrecompleto" => ContactColumn::Name,
        "firstname" | "givenname" | "nombredepila" => ContactColumn::GivenName,
        "lastname" | "familyname" | "surname" | "apellido" | "apellidos" => {
            ContactColumn::FamilyName
        }
        "nickname" | "called" | "apodo" => ContactColumn::Called,
        "title" | "jobtitle" | "organizationtitle" | "organization1title" | "position"
        | "cargo" => ContactColumn::Title,
        "organisation" | "organization" | "company" | "organizationname" | "organization1name"
        | "companyname" | "empresa" => ContactColumn::Organisation,
        "email" | "emailaddress" | "mail" | "email1value" | "primaryemail" | "correo"
        | "correoelectrónico" => ContactColumn::Email,
        "phone" | "phonenumber" | "telephone" | "mobilephone" | "mobile" | "businessphone"
        | "phone1value" | "primaryphone" | "workphone" | "teléfono" => ContactColumn::Phone,
        _ => ContactColumn::Nothing,
    }
}

/// As much of it as the record has room for; what is no name of ours is left behind.
fn kept(contact: Contact) -> Contact {
    let fits = |text: String| {
        if check::is_a_name(text.trim()) {
            text.trim().to_owned()
        } else {
            String::new()
        }
    };
    let shortened = |text: String| fits(text.trim().chars().take(200).collect());
    Contact {
        uid: String::new(),
        name: shortened(contact.name),
        called: fits(contact.called),
        organisation: fits(contact.organisation),
        title: fits(contact.title),
        email: fits(contact.email),
        phone: fits(contact.phone),
    }
}

fn seen(tx: &Tx<'_>, read: Found) -> Result<ContactsSeen, Failure> {
    let known = Known::of(store::person::all(tx)?);
    let places = (0..).zip(read.people);
    Ok(ContactsSeen {
        head: read.head,
        columns: read.columns,
        people: places
            .map(|(place, person)| ContactSeen {
                place,
                known: known.same(&person),
                name: person.name,
                called: person.called,
                title: person.title,
                organisation: person.organisation,
                email: person.email,
                phone: person.phone,
            })
            .collect(),
        left_out: read.left_out,
    })
}

/// The people of the practice, by what tells them apart.
struct Known {
    by_email: BTreeMap<String, PersonId>,
    by_name: BTreeMap<String, Vec<(String, PersonId)>>,
}

impl Known {
    fn of(people: Vec<Person>) -> Self {
        let mut known = Self {
            by_email: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for person in people {
            let email = person.email.to_lowercase();
            let named = known.by_name.entry(person.name.to_lowercase()).or_default();
            named.push((email.clone(), person.id.clone()));
            if !email.is_empty() {
                known.by_email.entry(email).or_insert(person.id);
            }
        }
        known
    }

    /// Somebody with the same mail address; or with the same name, unless both have an address.
    fn same(&self, contact: &Contact) -> Option<PersonId> {
        let email = contact.email.to_lowercase();
        if let Some(id) = self.by_email.get(&email) {
            return Some(id.clone());
        }
        let mut named = self.by_name.get(&contact.name.to_lowercase())?.iter();
        let same = named.find(|(known, _)| email.is_empty() || known.is_empty());
        same.map(|(_, id)| id.clone())
    }
}

fn bring(tx: &Tx<'_>, chosen: &[&Contact]) -> Result<Brought, Failure> {
    let there = store::organisation::all(tx)?.into_iter();
    let mut known: BTreeMap<String, OrganisationId> =
        there.map(|one| (one.name.to_lowercase(), one.id)).collect();
    let mut organisations = 0;
    for contact in chosen {
        let called = contact.organisation.to_lowercase();
        let organisation = match known.get(&called) {
            _ if called.is_empty() => None,
            Some(id) => Some(id.clone()),
            None => {
                let id = new_id(OrganisationId::new)?;
                let made = Organisation {
                    id: id.clone(),
                    name: contact.organisation.clone(),
                    place: String::new(),
                };
                store::organisation::insert(tx, &made)?;
                organisations += 1;
                known.insert(called, id.clone());
                Some(id)
            }
        };
        let person = Person {
            id: new_id(PersonId::new)?,
            name: contact.name.clone(),
            called: contact.called.clone(),
            title: contact.title.clone(),
            organisation,
            email: contact.email.clone(),
            phone: contact.phone.clone(),
        };
        store::person::insert(tx, &person)?;
    }
    Ok(Brought {
        people: chosen.len(),
        organisations,
    })
}
