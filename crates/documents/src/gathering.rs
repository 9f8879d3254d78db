//! What goes round a meeting: the usual agenda, the invitation, the calendar entry and the minutes.

pub(crate) mod agenda;
pub(crate) mod calendar;
pub(crate) mod invitation;
pub(crate) mod minutes;
