//! The coach's private sheet for a meeting.

use coaching::page::{CoachPage, CoachSheet, KeptBack, UnsaidTo};
use coaching::view::{Line, PositionSeen};
use coaching::words::Topic;

use super::coachee::{drift_blocks, preparation};
use crate::alignment;
use crate::content::{Block, Chair, Content, Item, Kind, Section};
use crate::direction::{self, Reader};
use crate::language::{fill, words};
use crate::measures::measures;
use crate::parts::{
    self, Desk, Head, agenda, agreed_when, capital, fact, last_meeting, meeting_facts,
    open_promises, outcomes, paragraph, promises, said,
};
use crate::refused::Refused;

/// How many of the latest lines of a topic stand on the sheet.
const LATEST: usize = 3;
/// How many of a topic stand among what must not be said.
const MOST_UNSAID: usize = 5;

/// The coach's private sheet for a three-way meeting: all of it, and last what must not be said.
///
/// # Errors
/// [`Refused::NotYetBegun`] when there was no engagement yet on that day.
pub fn coach_sheet(sheet: &CoachSheet) -> Result<Content, Refused> {
    let page = &sheet.page;
    let desk = desk(page)?;
    let w = desk.w;
    let meeting = &sheet.meeting;
    let occasion = (w.occasion)(*meeting.kind());
    let head = Head {
        kind: Kind::Sheet,
        chair: Chair::Coach,
        role: None,
        eyebrow: w.label.sheet.to_owned(),
        title: occasion.name.to_owned(),
        facts: meeting_facts(&desk, meeting),
    };
    let h = &w.heading;
    let last = last_meeting(&page.meetings, meeting);
    let promised = promises(&desk, &open_promises(&page.commitments));
    let prepared = meeting.preparation().as_ref();
    let prepared = prepared.map_or(vec![], |prepared| {
        vec![Block::Facts {
            items: preparation(&desk, prepared),
        }]
    });
    let mut sections = vec![
        desk.section(
            h.in_short,
            vec![Block::Lead {
                text: desk.says(w.says.sheet_lead),
            }],
        ),
        desk.section(h.assents, assents(&desk, sheet)),
        desk.section(h.agenda, vec![agenda(&desk, meeting)]),
        desk.section(h.to_remember, remember(&desk, occasion.coach_remembers)),
        desk.section(h.preparation_of, prepared),
        desk.section(h.moved, moved(&desk, page)),
        measures(&desk, &page.measures, page.attainment.as_ref()),
        direction::serves(&desk, Reader::Coach, &page.goals, &page.ties),
        desk.section(h.positions, positions(&desk, &page.positions)),
        alignment::clashes(&desk, &page.clashes),
        desk.section(
            h.expectations,
            latest(&desk, page, Topic::Alignment, usize::MAX),
        ),
        desk.section(
            h.contacts,
            latest(&desk, page, Topic::SponsorContact, LATEST),
        ),
        desk.section(
            h.insights_lately,
            latest(&desk, page, Topic::Insights, LATEST),
        ),
        direction::threads_lately(&desk, Reader::Coach, &page.threads),
        desk.section(
            h.support,
            latest(&desk, page, Topic::SupportNeeded, usize::MAX),
        ),
        desk.section(h.last_time, last.map_or(vec![], |m| outcomes(&desk, m))),
        desk.section(h.promises_open, promised.into_iter().collect()),
        desk.section(
            h.sessions,
            page.attendance
                .as_ref()
                .map_or(vec![], |a| parts::sessions(&desk, a)),
        ),
    ];
    sections.push(Some(Section {
        heading: h.unsaid.to_owned(),
        own_page: true,
        blocks: unsaid(&desk, page, &sheet.unsaid),
    }));
    Ok(desk.content(head, sections))
}

/// The desk for the coach's own pages.
pub(crate) fn desk(page: &CoachPage) -> Result<Desk<'_>, Refused> {
    let heading = page.heading.as_ref().ok_or(Refused::NotYetBegun)?;
    Ok(Desk {
        w: words(page.language),
        language: page.language,
        heading,
        reader: heading.coach(),
        on: page.on,
    })
}

fn assents(desk: &Desk, sheet: &CoachSheet) -> Vec<Block> {
    let names: Vec<&str> = sheet.without_assent.iter().map(String::as_str).collect();
    if names.is_empty() {
        return Vec::new();
    }
    vec![paragraph(fill(
        desk.w.says.without_assent,
        &[("names", &desk.w.list(&names))],
    ))]
}

/// Short lines without a remark.
pub(crate) fn remember(desk: &Desk, lines: &[&str]) -> Vec<Block> {
    let items = lines
        .iter()
        .map(|line| Item {
            text: desk.says(line),
            note: String::new(),
        })
        .collect();
    vec![Block::List { items }]
}

fn moved(desk: &Desk, page: &CoachPage) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(last) = page.baselines.last() {
        blocks.push(agreed_when(desk, desk.w.says.agreed_on, last));
    }
    blocks.extend(drift_blocks(desk, &page.drift, &page.goals));
    blocks
}

