//! The end of an engagement, as a script reads it.

use serde_json::Value;

use crate::support::{json, shown, three_chairs};

fn step<'a>(closing: &'a Value, what: &str) -> &'a Value {
    let mut steps = closing["steps"].as_array().unwrap().iter();
    steps.find(|step| step["what"] == what).unwrap()
}

#[test]
fn ones_own_summary_is_a_step_of_the_end_and_no_disclosure() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    three_chairs(&vault, &["sample"]).fine();
    let ledger = json(&vault, &["ledger", "mateus"]);
    let before = json(&vault, &["closing", "mateus"]);
    assert_eq!(step(&before, "coachs-summary")["state"], "open");
    let out = folder.path().join("own.pdf");
    let write = |more: &[&str]| {
        let mut all = vec!["summary", "mateus", "--for", "coach"];
        all.extend(["--format", "pdf", "--out", shown(&out)]);
        all.extend(more);
        three_chairs(&vault, &all)
    };
    let refused = write(&["--hand-over", "--json"]).refused();
    assert_eq!(refused["code"], "document.for_the_coach");
    assert!(!out.exists());
    write(&[]).fine();
    assert!(out.is_file());
    let after = json(&vault, &["closing", "mateus"]);
    assert_eq!(step(&after, "coachs-summary")["state"], "done");
    assert_eq!(step(&after, "coachs-summary")["on"], after["on"]);
    assert_eq!(json(&vault, &["ledger", "mateus"]), ledger);
    let text = three_chairs(&vault, &["closing", "mateus"]).fine();
    assert!(text.contains("the coach’s own summary"), "{text}");
}
