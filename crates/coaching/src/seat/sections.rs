//! Everything else in a view, topic by topic.

use super::goals::last_baseline;
use super::{Gate, direction, in_order, measures};
use crate::agreement::in_force;
use crate::ids::GoalId;
use crate::record::{Audience, Contact, Noted, Release, Session};
use crate::text::{Tag, about};
use crate::view::{Ground, Line, PositionSeen, ReleaseSeen, RuleSeen, Section};
use crate::words::{Role, Topic};

/// All sections that have a line, in the order of the topics.
pub(super) fn all(gate: &Gate) -> Vec<Section> {
    let with_its_goal = last_baseline(gate);
    let apart = |release: &Release| {
        let goal = release.goal.as_ref();
        goal.is_none_or(|goal| !with_its_goal.contains(goal))
    };
    let released: Vec<_> = gate.live_releases().filter(|r| apart(r)).collect();
    Topic::ALL
        .iter()
        .map(|&topic| {
            let mut lines = lines(gate, topic);
            let released = released.iter().filter(|release| release.topic == topic);
            lines.extend(released.filter_map(|release| gate.released(release)));
            Section {
                topic,
                lines: in_order(lines),
            }
        })
        .filter(|section| !section.lines.is_empty())
        .collect()
}

fn lines(gate: &Gate, topic: Topic) -> Vec<Line> {
    let e = &gate.case.engagement;
    match topic {
        // These have a place of their own in the view.
        Topic::Engagement
        | Topic::Attendance
        | Topic::Fees
        | Topic::BaselineGoals
        | Topic::CurrentGoals
        | Topic::Commitments
        | Topic::MeetingOutcomes => Vec::new(),
        // Figures stand with the goal that they measure; one rater's words are `FeedbackVerbatim`.
        Topic::FeedbackCombined => Vec::new(),
        Topic::Progress => notes(gate, &e.progress),
        Topic::Themes => notes(gate, &e.themes),
        Topic::SupportNeeded => notes(gate, &e.support_needed),
        Topic::Purpose => notes(gate, &e.purpose),
        Topic::Insights => notes(gate, &e.insights),
        Topic::Practices => notes(gate, &e.practices),
        Topic::Assessments => notes(gate, &e.assessments),
        Topic::FeedbackVerbatim => {
            let mut lines = notes(gate, &e.feedback);
            lines.extend(measures::feed_forward(gate));
            lines
        }
        Topic::Alignment => {
            let mut lines = notes(gate, &e.expectations);
            lines.extend(direction::priorities(gate));
            lines
        }
        Topic::SessionContent => e.sessions.iter().flat_map(|s| session(gate, s)).collect(),
        Topic::SponsorContact => e
            .sponsor_contacts
            .iter()
            .filter_map(|c| contact(gate, c))
            .collect(),
        Topic::Reflections => {
            let of_sessions = e
                .sessions
                .iter()
                .filter_map(|s| gate.line(&s.reflective, s.on));
            let of_meetings = e
                .meetings
                .iter()
                .filter_map(|m| gate.line(&m.reflective, m.on));
            let mut lines = notes(gate, &e.reflections);
            lines.extend(of_sessions);
            lines.extend(of_meetings);
            lines
        }
    }
}

fn notes<T: Tag>(gate: &Gate, notes: &[Noted<T>]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(notes.len());
    lines.extend(notes.iter().filter_map(|note| gate.note(note)));
    lines
}

fn session(gate: &Gate, session: &Session) -> Vec<Line> {
    [&session.preparation, &session.opening, &session.record]
        .into_iter()
        .filter_map(|text| gate.line(text, session.on))
        .collect()
}

/// The coach's note of what the sponsor's side said. It is the coach's wording, not a statement of
/// that party: rule 3 does not open it to them. What is withheld from the coachee stays out until
/// the reason is gone.
fn contact(gate: &Gate, contact: &Contact) -> Option<Line> {
    if gate.is_the_coachee() && contact.is_withheld(gate.on) {
        return None;
    }
    let mut line = gate.line(&contact.text, contact.on)?;
    line.said_by = Some(gate.case.name(&contact.party).to_owned());
    Some(line)
}

/// Where parties stand. A party sees its own; the goal is named by the wording that this party may
/// see.
pub(super) fn positions(gate: &Gate) -> Vec<PositionSeen> {
    let e = &gate.case.engagement;
    let mut seen: Vec<_> = e
        .positions
        .iter()
        .filter(|position| position.on <= gate.on)
        .filter_map(|position| {
            gate.ground(about::Alignment::TOPIC, Some(&position.party), None)?;
            let goal = goal_named(gate, &position.goal)?;
            Some(PositionSeen {
                party: gate.case.name(&position.party).to_owned(),
                goal,
                on: position.on,
                stance: position.stance,
                words: gate.said(&position.words, position.on, Some(&position.party)),
            })
        })
        .collect();
    seen.sort_by(|a, b| {
        (a.on, &a.party, &a.goal, a.stance, &a.words)
            .cmp(&(b.on, &b.party, &b.goal, b.stance, &b.words))
    });
    seen
}

/// The wording by which this party may know a goal; none when it may not.
pub(crate) fn goal_named(gate: &Gate, goal: &GoalId) -> Option<String> {
    let current = gate
        .goal(goal)
        .and_then(|goal| goal.on(gate.on))
        .and_then(|version| gate.line(&version.title, version.on));
    let agreed = || gate.agreed_wording(goal);
    current.or_else(agreed).map(|line| line.text)
}

/// What the coachee has released, for the coachee's own eyes.
pub(super) fn releases(gate: &Gate) -> Vec<ReleaseSeen> {
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let mut seen: Vec<_> = gate
        .case
        .engagement
        .releases
        .iter()
        .filter(|release| release.given <= gate.on)
        .filter_map(|release| {
            let audience = match &release.audience {
                Audience::Party(party) => gate.case.name(party).to_owned(),
                Audience::Supervisor => "supervisor".to_owned(),
                Audience::Public => "public".to_owned(),
            };
            let mut wording = gate.released(release)?;
            wording.ground = Ground::TwoChairRecord;
            Some(ReleaseSeen {
                audience,
                wording,
                given: release.given,
                withdrawn: release.withdrawn.filter(|withdrawn| *withdrawn <= gate.on),
            })
        })
        .collect();
    seen.sort_by(|a, b| (&a.wording, a).cmp(&(&b.wording, b)));
    seen
}

/// The rules of the agreement in force, for the coachee's own eyes.
pub(super) fn rules(gate: &Gate) -> Vec<RuleSeen> {
    let Some(agreement) = in_force(&gate.case.engagement, gate.on) else {
        return Vec::new();
    };
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let mut rules: Vec<_> = agreement
        .boundaries
        .iter()
        .filter(|boundary| boundary.role != Role::Supervisor)
        .map(|boundary| RuleSeen {
            role: boundary.role,
            topic: boundary.topic,
            rule: boundary.rule,
        })
        .collect();
    rules.sort_by_key(|rule| (rule.role, rule.topic));
    rules
}
