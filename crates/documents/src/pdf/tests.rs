//! The laws of a page, on words of any kind and length: nothing stands outside of it, no words on
//! others, none are lost, and it says which page of how many it is.

use coaching::day::Day;
use coaching::words::Language;
use typst::layout::{Abs, Frame, FrameItem, Point};

use super::*;
use crate::content::{Block, Fact, Item, Kind, Moment, Section, Signature, Step};
use crate::stamp::Stamp;

const LONG_NAME: &str = "Maximiliana Wilhelmine von Hohenlohe-Langenburg-Schillingsfürst y Fernández de \
                         Córdoba, Vice President for Transformation, Culture and Strategic Programmes";
const UNBROKEN: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\
                        https://intranet.example/really/long/path?with=many&parts=that_never_break";
const CHINESE: &str =
    "我想在会议上更早发言，并问出没有人问的问题。这不是为了说得更多，而是为了让团队开始思考。";
const ARABIC: &str =
    "أريد أن أتحدث في وقت أبكر، وأن أسأل السؤال الذي لا يطرحه أحد (النص الثاني 2026).";
const HEBREW: &str = "אני רוצה לדבר מוקדם יותר, ולשאול את השאלה שאיש אינו שואל (2026).";

/// Words on a page.
struct Words {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

fn laid_out(content: &Content, paper: Paper) -> PagedDocument {
    let logo = paper
        .letterhead(content)
        .and_then(|head| head.logo.as_ref());
    let world = world::Desk::new(&data(content, paper), logo.map(Logo::png));
    let compiled = typst::compile(&world);
    compiled
        .output
        .unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn words_in(frame: &Frame, at: Point, out: &mut Vec<Words>) {
    for (place, item) in frame.items() {
        let at = at + *place;
        match item {
            FrameItem::Group(group) if group.transform.is_only_translate() => {
                let at = at + Point::new(group.transform.tx, group.transform.ty);
                words_in(&group.frame, at, out);
            }
            // The draft's mark stands upright in the margin.
            FrameItem::Group(_) => {}
            FrameItem::Text(text) => out.push(Words {
                text: text.text.to_string(),
                left: at.x.to_mm(),
                top: (at.y - text.size * 0.7).to_mm(),
                right: (at.x + text.width()).to_mm(),
                bottom: (at.y + text.size * 0.15).to_mm(),
            }),
            _ => {}
        }
    }
}

fn content(kind: Kind, blocks: Vec<Block>, name: &str) -> Content {
    Content {
        kind,
        chair: Chair::Coachee,
        language: Language::English,
        eyebrow: format!("Summary for {name}"),
        title: name.to_owned(),
        engagement: name.to_owned(),
        reader: name.to_owned(),
        for_whom: format!("{name}, coachee"),
        coachee: name.to_owned(),
        coach: name.to_owned(),
        from_the_coachee: false,
        date: Day::parse("2026-05-11").unwrap(),
        facts: vec![fact(name)],
        sections: vec![Section {
            heading: name.to_owned(),
            own_page: false,
            blocks,
        }],
    }
}

fn fact(words: &str) -> Fact {
    Fact {
        label: words.to_owned(),
        text: words.to_owned(),
    }
}

/// One of every piece that holds words, with these words wherever there are any.
fn every_piece(words: &str) -> Vec<Block> {
    let text = || words.to_owned();
    let cells = || vec![text(), "3 May 2026".to_owned(), text(), text()];
    let quotation = || Block::Quotation {
        text: text(),
        by: text(),
    };
    vec![
        Block::Lead { text: text() },
        Block::Paragraph { text: text() },
        Block::Small { text: text() },
        Block::Subheading { text: text() },
        quotation(),
        Block::Goal {
            number: "Goal 1 of 40".to_owned(),
            title: text(),
            facts: vec![fact(words)],
            blocks: vec![quotation()],
        },
        Block::Facts {
            items: vec![fact(words), fact(words)],
        },
        Block::List {
            items: vec![
                Item {
                    text: text(),
                    note: text(),
                };
                2
            ],
        },
        Block::Agenda {
            steps: vec![Step {
                what: text(),
                who: text(),
            }],
        },
        Block::Questions {
            items: vec![text()],
        },
        Block::Timeline {
            moments: vec![Moment {
                when: text(),
                label: text(),
                title: text(),
                blocks: vec![quotation()],
            }],
        },
        Block::Table {
            head: cells(),
            rows: vec![cells(), cells()],
        },
        Block::Signatures {
            signature: text(),
            place_and_date: text(),
            people: vec![Signature {
                name: text(),
                role: text(),
            }],
        },
    ]
}

/// The page's laws. Gives all words of the document, in the order in which they were set.
fn keeps_the_laws(content: &Content, paper: Paper) -> String {
    let document = laid_out(content, paper);
    let count = document.pages().len();
    let mut all = String::new();
    for (page, number) in document.pages().iter().zip(1..) {
        let (width, height) = (page.frame.width().to_mm(), page.frame.height().to_mm());
        let mut words = Vec::new();
        words_in(
            &page.frame,
            Point::new(Abs::zero(), Abs::zero()),
            &mut words,
        );
        let right = width - 27.0 + 0.5;
        for one in &words {
            let inside =
                one.left > 15.0 && one.right < right && one.top > 4.0 && one.bottom < height - 4.0;
            assert!(
                inside,
                "page {number}: {:?} {} to {}, {} to {}",
                one.text, one.left, one.right, one.top, one.bottom
            );
        }
        for (index, one) in words.iter().enumerate() {
            for other in &words[index + 1..] {
                let apart = one.right <= other.left + 0.2
                    || other.right <= one.left + 0.2
                    || one.bottom <= other.top + 0.2
                    || other.bottom <= one.top + 0.2;
                let marks = ["“", "–"].contains(&one.text.trim());
                assert!(
                    apart || marks,
                    "page {number}: {:?} on {:?}",
                    other.text,
                    one.text
                );
            }
        }
        let text: String = words.iter().map(|one| one.text.as_str()).collect();
        let says = format!("Page{number}of{count}");
        assert!(bare(&text).contains(&says), "{says}");
        all.push_str(&text);
    }
    bare(&all)
}

/// Without blanks, signs that are not seen, and the signs at which lines break.
fn bare(text: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}' | '-' | '‐');
    text.chars().filter(seen).collect()
}

fn how_often(text: &str) -> std::collections::BTreeMap<char, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for character in bare(text).chars() {
        *counts.entry(character).or_default() += 1;
    }
    counts
}

