//! What goals serve, and threads of insights: recorded whole, or refused with nothing kept.

use crate::support::{TODAY, all_refused, made, nadia, refused, sample, seen, with};
use practice::Desk;
use practice::types::{AskEngagement, DirectionPage, PriorityCard, ServesCard, ThreadCard};
use serde_json::{Value, json};

fn direction(desk: &Desk, on: Option<&str>) -> DirectionPage {
    let ask = json!({ "engagement": "nadia", "on": on });
    desk.direction(made::<AskEngagement>(ask)).unwrap()
}

#[track_caller]
fn priority<'p>(page: &'p DirectionPage, id: &str) -> &'p PriorityCard {
    let mut all = page.priorities.iter();
    all.find(|card| card.id.as_str() == id).unwrap()
}

#[track_caller]
fn tie<'p>(page: &'p DirectionPage, id: &str) -> &'p ServesCard {
    let mut all = page.ties.iter();
    all.find(|card| card.id.as_str() == id).unwrap()
}

#[track_caller]
fn thread<'p>(page: &'p DirectionPage, id: &str) -> &'p ThreadCard {
    let mut all = page.threads.iter();
    all.find(|card| card.id.as_str() == id).unwrap()
}

fn quotations(card: &ThreadCard) -> Vec<&str> {
    let insights = card.insights.iter();
    insights.map(|insight| insight.note.id.as_str()).collect()
}

/// A wording now, as the page has it.
fn now(card: &PriorityCard) -> Option<&str> {
    card.now.map(|at| card.wordings[at].text.as_str())
}

#[test]
fn the_sample_says_what_its_goals_serve_on_any_day() {
    let (_folder, desk) = sample();
    let today = direction(&desk, None);
    assert_eq!(today.on.to_string(), TODAY);
    let said: Vec<_> = today.purpose.iter().map(|p| p.in_force).collect();
    assert_eq!(said, [false, false, true]);
    assert_eq!(
        now(priority(&today, "nadia-pri1")),
        Some("Operations in safe hands for the next five years, whoever holds the title.")
    );
    assert_eq!(now(priority(&today, "nadia-pri3")), None, "it has ended");
    // The goal that served it was replaced; nobody is blamed, it is only said.
    assert!(!priority(&today, "nadia-pri1").served);
    assert!(priority(&today, "nadia-pri2").served);
    let nothing: Vec<_> = today.goals.iter().filter(|goal| !goal.serves).collect();
    let nothing: Vec<_> = nothing.iter().map(|goal| goal.goal.as_str()).collect();
    assert_eq!(nothing, ["nadia-g5", "nadia-g3"]);
    // The purpose was said anew since the tie; the other was made on the day it was said.
    let moved = |id| tie(&today, id).moved_since.map(|day| day.to_string());
    assert_eq!(moved("nadia-tie5").as_deref(), Some("2026-09-03"));
    assert_eq!(moved("nadia-tie6"), None);
    assert!(!tie(&today, "nadia-tie1").holds);

    let may = direction(&desk, Some("2026-05-01"));
    assert_eq!(may.purpose.len(), 1);
    assert_eq!(
        now(priority(&may, "nadia-pri1")),
        Some("A successor for operations whom the board would appoint without a search.")
    );
    assert_eq!(priority(&may, "nadia-pri1").wordings.len(), 1);
    assert_eq!(priority(&may, "nadia-pri3").ended, None, "not on that day");
    assert!(tie(&may, "nadia-tie1").holds);
    assert_eq!(quotations(thread(&may, "nadia-thread1")), ["nadia-ins2"]);
    assert!(direction(&desk, Some("2026-03-12")).ties.is_empty());
}

#[test]
fn a_priority_is_worded_anew_ended_and_taken_back() {
    let (_folder, mut desk) = sample();
    let id = desk
        .add_priority(made(json!({
            "engagement": "nadia", "party": "nadia-hr", "text": "Fewer night calls.", "on": "2026-04-01"
        })))
        .unwrap()
        .id;
    desk.reword_priority(made(json!({
        "engagement": "nadia", "priority": id, "text": "No night calls.", "on": "2026-08-01"
    })))
    .unwrap();
    // Entered late, between the two.
    desk.reword_priority(made(json!({
        "engagement": "nadia", "priority": id, "text": "Hardly any night calls.", "on": "2026-06-01"
    })))
    .unwrap();
    desk.end_priority(made(
        json!({ "engagement": "nadia", "priority": id, "on": "2026-09-10" }),
    ))
    .unwrap();
    for (day, words) in [
        ("2026-05-31", Some("Fewer night calls.")),
        ("2026-06-01", Some("Hardly any night calls.")),
        ("2026-09-09", Some("No night calls.")),
        ("2026-09-10", None),
    ] {
        let page = direction(&desk, Some(day));
        assert_eq!(now(priority(&page, &id)), words, "{day}");
    }
    desk.end_priority(made(
        json!({ "engagement": "nadia", "priority": id, "on": null }),
    ))
    .unwrap();
    desk.take_back_wording(made(
        json!({ "engagement": "nadia", "priority": id, "on": "2026-08-01" }),
    ))
    .unwrap();
    let page = direction(&desk, None);
    assert_eq!(now(priority(&page, &id)), Some("Hardly any night calls."));
    for on in ["2026-04-01", "2026-06-01"] {
        desk.take_back_wording(made(
            json!({ "engagement": "nadia", "priority": id, "on": on }),
        ))
        .unwrap();
    }
    let page = direction(&desk, None);
    assert!(!page.priorities.iter().any(|card| card.id.as_str() == id));
}

