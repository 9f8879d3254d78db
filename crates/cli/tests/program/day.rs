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
