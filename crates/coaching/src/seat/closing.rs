//! The end of an engagement in a view: what was agreed to be said about it for those to whom the
//! engagement is open; what follows, and how long notes are kept, for the two chairs alone.

use super::Gate;
use crate::closing::{Clocks, FollowUp, clocks, has_ended};
use crate::day::Day;
use crate::view::{FollowUpSeen, Line};
use crate::words::Topic;

/// What was agreed to be said about the end, from the day of the end on.
pub(super) fn ending(gate: &Gate) -> Option<Line> {
    let e = &gate.case.engagement;
    gate.line(&e.ending.words, has_ended(e, gate.on)?)
}

/// From the day of the end on.
pub(super) fn follow_ups(gate: &Gate) -> Vec<FollowUpSeen> {
    let mut seen: Vec<_> = match between_two(gate) {
        Some(_) if gate.open(Topic::SessionContent) => {
            let all = gate.case.engagement.follow_ups.iter();
            all.map(|each| follow_up(gate, each)).collect()
        }
        _ => Vec::new(),
    };
    seen.sort();
    seen
}

fn follow_up(gate: &Gate, follow_up: &FollowUp) -> FollowUpSeen {
    let done = follow_up.done.filter(|done| *done <= gate.on);
    FollowUpSeen {
        due: follow_up.due,
        done,
        words: done.and_then(|done| gate.line(&follow_up.words, done)),
    }
}

/// The day of the end, for those on the two chairs who may know of it.
pub(crate) fn between_two(gate: &Gate) -> Option<Day> {
    let known = gate.on_two_chairs() && gate.open(Topic::Engagement);
    has_ended(&gate.case.engagement, gate.on).filter(|_| known)
}

/// The record's clock goes by the last session, so it stands only where sessions may be known.
pub(super) fn kept_until(gate: &Gate) -> Option<Clocks> {
    between_two(gate).filter(|_| gate.open(Topic::Attendance))?;
    clocks(&gate.case.engagement, gate.case.keeps, gate.on)
}
