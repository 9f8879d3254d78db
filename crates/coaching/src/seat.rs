//! Sit in that chair, on that day: the one function through which anything reaches anyone but the
//! coach. The rules are numbered as in `docs/confidentiality.md`.

mod alignment;
mod closing;
mod direction;
mod gate;
mod goals;
mod measures;
mod meetings;
mod sections;

use crate::closing::has_ended;
use crate::day::Day;
use crate::ids::PartyId;
use crate::record::Case;
use crate::view::{Attendance, Chair, Heading, Line, PartySeen, SessionSeen, View};
use crate::words::{Role, SessionStatus, Topic};

pub(crate) use closing::between_two;
pub(crate) use direction::{thread_seen, tie_seen};
pub use gate::Gate;
pub(crate) use measures::{may_see_combined, named_from};
pub(crate) use meetings::knows_of;
pub(crate) use sections::goal_named;

/// A chair was asked for that nobody in this engagement holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Nobody with that name is a party of this engagement.")]
pub struct NotAParty;

/// What one party may see of an engagement on one day.
///
/// # Errors
/// [`NotAParty`] when the chair is not a party of the engagement.
pub fn seat(case: &Case, chair: &PartyId, on: Day) -> Result<View, NotAParty> {
    let gate = Gate::for_party(case, chair, on).ok_or(NotAParty)?;
    let party = case.engagement.party(chair).ok_or(NotAParty)?;
    Ok(through(
        &gate,
        Chair {
            name: case.name(chair).to_owned(),
            role: party.role,
        },
    ))
}

/// Everything, in the shape of a view, for [`crate::page`] alone: it must never leave this crate as
/// a [`View`], since a renderer for others would take it.
pub(crate) fn everything(case: &Case, on: Day) -> View {
    let gate = Gate::for_the_coach(case, on);
    through(
        &gate,
        Chair {
            name: case.coach.name.clone(),
            role: Role::Coachee,
        },
    )
}

fn through(gate: &Gate, chair: Chair) -> View {
    let goals = goals::stories(gate);
    View {
        chair,
        on: gate.on,
        language: gate.case.engagement.language,
        heading: heading(gate),
        attendance: attendance(gate),
        fees: gate.line(&gate.case.engagement.fees, gate.case.engagement.began),
        baselines: goals::baselines(gate),
        drift: goals::drift_seen(gate),
        measures: measures::seen(gate, &goals),
        goals,
        attainment: measures::attainment(gate),
        threads: direction::threads(gate),
        ties: direction::ties(gate),
        follow_ups: closing::follow_ups(gate),
        kept_until: closing::kept_until(gate),
        beliefs: alignment::beliefs(gate),
        clashes: alignment::clashes(gate),
        meetings: meetings::seen(gate),
        commitments: meetings::commitments(gate),
        positions: sections::positions(gate),
        sections: sections::all(gate),
        releases: sections::releases(gate),
        rules: sections::rules(gate),
    }
}

fn heading(gate: &Gate) -> Option<Heading> {
    if !gate.open(Topic::Engagement) || gate.case.engagement.began > gate.on {
        return None;
    }
    let case = gate.case;
    let engagement = &case.engagement;
    let coachee = engagement.coachee()?;
    let person = case.person(coachee)?;
    let organisation = case
        .organisations
        .iter()
        .find(|o| Some(&o.id) == person.organisation.as_ref())
        .map_or(String::new(), |o| o.name.clone());
    let mut parties: Vec<PartySeen> = engagement
        .parties
        .iter()
        .filter(|p| p.is_in(gate.on))
        .filter(|p| p.role == Role::Coachee || p.role.on_the_sponsors_side())
        .filter_map(|p| party_seen(case, &p.id))
        .collect();
    parties.sort_by(|a, b| (a.role, &a.name, &a.title).cmp(&(b.role, &b.name, &b.title)));
    Some(Heading {
        name: engagement.name.clone(),
        coach: case.coach.name.clone(),
        coachee: person.name.clone(),
        organisation,
        parties,
        began: engagement.began,
        planned_end: engagement.planned_end,
        ended: has_ended(engagement, gate.on),
        ending: closing::ending(gate),
        planned_sessions: engagement.planned_sessions,
        session_minutes: engagement.session_minutes,
    })
}

fn party_seen(case: &Case, id: &PartyId) -> Option<PartySeen> {
    let party = case.engagement.party(id)?;
    let person = case.person(party)?;
    Some(PartySeen {
        name: person.name.clone(),
        title: person.title.clone(),
        role: party.role,
        id: party.id.clone(),
    })
}

fn attendance(gate: &Gate) -> Option<Attendance> {
    if !gate.open(Topic::Attendance) {
        return None;
    }
    let mut sessions: Vec<SessionSeen> = gate
        .case
        .engagement
        .sessions
        .iter()
        .filter(|session| session.on <= gate.on && session.status != SessionStatus::Planned)
        .map(|s| SessionSeen {
            on: s.on,
            status: s.status,
            minutes: s.minutes,
        })
        .collect();
    sessions.sort_by_key(|session| (session.on, session.status, session.minutes));
    let count = |status| sessions.iter().map(|s| u32::from(s.status == status)).sum();
    Some(Attendance {
        held: count(SessionStatus::Held),
        cancelled: count(SessionStatus::Cancelled),
        missed: count(SessionStatus::Missed),
        sessions,
    })
}

/// By day, then by words: never by anything that is not in the view.
fn in_order(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort();
    lines
}
