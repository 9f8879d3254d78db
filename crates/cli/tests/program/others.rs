//! What is for other readers, from the command line, over the sample practice.

use std::fs;

use crate::support::{json, new_vault, sample_vault, shown, three_chairs};
use serde_json::{Value, json};
use tempfile::tempdir;

/// The engagements of the sample in which something is in force.
const IN_FORCE: &[&str] = &[
    "nadia", "amara", "henrik", "lucia", "mateus", "tomasz", "eleni", "mei", "ruwan",
];
const NOT_YET: &[&str] = &["aisling", "ottilie", "ewan"];

/// Words of people's names that are other words as well, where they are written small or begin a
/// sentence.
fn words_of(name: &str) -> Vec<&str> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 2).collect()
}

#[test]
fn no_case_sheet_holds_a_name() {
    let vault = sample_vault();
    let folder = tempdir().unwrap();
    let practice = folder.path().join("practice.json");
    three_chairs(&vault, &["export", shown(&practice)]).fine();
    let practice: Value = serde_json::from_slice(&fs::read(&practice).unwrap()).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let people = list(&practice["people"]);
    for engagement in IN_FORCE {
        let out = folder.path().join(format!("{engagement}.md"));
        let all = [
            "case-sheet",
            engagement,
            "--with-reflections",
            "--format",
            "md",
            "--out",
        ];
        three_chairs(&vault, &[&all[..], &[shown(&out)]].concat()).fine();
        let sheet = fs::read_to_string(&out).unwrap();
        let kept = list(&practice["engagements"]);
        let kept = kept.iter().find(|kept| kept["id"] == *engagement).unwrap();
        let parties = list(&kept["parties"]);
        let there = |id: &Value| parties.iter().any(|party| party["person"] == *id);
        let names = people.iter().filter(|person| there(&person["id"]));
        let mut looked_for = 0;
        for person in names.chain([&practice["coach"]]) {
            for word in words_of(person["name"].as_str().unwrap()) {
                looked_for += 1;
                let stays = sheet
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|w| w == word);
                assert!(!stays, "{word} in {engagement}");
            }
        }
        assert!(looked_for > 4);
    }
    for engagement in NOT_YET {
        let out = folder.path().join("none.md");
        let all = [
            "case-sheet",
            engagement,
            "--format",
            "md",
            "--out",
            shown(&out),
            "--json",
        ];
        let failure = three_chairs(&vault, &all).refused();
        assert_eq!(failure["code"], "document.nothing_in_force");
        assert!(!out.exists());
    }
}

#[test]
fn names_are_decided_about_and_listed() {
    let (_keep, vault) = new_vault();
    let practice = tempdir().unwrap();
    let file = practice.path().join("practice.json");
    three_chairs(&sample_vault(), &["export", shown(&file)]).fine();
    three_chairs(&vault, &["import", shown(&file)]).fine();
    let before = json(&vault, &["names", "nadia"]);
    let unsure = before["unsure"].as_array().unwrap();
    assert!(unsure.contains(&json!("Maren")) && unsure.contains(&json!("Dieter")));
    let decided = [
        "names",
        "nadia",
        "--is",
        "Maren=a site leader",
        "--keep",
        "Coat",
    ];
    let after = json(&vault, &decided);
    assert_eq!(after["unsure"].as_array().unwrap().len(), unsure.len() - 2);
    let masks = json!([
        { "name": "Coat" }, { "name": "Maren", "becomes": "a site leader" }
    ]);
    assert_eq!(after["masks"], masks);
    let text = three_chairs(&vault, &["names", "nadia", "--forget", "Coat"]).fine();
    assert!(text.contains("Maren: a site leader") && text.contains("\n  Coat"));
    let wrong = ["names", "nadia", "--is", "Maren", "--json"];
    assert_eq!(
        three_chairs(&vault, &wrong).refused()["code"],
        "names.no_words"
    );
    // Nothing is released for anybody yet, and the sheet has unsure words.
    let out = practice.path().join("story.md");
    let story = [
        "client-story",
        "nadia",
        "--format",
        "md",
        "--out",
        shown(&out),
        "--json",
    ];
    let failure = three_chairs(&vault, &story).refused();
    assert_eq!(failure["code"], "document.nothing_released");
    let sheet = [
        "case-sheet",
        "nadia",
        "--format",
        "md",
        "--out",
        shown(&out),
        "--hand-over",
        "--json",
    ];
    let failure = three_chairs(&vault, &sheet).refused();
    assert_eq!(failure["code"], "document.no_supervisor");
    assert!(!out.exists());
}

