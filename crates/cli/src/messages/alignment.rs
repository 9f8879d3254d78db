//! Who stands where, and clashes.

use practice::day::Day;

pub const WHERE_EACH_STANDS: &str = "Where each stands on the goals";
pub const STAKEHOLDERS: &str = "The stakeholders";
pub const INFLUENCE: &str = "influence";
pub const SEEMS_TO_BELIEVE: &str = "seems to believe";
pub const CLASHES: &str = "Where it pulls apart";
pub const NO_CLASH: &str = "Nothing was being worked on by this day.";
pub const WANTS: &str = "wants";
pub const FEARS: &str = "fears";
pub const BOTH_WANT: &str = "what both want";
pub const NOT_NEGOTIABLE: &str = "not negotiable";
pub const EVIDENCE: &str = "evidence to bring";

pub fn alignment_on(day: Day) -> String {
    format!("Alignment on {day}")
}

pub fn judged_on(day: Day, came_of: &str) -> String {
    format!("judged on {day}: {came_of}")
}

pub fn to_be_judged(day: Day) -> String {
    format!("to be judged on {day}")
}
