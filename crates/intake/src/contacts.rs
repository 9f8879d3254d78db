//! Contacts out of vCard files, versions 2.1 to 4.0.

use calcard::vcard::{VCard, VCardEntry, VCardProperty, VCardValue};
use calcard::{Entry, Parser};

use crate::text::{is_whole, text};
use crate::{Unreadable, line};

/// The most contacts that one file may hold.
pub const MOST_CONTACTS: usize = 20_000;

/// What a file of contacts held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// The people, in the file's order.
    pub people: Vec<Contact>,
    /// How many cards have no name of a person, or are of a group.
    pub left_out: usize,
}

/// A person in another program's address book. Pictures and all else are left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Its id in that program; may be empty.
    pub uid: String,
    /// The name, never blank.
    pub name: String,
    /// What they are called. May be empty.
    pub called: String,
    /// The organisation. May be empty.
    pub organisation: String,
    /// The job title. May be empty.
    pub title: String,
    /// The first mail address. May be empty.
    pub email: String,
    /// The first telephone number. May be empty.
    pub phone: String,
}

/// Reads a file of contacts.
///
/// # Errors
/// [`Unreadable`].
pub fn contacts(bytes: &[u8]) -> Result<Contacts, Unreadable> {
    const KIND: Unreadable = Unreadable::NotA("a file of contacts (vCard)");
    let text = text(bytes)?;
    if !is_whole(&text, "VCARD") {
        return Err(KIND);
    }
    let mut parser = Parser::new(&text);
    let mut found = Contacts::default();
    let mut cards = 0;
    loop {
        match parser.entry() {
            Entry::VCard(card) => {
                cards += 1;
                if cards > MOST_CONTACTS {
                    return Err(Unreadable::TooMany(MOST_CONTACTS));
                }
                match contact(&card) {
                    Some(contact) => found.people.push(contact),
                    None => found.left_out += 1,
                }
            }
            Entry::Eof => break,
            // A card that breaks off has nothing to be relied on.
            Entry::UnterminatedComponent(_) => return Err(KIND),
            // Lines between the cards, which some programs write.
            _ => {}
        }
    }
    match cards {
        0 if text.trim().is_empty() => Err(Unreadable::Empty),
        0 => Err(KIND),
        _ => Ok(found),
    }
}

fn contact(card: &VCard) -> Option<Contact> {
    let first = |name: &VCardProperty| card.property(name).map(said).unwrap_or_default();
    if matches!(
        first(&VCardProperty::Kind).to_lowercase().as_str(),
        "group" | "org" | "location"
    ) {
        return None;
    }
    let name = Some(first(&VCardProperty::Fn)).filter(|name| !name.is_empty());
    let name = name.or_else(|| card.property(&VCardProperty::N).map(built))?;
    if name.is_empty() {
        return None;
    }
    Some(Contact {
        uid: first(&VCardProperty::Uid),
        name,
        called: first(&VCardProperty::Nickname),
        organisation: first(&VCardProperty::Org),
        title: first(&VCardProperty::Title),
        email: first(&VCardProperty::Email)
            .trim_start_matches("mailto:")
            .to_owned(),
        phone: first(&VCardProperty::Tel)
            .trim_start_matches("tel:")
            .to_owned(),
    })
}

/// The first words of a property.
fn said(entry: &VCardEntry) -> String {
    line(
        entry
            .values
            .first()
            .and_then(VCardValue::as_text)
            .unwrap_or_default(),
    )
}

/// A name out of its parts, which stand as family, given, further, before, after.
fn built(entry: &VCardEntry) -> String {
    let parts: Vec<&str> = match entry.values.first() {
        Some(VCardValue::Component(parts)) => parts.iter().map(String::as_str).collect(),
        _ => entry
            .values
            .iter()
            .filter_map(VCardValue::as_text)
            .collect(),
    };
    let order = [3, 1, 2, 0, 4];
    let parts = order.iter().filter_map(|&at| parts.get(at).copied());
    line(&parts.collect::<Vec<_>>().join(" "))
}
