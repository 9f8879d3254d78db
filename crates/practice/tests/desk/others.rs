//! Other readers: the supervisor's case sheet, the client's story, the access request, the data sheet;
//! and the coachee's talking points.

use std::fs;
use std::path::Path;

use crate::support::{made, nadia, page, refused, sample};
use practice::types::{AccessPage, AskDocument, Proposed, WriteAccess, WriteDocument, Written};
use practice::{Desk, Failure};
use serde_json::{Value, json};

fn sheet(party: Value) -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": "case-sheet", "party": party, "meeting": null, "on": null,
        "question": "What do I owe Graham?"
    }))
}

fn story() -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": "client-story", "party": null, "meeting": null, "on": null
    }))
}

fn write(
    desk: &mut Desk,
    document: &AskDocument,
    folder: &Path,
    hand_over: bool,
) -> Result<Written, Failure> {
    let ask: WriteDocument = made(json!({
        "document": document, "format": "md", "folder": folder, "hand_over": hand_over
    }));
    desk.write_document(ask)
}

/// Says of every unsure word of a document that it is no name.
fn keep_all(desk: &mut Desk, document: &AskDocument) {
    let unsure = desk.document(document.clone()).unwrap().unsure;
    let masks: Vec<Value> = unsure
        .iter()
        .map(|word| json!({ "name": word, "becomes": null }))
        .collect();
    desk.set_masks(made(json!({ "engagement": "nadia", "masks": masks })))
        .unwrap();
}

fn add_supervisor(desk: &mut Desk) -> String {
    let who = json!({ "new": { "name": "Sunniva Falk", "title": "", "organisation": "" } });
    let ask = json!({
        "engagement": "nadia", "who": who, "role": "supervisor", "level": "outside", "relation": "",
        "joined": "2026-03-10"
    });
    desk.add_party(made(ask)).unwrap().id
}

fn release_for_anybody(desk: &mut Desk, wording: &str) {
    let ask = json!({
        "engagement": "nadia", "audience": "public", "topic": "insights", "wording": wording,
        "voice": "coachee", "given": null, "how": "in-writing", "note": null, "session": null,
        "goal": null
    });
    desk.give_release(made(ask)).unwrap();
}

#[test]
fn a_case_sheet_reaches_the_supervisor_when_every_word_is_decided_about() {
    let (folder, mut desk) = sample();
    let supervisor = add_supervisor(&mut desk);
    let ask = sheet(json!(supervisor));
    let shown = desk.document(ask.clone()).unwrap();
    assert!(!shown.needs_approval && !shown.unsure.is_empty());
    assert_eq!(shown.file_name, "case-sheet-2026-09-16.pdf");
    let to = folder.path().to_owned();
    refused(&mut desk, "document.unsure_names", None, |desk| {
        write(desk, &ask, &to, true)
    });
    let draft = write(&mut desk, &ask, &to, false).unwrap();
    assert!(fs::read_to_string(draft.path).unwrap().contains('⟦'));
    let before = nadia(&desk).ledger.len();
    keep_all(&mut desk, &ask);
    let written = write(&mut desk, &ask, &to, true).unwrap();
    let text = fs::read_to_string(&written.path).unwrap();
    for name in [
        "Nadia",
        "Rahimi",
        "Graham",
        "Tolliver",
        "Fenwright",
        "Calloway",
        "Sunniva",
    ] {
        assert!(!text.contains(name), "{name}");
    }
    assert!(text.contains("What do I owe the sponsor?") && !text.contains('⟦'));
    let ledger = nadia(&desk).ledger;
    assert_eq!(ledger.len(), before + 1);
    let entry = ledger.last().unwrap();
    assert_eq!((entry.ground.as_str(), entry.holds), ("supervision", true));
    assert_eq!(
        entry.to.as_ref().map(|id| id.as_str()),
        Some(supervisor.as_str())
    );
}

