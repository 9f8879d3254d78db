//! What goals serve and threads of insights, as a script reads them.

use crate::support::{json, sample_vault, three_chairs};

#[test]
fn direction_says_what_serves_what_and_what_does_not() {
    let vault = sample_vault();
    let page = json(&vault, &["direction", "Nadia Rahimi"]);
    assert_eq!(page["purpose"].as_array().unwrap().len(), 3);
    assert!(page["purpose"][2]["in_force"].as_bool().unwrap());
    let text = three_chairs(&vault, &["direction", "nadia"]).fine();
    for said in [
        "To stay near the making.",
        "Graham Tolliver: Operations in safe hands",
        "no goal serves it",
        "serves nothing that was named",
        "how: Yusuf’s people should see",
        "said in other words since, on",
    ] {
        assert!(text.contains(said), "{said}:\n{text}");
    }
    // Before anything was said.
    let early = ["direction", "nadia", "--on", "2000-01-01"];
    let text = three_chairs(&vault, &early).fine();
    assert!(text.contains("Nobody has put it into words") && !text.contains("Tolliver"));
    let refused = three_chairs(&vault, &["direction", "nobody", "--json"]).refused();
    assert_eq!(refused["code"], "find.engagement_none");
}

#[test]
fn threads_stand_in_the_order_of_the_days() {
    let vault = sample_vault();
    let value = json(&vault, &["threads", "nadia"]);
    let threads = value["threads"].as_array().unwrap();
    assert_eq!(threads.len(), 2);
    for thread in threads {
        let days: Vec<&str> = thread["insights"]
            .as_array()
            .unwrap()
            .iter()
            .map(|insight| insight["note"]["on"].as_str().unwrap())
            .collect();
        assert!(days.len() > 2 && days.is_sorted(), "{days:?}");
    }
    let text = three_chairs(&vault, &["threads", "nadia"]).fine();
    let at = |words: &str| text.find(words).unwrap();
    assert!(
        at("Being needed") < at("I answer before") && at("I answer before") < at("almost pleased")
    );
    let early = ["threads", "nadia", "--on", "2000-01-01"];
    let text = three_chairs(&vault, &early).fine();
    assert!(text.contains("No thread of insights by 2000-01-01."));
}
