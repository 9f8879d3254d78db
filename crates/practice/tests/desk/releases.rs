//! Releases: to whom, on which terms, and each corner case with its own answer.

use crate::support::{TODAY, made, nadia, page, refused, sample, seen, seen_on, with};
use practice::Desk;
use practice::types::{GiveRelease, ReleaseCard};
use practice::words::{Topic, Voice};
use serde_json::{Value, json};

/// A release to Nadia's sponsor, on progress, in her own voice, with some fields changed.
fn release(changes: Value) -> GiveRelease {
    let ask = json!({
        "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": "progress",
        "wording": "Two reviews run without me.", "voice": "coachee", "given": null, "how": "in-writing",
        "note": null, "session": null, "goal": null
    });
    made(with(ask, &changes))
}

fn card(desk: &Desk, id: &str) -> ReleaseCard {
    let mut releases = nadia(desk).releases.into_iter();
    releases.find(|card| card.id.as_str() == id).unwrap()
}

#[test]
fn what_cannot_be_released_is_refused_with_the_reason() {
    let (_folder, mut desk) = sample();
    desk.party_leaves(made(json!({
        "engagement": "nadia", "party": "nadia-hr", "left": "2026-08-01"
    })))
    .unwrap();
    for (code, field, changes) in [
        ("input.blank", "wording", json!({ "wording": " \n" })),
        ("input.nul", "wording", json!({ "wording": "a\u{0}" })),
        ("input.in_future", "given", json!({ "given": "2026-09-17" })),
        (
            "release.not_in_engagement",
            "audience",
            json!({ "audience": { "party": "nadia-hr" } }),
        ),
        (
            "release.not_in_engagement",
            "audience",
            json!({ "audience": { "party": "nadia-hr" }, "given": "2026-08-01" }),
        ),
        (
            "release.not_in_engagement",
            "audience",
            json!({ "given": "2026-03-09" }),
        ),
        (
            "release.nothing_in_force",
            "given",
            json!({ "given": "2026-03-15" }),
        ),
        (
            "release.nothing_in_force",
            "given",
            json!({ "given": "2026-03-15", "audience": "supervisor" }),
        ),
        (
            "release.to_the_coachee",
            "audience",
            json!({ "audience": { "party": "nadia-coachee" } }),
        ),
        (
            "input.party",
            "audience",
            json!({ "audience": { "party": "amara-sponsor" } }),
        ),
        (
            "boundary.forbids",
            "topic",
            json!({ "topic": "session-content" }),
        ),
        (
            "boundary.forbids",
            "voice",
            json!({ "topic": "insights", "voice": "coach" }),
        ),
        (
            "boundary.forbids",
            "topic",
            json!({ "topic": "reflections", "audience": "supervisor" }),
        ),
        (
            "release.not_the_coachees",
            "topic",
            json!({ "topic": "sponsor-contact", "audience": "public" }),
        ),
        (
            "release.names_somebody",
            "wording",
            json!({ "wording": "Graham's own words", "audience": "public" }),
        ),
        (
            "release.another_topic",
            "topic",
            json!({ "note": "nadia-ins1" }),
        ),
        ("desk.missing", "note", json!({ "note": "amara-ins1-none" })),
        ("desk.missing", "session", json!({ "session": "nobodys" })),
        ("desk.missing", "goal", json!({ "goal": "nobodys" })),
        (
            "release.two_sources",
            "session",
            json!({ "note": "nadia-prog4", "session": "nadia-s12" }),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.give_release(release(changes))
        });
    }
    // The last day on which she was there.
    desk.give_release(release(json!({
        "audience": { "party": "nadia-hr" }, "given": "2026-07-31"
    })))
    .unwrap();
}

#[test]
fn the_message_names_the_agreements_day_and_nothing_of_the_practice() {
    let (_folder, mut desk) = sample();
    let ask = release(json!({ "topic": "session-content", "wording": "a secret" }));
    let failure = desk.give_release(ask).err().unwrap();
    assert!(
        failure.message.contains("2026-03-16"),
        "{}",
        failure.message
    );
    for word in ["secret", "Graham", "Nadia"] {
        assert!(!failure.message.contains(word));
    }
}

#[test]
fn a_withdrawal_comes_once_and_not_before_the_release() {
    let (_folder, mut desk) = sample();
    let withdraw = |release: &str, on: &str| {
        made(json!({ "engagement": "nadia", "release": release, "on": on }))
    };
    for (code, field, release, on) in [
        (
            "input.end_before_start",
            Some("on"),
            "nadia-rel1",
            "2026-05-27",
        ),
        ("input.in_future", Some("on"), "nadia-rel1", "2026-09-17"),
        ("release.withdrawn", None, "nadia-rel2", TODAY),
        ("desk.missing", None, "amara-rel1", TODAY),
    ] {
        refused(&mut desk, code, field, |desk| {
            desk.withdraw_release(withdraw(release, on))
        });
    }
    // On the day itself: it never counted.
    let days = ["2026-05-28", TODAY];
    let words = "keep my pen shut";
    let before = seen_on(&desk, "nadia", "nadia-sponsor", &days);
    assert!(before.iter().all(|view| view.contains(words)));
    desk.withdraw_release(withdraw("nadia-rel1", "2026-05-28"))
        .unwrap();
    let after = seen_on(&desk, "nadia", "nadia-sponsor", &days);
    assert!(!after.iter().any(|view| view.contains(words)));
}

