//! Who knows what: contacts that are withheld, what was said, exceptions, and the answer to "who?".

use crate::support::{TODAY, made, nadia, page, refused, sample, seen, seen_on, with};
use practice::Desk;
use practice::types::{ContactCard, RecordException, RecordSaid, SaveContact, TodayWhy, WhoCard};
use practice::words::Topic;
use serde_json::{Value, json};

/// The contact that Nadia's sponsor asked to keep from her, with some fields changed.
fn contact(changes: Value) -> SaveContact {
    let ask = json!({
        "id": "nadia-con3", "engagement": "nadia", "party": "nadia-sponsor", "on": "2026-08-27",
        "how": "call", "text": "Wants to step back sooner.", "coachee_told": null,
        "withheld": "His health is his own to tell.", "resolved": null
    });
    made(with(ask, &changes))
}

fn kept(desk: &Desk) -> ContactCard {
    let mut contacts = nadia(desk).contacts.into_iter();
    contacts
        .find(|card| card.id.as_str() == "nadia-con3")
        .unwrap()
}

fn on_today(desk: &Desk) -> Vec<String> {
    let lines = desk.today().unwrap().lines.into_iter();
    let withheld = |why| match why {
        TodayWhy::Withheld { contact, .. } => Some(contact.to_string()),
        _ => None,
    };
    lines.filter_map(|line| withheld(line.why)).collect()
}

#[test]
fn a_withholding_stays_in_sight_until_it_is_resolved_or_told() {
    let (_folder, mut desk) = sample();
    assert!(kept(&desk).is_withheld);
    assert!(on_today(&desk).contains(&"nadia-con3".to_owned()));
    let days = ["2026-09-01", "2026-09-10", TODAY];
    let words = "step back";
    let hers = |desk: &Desk| {
        let views = seen_on(desk, "nadia", "nadia-coachee", &days);
        views
            .iter()
            .map(|view| view.contains(words))
            .collect::<Vec<_>>()
    };
    assert_eq!(hers(&desk), [false, false, false]);
    // No longer withheld from a day on.
    desk.save_contact(contact(json!({ "resolved": "2026-09-10" })))
        .unwrap();
    assert_eq!(hers(&desk), [false, true, true]);
    assert!(!kept(&desk).is_withheld && on_today(&desk).is_empty());
    assert_eq!(kept(&desk).withheld, "His health is his own to tell.");
    // It was told after that day: both are kept.
    desk.save_contact(contact(json!({
        "resolved": "2026-09-10", "coachee_told": TODAY
    })))
    .unwrap();
    assert_eq!(hers(&desk), [false, true, true]);
    // The reason is taken back: it never was withheld.
    desk.save_contact(contact(json!({ "withheld": "" })))
        .unwrap();
    assert_eq!(hers(&desk), [true, true, true]);
    assert!(!kept(&desk).is_withheld);
}

#[test]
fn a_contact_that_does_not_fit_is_refused() {
    let (_folder, mut desk) = sample();
    for (code, field, changes) in [
        ("input.blank", "text", json!({ "text": "" })),
        ("input.in_future", "on", json!({ "on": "2026-09-17" })),
        (
            "input.not_sponsors_side",
            "party",
            json!({ "party": "nadia-coachee" }),
        ),
        (
            "input.end_before_start",
            "coachee_told",
            json!({ "coachee_told": "2026-08-26" }),
        ),
        (
            "input.in_future",
            "coachee_told",
            json!({ "coachee_told": "2026-09-17" }),
        ),
        (
            "input.end_before_start",
            "resolved",
            json!({ "resolved": "2026-08-26" }),
        ),
        (
            "input.in_future",
            "resolved",
            json!({ "resolved": "2026-09-17" }),
        ),
        (
            "contact.nothing_withheld",
            "resolved",
            json!({ "resolved": TODAY, "withheld": " " }),
        ),
        (
            "contact.told_and_withheld",
            "coachee_told",
            json!({ "coachee_told": TODAY }),
        ),
        (
            "contact.told_and_withheld",
            "coachee_told",
            json!({ "coachee_told": "2026-09-01", "resolved": "2026-09-02" }),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.save_contact(contact(changes))
        });
    }
}

fn said(party: &str, topic: &str, words: &str) -> RecordSaid {
    made(json!({
        "engagement": "nadia", "party": party, "topic": topic, "words": words, "how": "call",
        "on": null
    }))
}

/// The ground of the newest entry.
fn last_ground(desk: &Desk) -> String {
    nadia(desk).ledger.last().unwrap().ground.clone()
}

