//! Finding, conflicts and people who are one, as a script asks for them.

use crate::support::{json, sample_vault, three_chairs};

#[test]
fn words_are_found_with_their_place_and_chair() {
    let vault = sample_vault();
    let text = three_chairs(&vault, &["find", "finished", "ASKING"]).fine();
    assert!(
        text.contains("insight (two chairs): I answer before they have finished asking"),
        "{text}"
    );
    let found = json(
        &vault,
        &[
            "find",
            "asking",
            "--kind",
            "insight",
            "--person",
            "Nadia Rahimi",
        ],
    );
    assert!(!found["lines"].as_array().unwrap().is_empty());
    let early = ["find", "asking", "--to", "2000-01-01"];
    assert!(
        three_chairs(&vault, &early)
            .fine()
            .contains("Nothing was found.")
    );
    let wrong = [
        "find",
        "a",
        "--from",
        "2026-02-02",
        "--to",
        "2026-02-01",
        "--json",
    ];
    assert_eq!(
        three_chairs(&vault, &wrong).refused()["code"],
        "input.end_before_start"
    );
}

#[test]
fn joining_is_shown_before_it_is_done() {
    let vault = sample_vault();
    let asked = ["join-people", "Owen Prysor", "Samira Ouali"];
    let shown = three_chairs(&vault, &asked).fine();
    assert!(
        shown.contains("Nothing was changed yet") && shown.contains("Samira Ouali"),
        "{shown}"
    );
    let done = three_chairs(&vault, &[asked[0], asked[1], asked[2], "--yes"]).fine();
    assert!(done.contains("They are joined."), "{done}");
    let gone = [asked[0], asked[1], asked[2], "--json"];
    assert_eq!(
        three_chairs(&vault, &gone).refused()["code"],
        "find.person_none"
    );
    assert!(
        three_chairs(&vault, &["conflicts", "nadia"])
            .fine()
            .contains("Nothing stands in its way.")
    );
}
