//! Stakeholders and clashes: recorded whole, brought back whole, or refused with nothing kept.

use crate::support::{all_refused, made, refused, sample, seen, with};
use practice::Desk;
use practice::types::{AlignmentPage, AskEngagement, ClashCard, TodayWhy};
use serde_json::{Value, json};

fn page(desk: &Desk, on: Option<&str>) -> AlignmentPage {
    let ask = json!({ "engagement": "nadia", "on": on });
    desk.alignment(made::<AskEngagement>(ask)).unwrap()
}

#[track_caller]
fn clash<'p>(page: &'p AlignmentPage, id: &str) -> &'p ClashCard {
    let mut all = page.clashes.iter();
    all.find(|card| card.id.as_str() == id).unwrap()
}

fn plain<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

/// A clash as it could be written.
fn written(other: &Value) -> Value {
    let base = json!({
        "on": "2026-09-01", "title": "Pace", "goal": "nadia-g2",
        "sides": [
            { "party": "nadia-coachee", "wants": "Room", "fears": "" },
            { "party": "nadia-sponsor", "wants": "Speed", "fears": "A delay" }
        ],
        "shared_objective": "A launch that holds", "not_negotiable": "", "evidence": "",
        "experiments": []
    });
    with(base, other)
}

/// What is tried, as it could be written.
fn tried(other: &Value) -> Value {
    let base = json!({
        "id": null, "on": "2026-09-02", "text": "One team decides", "judge_on": "2026-09-30",
        "judged": null, "came_of": ""
    });
    json!({ "experiments": [with(base, other)] })
}

#[test]
fn the_map_says_where_it_pulls_apart_on_any_day() {
    let (_folder, desk) = sample();
    let pull = |on: Option<&str>, goal: &str| {
        let page = page(&desk, on);
        let goal = page.goals.iter().find(|each| each.id.as_str() == goal);
        goal.map(|goal| plain(&goal.pull))
    };
    assert_eq!(pull(None, "nadia-g2"), Some(json!("apart")));
    let together = pull(Some("2026-08-26"), "nadia-g2");
    assert_eq!(together, Some(json!("together")));
    assert_eq!(pull(Some("2026-04-16"), "nadia-g2"), Some(json!("open")));
    assert_eq!(pull(Some("2026-04-16"), "nadia-g4"), None);
    let today = page(&desk, None);
    let of_yusuf = ("nadia-yusuf", "nadia-g2");
    let mut cells = today.cells.iter();
    let cell = cells.find(|cell| (cell.party.as_str(), cell.goal.as_str()) == of_yusuf);
    let moved = cell
        .unwrap()
        .positions
        .iter()
        .map(|each| plain(&each.stance));
    assert_eq!(
        moved.collect::<Vec<_>>(),
        [json!("unsure"), json!("champion")]
    );
}

#[test]
fn a_clash_goes_from_opening_to_outcome_and_is_as_it_was_on_each_day() {
    let (_folder, mut desk) = sample();
    let before = seen(&desk, "nadia", "nadia-sponsor");
    let ask = json!({ "engagement": "nadia", "clash": written(&json!({})) });
    let id = desk.open_clash(made(ask)).unwrap().id;
    let write = |desk: &mut Desk, other: &Value| {
        let ask = json!({ "engagement": "nadia", "clash": id, "written": written(other) });
        desk.write_clash(made(ask)).unwrap();
    };
    write(&mut desk, &tried(&json!({})));
    let now = page(&desk, None);
    let card = clash(&now, &id);
    assert_eq!(card.judged_next.unwrap().to_string(), "2026-09-30");
    assert_eq!(plain(&card.chairs), json!("two"));
    let experiment = card.experiments[0].id.clone();
    // Judged, under the id that it has.
    let judged = json!({ "id": experiment, "judged": "2026-09-10", "came_of": "It held" });
    write(&mut desk, &tried(&judged));
    let end = json!({ "end": "common-ground", "on": "2026-09-15", "words": "She asks first" });
    let ask = json!({ "engagement": "nadia", "clash": id, "outcome": end });
    desk.end_clash(made(ask)).unwrap();
    // A text that is saved late leaves the outcome as it is.
    let late = with(tried(&judged), &json!({ "evidence": "Late" }));
    write(&mut desk, &late);
    let now = page(&desk, None);
    let card = clash(&now, &id);
    assert_eq!(card.experiments[0].id, experiment);
    assert_eq!(card.experiments[0].came_of, "It held");
    assert_eq!(card.evidence, "Late");
    assert!(card.outcome.is_some() && card.judged_next.is_none());
    let then = page(&desk, Some("2026-09-09"));
    let card = clash(&then, &id);
    assert!(card.outcome.is_none() && card.experiments[0].judged.is_none());
    assert_eq!(card.experiments[0].came_of, "");
    let early = page(&desk, Some("2026-08-31"));
    assert!(early.clashes.iter().all(|each| each.id.as_str() != id));
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), before);
    let coachee = seen(&desk, "nadia", "nadia-coachee");
    assert!(coachee.contains("She asks first"));
    let ask = json!({ "engagement": "nadia", "clash": id, "outcome": null });
    desk.end_clash(made(ask)).unwrap();
    assert!(clash(&page(&desk, None), &id).outcome.is_none());
}

