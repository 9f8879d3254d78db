//! Goals over time on the desk: shifts recorded at once and filled in later, mistakes taken back, late
//! entry, places, who tells the sponsor; and what is refused, with nothing half-recorded.

use crate::support::{TODAY, made, nadia, page, refused, sample, shift, step};
use practice::Desk;
use practice::types::{
    AskEngagement, CompleteShift, GoalCard, GoalsPage, TakeBackShift, VersionCard,
};
use practice::words::{GoalStatus, ShiftKind};
use serde_json::{Value, json};

fn wording(title: &str) -> Value {
    json!({ "title": title, "words": "", "why": "", "measure": "", "weight": 3 })
}

fn goal(desk: &Desk, id: &str) -> GoalCard {
    let mut goals = nadia(desk).goals.into_iter();
    goals.find(|goal| goal.id.as_str() == id).unwrap()
}

fn titled(desk: &Desk, title: &str) -> GoalCard {
    let mut goals = nadia(desk).goals.into_iter();
    goals
        .find(|goal| goal.versions.iter().any(|v| v.title == title))
        .unwrap()
}

fn last(goal: &GoalCard) -> &VersionCard {
    goal.versions.last().unwrap()
}

fn on(desk: &Desk, day: &str) -> GoalsPage {
    desk.goals(made::<AskEngagement>(
        json!({ "engagement": "nadia", "on": day }),
    ))
    .unwrap()
}

/// The titles of the goals that go on, in their order.
fn order(desk: &Desk, day: &str) -> Vec<String> {
    let goals = on(desk, day).goals.into_iter();
    goals
        .filter(|goal| goal.rank.is_some())
        .map(|goal| goal.versions[goal.now.unwrap()].title.clone())
        .collect()
}

fn take_back(version: &str) -> TakeBackShift {
    made(json!({ "engagement": "nadia", "version": version }))
}

#[test]
fn a_shift_from_a_session_carries_it_and_the_rest_is_filled_in_later() {
    let (_folder, mut desk) = sample();
    let asked = shift(
        "nadia-g2",
        "morphed",
        json!({ "session": "nadia-s8", "wording": wording("Let the sites lead themselves") }),
    );
    let version = desk.shift_goal(asked).unwrap().id;
    let shifted = goal(&desk, "nadia-g2");
    let now = last(&shifted);
    assert_eq!(now.title, "Let the sites lead themselves");
    assert_eq!(now.session.as_ref().unwrap().number, 7);
    assert!(now.may_go && now.shift.as_ref().unwrap().reason.is_empty());
    let rest = |reason: &str, title: &str, words: &str| -> CompleteShift {
        let mut wording = wording(title);
        wording["words"] = json!(words);
        made(json!({
            "engagement": "nadia", "version": version, "reason": reason, "prompt": "event",
            "raised_by": "nadia-coachee", "session": null, "meeting": null, "wording": wording
        }))
    };
    let title = "Let the sites lead themselves";
    desk.complete_shift(rest("They do it better.", title, "Mine to leave"))
        .unwrap();
    assert_eq!(desk.last_change(), Some("complete shift"));
    let filled = goal(&desk, "nadia-g2");
    assert_eq!(filled.versions.len(), shifted.versions.len());
    let now = last(&filled);
    assert_eq!(now.shift.as_ref().unwrap().reason, "They do it better.");
    assert_eq!(now.words, "Mine to leave");
    assert_eq!(now.session.as_ref().unwrap().number, 7, "it stays");
    // What was said stays said.
    for (reason, title, words, field) in [
        ("Another reason.", title, "Mine to leave", "reason"),
        ("", "Another title", "Mine to leave", "title"),
        ("", title, "Other words", "words"),
    ] {
        refused(&mut desk, "shift.said_already", Some(field), |desk| {
            desk.complete_shift(rest(reason, title, words))
        });
    }
    refused(&mut desk, "goal.no_title", Some("title"), |desk| {
        desk.complete_shift(rest("", " ", ""))
    });
    let first = goal(&desk, "nadia-g2").versions[0].id.clone();
    refused(&mut desk, "shift.not_a_shift", Some("version"), |desk| {
        let mut ask = rest("x", title, "");
        ask.version = first;
        desk.complete_shift(ask)
    });
}

