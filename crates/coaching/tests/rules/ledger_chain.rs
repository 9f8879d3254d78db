//! The ledger's chain: what was changed, taken out or put elsewhere is found.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use coaching::ledger::{Disclosed, Disclosure, Exception, Ground, first_break};
use coaching::text::Wording;
use coaching::words::{Channel, Consulted, ExceptionKind, Teller, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{day, id, morning};
use crate::support::cases;
use crate::support::maker::Maker;
use crate::support::tape::Tape;
use crate::support::whole::entry;

/// Any hash will do to test the chain: that it is SHA-256 is for its caller to say.
fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Entries that differ here and there, not yet chained.
fn entries(numbers: &[u16], count: usize) -> Vec<Disclosure> {
    let mut tape = Tape::new(numbers);
    let mut maker = Maker::new(&mut tape);
    maker.parties = vec![id("ingrid"), id("tom")];
    (1..=count as u32)
        .map(|number| entry(&mut maker, number))
        .collect()
}

fn chained(mut entries: Vec<Disclosure>) -> Vec<Disclosure> {
    let mut previous = String::new();
    for entry in &mut entries {
        entry.previous = previous;
        entry.hash = hash(&entry.sealed());
        previous = entry.hash.clone();
    }
    entries
}

#[test]
fn an_empty_ledger_holds() {
    assert_eq!(first_break(&[], hash), None);
}

/// The format of `docs/interchange.md`, field by field.
#[test]
fn an_entry_is_sealed_as_it_is_documented() {
    let entry = Disclosure {
        ground: Ground::Release(id("r1")),
        ..told(Ground::Approval)
    };
    let fields = [
        "three-chairs-ledger-1",
        "before",
        "7",
        "2026-05-04",
        "2026-05-04T09:00:00+00:00",
        "ingrid",
        "coach",
        "call",
        "words",
        "progress",
        "I have handed the launch to Jo.",
        "",
        "release",
        "r1",
    ];
    let mut documented = Vec::new();
    for field in fields {
        documented.extend((field.len() as u64).to_le_bytes());
        documented.extend(field.as_bytes());
    }
    assert_eq!(entry.sealed(), documented);
}

#[test]
fn no_ground_is_sealed_as_another() {
    let reason = Wording::new("danger").expect("words");
    let sealed: BTreeSet<Vec<u8>> = [
        Ground::Boundary(id("x")),
        Ground::Release(id("x")),
        Ground::Meeting(id("x")),
        Ground::CoacheesOwn,
        Ground::Approval,
        Ground::TwoChairRecord,
        Ground::Proposal(id("x")),
        Ground::Supervision,
        Ground::Access,
        Ground::Exception(Exception {
            kind: ExceptionKind::Danger,
            reason: reason.clone(),
            consulted: Consulted::Nobody,
        }),
        Ground::Exception(Exception {
            kind: ExceptionKind::Law,
            reason: reason.clone(),
            consulted: Consulted::Nobody,
        }),
        Ground::Exception(Exception {
            kind: ExceptionKind::Law,
            reason,
            consulted: Consulted::Lawyer,
        }),
    ]
    .into_iter()
    .map(|ground| told(ground).sealed())
    .collect();
    assert_eq!(sealed.len(), 12);
}

fn told(ground: Ground) -> Disclosure {
    Disclosure {
        number: 7,
        on: day("2026-05-04"),
        recorded: morning(day("2026-05-04")),
        to: Some(id("ingrid")),
        by: Teller::Coach,
        how: Channel::Call,
        what: Disclosed::Words {
            topic: Topic::Progress,
            wording: Wording::new("I have handed the launch to Jo.").expect("words"),
            version: None,
        },
        ground,
        previous: "before".to_owned(),
        hash: String::new(),
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_ledger_holds_as_it_was_written(numbers in vec(any::<u16>(), 0..150), count in 1..8usize) {
        prop_assert_eq!(first_break(&chained(entries(&numbers, count)), hash), None);
    }

    #[test]
    fn a_changed_entry_is_found_at_its_place(
        numbers in vec(any::<u16>(), 0..150),
        others in vec(any::<u16>(), 0..150),
        count in 1..8usize,
        at in any::<prop::sample::Index>(),
    ) {
        let mut ledger = chained(entries(&numbers, count));
        let at = at.index(count);
        let (old, mut new) = (ledger[at].clone(), entries(&others, count)[at].clone());
        new.previous.clone_from(&old.previous);
        new.hash.clone_from(&old.hash);
        let changed = new != old;
        ledger[at] = new;
        prop_assert_eq!(first_break(&ledger, hash), changed.then_some(at as u32 + 1));
    }

    #[test]
    fn an_entry_changed_with_its_own_hash_is_found_at_the_next(
        numbers in vec(any::<u16>(), 0..150),
        count in 2..8usize,
        at in any::<prop::sample::Index>(),
    ) {
        let mut ledger = chained(entries(&numbers, count));
        let at = at.index(count - 1);
        ledger[at].to = Some(id("somebody-else"));
        ledger[at].hash = hash(&ledger[at].sealed());
        prop_assert_eq!(first_break(&ledger, hash), Some(at as u32 + 2));
    }

    #[test]
    fn a_removed_entry_is_found_unless_it_is_the_last(
        numbers in vec(any::<u16>(), 0..150),
        count in 2..8usize,
        at in any::<prop::sample::Index>(),
    ) {
        let mut ledger = chained(entries(&numbers, count));
        let at = at.index(count - 1);
        ledger.remove(at);
        prop_assert_eq!(first_break(&ledger, hash), Some(at as u32 + 1));
    }

    #[test]
    fn reordered_entries_are_found(
        numbers in vec(any::<u16>(), 0..150),
        count in 2..8usize,
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let mut ledger = chained(entries(&numbers, count));
        let (one, other) = (one.index(count), other.index(count));
        ledger.swap(one, other);
        let first = one.min(other) as u32 + 1;
        prop_assert_eq!(first_break(&ledger, hash), (one != other).then_some(first));
    }

    /// Two entries that share their sealed bytes are the same in all but the hash.
    #[test]
    fn sealing_is_injective(
        numbers in vec(0..40u16, 0..20),
        others in vec(0..40u16, 0..20),
        shared in 0..20usize,
    ) {
        // They begin alike, so that most pairs differ in little or in nothing.
        let mut others = others;
        for (other, number) in others.iter_mut().zip(&numbers).take(shared) {
            *other = *number;
        }
        let (a, b) = (&entries(&numbers, 1)[0], &entries(&others, 1)[0]);
        prop_assert_eq!(a == b, a.sealed() == b.sealed());
    }
}