#[test]
fn words_of_every_script_and_length_keep_the_laws() {
    for words in ["x", LONG_NAME, UNBROKEN, CHINESE, ARABIC, HEBREW] {
        for kind in [Kind::Summary, Kind::Agreement] {
            let content = content(kind, every_piece(words), words);
            let found = how_often(&keeps_the_laws(&content, Stamp::Draft.into()));
            // Every character of every place, whatever the order in which a script is drawn.
            for (character, times) in how_often(words) {
                let there = found.get(&character).copied().unwrap_or_default();
                assert!(
                    there >= times * 35,
                    "{character} of {words}: {there} < 35 × {times}"
                );
            }
        }
    }
}

#[test]
fn five_thousand_words_are_all_there_in_their_order() {
    let words: Vec<String> = (0..5000).map(|n| format!("w{n}w")).collect();
    let text = words.join(" ");
    let blocks = vec![
        Block::Quotation {
            text: text.clone(),
            by: "Maya".to_owned(),
        },
        Block::List {
            items: vec![Item {
                text,
                note: String::new(),
            }],
        },
    ];
    let all = keeps_the_laws(&content(Kind::Summary, blocks, "Maya"), Stamp::Draft.into());
    let mut rest = all.as_str();
    for word in words.iter().chain(&words) {
        let at = rest.find(word.as_str());
        let at = at.unwrap_or_else(|| panic!("{word}"));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn a_letterhead_keeps_them_too() {
    for (width, height) in [(400, 40), (40, 400), (200, 200)] {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'><rect width='100%' height='100%'/></svg>"
        );
        let letterhead = Letterhead {
            name: LONG_NAME.to_owned(),
            lines: vec![
                UNBROKEN.to_owned(),
                ARABIC.to_owned(),
                CHINESE.to_owned(),
                String::new(),
            ],
            logo: Some(Logo::read(svg.as_bytes()).unwrap()),
            colour: None,
        };
        let paper = Paper::new(Stamp::Draft, Some(&letterhead));
        let all = keeps_the_laws(&content(Kind::Brief, every_piece("x"), "Maya"), paper);
        assert!(all.contains(&bare(CHINESE)));
    }
}
