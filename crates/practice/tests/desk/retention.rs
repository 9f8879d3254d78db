//! How long things are kept, holds, and disposal.

use practice::types::{CertificateCard, DisposalPage, RetentionCard};
use practice::words::KeptState;
use practice::{Desk, Failure, answer};
use serde_json::{Value, json};

use crate::support::{made, refused, sample, seen};

fn run(desk: &mut Desk, command: &str, input: Value) -> Value {
    answer(desk, command, input).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
}

fn end(desk: &mut Desk, engagement: &str) {
    let ask = json!({ "engagement": engagement, "day": null, "early": true, "words": "" });
    run(desk, "end_engagement", ask);
}

fn card(desk: &Desk, engagement: &str) -> RetentionCard {
    let page = desk.retention().unwrap();
    let mut all = page.engagements.into_iter().chain(page.running);
    all.find(|card| card.engagement.as_str() == engagement)
        .unwrap()
}

fn look(desk: &mut Desk, part: &str, rule: &str) -> Result<DisposalPage, Failure> {
    desk.disposal(made(
        json!({ "engagement": "nadia", "part": part, "rule": rule }),
    ))
}

fn dispose(desk: &mut Desk, page: &DisposalPage) -> Result<CertificateCard, Failure> {
    desk.dispose(made(json!({
        "engagement": "nadia", "part": page.part, "rule": page.rule, "shown": page.shown,
        "passphrase": null
    })))
}

fn exported(desk: &Desk) -> Value {
    serde_json::from_slice(&desk.export().unwrap()).unwrap()
}

fn nadia_of(export: &Value) -> Option<&Value> {
    let all = export["engagements"].as_array().unwrap();
    all.iter().find(|each| each["id"] == "nadia")
}

#[test]
fn a_hold_keeps_everything_until_it_is_lifted() {
    let (_folder, mut desk) = sample();
    end(&mut desk, "nadia");
    assert_eq!(card(&desk, "nadia").record.state, KeptState::Kept);
    refused(&mut desk, "input.blank", Some("reason"), |desk| {
        desk.hold(made(json!({ "engagement": "nadia", "reason": " " })))
    });
    let before = seen(&desk, "nadia", "nadia-sponsor");
    let ask = json!({ "engagement": "nadia", "reason": "A complaint was made." });
    let hold = run(&mut desk, "hold", ask);
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), before);
    let held = card(&desk, "nadia");
    assert_eq!(
        (held.reflective.state, held.record.state),
        (KeptState::Held, KeptState::Held)
    );
    assert_eq!(held.holds[0].reason, "A complaint was made.");
    for part in ["reflective", "record"] {
        refused(&mut desk, "disposal.held", None, |desk| {
            look(desk, part, "asked")
        });
    }
    run(&mut desk, "lift_hold", json!({ "hold": hold["id"] }));
    assert_eq!(card(&desk, "nadia").record.state, KeptState::Kept);
    refused(&mut desk, "input.lifted", Some("hold"), |desk| {
        desk.lift_hold(made(json!({ "hold": hold["id"] })))
    });
    let page = look(&mut desk, "record", "asked").unwrap();
    assert!(page.items.iter().any(|item| item.kind == "holds"));
}

#[test]
fn looking_changes_nothing_and_what_is_not_due_stays() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    look(&mut desk, "record", "asked").unwrap();
    look(&mut desk, "reflective", "asked").unwrap();
    assert!(desk.export().unwrap() == before);
    refused(&mut desk, "disposal.not_due", None, |desk| {
        look(desk, "record", "clock")
    });
    end(&mut desk, "nadia");
    refused(&mut desk, "disposal.not_due", None, |desk| {
        look(desk, "reflective", "clock")
    });
}

#[test]
fn what_goes_is_exactly_what_was_shown() {
    let (_folder, mut desk) = sample();
    let page = look(&mut desk, "reflective", "asked").unwrap();
    run(
        &mut desk,
        "add_note",
        json!({
            "engagement": "nadia", "topic": "reflections", "text": "One more", "on": null,
            "said_by": null, "session": null, "goal": null
        }),
    );
    refused(&mut desk, "disposal.changed", None, |desk| {
        dispose(desk, &page)
    });
}

