//! Measures at the desk: what is kept, and that nothing is kept of what is refused.

use crate::support::{made, nadia, refused, sample, seen};
use coaching::words::Direction;
use practice::Desk;
use practice::types::{MeasuredGoal, MeasuresPage, RoundCard};
use serde_json::{Value, json};

fn measures(desk: &Desk) -> MeasuresPage {
    measures_on(desk, None)
}

fn measures_on(desk: &Desk, on: Option<&str>) -> MeasuresPage {
    desk.measures(made(json!({ "engagement": "nadia", "on": on })))
        .unwrap()
}

fn goal(page: MeasuresPage, id: &str) -> MeasuredGoal {
    let mut goals = page.goals.into_iter();
    goals.find(|goal| goal.goal.to_string() == id).unwrap()
}

fn round(page: MeasuresPage, id: &str) -> RoundCard {
    let mut rounds = page.rounds.into_iter();
    rounds.find(|round| round.id.to_string() == id).unwrap()
}

/// The version in effect of the goal that has no levels.
fn version(desk: &Desk) -> String {
    goal(measures(desk), "nadia-g4").version.to_string()
}

fn levels(version: &str, blank: &str, on: Option<&str>) -> Value {
    let word = |field: &'static str| if field == blank { " " } else { field };
    json!({
        "engagement": "nadia", "version": version, "on": on,
        "much_less": word("much_less"), "less": word("less"), "expected": word("expected"),
        "more": word("more"), "much_more": word("much_more"),
    })
}

fn score(goal: &str, level: i32, on: Option<&str>) -> Value {
    json!({
        "engagement": "nadia", "goal": goal, "level": level, "words": "by the log", "on": on,
        "session": null,
    })
}

fn rating(goal: &str, mark: i32, on: Option<&str>) -> Value {
    json!({
        "engagement": "nadia", "goal": goal, "mark": mark, "words": "", "on": on, "session": null,
    })
}

fn answer(party: &str, goal: &str, change: Option<i32>, words: &str) -> Value {
    json!({
        "party": party, "goal": goal, "change": change, "feed_forward": words, "how": "call",
    })
}

fn answers(round: &str, answers: &[Value]) -> Value {
    json!({ "engagement": "nadia", "round": round, "answers": answers })
}

#[test]
fn levels_are_whole_and_stand_once_they_are_scored_by() {
    let (_folder, mut desk) = sample();
    let v = version(&desk);
    for blank in ["much_less", "less", "expected", "more", "much_more"] {
        refused(&mut desk, "levels.gap", Some(blank), |desk| {
            desk.write_levels(made(levels(&v, blank, None)))
        });
    }
    refused(&mut desk, "input.in_future", Some("on"), |desk| {
        desk.write_levels(made(levels(&v, "", Some("2026-09-17"))))
    });
    refused(&mut desk, "goal.unknown_version", Some("version"), |desk| {
        desk.write_levels(made(levels("amara-g1-v1", "", None)))
    });
    refused(&mut desk, "score.no_levels", Some("goal"), |desk| {
        desk.add_score(made(score("nadia-g4", 0, None)))
    });

    desk.write_levels(made(levels(&v, "", Some("2026-09-15"))))
        .unwrap();
    desk.write_levels(made(levels(&v, "", Some("2026-09-14"))))
        .unwrap();
    let written = goal(measures(&desk), "nadia-g4").levels.unwrap();
    assert_eq!(
        written.words,
        ["much_less", "less", "expected", "more", "much_more"]
    );
    assert!(!written.stand);
    refused(&mut desk, "score.before_levels", Some("on"), |desk| {
        desk.add_score(made(score("nadia-g4", 0, Some("2026-09-13"))))
    });

    let scored = desk.add_score(made(score("nadia-g4", 1, None))).unwrap();
    let card = goal(measures(&desk), "nadia-g4");
    assert!(card.levels.unwrap().stand);
    let last = card.series.last().unwrap().scores.last().unwrap();
    assert_eq!((last.level.number(), last.meaning.as_str()), (1, "more"));
    refused(&mut desk, "levels.scored", Some("version"), |desk| {
        desk.write_levels(made(levels(&v, "", None)))
    });
    let remove = json!({ "engagement": "nadia", "score": scored.id });
    desk.remove_score(made(remove.clone())).unwrap();
    desk.write_levels(made(levels(&v, "", None))).unwrap();
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.remove_score(made(remove))
    });
}

