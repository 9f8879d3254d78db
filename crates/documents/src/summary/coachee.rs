//! The summary for the coachee: a keepsake.

use coaching::closing::Clocks;
use coaching::view::{CommitmentSeen, GoalStory, VersionSeen, View};
use coaching::words::{CommitmentStatus, Role, Topic};

use super::closing::{follow_ups, for_reader, kept_until, said_of_the_end};
use crate::brief::coachee::{dated, released};
use crate::content::{Block, Chair, Content, Fact, Item, Kind, Moment};
use crate::direction::{self, Reader};
use crate::language::fill;
use crate::measures::measures;
use crate::parts::{self, Desk, Head, capital, fact, fact_of, paragraph, period, promises};
use crate::picture::{self, Seen};
use crate::refused::Refused;

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
        facts: [
            fact(w.label.period, period(&desk)),
            fact(w.label.from, desk.coach()),
        ]
        .into_iter()
        .chain(said_of_the_end(desk.heading, w))
        .collect(),
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
            desk.section(
                for_reader(w.closing.follow_ups, Reader::Coachee),
                follow_ups(&desk, view.follow_ups()),
            ),
            picture::in_words(&desk, &seen),
            desk.section(
                for_reader(w.closing.kept, Reader::Coachee),
                notes_kept(&desk, view.kept_until().as_ref()),
            ),
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

fn notes_kept(desk: &Desk, kept: Option<&Clocks>) -> Vec<Block> {
    let w = desk.w;
    let until = kept_until(desk, kept).unwrap_or_else(|| paragraph(desk.says(w.says.notes_1)));
    vec![until, paragraph(desk.says(w.says.notes_2))]
}