#[test]
fn several_goals_become_one_in_one_step_and_go_apart_in_one() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let asked = |also: Value, into: Value, new: Value| {
        let more = json!({ "also": also, "into": into, "into_new": new });
        shift("nadia-g2", "merged", more)
    };
    let made = desk
        .shift_goal(asked(json!(["nadia-g4"]), json!([]), json!(["One thing"])))
        .unwrap();
    let one = titled(&desk, "One thing");
    let came: Vec<_> = one
        .came_out_of
        .iter()
        .map(|tie| tie.goal.as_str())
        .collect();
    assert_eq!(came, ["nadia-g2", "nadia-g4"]);
    assert!(
        one.came_out_of
            .iter()
            .all(|tie| tie.kind == ShiftKind::Merged)
    );
    assert_eq!(goal(&desk, "nadia-g4").became[0].goal, one.id);
    let row = nadia(&desk).drift;
    let row = row
        .iter()
        .find(|row| row.goal.as_str() == "nadia-g2")
        .unwrap();
    assert_eq!(row.became, ["One thing"]);
    desk.take_back_shift(take_back(&made.id)).unwrap();
    assert!(desk.export().unwrap() == before, "nothing is left of it");

    for (code, field, ask) in [
        (
            "shift.merged_alone",
            "into",
            asked(json!([]), json!([]), json!(["One thing"])),
        ),
        (
            "shift.circle",
            "into",
            asked(json!(["nadia-g4"]), json!(["nadia-g4"]), json!([])),
        ),
        (
            "shift.successors",
            "into",
            asked(json!(["nadia-g4"]), json!([]), json!([])),
        ),
        (
            "goal.unknown",
            "goal",
            asked(json!(["henrik-g1"]), json!(["nadia-g4"]), json!([])),
        ),
        (
            "input.only_merged",
            "also",
            shift("nadia-g2", "paused", json!({ "also": ["nadia-g4"] })),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| desk.shift_goal(ask));
    }
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let (_folder, mut desk) = sample();
    let other = page(&desk, "henrik").goals[0].id.to_string();
    for (code, field, kind, more) in [
        (
            "shift.before_goal",
            "on",
            "morphed",
            json!({ "on": "2026-03-01" }),
        ),
        (
            "shift.outside_engagement",
            "on",
            "morphed",
            json!({ "on": "2027-09-10" }),
        ),
        (
            "shift.same_day",
            "on",
            "morphed",
            json!({ "on": "2026-08-20" }),
        ),
        (
            "shift.circle",
            "into",
            "replaced",
            json!({ "into": ["nadia-g2"] }),
        ),
        (
            "shift.unknown_successor",
            "into",
            "replaced",
            json!({ "into": [other] }),
        ),
        (
            "shift.unknown_successor",
            "into",
            "merged",
            json!({ "into": [other] }),
        ),
        (
            "shift.successors",
            "into",
            "split",
            json!({ "into_new": ["One"] }),
        ),
        (
            "input.blank",
            "into_new",
            "split",
            json!({ "into_new": ["One", " "] }),
        ),
        (
            "goal.no_title",
            "title",
            "morphed",
            json!({ "wording": wording("  ") }),
        ),
        (
            "goal.weight",
            "weight",
            "clarified",
            json!({ "wording": { "title": "x", "words": "", "why": "", "measure": "", "weight": 9 } }),
        ),
        (
            "shift.later_changes",
            "on",
            "achieved",
            json!({ "on": "2026-07-01" }),
        ),
        ("shift.not_paused", "kind", "resumed", json!({})),
        (
            "desk.missing",
            "session",
            "morphed",
            json!({ "session": "henrik-s1" }),
        ),
        (
            "desk.missing",
            "meeting",
            "morphed",
            json!({ "meeting": "no-meeting" }),
        ),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.shift_goal(shift("nadia-g2", kind, more))
        });
    }
    // In a circle: what g1 became is replaced by g1.
    refused(&mut desk, "shift.circle", Some("into"), |desk| {
        desk.shift_goal(shift(
            "nadia-g4",
            "replaced",
            json!({ "into": ["nadia-g1"] }),
        ))
    });
    // The half of a split that could be made is not kept either.
    refused(&mut desk, "shift.same_day", Some("on"), |desk| {
        let more = json!({ "into_new": ["One", "Two"], "on": "2026-08-20" });
        desk.shift_goal(shift("nadia-g2", "split", more))
    });
    // The second of two goals that merge cannot: nor does the first.
    refused(&mut desk, "shift.same_day", Some("on"), |desk| {
        let more = json!({ "also": ["nadia-g4"], "into_new": ["One"], "on": "2026-09-03" });
        desk.shift_goal(shift("nadia-g2", "merged", more))
    });
}

