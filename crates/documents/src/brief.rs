//! What prepares each party for a three-way meeting.

pub(crate) mod coach;
pub(crate) mod coachee;
pub(crate) mod sponsor;

use coaching::view::{MeetingSeen, View};

use crate::refused::Refused;

/// A meeting must come out of the same view as the document: another chair's meeting holds more.
pub(crate) fn of_this_view(view: &View, meeting: &MeetingSeen) -> Result<(), Refused> {
    if view.meetings().contains(meeting) {
        Ok(())
    } else {
        Err(Refused::NoSuchMeeting)
    }
}
