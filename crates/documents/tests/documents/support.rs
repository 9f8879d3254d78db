//! A case out of JSON, for the tests.
#![allow(dead_code, reason = "tests and the example use different parts")]

use coaching::day::Day;
use coaching::ids::{MeetingId, PartyId};
use coaching::page;
use coaching::record::{Case, Coach, Engagement, Organisation, Person};
use coaching::seat::seat;
use coaching::view::View;
use documents::Content;
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
