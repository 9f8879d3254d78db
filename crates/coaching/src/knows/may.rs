//! Whether one party may know one item: the rules of [`crate::seat`], asked of a single thing.

use super::MayKnow;
use super::find::{Found, came_from};
use crate::agreement::in_force;
use crate::day::Day;
use crate::ids::{GoalVersionId, PartyId};
use crate::meetings::Meeting;
use crate::record::Release;
use crate::seat::{
    Gate, between_two, goal_named, knows_of, may_see_combined, named_from, thread_seen, tie_seen,
};
use crate::view::Ground;
use crate::words::{MeetingText, Topic, WhyNot};

pub(super) fn may<'a>(gate: &Gate<'a>, party: &'a PartyId, found: &Found<'a>) -> MayKnow<'a> {
    let itself = ground(gate, found);
    let agreed = match (found, &itself) {
        (Found::Version(_, version), Err(_)) => as_agreed(gate, &version.id),
        _ => None,
    };
    let as_agreed = agreed.is_some();
    let why = match (agreed, itself) {
        (Some(ground), _) => Ok(ground),
        (None, itself) => itself,
    };
    let (rule, role) = gate.rule(found.topic());
    MayKnow {
        party,
        may: why.is_ok(),
        in_released_words: in_released_words(gate, found, &why),
        as_agreed,
        rule,
        role,
        effective: in_force(&gate.case.engagement, gate.on).map(|agreement| agreement.effective),
        not: why.as_ref().err().copied(),
        ground: why.ok(),
    }
}

/// Why the item itself may be known, or why not.
fn ground(gate: &Gate, found: &Found) -> Result<Ground, WhyNot> {
    let e = &gate.case.engagement;
    let blank = found.text(e).trim().is_empty();
    // A number is known with or without words beside it.
    let numbers = matches!(
        found,
        Found::Attendance
            | Found::Position(_)
            | Found::Score(_)
            | Found::Rating(..)
            | Found::Combined(..)
            | Found::Tie(_)
    );
    if blank && !numbers {
        return Err(WhyNot::Nothing);
    }
    let there = match (found, found.outcome_of(e)) {
        (_, Some(meeting)) if !meeting.was_held(gate.on) => false,
        (Found::Attendance, _) => true,
        _ => found.on(e) <= gate.on,
    };
    if !there {
        return Err(WhyNot::NotYet);
    }
    match found {
        Found::Release(release) => return released_to(gate, release),
        Found::Contact(contact) if gate.is_the_coachee() && contact.is_withheld(gate.on) => {
            return Err(WhyNot::Withheld);
        }
        Found::Tie(_) | Found::Thread(_) | Found::Belief(_) | Found::Clash(_)
            if !gate.on_two_chairs() =>
        {
            return Err(WhyNot::CoacheesAlone);
        }
        Found::Tie(tie) if !tie.holds(gate.on) => return Err(WhyNot::NotYet),
        Found::FollowUp(_) if !gate.on_two_chairs() => return Err(WhyNot::CoacheesAlone),
        Found::FollowUp(_) if !gate.open(Topic::Engagement) => return Err(WhyNot::Unnamed),
        Found::FollowUp(_) if between_two(gate).is_none() => return Err(WhyNot::NotYet),
        Found::Combined(round, _) if !round.is_closed(gate.on) => return Err(WhyNot::NotYet),
        Found::Decision(meeting, _) => known(gate, meeting)?,
        Found::Meeting(meeting, MeetingText::Place) | Found::Agenda(meeting, _) => {
            known(gate, meeting)?;
        }
        Found::Meeting(_, MeetingText::Reflective) => {}
        Found::Meeting(meeting, _) => {
            // What coach and coachee prepare between them is never for anyone else.
            if !gate.is_the_coachee() {
                return Err(WhyNot::CoacheesAlone);
            }
            known(gate, meeting)?;
        }
        _ => {}
    }
    let ground = by_the_rules(gate, found)?;
    let named = match found {
        Found::Position(position) => goal_named(gate, &position.goal).is_some(),
        Found::Score(score) => named_by(named_from(gate, &score.goal, &score.version), score.on),
        Found::Rating(rating, _) => {
            named_by(named_from(gate, &rating.goal, &rating.version), rating.on)
        }
        Found::Combined(round, goal) => {
            if may_see_combined(gate, round, goal).is_none() {
                return Err(WhyNot::TooFew);
            }
            let version = round.version_of(goal);
            named_by(
                version.and_then(|version| named_from(gate, goal, version)),
                round.on,
            )
        }
        Found::Tie(tie) => tie_seen(gate, tie).is_some(),
        Found::Thread(thread) => thread_seen(gate, thread).is_some(),
        _ => true,
    };
    if named {
        Ok(ground)
    } else {
        Err(WhyNot::Unnamed)
    }
}

/// True when what was measured on a day may be told of, given from when on its goal may be named.
fn named_by(from: Option<Day>, on: Day) -> bool {
    from.is_some_and(|from| from <= on)
}

fn by_the_rules(gate: &Gate, found: &Found) -> Result<Ground, WhyNot> {
    let topic = found.topic();
    let meeting = found.outcome_of(&gate.case.engagement);
    gate.ground(topic, found.said_by(), meeting)
        .ok_or_else(|| closed(gate, topic))
}

fn closed(gate: &Gate, topic: Topic) -> WhyNot {
    match gate.rule(topic) {
        (_, None) => WhyNot::NotThere,
        (_, Some(_)) => WhyNot::Rule,
    }
}

/// A decision and a place stand with their meeting: they are known where it may be known.
fn known(gate: &Gate, meeting: &Meeting) -> Result<(), WhyNot> {
    if knows_of(gate, meeting) {
        Ok(())
    } else {
        Err(WhyNot::Unnamed)
    }
}

fn released_to(gate: &Gate, release: &Release) -> Result<Ground, WhyNot> {
    if gate.is_the_coachee() {
        return Ok(Ground::TwoChairRecord);
    }
    if gate.live_releases().any(|live| live.id == release.id) {
        return Ok(Ground::Released {
            given: release.given,
            how: release.how,
        });
    }
    if gate.is_for(release) {
        return Err(match release.counts(gate.on) {
            true => closed(gate, release.topic),
            false => WhyNot::Withdrawn,
        });
    }
    Err(WhyNot::AnotherAudience)
}

/// A version that a meeting agreed may be known in the meeting's wording.
fn as_agreed(gate: &Gate, version: &GoalVersionId) -> Option<Ground> {
    let meetings = gate.baselines.iter();
    meetings
        .filter(|meeting| meeting.agreed.iter().any(|a| a.version == *version))
        .find_map(|meeting| gate.ground(Topic::BaselineGoals, None, Some(meeting)))
}

/// Released words reach this party, and the item itself does not or is left out for them.
fn in_released_words(gate: &Gate, found: &Found, why: &Result<Ground, WhyNot>) -> bool {
    if matches!(found, Found::Release(_)) {
        return false;
    }
    let mut live = gate.live_releases().filter(|live| came_from(live, found));
    match why {
        Err(_) => live.next().is_some(),
        Ok(Ground::OwnWords) => false,
        // Only words on the note's own topic take its place.
        Ok(_) => matches!(found, Found::Note(_)) && live.any(|live| live.topic == found.topic()),
    }
}