#[test]
fn what_was_removed_comes_back_whole() {
    let (_folder, mut desk) = sample();
    let now = page(&desk, None);
    let was = clash(&now, "nadia-cl2");
    let sides = was
        .sides
        .iter()
        .map(|side| json!({ "party": side.party, "wants": side.wants, "fears": side.fears }));
    let again = json!({
        "on": was.on, "title": was.title, "goal": was.goal, "sides": sides.collect::<Vec<_>>(),
        "shared_objective": was.shared_objective, "not_negotiable": was.not_negotiable,
        "evidence": was.evidence, "experiments": plain(&was.experiments),
    });
    let ask = json!({ "engagement": "nadia", "clash": "nadia-cl2" });
    desk.remove_clash(made(ask)).unwrap();
    let ask = json!({ "engagement": "nadia", "clash": again, "outcome": plain(&was.outcome) });
    let id = desk.open_clash(made(ask)).unwrap().id;
    let page = page(&desk, None);
    let (mut back, mut was) = (plain(clash(&page, &id)), plain(was));
    for card in [&mut back, &mut was] {
        card["id"].take();
        card["experiments"][0]["id"].take();
    }
    assert_eq!(back, was);
}

#[test]
fn what_is_known_of_a_party_can_change() {
    let (_folder, mut desk) = sample();
    let ask = json!({
        "engagement": "nadia", "party": "nadia-owen", "level": "outside", "influence": null,
        "relation": " shift lead "
    });
    desk.change_party(made(ask)).unwrap();
    let now = page(&desk, None);
    let mut all = now.stakeholders.iter();
    let owen = all.find(|card| card.party.id.as_str() == "nadia-owen");
    let owen = &owen.unwrap().party;
    assert_eq!(owen.influence, None);
    assert_eq!(owen.relation, "shift lead");
    assert_eq!(plain(&owen.level), json!("outside"));
}

#[test]
fn beliefs_and_questions_come_and_go() {
    let (_folder, mut desk) = sample();
    let ask = json!({
        "engagement": "nadia", "party": "nadia-hr", "text": "Quiet is agreement", "on": null
    });
    let belief = desk.add_belief(made(ask)).unwrap().id;
    let known = |desk: &Desk| plain(&page(desk, None)).to_string().contains("Quiet is");
    assert!(known(&desk));
    let ask = json!({ "engagement": "nadia", "belief": belief });
    desk.remove_belief(made(ask)).unwrap();
    assert!(!known(&desk));
    let ask = json!({ "text": " What would you dare? " });
    let question = desk.add_question(made(ask)).unwrap().id;
    let asked = page(&desk, None).questions;
    assert_eq!(asked[0].text, "What would you dare?");
    let exported: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    assert_eq!(exported["questions"][0]["text"], "What would you dare?");
    let ask = json!({ "question": question });
    desk.remove_question(made(ask)).unwrap();
    assert!(page(&desk, None).questions.is_empty());
}

#[test]
fn what_is_to_be_judged_stands_on_today() {
    let (_folder, desk) = sample();
    let lines = desk.today().unwrap().lines.into_iter();
    let due = |why| match why {
        TodayWhy::Experiment { clash, .. } => Some(clash.to_string()),
        _ => None,
    };
    let due: Vec<_> = lines.filter_map(|line| due(line.why)).collect();
    assert_eq!(
        due,
        ["nadia-cl1"],
        "others are judged, over, or weeks ahead"
    );
}

