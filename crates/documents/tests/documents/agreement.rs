//! The agreement to sign: what stands in it, for whom, and what does not.

use coaching::contract::contract;
use coaching::ids::{AgreementId, PartyId};
use coaching::record::Case;
use coaching::words::{Rule, Topic};
use documents::{Block, Content, Stamp, docx, html, markdown, pdf};
use serde_json::{Value, json};

use crate::files::pages;
use crate::support::{case_of, day, rich, rich_value, worked};

const FINAL: Stamp = Stamp::Final { approved: None };

fn agreement(case: &Case, version: &str, who: Option<&str>) -> Content {
    let who = who.map(|who| PartyId::new(who).unwrap());
    let sheet = contract(case, &AgreementId::new(version).unwrap(), who.as_ref()).unwrap();
    documents::agreement(&sheet, day("2026-05-11"))
}

/// Every word of it.
fn text(content: &Content) -> String {
    documents::plain_lines(content).join("\n")
}

fn headings(content: &Content) -> Vec<&str> {
    content
        .sections
        .iter()
        .map(|section| section.heading.as_str())
        .collect()
}

#[test]
fn for_all_who_sign_it() {
    insta::assert_json_snapshot!(agreement(&worked(), "v1", None));
}

#[test]
fn each_reader_gets_the_same_terms_and_signs_alone() {
    let case = rich();
    let all = agreement(&case, "ag1", None);
    let signers = |content: &Content| -> Vec<String> {
        let blocks = content.sections.iter().flat_map(|section| &section.blocks);
        let mut names = Vec::new();
        for block in blocks {
            if let Block::Signatures { people, .. } = block {
                names.extend(people.iter().map(|who| who.name.clone()));
            }
        }
        names
    };
    let (maya, ingrid, tom, anna) = ("Maya Okafor", "Ingrid Solberg", "Tom Reid", "Anna Berg");
    assert_eq!(signers(&all), [maya, ingrid, tom, anna]);
    for (who, name) in [("maya", maya), ("ingrid", ingrid), ("tom", tom)] {
        let one = agreement(&case, "ag1", Some(who));
        assert_eq!(signers(&one), [name, anna]);
        // The parties are named in each, and the boundaries are the same.
        for name in [maya, ingrid, tom, anna, "Nordlys Systems, Oslo"] {
            assert!(text(&one).contains(name), "{name} for {who}");
        }
        assert!(text(&one).contains("how many sessions were held, and when"));
    }
    assert!(text(&all).contains("12 sessions at 320 EUR"));
    assert!(text(&agreement(&case, "ag1", Some("ingrid"))).contains("12 sessions at 320 EUR"));
    assert!(!text(&agreement(&case, "ag1", Some("maya"))).contains("320 EUR"));
}

#[test]
fn what_is_not_known_leaves_no_empty_place() {
    let bare = agreement(&worked(), "v1", None);
    assert!(
        !headings(&bare)
            .iter()
            .any(|heading| heading.contains("Fees"))
    );
    assert!(
        !headings(&bare)
            .iter()
            .any(|heading| heading.contains("Agreed besides"))
    );
    assert!(bare.facts.iter().all(|fact| !fact.text.trim().is_empty()));
    assert!(!text(&bare).contains("  "));
    assert!(!text(&bare).contains("stands with the fees"));
    // Numbered without a gap, whatever is left out.
    for (heading, number) in headings(&bare).iter().zip(1..) {
        assert!(heading.starts_with(&format!("{number}. ")), "{heading}");
    }
    let mut value = rich_value();
    value["engagement"]["agreements"][0]["additions"] = json!("No sessions in August.\n\nNone.");
    value["engagement"]["planned_sessions"] = json!(0);
    let full = agreement(&case_of(value), "ag1", None);
    assert!(
        headings(&full)
            .iter()
            .any(|heading| heading.contains("Agreed besides"))
    );
    assert!(text(&full).contains("No sessions in August."));
    assert!(!text(&full).contains("0 sessions"));
}

#[test]
fn two_who_have_nobody_beside_them_read_nothing_of_a_sponsor() {
    let mut value = rich_value();
    value["engagement"]["parties"] = json!([value["engagement"]["parties"][0]]);
    value["engagement"]["agreements"][0]["boundaries"] = json!([]);
    value["engagement"]["agreements"][0]["assents"] = json!([]);
    for part in [
        "meetings",
        "tellings",
        "releases",
        "positions",
        "sponsor_contacts",
    ] {
        value["engagement"].as_object_mut().unwrap().remove(part);
    }
    let said = text(&agreement(&case_of(value), "ag1", Some("maya")));
    for word in ["ponsor", "rganisation hopes", "three sides", "Ingrid"] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    assert!(said.contains("12 sessions at 320 EUR"), "nobody else pays");
}

/// The rules of a role in the rich record, changed.
fn with_rule(role: &str, topic: &str, rule: &str) -> Value {
    let mut value = rich_value();
    let boundaries = value["engagement"]["agreements"][0]["boundaries"]
        .as_array_mut()
        .unwrap();
    boundaries.retain(|b| !(b["role"] == role && b["topic"] == topic));
    boundaries.push(json!({ "topic": topic, "role": role, "rule": rule }));
    value
}