#[test]
fn the_reflective_notes_go_and_nothing_else() {
    let (_folder, mut desk) = sample();
    let before = exported(&desk);
    let parties = ["nadia-coachee", "nadia-sponsor", "nadia-hr"];
    let sights: Vec<_> = parties.map(|party| seen(&desk, "nadia", party)).to_vec();
    let page = look(&mut desk, "reflective", "asked").unwrap();
    let card = dispose(&mut desk, &page).unwrap();
    assert_eq!(card.items, page.items);
    let after = exported(&desk);
    let left = nadia_of(&after).unwrap();
    assert!(left.get("reflections").is_none());
    let text = left.to_string();
    assert!(!text.contains("\"reflective\""), "a note stayed");
    assert_eq!(left["ledger"], nadia_of(&before).unwrap()["ledger"]);
    let now: Vec<_> = parties.map(|party| seen(&desk, "nadia", party)).to_vec();
    assert_eq!(now, sights);
    assert_eq!(
        crate::retention::card(&desk, "nadia").reflective.state,
        KeptState::Gone
    );
    refused(&mut desk, "disposal.nothing", None, |desk| {
        look(desk, "reflective", "asked")
    });
    refused(&mut desk, "undo.nothing", None, |desk| {
        desk.undo(made(json!({})))
    });
    assert!(desk.check().unwrap().sound);
}

#[test]
fn the_record_goes_whole_and_leaves_a_certificate_that_says_nothing_of_it() {
    let (folder, mut desk) = sample();
    let before = exported(&desk);
    run(&mut desk, "remove_note", json!({ "note": "nadia-theme2" }));
    let page = look(&mut desk, "record", "asked").unwrap();
    let count = |kind: &str| {
        let found = page.items.iter().find(|item| item.kind == kind);
        found.map_or(0, |item| item.count)
    };
    let nadia = nadia_of(&before).unwrap();
    for kind in ["sessions", "goals", "ledger", "parties"] {
        assert_eq!(
            count(kind) as usize,
            nadia[kind].as_array().unwrap().len(),
            "{kind}"
        );
    }
    assert!(count("removed") > 0 && count("people") > 0);
    let card = dispose(&mut desk, &page).unwrap();
    assert_eq!(card.name, None);
    let after = exported(&desk);
    assert!(nadia_of(&after).is_none());
    let text = after.to_string();
    assert!(
        !text.contains("Nadia") && !text.contains("nadia-"),
        "something stayed"
    );
    assert!(desk.changes().unwrap().removed.is_empty());
    assert!(desk.check().unwrap().sound);
    // What the others share with it stays.
    let others = after["engagements"].as_array().unwrap().len();
    assert_eq!(others + 1, before["engagements"].as_array().unwrap().len());

    let certificates = desk.retention().unwrap().certificates;
    assert_eq!(certificates.len(), 1);
    for (format, language) in [("pdf", "en"), ("docx", "es"), ("md", "en"), ("html", "es")] {
        let ask = json!({
            "disposal": card.id, "language": language, "format": format,
            "folder": folder.path().display().to_string()
        });
        let written = desk.write_disposal(made(ask)).unwrap();
        let bytes = std::fs::read(&written.path).unwrap();
        assert!(bytes.len() > 500, "{format}");
        if format == "md" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(card.id.as_str()) && text.contains(&card.items[0].sha256));
            assert!(!text.contains("Nadia"), "{text}");
        }
    }
}

