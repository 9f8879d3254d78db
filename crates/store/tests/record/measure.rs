//! Measures, priorities, ties and threads: kept as they were, and a closed round stays as it is.

use coaching::ids::RoundId;
use coaching::measures::{Answer, Round};
use coaching::record::Engagement;
use serde_json::json;
use store::measure;

use crate::{Practice, day, from, people, rich};

/// `rich.json` with something in every table of measures and of what goals serve, in the order in which
/// it is loaded.
fn measured() -> Engagement {
    let mut e = rich();
    let version = &mut e.goals[1].versions[0];
    version.levels = Some(from(json!({
        "on": "2026-03-04", "much_less": "Silent", "less": "Asked", "expected": "Once a meeting",
        "more": "Early", "much_more": "First  🪑"
    })));
    e.agreements[0].raters = 3;
    e.scores = from(json!([
        {
            "id": "sc-1", "goal": "g-b", "version": "g-b-1", "on": "2026-03-10", "level": -2,
            "words": "Seen in the board", "session": "s-1"
        },
        { "id": "sc-2", "goal": "g-b", "version": "g-b-1", "on": "2026-04-10", "level": 2 }
    ]));
    e.self_ratings = from(json!([
        { "id": "sr-1", "goal": "g-c", "version": "g-c-1", "on": "2026-04-21", "mark": 0 },
        {
            "id": "sr-2", "goal": "g-b", "version": "g-b-1", "on": "2026-04-22", "mark": 10,
            "words": "It comes by itself", "session": "s-1"
        }
    ]));
    e.rounds = from(json!([
        {
            "id": "r-1", "on": "2026-04-01", "closed": "2026-04-09",
            "asked": [{ "goal": "g-b", "version": "g-b-1" }, { "goal": "g-a", "version": "g-a-1" }],
            "answers": [
                {
                    "party": "p-tom", "goal": "g-b", "change": -3, "feed_forward": "Ask first",
                    "how": "call"
                },
                { "party": "p-ola", "goal": "g-b", "change": 3, "how": "message" },
                { "party": "p-ola", "goal": "g-a", "feed_forward": "Wait", "how": "message" }
            ]
        },
        { "id": "r-2", "on": "2026-05-01", "asked": [{ "goal": "g-b", "version": "g-b-1" }] }
    ]));
    e.priorities = from(json!([{
        "id": "pr-1", "party": "p-ingrid", "ended": "2026-06-01",
        "wordings": [
            { "on": "2026-03-03", "text": "Grow the region" },
            { "on": "2026-04-03", "text": "Keep the region" }
        ]
    }]));
    e.ties = from(json!([
        {
            "id": "t-1", "goal": "g-b", "to": { "priority": "pr-1" }, "on": "2026-03-05",
            "until": "2026-05-01", "words": "A region is led by speaking"
        },
        { "id": "t-2", "goal": "g-b", "to": { "purpose": "n-04" }, "on": "2026-04-05" }
    ]));
    e.threads = from(json!([{ "id": "th-1", "subject": "Silence", "insights": ["n-06"] }]));
    e
}

fn practice() -> Practice {
    let mut practice = Practice::empty();
    practice.write(|tx| {
        people(tx)?;
        store::engagement::insert(tx, &measured())
    });
    practice
}

#[test]
fn everything_measured_is_loaded_as_it_was_kept() {
    assert_eq!(practice().load(), measured());
}

fn round(id: &str) -> RoundId {
    RoundId::new(id).unwrap()
}

fn answers(mut of: Round, change: impl FnOnce(&mut Vec<Answer>)) -> Vec<Answer> {
    change(&mut of.answers);
    of.answers
}

#[test]
fn nobody_is_added_to_a_closed_round_or_taken_out_of_it() {
    let mut practice = practice();
    let e = measured();
    let closed = e.rounds[0].clone();
    let more: Answer = from(json!({
        "party": "p-ingrid", "goal": "g-b", "change": 1, "how": "call"
    }));
    for answers in [
        answers(closed.clone(), |all| all.push(more.clone())),
        answers(closed.clone(), |all| drop(all.pop())),
        answers(closed.clone(), Vec::clear),
        closed.answers.clone(),
    ] {
        let code =
            practice.refused(|tx| measure::replace_answers(tx, &e.id, &round("r-1"), &answers));
        assert_eq!(code, "store.refused");
    }
    // A number neither goes nor appears; a slip in one, or in words, is put right.
    for (at, change) in [(0, None), (2, closed.answers[0].change)] {
        let slip = Answer {
            change,
            ..closed.answers[at].clone()
        };
        let code = practice.refused(|tx| measure::correct_answer(tx, &round("r-1"), &slip));
        assert_eq!(code, "store.refused", "answer {at}");
    }
    let slip: Answer = from(json!({
        "party": "p-tom", "goal": "g-b", "change": 2, "feed_forward": "Ask", "how": "message"
    }));
    practice.write(|tx| measure::correct_answer(tx, &round("r-1"), &slip));
    assert_eq!(practice.load().rounds[0].answers[0], slip);
    // It is closed once.
    let code = practice.refused(|tx| measure::close_round(tx, &round("r-1"), day("2026-04-10")));
    assert_eq!(code, "store.refused");
    // And goes as a whole.
    practice.write(|tx| measure::remove_round(tx, &round("r-1")));
    assert_eq!(practice.load().rounds, measured().rounds[1..]);
}

#[test]
fn an_open_round_takes_answers_until_it_is_closed() {
    let mut practice = practice();
    let e = measured();
    let all: Vec<Answer> = from(json!([
        { "party": "p-tom", "goal": "g-b", "change": 0, "how": "call" }
    ]));
    practice.write(|tx| measure::replace_answers(tx, &e.id, &round("r-2"), &all));
    practice.write(|tx| measure::replace_answers(tx, &e.id, &round("r-2"), &[]));
    practice.write(|tx| measure::replace_answers(tx, &e.id, &round("r-2"), &all));
    practice.write(|tx| measure::close_round(tx, &round("r-2"), day("2026-05-09")));
    assert_eq!(practice.load().rounds[1].answers, all);
    let code = practice.refused(|tx| measure::replace_answers(tx, &e.id, &round("r-2"), &[]));
    assert_eq!(code, "store.refused");
}

/// Past this crate, the database itself refuses numbers off their scale and answers to other questions.
#[test]
fn the_database_keeps_to_the_scales() {
    let practice = practice();
    let raw = practice.raw();
    for sql in [
        "UPDATE score SET level = 3",
        "UPDATE score SET level = -3",
        "UPDATE self_rating SET mark = 11",
        "UPDATE self_rating SET mark = -1",
        "UPDATE round_answer SET change = 4 WHERE change IS NOT NULL",
        "UPDATE agreement SET raters = 2",
        "UPDATE round_answer SET goal = 'g-c'",
        "INSERT INTO round_answer (engagement, round, place, party, goal, how)
            VALUES ('e-maya', 'r-2', 1, 'p-tom', 'g-a', 'call')",
        "INSERT INTO score (id, engagement, goal, version, day, level)
            VALUES ('sc-9', 'e-maya', 'g-b', 'g-b-1', '2026-03-10', 0)",
        "UPDATE tie SET purpose = 'n-04' WHERE priority IS NOT NULL",
        "DELETE FROM goal_version WHERE id = 'g-b-1'",
    ] {
        assert!(raw.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(practice.load(), measured());
}
