//! Agreements at the desk: what is refused, and what happens to the ledger when one is handed over.

use std::fs;

use crate::support::{TODAY, made, nadia, page, refused, sample, with};
use practice::Desk;
use practice::types::{AgreementCard, AskDocument, Made, WriteDocument};
use practice::words::DocumentKind;
use serde_json::{Value, json};

fn draft_of(engagement: &str, more: &Value) -> Value {
    let ask = json!({
        "engagement": engagement, "effective": TODAY, "drafted": null, "from": null
    });
    with(ask, more)
}

fn draft(desk: &mut Desk, more: &Value) -> Made {
    desk.draft_agreement(made(draft_of("nadia", more))).unwrap()
}

fn assent(agreement: &str, party: &str, on: &str) -> Value {
    json!({
        "engagement": "nadia", "agreement": agreement, "party": party, "on": on,
        "how": "in-writing"
    })
}

fn version(desk: &Desk, id: &str) -> AgreementCard {
    let found = nadia(desk).agreements.into_iter();
    found
        .into_iter()
        .find(|card| card.id.as_str() == id)
        .unwrap()
}

fn to_sign(agreement: &str, party: Option<&str>) -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": "agreement", "party": party, "meeting": null, "on": null,
        "agreement": agreement
    }))
}

#[test]
fn a_version_takes_effect_within_the_engagement_and_on_a_day_of_its_own() {
    let (_folder, mut desk) = sample();
    let ask = |effective: &str| made(draft_of("nadia", &json!({ "effective": effective })));
    let at = Some("effective");
    refused(&mut desk, "input.before_engagement", at, |desk| {
        desk.draft_agreement(ask("2026-03-09"))
    });
    let there = nadia(&desk).agreements[0].effective.to_string();
    refused(&mut desk, "input.same_day", at, |desk| {
        desk.draft_agreement(ask(&there))
    });
    // A draft's day is taken as well.
    desk.draft_agreement(ask("2026-10-01")).unwrap();
    refused(&mut desk, "input.same_day", at, |desk| {
        desk.draft_agreement(ask("2026-10-01"))
    });
    // The engagement's own first day is not before it.
    desk.draft_agreement(ask("2026-03-10")).unwrap();
}

#[test]
fn an_engagement_cannot_begin_after_its_first_agreement() {
    let (_folder, mut desk) = sample();
    let page = nadia(&desk);
    let change = |began: &str| {
        made(json!({
            "engagement": "nadia", "name": page.name, "status": "active", "language": "en",
            "began": began, "planned_end": page.planned_end, "ended": null,
            "planned_sessions": 16, "session_minutes": 75, "fees": page.fees
        }))
    };
    let first = page.agreements[0].effective;
    assert_eq!(first.to_string(), "2026-03-16");
    let at = Some("began");
    refused(&mut desk, "input.after_agreement", at, |desk| {
        desk.change_engagement(change("2026-03-17"))
    });
}

#[test]
fn nobody_assents_before_the_version_was_put_to_them_nor_ahead() {
    let (_folder, mut desk) = sample();
    let id = draft(&mut desk, &json!({ "drafted": "2026-09-10" })).id;
    let at = Some("on");
    refused(&mut desk, "input.before_draft", at, |desk| {
        desk.give_assent(made(assent(&id, "nadia-sponsor", "2026-09-09")))
    });
    refused(&mut desk, "input.in_future", at, |desk| {
        desk.give_assent(made(assent(&id, "nadia-coachee", "2026-09-17")))
    });
    desk.give_assent(made(assent(&id, "nadia-coachee", "2026-09-10")))
        .unwrap();
    refused(&mut desk, "input.assented", Some("party"), |desk| {
        desk.give_assent(made(assent(&id, "nadia-coachee", "2026-09-11")))
    });
    // Assented before it takes effect: in force from then on.
    assert_eq!(
        version(&desk, &id).in_force_from.unwrap().to_string(),
        TODAY
    );
}

