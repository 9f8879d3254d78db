//! Files with notes of sessions.

use practice::types::NotesSeen;
use practice::words::Chairs;

use super::{Page, day_or_dash, table};
use crate::messages;

/// What would come of each file, with its first words.
pub fn old_notes(seen: &NotesSeen) -> String {
    let mut page = Page::default();
    let mut rows = vec![messages::NOTES_COLUMNS.map(str::to_owned)];
    let numbered = (1..).zip(&seen.files);
    rows.extend(numbered.clone().map(|(number, file)| {
        [
            format!("{number}"),
            messages::notes_will(file.will).to_owned(),
            day_or_dash(file.on),
            file.words.to_string(),
            file.name.clone(),
        ]
    }));
    page.block(&table(&rows));
    for (number, file) in numbered {
        if let Some(why) = file.why {
            page.item(&format!("{number}: {}", messages::why_no_notes(why)));
        }
        if !file.beginning.is_empty() {
            page.item(&format!("{number}: {}", file.beginning));
        }
    }
    if seen.chairs == Chairs::Three {
        page.line(messages::RECORD_OF_THREE);
        return page.text;
    }
    page.line(messages::RECORD_OF_TWO);
    page.line(&messages::new_session_counts(seen.minutes));
    page.line(messages::NOTES_NOT_BROUGHT);
    page.text
}
