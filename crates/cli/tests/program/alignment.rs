//! Who stands where, as a script reads it.

use crate::support::{json, sample_vault, three_chairs};

#[test]
fn alignment_says_who_stands_where_and_what_is_tried() {
    let vault = sample_vault();
    let page = json(&vault, &["alignment", "Nadia Rahimi"]);
    assert_eq!(page["clashes"].as_array().unwrap().len(), 2);
    let text = three_chairs(&vault, &["alignment", "nadia"]).fine();
    for said in [
        "Let Yusuf run the largest plant, and stay away long enough to see that he does (apart)",
        "unsure → ",
        "influence: high",
        "seems to believe: A plant is safe",
        "Who research asks when Yusuf decides",
        "Annika Hjelm fears: That the plant learns to do without research.",
        "to be judged on",
        "common ground: Somebody walks; it need not be Nadia.",
    ] {
        assert!(text.contains(said), "{said}:\n{text}");
    }
    let early = ["alignment", "nadia", "--on", "2000-01-01"];
    let text = three_chairs(&vault, &early).fine();
    assert!(text.contains("Nothing was being worked on") && !text.contains("research"));
}
