//! What was changed today, and what was removed.

use practice::types::{ChangeCard, ChangesPage};

use super::{Page, table};
use crate::messages;

/// Today's changes, then what can be put back.
pub fn changes(changes: &ChangesPage) -> String {
    let mut page = Page::default();
    if changes.today.is_empty() {
        page.line(messages::NO_CHANGES);
    } else {
        let at = |card: &ChangeCard| card.at.clone();
        page.block(&rows(&changes.today, at));
    }
    if !changes.removed.is_empty() {
        page.line(messages::REMOVED);
        page.block(&rows(&changes.removed, |card| {
            format!("{} {}", card.day, card.at)
        }));
    }
    page.text
}

fn rows(cards: &[ChangeCard], when: impl Fn(&ChangeCard) -> String) -> String {
    let mut rows = vec![messages::CHANGE_COLUMNS.map(str::to_owned)];
    rows.extend(cards.iter().map(|card| {
        let about = [card.engagement_name.as_str(), card.about.as_str()];
        let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
        [
            card.number.to_string(),
            when(card),
            card.name.clone(),
            about.join(": "),
            messages::change_state(card).to_owned(),
        ]
    }));
    table(&rows)
}
