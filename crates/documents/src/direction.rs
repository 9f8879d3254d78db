//! What goals serve, and threads of insights, on paper. For the coachee and the coach alone.

use coaching::view::{GoalStory, Line, ThreadSeen, TieSeen};

use crate::content::{Block, Moment, Section};
use crate::language::fill;
use crate::parts::{Desk, fact, fact_of};

/// Who reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    Coachee,
    Coach,
}

/// What each goal serves, in the order of the goals.
pub(crate) fn serves(
    desk: &Desk,
    reader: Reader,
    goals: &[GoalStory],
    ties: &[TieSeen],
) -> Option<Section> {
    let d = desk.w.direction;
    let mut blocks = Vec::new();
    for story in goals {
        let mut items = Vec::new();
        let mut title = None;
        for tie in ties.iter().filter(|tie| tie.goal_id() == story.id()) {
            title = Some(tie.goal());
            let label = match tie.to().said_by() {
                Some(name) if *tie.is_priority() => fill(d.matters_to, &[("name", name)]),
                _ => desk.says(of(reader, d.purpose)),
            };
            items.push(fact(&label, tie.to().text().clone()));
            items.extend(fact_of(d.how, tie.words().as_ref()));
        }
        if let Some(title) = title {
            blocks.push(Block::Subheading {
                text: title.clone(),
            });
            blocks.push(Block::Facts { items });
        }
    }
    desk.section(of(reader, d.serves), blocks)
}

/// Each thread whole: what was seen, and when.
pub(crate) fn threads(desk: &Desk, reader: Reader, threads: &[ThreadSeen]) -> Option<Section> {
    let mut blocks = Vec::new();
    for thread in grown(threads) {
        blocks.push(subject(thread));
        let moments = thread.insights().iter().map(|line| moment(desk, line));
        blocks.push(Block::Timeline {
            moments: moments.collect(),
        });
    }
    desk.section(of(reader, desk.w.direction.threads), blocks)
}

/// Each thread by its latest insight.
pub(crate) fn threads_lately(
    desk: &Desk,
    reader: Reader,
    threads: &[ThreadSeen],
) -> Option<Section> {
    let w = desk.w;
    let mut blocks = Vec::new();
    for thread in grown(threads) {
        let (Some(first), Some(last)) = (thread.insights().first(), thread.insights().last())
        else {
            continue;
        };
        let n = thread.insights().len().to_string();
        let since = w.day(*first.on());
        blocks.push(subject(thread));
        blocks.push(Block::Small {
            text: fill(w.direction.since, &[("n", &n), ("date", &since)]),
        });
        blocks.push(Block::Quotation {
            text: last.text().clone(),
            by: w.day(*last.on()),
        });
    }
    desk.section(of(reader, w.direction.threads_lately), blocks)
}

/// Whether an insight stands in one of these threads.
pub(crate) fn in_a_thread(threads: &[ThreadSeen], line: &Line) -> bool {
    grown(threads).any(|thread| thread.insights().contains(line))
}

/// One insight alone is no thread yet.
fn grown(threads: &[ThreadSeen]) -> impl Iterator<Item = &ThreadSeen> {
    threads.iter().filter(|thread| thread.insights().len() > 1)
}

fn subject(thread: &ThreadSeen) -> Block {
    Block::Subheading {
        text: thread.subject().text().clone(),
    }
}

/// An insight on its day, and who said it where that was not the coachee.
pub(crate) fn moment(desk: &Desk, line: &Line) -> Moment {
    let other = line.said_by().as_ref();
    Moment {
        when: desk.w.day(*line.on()),
        label: other
            .filter(|name| *name != desk.coachee())
            .cloned()
            .unwrap_or_default(),
        title: String::new(),
        blocks: vec![Block::Quotation {
            text: line.text().clone(),
            by: String::new(),
        }],
    }
}

fn of(reader: Reader, [coachee, coach]: [&'static str; 2]) -> &'static str {
    match reader {
        Reader::Coachee => coachee,
        Reader::Coach => coach,
    }
}