#[test]
fn a_release_to_the_supervisor_and_to_everybody_reaches_no_other_chair() {
    let (_folder, mut desk) = sample();
    let chairs = ["nadia-sponsor", "nadia-hr", "nadia-yusuf"];
    let before = chairs.map(|chair| seen(&desk, "nadia", chair));
    for audience in ["supervisor", "public"] {
        let ask = release(json!({ "audience": audience, "topic": "insights" }));
        desk.give_release(ask).unwrap();
    }
    assert_eq!(chairs.map(|chair| seen(&desk, "nadia", chair)), before);
    let rules: Vec<_> = nadia(&desk)
        .releases
        .into_iter()
        .filter(|card| card.party.is_none())
        .map(|card| card.rule.map(|rule| rule.word()))
        .collect();
    // The two-chair record is shared with the supervisor, without names; the public is no role.
    assert_eq!(rules.len(), 2);
    assert!(rules.contains(&Some("shared")) && rules.contains(&None));
}

#[test]
fn the_stricter_of_two_roles_decides_on_a_release() {
    let (_folder, mut desk) = sample();
    let draft = desk
        .draft_agreement(made(json!({
            "engagement": "nadia", "effective": TODAY, "drafted": null, "from": null
        })))
        .unwrap();
    desk.set_boundaries(made(json!({
        "engagement": "nadia", "agreement": draft.id,
        "boundaries": [{ "topic": "progress", "role": "line-manager", "rule": "confidential" }]
    })))
    .unwrap();
    desk.give_assent(made(json!({
        "engagement": "nadia", "agreement": draft.id, "party": "nadia-coachee", "on": null,
        "how": "in-writing"
    })))
    .unwrap();
    assert!(seen(&desk, "nadia", "nadia-sponsor").contains("keep my pen shut"));
    let manager = desk
        .add_party(made(json!({
            "engagement": "nadia", "who": { "known": "graham-tolliver" }, "role": "line-manager",
            "level": "inside", "relation": "", "joined": TODAY
        })))
        .unwrap()
        .id;
    // He is the sponsor and her line manager now: what is confidential to one is to the other.
    for party in ["nadia-sponsor", manager.as_str()] {
        assert!(
            !seen(&desk, "nadia", party).contains("keep my pen shut"),
            "{party}"
        );
        refused(&mut desk, "boundary.forbids", Some("topic"), |desk| {
            desk.give_release(release(json!({ "audience": { "party": party } })))
        });
    }
    let rule = card(&desk, "nadia-rel1").rule.map(|rule| rule.word());
    assert_eq!(rule, Some("confidential"));
    // When he is the sponsor alone again, her words count again.
    desk.party_leaves(made(json!({
        "engagement": "nadia", "party": manager, "left": TODAY
    })))
    .unwrap();
    assert!(seen(&desk, "nadia", "nadia-sponsor").contains("keep my pen shut"));
}