#[test]
fn the_purpose_is_said_anew_and_a_slip_taken_back() {
    let (_folder, mut desk) = sample();
    let id = desk
        .say_purpose(made(json!({
            "engagement": "nadia", "text": "Near the making.", "on": "2026-09-10", "session": null
        })))
        .unwrap()
        .id;
    let page = direction(&desk, None);
    let last = page.purpose.last().unwrap();
    assert!(last.id.as_str() == id && last.in_force);
    assert_eq!(last.said_by_name, "Nadia Rahimi");
    let moved = tie(&page, "nadia-tie6").moved_since;
    assert_eq!(moved.unwrap().to_string(), "2026-09-10");
    let before = direction(&desk, Some("2026-09-09"));
    assert!(before.purpose.last().unwrap().in_force);

    let base = json!({
        "engagement": "nadia", "text": "Near.", "on": "2026-09-11", "session": null
    });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.say_purpose(made(ask)),
        vec![
            ("input.blank", "text", json!({ "text": " " })),
            ("input.in_future", "on", json!({ "on": "2026-09-17" })),
            ("direction.same_day", "on", json!({ "on": "2026-09-10" })),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2020-09-11" }),
            ),
            ("desk.missing", "session", json!({ "session": "amara-s1" })),
        ],
    );
    desk.take_back_purpose(made(json!({ "engagement": "nadia", "purpose": id })))
        .unwrap();
    let tied = json!({ "engagement": "nadia", "purpose": "nadia-purpose3" });
    refused(&mut desk, "direction.tied", Some("to"), |desk| {
        desk.take_back_purpose(made(tied))
    });
    refused(&mut desk, "direction.tied", Some("to"), |desk| {
        desk.remove_note(made(json!({ "note": "nadia-purpose3" })))
    });
    let unknown = json!({ "engagement": "nadia", "purpose": "amara-purpose1" });
    refused(&mut desk, "purpose.unknown", Some("to"), |desk| {
        desk.take_back_purpose(made(unknown))
    });
}

#[test]
fn a_goal_is_tied_to_what_it_serves_and_let_go() {
    let (_folder, mut desk) = sample();
    let id = desk
        .add_tie(made(json!({
            "engagement": "nadia", "goal": "nadia-g4", "to": { "priority": "nadia-pri1" },
            "words": "Safe hands want the work.", "on": "2026-09-04"
        })))
        .unwrap()
        .id;
    let page = direction(&desk, None);
    assert!(tie(&page, &id).holds && priority(&page, "nadia-pri1").served);
    assert_eq!(
        tie(&page, &id).whose.as_deref(),
        Some("Graham Tolliver"),
        "whose priority it is"
    );
    desk.end_tie(made(
        json!({ "engagement": "nadia", "tie": id, "until": "2026-09-10" }),
    ))
    .unwrap();
    let page = direction(&desk, None);
    assert!(!tie(&page, &id).holds && !priority(&page, "nadia-pri1").served);
    assert!(tie(&direction(&desk, Some("2026-09-09")), &id).holds);
    // Tied again later, and then the first end cannot be taken back.
    desk.add_tie(made(json!({
        "engagement": "nadia", "goal": "nadia-g4", "to": { "priority": "nadia-pri1" },
        "words": "", "on": "2026-09-12"
    })))
    .unwrap();
    let open = json!({ "engagement": "nadia", "tie": id, "until": null });
    refused(&mut desk, "tie.twice", Some("to"), |desk| {
        desk.end_tie(made(open))
    });
    desk.take_back_tie(made(json!({ "engagement": "nadia", "tie": id })))
        .unwrap();
    let page = direction(&desk, None);
    assert!(!page.ties.iter().any(|card| card.id.as_str() == id));
}