#[test]
fn only_the_coachee_and_the_sponsors_side_assent_while_they_are_there() {
    let (_folder, mut desk) = sample();
    let id = draft(&mut desk, &json!({ "drafted": "2026-04-01" })).id;
    refused(&mut desk, "input.does_not_assent", Some("party"), |desk| {
        desk.give_assent(made(assent(&id, "nadia-yusuf", TODAY)))
    });
    let supervisor = desk
        .add_party(made(json!({
            "engagement": "nadia", "who": { "new": { "name": "Sue", "title": "", "organisation": "" } },
            "role": "supervisor", "level": "inside", "relation": "", "joined": "2026-04-01"
        })))
        .unwrap()
        .id;
    refused(&mut desk, "input.does_not_assent", Some("party"), |desk| {
        desk.give_assent(made(assent(&id, &supervisor, TODAY)))
    });
    refused(&mut desk, "desk.missing", Some("party"), |desk| {
        desk.give_assent(made(assent(&id, "nobody", TODAY)))
    });
    // Whoever has left may have assented before, and not since.
    desk.party_leaves(made(
        json!({ "engagement": "nadia", "party": "nadia-hr", "left": "2026-09-01" }),
    ))
    .unwrap();
    let at = Some("on");
    refused(&mut desk, "input.not_in_engagement", at, |desk| {
        desk.give_assent(made(assent(&id, "nadia-hr", "2026-09-01")))
    });
    desk.give_assent(made(assent(&id, "nadia-hr", "2026-08-31")))
        .unwrap();
    // And whoever joined later, not before.
    let manager = desk
        .add_party(made(json!({
            "engagement": "nadia", "who": { "new": { "name": "Mo", "title": "", "organisation": "" } },
            "role": "line-manager", "level": "inside", "relation": "", "joined": "2026-09-10"
        })))
        .unwrap()
        .id;
    refused(&mut desk, "input.not_in_engagement", at, |desk| {
        desk.give_assent(made(assent(&id, &manager, "2026-09-09")))
    });
    desk.give_assent(made(assent(&id, &manager, "2026-09-10")))
        .unwrap();
    assert!(version(&desk, &id).in_force_from.is_none());
}

#[test]
fn what_somebody_assented_to_does_not_change() {
    let (_folder, mut desk) = sample();
    let id = draft(&mut desk, &json!({})).id;
    desk.give_assent(made(assent(&id, "nadia-sponsor", TODAY)))
        .unwrap();
    let code = "agreement.assented";
    let of = |more: Value| {
        let mut ask = json!({ "engagement": "nadia", "agreement": id });
        ask.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        ask
    };
    let boundary = json!([{ "topic": "fees", "role": "sponsor", "rule": "shared" }]);
    refused(&mut desk, code, None, |desk| {
        desk.set_boundaries(made(of(json!({ "boundaries": boundary }))))
    });
    refused(&mut desk, code, None, |desk| {
        desk.set_additions(made(of(json!({ "additions": "More." }))))
    });
    refused(&mut desk, code, None, |desk| {
        desk.discard_agreement(made(of(json!({}))))
    });
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.discard_agreement(made(json!({ "engagement": "nadia", "agreement": "gone" })))
    });
    let other = draft(&mut desk, &json!({ "effective": "2026-10-01" })).id;
    desk.discard_agreement(made(json!({ "engagement": "nadia", "agreement": other })))
        .unwrap();
}

#[test]
fn a_template_has_a_name_of_its_own() {
    let (_folder, mut desk) = sample();
    let id = nadia(&desk).agreements[0].id.to_string();
    let keep = |name: &str| made(json!({ "name": name, "engagement": "nadia", "agreement": id }));
    let at = Some("name");
    refused(&mut desk, "input.blank", at, |desk| {
        desk.save_template(keep("  "))
    });
    let template = desk.save_template(keep("Mine")).unwrap().id;
    refused(&mut desk, "input.there_already", at, |desk| {
        desk.save_template(keep(" Mine "))
    });
    // It keeps what stood in the version, whatever becomes of that.
    let made_from = draft(&mut desk, &json!({ "from": { "template": template } })).id;
    let (old, new) = (version(&desk, &id), version(&desk, &made_from));
    assert_eq!(new.boundaries.len(), old.boundaries.len());
    assert_eq!(new.additions, old.additions);
    desk.remove_template(made(json!({ "template": template })))
        .unwrap();
    refused(&mut desk, "desk.missing", Some("from"), |desk| {
        let more = json!({ "from": { "template": template }, "effective": "2026-10-01" });
        desk.draft_agreement(made(draft_of("nadia", &more)))
    });
}

#[test]
fn another_engagements_boundaries_come_without_what_was_agreed_there_besides() {
    let (_folder, mut desk) = sample();
    let other = desk
        .begin_engagement(made(json!({
            "name": "Ana", "coachee": { "new": { "name": "Ana", "title": "", "organisation": "" } },
            "sponsor": null, "language": "en", "status": "contracting", "began": "2026-09-01",
            "planned_end": null, "planned_sessions": 0, "session_minutes": 60
        })))
        .unwrap()
        .id;
    refused(&mut desk, "input.nothing_in_force", Some("from"), |desk| {
        let more = json!({ "from": { "engagement": other } });
        desk.draft_agreement(made(draft_of("nadia", &more)))
    });
    refused(&mut desk, "desk.missing", None, |desk| {
        let more = json!({ "from": { "engagement": "nobody" } });
        desk.draft_agreement(made(draft_of("nadia", &more)))
    });
    let more = json!({ "from": { "engagement": "nadia" } });
    desk.draft_agreement(made(draft_of(&other, &more))).unwrap();
    let taken = &page(&desk, &other).agreements[0];
    let there = &nadia(&desk).agreements[0];
    let words = |card: &AgreementCard| serde_json::to_string(&card.boundaries).unwrap();
    assert_eq!(words(taken), words(there));
    assert!(!there.additions.is_empty());
    assert_eq!(taken.additions, "");
}

