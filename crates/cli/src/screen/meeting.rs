//! What helps to prepare a three-way meeting.

use practice::types::{AgendaLine, MeetingPage};
use practice::words::CommitmentStatus;

use super::{Page, plain};
use crate::messages;
use crate::messages::meetings as words;

/// One meeting, as the coach prepares it.
pub fn meeting_ahead(page_of: &MeetingPage) -> String {
    let m = page_of;
    let mut page = Page::default();
    page.line(&messages::meeting(m.kind, m.status, &m.on.to_string()));
    page.line(&words::sessions(m.sessions_held, m.sessions_planned));
    page.heading(words::AGENDA);
    let own = !m.agenda.is_empty();
    let agenda = if own { &m.agenda } else { &m.usual_agenda };
    if !own {
        page.line(words::USUAL);
    }
    for point in agenda {
        page.item(&words::point(
            &point.text,
            point.minutes,
            &speaker(m, point),
        ));
    }
    page.heading(words::AGREED);
    for row in &m.drift {
        page.item(&row.now);
        page.under(&messages::capital(&plain(&row.drift)));
        for telling in &row.tellings {
            let by = telling.by.map(|by| by.to_string());
            page.under(&messages::telling(&telling.name, telling.state, by));
        }
    }
    if !m.last_decisions.is_empty() {
        page.heading(words::DECIDED);
        m.last_decisions.iter().for_each(|text| page.item(text));
    }
    let open: Vec<_> = m
        .promised
        .iter()
        .filter(|card| card.status == CommitmentStatus::Open)
        .collect();
    if !open.is_empty() {
        page.heading(words::PROMISED);
        for card in open {
            let due = card.due.map(|due| due.to_string());
            page.item(&messages::commitment(&card.by_name, &card.text, due, None));
        }
    }
    if !m.support.is_empty() {
        page.heading(words::SUPPORT);
        m.support.iter().for_each(|note| page.item(&note.text));
    }
    page.heading(words::BOUNDARIES);
    match m.clarity.effective {
        Some(day) => page.line(&words::in_force(&day.to_string())),
        None => page.line(words::NOTHING_IN_FORCE),
    }
    for unnamed in &m.clarity.unnamed {
        page.item(&words::unnamed(&plain(&unnamed.role), unnamed.topics.len()));
    }
    for name in &m.clarity.without_assent {
        page.item(&words::without_assent(name));
    }
    for why in &m.clarity.again {
        page.item(words::again(*why));
    }
    page.text
}

fn speaker(m: &MeetingPage, point: &AgendaLine) -> String {
    use practice::meetings::Speaker;
    match &point.speaker {
        Speaker::Everybody => words::EVERYBODY.to_owned(),
        Speaker::Coach => words::COACH.to_owned(),
        Speaker::Party(id) => {
            let found = m.parties.iter().find(|party| party.id == *id);
            found.map_or(String::new(), |party| party.name.clone())
        }
    }
}
