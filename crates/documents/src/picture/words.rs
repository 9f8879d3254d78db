//! What the picture shows, in words: for those who cannot see it, and for formats without one.

use coaching::day::Day;
use coaching::view::{GoalStory, VersionSeen};
use coaching::words::{MeetingStatus, SessionStatus};

use super::story::{Seen, Story};
use crate::content::Block;
use crate::language::fill;
use crate::parts::Desk;

/// The picture in a sentence, and where it stands in words.
pub(super) fn alt(desk: &Desk, seen: &Seen, story: &Story) -> String {
    let w = desk.w;
    let held = story.sessions.iter().filter(|(_, held)| *held).count();
    fill(
        w.picture.alt,
        &[
            ("from", &w.day(story.from)),
            ("to", &w.day(story.to)),
            ("goals", &story.lanes.len().to_string()),
            ("sessions", &held.to_string()),
            ("meetings", &story.meetings.len().to_string()),
            ("insights", &seen.insights.len().to_string()),
            ("heading", w.picture.words_heading),
        ],
    )
}

/// A table of all that happened to the goals and at meetings, by day; and the sessions and insights,
/// which are many, each in a line.
pub(super) fn blocks(desk: &Desk, seen: &Seen) -> Vec<Block> {
    let w = desk.w;
    let p = w.picture;
    let mut rows: Vec<(Day, u8, [String; 2])> = Vec::new();
    for story in seen.goals {
        for (index, version) in story.versions().iter().enumerate() {
            let before = index.checked_sub(1).and_then(|i| story.versions().get(i));
            rows.push((*version.on(), 1, happened(desk, version, before)));
        }
        rows.extend(told(desk, story));
    }
    let meetings = seen.meetings.iter();
    for meeting in meetings.filter(|m| *m.status() != MeetingStatus::Cancelled) {
        let agreed: Vec<&str> = seen
            .baselines
            .iter()
            .filter(|baseline| baseline.on() == meeting.on() && baseline.kind() == meeting.kind())
            .flat_map(|baseline| baseline.goals())
            .map(|goal| goal.wording().text().as_str())
            .collect();
        let name = (w.occasion)(*meeting.kind()).name;
        let what = if agreed.is_empty() {
            name.to_owned()
        } else {
            fill(p.agreed_at, &[("meeting", name)])
        };
        rows.push((*meeting.on(), 0, [what, agreed.join("\n")]));
    }
    rows.sort();
    let rows = rows
        .into_iter()
        .map(|(on, _, [what, goal])| vec![w.day(on), what, goal])
        .collect();
    let mut blocks = vec![Block::Table {
        head: [p.when, p.what, p.goal].map(str::to_owned).to_vec(),
        rows,
    }];
    let sessions = seen.attendance.map_or(Vec::new(), |attendance| {
        let sessions = attendance.sessions().iter();
        let held = sessions.filter(|one| *one.status() == SessionStatus::Held);
        held.map(|one| *one.on()).collect()
    });
    let insights = seen.insights.iter().map(|line| *line.on()).collect();
    blocks.extend(days(desk, p.sessions_on, sessions));
    blocks.extend(days(desk, p.insights_on, insights));
    blocks
}

/// What happened to a goal on a day, and how it read from then on.
fn happened(desk: &Desk, version: &VersionSeen, before: Option<&VersionSeen>) -> [String; 2] {
    let w = desk.w;
    let what = version
        .shift()
        .map_or(w.label.first_wording, |kind| (w.shift)(kind));
    let title = version.title().text();
    let goal = match before {
        Some(before) if !version.into().is_empty() => {
            let into: Vec<&str> = version.into().iter().map(String::as_str).collect();
            format!("{} → {}", before.title().text(), w.list(&into))
        }
        Some(before) if before.title().text() != title => {
            format!("{} → {title}", before.title().text())
        }
        _ => title.clone(),
    };
    [what.to_owned(), goal]
}

fn told(desk: &Desk, story: &GoalStory) -> Vec<(Day, u8, [String; 2])> {
    let mut rows = Vec::new();
    for version in story.versions() {
        for told in version.told() {
            let what = fill(desk.w.picture.told_to, &[("name", told.to())]);
            rows.push((*told.on(), 2, [what, version.title().text().clone()]));
        }
    }
    rows
}

/// "Sessions on 3 March 2026, 17 March 2026 and …".
fn days(desk: &Desk, wording: &str, mut days: Vec<Day>) -> Option<Block> {
    days.sort();
    days.dedup();
    let days: Vec<String> = days.into_iter().map(|day| desk.w.day(day)).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    (!days.is_empty()).then(|| Block::Small {
        text: fill(wording, &[("days", &desk.w.list(&days))]),
    })
}