#[test]
fn what_was_said_is_recorded_on_the_ground_that_allowed_it() {
    let (_folder, mut desk) = sample();
    let agreed = &nadia(&desk).drift[0].agreed.clone().unwrap();
    let released = "Two of the three site reviews run without me in the room.";
    for (party, topic, words, ground) in [
        (
            "nadia-sponsor",
            "attendance",
            "Twelve sessions were held.",
            "boundary",
        ),
        ("nadia-sponsor", "progress", released, "release"),
        (
            "nadia-sponsor",
            "baseline-goals",
            agreed.as_str(),
            "boundary",
        ),
        (
            "nadia-coachee",
            "insights",
            "What you saw in May.",
            "two-chair-record",
        ),
    ] {
        desk.record_said(said(party, topic, words)).unwrap();
        assert_eq!(last_ground(&desk), ground, "{topic}");
    }
    assert!(nadia(&desk).ledger.iter().all(|entry| entry.holds));
    let stays = &[
        "insights",
        "session-content",
        "current-goals",
        "progress",
        "reflections",
    ];
    for topic in stays {
        refused(&mut desk, "boundary.forbids", Some("topic"), |desk| {
            desk.record_said(said("nadia-sponsor", topic, "More than was agreed."))
        });
    }
    refused(&mut desk, "input.blank", Some("words"), |desk| {
        desk.record_said(said("nadia-sponsor", "fees", " "))
    });
}

#[test]
fn what_a_party_may_know_for_another_reason_can_be_recorded_as_said() {
    let (_folder, mut desk) = sample();
    let draft = desk
        .draft_agreement(made(json!({
            "engagement": "nadia", "effective": TODAY, "drafted": null, "from": null
        })))
        .unwrap();
    desk.set_boundaries(made(json!({
        "engagement": "nadia", "agreement": draft.id, "boundaries": [
            { "topic": "meeting-outcomes", "role": "sponsor", "rule": "confidential" }
        ]
    })))
    .unwrap();
    desk.give_assent(made(json!({
        "engagement": "nadia", "agreement": draft.id, "party": "nadia-coachee", "on": null,
        "how": "in-writing"
    })))
    .unwrap();
    // He sat in the meeting that decided it.
    let decided = "Three goals are agreed. They are looked at again at the mid-point.";
    desk.record_said(said("nadia-sponsor", "meeting-outcomes", decided))
        .unwrap();
    assert_eq!(last_ground(&desk), "meeting");
    refused(&mut desk, "boundary.forbids", Some("topic"), |desk| {
        desk.record_said(said("nadia-hr", "session-content", decided))
    });
    // What he said himself is his: telling him so discloses nothing.
    let own = desk
        .add_note(made(json!({
            "engagement": "nadia", "topic": "alignment", "text": "I want her to be visible.",
            "on": null, "said_by": "nadia-sponsor", "session": null, "goal": null
        })))
        .unwrap();
    assert!(!own.id.is_empty());
    refused(&mut desk, "said.their_own_words", Some("words"), |desk| {
        desk.record_said(said(
            "nadia-sponsor",
            "alignment",
            "I want her to be visible.",
        ))
    });
}

fn exception(changes: Value) -> RecordException {
    let ask = json!({
        "engagement": "nadia", "party": "nadia-hr", "topic": "session-content",
        "words": "She is in danger at the plant today.", "how": "call", "on": null,
        "kind": "danger", "reason": "The plant's alarm is switched off.", "consulted": "supervisor",
        "least_necessary": true
    });
    made(with(ask, &changes))
}

#[test]
fn an_exception_is_deliberate_reasoned_and_opens_nothing() {
    let (_folder, mut desk) = sample();
    for (code, field, changes) in [
        (
            "exception.not_the_least",
            "least_necessary",
            json!({ "least_necessary": false }),
        ),
        ("input.blank", "words", json!({ "words": "\t" })),
        ("input.blank", "reason", json!({ "reason": "" })),
        ("input.in_future", "on", json!({ "on": "2026-09-17" })),
        (
            "exception.nobody_consulted",
            "reason",
            json!({ "consulted": "nobody", "reason": "No time was left.  " }),
        ),
        (
            "exception.not_needed",
            "topic",
            json!({ "topic": "attendance" }),
        ),
        ("desk.missing", "party", json!({ "party": "amara-sponsor" })),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.record_exception(exception(changes))
        });
    }
    let chairs = ["nadia-hr", "nadia-sponsor", "nadia-coachee", "nadia-yusuf"];
    let before = chairs.map(|chair| seen(&desk, "nadia", chair));
    desk.record_exception(exception(json!({}))).unwrap();
    desk.record_exception(exception(json!({
        "consulted": "nobody", "reason": "Nobody answered the telephone."
    })))
    .unwrap();
    assert_eq!(chairs.map(|chair| seen(&desk, "nadia", chair)), before);
    let ledger = nadia(&desk).ledger;
    let entry = &ledger[ledger.len() - 2];
    assert_eq!(entry.ground, "exception");
    assert_eq!(entry.reason, "The plant's alarm is switched off.");
    assert_eq!(entry.consulted.unwrap().word(), "supervisor");
    assert_eq!(entry.exception.unwrap().word(), "danger");
    assert!(entry.holds);
    // The same words again are still refused as something said.
    refused(&mut desk, "boundary.forbids", Some("topic"), |desk| {
        desk.record_said(said(
            "nadia-hr",
            "session-content",
            "She is in danger at the plant today.",
        ))
    });
}