#[test]
fn what_is_entered_late_stands_between_and_flows_on() {
    let (_folder, mut desk) = sample();
    let version = desk
        .shift_goal(shift(
            "nadia-g2",
            "clarified",
            json!({ "on": "2026-08-01", "wording": wording("Let Yusuf run it") }),
        ))
        .unwrap()
        .id;
    let late = goal(&desk, "nadia-g2");
    let found = late
        .versions
        .iter()
        .find(|v| v.id.as_str() == version)
        .unwrap();
    assert_eq!(found.recorded.to_string(), TODAY);
    assert!(found.recorded > found.on);
    // On 20 August the goal only took another place: it took the words with it.
    assert_eq!(last(&late).title, "Let Yusuf run it");
    let then = on(&desk, "2026-07-31");
    let before = then.goals.iter().find(|g| g.id == late.id).unwrap();
    assert_ne!(
        before.versions[before.now.unwrap()].title,
        "Let Yusuf run it"
    );
    refused(&mut desk, "shift.has_later", Some("version"), |desk| {
        desk.take_back_shift(take_back(&version))
    });
}

#[test]
fn a_place_is_a_rank_and_no_other_goal_gets_a_version_for_it() {
    let (_folder, mut desk) = sample();
    let before = order(&desk, TODAY);
    let days = ["2026-03-20", "2026-06-30", "2026-08-25"];
    let then: Vec<_> = days.map(|day| order(&desk, day)).into();
    let versions =
        |desk: &Desk| -> usize { nadia(desk).goals.iter().map(|g| g.versions.len()).sum() };
    let count = versions(&desk);
    let moved = before.last().unwrap().clone();
    let id = titled(&desk, &moved).id.to_string();
    for (n, rank) in [2, 1, 3].into_iter().enumerate() {
        let on = format!("2026-09-{}", 14 + n);
        let more = json!({ "place": rank, "on": on });
        desk.shift_goal(shift(&id, "reprioritised", more)).unwrap();
        let mut expected = before.clone();
        expected.retain(|title| *title != moved);
        expected.insert(rank - 1, moved.clone());
        assert_eq!(order(&desk, &on), expected);
    }
    assert_eq!(versions(&desk), count + 3);
    assert_eq!(Vec::from(days.map(|day| order(&desk, day))), then);
}

#[test]
fn a_goal_may_begin_as_emerging_and_a_new_one_is_taken_back() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let begin = |on: &str| {
        made(json!({
            "engagement": "nadia", "wording": wording("Something about rest"), "emerging": true,
            "on": on, "session": null, "meeting": null
        }))
    };
    refused(&mut desk, "shift.outside_engagement", Some("on"), |desk| {
        desk.begin_goal(begin("2024-09-10"))
    });
    let id = desk.begin_goal(begin("2026-09-10")).unwrap().id;
    assert_eq!(last(&goal(&desk, &id)).status, GoalStatus::Emerging);
    let more = json!({ "wording": wording("Rest before I am tired") });
    let version = desk.shift_goal(shift(&id, "clarified", more)).unwrap().id;
    assert_eq!(last(&goal(&desk, &id)).status, GoalStatus::Active);
    let first = goal(&desk, &id).versions[0].id.to_string();
    refused(&mut desk, "shift.has_later", Some("version"), |desk| {
        desk.take_back_shift(take_back(&first))
    });
    desk.take_back_shift(take_back(&version)).unwrap();
    desk.take_back_shift(take_back(&first)).unwrap();
    assert!(desk.export().unwrap() == before);
}

