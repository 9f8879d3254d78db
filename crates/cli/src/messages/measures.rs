//! What was measured.

use practice::day::Day;

pub const MEASURES: &str = "Measures";
pub const NOTHING_MEASURED: &str = "Nothing was measured by this day.";
pub const MEASURE_COLUMNS: [&str; 5] = ["GOAL", "DAY", "WHAT", "FIGURE", "WORDS"];
pub const SCORED: &str = "scored";
pub const SELF_RATING: &str = "self-rating";
pub const RATERS: &str = "raters";
pub const RATERS_SO_FAR: &str = "raters so far";
pub const THREADS: &str = "Threads of insights";

pub fn measures_on(day: Day) -> String {
    format!("Measures by {day}")
}

pub fn attainment(tenths: i32, goals: usize) -> String {
    format!(
        "T {}.{} over the scored goals ({goals}); 50 is what was expected",
        tenths / 10,
        tenths % 10
    )
}

pub fn of_raters(raters: u16) -> String {
    match raters {
        1 => "1 rater".to_owned(),
        n => format!("{n} raters"),
    }
}

pub fn new_series(shift: &str, reason: &str) -> String {
    if reason.is_empty() {
        format!("{shift}: a new series begins")
    } else {
        format!("{shift}: “{reason}”")
    }
}