#[test]
fn a_role_under_other_rules_has_a_column_and_a_sentence_of_its_own() {
    let columns = |content: &Content| {
        let blocks = content
            .sections
            .iter()
            .flat_map(|section| section.blocks.clone());
        let found = blocks.into_iter().find_map(|block| match block {
            Block::Table { head, rows } => Some((head, rows)),
            _ => None,
        });
        found.unwrap()
    };
    let alike = agreement(&rich(), "ag1", None);
    let (head, rows) = columns(&alike);
    assert_eq!(head, ["Topic", "Sponsor and HR partner"]);
    assert_eq!(rows.len(), Topic::ALL.len());
    assert!(rows.iter().all(|row| row.len() == head.len()));

    let other = case_of(with_rule("hr-partner", "progress", "shared"));
    let (head, _) = columns(&agreement(&other, "ag1", None));
    assert_eq!(head, ["Topic", "Sponsor", "HR partner"]);
    // The reader's own role comes first.
    let for_tom = agreement(&other, "ag1", Some("tom"));
    let (head, _) = columns(&for_tom);
    assert_eq!(head, ["Topic", "HR partner", "Sponsor"]);
    let said = text(&for_tom);
    assert!(
        said.contains("For the sponsor the same holds, except:"),
        "{said}"
    );
    assert_eq!(said.matches("how the work is going").count(), 2);
}

#[test]
fn what_the_version_says_of_coachee_and_supervisor_is_said() {
    let plain = text(&agreement(&rich(), "ag1", None));
    assert!(!plain.contains("Of the supervisor the following was agreed"));
    let value = with_rule("supervisor", "insights", "confidential");
    let said = text(&agreement(&case_of(value), "ag1", None));
    assert!(said.contains("Of the supervisor the following was agreed"));
    assert!(
        said.contains("Anna Berg does not tell the supervisor what Maya Okafor has come to see.")
    );
    let value = with_rule("coachee", "sponsor-contact", "confidential");
    let said = text(&agreement(&case_of(value), "ag1", None));
    assert!(said.contains("does not tell Maya Okafor what somebody in the organisation told"));
    assert!(!said.contains("as a rule, open to Maya Okafor"));
}

#[test]
fn nothing_of_the_record_stands_in_it_in_any_format() {
    let content = agreement(&rich(), "ag1", None);
    let bytes = pdf(&content, FINAL).unwrap();
    assert!(
        bytes == pdf(&content, FINAL).unwrap(),
        "the same bytes each time"
    );
    let all = [
        pages(&bytes).join(" "),
        markdown(&content, FINAL),
        html(&content, FINAL),
        text(&content),
    ]
    .join(" ");
    for word in [
        "KESTREL",
        "HERON",
        "OSPREY",
        "platform launch",
        "Jo Lindqvist",
        "ag1",
    ] {
        assert!(!all.contains(word), "{word}");
    }
}

#[test]
fn it_stands_on_two_to_four_pages_in_each_language_with_room_to_sign() {
    let (maya, ingrid) = (Some("maya"), Some("ingrid"));
    for (language, who) in [("en", None), ("en", maya), ("es", None), ("es", ingrid)] {
        let mut value = rich_value();
        value["engagement"]["language"] = json!(language);
        let content = agreement(&case_of(value), "ag1", who);
        let bytes = pdf(&content, FINAL).unwrap();
        let pages = pages(&bytes);
        assert!(
            (2..=4).contains(&pages.len()),
            "{language} {who:?}: {}",
            pages.len()
        );
        let sign = if language == "en" {
            "Place and date"
        } else {
            "Lugar y fecha"
        };
        assert!(pages.last().unwrap().contains(sign));
        let signed_on = pages.iter().filter(|page| page.contains(sign)).count();
        assert_eq!(signed_on, 1, "{language} {who:?}: all sign on one page");
        assert!(docx(&content, FINAL).unwrap() == docx(&content, FINAL).unwrap());
        let written = markdown(&content, FINAL);
        assert!(written.contains("| --- |"), "a table");
        let page = html(&content, FINAL);
        assert!(
            page.contains("<th scope=\"row\""),
            "a table that is read row by row"
        );
    }
}

#[test]
fn each_boundary_in_words_is_one_of_four_sentences() {
    use coaching::words::{Language, Role};
    let said = |rule| {
        let (role, topic) = (Role::Sponsor, Topic::Attendance);
        documents::in_a_sentence(
            Language::English,
            role,
            topic,
            rule,
            "the coach",
            "the coachee",
        )
    };
    let what = "how many sessions were held, and when.";
    assert_eq!(
        said(Rule::Shared),
        format!("The coach may tell the sponsor {what}")
    );
    assert_eq!(
        said(Rule::WithConsent),
        format!(
            "Only in words that the coachee has released, the coach may tell the sponsor {what}"
        )
    );
    assert_eq!(
        said(Rule::CoacheeShares),
        format!("Only the coachee tells the sponsor {what}")
    );
    assert_eq!(
        said(Rule::Confidential),
        format!("The coach does not tell the sponsor {what}")
    );
}
