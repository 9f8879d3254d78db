//! The case sheet for supervision.

use coaching::case_sheet::{CaseSheet, GoalOfCase, LineOfCase, MeetingOfCase, VersionOfCase, When};
use coaching::nameless::Nameless;
use coaching::words::{Topic, Voice};

use super::nameless::{say, who};
use super::nameless_content;
use crate::alignment::{beliefs_of_case, clashes_of_case};
use crate::content::{Block, Content, Fact, Item, Kind, Moment};
use crate::language::{Words, fill, words};
use crate::measures;
use crate::parts::{capital, fact, paragraph, section};

/// The sheet that the coach takes to supervision.
#[must_use]
pub fn case_sheet(sheet: &CaseSheet) -> Content {
    let w = words(*sheet.language());
    let s = &w.others.sheet;
    let mut sections = vec![
        section(s.question, question(w, sheet)),
        section(s.agreed, agreed(w, sheet)),
        section(s.goals, goals(w, sheet)),
        section(s.meetings, meetings(w, sheet)),
        section(s.promises, promises(w, sheet)),
        section(s.positions, positions(w, sheet)),
        section(w.alignment.beliefs, beliefs_of_case(w, sheet)),
        section(w.alignment.clashes, clashes_of_case(w, sheet)),
    ];
    for topic in sheet.sections() {
        let long = matches!(topic.topic(), Topic::SessionContent | Topic::Reflections);
        let blocks = if long {
            by_session(w, topic.lines())
        } else {
            vec![Block::List {
                items: topic.lines().iter().map(|line| item(w, line)).collect(),
            }]
        };
        sections.push(section(&capital((w.topic)(*topic.topic())), blocks));
    }
    if sections.iter().all(Option::is_none) {
        sections.push(section(s.goals, vec![paragraph(s.none_yet)]));
    }
    sections.push(section(
        s.about,
        vec![paragraph(s.about_1), paragraph(s.about_2)],
    ));
    let reader = w.others.frame.supervision_reader;
    Content {
        facts: head(w, sheet),
        sections: sections.into_iter().flatten().collect(),
        ..nameless_content(Kind::CaseSheet, *sheet.language(), *sheet.on(), reader)
    }
}

fn head(w: &Words, sheet: &CaseSheet) -> Vec<Fact> {
    let s = &w.others.sheet;
    let mut facts = Vec::new();
    let people: Vec<String> = sheet.people().iter().map(|one| who(w, *one)).collect();
    if !people.is_empty() {
        facts.push(fact(s.people, capital(&people.join(", "))));
    }
    let wording = match (sheet.held(), sheet.planned()) {
        (Some(_), Some((planned, _))) if *planned > 0 => s.held,
        (Some(_), _) => s.held_unplanned,
        (None, Some((planned, _))) if *planned > 0 => s.planned,
        (None, _) => return facts,
    };
    let (planned, minutes) = sheet.planned().unwrap_or_default();
    let held = sheet.held().unwrap_or_default();
    let numbers = [
        ("held", held.to_string()),
        ("planned", planned.to_string()),
        ("minutes", minutes.to_string()),
    ];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(n, v)| (*n, v.as_str())).collect();
    facts.push(fact(s.sessions, fill(wording, &numbers)));
    facts
}

pub(crate) fn when(w: &Words, when: When) -> String {
    let s = &w.others.sheet;
    let numbered = |wording: &str, n: u16| fill(wording, &[("n", &n.to_string())]);
    match when {
        When::BeforeTheFirst => s.before_first.to_owned(),
        When::In(n) => numbered(s.in_session, n),
        When::After(n) => numbered(s.after_session, n),
        When::Untold => String::new(),
    }
}

pub(crate) fn joined(parts: [String; 2]) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

fn question(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let text = say(w, sheet.question());
    if text.trim().is_empty() {
        return Vec::new();
    }
    vec![Block::Lead { text }]
}

