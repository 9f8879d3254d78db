//! What the coach changes: one file per area.

pub(crate) mod agenda;
mod agreements;
mod alignment;
pub(crate) mod bringing;
mod calendar;
mod closing;
mod direction;
mod engagements;
mod goals;
mod hours;
mod hours_table;
mod joining;
mod learning;
mod masks;
mod measures;
mod meetings;
mod notes;
pub(crate) mod old_notes;
mod people;
mod releases;
mod retention;
pub(crate) mod room;
mod said;
mod series;
mod sessions;
mod tellings;

use coaching::ids::{MeetingId, NotAnId, SessionId};
use coaching::record::Engagement;

use crate::error::Failure;
use crate::types::Made;

pub(crate) use learning::{ALL_CERTIFICATES, LARGEST_CERTIFICATE};

/// A new random id of any kind.
pub(crate) fn new_id<T>(kind: impl FnOnce(String) -> Result<T, NotAnId>) -> Result<T, Failure> {
    Ok(kind(vault::random_id()?)?)
}

/// What a change answers with that made something.
fn made(id: &impl ToString) -> Made {
    Made { id: id.to_string() }
}

/// What something came out of must be in this engagement.
fn came_out_of(
    engagement: &Engagement,
    session: Option<&SessionId>,
    meeting: Option<&MeetingId>,
) -> Result<(), Failure> {
    if session.is_some_and(|id| engagement.session(id).is_none()) {
        Err(Failure::missing("session").at("session"))
    } else if meeting.is_some_and(|id| engagement.meeting(id).is_none()) {
        Err(Failure::missing("meeting").at("meeting"))
    } else {
        Ok(())
    }
}
