//! The worked engagement of `docs/confidentiality.md`, each row of its table a test.

use coaching::goals::{Telling, TellingStep};
use coaching::ids::PartyId;
use coaching::ledger::{Disclosed, Disclosure, Ground};
use coaching::page::{coach_page, kept_back};
use coaching::record::{Case, Engagement};
use coaching::view::{VersionSeen, View};
use coaching::words::{Channel, Role, Rule, ShiftKind, Teller, TellingState, Topic, Voice};

use crate::support::build::*;

const A: &str = "Delegate the platform launch";
const B: &str = "Speak earlier in executive meetings";
const C: &str = "Decide whether I want this role";
const RELEASED: &str = "I have handed the launch to Jo.";

pub(crate) fn worked() -> Case {
    let mut case = case();
    case.people.extend([person("Ingrid"), person("Tom")]);
    let mut contracting = held("contracting", "2026-03-03", &["maya", "ingrid"]);
    contracting.agreed = vec![agreed("a", "a-1", A), agreed("b", "b-1", B)];
    let mut release = release("ingrid", Topic::Progress, "2026-05-02", RELEASED);
    release.withdrawn = Some(day("2026-06-01"));
    let step = |on: &str, state| TellingStep {
        on: day(on),
        state,
        by: None,
    };
    case.engagement = Engagement {
        parties: vec![
            party("maya", Role::Coachee),
            party("ingrid", Role::Sponsor),
            party("tom", Role::HrPartner),
        ],
        agreements: vec![strict("2026-03-01")],
        goals: vec![
            goal(
                "a",
                vec![
                    version("a-1", "2026-03-03", A),
                    shifted("a-2", "2026-04-20", A, ShiftKind::Replaced, &["c"]),
                ],
            ),
            goal("b", vec![version("b-1", "2026-03-03", B)]),
            goal("c", vec![version("c-1", "2026-04-20", C)]),
        ],
        tellings: vec![Telling {
            version: id("a-2"),
            party: id("ingrid"),
            steps: vec![
                step("2026-04-20", TellingState::Deciding),
                step("2026-05-10", TellingState::Told),
            ],
        }],
        meetings: vec![contracting],
        releases: vec![release],
        ledger: vec![told()],
        ..case.engagement
    };
    case
}

/// Maya told Ingrid about C herself.
fn told() -> Disclosure {
    Disclosure {
        number: 1,
        on: day("2026-05-10"),
        recorded: morning(day("2026-05-11")),
        to: id("ingrid"),
        by: Teller::Coachee,
        how: Channel::InPerson,
        what: Disclosed::Words {
            topic: Topic::CurrentGoals,
            wording: wording(C),
            version: Some(id("a-2")),
        },
        ground: Ground::CoacheesOwn,
        previous: String::new(),
        hash: String::new(),
    }
}

/// The agreed goals as the view holds them, and that it holds nothing else on goals.
fn agreed_goals(view: &View) -> Vec<&str> {
    assert_eq!(*view.goals(), [], "the goals as they stand");
    assert_eq!(*view.drift(), [], "drift");
    assert!(view.baselines().len() <= 1, "more than one baseline");
    view.baselines()
        .iter()
        .flat_map(|baseline| {
            assert_eq!(*baseline.on(), day("2026-03-03"));
            baseline.goals()
        })
        .map(|goal| goal.wording().text().as_str())
        .collect()
}

/// The words on progress, with whose voice they are in.
fn progress(view: &View) -> Vec<(&str, Option<Voice>)> {
    view.section(Topic::Progress)
        .iter()
        .map(|line| (line.text().as_str(), *line.voice()))
        .collect()
}

#[test]
fn ingrid_28_february_nothing() {
    let view = sit(&worked(), "ingrid", "2026-02-28");
    assert!(view.is_empty(), "{view:?}");
}

#[test]
fn ingrid_5_march_goals_a_and_b() {
    let view = sit(&worked(), "ingrid", "2026-03-05");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert_eq!(progress(&view), []);
}

#[test]
fn tom_5_march_goals_a_and_b() {
    let view = sit(&worked(), "tom", "2026-03-05");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert_eq!(progress(&view), []);
}

#[test]
fn ingrid_21_april_the_same_bytes_as_if_c_did_not_exist() {
    let with = worked();
    let without = without_goal(worked(), "c");
    assert_ne!(with, without, "nothing was taken out");
    let view = sit(&with, "ingrid", "2026-04-21");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert_eq!(progress(&view), []);
    assert_eq!(bytes(&view), bytes(&sit(&without, "ingrid", "2026-04-21")));
    assert_ne!(
        bytes(&sit(&with, "maya", "2026-04-21")),
        bytes(&sit(&without, "maya", "2026-04-21")),
        "C is there to be seen"
    );
}