/// Where each party stands on which goal, in a line.
pub(crate) fn positions(desk: &Desk, positions: &[PositionSeen]) -> Vec<Block> {
    let w = desk.w;
    if positions.is_empty() {
        return Vec::new();
    }
    // They stand by day: the last of a party on a goal is where it stands.
    let is_last = |index: usize, one: &PositionSeen| {
        let later = &positions[index + 1..];
        !later
            .iter()
            .any(|other| other.party() == one.party() && other.goal() == one.goal())
    };
    let items = positions
        .iter()
        .enumerate()
        .filter(|(index, position)| is_last(*index, position))
        .map(|(_, position)| {
            let words = position.words().as_ref();
            fact(
                position.party(),
                match words {
                    Some(words) => format!(
                        "{}: {}\n{}",
                        capital((w.stance)(*position.stance())),
                        position.goal(),
                        words.text()
                    ),
                    None => format!(
                        "{}: {}",
                        capital((w.stance)(*position.stance())),
                        position.goal()
                    ),
                },
            )
        })
        .collect();
    vec![Block::Facts { items }]
}

fn lines_of(page: &CoachPage, topic: Topic) -> &[Line] {
    page.sections
        .iter()
        .find(|section| *section.topic() == topic)
        .map_or(&[], |section| section.lines())
}

/// The latest lines of a topic.
pub(crate) fn latest(desk: &Desk, page: &CoachPage, topic: Topic, most: usize) -> Vec<Block> {
    let lines = lines_of(page, topic);
    lines[lines.len().saturating_sub(most)..]
        .iter()
        .map(|line| said(desk, line))
        .collect()
}

/// All lines of a topic as labelled lines, by day.
pub(crate) fn by_day(desk: &Desk, page: &CoachPage, topic: Topic) -> Vec<Block> {
    let items: Vec<_> = lines_of(page, topic)
        .iter()
        .map(|line| fact(&desk.w.day(*line.on()), line.text().clone()))
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::Facts { items }]
    }
}

fn unsaid(desk: &Desk, page: &CoachPage, unsaid: &[UnsaidTo]) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = vec![Block::Lead {
        text: desk.says(w.says.unsaid_lead),
    }];
    let names: Vec<&str> = unsaid.iter().map(|party| party.name.as_str()).collect();
    let kept: Vec<Vec<&KeptBack>> = unsaid
        .iter()
        .map(|party| could_slip(page, &party.kept_back))
        .collect();
    // What is kept back from all of them stands once, then what is from some.
    let from_all: Vec<&KeptBack> = kept.first().map_or(vec![], |first| {
        let all = |one: &&&KeptBack| kept.iter().all(|list| list.contains(one));
        first.iter().filter(all).copied().collect()
    });
    blocks.extend(unsaid_to(desk, &w.list(&names), &from_all));
    for (party, kept) in unsaid.iter().zip(&kept) {
        let only = |one: &&&KeptBack| !from_all.contains(one);
        let rest: Vec<&KeptBack> = kept.iter().filter(only).copied().collect();
        blocks.extend(unsaid_to(desk, &party.name, &rest));
    }
    if kept.iter().all(Vec::is_empty) {
        blocks.push(paragraph(w.says.unsaid_none));
    }
    blocks.push(Block::Small {
        text: desk.says(w.says.unsaid_rest),
    });
    blocks
}

/// What could slip out in a conversation: of the goals, how they stand now and why they moved; of
/// all else, each wording once.
fn could_slip<'k>(page: &CoachPage, kept: &'k [KeptBack]) -> Vec<&'k KeptBack> {
    let mut now: Vec<&str> = Vec::new();
    for version in page
        .goals
        .iter()
        .filter_map(|story| story.versions().last())
    {
        now.push(version.title().text());
        now.extend(version.reason().iter().map(|line| line.text().as_str()));
    }
    let mut slips: Vec<&KeptBack> = Vec::new();
    for one in kept {
        let said = |other: &&KeptBack| other.topic == one.topic && other.text == one.text;
        let stands = one.topic != Topic::CurrentGoals || now.contains(&one.text.as_str());
        if stands && !slips.iter().any(said) {
            slips.push(one);
        }
    }
    slips
}

fn unsaid_to(desk: &Desk, names: &str, kept: &[&KeptBack]) -> Vec<Block> {
    let w = desk.w;
    if kept.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Subheading {
        text: fill(w.says.unsaid_to, &[("names", names)]),
    }];
    for kept in kept.chunk_by(|a, b| a.topic == b.topic) {
        blocks.extend(kept.first().map(|first| Block::Small {
            text: format!(
                "{}: {}",
                capital((w.topic)(first.topic)),
                (w.rule_short)(first.rule)
            ),
        }));
        // The latest are what one has in mind; the rest is a number.
        let (earlier, latest) = kept.split_at(kept.len().saturating_sub(MOST_UNSAID));
        let mut items: Vec<Item> = latest
            .iter()
            .map(|kept| Item {
                text: kept.text.clone(),
                note: String::new(),
            })
            .collect();
        if let (n @ 1.., Some(last)) = (earlier.len(), items.last_mut()) {
            last.note = fill(w.says.unsaid_more, &[("n", &n.to_string())]);
        }
        blocks.push(Block::List { items });
    }
    blocks
}
