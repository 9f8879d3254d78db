//! The minutes of a meeting, for one of the parties: out of that party's view alone.

use coaching::view::{BaselineSeen, CommitmentSeen, MeetingSeen, View};
use coaching::words::{MeetingStatus, Role};

use crate::brief::of_this_view;
use crate::content::{Block, Chair, Content, Kind};
use crate::language::fill;
use crate::language::gathering::gathering;
use crate::parts::{self, Desk, Head, fact, fact_of, paragraph, person, plain_item};
use crate::refused::Refused;

/// The minutes of a meeting: who was there, the goals that were agreed, what was decided and promised.
///
/// # Errors
/// [`Refused`] when the engagement is not open to the reader, the meeting is not in the view, or it was
/// not held.
pub fn minutes(view: &View, meeting: &MeetingSeen) -> Result<Content, Refused> {
    let desk = Desk::of(view, |role| role != Role::Supervisor)?;
    of_this_view(view, meeting)?;
    if *meeting.status() != MeetingStatus::Held {
        return Err(Refused::NotHeld);
    }
    let w = desk.w;
    let g = gathering(desk.language);
    let role = *view.chair().role();
    let head = Head {
        kind: Kind::Minutes,
        chair: if role == Role::Coachee {
            Chair::Coachee
        } else {
            Chair::Sponsor
        },
        role: Some(role),
        eyebrow: fill(g.minutes, &[("name", desk.reader)]),
        title: (w.occasion)(*meeting.kind()).name.to_owned(),
        facts: facts(&desk, view, meeting),
    };
    let of_this = |base: &&BaselineSeen| base.on() == meeting.on() && base.kind() == meeting.kind();
    let agreed = view.baselines().iter().find(of_this);
    let agreed = agreed.map_or(vec![], |base| goals(&desk, base));
    let decided = meeting
        .decisions()
        .iter()
        .map(plain_item)
        .collect::<Vec<_>>();
    let decided = match decided.is_empty() {
        true => vec![],
        false => vec![Block::List { items: decided }],
    };
    let promised: Vec<&CommitmentSeen> = meeting.commitments().iter().collect();
    let promised: Vec<Block> = parts::promises(&desk, &promised).into_iter().collect();
    let nothing = agreed.is_empty() && decided.is_empty() && promised.is_empty();
    let mut rest = vec![paragraph(g.minutes_hold), paragraph(g.minutes_rest)];
    if nothing {
        rest[0] = paragraph(g.no_outcome);
    }
    Ok(desk.content(
        head,
        vec![
            desk.section(g.agreed, agreed),
            desk.section(g.decided, decided),
            desk.section(g.promised, promised),
            desk.section(w.heading.confidentiality, rest),
        ],
    ))
}

/// When, where, who was there, and when one meets again.
fn facts(desk: &Desk, view: &View, meeting: &MeetingSeen) -> Vec<crate::content::Fact> {
    let w = desk.w;
    let g = gathering(desk.language);
    let mut people: Vec<String> = meeting.attended().iter().map(|p| person(p, w)).collect();
    people.push(format!("{}, {}", desk.coach(), w.label.coach));
    let mut facts = vec![fact(w.label.when, w.weekday(*meeting.on()))];
    facts.extend(fact_of(w.label.place, meeting.place().as_ref()));
    facts.push(fact(g.was_there, people.join("\n")));
    let ahead = view.meetings().iter().find(|next| {
        *next.status() == MeetingStatus::Planned
            && next.on() > meeting.on()
            && next.on() >= view.on()
    });
    if let Some(next) = ahead {
        let kind = (w.occasion)(*next.kind()).name;
        let when = w.weekday(*next.on());
        facts.push(fact(g.next_meeting, format!("{when} · {kind}")));
    }
    facts
}

/// The wordings alone: what was released about a goal is no part of the meeting.
fn goals(desk: &Desk, base: &BaselineSeen) -> Vec<Block> {
    let w = desk.w;
    let all = base.goals().len();
    let numbered = base.goals().iter().zip(1..);
    numbered
        .map(|(goal, n)| Block::Goal {
            number: w.goal_number(n, all),
            title: goal.wording().text().clone(),
            facts: fact_of(w.label.measure, goal.measure().as_ref())
                .into_iter()
                .collect(),
            blocks: vec![],
        })
        .collect()
}