#[test]
fn a_score_and_a_rating_lie_on_their_scale_and_their_day() {
    let (_folder, mut desk) = sample();
    for level in [-3, 3, i32::MIN, i32::MAX] {
        refused(&mut desk, "measure.off_the_scale", Some("level"), |desk| {
            desk.add_score(made(score("nadia-g2", level, None)))
        });
    }
    for mark in [-1, 11] {
        refused(&mut desk, "measure.off_the_scale", Some("mark"), |desk| {
            desk.add_self_rating(made(rating("nadia-g2", mark, None)))
        });
    }
    let cases = [
        ("nadia-g2", Some("2026-09-17"), "input.in_future", "on"),
        ("nadia-g2", Some("2026-03-18"), "measure.before_goal", "on"),
        ("nadia-g1", None, "measure.ended", "goal"),
        ("amara-g1", None, "goal.unknown", "goal"),
    ];
    for (goal, on, code, field) in cases {
        refused(&mut desk, code, Some(field), |desk| {
            desk.add_score(made(score(goal, 0, on)))
        });
        refused(&mut desk, code, Some(field), |desk| {
            desk.add_self_rating(made(rating(goal, 5, on)))
        });
    }
    desk.add_score(made(score("nadia-g2", -2, None))).unwrap();
    refused(&mut desk, "score.same_day", Some("on"), |desk| {
        desk.add_score(made(score("nadia-g2", 2, None)))
    });
    let rated = desk
        .add_self_rating(made(rating("nadia-g2", 10, None)))
        .unwrap();
    refused(&mut desk, "rating.same_day", Some("on"), |desk| {
        desk.add_self_rating(made(rating("nadia-g2", 0, None)))
    });
    let mut strange = score("nadia-g2", 0, Some("2026-09-12"));
    strange["session"] = json!("amara-s1");
    refused(&mut desk, "desk.missing", Some("session"), |desk| {
        desk.add_score(made(strange))
    });
    let remove = json!({ "engagement": "nadia", "rating": rated.id });
    desk.remove_self_rating(made(remove)).unwrap();
    desk.add_self_rating(made(rating("nadia-g2", 0, None)))
        .unwrap();
}

#[test]
fn a_new_series_begins_where_the_meaning_moved_and_nowhere_else() {
    let (_folder, desk) = sample();
    let plant = goal(measures(&desk), "nadia-g2");
    let kinds: Vec<_> = plant
        .series
        .iter()
        .map(|series| series.broken_by.is_some())
        .collect();
    assert_eq!(kinds, [false, true]);
    let bends: Vec<_> = plant
        .series
        .iter()
        .map(|series| series.bends.len())
        .collect();
    assert_eq!(
        bends,
        [0, 1],
        "a place in the order leaves the meaning where it was"
    );
    let broken = plant.series[1].broken_by.as_ref().unwrap();
    assert!(!broken.reason.is_empty());
    for (before, after) in plant.series.iter().zip(plant.series.iter().skip(1)) {
        assert_eq!(before.until, Some(after.from));
        let last = before.scores.iter().map(|score| score.on).max().unwrap();
        let first = after.scores.iter().map(|score| score.on).min().unwrap();
        assert!(last < after.from && after.from <= first);
    }
}

#[test]
fn a_past_day_shows_what_had_been_measured_by_then() {
    let (_folder, desk) = sample();
    let then = measures_on(&desk, Some("2026-04-25"));
    assert_eq!(then.rounds.len(), 1);
    assert!(then.rounds[0].closed.is_none(), "it was closed later");
    let plant = goal(then, "nadia-g2");
    assert_eq!(plant.series.len(), 1);
    assert_eq!(plant.series[0].scores.len(), 1);
    assert!(!plant.series[0].pulses[0].closed);
    assert!(measures_on(&desk, Some("2026-03-11")).goals.is_empty());
    assert!(
        measures_on(&desk, Some("2026-04-01")).attainment.is_none(),
        "no T is no T of 50"
    );
}

