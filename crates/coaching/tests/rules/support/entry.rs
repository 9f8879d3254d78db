//! The same record, entered again: under other ids and in another order.

use coaching::goals::Goal;
use coaching::ids::PartyId;
use coaching::record::{Case, Engagement, Noted};
use coaching::text::Tag;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::tape::Tape;
use super::whole::each_list_of_notes;

/// The record under other ids, each list in another order where the order means nothing, and the
/// chair's new id.
pub fn again(case: &Case, chair: &PartyId, tape: &mut Tape) -> (Case, PartyId) {
    let turn = Turn {
        factor: 1 + tape.below(PRIME - 1),
        term: tape.below(PRIME),
    };
    let mut case = Case {
        coach: case.coach.clone(),
        engagement: turn.over(&case.engagement),
        people: turn.over(&case.people),
        organisations: turn.over(&case.organisations),
        keeps: case.keeps,
    };
    shuffle(&mut case, tape);
    (case, turn.over(chair))
}

const PRIME: usize = 99_991;

/// Another number for each number, and never the same for two.
struct Turn {
    factor: usize,
    term: usize,
}

impl Turn {
    /// Anything that can be kept, with every id `id-N` turned into another.
    fn over<T: Serialize + DeserializeOwned>(&self, whole: &T) -> T {
        let mut value = serde_json::to_value(whole).expect("a record can be kept");
        self.walk(&mut value);
        serde_json::from_value(value).expect("what was kept can be read")
    }

    fn walk(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                let number = text.strip_prefix("id-").map(str::parse::<usize>);
                if let Some(Ok(number)) = number {
                    *text = format!("id-{:05}", (number * self.factor + self.term) % PRIME);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.walk(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.walk(field)),
            _ => {}
        }
    }
}

/// Another order of entry. What keeps its order: the steps of a telling (by day), the goals that a
/// meeting agreed and its decisions (as they were agreed and taken), corrections (oldest first), the
/// ledger.
fn shuffle(case: &mut Case, tape: &mut Tape) {
    fn notes<T: Tag>(notes: &mut [Noted<T>], tape: &mut Tape) {
        tape.shuffle(notes);
    }
    tape.shuffle(&mut case.people);
    tape.shuffle(&mut case.organisations);
    let e: &mut Engagement = &mut case.engagement;
    tape.shuffle(&mut e.parties);
    tape.shuffle(&mut e.agreements);
    for agreement in &mut e.agreements {
        tape.shuffle(&mut agreement.boundaries);
        tape.shuffle(&mut agreement.assents);
    }
    tape.shuffle(&mut e.sessions);
    tape.shuffle(&mut e.meetings);
    for meeting in &mut e.meetings {
        tape.shuffle(&mut meeting.invited);
        tape.shuffle(&mut meeting.attended);
    }
    shuffle_goals(&mut e.goals, tape);
    tape.shuffle(&mut e.tellings);
    tape.shuffle(&mut e.commitments);
    tape.shuffle(&mut e.positions);
    tape.shuffle(&mut e.sponsor_contacts);
    tape.shuffle(&mut e.releases);
    tape.shuffle(&mut e.scores);
    tape.shuffle(&mut e.self_ratings);
    tape.shuffle(&mut e.rounds);
    for round in &mut e.rounds {
        tape.shuffle(&mut round.asked);
        tape.shuffle(&mut round.answers);
    }
    tape.shuffle(&mut e.priorities);
    for priority in &mut e.priorities {
        tape.shuffle(&mut priority.wordings);
    }
    tape.shuffle(&mut e.ties);
    tape.shuffle(&mut e.threads);
    for thread in &mut e.threads {
        tape.shuffle(&mut thread.insights);
    }
    tape.shuffle(&mut e.follow_ups);
    tape.shuffle(&mut e.beliefs);
    tape.shuffle(&mut e.clashes);
    for clash in &mut e.clashes {
        tape.shuffle(&mut clash.sides);
        tape.shuffle(&mut clash.experiments);
    }
    tape.shuffle(&mut e.approvals);
    tape.shuffle(&mut e.supervision);
    each_list_of_notes!(e, notes(tape));
}

/// Another order in which goals and their versions were entered.
pub fn shuffle_goals(goals: &mut [Goal], tape: &mut Tape) {
    tape.shuffle(goals);
    for goal in goals {
        tape.shuffle(&mut goal.versions);
        for version in &mut goal.versions {
            if let Some(shift) = &mut version.shift {
                tape.shuffle(&mut shift.into);
            }
        }
    }
}
