//! Who may know an item, who does know it, and why.

use practice::types::WhoCard;

use super::Page;
use crate::messages;

/// The answer, for the coach's eyes.
pub fn who(card: &WhoCard) -> String {
    let mut page = Page::default();
    page.line(&format!(
        "{}, {}, asked on {}",
        messages::capital(&messages::topic(card.topic)),
        card.item_on,
        card.on
    ));
    page.item(&card.text);
    page.heading(messages::MAY_KNOW);
    for party in &card.may {
        page.item(&messages::may_know(party));
    }
    page.heading(messages::DOES_KNOW);
    if card.does.is_empty() {
        page.item(messages::NOBODY_KNOWS);
    }
    for party in &card.does {
        page.item(&messages::does_know(party));
    }
    if !card.papers.is_empty() {
        page.heading(messages::CANNOT_BE_TOLD);
        for paper in &card.papers {
            page.item(&messages::paper(paper));
        }
    }
    if !card.releases.is_empty() {
        page.heading(messages::RELEASED_OF_IT);
        for release in &card.releases {
            page.item(&format!("“{}”", release.wording));
            page.under(&messages::released(release));
        }
    }
    page.text
}
