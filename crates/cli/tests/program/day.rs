//! The coach's day on the command line.

use crate::support::{json, sample_vault, three_chairs};

#[test]
fn today_prints_the_list_and_puts_a_line_off() {
    let vault = sample_vault();
    let today = json(&vault, &["today"]);
    let lines = today["lines"].as_array().unwrap();
    let line = lines
        .iter()
        .find(|line| line["why"]["kind"] == "withheld")
        .unwrap();
    let text = three_chairs(&vault, &["today"]).fine();
    assert!(text.contains("is withheld and not resolved"), "{text}");
    let key = line["key"].as_str().unwrap();
    let back = "2199-01-01";
    let text = three_chairs(&vault, &["put-off", key, back]).fine();
    assert!(text.contains("Put off") && text.contains(back), "{text}");
    let refused = three_chairs(&vault, &["put-off", "nothing", back, "--json"]).refused();
    assert_eq!(refused["code"], "find.line");
    three_chairs(&vault, &["put-off", key]).fine();
    let again = json(&vault, &["today"]);
    assert_eq!(again["lines"], today["lines"]);
}

#[test]
fn a_series_is_shown_before_it_is_planned() {
    let vault = sample_vault();
    let series = |more: &[&str]| {
        let mut arguments = vec![
            "series",
            "amara",
            "--first",
            "2031-01-31",
            "--every",
            "1",
            "--unit",
            "month",
            "--count",
            "3",
        ];
        arguments.extend(more);
        three_chairs(&vault, &arguments)
    };
    let held = || json(&vault, &["today"])["lines"].clone();
    let before = held();
    let text = series(&[]).fine();
    // 28 February 2031 is a Friday, and 31 March a Monday.
    assert!(
        text.contains("2031-01-31") && text.contains("2031-02-28"),
        "{text}"
    );
    assert!(text.contains("--plan plans it"), "{text}");
    assert_eq!(held(), before);
    let refused = series(&["--at", "25:00", "--json"]).refused();
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&"input.hour".into(), &"at".into())
    );
}

#[test]
fn what_to_look_at_before_a_session() {
    let vault = sample_vault();
    let text = three_chairs(&vault, &["prepare", "nadia"]).fine();
    for heading in ["Last time", "Goals now", "Boundaries to remember"] {
        assert!(text.contains(heading), "{text}");
    }
    let refused =
        three_chairs(&vault, &["prepare", "nadia", "--session", "none", "--json"]).refused();
    assert_eq!(refused["code"], "find.session");
}
