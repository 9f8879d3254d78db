//! Makes a second history that a chair cannot tell from the first: all that the chair may not see, by
//! the second statement of the rules, is changed, added, taken out or entered in another order.

use std::collections::BTreeMap;

use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::meetings::Meeting;
use coaching::record::{
    Audience, Case, Commitment, Contact, Engagement, Noted, Position, Release, Session,
};
use coaching::text::Tag;
use coaching::words::{MeetingStatus, SessionStatus, Topic};

use super::aligned;
use super::maker::{DAYS, Maker, noted, nth};
use super::statement::Sees;
use super::tape::Tape;
use super::unseen_frame::{agreements, frame, people};
use super::unseen_goals::{goals, tellings};
use super::unseen_measures::{direction, measures};
use super::whole::{each_list_of_notes, trail};

/// A history in which everything that the chair may see on the day is the same, and anything else is
/// not. The ids and the order of entry are the same still: [`super::entry::again`] changes those.
pub fn changed(case: &Case, chair: &PartyId, on: Day, tape: &mut Tape) -> Case {
    let sees = Sees::new(case, chair, on);
    let mut other = case.clone();
    people(&mut other, case, &sees, tape);
    let e = &mut other.engagement;
    let mut maker = Maker::beside(e, tape);
    frame(e, &sees, &mut maker);
    agreements(e, &sees, &mut maker);
    let mut count = mentions(e);
    let referred = |id: &str| count.get(id).is_some_and(|&times| times > 1);
    sessions(&mut e.sessions, &referred, &sees, &mut maker);
    maker.sessions = e
        .sessions
        .iter()
        .map(|session| session.id.clone())
        .collect();
    goals(e, &sees, &mut maker);
    maker.goals.clone_from(&e.goals);
    // The goals may refer to other meetings now.
    count = mentions(e);
    let referred = |id: &str| count.get(id).is_some_and(|&times| times > 1);
    meetings(e, &referred, &sees, &mut maker);
    maker.meetings.clone_from(&e.meetings);
    each_list_of_notes!(&mut *e, notes(&referred, &sees, &mut maker));
    maker.notes = noted(e);
    let frozen = e.clone();
    commitments(&mut e.commitments, &frozen, &sees, &mut maker);
    positions(&mut e.positions, &frozen, &sees, &mut maker);
    contacts(&mut e.sponsor_contacts, &sees, &mut maker);
    releases(&mut e.releases, &frozen, &sees, &mut maker);
    tellings(e, &sees, &mut maker);
    maker.goals.clone_from(&e.goals);
    maker.standing.clone_from(&e.parties);
    measures(e, &case.engagement, &sees, &mut maker);
    direction(e, &case.engagement, &sees, &mut maker);
    aligned::change(e, &sees, &mut maker);
    trail(e, &mut maker);
    other
}

/// Takes out some of the items that the chair may not see.
pub fn thin<T>(items: &mut Vec<T>, maker: &mut Maker, keep: impl Fn(&T) -> bool) {
    items.retain(|item| keep(item) || !maker.tape.chance(30));
}

/// How often each id stands in the record: more than once when something refers to it.
fn mentions(e: &Engagement) -> BTreeMap<String, usize> {
    fn walk(value: &serde_json::Value, count: &mut BTreeMap<String, usize>) {
        match value {
            serde_json::Value::String(text) => *count.entry(text.clone()).or_default() += 1,
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, count)),
            serde_json::Value::Object(fields) => fields.values().for_each(|f| walk(f, count)),
            _ => {}
        }
    }
    let mut count = BTreeMap::new();
    walk(
        &serde_json::to_value(e).expect("a record can be kept"),
        &mut count,
    );
    count
}