#[test]
fn a_round_is_entered_bit_by_bit_and_refuses_whom_it_cannot_ask() {
    let (_folder, mut desk) = sample();
    let cases = [
        (json!([]), None, "round.no_goal", "goals"),
        (
            json!(["nadia-g2", "nadia-g2"]),
            None,
            "round.goal_twice",
            "goals",
        ),
        (json!(["nadia-g1"]), None, "measure.ended", "goal"),
        (
            json!(["nadia-g2"]),
            Some("2026-09-14"),
            "round.same_day",
            "on",
        ),
        (
            json!(["nadia-g2"]),
            Some("2026-09-17"),
            "input.in_future",
            "on",
        ),
    ];
    for (goals, on, code, field) in cases {
        let ask = json!({ "engagement": "nadia", "on": on, "goals": goals });
        refused(&mut desk, code, Some(field), |desk| {
            desk.open_round(made(ask))
        });
    }
    let ask = json!({ "engagement": "nadia", "on": null, "goals": ["nadia-g2", "nadia-g4"] });
    let id = desk.open_round(made(ask)).unwrap().id;
    let first = answer("nadia-yusuf", "nadia-g2", Some(2), "");
    let cases = [
        (
            answer("nadia-coachee", "nadia-g2", Some(1), ""),
            "answer.not_a_rater",
            "party",
        ),
        (
            answer("amara-sian", "nadia-g2", Some(1), ""),
            "answer.unknown_party",
            "party",
        ),
        (
            answer("nadia-owen", "nadia-g3", Some(1), ""),
            "answer.not_asked",
            "goal",
        ),
        (
            answer("nadia-yusuf", "nadia-g2", Some(1), ""),
            "answer.twice",
            "party",
        ),
        (
            answer("nadia-owen", "nadia-g2", None, " "),
            "answer.says_nothing",
            "change",
        ),
        (
            answer("nadia-owen", "nadia-g2", Some(4), ""),
            "measure.off_the_scale",
            "change",
        ),
        (
            answer("nadia-owen", "nadia-g2", Some(-4), ""),
            "measure.off_the_scale",
            "change",
        ),
    ];
    for (bad, code, field) in cases {
        refused(&mut desk, code, Some(field), |desk| {
            desk.write_round(made(answers(&id, &[first.clone(), bad])))
        });
    }
    desk.write_round(made(answers(&id, std::slice::from_ref(&first))))
        .unwrap();
    let second = answer("nadia-owen", "nadia-g2", None, "Come down to the line.");
    desk.write_round(made(answers(&id, &[first, second])))
        .unwrap();
    let card = round(measures(&desk), &id);
    assert_eq!(card.answers.len(), 2);
    let figure = card.asked[0].figure.as_ref().unwrap();
    assert_eq!(
        (figure.raters, figure.tenths),
        (1, 20),
        "words alone are no number"
    );
    assert!(card.asked[1].figure.is_none());
    let remove = json!({ "engagement": "nadia", "round": id });
    desk.remove_round(made(remove.clone())).unwrap();
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.remove_round(made(remove))
    });
}

#[test]
fn a_closed_round_keeps_who_answered_and_only_then_counts() {
    let (_folder, mut desk) = sample();
    let ask = json!({ "engagement": "nadia", "on": "2026-09-15", "goals": ["nadia-g2"] });
    let id = desk.open_round(made(ask)).unwrap().id;
    let close = |on: Option<&str>| made(json!({ "engagement": "nadia", "round": id, "on": on }));
    refused(
        &mut desk,
        "round.nobody_answered",
        Some("answers"),
        |desk| desk.close_round(close(None)),
    );
    let who = [
        "nadia-yusuf",
        "nadia-annika",
        "nadia-owen",
        "nadia-beatriz",
        "nadia-hr",
    ];
    let all: Vec<Value> = who
        .map(|party| answer(party, "nadia-g2", Some(1), ""))
        .into();
    desk.write_round(made(answers(&id, &all))).unwrap();
    refused(&mut desk, "round.closed_too_early", Some("on"), |desk| {
        desk.close_round(close(Some("2026-09-14")))
    });
    refused(&mut desk, "input.in_future", Some("on"), |desk| {
        desk.close_round(close(Some("2026-09-17")))
    });
    let mut before = seen(&desk, "nadia", "nadia-coachee");
    desk.close_round(close(None)).unwrap();
    assert_ne!(
        before,
        seen(&desk, "nadia", "nadia-coachee"),
        "now the figure counts"
    );
    let card = round(measures(&desk), &id);
    let figure = card.asked[0].figure.as_ref().unwrap();
    assert_eq!(
        figure.seen_by,
        [nadia(&desk).coachee_name],
        "the sponsor never agreed this wording"
    );

    refused(&mut desk, "round.closed", Some("answers"), |desk| {
        desk.close_round(close(None))
    });
    refused(&mut desk, "round.closed", Some("answers"), |desk| {
        desk.write_round(made(answers(&id, &all)))
    });
    let remove = json!({ "engagement": "nadia", "round": id });
    refused(&mut desk, "round.closed", Some("answers"), |desk| {
        desk.remove_round(made(remove))
    });
    let correct =
        |answer: Value| made(json!({ "engagement": "nadia", "round": id, "answer": answer }));
    refused(&mut desk, "round.closed", Some("answers"), |desk| {
        desk.correct_answer(correct(answer("nadia-sponsor", "nadia-g2", Some(3), "")))
    });
    refused(&mut desk, "round.closed", Some("answers"), |desk| {
        desk.correct_answer(correct(answer(
            "nadia-owen",
            "nadia-g2",
            None,
            "Words instead.",
        )))
    });
    before = seen(&desk, "nadia", "nadia-coachee");
    desk.correct_answer(correct(answer("nadia-owen", "nadia-g2", Some(-3), "")))
        .unwrap();
    assert_ne!(
        before,
        seen(&desk, "nadia", "nadia-coachee"),
        "a slip was put right"
    );
}

