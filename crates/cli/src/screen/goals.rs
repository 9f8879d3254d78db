//! Goals through time, and beside what was agreed.

use practice::day::Day;
use practice::types::{DriftRow, TellingRow};
use practice::view::{GoalStory, VersionSeen};
use practice::words::GoalStatus;

use super::{Page, plain};
use crate::messages;

/// The goals beside what was last agreed.
pub fn drift(on: Day, baseline_on: Option<Day>, rows: &[DriftRow]) -> String {
    let mut page = Page::default();
    page.line(&messages::baseline(baseline_on.map(|on| on.to_string())));
    page.line(&messages::compared(&on.to_string()));
    if rows.is_empty() {
        page.line(messages::NO_GOALS);
    }
    for row in rows {
        let since = row
            .since
            .map_or(String::new(), |since| format!(", {since}"));
        let days = row
            .days
            .map_or(String::new(), |days| format!(" ({})", messages::ago(days)));
        page.heading(&format!(
            "{}{since}{days}",
            messages::capital(&plain(&row.drift))
        ));
        if let Some(agreed) = &row.agreed {
            page.field(messages::AGREED, agreed);
        }
        for goal in &row.became {
            page.field(messages::BECAME, goal);
        }
        if row.became.is_empty() && row.agreed.as_ref() != Some(&row.now) {
            page.field(messages::NOW, &row.now);
        }
        for each in &row.tellings {
            page.field(messages::TELLING, &telling(each));
        }
    }
    page.text
}

fn telling(row: &TellingRow) -> String {
    let by = row.by.map(|by| by.to_string());
    let mut text = messages::telling(&row.name, row.state, by);
    if let Some(since) = row.since {
        text.push_str(&format!(", {since}"));
    }
    if row.overdue {
        text.push_str(messages::OVERDUE);
    }
    text
}

/// Each goal as it stands, and beneath it how it came there.
pub(super) fn stories(page: &mut Page, goals: &[GoalStory]) {
    if !goals.is_empty() {
        page.heading(messages::GOALS);
    }
    for goal in goals {
        let Some(now) = goal.versions().last() else {
            continue;
        };
        let status = match now.status() {
            GoalStatus::Active => String::new(),
            other => format!(" ({})", messages::plain(other.word())),
        };
        page.item(&format!("{}{status}", now.title().text()));
        let mut before: Option<&VersionSeen> = None;
        for version in goal.versions() {
            self::version(page, version, before);
            before = Some(version);
        }
    }
}

/// One wording: its day, what made it, and what is new in it.
fn version(page: &mut Page, version: &VersionSeen, before: Option<&VersionSeen>) {
    let made = version.shift().map_or(messages::BEGAN.to_owned(), |kind| {
        messages::plain(kind.word())
    });
    let title = version.title();
    let new = before.is_none_or(|before| before.title().text() != title.text());
    let title = if new {
        format!(": {}", title.text())
    } else {
        String::new()
    };
    page.under(&format!("{}  {made}{title}", version.on()));
    let text = |line: &Option<_>| {
        line.as_ref()
            .map(|line: &practice::view::Line| line.text().clone())
    };
    for (label, now, was) in [
        (
            messages::IN_THEIR_WORDS,
            version.words(),
            before.map(VersionSeen::words),
        ),
        (
            messages::WHY_IT_MATTERS,
            version.why(),
            before.map(VersionSeen::why),
        ),
        (
            messages::HOW_WE_WOULD_KNOW,
            version.measure(),
            before.map(VersionSeen::measure),
        ),
    ] {
        if was.and_then(text) != text(now) {
            page.deeper(label, now.as_ref());
        }
    }
    page.deeper(messages::REASON, version.reason().as_ref());
    if !version.into().is_empty() {
        page.deepest(&format!(
            "{}: {}",
            messages::BECAME,
            version.into().join("; ")
        ));
    }
    for day in version.agreed() {
        page.deepest(&format!("{} {day}", messages::AGREED_ON));
    }
}