#[test]
fn nothing_but_the_exceptions_own_path_takes_that_ground() {
    let (_folder, mut desk) = sample();
    for party in ["nadia-sponsor", "nadia-hr", "nadia-yusuf", "nadia-coachee"] {
        for topic in Topic::ALL {
            let _ = desk.record_said(said(party, topic.word(), "As it came."));
        }
    }
    let ledger = nadia(&desk).ledger;
    assert!(ledger.len() > 10);
    assert!(ledger.iter().all(|entry| entry.ground != "exception"));
}

fn who(desk: &Desk, item: Value) -> WhoCard {
    desk.who(made(
        json!({ "engagement": "nadia", "item": item, "on": null }),
    ))
    .unwrap()
}

#[test]
fn who_may_know_and_who_does() {
    let (_folder, mut desk) = sample();
    let card = who(&desk, json!({ "note": "nadia-ins1" }));
    let may = |card: &WhoCard, name: &str| {
        let mut parties = card.may.iter();
        let found = parties.find(|party| party.name == name).unwrap();
        (found.may, found.in_released_words)
    };
    assert_eq!(may(&card, "Nadia Rahimi"), (true, false));
    assert_eq!(may(&card, "Graham Tolliver"), (false, true));
    assert_eq!(may(&card, "Yusuf Adan"), (false, false));
    assert_eq!(card.chairs.word(), "two");
    assert_eq!(card.said_by, "Nadia Rahimi");
    assert_eq!(card.releases.len(), 1);
    assert_eq!(card.releases[0].audience_name, "Graham Tolliver");
    let knows = |card: &WhoCard| -> Vec<String> {
        let mut names: Vec<_> = card.does.iter().map(|does| does.name.clone()).collect();
        names.dedup();
        names
    };
    assert_eq!(knows(&card), ["Nadia Rahimi"]);
    // The coach quotes the released words to him: now he knows.
    let words = card.releases[0].wording.clone();
    desk.record_said(said("nadia-sponsor", "insights", &words))
        .unwrap();
    let card = who(&desk, json!({ "note": "nadia-ins1" }));
    assert_eq!(knows(&card), ["Nadia Rahimi", "Graham Tolliver"]);
    assert_eq!(may(&card, "Graham Tolliver"), (false, true));
    // Every item that a page shows can be asked about.
    let page = nadia(&desk);
    for note in &page.notes {
        let card = who(&desk, json!({ "note": note.id }));
        assert_eq!((card.text, card.chairs), (note.text.clone(), note.chairs));
    }
    for version in page.goals.iter().flat_map(|goal| &goal.versions) {
        let card = who(&desk, json!({ "goal-version": version.id }));
        assert_eq!(
            (card.text, card.chairs),
            (version.title.clone(), version.chairs)
        );
    }
    for commitment in &page.commitments {
        let card = who(&desk, json!({ "commitment": commitment.id }));
        assert_eq!(
            (card.text, card.chairs),
            (commitment.text.clone(), commitment.chairs)
        );
    }
    for contact in &page.contacts {
        let card = who(&desk, json!({ "contact": contact.id }));
        assert_eq!(
            (card.text, card.chairs),
            (contact.text.clone(), contact.chairs)
        );
    }
    let ask = json!({ "engagement": "nadia", "item": { "note": "amara-ins1" }, "on": null });
    refused(&mut desk, "desk.missing", Some("item"), |desk| {
        desk.who(made(ask))
    });
}

#[test]
fn every_engagement_of_the_sample_answers_for_every_text_of_its_meetings_and_sessions() {
    let (_folder, desk) = sample();
    for card in desk.engagements().unwrap() {
        let engagement = page(&desk, card.id.as_str());
        let ask = |item: Value| {
            desk.who(made(
                json!({ "engagement": card.id, "item": item, "on": null }),
            ))
            .unwrap()
        };
        for session in &engagement.sessions {
            let item = json!({ "session-text": { "session": session.id, "part": "reflective" } });
            assert!(ask(item).may.iter().all(|party| !party.may));
        }
        for meeting in &engagement.meetings {
            let page = desk
                .meeting(made(json!({ "meeting": meeting.id })))
                .unwrap();
            for agreed in page.agreed {
                let item =
                    json!({ "agreed-goal": { "meeting": agreed.meeting, "goal": agreed.goal } });
                assert_eq!(ask(item).text, agreed.wording);
            }
            for decision in page.decisions {
                assert_eq!(ask(json!({ "decision": decision.id })).text, decision.text);
            }
        }
    }
}
