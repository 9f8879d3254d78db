//! What the coachee approves, and what changed since.

use documents::{Change, Content, lines_changed, plain_lines};
use serde_json::json;

use crate::support::{brief, case_of, rich, rich_value};

fn changed(old: &Content, new: &Content) -> Vec<Change> {
    lines_changed(&plain_lines(old), &plain_lines(new))
}

#[test]
fn another_day_alone_changes_nothing() {
    let case = rich();
    let one = brief(&case, "ingrid", "m2", "2026-05-11");
    let other = brief(&case, "ingrid", "m2", "2026-05-12");
    assert_ne!(one, other);
    assert_eq!(one.bytes_for_approval(), other.bytes_for_approval());
    assert_eq!(changed(&one, &other), []);
}

#[test]
fn one_other_word_takes_the_approval_away_and_shows_the_line() {
    let before = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let mut value = rich_value();
    value["engagement"]["releases"][0]["wording"] = json!("I have handed the launch to Ann.");
    let after = brief(&case_of(value), "ingrid", "m2", "2026-05-11");
    assert_ne!(before.bytes_for_approval(), after.bytes_for_approval());
    let by = "(Maya Okafor, 2 May 2026)";
    let was = "I have handed the launch to Jo. I thought that I would miss it, and what I miss is \
               being asked.";
    assert_eq!(
        changed(&before, &after),
        [Change {
            was: Some(format!("{was} {by}")),
            is: Some(format!("I have handed the launch to Ann. {by}")),
        }]
    );
}

#[test]
fn a_line_that_went_and_a_line_that_came() {
    let old = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let mut new = old.clone();
    new.sections.remove(1);
    let changes = changed(&old, &new);
    assert!(!changes.is_empty());
    assert!(changes.iter().all(|change| change.is.is_none()));
    let changes = changed(&new, &old);
    assert!(changes.iter().all(|change| change.was.is_none()));
}

#[test]
fn a_content_is_read_back_as_it_was_written() {
    let content = brief(&rich(), "maya", "m2", "2026-05-11");
    let json = serde_json::to_string(&content).unwrap();
    assert_eq!(
        serde_json::from_str::<documents::Content>(&json).unwrap(),
        content
    );
}
