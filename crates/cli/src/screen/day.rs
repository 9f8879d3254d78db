//! Today: the lines in their order, under how pressing they are.

use practice::types::{SeriesPage, SessionPage, Today, TodayLine};
use practice::words::GoalStatus;

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

/// What to look at before a session.
pub fn prepare(session: &SessionPage) -> String {
    let (mut page, before) = (Page::default(), &session.before);
    page.line(&messages::session_of(
        &session.coachee,
        session.on,
        &session.at,
        session.minutes,
    ));
    session
        .odd
        .iter()
        .for_each(|odd| page.item(messages::odd(*odd)));
    if let Some(days) = before.days_since {
        page.item(&messages::days_since(days));
    }
    if let (Some(days), Some(meeting)) = (before.days_until_meeting, &before.next_meeting) {
        page.item(&messages::days_until_meeting(days, meeting.kind.word()));
    }
    page.heading(messages::LAST_TIME);
    if before.last.is_none() {
        page.item(messages::FIRST_SESSION);
    }
    let texts = [&before.last_opening, &before.last_record];
    let texts = texts.into_iter().filter(|text| !text.trim().is_empty());
    texts.for_each(|text| page.item(text));
    let sent = Some(session.preparation.clone()).filter(|sent| !sent.trim().is_empty());
    list(&mut page, messages::SENT_BEFOREHAND, sent);
    let now = session
        .goals
        .iter()
        .filter_map(|goal| goal.versions.get(goal.now?));
    let goes_on = now.filter(|version| {
        matches!(
            version.status,
            GoalStatus::Emerging | GoalStatus::Active | GoalStatus::Paused
        )
    });
    list(
        &mut page,
        messages::GOALS_NOW,
        goes_on.map(|version| version.title.clone()),
    );
    let open = before.open_commitments.iter();
    list(
        &mut page,
        messages::OPEN_PROMISES,
        open.map(|each| format!("{}: {}", each.by_name, each.text)),
    );
    let tried = before.practices.iter().map(|note| note.text.clone());
    list(&mut page, messages::TRIED, tried);
    let growing = before.growing.iter();
    list(
        &mut page,
        messages::GROWING,
        growing.map(|thread| {
            format!(
                "{} ({}): {}",
                thread.subject, thread.insights, thread.latest
            )
        }),
    );
    page.heading(messages::TO_REMEMBER);
    match &before.remembered {
        Some(agreed) => messages::remembered(agreed)
            .iter()
            .for_each(|line| page.item(line)),
        None => page.item(messages::MAY_SAY_NOTHING),
    }
    page.text
}

fn list(page: &mut Page, heading: &str, items: impl IntoIterator<Item = String>) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_some() {
        page.heading(heading);
        items.for_each(|item| page.item(&item));
    }
}

/// The days of a series.
pub fn series(series: &SeriesPage, planned: bool) -> String {
    let mut page = Page::default();
    page.line(messages::series_planned(planned));
    for stop in &series.stops {
        page.item(&stop.on.to_string());
        if let Some(day) = stop.moved_from {
            page.under(&messages::moved_from(day));
        }
        stop.odd
            .iter()
            .for_each(|odd| page.under(messages::odd(*odd)));
    }
    page.text
}
