//! Answers as lines for people: plain, aligned, nothing to decode.

mod access;
mod alignment;
mod boundaries;
mod calendar;
mod closing;
mod contacts;
mod day;
mod direction;
mod finding;
mod goals;
mod hours;
mod measures;
mod meeting;
mod old_notes;
mod retention;
mod undoing;
mod who;

use std::fmt::Display;

use practice::day::Day;
use practice::types::{EngagementCard, LedgerCard, SayCard, SayLine};
use practice::view::{CommitmentSeen, Line, MeetingSeen, View};
use practice::words::Voice;

use crate::messages;

pub use access::access;
pub use alignment::alignment;
pub use boundaries::boundaries;
pub use calendar::calendar;
pub use closing::{closing, letterhead};
pub use contacts::contacts;
pub use day::{prepare, series, today};
pub use direction::{direction, threads};
pub use finding::{conflicts, findings, joining};
pub use goals::drift;
pub use hours::{hours, hours_seen, supervision, will};
pub use measures::measures;
pub use meeting::meeting_ahead;
pub use old_notes::old_notes;
pub use retention::{certificate, disposal, held, retention};
pub use undoing::changes;
pub use who::who;

/// The engagements, one a line.
pub fn engagements(list: &[EngagementCard]) -> String {
    if list.is_empty() {
        return messages::NO_ENGAGEMENTS.to_owned();
    }
    let mut rows = vec![messages::ENGAGEMENT_COLUMNS.map(str::to_owned)];
    rows.extend(list.iter().map(|card| {
        [
            card.id.to_string(),
            card.coachee.clone(),
            card.sponsors.join(", "),
            messages::plain(card.status.word()),
            format!("{} of {}", card.held_sessions, card.planned_sessions),
            day_or_dash(card.next_session),
            day_or_dash(card.next_meeting),
        ]
    }));
    table(&rows)
}

/// What one party may see.
pub fn view(view: &View) -> String {
    let mut page = Page::default();
    page.line(&format!(
        "{}, {}, on {}",
        view.chair().name(),
        messages::role(*view.chair().role()),
        view.on()
    ));
    if view.is_empty() {
        page.line(messages::NOTHING_SEEN);
        return page.text;
    }
    let planned = view
        .heading()
        .as_ref()
        .map(|heading| *heading.planned_sessions());
    if let Some(heading) = view.heading() {
        page.line(heading.name());
        let end = heading.ended().or(*heading.planned_end());
        let until = end.map_or(String::new(), |end| format!(" to {end}"));
        page.line(&format!("{}{until}", heading.began()));
    }
    if let Some(attendance) = view.attendance() {
        page.heading(messages::SESSIONS);
        page.item(&messages::sessions(
            *attendance.held(),
            *attendance.cancelled(),
            *attendance.missed(),
            planned,
        ));
    }
    if let Some(fees) = view.fees() {
        page.heading(messages::FEES);
        page.item(fees.text());
    }
    for baseline in view.baselines() {
        page.heading(&format!("{}, {}", messages::GOALS_AGREED, baseline.on()));
        for goal in baseline.goals() {
            page.said(goal.wording());
            page.labelled(messages::HOW_WE_WOULD_KNOW, goal.measure().as_ref());
            goal.released().iter().for_each(|line| page.quoted(line));
        }
    }
    goals::stories(&mut page, view.goals());
    if !view.drift().is_empty() {
        page.heading(messages::DRIFT);
        for row in view.drift() {
            page.item(&format!("{}: {}", plain(row.drift()), row.now()));
            for goal in row.became() {
                page.under(&format!("{}: {goal}", messages::BECAME));
            }
            for telling in row.tellings() {
                let by = telling.by().map(|by| by.to_string());
                page.under(&messages::telling(telling.to(), *telling.state(), by));
            }
        }
    }
    measures::seen(&mut page, view);
    if !view.meetings().is_empty() {
        page.heading(messages::MEETINGS);
        view.meetings()
            .iter()
            .for_each(|each| meeting(&mut page, each));
    }
    if !view.commitments().is_empty() {
        page.heading(messages::COMMITMENTS);
        view.commitments()
            .iter()
            .for_each(|each| page.item(&commitment(each)));
    }
    if !view.positions().is_empty() {
        page.heading(messages::POSITIONS);
        for position in view.positions() {
            let stance = messages::stance(*position.stance());
            page.item(&format!(
                "{}: {stance}, on {}",
                position.party(),
                position.goal()
            ));
            position
                .words()
                .iter()
                .for_each(|words| page.under(words.text()));
        }
    }
    for section in view.sections() {
        page.heading(&messages::heading_of(*section.topic()));
        section.lines().iter().for_each(|line| page.said(line));
    }
    if !view.releases().is_empty() {
        page.heading(messages::RELEASED);
        for release in view.releases() {
            page.item(&format!(
                "{}  {}: {}",
                release.given(),
                release.audience(),
                release.wording().text()
            ));
        }
    }
    if !view.rules().is_empty() {
        page.heading(messages::RULES);
        let rows: Vec<_> = view
            .rules()
            .iter()
            .map(|rule| {
                [
                    messages::role(*rule.role()).to_owned(),
                    messages::topic(*rule.topic()),
                    messages::plain(rule.rule().word()),
                ]
            })
            .collect();
        page.block(&table(&rows));
    }
    page.text
}

