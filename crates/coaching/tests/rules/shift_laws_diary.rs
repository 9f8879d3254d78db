//! Histories as a coach makes them: goals that begin and shift through the rules alone, on any day, in
//! any order of entry, with many attempts that are refused.

use chrono::Duration;
use coaching::day::Day;
use coaching::goals::Goal;
use coaching::ids::GoalId;
use coaching::record::Engagement;
use coaching::shifting::{GoalWording, Occasion, Refusal, ShiftSaid, begin, carried, shift};
use coaching::text::Text;
use coaching::words::{Prompt, ShiftKind};

use crate::support::build::{case, day, id, morning, text};
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;

/// What one tries to record.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A goal begins.
    Begins {
        goal: usize,
        on: Day,
        emerging: bool,
    },
    /// A goal shifts.
    Shifts {
        number: usize,
        goal: usize,
        on: Day,
        kind: ShiftKind,
        worded: bool,
        placed: bool,
        into: Vec<usize>,
    },
}

impl Entry {
    pub fn on(&self) -> Day {
        match self {
            Entry::Begins { on, .. } | Entry::Shifts { on, .. } => *on,
        }
    }
}

pub fn goal_id(number: usize) -> GoalId {
    id(&format!("goal-{number}"))
}

/// An engagement without goals.
pub fn blank() -> Engagement {
    case().engagement
}

fn wording(of: &str) -> GoalWording {
    GoalWording {
        title: text(&format!("Title {of}")),
        words: text(&format!("Words {of}")),
        why: text(&format!("Why {of}")),
        measure: Text::empty(),
        weight: 2,
    }
}

/// Records it, as the desk does; what cannot be is refused, and changes nothing.
pub fn record(e: &mut Engagement, entry: &Entry, moment: usize) -> Result<(), Refusal> {
    let at = |version: String, on: Day| Occasion {
        version: id(&version),
        on,
        recorded: morning(day("2026-03-20")) + Duration::minutes(moment as i64),
        session: None,
        meeting: None,
    };
    match entry {
        Entry::Begins { goal, on, emerging } => {
            let first = at(format!("v-{goal}"), *on);
            let words = wording(&format!("of {goal}"));
            let begun = begin(e, goal_id(*goal), words, *emerging, first)?;
            if e.goal(&begun.id).is_some() {
                return Err(Refusal::SameDay);
            }
            e.goals.push(begun);
        }
        Entry::Shifts {
            number,
            goal,
            on,
            kind,
            worded,
            placed,
            into,
        } => {
            let said = ShiftSaid {
                kind: *kind,
                prompt: Prompt::Insight,
                reason: text(&format!("Reason {number}")),
                raised_by: None,
                into: into.iter().map(|goal| goal_id(*goal)).collect(),
                wording: worded.then(|| wording(&number.to_string())),
                place: placed.then_some(100 + *number as u16),
            };
            let goal = goal_id(*goal);
            let version = shift(e, &goal, said, at(format!("s-{number}"), *on))?;
            let known = e.goal(&goal).ok_or(Refusal::NoSuchGoal)?;
            let old = known.on(version.on).ok_or(Refusal::BeforeItBegan)?;
            let later = carried(e, known, old, &version);
            let found = e.goals.iter_mut().find(|each| each.id == goal);
            let known: &mut Goal = found.ok_or(Refusal::NoSuchGoal)?;
            for reads in later {
                for version in &mut known.versions {
                    if version.id == reads.id {
                        *version = reads.clone();
                    }
                }
            }
            known.versions.push(version);
        }
    }
    Ok(())
}

/// Records what can be; the entries that were taken, in the order of entry.
pub fn record_all(entries: &[Entry]) -> (Engagement, Vec<Entry>) {
    let mut e = blank();
    let taken = entries
        .iter()
        .enumerate()
        .filter(|(moment, entry)| record(&mut e, entry, *moment).is_ok())
        .map(|(_, entry)| entry.clone())
        .collect();
    (e, taken)
}

/// How many goals there are to speak of; not all of them begin.
const GOALS: usize = 5;

/// Anything one may try: most of it on goals that have begun, some of it wrong in every way.
pub fn attempts(tape: &mut Tape) -> Vec<Entry> {
    let count = 6 + tape.below(30);
    let entry = |number: usize, tape: &mut Tape| {
        let on = nth(tape.below(DAYS));
        let goal = tape.below(GOALS);
        if number < 3 || tape.chance(15) {
            return Entry::Begins {
                goal: if number < 3 { number } else { goal },
                on: nth(tape.below(4)),
                emerging: tape.chance(40),
            };
        }
        let kind = tape.pick(ShiftKind::ALL);
        let names = match kind {
            ShiftKind::Replaced | ShiftKind::Merged => 1,
            ShiftKind::Split => 2,
            _ => 0,
        };
        let names = if tape.chance(10) {
            tape.below(4)
        } else {
            names
        };
        Entry::Shifts {
            number,
            goal,
            on,
            kind,
            worded: tape.chance(50),
            placed: kind == ShiftKind::Reprioritised,
            into: (0..names).map(|_| tape.below(GOALS)).collect(),
        }
    };
    (0..count).map(|number| entry(number, tape)).collect()
}

/// Entries of which none is refused in any order, once every goal has begun: kinds that go on, each
/// on its own day, and at most one end, after all of them.
pub fn welcome(tape: &mut Tape) -> (Vec<Entry>, Vec<Entry>) {
    let begins = (0..GOALS)
        .map(|goal| Entry::Begins {
            goal,
            on: nth(0),
            emerging: tape.chance(50),
        })
        .collect();
    let mut shifts = Vec::new();
    // The last goal is there to be named by the others.
    for goal in 0..GOALS - 1 {
        for n in 1..DAYS - 1 {
            if tape.chance(40) {
                let kind = tape.pick(&[
                    ShiftKind::Clarified,
                    ShiftKind::Morphed,
                    ShiftKind::ReScoped,
                    ShiftKind::Reprioritised,
                ]);
                shifts.push(Entry::Shifts {
                    number: shifts.len(),
                    goal,
                    on: nth(n),
                    kind,
                    worded: kind != ShiftKind::Reprioritised && tape.chance(60),
                    placed: kind == ShiftKind::Reprioritised,
                    into: vec![],
                });
            }
        }
        if tape.chance(50) {
            let kind = tape.pick(&[
                ShiftKind::Achieved,
                ShiftKind::LetGo,
                ShiftKind::Merged,
                ShiftKind::Paused,
            ]);
            shifts.push(Entry::Shifts {
                number: shifts.len(),
                goal,
                on: nth(DAYS - 1),
                kind,
                worded: false,
                placed: false,
                into: if kind == ShiftKind::Merged {
                    vec![GOALS - 1]
                } else {
                    vec![]
                },
            });
        }
    }
    (begins, shifts)
}