fn measured(w: &Words, measure: Option<&Nameless>) -> Option<Fact> {
    measure.map(|measure| fact(w.label.measure, say(w, measure)))
}

fn agreed(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let mut blocks = Vec::new();
    for baseline in sheet.baselines() {
        let name = capital((w.others.meeting)(*baseline.kind()));
        blocks.push(Block::Subheading {
            text: joined([name, when(w, *baseline.when())]),
        });
        let items = baseline.goals().iter().map(|(wording, measure)| Item {
            text: say(w, wording),
            note: measure.as_ref().map_or(String::new(), |measure| {
                format!("{}: {}", w.label.measure, say(w, measure))
            }),
        });
        blocks.push(Block::List {
            items: items.collect(),
        });
    }
    blocks
}

fn goals(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let numbered = sheet.goals().iter().zip(1..);
    numbered
        .filter_map(|(goal, n)| {
            let now = goal.versions().last()?;
            Some(Block::Goal {
                number: w.goal_number(n, sheet.goals().len()),
                title: say(w, now.title()),
                facts: vec![fact(w.label.became, (w.status)(*now.status()))],
                blocks: vec![story(w, goal)],
            })
        })
        .collect()
}

fn story(w: &Words, goal: &GoalOfCase) -> Block {
    let mut before: Option<&VersionOfCase> = None;
    let mut moments = Vec::new();
    for version in goal.versions() {
        let reworded = before.is_none_or(|before| before.title() != version.title());
        moments.push(Moment {
            when: capital(&when(w, *version.when())),
            label: version.shift().map_or_else(
                || w.others.sheet.first.to_owned(),
                |(kind, _)| (w.shift)(kind).to_owned(),
            ),
            title: if reworded {
                say(w, version.title())
            } else {
                String::new()
            },
            blocks: wording(w, version, before),
        });
        before = Some(version);
    }
    Block::Timeline { moments }
}

/// What a version says that the one before it did not.
fn wording(w: &Words, version: &VersionOfCase, before: Option<&VersionOfCase>) -> Vec<Block> {
    let s = &w.others.sheet;
    let l = &w.label;
    let fresh = |now: &Option<Nameless>, then: Option<&Option<Nameless>>, label: &str| {
        let now = now.as_ref().filter(|_| then != Some(now))?;
        Some(fact(label, say(w, now)))
    };
    let mut items: Vec<Fact> = Vec::new();
    items.extend(fresh(
        version.words(),
        before.map(VersionOfCase::words),
        s.words,
    ));
    items.extend(fresh(version.why(), before.map(VersionOfCase::why), l.why));
    items.extend(
        measured(w, version.measure().as_ref())
            .filter(|_| before.map(VersionOfCase::measure) != Some(version.measure())),
    );
    let prompt = version.shift().and_then(|(_, prompt)| (w.prompt)(prompt));
    items.extend(prompt.map(|prompt| fact(l.moved_by, prompt)));
    items.extend(fresh(version.reason(), None, l.reason));
    let into: Vec<String> = version.into().iter().map(|title| say(w, title)).collect();
    if !into.is_empty() {
        items.push(fact(l.into, into.join("\n")));
    }
    items.extend(measured_by(w, version));
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Facts { items }]
}

/// What a version was measured by, each number with its session.
fn measured_by(w: &Words, version: &VersionOfCase) -> Vec<Fact> {
    let s = &w.others.sheet;
    let line = |number: String, at: When| joined([number, when(w, at)]);
    let scores = version.scores().iter();
    let scores = scores.map(|&(at, level)| line(measures::level(level), at));
    let ratings = version.ratings().iter();
    let ratings = ratings.map(|&(at, mark)| line(format!("{mark}/10"), at));
    let combined = version.combined().iter().map(|&(at, raters, tenths)| {
        let said = [
            ("mean", measures::signed_tenths(w, tenths)),
            ("n", raters.to_string()),
        ];
        let said = said.each_ref().map(|(name, value)| (*name, value.as_str()));
        line(fill(s.of_raters, &said), at)
    });
    [
        (s.scored, scores.collect::<Vec<_>>()),
        (s.rated, ratings.collect()),
        (s.raters, combined.collect()),
    ]
    .into_iter()
    .filter(|(_, lines)| !lines.is_empty())
    .map(|(label, lines)| fact(label, lines.join("\n")))
    .collect()
}