fn meeting(page: &mut Page, meeting: &MeetingSeen) {
    page.item(&messages::meeting(
        *meeting.kind(),
        *meeting.status(),
        &meeting.on().to_string(),
    ));
    let there = if meeting.attended().is_empty() {
        meeting.invited()
    } else {
        meeting.attended()
    };
    let names: Vec<&str> = there.iter().map(|party| party.name().as_str()).collect();
    if !names.is_empty() {
        page.under(&names.join(", "));
    }
    for point in meeting.agenda() {
        page.under(point.text().text());
    }
    for decision in meeting.decisions() {
        page.labelled(messages::DECIDED, Some(decision));
    }
    for each in meeting.commitments() {
        page.under(&format!("{}: {}", messages::PROMISED, commitment(each)));
    }
}

fn commitment(commitment: &CommitmentSeen) -> String {
    let due = commitment.due().map(|due| due.to_string());
    messages::commitment(
        commitment.by(),
        commitment.text().text(),
        due,
        *commitment.status(),
    )
}

/// What may be said to a party.
pub fn say(card: &SayCard) -> String {
    let mut page = Page::default();
    page.line(&format!(
        "{}, {}, on {}",
        card.to,
        messages::role(card.role),
        card.on
    ));
    if let Some(held) = card.sessions_held {
        page.line(&format!(
            "{}: {}",
            messages::SESSIONS,
            messages::sessions(held, 0, 0, card.sessions_planned)
        ));
    }
    let nothing =
        card.may.is_empty() && card.coachees_words.is_empty() && card.sessions_held.is_none();
    if nothing {
        page.line(messages::NOTHING_TO_SAY);
    }
    for (heading, lines) in [
        (messages::YOU_MAY_SAY, &card.may),
        (messages::COACHEES_WORDS, &card.coachees_words),
    ] {
        if !lines.is_empty() {
            page.heading(heading);
            lines.iter().for_each(|line| why(&mut page, line));
        }
    }
    for (heading, topics) in [
        (messages::ONLY_THE_COACHEE_TELLS, &card.coachee_tells),
        (messages::NOT_YET, &card.not_yet),
        (messages::STAYS_UNSAID, &card.unsaid),
    ] {
        if !topics.is_empty() {
            page.heading(heading);
            page.item(&messages::topics(topics));
        }
    }
    page.text
}

fn why(page: &mut Page, line: &SayLine) {
    page.item(&line.text);
    page.under(&format!(
        "{} · {}",
        messages::topic(line.topic),
        messages::ground(&line.why)
    ));
}

/// What reached whom.
pub fn ledger(entries: &[LedgerCard]) -> String {
    let mut page = Page::default();
    if entries.is_empty() {
        page.line(messages::LEDGER_EMPTY);
    }
    let mut held = true;
    for entry in entries {
        if held && !entry.holds {
            page.line(messages::LEDGER_BROKEN);
        }
        held = entry.holds;
        page.line(&format!(
            "{:>3}  {}  {}  {}, {} ({})",
            entry.number,
            entry.on,
            entry.to_name,
            messages::teller(entry.by),
            messages::channel(entry.how),
            messages::ground_of_entry(&entry.ground),
        ));
        let what = entry.document.map_or_else(
            || {
                let topic = entry.topic.map_or(String::new(), messages::topic);
                format!("{topic}: {}", entry.wording)
            },
            |kind| messages::document(kind).to_owned(),
        );
        page.indented("     ", &what);
    }
    page.text
}

fn day_or_dash(day: Option<Day>) -> String {
    day.map_or_else(|| "–".to_owned(), |day| day.to_string())
}

/// A word that is kept in kebab case, as it is said.
fn plain<T: serde::Serialize>(word: &T) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|value| value.as_str().map(messages::plain))
        .unwrap_or_default()
}

/// Rows with their columns under each other.
fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A page of text that grows line by line.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.indented("", text);
    }

    fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.line(text);
    }

    fn item(&mut self, text: &str) {
        self.indented("  ", text);
    }

    fn under(&mut self, text: &str) {
        self.indented("      ", text);
    }

    fn field(&mut self, label: &str, text: &str) {
        self.item(&format!("{label:<9}{text}"));
    }

    fn labelled(&mut self, label: impl Display, line: Option<&Line>) {
        if let Some(line) = line {
            self.under(&format!("{label}: {}", line.text()));
        }
    }

    fn deepest(&mut self, text: &str) {
        self.indented("            ", text);
    }

    fn deeper(&mut self, label: impl Display, line: Option<&Line>) {
        if let Some(line) = line {
            self.deepest(&format!("{label}: {}", line.text()));
        }
    }

    /// A line of the record, with whose words it is.
    fn said(&mut self, line: &Line) {
        if *line.voice() == Some(Voice::Coachee) {
            self.quoted(line);
            return;
        }
        let who = line
            .said_by()
            .as_ref()
            .map_or(String::new(), |who| format!("{who}: "));
        self.item(&format!("{who}{}", line.text()));
    }

    /// Released words, as a quotation.
    fn quoted(&mut self, line: &Line) {
        let who = line
            .said_by()
            .as_ref()
            .map_or(String::new(), |who| format!(" — {who}"));
        self.item(&format!("“{}”{who}", line.text()));
    }

    fn block(&mut self, text: &str) {
        text.lines().for_each(|line| self.item(line));
    }

    /// Text of one or more lines, all of them indented.
    fn indented(&mut self, indent: &str, text: &str) {
        for line in text.lines() {
            let line = format!("{indent}{line}");
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows = [["a", "née", "x"], ["long", "b", ""]].map(|row| row.map(str::to_owned));
        assert_eq!(table(&rows), "a     née  x\nlong  b\n");
    }

    #[test]
    fn every_line_of_a_text_is_indented() {
        let mut page = Page::default();
        page.item("one\ntwo\n\nthree  ");
        assert_eq!(page.text, "  one\n  two\n\n  three\n");
    }
}
