//! Non-interference: two records that differ only in what a party may not see give that party the
//! same bytes, in every format.

use documents::{Content, Stamp, docx, html, markdown, pdf};
use serde_json::{Value, json};

use coaching::words::Teller;

use crate::support::{
    brief, calendar, case_of, invitation, minutes, rich_value, summary, view, with_agenda,
};

const ON: &str = "2026-05-11";

/// The rich record after everything that Ingrid may not see went another way.
fn otherwise() -> Value {
    let mut value = with_agenda(rich_value());
    let e = value["engagement"].as_object_mut().unwrap();
    for part in [
        "tellings",
        "insights",
        "practices",
        "feedback",
        "sponsor_contacts",
        "reflections",
        "purpose",
        "themes",
        "progress",
        "support_needed",
    ] {
        e.remove(part);
    }
    let e = &mut value["engagement"];
    e["goals"].as_array_mut().unwrap().truncate(2);
    e["goals"][0]["versions"]
        .as_array_mut()
        .unwrap()
        .truncate(1);
    e["goals"][1]["versions"] = json!([e["goals"][1]["versions"][0].clone()]);
    e["goals"][1]["versions"][0]["words"] = json!("Other words.");
    for session in e["sessions"].as_array_mut().unwrap() {
        session["record"] = json!("Something else altogether.");
        session["reflective"] = json!("");
    }
    e["meetings"][0]["reflective"] = json!("Quite another note.");
    e["meetings"][1]["preparation"] = json!({});
    e["commitments"].as_array_mut().unwrap().truncate(3);
    e["expectations"].as_array_mut().unwrap().truncate(1);
    e["positions"].as_array_mut().unwrap().truncate(1);
    e["releases"].as_array_mut().unwrap().truncate(3);
    e["releases"][1].as_object_mut().unwrap().remove("note");
    e["releases"][2].as_object_mut().unwrap().remove("note");
    e["parties"].as_array_mut().unwrap().truncate(3);
    value["people"].as_array_mut().unwrap().truncate(3);
    value
}

fn files(content: &Content) -> Vec<Vec<u8>> {
    let stamp = Stamp::Final { approved: None };
    vec![
        pdf(content, stamp).unwrap(),
        docx(content, stamp).unwrap(),
        markdown(content, stamp).into_bytes(),
        html(content, stamp).into_bytes(),
        pdf(content, Stamp::Draft).unwrap(),
        documents::file_name(content, documents::Format::Pdf).into_bytes(),
        content.bytes_for_approval(),
    ]
}

#[test]
fn what_is_left_out_leaves_no_trace() {
    let (one, other) = (case_of(with_agenda(rich_value())), case_of(otherwise()));
    assert_ne!(one, other);
    assert_eq!(view(&one, "ingrid", ON), view(&other, "ingrid", ON));
    assert_eq!(
        files(&brief(&one, "ingrid", "m2", ON)),
        files(&brief(&other, "ingrid", "m2", ON))
    );
    assert_eq!(
        files(&summary(&one, "ingrid", ON)),
        files(&summary(&other, "ingrid", ON))
    );
    assert_eq!(
        files(&minutes(&one, "ingrid", "m1", ON)),
        files(&minutes(&other, "ingrid", "m1", ON))
    );
    for from in [Teller::Coachee, Teller::Coach] {
        let invited = |case| files(&invitation(case, "ingrid", "m2", from, ON));
        assert_eq!(invited(&one), invited(&other));
        let entry = |case| calendar(case, "ingrid", "m2", from, ON);
        assert_eq!(entry(&one), entry(&other));
    }
}

/// The test above could fail: what Ingrid may see does change her files.
#[test]
fn what_is_included_does() {
    let mut value = rich_value();
    value["engagement"]["releases"][2]["wording"] = json!("Another wording.");
    let (one, other) = (case_of(rich_value()), case_of(value));
    let pairs = files(&brief(&one, "ingrid", "m2", ON))
        .into_iter()
        .zip(files(&brief(&other, "ingrid", "m2", ON)));
    let same = pairs.filter(|(a, b)| a == b).count();
    assert_eq!(same, 1, "the file's name alone is the same");
    let mut value = with_agenda(rich_value());
    let entry =
        |value: &Value| calendar(&case_of(value.clone()), "ingrid", "m2", Teller::Coach, ON);
    let before = entry(&value);
    value["engagement"]["meetings"][1]["agenda"][0]["text"] = json!("Another point");
    assert_ne!(entry(&value), before);
}
