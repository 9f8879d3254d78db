//! What documents about a meeting have in common.

use coaching::record::Case;
use coaching::view::{MeetingSeen, View};
use coaching::words::Teller;

use crate::error::Failure;
use crate::types::AskDocument;

/// The meeting that a document is about, as its reader may know of it.
pub(super) fn meeting_in<'v>(
    case: &Case,
    ask: &AskDocument,
    view: &'v View,
) -> Result<&'v MeetingSeen, Failure> {
    let id = ask.meeting.as_ref().ok_or_else(no_meeting)?;
    if case.engagement.meeting(id).is_none() {
        return Err(Failure::missing("meeting").at("meeting"));
    }
    // With nothing in force there is no meeting to be seen either: say the reason.
    match view.meeting(id) {
        Some(meeting) => Ok(meeting),
        None if view.is_empty() => Err(documents::Refused::NothingInForce.into()),
        None => Err(documents::Refused::NoSuchMeeting.into()),
    }
}

/// Who invites: the coachee, unless it is said.
pub(super) fn inviting(ask: &AskDocument) -> Teller {
    ask.from.unwrap_or(Teller::Coachee)
}

pub(super) fn no_meeting() -> Failure {
    Failure::input(
        "meeting",
        "blank",
        "This document is about a meeting: say which.",
    )
}