#[test]
fn a_case_sheet_is_for_a_supervisor_and_nobody_else() {
    let (folder, mut desk) = sample();
    let to = folder.path().to_owned();
    refused(&mut desk, "input.not_a_supervisor", Some("party"), |desk| {
        desk.document(sheet(json!("nadia-sponsor")))
    });
    let nobody = sheet(json!(null));
    keep_all(&mut desk, &nobody);
    write(&mut desk, &nobody, &to, false).unwrap();
    refused(&mut desk, "document.no_supervisor", None, |desk| {
        write(desk, &nobody, &to, true)
    });
    let mut not_begun = sheet(json!(null));
    not_begun.engagement = page(&desk, "ewan").id;
    refused(&mut desk, "document.nothing_in_force", None, |desk| {
        desk.document(not_begun)
    });
}

#[test]
fn what_is_decided_about_names_is_kept_exactly() {
    let (_folder, mut desk) = sample();
    let set = |desk: &mut Desk, masks: Value| {
        desk.set_masks(made(json!({ "engagement": "nadia", "masks": masks })))
    };
    for (code, field, masks) in [
        (
            "input.blank",
            "name",
            json!([{ "name": " ", "becomes": null }]),
        ),
        (
            "input.blank",
            "becomes",
            json!([{ "name": "Maren", "becomes": "" }]),
        ),
        (
            "input.name",
            "name",
            json!([{ "name": "a\nb", "becomes": null }]),
        ),
        (
            "mask.twice",
            "masks",
            json!([{ "name": "Maren", "becomes": null }, { "name": "Maren ", "becomes": "a peer" }]),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| set(desk, masks));
    }
    set(
        &mut desk,
        json!([{ "name": "Maren", "becomes": "a site leader" }]),
    )
    .unwrap();
    assert_eq!(nadia(&desk).masks.len(), 1);
    let shown = desk.document(sheet(json!(null))).unwrap();
    assert!(!shown.unsure.contains(&"Maren".to_owned()));
    assert!(
        shown
            .lines
            .iter()
            .any(|line| line.text.contains("a site leader careful"))
    );
}

#[test]
fn a_story_needs_the_coachees_approval_and_names_nobody() {
    let (folder, mut desk) = sample();
    let to = folder.path().to_owned();
    refused(&mut desk, "document.nothing_released", None, |desk| {
        desk.document(story())
    });
    let wording = "I stopped answering first, and the plant went on.";
    release_for_anybody(&mut desk, wording);
    let shown = desk.document(story()).unwrap();
    assert!(shown.needs_approval);
    assert_eq!((shown.unsure.len(), shown.left_out), (0, 0));
    assert_eq!(shown.file_name, "story-2026-09-16.pdf");
    refused(&mut desk, "document.not_approved", None, |desk| {
        write(desk, &story(), &to, true)
    });
    let approval = json!({
        "document": story(), "content": shown.content, "how": "in-writing", "on": null
    });
    desk.approve(made(approval)).unwrap();
    let written = write(&mut desk, &story(), &to, true).unwrap();
    let text = fs::read_to_string(&written.path).unwrap();
    assert!(text.contains("I stopped answering first, and the plant went on"));
    for name in ["Nadia", "Rahimi", "Fenwright", "Calloway", "Nora"] {
        assert!(
            !text.contains(name) && !written.path.contains(name),
            "{name}"
        );
    }
    let entry = nadia(&desk).ledger.pop().unwrap();
    assert_eq!((entry.ground.as_str(), entry.to), ("approval", None));
    release_for_anybody(&mut desk, "And Zeno laughed.");
    let shown = desk.document(story()).unwrap();
    assert_eq!(shown.unsure, ["Zeno"]);
    assert!(shown.changed_since_approval && shown.approved.is_none());
    let approval = json!({
        "document": story(), "content": shown.content, "how": "in-writing", "on": null
    });
    refused(&mut desk, "document.unsure_names", None, |desk| {
        desk.approve(made(approval))
    });
}

