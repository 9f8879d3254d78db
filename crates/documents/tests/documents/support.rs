//! A case out of JSON, for the tests.
#![allow(dead_code, reason = "tests and the example use different parts")]

use coaching::case_sheet::case_sheet;
use coaching::client_story::client_story;
use coaching::contract::contract;
use coaching::day::Day;
use coaching::ids::{AgreementId, MeetingId, PartyId};
use coaching::page;
use coaching::record::{Case, Coach, Engagement, Organisation, Person};
use coaching::seat::seat;
use coaching::talking_points::Asked;
use coaching::view::View;
use coaching::will::Will;
use coaching::words::{About, Detail, Language, Role, Teller, Topic};
use documents::{AccessLine, AccessPart, AccessReport, Content};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    coach: Coach,
    people: Vec<Person>,
    organisations: Vec<Organisation>,
    engagement: Engagement,
}

/// The case in a JSON text.
pub fn case(json: &str) -> Case {
    let kept: Kept = serde_json::from_str(json).unwrap();
    Case {
        coach: kept.coach,
        engagement: kept.engagement,
        people: kept.people,
        organisations: kept.organisations,
        keeps: coaching::closing::Keeps::default(),
    }
}

/// The case in a JSON value.
pub fn case_of(value: serde_json::Value) -> Case {
    case(&value.to_string())
}

/// The rich case as a JSON value, to be changed.
pub fn rich_value() -> serde_json::Value {
    serde_json::from_str(include_str!("../fixtures/rich.json")).unwrap()
}

/// The worked engagement of `docs/confidentiality.md`.
pub fn worked() -> Case {
    case(include_str!("../fixtures/worked.json"))
}

