//! Documents without names: no known name stays, no other word is lost, and what may be a name is
//! marked.

use coaching::nameless::{
    Nameblind, Nameless, Part, StandsFor, known_names_in, unsure, without_names,
};
use coaching::record::{Case, Coach, Mask, Organisation, Person};
use coaching::words::{Language, Role};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::build::{case, id, party, person};
use crate::support::cases;

fn named(key: &str, name: &str, called: &str) -> Person {
    Person {
        id: id(key),
        name: name.into(),
        called: called.into(),
        ..person("x")
    }
}

/// Nadia, two sponsors, a line manager with a particle, a stakeholder without a called name.
fn people() -> Case {
    let mut case = case();
    case.coach = Coach {
        name: "Ada Thorne".into(),
        email: "ada@thorne.example".into(),
        phone: "+44 20 7946 0000".into(),
        ..Coach::default()
    };
    case.people = vec![
        Person {
            email: "nadia.rahimi@fenwright.example".into(),
            phone: "+44 7700 900123".into(),
            ..named("nadia", "Nadia Rahimi", "Nads")
        },
        named("graham", "Graham Tolliver", ""),
        named("mark", "Mark O’Brien", "Mark"),
        named("jose", "José Luis van der Berg", "Pepe"),
        named("li", "李明", ""),
        named("helen", "Helen Rahimi", ""),
    ];
    case.organisations = vec![Organisation {
        id: id("org"),
        name: "Fenwright Instruments".into(),
        place: "Leeds".into(),
    }];
    let e = &mut case.engagement;
    e.parties = vec![
        party("nadia", Role::Coachee),
        party("graham", Role::Sponsor),
        party("mark", Role::Sponsor),
        party("jose", Role::LineManager),
        party("li", Role::Stakeholder),
        party("helen", Role::HrPartner),
    ];
    case
}

/// The text as a reader sees it: stand-ins in angle brackets, unsure words in square ones.
fn read(text: &Nameless) -> String {
    text.parts()
        .map(|part| match part {
            Part::Words(words) => words.to_owned(),
            Part::Chosen(words) => format!("({words})"),
            Part::Unsure(word) => format!("[{word}]"),
            Part::StandIn(stands_for) => match stands_for {
                StandsFor::Party { role, number } => {
                    let number = number.map_or(String::new(), |n| n.to_string());
                    format!("<{}{number}>", role.word())
                }
                other => format!("<{other:?}>"),
            },
        })
        .collect()
}

fn masked(case: &Case, text: &str) -> String {
    read(&without_names(case, text))
}

#[test]
fn people_become_roles() {
    let case = people();
    for (text, nameless) in [
        ("Nadia’s team", "<Coachee>’s team"),
        ("so Nads said to Graham", "so <Coachee> said to <sponsor1>"),
        (
            "so NADIA RAHIMI and nadia rahimi left",
            "so <Coachee> and <Coachee> left",
        ),
        (
            "so Nadia R. Rahimi left",
            "so <Coachee> [R]. <Somebody> left",
        ),
        (
            "with Mr. O’Brien and Ms Tolliver",
            "with <sponsor2> and <sponsor1>",
        ),
        (
            "from Jose, José-Luis van der Berg",
            "from <line-manager>, <line-manager>",
        ),
        ("ask van der Berg", "ask <line-manager>"),
        ("how Rahimi saw it", "how <Somebody> saw it"),
        (
            "and mark the day; Mark agreed",
            "and [mark] the day; <sponsor2> agreed",
        ),
        (
            "at Fenwright in Leeds",
            "at <Organisation { number: None }> in <Place>",
        ),
        (
            "call +44 7700 900 123 or 07700900123",
            "call <Contact> or <Contact>",
        ),
        ("to Nadia.Rahimi@fenwright.example", "to <Contact>"),
        (
            "so N\u{ad}adia and Na\u{301}di\u{e4} met",
            "so <Coachee> and <Coachee> met",
        ),
        ("she is nadiarahimi there", "she is [nadiarahimi] there"),
        ("with 李明", "with <stakeholder>"),
        ("with Ada on it", "with <Coach> on it"),
    ] {
        assert_eq!(masked(&case, text), nameless, "{text}");
    }
}

#[test]
fn what_may_be_a_name_is_unsure() {
    let case = people();
    for (text, nameless) in [
        (
            "We met Priya there. Priya smiled.",
            "We met [Priya] there. [Priya] smiled.",
        ),
        ("Delegation went well.", "[Delegation] went well."),
        (
            "Delegation went well; so did delegation.",
            "Delegation went well; so did delegation.",
        ),
        (
            "on 3 March, a Tuesday, el martes, Domingo",
            "on 3 [March], a Tuesday, el martes, [Domingo]",
        ),
        (
            "May 3. May I? In may or march.",
            "[May] 3. May I? In may or march.",
        ),
        (
            "in 2026, on 3/5, at 9:30, 12 people",
            "in [2026], on [3/5], at 9:30, 12 people",
        ),
        (
            "see www.a.com or @priya or a@b.co",
            "see [www.a.com] or [@priya] or [a@b.co]",
        ),
        (
            "the iPhone, the HR team, and I",
            "the [iPhone], the HR team, and I",
        ),
        ("he said «Vamos» and “We go”", "he said «Vamos» and “We go”"),
        ("田中さん", "[田中さん]"),
    ] {
        assert_eq!(masked(&case, text), nameless, "{text}");
    }
}

