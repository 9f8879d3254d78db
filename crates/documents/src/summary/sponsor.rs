//! The summary for somebody on the sponsor's side.

use coaching::view::{CommitmentSeen, View};
use coaching::words::{Role, Topic};

use super::closing::said_of_the_end;
use crate::brief::sponsor::{SHARED, expected, support};
use crate::content::{Block, Chair, Content, Item, Kind};
use crate::language::fill;
use crate::measures::measures;
use crate::parts::{
    self, Desk, Head, agreed_goals, agreed_when, by_topic, fact, own_words, paragraph, period,
    person, plain_item,
};
use crate::refused::Refused;

/// The summary that is handed to a sponsor, line manager or HR partner at the end.
///
/// # Errors
/// [`Refused`] when no agreement in force opens the engagement to them, or when the view is not of
/// somebody on the sponsor's side.
pub fn summary_for_sponsors_side(view: &View) -> Result<Content, Refused> {
    let desk = Desk::of(view, Role::on_the_sponsors_side)?;
    let w = desk.w;
    let heading = desk.heading;
    let mut people: Vec<String> = heading.parties().iter().map(|p| person(p, w)).collect();
    people.push(format!("{}, {}", desk.coach(), w.label.coach));
    let mut facts = vec![fact(w.label.period, period(&desk))];
    if !heading.organisation().is_empty() {
        facts.push(fact(w.label.organisation, heading.organisation().clone()));
    }
    facts.push(fact(w.label.who, people.join("\n")));
    facts.extend(said_of_the_end(heading, w));
    let head = Head {
        kind: Kind::Summary,
        chair: Chair::Sponsor,
        role: Some(*view.chair().role()),
        eyebrow: fill(w.label.summary_sponsor, &[("name", desk.reader)]),
        title: w.says.summary_title_sponsor.to_owned(),
        facts,
    };
    let h = &w.heading;
    let left_out = vec![
        paragraph(desk.says(w.says.left_out_1)),
        paragraph(desk.says(w.says.left_out_2)),
    ];
    let sessions = view.attendance().as_ref();
    Ok(desk.content(
        head,
        vec![
            desk.section(
                h.in_short,
                vec![Block::Lead {
                    text: desk.says(w.says.summary_lead),
                }],
            ),
            desk.section(
                h.sessions,
                sessions.map_or(vec![], |a| parts::sessions(&desk, a)),
            ),
            desk.section(h.goals_first, earlier_goals(&desk, view)),
            desk.section(h.goals_again, goals(&desk, view)),
            measures(&desk, view.measures(), view.attainment().as_ref()),
            desk.section(h.shared, by_topic(&desk, view, SHARED, true)),
            desk.section(h.you_said, expected(&desk, view)),
            desk.section(h.you_saw, own_words(&desk, view, Topic::Progress)),
            desk.section(h.decided, decided(&desk, view)),
            desk.section(h.promises, kept(&desk, view)),
            desk.section(h.support, support(&desk, view)),
            desk.section(h.next, next(&desk)),
            desk.section(h.left_out, left_out),
        ],
    ))
}

/// The goals as they were agreed before they were agreed again.
fn earlier_goals(desk: &Desk, view: &View) -> Vec<Block> {
    let Some((_, earlier)) = view.baselines().split_last() else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    for baseline in earlier {
        blocks.push(agreed_when(desk, desk.w.says.agreed_on, baseline));
        let goals = baseline.goals().iter();
        blocks.push(Block::List {
            items: goals.map(|goal| plain_item(goal.wording())).collect(),
        });
    }
    blocks
}

fn goals(desk: &Desk, view: &View) -> Vec<Block> {
    let says = &desk.w.says;
    let Some((last, earlier)) = view.baselines().split_last() else {
        return vec![paragraph(desk.says(says.no_goals))];
    };
    let wording = if earlier.is_empty() {
        says.agreed_on
    } else {
        says.agreed_again_on
    };
    let mut blocks = vec![agreed_when(desk, wording, last)];
    blocks.extend(agreed_goals(desk, last, true));
    blocks
}

fn decided(desk: &Desk, view: &View) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = Vec::new();
    let meetings = view.meetings().iter();
    for meeting in meetings.filter(|meeting| !meeting.decisions().is_empty()) {
        let when = w.day(*meeting.on());
        blocks.push(Block::Subheading {
            text: format!("{}, {when}", (w.occasion)(*meeting.kind()).name),
        });
        blocks.push(Block::List {
            items: meeting.decisions().iter().map(plain_item).collect(),
        });
    }
    blocks
}

fn kept(desk: &Desk, view: &View) -> Vec<Block> {
    let all: Vec<&CommitmentSeen> = view.commitments().iter().collect();
    parts::promises(desk, &all).into_iter().collect()
}

/// Next steps. Follow-ups are between the coachee and the coach: what was agreed with the reader for
/// afterwards stands with what was decided and promised.
fn next(desk: &Desk) -> Vec<Block> {
    let w = desk.w;
    vec![Block::List {
        items: [desk.says(w.says.next_1), w.closing.agreed_above.to_owned()]
            .into_iter()
            .map(|text| Item {
                text,
                note: String::new(),
            })
            .collect(),
    }]
}