fn person_of(desk: &Desk, party: &str) -> String {
    let parties = nadia(desk).parties;
    let found = parties.iter().find(|card| card.id.as_str() == party);
    found.unwrap().person.to_string()
}

fn access(desk: &Desk, party: &str) -> AccessPage {
    let person = person_of(desk, party);
    desk.access(made(json!({ "person": person }))).unwrap()
}

/// Includes what may be included, and leaves out what has to be decided about.
fn answer(page: &AccessPage, folder: &Path, hand_over: bool) -> Value {
    let decisions = page.items.iter().map(|item| {
        let decision = match item.proposed {
            Proposed::Include => json!("include"),
            Proposed::Review => {
                json!({ "leave-out": { "reason": "it is somebody else’s confidence" } })
            }
        };
        json!({ "key": item.key, "decision": decision })
    });
    json!({
        "person": page.person, "decisions": decisions.collect::<Vec<_>>(), "format": "md",
        "folder": folder, "hand_over": hand_over
    })
}

#[test]
fn an_access_request_is_answered_item_by_item() {
    let (folder, mut desk) = sample();
    let to = folder.path().to_owned();
    let page = access(&desk, "nadia-sponsor");
    let review = page
        .items
        .iter()
        .filter(|item| item.proposed == Proposed::Review);
    let left_out = review.count();
    assert!(left_out > 0 && left_out < page.items.len());
    let whole = answer(&page, &to, true);
    let mut undecided = whole.clone();
    let decisions = undecided["decisions"].as_array_mut().unwrap();
    let place = decisions
        .iter()
        .position(|each| each["decision"] != "include");
    decisions.remove(place.unwrap());
    refused(&mut desk, "access.undecided", Some("decisions"), |desk| {
        desk.write_access(made::<WriteAccess>(undecided))
    });
    let mut unknown = whole.clone();
    let decisions = unknown["decisions"].as_array_mut().unwrap();
    decisions.push(json!({ "key": "00", "decision": "include" }));
    refused(&mut desk, "access.changed", Some("decisions"), |desk| {
        desk.write_access(made::<WriteAccess>(unknown))
    });
    let mut no_reason = whole.clone();
    no_reason["decisions"][0]["decision"] = json!({ "leave-out": { "reason": " " } });
    refused(&mut desk, "input.blank", Some("decisions"), |desk| {
        desk.write_access(made::<WriteAccess>(no_reason))
    });
    let mut redacted = whole;
    redacted["decisions"][1]["decision"] =
        json!({ "redact": { "text": "other words stand here" } });
    let written = desk.write_access(made(redacted)).unwrap();
    assert!(written.path.ends_with("access-2026-09-16.md"));
    let text = fs::read_to_string(written.path).unwrap();
    assert!(text.contains("Graham Tolliver") && text.contains("other words stand here"));
    assert!(text.contains(&format!(
        "{left_out} entries: it is somebody else’s confidence"
    )));
    let entry = nadia(&desk).ledger.pop().unwrap();
    assert_eq!((entry.ground.as_str(), entry.holds), ("access", true));
    // The hand-over itself is kept about the person: what was shown before is not all any more.
    let again = answer(&page, &to, false);
    refused(&mut desk, "access.changed", Some("decisions"), |desk| {
        desk.write_access(made::<WriteAccess>(again))
    });
}

#[test]
fn a_coachee_is_shown_the_whole_two_chair_record() {
    let (_folder, desk) = sample();
    let page = access(&desk, "nadia-coachee");
    let kept = nadia(&desk);
    for note in &kept.notes {
        let found = page.items.iter().find(|item| item.text == note.text);
        let item = found.expect("every note is about the coachee");
        let coachs_own = ["reflections", "feedback-verbatim"].contains(&note.topic.word());
        assert!(!coachs_own || item.proposed == Proposed::Review);
    }
    // Of somebody else's coaching nothing is gathered for her.
    let names = |engagement: &str| {
        page.items
            .iter()
            .any(|item| item.engagement_name == engagement)
    };
    assert!(names(&kept.name));
    assert!(!names(&crate::support::page(&desk, "henrik").name));
}