#[test]
fn everything_about_one_person_is_listed_decided_about_and_written() {
    let vault = sample_vault();
    let folder = tempdir().unwrap();
    let page = json(&vault, &["access", "Graham Tolliver"]);
    let items = page["items"].as_array().unwrap();
    let listed = three_chairs(&vault, &["access", "Graham Tolliver"]).fine();
    assert!(listed.contains("to be decided") && listed.contains(items[0]["key"].as_str().unwrap()));
    let out = folder.path().join("access.md");
    let write = [
        "access",
        "Graham Tolliver",
        "--format",
        "md",
        "--out",
        shown(&out),
    ];
    let failure = three_chairs(&vault, &[&write[..], &["--json"]].concat()).refused();
    assert_eq!(failure["code"], "access.undecided");
    let decisions = folder.path().join("decisions.json");
    let review = items.iter().filter(|item| item["proposed"] == "review");
    let decided: Vec<Value> = review
        .map(|item| {
            let decision = json!({ "leave-out": { "reason": "told in confidence" } });
            json!({ "key": item["key"], "decision": decision })
        })
        .collect();
    fs::write(&decisions, serde_json::to_vec(&decided).unwrap()).unwrap();
    let with = ["--decisions", shown(&decisions), "--language", "es"];
    three_chairs(&vault, &[&write[..], &with].concat()).fine();
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("Todo lo que se guarda sobre usted") && text.contains("told in confidence")
    );
    fs::write(&decisions, b"{").unwrap();
    let again = [&write[..], &with, &["--force", "--json"]].concat();
    assert_eq!(
        three_chairs(&vault, &again).refused()["code"],
        "access.not_json"
    );
    let nobody = three_chairs(&vault, &["access", "Nobody At All", "--json"]).refused();
    assert_eq!(nobody["code"], "find.person_none");
}

#[test]
fn the_data_sheet_is_one_page() {
    let vault = sample_vault();
    let folder = tempdir().unwrap();
    for language in ["en", "es"] {
        let out = folder.path().join(format!("{language}.pdf"));
        let all = [
            "data-sheet",
            "--language",
            language,
            "--format",
            "pdf",
            "--out",
            shown(&out),
        ];
        three_chairs(&vault, &all).fine();
        let pages = lopdf::Document::load(&out).unwrap().get_pages().len();
        assert_eq!(pages, 1, "{language}");
    }
}

#[test]
fn talking_points_are_the_coachees_and_name_one_goal_or_all() {
    let vault = sample_vault();
    let folder = tempdir().unwrap();
    let out = folder.path().join("points.md");
    let write = |more: &[&str]| {
        let all = [
            "talking-points",
            "nadia",
            "--format",
            "md",
            "--force",
            "--out",
            shown(&out),
        ];
        three_chairs(&vault, &[&all[..], more].concat())
    };
    write(&[]).fine();
    let sheet = fs::read_to_string(&out).unwrap();
    assert!(
        sheet.contains("Graham Tolliver") && sheet.contains("1 of 2"),
        "{sheet}"
    );
    assert!(!sheet.contains("Kept private"));
    write(&["--with-private"]).fine();
    assert!(fs::read_to_string(&out).unwrap().contains("Kept private"));
    write(&["--to", "hr-partner", "--goal", "executive"]).fine();
    let sheet = fs::read_to_string(&out).unwrap();
    assert!(
        sheet.contains("Chiara Benedetti") && sheet.contains("1 of 1"),
        "{sheet}"
    );
    let failure = write(&["--to", "nadia-yusuf", "--json"]).refused();
    assert_eq!(failure["code"], "document.nobody_to_tell");
    let failure = write(&["--goal", "no such goal", "--json"]).refused();
    assert_eq!(failure["code"], "find.goal_none");
}
