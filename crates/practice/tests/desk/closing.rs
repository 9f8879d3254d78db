//! The end of an engagement at the desk: recorded, worded, taken back; follow-ups; the three summaries
//! handed over; and what is refused, with nothing kept.

use crate::support::{TODAY, all_refused, made, page, refused, sample, seen};
use practice::types::{ClosingPage, SummaryCard};
use practice::words::{StepOf, StepState};
use practice::{Desk, Failure};
use serde_json::{Value, json};

fn closing(desk: &Desk, engagement: &str) -> ClosingPage {
    desk.closing(made(json!({ "engagement": engagement, "on": null })))
        .unwrap()
}

fn state(page: &ClosingPage, what: StepOf) -> StepState {
    let mut steps = page.steps.iter();
    steps.find(|step| step.what == what).unwrap().state
}

fn end(desk: &mut Desk, ask: Value) -> Result<(), Failure> {
    desk.end_engagement(made(ask))
}

fn end_of(engagement: &str) -> Value {
    json!({ "engagement": engagement, "day": TODAY, "early": false, "words": "It ends here." })
}

#[test]
fn an_end_is_recorded_worded_anew_and_taken_back() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    end(&mut desk, end_of("nadia")).unwrap();
    let ended = closing(&desk, "nadia");
    assert_eq!(
        (ended.words.as_str(), ended.early),
        ("It ends here.", false)
    );
    assert_eq!(ended.ended.unwrap().to_string(), TODAY);
    for chair in ["nadia-coachee", "nadia-sponsor"] {
        assert!(
            seen(&desk, "nadia", chair).contains("It ends here."),
            "{chair}"
        );
    }
    let worded = json!({ "engagement": "nadia", "day": null, "early": true, "words": "" });
    let sponsor = seen(&desk, "nadia", "nadia-sponsor");
    end(&mut desk, worded).unwrap();
    assert!(closing(&desk, "nadia").early);
    let without = seen(&desk, "nadia", "nadia-sponsor");
    assert!(sponsor != without && !without.contains("early"));
    desk.reopen_engagement(made(json!({ "engagement": "nadia" })))
        .unwrap();
    let open = closing(&desk, "nadia");
    assert_eq!((open.ended, open.early, open.clocks), (None, false, None));
    // But for where it stands it is as it was.
    let (before, after): (Value, Value) = (
        serde_json::from_slice(&before).unwrap(),
        serde_json::from_slice(&desk.export().unwrap()).unwrap(),
    );
    let nadia = |practice: &Value| {
        let all = practice["engagements"].as_array().unwrap();
        let mut nadia = all.iter().find(|e| e["id"] == "nadia").unwrap().clone();
        nadia["status"] = Value::Null;
        nadia
    };
    assert_eq!(nadia(&before), nadia(&after));
}

#[test]
fn what_does_not_fit_an_end_is_refused() {
    let (_folder, mut desk) = sample();
    all_refused(
        &mut desk,
        &end_of("nadia"),
        end,
        vec![
            ("input.in_future", "day", json!({ "day": "2026-09-17" })),
            (
                "input.end_before_start",
                "day",
                json!({ "day": "2020-01-01" }),
            ),
            ("input.nul", "words", json!({ "words": "a\0b" })),
        ],
    );
    refused(&mut desk, "input.not_ended", Some("engagement"), |desk| {
        desk.reopen_engagement(made(json!({ "engagement": "nadia" })))
    });
    refused(&mut desk, "input.not_ended", Some("engagement"), |desk| {
        desk.plan_follow_ups(made(json!({ "engagement": "nadia" })))
    });
}

