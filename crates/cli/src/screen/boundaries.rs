//! The boundaries in force, in words.

use practice::types::{AgreementCard, AssentCard, BoundariesPage, ChangeInWords};
use practice::words::Direction;

use super::{Page, plain};
use crate::messages;

/// The version in force: in words, who assented, what changed.
pub fn boundaries(boundaries: &BoundariesPage) -> String {
    let mut page = Page::default();
    let Some(version) = &boundaries.version else {
        page.line(messages::NOTHING_IN_FORCE);
        return page.text;
    };
    let since = version.in_force_from.unwrap_or(version.effective);
    page.line(&messages::in_force_since(&since.to_string()));
    for roles in &boundaries.in_words {
        for rule in &roles.rules {
            page.heading(&rule.lead);
            rule.what.iter().for_each(|what| page.item(what));
        }
    }
    besides(&mut page, version);
    page.heading(messages::ASSENTS);
    version
        .assents
        .iter()
        .for_each(|assent| who(&mut page, assent));
    // Of the first version everything is new, and stands above already.
    if let Some(before) = version.before {
        page.heading(&messages::changes_since(before));
        boundaries
            .changes
            .iter()
            .for_each(|change| changed(&mut page, change));
        if boundaries.changes.is_empty() {
            page.item(messages::NOTHING_CHANGED);
        }
    }
    page.text
}

fn besides(page: &mut Page, version: &AgreementCard) {
    if !version.additions.is_empty() {
        page.heading(messages::AGREED_BESIDES);
        page.block(&version.additions);
    }
}

fn who(page: &mut Page, assent: &AssentCard) {
    let when = match (assent.on, assent.how) {
        (Some(on), Some(how)) => format!("{on}, {}", plain(&how)),
        _ => messages::NOT_YET_ASSENTED.to_owned(),
    };
    let role = messages::role(assent.role);
    page.item(&format!("{}, {role}: {when}", assent.name));
}

fn changed(page: &mut Page, changed: &ChangeInWords) {
    let arrow = match changed.change.direction {
        Direction::Loosens => '↗',
        Direction::Tightens => '↘',
    };
    let direction = plain(&changed.change.direction);
    page.item(&format!("{arrow} {direction}: {}", changed.said_now));
    page.under(&messages::said_before(&changed.said_before));
}
