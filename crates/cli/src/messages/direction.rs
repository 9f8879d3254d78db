//! What goals serve, and threads of insights.

use practice::day::Day;

pub const PURPOSE: &str = "The coachee’s purpose";
pub const PRIORITIES: &str = "What matters to the sponsor’s side";
pub const NOT_SAID: &str = "Nobody has put it into words by this day.";
pub const GOALS_SERVE: &str = "What the goals serve";
pub const SERVES_NOTHING: &str = "serves nothing that was named";
pub const NO_GOAL_SERVES_IT: &str = "no goal serves it";
pub const THEIR_PURPOSE: &str = "their purpose";
pub const HOW_IT_SERVES: &str = "how";

pub fn direction_on(day: Day) -> String {
    format!("Direction on {day}")
}

pub fn ended_on(day: Day) -> String {
    format!("ended on {day}")
}

pub fn said_anew(day: Day) -> String {
    format!("said in other words since, on {day}")
}

pub fn no_threads(day: Day) -> String {
    format!("No thread of insights by {day}.")
}
