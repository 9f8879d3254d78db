//! Sessions of a calendar.

use practice::Failure;
use practice::day::Day;
use practice::types::{EntryWas, SessionsBrought};
use practice::words::{EntryWill, WhyLeft};

pub const ENTRY_COLUMNS: [&str; 6] = ["No", "Would be", "Day", "Hour", "Min", "Engagement"];
pub const TITLES: &str = "Titles, and how often";
pub const NO_SESSIONS: &str =
    "No title in it is of an engagement. To say of whom one is: --as 'TITLE=ENGAGEMENT'";
pub const NOT_PROPOSED: &str = "not brought in unless it is named by --only";
pub const SESSIONS_NOT_BROUGHT: &str =
    "Nothing was brought in yet. To bring in what is new, changed and cancelled: --bring";

pub fn looked_at(from: Day, to: Day, zone: &str) -> String {
    format!(
        "Looked at from {from} to {to}, on the clock of {zone}. What recurs for ever is read no further."
    )
}

pub fn backwards(times: usize) -> String {
    format!("Times that end before they begin, left out: {times}")
}

pub fn not_told(entries: usize) -> String {
    format!("Entries without a beginning, or that recur more than once a day, left out: {entries}")
}

pub fn title(title: &str, count: usize, whose: Option<&str>) -> String {
    format!("{title} ({count}): {}", whose.unwrap_or("nobody's"))
}

pub fn will(will: EntryWill) -> &'static str {
    match will {
        EntryWill::New => "new",
        EntryWill::There => "there already",
        EntryWill::Changed => "changed",
        EntryWill::Cancelled => "cancelled",
        EntryWill::LeftOut => "left out",
    }
}

pub fn why_left(why: WhyLeft) -> &'static str {
    match why {
        WhyLeft::NeverHere => "it was cancelled before it was ever here",
        WhyLeft::WholeDay => "it is of whole days",
        WhyLeft::Length => "it is shorter than 5 or longer than 600 minutes",
        WhyLeft::BeforeItBegan => "it lies before the engagement began",
        WhyLeft::AfterItEnded => "it lies after the engagement ended",
        WhyLeft::Elsewhere => "it was brought in for another engagement",
    }
}

pub fn was(was: &EntryWas) -> String {
    format!("it was {} {}, {} minutes", was.on, was.at, was.minutes)
}

pub fn sessions_brought(brought: &SessionsBrought) -> String {
    let SessionsBrought {
        new,
        changed,
        cancelled,
    } = brought;
    format!("Brought in. New sessions: {new}. Changed: {changed}. Cancelled: {cancelled}.")
}

pub fn no_engagement_said() -> Failure {
    let what = "Write the title and whose it is with = between them, like 'Coaching Nadia=nadia'. Nothing was changed.";
    Failure::new("intake.no_engagement", what).at("as")
}

pub fn no_such_number() -> Failure {
    let what = "The list has no such number. Nothing was changed; look at the list again.";
    Failure::new("intake.not_there", what).at("only")
}
