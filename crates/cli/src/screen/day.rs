//! Today: the lines in their order, under how pressing they are.

use practice::types::{Today, TodayLine};

use super::Page;
use crate::messages;

/// What is next and what needs care; with all, what was put off as well.
pub fn today(today: &Today, all: bool) -> String {
    let mut page = Page::default();
    page.line(&today.on.to_string());
    if today.lines.is_empty() {
        page.item(messages::NOTHING_TODAY);
    }
    let mut last = None;
    for line in &today.lines {
        if last.replace(line.urgency) != Some(line.urgency) {
            page.heading(messages::urgency(line.urgency));
        }
        page.item(&one(line));
    }
    if all && !today.put_off.is_empty() {
        page.heading(messages::PUT_OFF);
        for line in &today.put_off {
            page.item(&one(line));
            if let Some(until) = line.until {
                page.under(&messages::back_on(until));
            }
        }
    }
    page.text
}

fn one(line: &TodayLine) -> String {
    let day = line.on.map_or("-".to_owned(), |on| on.to_string());
    format!("{day:<12}{}", messages::today_line(line))
}