fn sessions(
    sessions: &mut Vec<Session>,
    referred: &dyn Fn(&str) -> bool,
    sees: &Sees,
    maker: &mut Maker,
) {
    let planned = |s: &Session| s.status == SessionStatus::Planned;
    let content =
        |s: &Session| !(s.preparation.is_empty() && s.opening.is_empty() && s.record.is_empty());
    let counted = |s: &Session| sees.open(Topic::Attendance) && sees.past(s.on) && !planned(s);
    let hidden = |s: &Session| {
        !(counted(s)
            || sees.past(s.on) && sees.open(Topic::SessionContent) && content(s)
            || sees.past(s.on) && sees.open(Topic::Reflections) && !s.reflective.is_empty())
    };
    thin(sessions, maker, |old| {
        !hidden(old) || referred(old.id.as_str())
    });
    for old in sessions.iter_mut() {
        let new = maker.session();
        let whole = Session {
            id: old.id.clone(),
            ..new.clone()
        };
        if hidden(old) && hidden(&whole) {
            *old = whole;
            continue;
        }
        old.at = new.at;
        // Paid or not, late or not, in a group or not: no chair sees it.
        old.counted = new.counted;
        if !counted(old) {
            old.minutes = new.minutes;
        }
        if !sees.open(Topic::Attendance) {
            old.status = new.status;
        }
        old.counted.late &= old.status == SessionStatus::Cancelled;
        if !sees.open(Topic::SessionContent) {
            old.preparation = new.preparation;
            old.opening = new.opening;
            old.record = new.record;
        }
        if !sees.open(Topic::Reflections) {
            old.reflective = new.reflective;
        }
    }
    for _ in 0..maker.tape.below(3) {
        sessions.push(maker.session());
        let last = sessions.len() - 1;
        if hidden(&sessions[last]) {
            maker.sessions.push(sessions[last].id.clone());
        } else {
            sessions.pop();
        }
    }
}

fn meetings(e: &mut Engagement, referred: &dyn Fn(&str) -> bool, sees: &Sees, maker: &mut Maker) {
    let frozen = e.clone();
    let spoken_of = |meeting: &Meeting| {
        let here = |c: &&Commitment| c.meeting.as_ref() == Some(&meeting.id);
        let mut promised = frozen.commitments.iter().filter(here);
        promised.any(|c| sees.commitment(&frozen, c))
    };
    // A promise made at a hidden meeting must stay hidden, whatever the meeting becomes.
    let silent = |meeting: &Meeting| {
        let here = |c: &&Commitment| c.meeting.as_ref() == Some(&meeting.id);
        frozen
            .commitments
            .iter()
            .filter(here)
            .all(|c| !sees.held(meeting) || !sees.course(c) && !sees.sat(meeting))
    };
    thin(&mut e.meetings, maker, |old| {
        sees.any_of_meeting(old) || referred(old.id.as_str())
    });
    for old in &mut e.meetings {
        let new = maker.meeting();
        let whole = Meeting {
            id: old.id.clone(),
            ..new.clone()
        };
        let hidden = !sees.any_of_meeting(old) && !spoken_of(old);
        if hidden && !sees.any_of_meeting(&whole) && silent(&whole) {
            *old = whole;
        } else {
            unseen_of_meeting(old, new, sees, maker);
        }
    }
    for _ in 0..maker.tape.below(3) {
        let meeting = maker.meeting();
        if !sees.any_of_meeting(&meeting) {
            e.meetings.push(meeting);
        }
    }
}

/// Changes the parts of a meeting that the chair may not see.
fn unseen_of_meeting(old: &mut Meeting, new: Meeting, sees: &Sees, maker: &mut Maker) {
    let knows = sees.knows(old);
    let two_chairs = sees.coachee && knows && sees.open(Topic::SessionContent);
    if !sees.open(Topic::Reflections) {
        old.reflective = new.reflective;
    }
    if !two_chairs {
        old.preparation = new.preparation;
        old.debrief = new.debrief;
    }
    if !sees.open(Topic::Engagement) {
        old.place = new.place;
    }
    if !sees.agenda(old) {
        old.agenda = new.agenda;
    }
    if !(knows && sees.outcome(old, Topic::MeetingOutcomes)) {
        old.decisions = new.decisions;
    }
    if !sees.outcome(old, Topic::BaselineGoals) {
        old.agreed = maker.agreed(old.on);
    }
    if !sees.held(old) {
        old.attended.clone_from(&new.attended);
        // How a meeting that is to come will end is not known on the day.
        let to_come = !sees.past(old.on) && old.status != MeetingStatus::Cancelled;
        if to_come && maker.tape.chance(50) {
            old.status = match old.status {
                MeetingStatus::Held => MeetingStatus::Planned,
                _ => MeetingStatus::Held,
            };
        }
    }
    if !knows && !sees.open(Topic::Engagement) {
        old.minutes = new.minutes;
        old.invited = new.invited;
        old.arranged = new.arranged.min(old.on);
        if sees.held(old) {
            old.attended = new.attended;
            old.attended.retain(|party| !sees.is_own(party));
        }
    }
}

