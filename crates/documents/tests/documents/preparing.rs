//! Before a meeting: what the coachee may want to say, and what the coach must not.

use documents::{Block, Content, Stamp, markdown};
use serde_json::json;

use crate::support::{brief, case_of, rich, rich_value, sheet};

const ON: &str = "2026-05-11";

fn text(content: &Content) -> String {
    markdown(content, Stamp::Final { approved: None }).replace('\\', "")
}

#[test]
fn the_coachees_brief_helps_to_say_what_waits_to_be_told() {
    let told = text(&brief(&rich(), "maya", "m2", ON));
    for words in [
        "What you may want to say to Ingrid Solberg",
        "### Decide whether I want this role",
        "**Plainly:** On 3 March 2026 we agreed on “Delegate the platform launch”.",
        "**Not yet:**",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    let theirs = text(&brief(&rich(), "ingrid", "m2", ON));
    assert!(!theirs.contains("may want to say") && !theirs.contains("Plainly"));
}

/// Ways to begin are of no use where the one who would be told is not in the room, nor for what is kept
/// private.
#[test]
fn nothing_is_put_into_words_for_somebody_who_is_not_there() {
    let mut value = rich_value();
    value["engagement"]["meetings"][1]["invited"] = json!(["maya", "tom"]);
    let alone = text(&brief(&case_of(value), "maya", "m2", ON));
    assert!(!alone.contains("may want to say"));

    let mut value = rich_value();
    let steps = &mut value["engagement"]["tellings"][0]["steps"];
    let private = json!({ "on": "2026-05-05", "state": "private" });
    steps.as_array_mut().unwrap().push(private);
    let private = text(&brief(&case_of(value), "maya", "m2", ON));
    assert!(!private.contains("may want to say"), "{private}");
}

/// What the last part of the private sheet keeps from each party: under their own heading, or under
/// that of all of them.
fn kept_from<'c>(sheet: &'c Content, name: &str) -> Vec<&'c str> {
    let last = sheet.sections.last().unwrap();
    assert_eq!(last.heading, "What must not be said");
    assert!(last.own_page, "it can be put away by itself");
    let mut theirs = false;
    let mut kept = Vec::new();
    for block in &last.blocks {
        match block {
            Block::Subheading { text } => theirs = text.contains(name),
            Block::List { items } if theirs => {
                kept.extend(items.iter().map(|item| item.text.as_str()));
            }
            _ => {}
        }
    }
    kept
}

#[test]
fn the_last_part_of_the_private_sheet_is_what_must_not_be_said() {
    let case = rich();
    let sheet = sheet(&case, "m2", ON);
    let from_ingrid = kept_from(&sheet, "Ingrid Solberg");
    for words in [
        "Decide whether I want this role",
        "I had been hiding behind the launch",
    ] {
        assert!(
            from_ingrid.iter().any(|kept| kept.contains(words)),
            "{words} in {from_ingrid:?}"
        );
    }
    // Nothing that stands there may stand in what that party gets.
    for (chair, name) in [("ingrid", "Ingrid Solberg"), ("tom", "Tom")] {
        let kept = kept_from(&sheet, name);
        assert!(!kept.is_empty(), "{name}");
        let theirs = text(&brief(&case, chair, "m2", ON));
        for words in kept {
            assert!(!theirs.contains(words), "{name}: {words}");
        }
    }
    // What was agreed with them is no secret from them.
    assert!(!from_ingrid.contains(&"Speak earlier in executive meetings"));
}

/// What is opened to a party leaves the list: the list follows the rules, not the record.
#[test]
fn what_is_opened_is_no_longer_on_it() {
    let closed = kept_from(&sheet(&rich(), "m2", ON), "Ingrid Solberg").len();
    let mut value = rich_value();
    let agreements = value["engagement"]["agreements"].as_array_mut().unwrap();
    for boundary in agreements
        .iter_mut()
        .flat_map(|agreement| agreement["boundaries"].as_array_mut().unwrap())
    {
        boundary["rule"] = json!("shared");
    }
    let sheet = sheet(&case_of(value), "m2", ON);
    let open = kept_from(&sheet, "Ingrid Solberg");
    assert!(open.len() < closed, "{open:?}");
    assert!(!open.contains(&"Decide whether I want this role"));
}
