//! An item as it is written down: on the command line, and where a mark points to it.

use super::ItemOf;
use super::find::find;
use crate::day::Day;
use crate::record::Engagement;
use crate::words::Topic;

/// The item as [`super::named`] reads it.
#[must_use]
pub fn written(item: &ItemOf) -> String {
    match item {
        ItemOf::Note(id) => id.to_string(),
        ItemOf::GoalVersion(id) => id.to_string(),
        ItemOf::AgreedGoal { meeting, goal } => format!("{meeting}:{goal}"),
        ItemOf::Decision(id) => id.to_string(),
        ItemOf::Commitment(id) => id.to_string(),
        ItemOf::SessionText { session, part } => format!("{session}:{}", part.word()),
        ItemOf::MeetingText { meeting, part } => format!("{meeting}:{}", part.word()),
        ItemOf::AgendaPoint { meeting, place } => format!("{meeting}:agenda-{place}"),
        ItemOf::Contact(id) => id.to_string(),
        ItemOf::Position(id) => id.to_string(),
        ItemOf::Release(id) => id.to_string(),
        ItemOf::Score(id) => id.to_string(),
        ItemOf::SelfRating(id) => id.to_string(),
        ItemOf::Combined { round, goal } => format!("{round}:{goal}"),
        ItemOf::Answer { round, party, goal } => format!("{round}:{party}:{goal}"),
        ItemOf::Priority { priority, on } => format!("{priority}:{on}"),
        ItemOf::Tie(id) => id.to_string(),
        ItemOf::Thread(id) => id.to_string(),
        ItemOf::Belief(id) => id.to_string(),
        ItemOf::Clash(id) => id.to_string(),
        ItemOf::FollowUp(id) => id.to_string(),
        ItemOf::Ending => "ending".to_owned(),
        ItemOf::Fees => "fees".to_owned(),
        ItemOf::Attendance => "attendance".to_owned(),
    }
}

/// What an item is about, its day and its words, for the coach's eyes; none when it is not there.
#[must_use]
pub fn words_of<'e>(e: &'e Engagement, item: &ItemOf) -> Option<(Topic, Day, &'e str)> {
    let found = find(e, item)?;
    Some((found.topic(), found.on(e), found.text(e)))
}