#[test]
fn what_was_disposed_of_is_not_brought_back_and_the_certificate_goes_along() {
    let (_folder, mut desk) = sample();
    let mut old = exported(&desk);
    let page = look(&mut desk, "record", "asked").unwrap();
    dispose(&mut desk, &page).unwrap();
    let export = desk.export().unwrap();
    // Its people and everything else stand here already: only the engagement is brought.
    let nadia = nadia_of(&old).unwrap().clone();
    let people = nadia["parties"].as_array().unwrap().iter();
    let people: Vec<_> = people.map(|party| party["person"].clone()).collect();
    let known = |person: &Value| people.contains(&person["id"]);
    let mut bringing: Vec<_> = old["people"].as_array().unwrap().clone();
    bringing.retain(|person| known(person));
    for (n, person) in bringing.iter_mut().enumerate() {
        person["id"] = json!(format!("again-{n}"));
        person.as_object_mut().unwrap().remove("organisation");
    }
    let mut text = nadia.to_string();
    for (n, person) in old["people"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| known(p))
        .enumerate()
    {
        let id = person["id"].as_str().unwrap();
        text = text.replace(&format!("\"{id}\""), &format!("\"again-{n}\""));
    }
    old = json!({
        "format": "three-chairs", "version": 1, "people": bringing,
        "engagements": [serde_json::from_str::<Value>(&text).unwrap()]
    });
    refused(
        &mut desk,
        "import.inconsistent",
        Some("engagements[0].id"),
        |desk| desk.import(old.to_string().as_bytes()),
    );
    assert!(desk.export().unwrap() == export);
    let (_other, mut elsewhere) = crate::support::empty();
    elsewhere.import(&export).unwrap();
    assert!(elsewhere.export().unwrap() == export);
}

#[test]
fn disposal_asks_for_the_passphrase() {
    let (_folder, mut desk) = crate::support::empty();
    let (_sample, sample) = sample();
    desk.import(&sample.export().unwrap()).unwrap();
    let page = look(&mut desk, "record", "asked").unwrap();
    assert!(page.asks);
    let ask = |typed: Option<&str>| {
        json!({
            "engagement": "nadia", "part": "record", "rule": "asked", "shown": page.shown,
            "passphrase": typed
        })
    };
    for wrong in [None, Some("not the passphrase at all")] {
        let before = desk.export().unwrap();
        let failure = desk.dispose(made(ask(wrong))).err().unwrap();
        assert_eq!(failure.field.as_deref(), Some("passphrase"), "{failure:?}");
        assert!(desk.export().unwrap() == before);
    }
    desk.dispose(made(ask(Some(crate::support::PASSPHRASE))))
        .unwrap();
    assert!(nadia_of(&exported(&desk)).is_none());
}

#[test]
fn today_says_what_is_due_and_not_what_is_held() {
    let (_folder, mut desk) = sample();
    let ended = json!({ "engagement": "nadia", "day": "2026-09-16", "early": true, "words": "" });
    run(&mut desk, "end_engagement", ended);
    let due = |desk: &mut Desk| -> Vec<String> {
        let today = run(desk, "today", Value::Null);
        let lines = today["lines"].as_array().unwrap().iter();
        let keys = lines.map(|line| line["key"].as_str().unwrap().to_owned());
        keys.filter(|key| key.starts_with("disposal/")).collect()
    };
    let keeps = json!({ "reflective_months": 1, "record_years": 1 });
    run(&mut desk, "set_keeps", keeps);
    let others = due(&mut desk);
    assert!(
        !others.iter().any(|key| key.contains("nadia")),
        "{others:?}"
    );
    let cards = desk.retention().unwrap().engagements;
    let known: usize = cards
        .iter()
        .flat_map(|card| [&card.reflective, &card.record])
        .filter(|kept| kept.state == KeptState::Due)
        .count();
    assert_eq!(others.len(), known);
    let card = cards
        .iter()
        .find(|card| card.reflective.state == KeptState::Due);
    let card = card.expect("the sample holds an engagement that ended long ago");
    let ask = json!({ "engagement": card.engagement, "reason": "A dispute." });
    run(&mut desk, "hold", ask);
    let held = due(&mut desk);
    assert!(held.len() < others.len());
    assert!(
        !held
            .iter()
            .any(|key| key.contains(card.engagement.as_str()))
    );
}