#[test]
fn follow_ups_are_arranged_done_and_removed() {
    let (_folder, mut desk) = sample();
    end(
        &mut desk,
        json!({ "engagement": "nadia", "day": "2026-09-11", "early": false, "words": "" }),
    )
    .unwrap();
    let usual = closing(&desk, "nadia").usual;
    desk.plan_follow_ups(made(json!({ "engagement": "nadia" })))
        .unwrap();
    let planned = closing(&desk, "nadia");
    let due: Vec<_> = planned.follow_ups.iter().map(|each| each.due).collect();
    assert_eq!(due, usual);
    // 120 days later is a Saturday: the Monday after it.
    assert_eq!(due[1].to_string(), "2027-01-11");
    assert!(planned.usual.is_empty());
    assert_eq!(state(&planned, StepOf::FollowUps), StepState::Done);
    let id = planned.follow_ups[0].id.clone();
    let change = json!({
        "engagement": "nadia", "follow_up": id, "due": due[0], "done": TODAY, "words": "It holds."
    });
    let ask = |desk: &mut Desk, ask: Value| desk.change_follow_up(made(ask));
    all_refused(
        &mut desk,
        &change,
        ask,
        vec![
            (
                "input.end_before_start",
                "due",
                json!({ "due": "2026-09-10" }),
            ),
            (
                "input.end_before_start",
                "done",
                json!({ "done": "2026-09-10" }),
            ),
            ("input.in_future", "done", json!({ "done": "2026-09-17" })),
            ("input.not_done", "words", json!({ "done": null })),
            ("input.there_already", "due", json!({ "due": "2027-01-11" })),
            (
                "desk.missing",
                "follow_up",
                json!({ "follow_up": "nobody" }),
            ),
        ],
    );
    refused(&mut desk, "input.there_already", Some("due"), |desk| {
        desk.plan_follow_ups(made(json!({ "engagement": "nadia" })))
    });
    ask(&mut desk, change).unwrap();
    assert!(seen(&desk, "nadia", "nadia-coachee").contains("It holds."));
    assert!(!seen(&desk, "nadia", "nadia-sponsor").contains("It holds."));
    desk.remove_follow_up(made(json!({ "engagement": "nadia", "follow_up": id })))
        .unwrap();
    assert_eq!(closing(&desk, "nadia").follow_ups.len(), 1);
}

#[test]
fn how_long_to_keep_is_chosen_for_every_engagement() {
    let (_folder, mut desk) = sample();
    let until = |desk: &Desk| closing(desk, "tomasz").clocks.unwrap().record.to_string();
    assert_eq!(until(&desk), "2033-05-29");
    let keeps = json!({ "reflective_months": 1, "record_years": 10 });
    all_refused(
        &mut desk,
        &keeps,
        |desk, ask| desk.set_keeps(made(ask)),
        vec![
            (
                "input.out_of_range",
                "reflective_months",
                json!({ "reflective_months": 0 }),
            ),
            (
                "input.out_of_range",
                "record_years",
                json!({ "record_years": 51 }),
            ),
        ],
    );
    desk.set_keeps(made(keeps)).unwrap();
    assert_eq!(until(&desk), "2036-05-29");
    let exported = desk.export().unwrap();
    assert!(
        String::from_utf8(exported)
            .unwrap()
            .contains("\"record_years\": 10")
    );
}

fn summaries(desk: &Desk, engagement: &str) -> Vec<SummaryCard> {
    closing(desk, engagement).summaries
}

/// Each is signed off where it has to be, and handed over; the ledger says so.
#[test]
fn the_summaries_are_signed_off_and_handed_over() {
    let (folder, mut desk) = sample();
    let entries = page(&desk, "mateus").ledger.len();
    let all = summaries(&desk, "mateus");
    let roles: Vec<_> = all
        .iter()
        .map(|card| card.role.map(|role| role.word()))
        .collect();
    assert_eq!(roles.len(), 4);
    assert!(roles.contains(&None), "the coach's own");
    for card in all.iter().filter(|card| card.role.is_some()) {
        if card.needs_approval && card.approved.is_none() {
            let content = desk.document(card.document.clone()).unwrap().content;
            desk.approve(made(json!({
                "document": card.document, "content": content, "how": "in-writing", "on": null
            })))
            .unwrap();
        }
        desk.write_document(made(json!({
            "document": card.document, "format": "md", "folder": folder.path(), "hand_over": true
        })))
        .unwrap();
    }
    let done = closing(&desk, "mateus");
    for what in [StepOf::SponsorsSummary, StepOf::CoacheesSummary] {
        assert_eq!(state(&done, what), StepState::Done);
    }
    assert!(
        done.summaries
            .iter()
            .all(|card| !card.changed_since_handed_over)
    );
    assert_eq!(page(&desk, "mateus").ledger.len(), entries + 3);
    // A word changes: what was signed off is not what it says now.
    end(
        &mut desk,
        json!({ "engagement": "mateus", "day": "2026-09-11", "early": false, "words": "Other." }),
    )
    .unwrap();
    let changed = summaries(&desk, "mateus");
    let theirs = |card: &&SummaryCard| card.role.is_some();
    assert!(
        changed
            .iter()
            .filter(theirs)
            .all(|card| card.changed_since_handed_over)
    );
    assert!(
        changed
            .iter()
            .filter(|c| c.needs_approval)
            .all(|c| c.approved.is_none())
    );
}