#[test]
fn ingrid_3_may_goals_and_mayas_words() {
    let view = sit(&worked(), "ingrid", "2026-05-03");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert_eq!(progress(&view), [(RELEASED, Some(Voice::Coachee))]);
    assert_eq!(*view.section(Topic::Progress)[0].on(), day("2026-05-02"));
    let before = sit(&worked(), "ingrid", "2026-05-01");
    assert_eq!(progress(&before), [], "not before it was released");
    let first = sit(&worked(), "ingrid", "2026-05-02");
    assert_eq!(progress(&first).len(), 1, "from the day it was given");
}

#[test]
fn words_released_about_an_agreed_goal_stand_with_it() {
    let mut case = worked();
    case.engagement.releases[0].goal = Some(id("a"));
    let view = sit(&case, "ingrid", "2026-05-03");
    assert_eq!(progress(&view), []);
    let released: Vec<Vec<&str>> = view.baselines()[0]
        .goals()
        .iter()
        .map(|goal| goal.released().iter().map(|l| l.text().as_str()).collect())
        .collect();
    assert_eq!(released, [vec![RELEASED], vec![]]);
}

#[test]
fn tom_3_may_goals_alone_for_the_release_was_to_ingrid() {
    let view = sit(&worked(), "tom", "2026-05-03");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert!(!bytes(&view).contains(RELEASED));
}

#[test]
fn ingrid_11_may_as_on_3_may() {
    let case = worked();
    let view = sit(&case, "ingrid", "2026-05-11");
    assert_eq!(
        but_the_day(&view),
        but_the_day(&sit(&case, "ingrid", "2026-05-03"))
    );
    let mut untold = worked();
    untold.engagement.ledger.clear();
    untold.engagement.tellings.clear();
    assert_eq!(bytes(&view), bytes(&sit(&untold, "ingrid", "2026-05-11")));
    assert!(!bytes(&view).contains(C));
}

#[test]
fn ingrid_1_june_goals_a_and_b() {
    let case = worked();
    let view = sit(&case, "ingrid", "2026-06-01");
    assert_eq!(agreed_goals(&view), [A, B]);
    assert_eq!(
        but_the_day(&view),
        but_the_day(&sit(&case, "ingrid", "2026-04-21"))
    );
    let last = sit(&case, "ingrid", "2026-05-31");
    assert_eq!(progress(&last).len(), 1, "up to the day before");
}

#[test]
fn maya_21_april_the_whole_history_and_c() {
    let view = sit(&worked(), "maya", "2026-04-21");
    let mut stories: Vec<Vec<(String, &str, Option<ShiftKind>)>> = view
        .goals()
        .iter()
        .map(|story| {
            let seen = story.versions().iter();
            seen.map(|v| (v.on().to_string(), v.title().text().as_str(), *v.shift()))
                .collect()
        })
        .collect();
    stories.sort();
    let first = |on: &str, title| (on.to_owned(), title, None);
    let a_ends = ("2026-04-20".to_owned(), A, Some(ShiftKind::Replaced));
    assert_eq!(
        stories,
        [
            vec![first("2026-03-03", A), a_ends],
            vec![first("2026-03-03", B)],
            vec![first("2026-04-20", C)],
        ]
    );
    let ends: Vec<_> = view.goals().iter().flat_map(|s| s.versions()).collect();
    let into: Vec<_> = ends.iter().flat_map(|v| VersionSeen::into(v)).collect();
    assert_eq!(into, [C], "A says what took its place");
    let drift = serde_json::to_value(view.drift()).expect("plain data");
    let kinds: Vec<_> = drift
        .as_array()
        .expect("rows")
        .iter()
        .map(|r| &r["drift"])
        .collect();
    assert_eq!(kinds, ["replaced", "unchanged", "new"]);
}

#[test]
fn the_coach_any_day_everything() {
    let case = worked();
    for on in [
        "2026-02-28",
        "2026-03-05",
        "2026-04-21",
        "2026-05-11",
        "2026-06-01",
    ] {
        let page = serde_json::to_string(&coach_page(&case, day(on))).expect("plain data");
        for (words, since) in [(A, "2026-03-03"), (B, "2026-03-03"), (C, "2026-04-20")] {
            assert_eq!(page.contains(words), on >= since, "{words} on {on}");
        }
    }
}

#[test]
fn the_coach_sees_what_is_kept_back_from_ingrid_and_by_which_rule() {
    let ingrid: PartyId = id("ingrid");
    let kept = |on: &str| -> Vec<(String, Rule)> {
        let kept = kept_back(&worked(), &ingrid, day(on)).into_iter();
        kept.map(|kept| (kept.text, kept.rule)).collect()
    };
    let c = (C.to_owned(), Rule::CoacheeShares);
    assert!(!kept("2026-03-05").contains(&c));
    assert!(kept("2026-04-21").contains(&c));
    assert!(kept("2026-05-11").contains(&c), "being told opens nothing");
}