#[test]
fn clashes_that_do_not_fit_are_refused() {
    let (_folder, mut desk) = sample();
    let open = |other: &Value| json!({ "clash": written(other) });
    let base = json!({ "engagement": "nadia", "clash": written(&json!({})) });
    let side = |party: &str| json!({ "party": party, "wants": "", "fears": "" });
    let twice = json!({ "sides": [side("nadia-hr"), side("nadia-hr")] });
    let stranger = json!({ "sides": [side("amara-hr")] });
    let on = |day: &str| json!({ "on": day });
    let end = |day: &str| json!({ "end": "common-ground", "on": day, "words": "" });
    let try_ = |other: Value| open(&tried(&other));
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.open_clash(made(ask)),
        vec![
            ("input.blank", "title", open(&json!({ "title": " \n" }))),
            (
                "input.nul",
                "evidence",
                open(&json!({ "evidence": "a\u{0}" })),
            ),
            ("desk.missing", "goal", open(&json!({ "goal": "amara-g1" }))),
            ("clash.two_sides", "sides", open(&twice)),
            ("desk.missing", "sides", open(&stranger)),
            ("input.before_engagement", "on", open(&on("2026-03-09"))),
            ("input.in_future", "on", open(&on("2026-09-17"))),
            ("input.blank", "experiment", try_(json!({ "text": "" }))),
            ("clash.before_seen", "experiment_on", try_(on("2026-08-31"))),
            ("input.in_future", "experiment_on", try_(on("2026-09-17"))),
            (
                "input.end_before_start",
                "judge_on",
                try_(json!({ "judge_on": "2026-09-01" })),
            ),
            (
                "input.end_before_start",
                "judged",
                try_(json!({ "judged": "2026-09-01" })),
            ),
            (
                "input.in_future",
                "judged",
                try_(json!({ "judged": "2026-09-17" })),
            ),
            (
                "clash.not_judged",
                "came_of",
                try_(json!({ "came_of": "It held" })),
            ),
            (
                "clash.before_seen",
                "on",
                json!({ "outcome": end("2026-08-31") }),
            ),
            (
                "input.in_future",
                "on",
                json!({ "outcome": end("2026-09-17") }),
            ),
        ],
    );
    // The clash ended in June: it cannot have been seen later.
    let late =
        json!({ "engagement": "nadia", "clash": "nadia-cl2", "written": written(&json!({})) });
    refused(&mut desk, "clash.before_seen", Some("on"), |desk| {
        desk.write_clash(made(late))
    });
    let other = json!({ "engagement": "nadia", "clash": "amara-cl1", "outcome": null });
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.end_clash(made(other))
    });
    let other = json!({ "engagement": "nadia", "clash": "amara-cl1" });
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.remove_clash(made(other))
    });
}

#[test]
fn beliefs_and_questions_that_do_not_fit_are_refused() {
    let (_folder, mut desk) = sample();
    let base = json!({
        "engagement": "nadia", "party": "nadia-hr", "text": "Calm", "on": "2026-09-01"
    });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.add_belief(made(ask)),
        vec![
            ("input.blank", "text", json!({ "text": "" })),
            ("desk.missing", "party", json!({ "party": "amara-hr" })),
            (
                "input.before_engagement",
                "on",
                json!({ "on": "2026-03-09" }),
            ),
            ("input.in_future", "on", json!({ "on": "2026-09-17" })),
        ],
    );
    let base = json!({ "text": "" });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.add_question(made(ask)),
        vec![
            ("input.blank", "text", json!({})),
            ("input.too_long", "text", json!({ "text": "a".repeat(501) })),
        ],
    );
    let gone = json!({ "engagement": "nadia", "belief": "amara-bel1" });
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.remove_belief(made(gone))
    });
}

#[test]
fn an_engagement_cannot_begin_after_what_was_seen_in_it() {
    let (_folder, mut desk) = sample();
    let ask = json!({
        "engagement": "ottilie", "party": "ottilie-sponsor", "text": "To lead is to decide",
        "on": "2026-09-11"
    });
    desk.add_belief(made(ask)).unwrap();
    let begins = |on: &str| {
        made(json!({
            "engagement": "ottilie", "name": "Ottilie", "status": "chemistry", "language": "en",
            "began": on, "planned_end": null, "ended": null, "planned_sessions": 6,
            "session_minutes": 60, "fees": ""
        }))
    };
    let at = Some("began");
    refused(&mut desk, "input.after_alignment", at, |desk| {
        desk.change_engagement(begins("2026-09-12"))
    });
    desk.change_engagement(begins("2026-09-11")).unwrap();
}

#[test]
fn there_is_a_last_question_of_ones_own() {
    let (_folder, mut desk) = sample();
    let ask = |n: usize| made(json!({ "text": format!("What would you dare, {n}?") }));
    let there = page(&desk, None).questions.len();
    for n in there..200 {
        desk.add_question(ask(n)).unwrap();
    }
    refused(&mut desk, "question.too_many", None, |desk| {
        desk.add_question(ask(200))
    });
    let first = page(&desk, None).questions[0].id.clone();
    desk.remove_question(made(json!({ "question": first })))
        .unwrap();
    desk.add_question(ask(200)).unwrap();
}
