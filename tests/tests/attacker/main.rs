//! Documents as an attacker reads them. Pairs of practices whose histories one chair cannot tell apart
//! go through import, an encrypted vault and the desk. All that comes out for that chair is the same
//! byte for byte; and each file is taken apart to its last byte, where no word may be found that the
//! chair's view does not show, and no word at all that only one of the two histories holds.
//!
//! `PROPTEST_CASES` sets how many pairs; the long run takes 1,000. `FIRST_PAIR` goes on where another run
//! stopped.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod desks;
mod docx;
mod marks;
mod pairs;
mod pdf;
/// The histories that the rules are proved with.
#[allow(dead_code, reason = "the rules' own tests use the rest of it")]
#[path = "../../../crates/coaching/tests/rules/support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use practice::types::Format;

use crate::desks::{Answers, answers, opened};
use crate::marks::marks_in;
use crate::pairs::{Pair, pair, practices};

/// How many pairs share two practices, in which each is the others' surroundings.
const TOGETHER: usize = 10;

fn said(name: &str, otherwise: usize) -> usize {
    let said = std::env::var(name).ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(otherwise)
}

/// What a run of many pairs has met: a proof of nothing would pass as well.
#[derive(Default, Debug)]
struct Met {
    files: usize,
    pdfs: usize,
    calendars: usize,
    in_calendars: usize,
    minutes: usize,
    refused: BTreeMap<String, usize>,
    included: usize,
    hidden: usize,
}

#[test]
fn an_attacker_finds_in_no_file_what_the_chair_may_not_see() {
    let mut met = Met::default();
    let first = said("FIRST_PAIR", 0);
    let after = first + said("PROPTEST_CASES", TOGETHER);
    let seeds: Vec<u64> = (first as u64..after as u64).collect();
    for (n, seeds) in seeds.chunks(TOGETHER).enumerate() {
        let pairs: Vec<Pair> = seeds.iter().map(|&seed| pair(seed)).collect();
        let (first, second) = practices(&pairs);
        let only_one: BTreeSet<String> = marks_in(&first)
            .symmetric_difference(&marks_in(&second))
            .cloned()
            .collect();
        let (mut first, mut second) = (opened(&first), opened(&second));
        for pair in &pairs {
            let ours = answers(&mut first, &pair.first, pair.on);
            let theirs = answers(&mut second, &pair.second, pair.on);
            same(pair, &ours, &theirs);
            read_as_an_attacker(pair, &ours, &only_one, &mut met);
        }
        // The long run takes long: how far it has come.
        println!("{} pairs: {met:?}", n * TOGETHER + seeds.len());
    }
    assert!(
        met.files > 0 && met.included > 0 && met.hidden > 0,
        "{met:?}"
    );
    assert!(met.minutes > 0 && met.in_calendars > 0, "{met:?}");
    assert!(met.refused.values().sum::<usize>() < met.files, "{met:?}");
}

/// Nothing differs: not a byte, not a name, not the reason for which a document was refused.
fn same(pair: &Pair, ours: &Answers, theirs: &Answers) {
    let seed = pair.seed;
    assert!(ours.view == theirs.view, "pair {seed}: the view differs");
    assert!(
        ours.say == theirs.say,
        "pair {seed}: what may be said differs"
    );
    assert_eq!(ours.refused, theirs.refused, "pair {seed}");
    assert_eq!(ours.files.len(), theirs.files.len(), "pair {seed}");
    for (file, other) in ours.files.iter().zip(&theirs.files) {
        assert_eq!(file.name, other.name, "pair {seed}");
        assert!(
            file.bytes == other.bytes,
            "pair {seed}: {} differs",
            file.name
        );
    }
}

fn read_as_an_attacker(pair: &Pair, ours: &Answers, only_one: &BTreeSet<String>, met: &mut Met) {
    let shown = marks_in(ours.view.as_bytes());
    let seed = pair.seed;
    assert!(shown.is_disjoint(only_one), "pair {seed}: {shown:?}");
    let said = marks_in(ours.say.as_bytes());
    assert!(said.is_subset(&shown), "pair {seed}: said, not shown");
    for code in &ours.refused {
        *met.refused.entry(code.clone()).or_default() += 1;
    }
    met.hidden += pair.marks.difference(&shown).count();
    for file in &ours.files {
        let (all, text) = match file.format {
            Format::Pdf => pdf::taken_apart(&file.bytes),
            Format::Docx => docx::taken_apart(&file.bytes),
            Format::Md | Format::Html => {
                let text = String::from_utf8(file.bytes.clone()).unwrap();
                assert!(!text.contains("<!--"), "{}: a comment", file.name);
                (vec![("text".to_owned(), file.bytes.clone())], text)
            }
            Format::Ics => {
                let text = String::from_utf8(file.bytes.clone()).unwrap();
                // Lines are folded there, with a blank before what goes on.
                let text = text.replace("\r\n ", "");
                (vec![("lines".to_owned(), text.clone().into_bytes())], text)
            }
        };
        let mut found = marks_in(file.name.as_bytes());
        let read = marks::without_breaks(&text);
        found.extend(marks_in(&read));
        for (place, bytes) in &all {
            let here = marks_in(bytes);
            let more: Vec<_> = here.difference(&shown).collect();
            assert!(
                more.is_empty(),
                "pair {seed}, {}, {place}: {more:?}",
                file.name
            );
            found.extend(here);
        }
        let more: Vec<_> = found.difference(&shown).collect();
        assert!(more.is_empty(), "pair {seed}, {}: {more:?}", file.name);
        met.files += 1;
        met.pdfs += usize::from(file.format == Format::Pdf);
        met.minutes += usize::from(file.document.starts_with("Minutes"));
        met.included += found.len();
        let said = ours.words_of(&file.document);
        if file.format == Format::Ics {
            // An entry says less than the invitation, and nothing else.
            assert!(
                marks_in(&read).is_subset(&said),
                "pair {seed}, {}",
                file.name
            );
            met.calendars += 1;
            met.in_calendars += marks_in(&read).len();
            continue;
        }
        // The reader can read: what one format says, it finds in the others as well.
        assert_eq!(
            marks_in(&read),
            said,
            "pair {seed}, {}: not all of it was read",
            file.name
        );
    }
}