/// It reaches nobody: no entry of the ledger, but the step of the end is done, and an export says so.
#[test]
fn ones_own_summary_is_written_and_is_no_disclosure() {
    let (folder, mut desk) = sample();
    let entries = page(&desk, "mateus").ledger.len();
    let own = summaries(&desk, "mateus").pop().unwrap();
    assert_eq!(own.role, None);
    let what = StepOf::CoachsSummary;
    assert_eq!(state(&closing(&desk, "mateus"), what), StepState::Open);
    let write = |folder: &std::path::Path, hand_over: bool| {
        made(json!({
            "document": own.document, "format": "md", "folder": folder, "hand_over": hand_over
        }))
    };
    refused(&mut desk, "document.for_the_coach", None, |desk| {
        desk.write_document(write(folder.path(), true))
    });
    let nowhere = folder.path().join("nowhere");
    refused(&mut desk, "input.folder", Some("folder"), |desk| {
        desk.write_document(write(&nowhere, false))
    });
    let sponsor = seen(&desk, "mateus", "mateus-sponsor");
    let written = desk.write_document(write(folder.path(), false)).unwrap();
    assert!(!written.handed_over);
    assert!(std::path::Path::new(&written.path).is_file());
    let done = closing(&desk, "mateus");
    let step = done.steps.iter().find(|step| step.what == what).unwrap();
    assert_eq!(step.state, StepState::Done);
    assert_eq!(step.on.unwrap().to_string(), TODAY);
    assert_eq!(page(&desk, "mateus").ledger.len(), entries);
    assert_eq!(seen(&desk, "mateus", "mateus-sponsor"), sponsor);
    // One as of an earlier day takes nothing back.
    let mut earlier = own.document.clone();
    earlier.on = Some(made(json!("2026-06-01")));
    desk.write_document(made(json!({
        "document": earlier, "format": "html", "folder": folder.path(), "hand_over": false
    })))
    .unwrap();
    assert_eq!(state(&closing(&desk, "mateus"), what), StepState::Done);
    let exported = String::from_utf8(desk.export().unwrap()).unwrap();
    assert!(exported.contains(&format!("\"own_summary\": \"{TODAY}\"")));
}

/// Why it ended stays in the coach's notes; the agreed words stand in every summary.
#[test]
fn an_early_end_says_what_was_agreed_and_nothing_about_why() {
    let (_folder, desk) = sample();
    let page = closing(&desk, "tomasz");
    assert!(page.early && !page.words.is_empty());
    assert_eq!(state(&page, StepOf::FinalMeeting), StepState::NotNeeded);
    for card in summaries(&desk, "tomasz")
        .iter()
        .filter(|card| card.refused.is_none())
    {
        let document = desk.document(card.document.clone()).unwrap();
        let text: Vec<_> = document
            .lines
            .iter()
            .map(|line| line.text.as_str())
            .collect();
        let text = text.join("\n");
        assert!(text.contains(&page.words), "{:?}", card.role);
        let theirs = card.role.is_some_and(|role| role.on_the_sponsors_side());
        assert!(!(theirs && text.to_lowercase().contains("early")));
    }
}

#[test]
fn today_says_which_follow_ups_are_due_and_which_summaries_are_missing() {
    let (_folder, mut desk) = sample();
    let what = |desk: &Desk, engagement: &str| -> Vec<String> {
        let lines = desk.today().unwrap().lines.into_iter();
        let of = lines.filter(|each| {
            each.engagement
                .as_ref()
                .is_some_and(|id| id.as_str() == engagement)
        });
        of.map(|each| each.key.split('/').next().unwrap().to_owned())
            .filter(|kind| kind == "summaries" || kind == "follow-up")
            .collect()
    };
    assert_eq!(what(&desk, "mateus"), ["summaries"]);
    let soon = json!({ "engagement": "mateus", "due": ["2026-09-20"] });
    desk.plan_follow_ups(made(soon)).unwrap();
    // What has a day comes before what waits.
    assert_eq!(what(&desk, "mateus"), ["follow-up", "summaries"]);
}

#[test]
fn each_line_of_a_summary_says_where_it_comes_from() {
    let (_folder, desk) = sample();
    let all = summaries(&desk, "mateus");
    let sponsors = all
        .iter()
        .find(|card| card.role.map(|role| role.word()) == Some("sponsor"))
        .unwrap();
    let document = desk.document(sponsors.document.clone()).unwrap();
    let from = document.lines.iter().filter_map(|line| line.from.as_ref());
    let words: Vec<String> = from
        .map(|from| serde_json::to_string(from).unwrap())
        .collect();
    for kind in ["release", "meeting"] {
        assert!(
            words.iter().any(|word| word.contains(kind)),
            "{kind} in {words:?}"
        );
    }
    assert!(
        document
            .lines
            .iter()
            .all(|line| line.from.is_none() || line.why.is_some())
    );
}
