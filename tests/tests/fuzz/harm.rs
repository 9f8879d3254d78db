//! What happens to an example: flips, cuts, repeats, numbers that lie at an edge, parts of others.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use whole_program_tests::fuzz::LONGEST;

#[derive(Clone, Debug)]
pub enum Harm {
    Flip(Index, u8),
    Byte(Index, u8),
    Number(Index, u64, usize, bool),
    Word(Index, &'static str),
    Cut(Index, Index),
    End(Index),
    Repeat(Index, Index, usize),
    Part(usize, Index, Index, Index),
}

/// Numbers at which a reader may go wrong, in the low bytes first.
const EDGES: &[u64] = &[
    0,
    1,
    0x7f,
    0xff,
    0x7fff,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
    0x7fff_ffff_ffff_ffff,
    u64::MAX,
];

/// Words that mean something to one reader or the other.
const WORDS: &[&str] = &[
    "-1",
    "99999999999999999999",
    "1e999",
    "0001-01-01",
    "9999-12-31",
    "20260230T250000Z",
    "RRULE:FREQ=DAILY;INTERVAL=0\r\n",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5\r\n",
    "DURATION:P99999999W\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VCARD\r\n",
    "XFD1048576",
    "&#0;",
    "&#x10FFFF;",
    "<!DOCTYPE a>",
    "\u{202e}",
    "\u{0}",
    "\"",
    "[[[[[[[[",
    "null",
];

/// Which example, and what happens to it.
pub fn harms(examples: usize) -> impl Strategy<Value = (usize, Vec<Harm>)> {
    let place = any::<Index>;
    let harm = prop_oneof![
        (place(), 0..8_u8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        (
            place(),
            prop::sample::select(EDGES),
            1..=8_usize,
            any::<bool>()
        )
            .prop_map(|(at, number, width, big)| Harm::Number(at, number, width, big)),
        (place(), prop::sample::select(WORDS)).prop_map(|(at, word)| Harm::Word(at, word)),
        (place(), place()).prop_map(|(from, to)| Harm::Cut(from, to)),
        place().prop_map(Harm::End),
        (place(), place(), 1..2000_usize)
            .prop_map(|(from, to, times)| Harm::Repeat(from, to, times)),
        (0..examples, place(), place(), place())
            .prop_map(|(other, from, to, at)| Harm::Part(other, from, to, at)),
    ];
    (0..examples, vec(harm, 1..6))
}

/// An example with all that happens to it, at most so long.
pub fn harmed(examples: &[Vec<u8>], which: usize, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = examples[which].clone();
    for harm in harms {
        one(examples, &mut bytes, harm);
        bytes.truncate(LONGEST);
    }
    bytes
}

fn one(examples: &[Vec<u8>], bytes: &mut Vec<u8>, harm: &Harm) {
    let at = |place: &Index, bytes: &[u8]| place.index(bytes.len() + 1);
    let range = |from: &Index, to: &Index, bytes: &[u8]| {
        let (from, to) = (at(from, bytes), at(to, bytes));
        from.min(to)..from.max(to)
    };
    match harm {
        Harm::Flip(place, bit) => {
            let place = at(place, bytes);
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << bit;
            }
        }
        Harm::Byte(place, new) => bytes.insert(at(place, bytes), *new),
        Harm::Number(place, number, width, big) => {
            let little = number.to_le_bytes();
            let mut number = little[..*width].to_vec();
            if *big {
                number.reverse();
            }
            let place = at(place, bytes);
            let places = bytes.iter_mut().skip(place);
            places.zip(number).for_each(|(byte, new)| *byte = new);
        }
        Harm::Word(place, word) => {
            let place = at(place, bytes);
            bytes.splice(place..place, word.bytes());
        }
        Harm::Cut(from, to) => {
            bytes.drain(range(from, to, bytes));
        }
        Harm::End(place) => bytes.truncate(at(place, bytes)),
        Harm::Repeat(from, to, times) => {
            let range = range(from, to, bytes);
            let times = (*times).min(LONGEST / range.len().max(1));
            let again = bytes[range.clone()].repeat(times);
            bytes.splice(range.end..range.end, again);
        }
        Harm::Part(other, from, to, place) => {
            let other = &examples[*other];
            let part = other[range(from, to, other)].to_vec();
            let place = at(place, bytes);
            bytes.splice(place..place, part);
        }
    }
}