fn meetings(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    if sheet.meetings().is_empty() {
        return Vec::new();
    }
    let moments = sheet.meetings().iter().map(|meeting| Moment {
        when: capital(&when(w, *meeting.when())),
        label: String::new(),
        title: capital((w.others.meeting)(*meeting.kind())),
        blocks: meeting_blocks(w, meeting),
    });
    vec![Block::Timeline {
        moments: moments.collect(),
    }]
}

fn meeting_blocks(w: &Words, meeting: &MeetingOfCase) -> Vec<Block> {
    let s = &w.others.sheet;
    let mut items = Vec::new();
    let attended: Vec<String> = meeting.attended().iter().map(|one| who(w, *one)).collect();
    if !attended.is_empty() {
        items.push(fact(s.present, capital(&attended.join(", "))));
    }
    let labels = [s.good_outcome, s.wants, s.on_the_table, s.off_the_table];
    for (label, text) in labels.into_iter().zip(meeting.preparation()) {
        items.extend(text.as_ref().map(|text| fact(label, say(w, text))));
    }
    for decision in meeting.decisions() {
        items.push(fact(s.decided, say(w, decision)));
    }
    items.extend(
        meeting
            .debrief()
            .as_ref()
            .map(|text| fact(s.debrief, say(w, text))),
    );
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Facts { items }]
}

fn promises(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let items: Vec<Item> = sheet
        .commitments()
        .iter()
        .map(|promise| Item {
            text: say(w, promise.text()),
            note: joined([
                joined([capital(&who(w, *promise.by())), when(w, *promise.when())]),
                (w.promise)(*promise.status()).to_owned(),
            ]),
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { items }]
}

fn positions(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let items: Vec<Item> = sheet
        .positions()
        .iter()
        .map(|position| {
            let stance = (w.stance)(*position.stance());
            let goal = say(w, position.goal());
            let [open, close] = w.quotes;
            let party = capital(&who(w, *position.party()));
            let said = position.words().as_ref().map(|words| say(w, words));
            let stands = format!("{party}, {stance}: {open}{goal}{close}");
            let on = when(w, *position.when());
            match said {
                Some(text) => Item {
                    text,
                    note: joined([stands, on]),
                },
                None => Item {
                    text: stands,
                    note: on,
                },
            }
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { items }]
}

fn item(w: &Words, line: &LineOfCase) -> Item {
    Item {
        text: say(w, line.text()),
        note: joined([when(w, *line.when()), whose(w, line)]),
    }
}

fn whose(w: &Words, line: &LineOfCase) -> String {
    let s = &w.others.sheet;
    match (line.voice(), line.said_by()) {
        (Some(Voice::Coachee), _) => s.by_coachee.to_owned(),
        (Some(Voice::Coach), _) => s.by_coach.to_owned(),
        (None, Some(said_by)) => who(w, *said_by),
        (None, None) => String::new(),
    }
}

/// Long texts, each beside the session it is of.
fn by_session(w: &Words, lines: &[LineOfCase]) -> Vec<Block> {
    let mut last = String::new();
    let mut blocks = Vec::new();
    for line in lines {
        let label = joined([capital(&when(w, *line.when())), whose(w, line)]);
        let shown = if label == last { "" } else { &label };
        blocks.push(Block::Facts {
            items: vec![fact(shown, say(w, line.text()))],
        });
        last = label;
    }
    blocks
}
