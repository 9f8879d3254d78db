//! What is said about preparing three-way meetings.

use practice::words::AgreeAgain;

pub const AGENDA: &str = "Agenda";
pub const USUAL: &str = "No agenda of its own yet; usual for this kind of meeting:";
pub const EVERYBODY: &str = "all";
pub const COACH: &str = "coach";
pub const AGREED: &str = "What was agreed, and what became of it";
pub const DECIDED: &str = "Decided last time";
pub const PROMISED: &str = "Promised and open";
pub const SUPPORT: &str = "Support asked for";
pub const BOUNDARIES: &str = "Boundaries";
pub const NOTHING_IN_FORCE: &str = "No agreement is in force: nothing may be shared.";

pub fn sessions(held: u32, planned: u16) -> String {
    match planned {
        0 => format!("{held} sessions held"),
        planned => format!("{held} of {planned} sessions held"),
    }
}

pub fn point(text: &str, minutes: u16, who: &str) -> String {
    match minutes {
        0 => format!("{text} ({who})"),
        minutes => format!("{text} ({who}, {minutes} min)"),
    }
}

pub fn in_force(day: &str) -> String {
    format!("In force since {day}")
}

pub fn unnamed(role: &str, topics: usize) -> String {
    format!("{role}: {topics} topics have no rule")
}

pub fn without_assent(name: &str) -> String {
    format!("{name} has not assented")
}

pub fn again(why: AgreeAgain) -> &'static str {
    match why {
        AgreeAgain::Draft => "A new version waits for the coachee's assent",
        AgreeAgain::SomebodyNew => "Somebody has joined on the sponsor's side since",
        AgreeAgain::HalfAYear => "Agreed more than half a year ago: agree them again",
    }
}