#[test]
fn a_thread_grows_in_the_order_of_the_days() {
    let (_folder, mut desk) = sample();
    let id = desk
        .begin_thread(made(json!({
            "engagement": "nadia", "subject": "The Tuesdays",
            "insights": ["nadia-ins9", "nadia-ins4"]
        })))
        .unwrap()
        .id;
    let link =
        |insight: &str| json!({ "engagement": "nadia", "thread": id.as_str(), "insight": insight });
    desk.link_insight(made(link("nadia-ins8"))).unwrap();
    let page = direction(&desk, None);
    let card = thread(&page, &id);
    assert_eq!(
        quotations(card),
        ["nadia-ins4", "nadia-ins8", "nadia-ins9"],
        "whatever the order in which they were linked"
    );
    let gaps: Vec<_> = card.insights.iter().map(|insight| insight.gap).collect();
    assert_eq!(gaps, [None, Some(84), Some(14)]);
    assert_eq!(card.insights[2].session.as_ref().unwrap().number, 10);
    let of = |insight: &str| {
        let notes = nadia(&desk).notes.into_iter();
        let mut notes = notes.filter(|note| note.id.as_str() == insight);
        let threads = notes.next().unwrap().threads.into_iter();
        threads.map(|thread| thread.subject).collect::<Vec<_>>()
    };
    assert_eq!(
        of("nadia-ins9"),
        ["The Tuesdays", "Whose job I am getting ready for"]
    );
    desk.rename_thread(made(json!({
        "engagement": "nadia", "thread": id, "subject": "How it came"
    })))
    .unwrap();
    desk.unlink_insight(made(link("nadia-ins8"))).unwrap();
    // An insight that is removed goes out of its threads; the thread stays.
    desk.remove_note(made(json!({ "note": "nadia-ins4" })))
        .unwrap();
    let page = direction(&desk, None);
    assert_eq!(thread(&page, &id).subject, "How it came");
    assert_eq!(quotations(thread(&page, &id)), ["nadia-ins9"]);
    desk.remove_thread(made(json!({ "engagement": "nadia", "thread": id })))
        .unwrap();
    let page = direction(&desk, None);
    assert_eq!(page.threads.len(), 2);
    assert!(
        nadia(&desk)
            .notes
            .iter()
            .any(|note| note.id.as_str() == "nadia-ins9"),
        "its insights stay"
    );
}

#[test]
fn a_sponsors_view_does_not_depend_on_ties_and_threads() {
    let (_folder, mut desk) = sample();
    let side = ["nadia-sponsor", "nadia-hr"];
    let views = |desk: &Desk| side.map(|party| seen(desk, "nadia", party));
    let before = views(&desk);
    desk.begin_thread(made(json!({
        "engagement": "nadia", "subject": "Zyzzyva", "insights": ["nadia-ins4"]
    })))
    .unwrap();
    desk.add_tie(made(json!({
        "engagement": "nadia", "goal": "nadia-g4", "to": { "priority": "nadia-pri1" },
        "words": "Zyzzyva", "on": null
    })))
    .unwrap();
    desk.take_back_tie(made(json!({ "engagement": "nadia", "tie": "nadia-tie2" })))
        .unwrap();
    desk.say_purpose(made(json!({
        "engagement": "nadia", "text": "Zyzzyva", "on": null, "session": null
    })))
    .unwrap();
    assert!(views(&desk) == before);
    assert!(seen(&desk, "nadia", "nadia-coachee").contains("Zyzzyva"));
}

/// What is recorded is on the disk: it is there when the vault is opened again.
#[test]
fn it_is_there_when_the_vault_is_opened_again() {
    let (folder, mut desk) = sample();
    let practice = desk.export().unwrap();
    let place = folder.path().join("own");
    let mut vault = json!({
        "folder": place.to_str().unwrap(), "passphrase": "a long enough passphrase", "remember": false
    });
    desk.create_vault(made(vault.clone())).unwrap();
    desk.import(&practice).unwrap();
    let engagement = |value: Value| with(json!({ "engagement": "nadia" }), &value);
    desk.say_purpose(made(engagement(
        json!({ "text": "To stay.", "on": null, "session": null }),
    )))
    .unwrap();
    let priority = desk
        .add_priority(made(engagement(
            json!({ "party": "nadia-sponsor", "text": "Calm.", "on": null }),
        )))
        .unwrap()
        .id;
    desk.add_tie(made(engagement(json!({
        "goal": "nadia-g5", "to": { "priority": priority }, "words": "Fridays.", "on": null
    }))))
    .unwrap();
    desk.begin_thread(made(engagement(
        json!({ "subject": "Fridays", "insights": ["nadia-ins10"] }),
    )))
    .unwrap();
    let before = serde_json::to_value(direction(&desk, None)).unwrap();
    desk.lock().unwrap();
    vault.as_object_mut().unwrap().remove("remember");
    desk.unlock(made(vault)).unwrap();
    let after = serde_json::to_value(direction(&desk, None)).unwrap();
    assert!(after == before);
    assert!(after.to_string().contains("Fridays."));
}
