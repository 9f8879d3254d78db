//! The sessions in a calendar.

use practice::types::{CalendarSeen, EntrySeen};
use practice::words::EntryWill;

use super::{Page, table};
use crate::messages;

/// The titles, then what would come of each entry.
pub fn calendar(seen: &CalendarSeen) -> String {
    let mut page = Page::default();
    page.line(&messages::looked_at(seen.from, seen.to, &seen.zone));
    page.heading(messages::TITLES);
    for title in &seen.titles {
        let whose = title.engagement.as_ref().map(|id| id.as_str());
        page.item(&messages::title(&title.title, title.count, whose));
    }
    if seen.backwards > 0 {
        page.line(&messages::backwards(seen.backwards));
    }
    if seen.left_out > 0 {
        page.line(&messages::not_told(seen.left_out));
    }
    if seen.sessions.is_empty() {
        page.line(messages::NO_SESSIONS);
        return page.text;
    }
    let mut rows = vec![messages::ENTRY_COLUMNS.map(str::to_owned)];
    let numbered = (1..).zip(&seen.sessions);
    rows.extend(numbered.clone().map(|(number, entry)| row(number, entry)));
    page.block(&table(&rows));
    for (number, entry) in numbered {
        for said in notes(entry) {
            page.item(&format!("{number}: {said}"));
        }
    }
    page.line(messages::SESSIONS_NOT_BROUGHT);
    page.text
}

fn row(number: usize, entry: &EntrySeen) -> [String; 6] {
    [
        number.to_string(),
        messages::will(entry.will).to_owned(),
        entry.on.to_string(),
        entry.at.clone(),
        entry.minutes.to_string(),
        entry.name.clone(),
    ]
}

/// What is to be said of an entry beside its row.
fn notes(entry: &EntrySeen) -> Vec<String> {
    let mut notes = Vec::new();
    if entry.will == EntryWill::Changed {
        notes.extend(entry.was.as_ref().map(messages::was));
    }
    notes.extend(entry.why.map(|why| messages::why_left(why).to_owned()));
    let odd = entry.odd.iter();
    notes.extend(odd.map(|odd| messages::odd(*odd).to_owned()));
    if entry.will.changes_something() && !entry.proposed {
        notes.push(messages::NOT_PROPOSED.to_owned());
    }
    notes
}
