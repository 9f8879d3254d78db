//! The end of an engagement, step by step, and the letterhead.

use practice::types::{ClosingPage, ClosingStep, LetterheadPage, SummaryCard};

use super::{Page, table};
use crate::messages;

/// What the end asks for, and how far each of it has come.
pub fn closing(closing: &ClosingPage) -> String {
    let mut page = Page::default();
    page.line(&messages::closing_on(&closing.engagement_name, closing.on));
    if let Some(ended) = closing.ended {
        page.line(&messages::the_end(ended, closing.early));
        if !closing.words.is_empty() {
            page.line(&closing.words);
        }
    }
    let mut rows: Vec<[String; 3]> = vec![messages::CLOSING_COLUMNS.map(str::to_owned)];
    rows.extend(closing.steps.iter().map(step));
    page.block(&table(&rows));
    let untold = closing.untold.iter();
    list(
        &mut page,
        messages::UNTOLD,
        untold.map(|each| messages::untold(&each.telling.name, &each.title)),
    );
    let promises = closing.promises.iter();
    list(
        &mut page,
        messages::PROMISES_OPEN,
        promises.map(|each| format!("{}: {}", each.by_name, each.text)),
    );
    let summaries = closing.summaries.iter();
    list(
        &mut page,
        messages::SUMMARIES,
        summaries.map(|each| format!("{}: {}", each.for_whom, state(each))),
    );
    let follow_ups = closing.follow_ups.iter();
    list(
        &mut page,
        messages::FOLLOW_UPS,
        follow_ups.map(|each| messages::due(each.due, each.done)),
    );
    if let Some(clocks) = &closing.clocks {
        page.line(&messages::kept_until(clocks.reflective, clocks.record));
    }
    page.text
}

fn list(page: &mut Page, heading: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.map(|line| format!("  {line}\n")).collect();
    if !lines.is_empty() {
        page.block(&format!("{heading}\n{}", lines.concat()));
    }
}

fn step(step: &ClosingStep) -> [String; 3] {
    let state = messages::step_state(step.state);
    let state = match (step.count, step.of) {
        (0, 0) => state.to_owned(),
        (n, 0) => format!("{state} ({n})"),
        (n, all) => format!("{state} ({n}/{all})"),
    };
    let on = step.on.map_or(String::new(), |on| on.to_string());
    [messages::step_of(step.what).to_owned(), state, on]
}

fn state(card: &SummaryCard) -> String {
    match (&card.refused, card.role, card.handed_over, card.approved) {
        (Some(refused), ..) => refused.clone(),
        (_, None, ..) => messages::FOR_YOU.to_owned(),
        (_, _, Some(day), _) => messages::handed_over_on(day),
        (_, _, _, Some(day)) => messages::signed_off_on(day),
        _ if card.needs_approval => messages::TO_SIGN.to_owned(),
        _ => messages::READY.to_owned(),
    }
}

/// Name, lines, colour, and whether there is a logo.
pub fn letterhead(letterhead: &LetterheadPage) -> String {
    let mut page = Page::default();
    if letterhead.name.is_empty() {
        page.line(messages::NO_LETTERHEAD);
    } else {
        page.line(&letterhead.name);
    }
    letterhead.lines.iter().for_each(|line| page.line(line));
    if !letterhead.logo.is_empty() {
        page.line(&messages::logo_of(letterhead.width, letterhead.height));
    }
    if !letterhead.colour.is_empty() {
        page.line(&messages::colour(&letterhead.colour, &letterhead.printed));
    }
    page.text
}