fn notes<T: Tag>(
    notes: &mut Vec<Noted<T>>,
    referred: &dyn Fn(&str) -> bool,
    sees: &Sees,
    maker: &mut Maker,
) {
    thin(notes, maker, |old| {
        sees.note(old) || referred(old.id.as_str())
    });
    for old in notes.iter_mut() {
        let id = old.id.clone();
        let new = Noted { id, ..maker.note() };
        if sees.note(old) {
            old.session = new.session;
            old.goal = new.goal;
        } else if !sees.note(&new) {
            *old = new;
        }
    }
    for _ in 0..maker.tape.below(3) {
        let new = maker.note();
        if !sees.note(&new) {
            notes.push(new);
        }
    }
}

fn commitments(all: &mut Vec<Commitment>, e: &Engagement, sees: &Sees, maker: &mut Maker) {
    let seen = |c: &Commitment| sees.commitment(e, c);
    thin(all, maker, seen);
    for old in all.iter_mut() {
        let new = Commitment {
            id: old.id.clone(),
            ..maker.commitment()
        };
        if seen(old) {
            let known = old.settled.is_some_and(|day| sees.past(day));
            let (status, settled) = match (sees.course(old), known) {
                (true, true) => (old.status, old.settled),
                (true, false) => (new.status, later(maker, sees)),
                (false, _) => (new.status, new.settled.map(|day| day.max(old.made))),
            };
            old.session = new.session;
            old.status = status;
            old.settled = settled;
        } else if !seen(&new) {
            *old = new;
        } else if let Some(at) = old.meeting.as_ref().and_then(|id| e.meeting(id)) {
            // Its meeting may be on another day now.
            old.made = old.made.min(at.on);
        }
    }
    let new = maker.commitment();
    if !seen(&new) {
        all.push(new);
    }
}

/// A day that has not come, or none.
pub fn later(maker: &mut Maker, sees: &Sees) -> Option<Day> {
    let days: Vec<Day> = (0..=DAYS).map(nth).filter(|&day| !sees.past(day)).collect();
    maker.tape.maybe(60, &days)
}

fn positions(all: &mut Vec<Position>, e: &Engagement, sees: &Sees, maker: &mut Maker) {
    thin(all, maker, |old| sees.position(e, old));
    for old in all.iter_mut().filter(|old| !sees.position(e, old)) {
        let new = maker.position().filter(|new| !sees.position(e, new));
        if let Some(new) = new {
            let id = old.id.clone();
            *old = Position { id, ..new };
        }
    }
    let new = maker.position().filter(|new| !sees.position(e, new));
    all.extend(new);
}

fn contacts(all: &mut Vec<Contact>, sees: &Sees, maker: &mut Maker) {
    thin(all, maker, |old| sees.contact(old));
    for old in all.iter_mut() {
        let new = Contact {
            id: old.id.clone(),
            ..maker.contact()
        };
        if sees.contact(old) {
            let other = Contact {
                how: new.how,
                coachee_told: new.coachee_told,
                resolved: new.resolved.map(|day| day.max(old.on)),
                withheld: new.withheld,
                ..old.clone()
            };
            // To the coachee: never withheld, or the reason is gone.
            if sees.contact(&other) {
                *old = other;
            }
        } else if !sees.contact(&new) {
            *old = new;
        }
    }
    let new = maker.contact();
    if !sees.contact(&new) {
        all.push(new);
    }
}

fn releases(all: &mut Vec<Release>, e: &Engagement, sees: &Sees, maker: &mut Maker) {
    thin(all, maker, |old| sees.release(old));
    for old in all.iter_mut() {
        let new = Release {
            id: old.id.clone(),
            ..maker.release()
        };
        if !sees.release(old) {
            if !sees.release(&new) {
                *old = new;
            }
            continue;
        }
        old.how = new.how;
        old.session.clone_from(&new.session);
        if !old.withdrawn.is_some_and(|day| sees.past(day)) {
            old.withdrawn = later(maker, sees);
        }
        // A release whose topic is closed stands in no visible note's place.
        if sees.coachee || !sees.open(old.topic) {
            old.note = new.note;
        }
        let stands_apart = |goal| !sees.in_last_baseline(e, goal);
        if sees.coachee || old.goal.iter().all(stands_apart) && new.goal.iter().all(stands_apart) {
            old.goal = new.goal;
        }
    }
    for _ in 0..maker.tape.below(4) {
        let new = maker.release();
        if !sees.release(&new) {
            all.push(new);
        }
    }
    // Somebody to whom it was released may be there on other days now.
    let there = |party: &PartyId, day| e.party(party).is_some_and(|party| party.is_in(day));
    all.retain(|release| match &release.audience {
        Audience::Party(party) => sees.release(release) || there(party, release.given),
        Audience::Supervisor | Audience::Public => true,
    });
}
