//! The talking points: what stands on the coachee's sheet, and that it is nobody else's.

use coaching::ids::{GoalVersionId, PartyId};
use coaching::record::Case;
use coaching::talking_points::Asked;
use documents::{Content, Format, Refused, Stamp, docx, file_name, html, markdown, pdf};
use serde_json::json;

use crate::support::{case_of, rich, rich_value, view, worked};

const FINAL: Stamp = Stamp::Final { approved: None };
const ON: &str = "2026-05-11";

fn made(case: &Case, to: &str, private: bool) -> Content {
    let to = PartyId::new(to).unwrap();
    let asked = Asked {
        to: Some(&to),
        version: None,
        private,
    };
    documents::talking_points(&view(case, "maya", ON), asked).unwrap()
}

fn text(content: &Content) -> String {
    markdown(content, FINAL).replace('\\', "")
}

/// What took a goal's place is told with it, with the telling of either; what was told is left out.
#[test]
fn what_waits_for_the_sponsor() {
    let sheet = text(&made(&rich(), "ingrid", false));
    for words in [
        "What I may want to tell Ingrid Solberg",
        "1 of 1",
        "Decide whether I want this role",
        "Delegate the platform launch",
        "Replaced, since 20 April 2026",
        "You meant to tell by 12 May 2026",
        "I had been hiding behind the launch",
        "**Plainly:** On 3 March 2026 we agreed on “Delegate the platform launch”.",
        "May I come back to you by 12 May 2026?",
        "My first sentence:",
    ] {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    for words in ["nobody asks", "Kept private", "Anna Berg"] {
        assert!(!sheet.contains(words), "{words}");
    }
}

/// Kept private from Tom: it stands on the sheet only where the coachee asks for it.
#[test]
fn what_is_kept_private_is_named_when_asked_for_and_not_before() {
    let sheet = text(&made(&rich(), "tom", false));
    assert!(sheet.contains("the question that nobody asks"));
    for words in [
        "Decide whether I want this role",
        "Delegate the platform launch",
        "hiding",
        "Kept private",
    ] {
        assert!(!sheet.contains(words), "{words}");
    }
    let with = text(&made(&rich(), "tom", true));
    assert!(with.contains("## Kept private\n"));
    assert!(with.contains("- Decide whether I want this role (Kept private, since 4 May 2026)"));
    assert_eq!(with.matches("Decide whether").count(), 1);
}

/// One of two goals that came out of a split is kept private: the other is told without it.
#[test]
fn a_split_does_not_name_the_part_that_is_kept_private() {
    let mut value = rich_value();
    let shift = &mut value["engagement"]["goals"][0]["versions"][1]["shift"];
    shift["kind"] = json!("split");
    shift["into"] = json!(["g-c", "g-d"]);
    shift["reason"] = json!("It was two things.");
    let mut other = value["engagement"]["goals"][2].clone();
    other["id"] = json!("g-d");
    other["versions"][0]["id"] = json!("d1");
    other["versions"][0]["title"] = json!("Write the book");
    let goals = value["engagement"]["goals"].as_array_mut().unwrap();
    goals.push(other);
    let sheet = text(&made(&case_of(value), "tom", false));
    assert!(sheet.contains("Write the book") && sheet.contains("Delegate the platform launch"));
    assert!(!sheet.contains("Decide whether"), "{sheet}");
}

#[test]
fn one_telling_alone() {
    let case = rich();
    let maya = view(&case, "maya", ON);
    let of = |version: &str| {
        let version = GoalVersionId::new(version).unwrap();
        let asked = Asked {
            version: Some(&version),
            ..Asked::default()
        };
        documents::talking_points(&maya, asked)
    };
    let told = text(&of("b2").unwrap());
    assert!(told.contains("told on 3 May 2026") || told.contains("Told on 3 May 2026"));
    assert!(!told.contains("Decide whether"));
    // The new goal is told as what took the place of the one that was agreed.
    assert!(text(&of("c1").unwrap()).contains("Replaced, since 20 April 2026"));
    assert_eq!(of("b1"), Err(Refused::NothingMoved));
}

#[test]
fn nothing_waits() {
    let sheet = text(&made(&worked(), "ingrid", false));
    assert!(sheet.contains("Nothing waits to be told to Ingrid"));
    assert!(!sheet.contains("Decide whether"));
}

#[test]
fn nobody_else_gets_it_and_nobody_else_is_told() {
    let case = rich();
    for chair in ["ingrid", "tom", "jo"] {
        let seen = view(&case, chair, ON);
        let refused = documents::talking_points(&seen, Asked::default());
        assert_eq!(refused, Err(Refused::AnotherChair), "{chair}");
    }
    let maya = view(&case, "maya", ON);
    for to in ["jo", "maya", "nobody"] {
        let to = PartyId::new(to).unwrap();
        let asked = Asked {
            to: Some(&to),
            ..Asked::default()
        };
        let refused = documents::talking_points(&maya, asked);
        assert_eq!(refused, Err(Refused::NobodyToTell), "{to}");
    }
}

#[test]
fn in_both_languages_and_all_formats() {
    for (language, words) in [
        ("en", "What has moved, and how I could say it"),
        ("es", "Qué se ha movido y cómo podría decirlo"),
    ] {
        let mut value = rich_value();
        value["engagement"]["language"] = language.into();
        let content = made(&case_of(value), "ingrid", true);
        assert!(html(&content, FINAL).contains(words));
        assert!(markdown(&content, FINAL).contains(words));
        assert_eq!(pdf(&content, FINAL), pdf(&content, FINAL));
        docx(&content, FINAL).unwrap();
        assert_eq!(
            file_name(&content, Format::Pdf),
            "talking-points-leading-the-platform-team-2026-05-11.pdf"
        );
    }
}

/// What a goal serves stands on the sheet; a tie that ended does not.
#[test]
fn what_it_serves() {
    let mut value = rich_value();
    value["engagement"]["priorities"] = json!([{
        "id": "p1", "party": "ingrid",
        "wordings": [{ "on": "2026-03-03", "text": "A platform that runs without heroes." }],
    }]);
    let tie = |id: &str, until: Option<&str>, words: &str| {
        json!({
            "id": id, "goal": "g-c", "to": { "priority": "p1" }, "on": "2026-04-21", "until": until,
            "words": words,
        })
    };
    value["engagement"]["ties"] = json!([
        tie("t1", None, "Whoever stays should have chosen to."),
        tie("t2", Some("2026-05-01"), "No longer so."),
    ]);
    let sheet = text(&made(&case_of(value), "ingrid", false));
    assert!(sheet.contains("**What matters to Ingrid Solberg:** A platform that runs without"));
    assert!(sheet.contains("**How this serves it:** Whoever stays should have chosen to."));
    assert!(!sheet.contains("No longer so."));
}
