//! Contacts of other programs, from a script.

use std::fs;

use crate::support::{json, new_vault, three_chairs};

const TABLE: &str = "Name,Company\nAda Byron,Engines\nCharles B,Engines\n";

#[test]
fn contacts_are_listed_then_brought_in_then_found_again() {
    let (folder, vault) = new_vault();
    let file = folder.path().join("contacts.csv");
    fs::write(&file, TABLE).unwrap();
    let file = file.to_str().unwrap();
    let text = three_chairs(&vault, &["contacts", file]).fine();
    assert!(
        text.contains("Ada Byron") && text.contains("Nothing was brought in yet"),
        "{text}"
    );
    for number in ["0", "3"] {
        let asked = ["contacts", file, "--bring", "--only", number, "--json"];
        let refused = three_chairs(&vault, &asked).refused();
        assert_eq!(refused["code"], "intake.not_there", "{number}");
    }
    let brought = json(&vault, &["contacts", file, "--bring", "--only", "2"]);
    assert_eq!(
        (&brought["people"], &brought["organisations"]),
        (&1.into(), &1.into())
    );
    let brought = json(&vault, &["contacts", file, "--bring"]);
    assert_eq!(
        (&brought["people"], &brought["organisations"]),
        (&1.into(), &0.into())
    );
    let refused = three_chairs(&vault, &["contacts", file, "--bring", "--json"]).refused();
    assert_eq!(refused["code"], "intake.nobody");
}

#[test]
fn a_file_that_holds_no_contacts_is_refused_before_the_vault_is_opened() {
    let (folder, vault) = new_vault();
    let picture = folder.path().join("picture.png");
    fs::write(&picture, b"\x89PNG").unwrap();
    let refused =
        three_chairs(&vault, &["contacts", picture.to_str().unwrap(), "--json"]).refused();
    assert_eq!(refused["code"], "intake.ending");
    let missing = folder.path().join("missing.vcf");
    let refused =
        three_chairs(&vault, &["contacts", missing.to_str().unwrap(), "--json"]).refused();
    assert_eq!(refused["code"], "intake.unreadable");
}