#[test]
fn what_others_may_see_is_what_their_chairs_show() {
    let (_folder, desk) = sample();
    let first = round(measures(&desk), "nadia-r1");
    let figures: Vec<_> = first
        .asked
        .iter()
        .map(|asked| asked.figure.as_ref().unwrap())
        .collect();
    // Six answered about the first two goals, five about the third: without the sponsor's own
    // answer, only four.
    assert_eq!(
        figures.iter().map(|f| f.raters).collect::<Vec<_>>(),
        [6, 6, 5]
    );
    let named = |names: &[String]| names.iter().any(|name| name == "Graham Tolliver");
    assert_eq!(
        figures
            .iter()
            .map(|f| named(&f.seen_by))
            .collect::<Vec<_>>(),
        [true, true, false]
    );
    assert_eq!(
        figures
            .iter()
            .map(|f| named(&f.unseen_by))
            .collect::<Vec<_>>(),
        [false, false, true]
    );
    let view: Value = serde_json::from_str(&seen(&desk, "nadia", "nadia-sponsor")).unwrap();
    let combined: Vec<_> = view["measures"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|measure| measure["combined"].as_array().unwrap())
        .map(|seen| seen["tenths"].as_i64().unwrap())
        .collect();
    let shown: Vec<_> = figures[..2].iter().map(|f| i64::from(f.tenths)).collect();
    assert_eq!(combined, shown);
}

#[test]
fn the_fewest_raters_are_set_in_a_draft_and_kept_by_the_next() {
    let (_folder, mut desk) = sample();
    let set = |agreement: &str, raters: u8| {
        made(json!({ "engagement": "nadia", "agreement": agreement, "raters": raters }))
    };
    refused(&mut desk, "agreement.assented", None, |desk| {
        desk.set_raters(set("nadia-agr1", 6))
    });
    let ask = |effective: &str| {
        made(json!({
            "engagement": "nadia", "effective": effective, "drafted": null, "from": "current",
        }))
    };
    let draft = desk.draft_agreement(ask("2026-09-16")).unwrap().id;
    for raters in [0, 2] {
        refused(&mut desk, "input.too_few_raters", Some("raters"), |desk| {
            desk.set_raters(set(&draft, raters))
        });
    }
    desk.set_raters(set(&draft, 6)).unwrap();
    let cards = nadia(&desk).agreements;
    let changed = |id: &str| {
        let card = cards.iter().find(|card| card.id.to_string() == id).unwrap();
        card.raters_change
            .map(|change| (change.was, change.is, change.direction))
    };
    assert_eq!(changed(&draft), Some((5, 6, Direction::Tightens)));
    assert_eq!(changed("nadia-agr1"), None);
    assert_eq!(measures(&desk).fewest, 5, "a draft is not in force");
    desk.give_assent(made(json!({
        "engagement": "nadia", "agreement": draft, "party": "nadia-coachee", "on": null,
        "how": "in-writing",
    })))
    .unwrap();
    assert_eq!(measures(&desk).fewest, 6);
    let next = desk.draft_agreement(ask("2026-10-01")).unwrap().id;
    let kept = nadia(&desk)
        .agreements
        .into_iter()
        .find(|a| a.id.to_string() == next);
    assert_eq!(kept.unwrap().raters, 6);
    let first = round(measures(&desk), "nadia-r1");
    let figure = first.asked[0].figure.as_ref().unwrap();
    assert_eq!(
        figure.seen_by,
        [nadia(&desk).coachee_name],
        "five others are not six"
    );
}
