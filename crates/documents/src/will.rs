//! The professional will as it is printed: what the one who takes over needs, and no key.

use coaching::day::Day;
use coaching::will::Will;

use crate::content::{Block, Chair, Content, Fact, Item, Kind, Section, Signature};
use crate::language::words;
use crate::parts::{fact, paragraph};

/// The will on paper. It names nobody whom the coach works with.
#[must_use]
pub fn will(will: &Will, coach: &str, on: Day) -> Content {
    let w = words(will.language);
    let says = w.will;
    let facts = |all: &[(&str, &str)]| -> Vec<Fact> {
        let written = all.iter().filter(|(_, text)| !text.trim().is_empty());
        written
            .map(|(label, text)| fact(label, text.trim()))
            .collect()
    };
    let who = facts(&[
        (says.successor, &will.successor),
        (says.reach, &will.reach),
        (says.stand_in, &will.stand_in),
    ]);
    let places = facts(&[(says.vault, &will.vault), (says.sealed, &will.sealed)]);
    let mut sections = vec![section(says.who, vec![Block::Facts { items: who }])];
    sections.extend(lines(says.tasks, &will.tasks));
    if !places.is_empty() {
        sections.push(section(says.places, vec![Block::Facts { items: places }]));
    }
    sections.extend(lines(says.tell, &will.tell));
    let steps = says.steps.iter().map(|text| item(text)).collect();
    sections.push(section(says.getting_in, vec![Block::List { items: steps }]));
    let confidence = says.confidence.iter().map(|text| paragraph(*text));
    sections.push(section(says.in_confidence, confidence.collect()));
    let signature = Block::Signatures {
        signature: w.contract.label.signature.to_owned(),
        place_and_date: w.contract.label.place_and_date.to_owned(),
        people: vec![Signature {
            name: coach.to_owned(),
            role: w.label.coach.to_owned(),
        }],
    };
    sections.push(section(says.signed, vec![signature]));
    Content {
        kind: Kind::Will,
        chair: Chair::Coach,
        language: will.language,
        eyebrow: says.eyebrow.to_owned(),
        title: says.title.to_owned(),
        engagement: String::new(),
        reader: will.successor.trim().to_owned(),
        for_whom: will.successor.trim().to_owned(),
        coachee: String::new(),
        coach: coach.to_owned(),
        from_the_coachee: false,
        date: on,
        facts: facts(&[
            (w.label.from, coach),
            (
                says.reviewed,
                &will.reviewed.map_or(String::new(), |day| w.day(day)),
            ),
        ]),
        sections,
    }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        own_page: false,
        blocks,
    }
}

/// A section with an item for each line; none for no lines.
fn lines(heading: &str, text: &str) -> Option<Section> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let items: Vec<Item> = lines.map(item).collect();
    (!items.is_empty()).then(|| section(heading, vec![Block::List { items }]))
}

fn item(text: &str) -> Item {
    Item {
        text: text.to_owned(),
        note: String::new(),
    }
}