#[test]
fn an_agreement_handed_over_is_in_the_ledger_once_for_each_who_got_it() {
    let (folder, mut desk) = sample();
    let id = draft(&mut desk, &json!({})).id;
    let before = nadia(&desk).ledger.len();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let mut write = |document: AskDocument, hand_over: bool| {
        let ask = WriteDocument {
            document,
            format: made(json!("md")),
            folder: out.display().to_string(),
            hand_over,
        };
        desk.write_document(ask).unwrap().path
    };
    // A draft says so, and reaches nobody.
    let draft_of_it = fs::read_to_string(write(to_sign(&id, None), false)).unwrap();
    assert!(draft_of_it.contains("Draft"));
    let signed = fs::read_to_string(write(to_sign(&id, None), true)).unwrap();
    assert!(!signed.contains("Draft"));
    write(to_sign(&id, Some("nadia-sponsor")), true);
    let page = nadia(&desk);
    let new = &page.ledger[before..];
    let to: Vec<&str> = new
        .iter()
        .map(|entry| entry.to.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(
        to,
        [
            "nadia-coachee",
            "nadia-sponsor",
            "nadia-hr",
            "nadia-sponsor"
        ]
    );
    for entry in new {
        assert!(entry.holds);
        assert_eq!(entry.ground, "proposal");
        assert_eq!(entry.document, Some(DocumentKind::Agreement));
        assert_eq!(entry.because.unwrap().to_string(), TODAY);
    }
    assert!(desk.check().unwrap().sound);
}

#[test]
fn an_agreement_is_handed_only_to_those_who_sign_it_and_are_there() {
    let (folder, mut desk) = sample();
    let id = draft(&mut desk, &json!({})).id;
    let out = folder.path().display().to_string();
    let write = |document: AskDocument| WriteDocument {
        document,
        format: made(json!("md")),
        folder: out.clone(),
        hand_over: true,
    };
    for (party, code) in [
        ("nadia-yusuf", "input.does_not_sign"),
        ("nobody", "input.does_not_sign"),
    ] {
        refused(&mut desk, code, Some("party"), |desk| {
            desk.write_document(write(to_sign(&id, Some(party))))
        });
    }
    let mut none = to_sign(&id, None);
    none.agreement = None;
    refused(&mut desk, "desk.missing", Some("agreement"), |desk| {
        desk.write_document(write(none))
    });
    desk.party_leaves(made(
        json!({ "engagement": "nadia", "party": "nadia-hr", "left": TODAY }),
    ))
    .unwrap();
    refused(&mut desk, "input.had_left", Some("party"), |desk| {
        desk.write_document(write(to_sign(&id, Some("nadia-hr"))))
    });
    // Of the version that is in force they had part; today they get nothing any more.
    let old = nadia(&desk).agreements[0].id.to_string();
    refused(
        &mut desk,
        "input.not_in_engagement",
        Some("party"),
        |desk| desk.write_document(write(to_sign(&old, Some("nadia-hr")))),
    );
}

#[test]
fn an_agreement_that_was_replaced_is_not_handed_over_any_more() {
    let (folder, mut desk) = sample();
    let old = nadia(&desk).agreements[0].id.to_string();
    let id = draft(&mut desk, &json!({})).id;
    let out = folder.path().display().to_string();
    let write = |hand_over: bool| WriteDocument {
        document: to_sign(&old, None),
        format: made(json!("md")),
        folder: out.clone(),
        hand_over,
    };
    // A draft replaces nothing.
    desk.write_document(write(true)).unwrap();
    desk.give_assent(made(assent(&id, "nadia-coachee", TODAY)))
        .unwrap();
    refused(&mut desk, "agreement.superseded", None, |desk| {
        desk.write_document(write(true))
    });
    desk.write_document(write(false)).unwrap();
    let listed = nadia(&desk).documents;
    let listed = listed
        .iter()
        .filter_map(|row| row.document.agreement.as_ref());
    assert!(listed.clone().count() > 0);
    assert!(listed.into_iter().all(|version| version.as_str() == id));
}
