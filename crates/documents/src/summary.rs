//! What stands at an engagement's end.

mod closing;
pub(crate) mod coach;
pub(crate) mod coachee;
pub(crate) mod sponsor;