#[test]
fn a_shift_on_which_something_stands_is_not_taken_back() {
    let (_folder, mut desk) = sample();
    let replaced = |desk: &mut Desk, title: &str, on: &str| {
        let more = json!({ "into_new": [title], "on": on });
        desk.shift_goal(shift("nadia-g2", "replaced", more))
            .unwrap()
            .id
    };
    let version = replaced(&mut desk, "Leave the plants alone", "2026-09-10");
    let new = titled(&desk, "Leave the plants alone");
    let (id, first) = (new.id.to_string(), last(&new).id.to_string());
    refused(&mut desk, "shift.came_out", Some("version"), |desk| {
        desk.take_back_shift(take_back(&first))
    });
    // A note about the new goal holds it.
    let note = desk
        .add_note(made(json!({
            "engagement": "nadia", "topic": "themes", "text": "Plants", "on": null, "said_by": null,
            "session": null, "goal": id
        })))
        .unwrap();
    refused(&mut desk, "shift.noted_about", Some("version"), |desk| {
        desk.take_back_shift(take_back(&version))
    });
    desk.remove_note(made(json!({ "note": note.id }))).unwrap();
    // Deciding is no more than thinking; told is told.
    desk.step_telling(step(&version, "deciding", json!({})))
        .unwrap();
    assert!(last(&goal(&desk, "nadia-g2")).may_go);
    desk.step_telling(step(&version, "will-tell", json!({ "by": "2026-09-30" })))
        .unwrap();
    assert!(!last(&goal(&desk, "nadia-g2")).may_go);
    refused(&mut desk, "shift.telling_begun", Some("version"), |desk| {
        desk.take_back_shift(take_back(&version))
    });
    desk.step_telling(step(&version, "told", json!({})))
        .unwrap();
    refused(&mut desk, "shift.in_ledger", Some("version"), |desk| {
        desk.take_back_shift(take_back(&version))
    });
    // The new goal went on.
    let (_folder, mut desk) = sample();
    let version = replaced(&mut desk, "Leave the plants alone", "2026-09-10");
    let id = titled(&desk, "Leave the plants alone").id.to_string();
    desk.shift_goal(shift(&id, "paused", json!({}))).unwrap();
    refused(
        &mut desk,
        "shift.successor_went_on",
        Some("version"),
        |desk| desk.take_back_shift(take_back(&version)),
    );
    let agreed = json!({ "engagement": "tomasz", "version": "tomasz-g2-v2" });
    refused(&mut desk, "shift.agreed", Some("version"), |desk| {
        desk.take_back_shift(made(agreed))
    });
}

#[test]
fn the_goals_of_a_day_are_those_of_the_page() {
    let (_folder, desk) = sample();
    for day in ["2026-03-19", "2026-07-15", "2026-07-16", "2026-09-16"] {
        let ask = || made::<AskEngagement>(json!({ "engagement": "nadia", "on": day }));
        let (goals, page) = (desk.goals(ask()).unwrap(), desk.engagement(ask()).unwrap());
        let said = |goals: &[GoalCard]| serde_json::to_string(goals).unwrap();
        assert_eq!(said(&goals.goals), said(&page.goals));
        assert_eq!(goals.baseline_on, page.baseline_on);
        let said = serde_json::to_string(&goals.drift).unwrap();
        assert_eq!(said, serde_json::to_string(&page.drift).unwrap());
    }
}
