//! The summary for the coachee: a keepsake.

use chrono::Months;
use coaching::day::Day;
use coaching::view::{CommitmentSeen, GoalStory, VersionSeen, View};
use coaching::words::{CommitmentStatus, Role, Topic};

use crate::brief::coachee::{dated, released};
use crate::content::{Block, Chair, Content, Fact, Item, Kind, Moment};
use crate::direction::{self, Reader};
use crate::language::fill;
use crate::measures::measures;
use crate::parts::{self, Desk, Head, capital, fact, fact_of, paragraph, period, promises};
use crate::picture::{self, Seen};
use crate::refused::Refused;

/// How long the coach's reflective notes are kept after the end, unless agreed otherwise.
const REFLECTIVE_MONTHS: u32 = 3;
/// How long the record is kept after the end, unless agreed otherwise.
const RECORD_MONTHS: u32 = 7 * 12;

/// The summary that the coachee keeps.
///
/// # Errors
/// [`Refused`] when the view is not the coachee's or holds nothing.
pub fn summary_for_coachee(view: &View) -> Result<Content, Refused> {
    let desk = Desk::of(view, |role| role == Role::Coachee)?;
    let w = desk.w;
    let head = Head {
        kind: Kind::Summary,
        chair: Chair::Coachee,
        role: Some(Role::Coachee),
        eyebrow: fill(w.label.summary_coachee, &[("name", desk.reader)]),
        title: w.says.summary_title_coachee.to_owned(),
        facts: vec![
            fact(w.label.period, period(&desk)),
            fact(w.label.from, desk.coach()),
        ],
    };
    let h = &w.heading;
    let sessions = view.attendance().as_ref();
    let seen = Seen::of_the_coachee(view);
    Ok(desk.content(
        head,
        vec![
            desk.section(
                h.in_short,
                vec![Block::Lead {
                    text: desk.says(w.says.keepsake_lead),
                }],
            ),
            picture::section(&desk, &seen),
            desk.section(h.kept_goals, stories(&desk, view.goals())),
            measures(&desk, view.measures(), view.attainment().as_ref()),
            desk.section(h.direction, story_of(&desk, view, Topic::Purpose)),
            direction::serves(&desk, Reader::Coachee, view.goals(), view.ties()),
            direction::threads(&desk, Reader::Coachee, view.threads()),
            desk.section(h.insights, story_of(&desk, view, Topic::Insights)),
            desk.section(h.practices, dated(&desk, view, Topic::Practices)),
            desk.section(h.kept_promises, kept(&desk, view)),
            desk.section(
                h.sessions,
                sessions.map_or(vec![], |a| parts::sessions(&desk, a)),
            ),
            desk.section(h.released, released(&desk, view, true)),
            desk.section(h.keep_going, keep_going(&desk)),
            picture::in_words(&desk, &seen),
            desk.section(h.notes_kept, notes_kept(&desk)),
        ],
    ))
}

/// Every goal in every wording, with the reasons of its bends.
pub(crate) fn stories(desk: &Desk, goals: &[GoalStory]) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = Vec::new();
    for (story, n) in goals.iter().zip(1..) {
        let Some(now) = story.versions().last() else {
            continue;
        };
        // A wording stands where it is new: the goal's own title already says the one it has now.
        let mut said = now.title().text();
        let mut moments = Vec::new();
        for version in story.versions() {
            let is_new = version.title().text() != said;
            said = version.title().text();
            moments.push(moment(desk, version, is_new));
        }
        blocks.push(Block::Goal {
            number: w.goal_number(n, goals.len()),
            title: now.title().text().clone(),
            facts: vec![fact(w.label.became, capital((w.status)(*now.status())))],
            blocks: vec![Block::Timeline { moments }],
        });
    }
    blocks
}

fn moment(desk: &Desk, version: &VersionSeen, is_new: bool) -> Moment {
    let w = desk.w;
    let mut blocks: Vec<Block> = version
        .words()
        .iter()
        .map(|line| Block::Quotation {
            text: line.text().clone(),
            by: String::new(),
        })
        .collect();
    let mut facts: Vec<Fact> = [
        fact_of(w.label.why, version.why().as_ref()),
        fact_of(w.label.measure, version.measure().as_ref()),
        fact_of(w.label.reason, version.reason().as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some(prompt) = version.prompt().and_then(|prompt| (w.prompt)(prompt)) {
        facts.push(fact(w.label.moved_by, prompt));
    }
    if !version.into().is_empty() {
        let into: Vec<&str> = version.into().iter().map(String::as_str).collect();
        facts.push(fact(w.label.into, w.list(&into)));
    }
    if !version.agreed().is_empty() {
        let days: Vec<String> = version.agreed().iter().map(|day| w.day(*day)).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        facts.push(fact(w.label.agreed_at, w.list(&days)));
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts { items: facts });
    }
    Moment {
        when: w.day(*version.on()),
        label: version
            .shift()
            .map_or(w.label.first_wording, |kind| (w.shift)(kind))
            .to_owned(),
        title: if is_new {
            version.title().text().clone()
        } else {
            String::new()
        },
        blocks,
    }
}

/// The lines of a topic in the order in which they grew.
fn story_of(desk: &Desk, view: &View, topic: Topic) -> Vec<Block> {
    let moments: Vec<Moment> = view
        .section(topic)
        .iter()
        // What stands in a thread was read there.
        .filter(|line| !direction::in_a_thread(view.threads(), line))
        .map(|line| direction::moment(desk, line))
        .collect();
    if moments.is_empty() {
        Vec::new()
    } else {
        vec![Block::Timeline { moments }]
    }
}

fn kept(desk: &Desk, view: &View) -> Vec<Block> {
    let kept: Vec<&CommitmentSeen> = view
        .commitments()
        .iter()
        .filter(|promise| *promise.status() == Some(CommitmentStatus::Kept))
        .collect();
    promises(desk, &kept).into_iter().collect()
}

fn keep_going(desk: &Desk) -> Vec<Block> {
    let says = &desk.w.says;
    let items = [says.keep_1, says.keep_2, says.keep_3, says.keep_4]
        .into_iter()
        .map(|text| Item {
            text: desk.says(text),
            note: String::new(),
        })
        .collect();
    vec![Block::List { items }, paragraph(desk.says(says.call_when))]
}

fn notes_kept(desk: &Desk) -> Vec<Block> {
    let w = desk.w;
    let after = |months| {
        let end = desk.heading.ended().as_ref()?.date();
        let day = end.checked_add_months(Months::new(months))?;
        Day::new(day).ok().map(|day| w.day(day))
    };
    let mut blocks = vec![paragraph(desk.says(w.says.notes_1))];
    if let (Some(reflective), Some(record)) = (after(REFLECTIVE_MONTHS), after(RECORD_MONTHS)) {
        blocks.push(paragraph(fill(
            w.says.notes_dates,
            &[("reflective", &reflective), ("record", &record)],
        )));
    }
    blocks.push(paragraph(desk.says(w.says.notes_2)));
    blocks
}