/// A long engagement with something of everything.
pub fn rich() -> Case {
    case(include_str!("../fixtures/rich.json"))
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// What a party may see on a day.
pub fn view(case: &Case, chair: &str, on: &str) -> View {
    seat(case, &PartyId::new(chair).unwrap(), day(on)).unwrap()
}

fn meeting_id(meeting: &str) -> MeetingId {
    MeetingId::new(meeting).unwrap()
}

/// The brief for a party.
pub fn brief(case: &Case, chair: &str, meeting: &str, on: &str) -> Content {
    let view = view(case, chair, on);
    let meeting = view.meeting(&meeting_id(meeting)).unwrap();
    if view.chair().role().on_the_sponsors_side() {
        documents::brief_for_sponsors_side(&view, meeting).unwrap()
    } else {
        documents::brief_for_coachee(&view, meeting).unwrap()
    }
}

/// The invitation to a meeting for a party.
pub fn invitation(case: &Case, chair: &str, meeting: &str, from: Teller, on: &str) -> Content {
    let view = view(case, chair, on);
    let meeting = view.meeting(&meeting_id(meeting)).unwrap();
    documents::invitation(&view, meeting, from).unwrap()
}

/// The same as an entry for a calendar.
pub fn calendar(case: &Case, chair: &str, meeting: &str, from: Teller, on: &str) -> String {
    let view = view(case, chair, on);
    let meeting = view.meeting(&meeting_id(meeting)).unwrap();
    documents::calendar(&view, meeting, from).unwrap()
}

/// The minutes of a meeting for a party.
pub fn minutes(case: &Case, chair: &str, meeting: &str, on: &str) -> Content {
    let view = view(case, chair, on);
    let meeting = view.meeting(&meeting_id(meeting)).unwrap();
    documents::minutes(&view, meeting).unwrap()
}

/// The rich record, with an agenda for the meeting that is to come.
pub fn with_agenda(mut value: serde_json::Value) -> serde_json::Value {
    value["engagement"]["meetings"][1]["agenda"] = serde_json::json!([
        { "text": "Where we stand, in Maya's words", "minutes": 15, "speaker": { "party": "maya" } },
        { "text": "What would help; who gives it", "minutes": 20, "speaker": "everybody" },
        { "text": "What we write down", "minutes": 0, "speaker": "coach" }
    ]);
    value
}

/// The summary for a party.
pub fn summary(case: &Case, chair: &str, on: &str) -> Content {
    let view = view(case, chair, on);
    if view.chair().role().on_the_sponsors_side() {
        documents::summary_for_sponsors_side(&view).unwrap()
    } else {
        documents::summary_for_coachee(&view).unwrap()
    }
}

/// The coach's sheet.
pub fn sheet(case: &Case, meeting: &str, on: &str) -> Content {
    let sheet = page::coach_sheet(case, &meeting_id(meeting), day(on)).unwrap();
    documents::coach_sheet(&sheet).unwrap()
}

/// The coach's summary.
pub fn coach_summary(case: &Case, on: &str) -> Content {
    documents::coach_summary(&page::coach_summary(case, day(on))).unwrap()
}

/// One document of every kind, and of every reader's own form, in a language.
pub fn every_kind(language: &str) -> Vec<Content> {
    let mut value = with_agenda(rich_value());
    value["engagement"]["language"] = language.into();
    let mut public = value["engagement"]["releases"][0].clone();
    public["id"] = "public".into();
    public["audience"] = "public".into();
    public["wording"] = "I ask the question that I used to keep for the corridor.".into();
    let releases = value["engagement"]["releases"].as_array_mut().unwrap();
    releases.push(public);
    let case = case_of(value);
    let on = "2026-05-11";
    let language = case.engagement.language;
    let agreed = AgreementId::new("ag1").unwrap();
    let sheet = case_sheet(&case, day(on), true, "What is it that I do not see?").unwrap();
    let asked = Asked {
        private: true,
        ..Asked::default()
    };
    let report = AccessReport {
        person: "Ingrid Solberg",
        coach: "Anna Berg",
        language,
        on: day(on),
        details: Detail::ALL
            .iter()
            .map(|detail| (*detail, "Kept as it was given.".to_owned()))
            .collect(),
        engagements: vec![AccessPart {
            name: Some("Leading the platform team"),
            roles: vec![Role::Sponsor],
            lines: vec![AccessLine {
                topic: Some(Topic::Progress),
                on: Some(day("2026-05-02")),
                text: "She sees a team that decides.".to_owned(),
                document: None,
                about: About::ALL[0],
                shortened: true,
            }],
        }],
        left_out: vec![("It is about somebody else.".to_owned(), 2)],
    };
    vec![
        brief(&case, "ingrid", "m2", on),
        brief(&case, "maya", "m2", on),
        self::sheet(&case, "m2", on),
        summary(&case, "ingrid", on),
        summary(&case, "maya", on),
        coach_summary(&case, on),
        documents::agreement(&contract(&case, &agreed, None).unwrap(), day(on)),
        invitation(&case, "ingrid", "m2", Teller::Coachee, on),
        invitation(&case, "tom", "m2", Teller::Coach, on),
        invitation(&case, "maya", "m2", Teller::Coach, on),
        minutes(&case, "ingrid", "m1", on),
        minutes(&case, "maya", "m1", on),
        documents::talking_points(&view(&case, "maya", on), asked).unwrap(),
        documents::case_sheet(&sheet),
        documents::client_story(&client_story(&case, day(on))).unwrap(),
        documents::access_report(&report),
        documents::data_sheet("Anna Berg", &["Stockholm"], language, day(on)),
        documents::recovery_page(&["R30WW"; 8], language, day(on)),
        documents::will(&a_will(language), "Anna Berg", day(on)),
    ]
}

/// A will in which everything is said.
fn a_will(language: Language) -> Will {
    Will {
        successor: "Iris Holm".to_owned(),
        reach: "+46 8 123".to_owned(),
        stand_in: "Per Lund".to_owned(),
        tasks: "Call everybody within a week\nOffer a colleague".to_owned(),
        vault: "On the laptop in the study".to_owned(),
        sealed: "In the safe, in an envelope".to_owned(),
        tell: "The insurer".to_owned(),
        reviewed: Some(day("2026-01-02")),
        ..Will::new(language)
    }
}

/// All that a document says: each piece of words, without the names that only stand around a page.
pub fn all_words(content: &Content) -> Vec<String> {
    let mut words = Vec::new();
    collect(&serde_json::to_value(content).unwrap(), &mut words);
    words
}

fn collect(value: &serde_json::Value, words: &mut Vec<String>) {
    const AROUND: &[&str] = &[
        "kind", "chair", "language", "block", "date", "drawing", "reader", "for_whom", "coachee",
        "coach",
    ];
    match value {
        serde_json::Value::String(text) => words.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        serde_json::Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !AROUND.contains(&name.as_str()))
            .for_each(|(_, field)| collect(field, words)),
        _ => {}
    }
}

/// Without blanks, and without what breaks lines.
pub fn bare(text: &str) -> String {
    let seen =
        |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{feff}');
    text.chars().filter(seen).collect()
}
