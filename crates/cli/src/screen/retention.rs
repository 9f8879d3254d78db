//! How long things are kept, holds, and disposal.

use practice::types::{CertificateCard, DisposalPage, Disposed, RetentionCard, RetentionPage};

use super::{Page, day_or_dash, table};
use crate::messages;

/// What is kept until when, then the certificates.
pub fn retention(retention: &RetentionPage) -> String {
    let mut page = Page::default();
    if retention.engagements.is_empty() {
        page.line(messages::NOTHING_ENDED);
    } else {
        let mut rows = vec![messages::RETENTION_COLUMNS.map(str::to_owned)];
        rows.extend(retention.engagements.iter().map(row));
        page.block(&table(&rows));
    }
    if !retention.certificates.is_empty() {
        page.line(messages::CERTIFICATES);
        for card in &retention.certificates {
            page.line(&messages::certified(card));
        }
    }
    page.text
}

/// One engagement, after a hold was set or lifted.
pub fn held(card: &RetentionCard) -> String {
    table(&[messages::RETENTION_COLUMNS.map(str::to_owned), row(card)])
}

/// What would go.
pub fn disposal(disposal: &DisposalPage) -> String {
    let mut page = Page::default();
    page.line(&messages::would_go(disposal));
    page.block(&items(&disposal.items));
    page.line(messages::NOT_YET_GONE);
    page.text
}

/// What went.
pub fn certificate(card: &CertificateCard) -> String {
    let mut page = Page::default();
    page.line(&messages::certified(card));
    page.block(&items(&card.items));
    for place in &card.still_in {
        page.line(&messages::still_in(place));
    }
    page.text
}

fn row(card: &RetentionCard) -> [String; 5] {
    [
        card.name.clone(),
        card.coachee.clone(),
        day_or_dash(card.ended),
        messages::kept_for(&card.reflective),
        messages::kept_for(&card.record),
    ]
}

fn items(items: &[Disposed]) -> String {
    let mut rows = vec![messages::DISPOSED_COLUMNS.map(str::to_owned)];
    rows.extend(items.iter().map(|item| {
        [
            item.count.to_string(),
            messages::plain(&item.kind),
            item.sha256.clone(),
        ]
    }));
    table(&rows)
}
