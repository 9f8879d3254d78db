//! Pairs of histories that one chair cannot tell apart, marked word by word, and the two practices they
//! stand in.

use std::collections::BTreeSet;

use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId};
use coaching::ledger::Disclosure;
use coaching::record::{Case, Organisation, Party, Person};
use coaching::seat::seat;
use coaching::words::Role;
use practice::interchange::{self, PracticeRecord};
use serde_json::Value;

use crate::marks::{mark, marks_in};
use crate::support::entry::again;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::unseen::changed;
use crate::support::whole::{a_day, any_case};

/// Seeds of the tapes by which second histories and other engagements are made.
const SECOND: u64 = 1 << 20;
const OTHERS: u64 = 2 << 20;

/// An engagement and the party in whose chair one sits.
pub struct Seat {
    pub case: Case,
    pub chair: PartyId,
}

/// Two histories that one chair cannot tell apart on a day.
pub struct Pair {
    pub seed: u64,
    pub on: Day,
    pub first: Seat,
    pub second: Seat,
    /// All marks in the first history.
    pub marks: BTreeSet<String>,
}

/// The pair with that number: of a chair for which there are documents, but for every tenth, which may be
/// anybody's.
pub fn pair(seed: u64) -> Pair {
    // Where nobody may have a document there is nothing to read: the next tape.
    for attempt in 0.. {
        let record = fixed_tape(seed + attempt * 100_000, 1100);
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = marked(&any_case(&mut tape), 'a', seed);
        let framed = |party: &&Party| {
            let has_documents = party.role == Role::Coachee || party.role.on_the_sponsors_side();
            let view = seat(&case, &party.id, on).unwrap();
            seed % 10 == 9 || has_documents && view.heading().is_some()
        };
        let mut parties: Vec<&Party> = case.engagement.parties.iter().filter(framed).collect();
        if !seed.is_multiple_of(5) {
            parties.retain(|party| party.role != Role::Coachee);
        }
        let Some(party) = parties.get(seed as usize % parties.len().max(1)) else {
            continue;
        };
        let change = fixed_tape(seed + SECOND, 1500);
        let mut tape = Tape::new(&change);
        let other = changed(&case, &party.id, on, &mut tape);
        let (other, chair) = again(&other, &party.id, &mut tape);
        let first = Seat {
            chair: party.id.clone(),
            case: case.clone(),
        };
        let second = Seat {
            chair,
            case: marked(&other, 'b', seed),
        };
        let marks = marks_in(&serde_json::to_vec(&case.engagement).unwrap());
        return Pair {
            seed,
            on,
            first: first.under(&format!("p{seed}-")),
            second: second.under(&format!("q{seed}-")),
            marks,
        };
    }
    unreachable!("there is always a next tape")
}

impl Seat {
    /// The same under ids that no other engagement has.
    fn under(self, lead: &str) -> Self {
        let case = under(&self.case, lead);
        Self {
            chair: PartyId::new(format!("{lead}{}", self.chair)).unwrap(),
            case,
        }
    }
}

/// An engagement under ids that begin like this.
fn under(case: &Case, lead: &str) -> Case {
    let led = |value: Value| {
        walked(value, &mut |text: &mut String| {
            if text.starts_with("id-") || text == "org" {
                text.insert_str(0, lead);
            }
        })
    };
    let mut engagement = case.engagement.clone();
    let mut of = serde_json::to_value(&engagement).unwrap();
    of = led(of);
    engagement = serde_json::from_value(of).unwrap();
    engagement.id = EngagementId::new(format!("{lead}engagement")).unwrap();
    engagement.ledger = chained(engagement.ledger);
    Case {
        coach: case.coach.clone(),
        engagement,
        people: serde_json::from_value(led(serde_json::to_value(&case.people).unwrap())).unwrap(),
        organisations: serde_json::from_value(led(
            serde_json::to_value(&case.organisations).unwrap()
        ))
        .unwrap(),
        keeps: case.keeps,
    }
}

