//! Undoing from the command line.

use crate::support::{json, new_vault, three_chairs};

#[test]
fn a_change_is_listed_undone_and_done_again() {
    let (_folder, vault) = new_vault();
    let nothing = three_chairs(&vault, &["undo", "--json"]).refused();
    assert_eq!(nothing["code"], "undo.nothing");
    let person = r#"{ "id": null, "name": "Maya", "called": "", "title": "", "organisation": "",
        "email": "", "phone": "" }"#;
    three_chairs(&vault, &["call", "save_person", person]).fine();
    let with = three_chairs(&vault, &["changes"]).fine();
    assert!(
        with.contains("save person") && with.contains("Maya"),
        "{with}"
    );
    let undone = three_chairs(&vault, &["undo"]).fine();
    assert!(undone.contains("Undone: save person, “Maya”."), "{undone}");
    let people = json(&vault, &["call", "people"]);
    assert_eq!(people["people"].as_array().unwrap().len(), 0);
    let page = json(&vault, &["changes"]);
    let number = page["today"][0]["number"].to_string();
    three_chairs(&vault, &["redo", &number]).fine();
    let gone = three_chairs(&vault, &["undo", "4711", "--json"]).refused();
    assert_eq!(
        (gone["code"].as_str(), gone["field"].as_str()),
        (Some("undo.gone"), Some("change"))
    );
    let people = json(&vault, &["call", "people"]);
    assert_eq!(people["people"].as_array().unwrap().len(), 1);
}