#[test]
fn the_data_sheet_holds_the_coach_and_nobody_else() {
    let (folder, mut desk) = sample();
    let before = nadia(&desk).ledger.len();
    for language in ["en", "es"] {
        let ask = json!({ "language": language, "format": "html", "folder": folder.path() });
        let written = desk.write_data_sheet(made(ask)).unwrap();
        let text = fs::read_to_string(&written.path).unwrap();
        assert!(text.contains("Nora Calloway") && text.contains("Argon2id"));
        assert!(!written.handed_over && written.path.contains("data-sheet-2026-09-16"));
        for card in desk.people().unwrap().people {
            assert!(!text.contains(&card.person.name));
        }
    }
    assert_eq!(nadia(&desk).ledger.len(), before);
}

fn points(party: &str, points: Value) -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": "talking-points", "party": party, "meeting": null, "on": null,
        "points": points
    }))
}

#[test]
fn talking_points_are_handed_to_the_coachee_without_an_approval() {
    let (folder, mut desk) = sample();
    let rows = nadia(&desk).documents;
    let row = rows.iter().find(|row| {
        let to = row
            .document
            .points
            .as_ref()
            .and_then(|about| about.to.as_ref());
        to.is_some_and(|to| to.as_str() == "nadia-sponsor")
    });
    let row = row.unwrap();
    assert_eq!(row.for_whom, "Nadia Rahimi");
    let ask = row.document.clone();
    let shown = desk.document(ask.clone()).unwrap();
    assert!(!shown.needs_approval);
    assert_eq!(shown.for_whom, "Nadia Rahimi");
    // The record's own words say why they may stand there.
    assert!(
        shown
            .lines
            .iter()
            .any(|line| line.style == "quotation" && line.why.is_some())
    );
    let private = "Have Fridays with my mother";
    assert!(
        !shown
            .lines
            .iter()
            .any(|line| line.text.starts_with(private))
    );
    let with = points(
        "nadia-coachee",
        json!({ "to": "nadia-sponsor", "version": null, "private": true }),
    );
    let with = desk.document(with).unwrap();
    assert!(with.lines.iter().any(|line| line.text.starts_with(private)));
    let before = nadia(&desk).ledger.len();
    let written = write(&mut desk, &ask, folder.path(), true).unwrap();
    assert!(
        fs::read_to_string(written.path)
            .unwrap()
            .contains("Graham Tolliver")
    );
    let ledger = nadia(&desk).ledger;
    assert_eq!(ledger.len(), before + 1);
    let entry = ledger.last().unwrap();
    assert_eq!(
        (entry.ground.as_str(), entry.holds),
        ("two-chair-record", true)
    );
    assert_eq!(
        entry.to.as_ref().map(|id| id.as_str()),
        Some("nadia-coachee")
    );
}

#[test]
fn talking_points_are_for_nobody_else_and_about_the_sponsors_side() {
    let (folder, mut desk) = sample();
    let to = folder.path().to_owned();
    let nobody = json!({ "to": null, "version": null });
    for (ask, code) in [
        (
            points("nadia-sponsor", nobody.clone()),
            "document.another_chair",
        ),
        (points("nadia-hr", nobody.clone()), "document.another_chair"),
        (points("nadia-yusuf", nobody), "document.another_chair"),
        (
            points(
                "nadia-coachee",
                json!({ "to": "nadia-yusuf", "version": null }),
            ),
            "document.nobody_to_tell",
        ),
        (
            points(
                "nadia-coachee",
                json!({ "to": "nadia-sponsor", "version": "nadia-g1-v1" }),
            ),
            "document.nothing_moved",
        ),
    ] {
        refused(&mut desk, code, None, |desk| write(desk, &ask, &to, true));
    }
}
