//! Measures on paper: each reader's figures and no others.

use crate::support::{made, sample};
use practice::Desk;
use serde_json::json;

/// The words of a document, line by line.
fn paper(desk: &Desk, kind: &str, party: Option<&str>, meeting: Option<&str>) -> String {
    let page = desk
        .document(made(json!({
            "engagement": "nadia", "kind": kind, "party": party, "meeting": meeting, "on": null,
            "agreement": null, "reflections": false, "question": "",
        })))
        .unwrap();
    let lines: Vec<_> = page.lines.into_iter().map(|line| line.text).collect();
    lines.join("\n")
}

#[test]
fn each_paper_holds_the_figures_that_its_reader_may_see() {
    let (_folder, desk) = sample();
    let midpoint = Some("nadia-midpoint");
    for (kind, meeting) in [("brief", midpoint), ("summary", None)] {
        let hers = paper(&desk, kind, Some("nadia-coachee"), meeting);
        for figure in [
            "In figures",
            "−2 → +1",
            "4 → 8",
            "+1.5, by 6 people together",
            "T 59.1",
        ] {
            assert!(hers.contains(figure), "{kind}: {figure}");
        }
        let coachs = paper(&desk, kind, None, meeting);
        assert!(
            coachs.contains("+1.5, by 6 people together") && coachs.contains("T 59.1"),
            "{kind}"
        );
        // The sponsor sees what raters said together about what was agreed, and nothing else.
        let his = paper(&desk, kind, Some("nadia-sponsor"), meeting);
        assert!(his.contains("+0.8, by 6 people together"), "{kind}");
        for hidden in ["→", "+1.5, by", "T 59", "Reached", "Own rating"] {
            assert!(!his.contains(hidden), "{kind}: {hidden}");
        }
    }
}
