//! `boundaries` and `agreement`, as a script sees them.

use std::fs;

use crate::support::{json, sample_vault, shown, three_chairs};
use serde_json::json;
use tempfile::TempDir;

/// A vault with the sample practice that may be changed.
fn own_vault() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    three_chairs(&vault, &["sample"]).fine();
    (folder, vault)
}

#[test]
fn the_boundaries_in_force_are_said_in_words() {
    let vault = sample_vault();
    let text = three_chairs(&vault, &["boundaries", "nadia"]).fine();
    for part in [
        "In force since ",
        "The coach may tell the sponsor and the HR partner\n  that the coaching takes place",
        "Only the coachee tells the sponsor and the HR partner\n  how the goals stand now",
        "The coach does not tell the sponsor and the HR partner\n  what is said in a session",
        "Agreed besides\n",
        "Graham Tolliver, sponsor: 20",
        "Chiara Benedetti, HR partner: not yet",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // Of the first version everything is new: that is no change.
    assert!(!text.contains("What changed"));
    let page = json(&vault, &["boundaries", "nadia"]);
    assert_eq!(page["version"]["in_force"], json!(true));
    assert_eq!(page["version"]["before"], json!(null));
    assert_eq!(
        page["in_words"][0]["roles"],
        json!(["sponsor", "hr-partner"])
    );
    let said: usize = page["in_words"][0]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["what"].as_array().unwrap().len())
        .sum();
    assert_eq!(said, 20, "each topic once");
}

#[test]
fn before_anything_was_agreed_everything_is_confidential() {
    let vault = sample_vault();
    let began = json(
        &vault,
        &[
            "call",
            "engagement",
            "{\"engagement\":\"nadia\",\"on\":null}",
        ],
    )["began"]
        .as_str()
        .unwrap()
        .to_owned();
    let asked = ["boundaries", "nadia", "--on", &began];
    let text = three_chairs(&vault, &asked).fine();
    assert!(text.contains("everything is confidential"), "{text}");
    assert_eq!(json(&vault, &asked)["version"], json!(null));
    let wrong = three_chairs(&vault, &["boundaries", "nadia", "--on", "2026-02-30"]);
    assert_eq!(wrong.code, 2);
    let none = three_chairs(&vault, &["boundaries", "nobody", "--json"]).refused();
    assert_eq!(none["code"], "find.engagement_none");
}

#[test]
fn what_a_new_version_changed_is_said() {
    let (_folder, vault) = own_vault();
    let call = |command: &str, input: serde_json::Value| {
        json(&vault, &["call", command, &input.to_string()])
    };
    let made = call(
        "draft_agreement",
        json!({
            "engagement": "nadia", "effective": null, "drafted": null, "from": null
        }),
    );
    let id = made["id"].as_str().unwrap();
    call(
        "set_boundaries",
        json!({
            "engagement": "nadia", "agreement": id, "boundaries": [
                { "topic": "progress", "role": "sponsor", "rule": "shared" },
                { "topic": "fees", "role": "hr-partner", "rule": "confidential" }
            ]
        }),
    );
    // A draft is not in force.
    let before = three_chairs(&vault, &["boundaries", "nadia"]).fine();
    assert!(!before.contains("What changed"));
    call(
        "give_assent",
        json!({
            "engagement": "nadia", "agreement": id, "party": "nadia-coachee", "on": null,
            "how": "in-writing"
        }),
    );
    let text = three_chairs(&vault, &["boundaries", "nadia"]).fine();
    for part in [
        "What changed since the version of ",
        "↗ loosens: The coach may tell the sponsor how the work is going.",
        "Before: Only in words that the coachee has released, the coach may tell the sponsor how the",
        "↘ tightens: The coach does not tell the HR partner what was agreed about fees.",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let page = json(&vault, &["boundaries", "nadia"]);
    let changes = page["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0]["direction"], "loosens");
    assert_eq!(changes[0]["was"], "with-consent");
}

#[test]
fn an_agreement_is_written_as_a_draft_and_handed_over_to_all() {
    let (folder, vault) = own_vault();
    let out = |name: &str| folder.path().join(name);
    let [draft, final_] = [out("draft.md"), out("final.md")];
    let asked = [
        "agreement",
        "nadia",
        "--for",
        "all",
        "--format",
        "md",
        "--out",
    ];
    let with = |more: &[&str]| {
        let mut all = asked.to_vec();
        all.extend(more);
        three_chairs(&vault, &all)
    };
    with(&[shown(&draft)]).fine();
    assert!(fs::read_to_string(&draft).unwrap().contains("Draft"));
    let before = json(&vault, &["ledger", "nadia"]).as_array().unwrap().len();
    let said = with(&[shown(&final_), "--hand-over"]).fine();
    assert!(said.contains("The ledger has it"));
    let text = fs::read_to_string(&final_).unwrap();
    assert!(!text.contains("Draft") && text.contains("Graham Tolliver"));
    let ledger = json(&vault, &["ledger", "nadia"]);
    let new = &ledger.as_array().unwrap()[before..];
    assert_eq!(new.len(), 3);
    assert!(new.iter().all(|entry| entry["ground"] == "proposal"));
    assert!(
        three_chairs(&vault, &["check"])
            .fine()
            .contains("All is well.")
    );
    // What was written is not overwritten, and a version that is not there is not made up.
    assert_eq!(
        with(&[shown(&final_), "--json"]).refused()["code"],
        "document.there_already"
    );
    let other = with(&[
        shown(&out("other.md")),
        "--effective",
        "2020-01-01",
        "--json",
    ])
    .refused();
    assert_eq!(other["code"], "find.agreement_none");
    let mut for_one = asked;
    for_one[3] = "Yusuf Adan";
    let mut for_one = for_one.to_vec();
    let path = out("yusuf.md");
    for_one.extend([shown(&path), "--json"]);
    let refused = three_chairs(&vault, &for_one).refused();
    assert_eq!(refused["code"], "input.does_not_sign");
    assert!(!path.exists());
}
