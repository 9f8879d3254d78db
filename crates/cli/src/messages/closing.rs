//! The end of an engagement, and the letterhead.

use practice::day::Day;
use practice::words::{StepOf, StepState};

pub const CLOSING_COLUMNS: [&str; 3] = ["Step", "State", "Day"];
pub const UNTOLD: &str = "Not told; the coachee’s to tell";
pub const PROMISES_OPEN: &str = "Promises that stand";
pub const SUMMARIES: &str = "Summaries";
pub const FOLLOW_UPS: &str = "Follow-ups";
pub const NO_LETTERHEAD: &str = "No letterhead: the coach’s name is blank.";
pub const TO_SIGN: &str = "to be signed off";
pub const FOR_YOU: &str = "for you alone";
pub const READY: &str = "ready to be handed over";

pub fn closing_on(name: &str, day: Day) -> String {
    format!("Closing of {name}, as of {day}")
}

pub fn the_end(ended: Day, early: bool) -> String {
    let early = if early { ", early" } else { "" };
    format!("Ended on {ended}{early}")
}

pub fn step_of(step: StepOf) -> &'static str {
    match step {
        StepOf::ClosingSession => "closing session",
        StepOf::FinalMeeting => "final three-way meeting",
        StepOf::LastScores => "last scores",
        StepOf::LastRatings => "last self-ratings",
        StepOf::LastRound => "last round of the pulse",
        StepOf::OpenShifts => "shifts that were not told",
        StepOf::OpenPromises => "promises that stand",
        StepOf::WhatRemains => "goals that go on",
        StepOf::TheEnd => "the end",
        StepOf::SponsorsSummary => "summary for the sponsor’s side",
        StepOf::CoacheesSummary => "summary for the coachee",
        StepOf::CoachsSummary => "the coach’s own summary",
        StepOf::FollowUps => "follow-ups",
        StepOf::Hours => "hours",
        StepOf::Story => "anonymised story",
        StepOf::Retention => "how long it is kept",
    }
}

pub fn step_state(state: StepState) -> &'static str {
    match state {
        StepState::Done => "done",
        StepState::Open => "open",
        StepState::NotNeeded => "not called for",
        StepState::Stands => "stands",
    }
}

pub fn untold(name: &str, title: &str) -> String {
    format!("{name} does not know: {title}")
}

pub fn handed_over_on(day: Day) -> String {
    format!("handed over on {day}")
}

pub fn signed_off_on(day: Day) -> String {
    format!("signed off on {day}")
}

pub fn due(day: Day, done: Option<Day>) -> String {
    match done {
        Some(done) => format!("due {day}, done {done}"),
        None => format!("due {day}"),
    }
}

pub fn kept_until(reflective: Day, record: Day) -> String {
    format!("Reflective notes until {reflective}, the record until {record}.")
}

pub fn logo_of(width: u32, height: u32) -> String {
    format!("logo: {width} x {height} points")
}

pub fn colour(chosen: &str, printed: &str) -> String {
    if chosen == printed {
        format!("colour: {chosen}")
    } else {
        format!("colour: {chosen}, printed as {printed}")
    }
}
