//! What stands at an engagement's end.

pub(crate) mod coach;
pub(crate) mod coachee;
pub(crate) mod sponsor;