#[test]
fn a_coachee_who_is_a_sponsor_elsewhere_brings_nothing_along() {
    let (_folder, mut desk) = sample();
    let other = desk
        .begin_engagement(made(json!({
            "name": "Somebody at the plant",
            "coachee": { "new": { "name": "Ines Vale", "title": "", "organisation": "" } },
            "sponsor": { "known": "nadia-rahimi" }, "language": "en", "status": "active",
            "began": "2026-03-10", "planned_end": null, "planned_sessions": 6, "session_minutes": 60
        })))
        .unwrap()
        .id;
    let party = |desk: &Desk, role: &str| {
        let mut parties = page(desk, &other).parties.into_iter();
        parties.find(|party| party.role.word() == role).unwrap().id
    };
    let (coachee, sponsor) = (party(&desk, "coachee"), party(&desk, "sponsor"));
    let draft = desk
        .draft_agreement(made(json!({
            "engagement": other, "effective": "2026-03-16", "drafted": "2026-03-16", "from": null
        })))
        .unwrap();
    desk.give_assent(made(json!({
        "engagement": other, "agreement": draft.id, "party": coachee, "on": "2026-03-16",
        "how": "in-writing"
    })))
    .unwrap();
    let before = seen(&desk, &other, sponsor.as_str());
    assert!(
        before.contains("Ines Vale"),
        "there is an agreement in force"
    );
    let hers = [
        seen(&desk, "nadia", "nadia-coachee"),
        seen(&desk, "nadia", "nadia-sponsor"),
    ];
    // Nothing of her own coaching stands there, nor does what happens to it change a byte there.
    assert!(!before.contains("pen shut"));
    desk.give_release(release(json!({}))).unwrap();
    assert_eq!(seen(&desk, &other, sponsor.as_str()), before);
    // A party of one engagement is none of the other, in neither direction.
    refused(&mut desk, "input.party", Some("audience"), |desk| {
        desk.give_release(release(json!({ "audience": { "party": sponsor } })))
    });
    refused(&mut desk, "input.party", Some("audience"), |desk| {
        desk.give_release(release(json!({
            "engagement": other, "audience": { "party": "nadia-sponsor" }
        })))
    });
    // What Ines releases to her sponsor is in Nadia's chair there, and not in her own record here.
    desk.give_release(release(json!({
        "engagement": other, "audience": { "party": sponsor }, "wording": "I asked for a mentor."
    })))
    .unwrap();
    assert!(seen(&desk, &other, sponsor.as_str()).contains("I asked for a mentor."));
    let now = seen(&desk, "nadia", "nadia-coachee");
    assert!(!now.contains("mentor.") && now.contains("Two reviews run without me."));
    assert!(!hers[1].contains("Two reviews"));
}

#[test]
fn a_release_says_that_what_it_came_from_has_changed() {
    let (_folder, mut desk) = sample();
    let write = |part: &str, text: &str| {
        made(json!({ "session": "nadia-s12", "part": part, "text": text }))
    };
    desk.write_session(write("record", "She said: I let them sign. Then silence."))
        .unwrap();
    let from_session = desk
        .give_release(release(
            json!({ "session": "nadia-s12", "wording": "I let them sign." }),
        ))
        .unwrap()
        .id;
    let from_note = desk
        .give_release(release(
            json!({ "note": "nadia-prog4", "wording": "Not its own words." }),
        ))
        .unwrap()
        .id;
    let nowhere = desk.give_release(release(json!({}))).unwrap().id;
    let changed = |desk: &Desk, id: &str| card(desk, id).changed;
    assert!(!changed(&desk, &from_session) && !changed(&desk, &nowhere));
    assert!(changed(&desk, &from_note));
    desk.change_note(made(
        json!({ "note": "nadia-prog4", "text": "Now: Not its own words." }),
    ))
    .unwrap();
    assert!(!changed(&desk, &from_note));
    // The words may stand in any of the session's texts but the coach's own.
    desk.write_session(write("record", "Silence.")).unwrap();
    assert!(changed(&desk, &from_session));
    desk.write_session(write("reflective", "I let them sign."))
        .unwrap();
    assert!(changed(&desk, &from_session));
    desk.write_session(write("opening", "I let them sign."))
        .unwrap();
    assert!(!changed(&desk, &from_session));
    assert_eq!(card(&desk, &from_session).wording, "I let them sign.");
}

#[test]
fn a_note_stays_while_a_release_came_from_it() {
    let (_folder, mut desk) = sample();
    refused(&mut desk, "note.released", None, |desk| {
        desk.remove_note(made(json!({ "note": "nadia-prog2" })))
    });
    desk.remove_note(made(json!({ "note": "nadia-prog4" })))
        .unwrap();
    refused(&mut desk, "store.missing", None, |desk| {
        desk.remove_note(made(json!({ "note": "nadia-prog4" })))
    });
}

#[test]
fn a_dialog_is_told_beforehand_what_giving_would_answer() {
    let (_folder, mut desk) = sample();
    let audiences = [
        json!({ "party": "nadia-sponsor" }),
        json!({ "party": "nadia-yusuf" }),
        json!({ "party": "nadia-coachee" }),
        json!("supervisor"),
        json!("public"),
    ];
    let mut allowed = 0;
    for audience in audiences {
        for topic in Topic::ALL {
            for voice in Voice::ALL {
                let told = desk
                    .may_release(made(json!({
                        "engagement": "nadia", "audience": audience, "topic": topic, "voice": voice,
                        "on": null
                    })))
                    .unwrap();
                let ask = json!({ "audience": audience, "topic": topic, "voice": voice });
                let given = desk.give_release(release(ask));
                assert_eq!(told.allowed, given.is_ok(), "{audience} {topic:?}");
                if let Err(failure) = given {
                    assert_eq!((told.code, told.message), (failure.code, failure.message));
                } else {
                    allowed += 1;
                    assert!(told.code.is_empty() && told.message.is_empty());
                }
                assert_eq!(told.rule.is_none(), audience == "public");
                assert_eq!(told.effective.unwrap().to_string(), "2026-03-16");
            }
        }
    }
    assert!(allowed > 20);
}