#[test]
fn the_coach_decides() {
    let mut case = people();
    let mask = |name: &str, becomes: Option<&str>| Mask {
        name: name.into(),
        becomes: becomes.map(str::to_owned),
    };
    case.engagement.masks = vec![
        mask("Blue Harbour", Some("a customer")),
        mask("priya", Some("a peer")),
        mask("Plan B", None),
        mask("mark", None),
        mask("Graham", None),
        mask("2026", None),
    ];
    for (text, nameless) in [
        (
            "with BLUE HARBOUR and Priya",
            "with (a customer) and (a peer)",
        ),
        ("to Plan B, to PLAN B", "to Plan B, to [PLAN] [B]"),
        (
            "they mark what Mark and Graham said",
            "they mark what <sponsor2> and <sponsor1> said",
        ),
        ("in 2026 or 2027", "in 2026 or [2027]"),
    ] {
        assert_eq!(masked(&case, text), nameless, "{text}");
    }
    assert_eq!(
        known_names_in(&case, "Nadia met Priya and Tom at Blue Harbour"),
        3
    );
    assert_eq!(known_names_in(&case, "I met Tom"), 0);
}

#[test]
fn particles_of_a_surname_are_left_to_the_sentence_in_spanish() {
    let mut case = people();
    case.engagement.language = Language::Spanish;
    case.people[1] = named("graham", "Lucía de la Fuente", "");
    assert_eq!(
        masked(&case, "la idea de la Fuente"),
        "la idea de la <sponsor1>"
    );
    assert_eq!(masked(&case, "es Lucia de la Fuente"), "es <sponsor1>");
    case.engagement.language = Language::English;
    assert_eq!(masked(&case, "ask de la Fuente"), "ask <sponsor1>");
}

#[test]
fn debug_shows_no_word() {
    let text = without_names(&people(), "so Priya left");
    assert_eq!(format!("{text:?}"), "Nameless(3 pieces)");
    assert_eq!(unsure([&text]), ["Priya"]);
}

/// Parts of the names of people(), as they may be written.
const PARTS: &[&str] = &[
    "Nadia",
    "Rahimi",
    "Nads",
    "Graham",
    "Tolliver",
    "Mark",
    "Brien",
    "José",
    "Luis",
    "Berg",
    "Pepe",
    "李明",
    "Helen",
    "Ada",
    "Thorne",
    "Fenwright",
    "Leeds",
];
const UNKNOWN: &[&str] = &[
    "Priya", "Łódź", "Ørsted", "McKay", "Ülker", "Q3", "Ngũgĩ", "X",
];
const PLAIN: &[&str] = &[
    "went",
    "the",
    "niña",
    "to",
    "we’re",
    "über",
    "œuf",
    "slow-cooked",
    "and",
];
const SIGNS: &[&str] = &[" ", ", ", " – ", "; ", " (", ") ", " / ", ": "];

#[derive(Clone, Debug)]
enum Word {
    Known(String),
    Unknown(String),
    Plain(String),
}

impl Word {
    fn raw(&self) -> &str {
        match self {
            Self::Known(raw) | Self::Unknown(raw) | Self::Plain(raw) => raw,
        }
    }
}

fn known() -> impl Strategy<Value = Word> {
    (select(PARTS), 0..5_u8).prop_map(|(name, how)| {
        let plain = |c| if c == 'é' { 'e' } else { c };
        Word::Known(match how {
            0 => name.to_uppercase(),
            1 => name.chars().map(plain).collect(),
            2 => format!("{name}’s"),
            3 => format!("{name}-like"),
            _ => name.to_owned(),
        })
    })
}

fn words() -> impl Strategy<Value = Vec<(Word, &'static str)>> {
    let word = prop_oneof![
        known(),
        select(UNKNOWN).prop_map(|word| Word::Unknown(word.into())),
        select(PLAIN).prop_map(|word| Word::Plain(word.into())),
    ];
    proptest::collection::vec((word, select(SIGNS)), 1..14)
}

fn flat(text: &str) -> String {
    text.to_lowercase().replace('é', "e")
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_known_name_stays_and_no_other_word_goes(words in words()) {
        let case = people();
        let text: String = words.iter().map(|(word, sign)| format!("{}{sign}", word.raw())).collect();
        let nameless = without_names(&case, &format!("so {text}"));
        let stays: String = nameless.parts().map(|part| match part {
            Part::Words(words) | Part::Chosen(words) => words,
            Part::StandIn(_) | Part::Unsure(_) => "\u{1}",
        }).collect();
        for part in PARTS {
            prop_assert!(!flat(&stays).contains(&flat(part)), "{part} stays in {stays}");
        }
        let shown: String = nameless.parts().map(|part| match part {
            Part::Words(words) | Part::Chosen(words) | Part::Unsure(words) => words,
            Part::StandIn(_) => "\u{1}",
        }).collect();
        let mut rest = shown.as_str();
        for (word, _) in &words {
            if let Word::Plain(raw) | Word::Unknown(raw) = word {
                let found = rest.find(raw);
                prop_assert!(found.is_some(), "{raw} is lost in {shown}");
                rest = &rest[found.unwrap_or(0) + raw.len()..];
            }
        }
        let unsure = unsure([&nameless]);
        for (word, _) in &words {
            if let Word::Unknown(raw) = word {
                prop_assert!(unsure.contains(raw), "{raw} is not unsure");
            }
        }
    }

    #[test]
    fn any_text_is_taken_and_what_is_not_a_name_is_kept(text in any::<String>()) {
        let case = people();
        let blind = Nameblind::of(&case);
        let nameless = blind.without_names(&text);
        if nameless.parts().all(|part| !matches!(part, Part::StandIn(_))) {
            let same: String = nameless.parts().map(|part| match part {
                Part::Words(words) | Part::Chosen(words) | Part::Unsure(words) => words,
                Part::StandIn(_) => "",
            }).collect();
            prop_assert_eq!(same, text);
        }
    }
}
