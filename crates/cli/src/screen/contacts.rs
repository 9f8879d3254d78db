//! The people in a file of contacts.

use practice::types::{ContactSeen, ContactsSeen};

use super::{Page, table};
use crate::messages;

/// The list, with who is there already.
pub fn contacts(seen: &ContactsSeen) -> String {
    let mut rows = vec![messages::CONTACT_COLUMNS.map(str::to_owned)];
    rows.extend(seen.people.iter().map(row));
    let mut page = Page::default();
    page.block(&table(&rows));
    if seen.left_out > 0 {
        page.line(&messages::left_out(seen.left_out));
    }
    page.line(messages::NOTHING_BROUGHT);
    page.text
}

fn row(person: &ContactSeen) -> [String; 6] {
    let there = person.known.is_some();
    [
        (person.place + 1).to_string(),
        person.name.clone(),
        person.organisation.clone(),
        person.title.clone(),
        person.email.clone(),
        if there { messages::THERE_ALREADY } else { "" }.to_owned(),
    ]
}
