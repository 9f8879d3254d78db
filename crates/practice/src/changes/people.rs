//! People, organisations, and the coach's own details.

use coaching::ids::{OrganisationId, PersonId};
use coaching::record::{Coach, Organisation, Person};
use store::Tx;

use super::{made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{maybe_name, name};
use crate::types::{Made, SaveOrganisation, SavePerson, Who};

impl Desk {
    /// Keeps the coach's own details.
    ///
    /// # Errors
    /// When the name is blank.
    pub fn save_coach(&mut self, coach: Coach) -> Result<(), Failure> {
        let coach = Coach {
            name: name("name", &coach.name)?,
            credentials: maybe_name("credentials", &coach.credentials)?,
            email: maybe_name("email", &coach.email)?,
            phone: maybe_name("phone", &coach.phone)?,
            address: lines("address", &coach.address)?,
        };
        self.change("save coach", |tx, _| Ok(store::coach::set(tx, &coach)?))
    }

    /// Adds or changes a person.
    ///
    /// # Errors
    /// When a name is blank, or the person is not there.
    pub fn save_person(&mut self, ask: SavePerson) -> Result<Made, Failure> {
        self.change("save person", |tx, _| {
            let organisation = organisation(tx, "organisation", &ask.organisation)?;
            let is_new = ask.id.is_none();
            let person = Person {
                id: ask.id.map_or_else(|| new_id(PersonId::new), Ok)?,
                name: name("name", &ask.name)?,
                called: maybe_name("called", &ask.called)?,
                title: maybe_name("title", &ask.title)?,
                organisation,
                email: maybe_name("email", &ask.email)?,
                phone: maybe_name("phone", &ask.phone)?,
            };
            if is_new {
                store::person::insert(tx, &person)?;
            } else {
                store::person::update(tx, &person)?;
            }
            Ok(made(&person.id))
        })
    }

    /// Changes an organisation's name and place.
    ///
    /// # Errors
    /// When the name is blank, or the organisation is not there.
    pub fn save_organisation(&mut self, ask: SaveOrganisation) -> Result<(), Failure> {
        let organisation = Organisation {
            id: ask.id,
            name: name("name", &ask.name)?,
            place: maybe_name("place", &ask.place)?,
        };
        self.change("save organisation", |tx, _| {
            Ok(store::organisation::update(tx, &organisation)?)
        })
    }
}

/// A person by id, or a new one.
pub(super) fn person(tx: &Tx<'_>, field: &str, who: &Who) -> Result<PersonId, Failure> {
    match who {
        Who::Known(id) => match store::person::get(tx, id)? {
            Some(person) => Ok(person.id),
            None => Err(Failure::missing("person").at(field)),
        },
        Who::New {
            name: typed,
            title,
            organisation: place,
        } => {
            let person = Person {
                id: new_id(PersonId::new)?,
                name: name(field, typed)?,
                called: String::new(),
                title: maybe_name(field, title)?,
                organisation: organisation(tx, field, place)?,
                email: String::new(),
                phone: String::new(),
            };
            store::person::insert(tx, &person)?;
            Ok(person.id)
        }
    }
}

/// An organisation found again by its name, or made; none for a blank name.
fn organisation(tx: &Tx<'_>, field: &str, typed: &str) -> Result<Option<OrganisationId>, Failure> {
    let typed = maybe_name(field, typed)?;
    if typed.is_empty() {
        return Ok(None);
    }
    let same = |known: &Organisation| known.name.to_lowercase() == typed.to_lowercase();
    if let Some(known) = store::organisation::all(tx)?.into_iter().find(same) {
        return Ok(Some(known.id));
    }
    let id = new_id(OrganisationId::new)?;
    let made = Organisation {
        id: id.clone(),
        name: typed,
        place: String::new(),
    };
    store::organisation::insert(tx, &made)?;
    Ok(Some(id))
}

/// A name in several lines, like an address.
fn lines(field: &str, typed: &str) -> Result<String, Failure> {
    let lines: Result<Vec<_>, _> = typed
        .trim()
        .lines()
        .map(|line| maybe_name(field, line))
        .collect();
    Ok(lines?.join("\n"))
}