fn chained(mut ledger: Vec<Disclosure>) -> Vec<Disclosure> {
    let mut previous = String::new();
    for entry in &mut ledger {
        entry.previous.clone_from(&previous);
        entry.hash = vault::sha256_hex(&entry.sealed());
        previous.clone_from(&entry.hash);
    }
    ledger
}

/// Marks every text that has no mark yet: every word of it is known again wherever it turns up.
fn marked(case: &Case, history: char, seed: u64) -> Case {
    let mut number = 0;
    let mut add = |text: &mut String| {
        if marks_in(text.as_bytes()).is_empty() {
            text.push(' ');
            text.push_str(&mark(history, seed, number));
            number += 1;
        }
    };
    let mut case = case.clone();
    let engagement = serde_json::to_value(&case.engagement).unwrap();
    let engagement = walked(engagement, &mut |text| {
        if text.contains('#') {
            add(text);
        }
    });
    case.engagement = serde_json::from_value(engagement).unwrap();
    add(&mut case.engagement.name);
    for party in &mut case.engagement.parties {
        add(&mut party.relation);
    }
    for mask in &mut case.engagement.masks {
        add(&mut mask.name);
    }
    for person in &mut case.people {
        for text in [
            &mut person.name,
            &mut person.title,
            &mut person.called,
            &mut person.email,
            &mut person.phone,
        ] {
            add(text);
        }
    }
    for organisation in &mut case.organisations {
        add(&mut organisation.name);
        add(&mut organisation.place);
    }
    case
}

fn walked(mut value: Value, with: &mut dyn FnMut(&mut String)) -> Value {
    fn walk(value: &mut Value, with: &mut dyn FnMut(&mut String)) {
        match value {
            Value::String(text) => with(text),
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, with)),
            Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, with)),
            _ => {}
        }
    }
    walk(&mut value, with);
    value
}

/// Two practices, as they are exchanged: one with every first history, the other with every second, each
/// with other engagements besides, in which people of the pairs stand as well.
pub fn practices(pairs: &[Pair]) -> (Vec<u8>, Vec<u8>) {
    let first: Vec<&Case> = pairs.iter().map(|pair| &pair.first.case).collect();
    let mut second: Vec<&Case> = pairs.iter().map(|pair| &pair.second.case).collect();
    second.reverse();
    (practice(&first, 'a', 1), practice(&second, 'b', 3))
}

fn practice(cases: &[&Case], history: char, others: u64) -> Vec<u8> {
    let mut record = PracticeRecord::default();
    for case in cases {
        add(&mut record, case);
    }
    record.coach = cases[0].coach.clone();
    // The letterhead shows these on purpose: they are the coach's own, and the same in both.
    record.coach.email = "coach@example.com".into();
    record.coach.credentials = "PCC".into();
    record.coach.phone = "555 0100".into();
    record.coach.address = "1 Quiet Street".into();
    for n in 0..others {
        let tape = fixed_tape(OTHERS + n + u64::from(u32::from(history)), 1100);
        let case = marked(&any_case(&mut Tape::new(&tape)), history, 9000 + n);
        let mut other = under(&case, &format!("{history}{n}-"));
        // The coachee of a pair is somebody's sponsor there, and a sponsor of a pair its coachee.
        let known = cases[n as usize % cases.len()];
        for party in &mut other.engagement.parties {
            let stands = match party.role {
                Role::Sponsor => Role::Coachee,
                Role::Coachee => Role::Sponsor,
                _ => continue,
            };
            let mut there = known.engagement.parties.iter();
            let known = there.find(|party| party.role == stands).unwrap();
            party.person = known.person.clone();
        }
        add(&mut record, &other);
    }
    interchange::check(&record).expect("a practice that can be kept");
    interchange::write(&record).unwrap()
}

fn add(record: &mut PracticeRecord, case: &Case) {
    let people: Vec<Person> = case.people.clone();
    let organisations: Vec<Organisation> = case.organisations.clone();
    record.people.extend(people);
    record.organisations.extend(organisations);
    record.engagements.push(case.engagement.clone());
}
