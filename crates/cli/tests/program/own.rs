//! Hours, supervision and the professional will from the command line.

use std::fs;

use crate::support::{json, new_vault, sample_vault, shown, three_chairs};
use serde_json::json;
use tempfile::tempdir;

#[test]
fn hours_are_entered_shown_written_and_removed() {
    let (keep, vault) = new_vault();
    let add = [
        "hours",
        "add",
        "--client",
        "=Ana",
        "--from",
        "2020-01-01",
        "--until",
        "2020-06-30",
        "--paid",
        "100:30",
        "--pro-bono",
        "0.75",
        "--consented",
        "2020-07-01",
    ];
    assert_eq!(json(&vault, &add)["rows"], 1);
    let page = json(&vault, &["hours"]);
    assert_eq!(page["log"]["rows"][0]["paid"], 6030);
    let text = three_chairs(&vault, &["hours"]).fine();
    for words in [
        "=Ana",
        "100.50 paid, 0.75 pro bono",
        "ICF ACC",
        "no   clients: 1 of 8",
        "yes  hours in all",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let before = three_chairs(&vault, &["hours", "--on", "2020-06-29"]).fine();
    assert!(before.contains("All: 0.00 paid"), "{before}");
    for ending in ["csv", "xlsx"] {
        let file = keep.path().join(format!("log.{ending}"));
        let write = ["hours", &format!("--{ending}"), shown(&file)];
        let said = three_chairs(&vault, &write).fine();
        assert!(said.contains("unencrypted"));
        let again = three_chairs(&vault, &[&write[..], &["--json"]].concat()).refused();
        assert_eq!(again["code"], "document.there_already");
        three_chairs(&vault, &[&write[..], &["--force"]].concat()).fine();
    }
    let csv = fs::read_to_string(keep.path().join("log.csv")).unwrap();
    assert!(
        csv.contains("'=Ana,,Individual,,2020-01-01,2020-06-30,100.50,0.75"),
        "{csv}"
    );
    let bad = [&add[..], &["--contact", "x", "--group", "many", "--json"]].concat();
    assert_eq!(
        three_chairs(&vault, &bad).refused()["field"],
        "rows[0].group"
    );
    let id = page["earlier"][0]["id"].as_str().unwrap();
    three_chairs(&vault, &["hours", "remove", id]).fine();
    assert_eq!(json(&vault, &["hours"])["earlier"], json!([]));
}

#[test]
fn supervision_is_logged_with_its_certificate_or_not_at_all() {
    let (keep, vault) = new_vault();
    let file = keep.path().join("paper.pdf");
    fs::write(&file, b"\0paper").unwrap();
    let log = [
        "supervision",
        "log",
        "--kind",
        "supervision",
        "--minutes",
        "90",
        "--certificate",
        shown(&file),
    ];
    let id = json(&vault, &log)["id"].as_str().unwrap().to_owned();
    let out = keep.path().join("out.pdf");
    three_chairs(
        &vault,
        &["supervision", "certificate", &id, "--out", shown(&out)],
    )
    .fine();
    assert_eq!(fs::read(&out).unwrap(), b"\0paper");
    let missing = [
        "supervision",
        "log",
        "--kind",
        "course",
        "--minutes",
        "90",
        "--certificate",
        "/no/such",
        "--json",
    ];
    let failure = three_chairs(&vault, &missing).refused();
    assert_eq!(failure["code"], "certificate.unreadable");
    assert_eq!(
        json(&vault, &["supervision"])["learning"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let odd = ["supervision", "log", "--kind", "nap", "--minutes", "90"];
    assert_eq!(three_chairs(&vault, &odd).code, 2);
    three_chairs(&vault, &["supervision", "remove", &id]).fine();
}

#[test]
fn what_is_marked_becomes_the_question_of_the_case_sheet() {
    let (_keep, vault) = new_vault();
    let folder = tempdir().unwrap();
    let practice = folder.path().join("practice.json");
    three_chairs(&sample_vault(), &["export", shown(&practice)]).fine();
    three_chairs(&vault, &["import", shown(&practice)]).fine();
    let take = [
        "supervision",
        "take",
        "nadia",
        "--item",
        "nadia-ins1",
        "--why",
        "Whose wish is this?",
    ];
    let mark = json(&vault, &take)["id"].as_str().unwrap().to_owned();
    let text = three_chairs(&vault, &["supervision"]).fine();
    assert!(text.contains("waits") && text.contains("Whose wish is this?"));
    let out = folder.path().join("sheet.md");
    let sheet = [
        "case-sheet",
        "nadia",
        "--marked",
        "--format",
        "md",
        "--out",
        shown(&out),
    ];
    three_chairs(&vault, &sheet).fine();
    let sheet = fs::read_to_string(&out).unwrap();
    assert!(
        sheet.contains("Whose wish is this?") && !sheet.contains("Nadia"),
        "{sheet}"
    );
    let back = [
        "supervision",
        "back",
        "nadia",
        &mark,
        "--words",
        "It is mine.",
    ];
    three_chairs(&vault, &back).fine();
    let text = three_chairs(&vault, &["supervision"]).fine();
    assert!(text.contains("taken") && !text.contains("waits"));
}

#[test]
fn a_will_is_set_piece_by_piece_and_printed() {
    let (keep, vault) = new_vault();
    assert!(
        three_chairs(&vault, &["will"])
            .fine()
            .contains("no professional will yet")
    );
    three_chairs(
        &vault,
        &[
            "will",
            "set",
            "--successor",
            "Iris Holm",
            "--language",
            "es",
        ],
    )
    .fine();
    let key = [
        "will",
        "set",
        "--sealed",
        "7K4Q-M2XD-9RTW-AAJ3-PP5F-22QA",
        "--json",
    ];
    let failure = three_chairs(&vault, &key).refused();
    assert_eq!(
        (&failure["code"], &failure["field"]),
        (&json!("will.key"), &json!("sealed"))
    );
    three_chairs(
        &vault,
        &[
            "will",
            "set",
            "--sealed",
            "In the safe",
            "--where",
            "At home",
        ],
    )
    .fine();
    let will = json(&vault, &["will"]);
    assert_eq!(will["will"]["successor"], "Iris Holm");
    assert_eq!(will["will"]["sealed"], "In the safe");
    let out = keep.path().join("will.pdf");
    let write = ["will", "write", "--format", "pdf", "--out", shown(&out)];
    three_chairs(&vault, &write).fine();
    assert!(!lopdf::Document::load(&out).unwrap().get_pages().is_empty());
}
