//! Today, in words.

use practice::Failure;
use practice::day::Day;
use practice::types::{TodayLine, TodayWhy, Urgency};

use super::plain;

pub const NOTHING_TODAY: &str = "Nothing asks for you today.";
pub const PUT_OFF: &str = "Put off";

pub fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => "Today",
        Urgency::Late => "Past its day",
        Urgency::Trust => "A confidence hangs on it",
        Urgency::Soon => "Soon",
        Urgency::Whenever => "Waiting",
    }
}

pub fn back_on(until: Day) -> String {
    format!("back on {until}")
}

/// What a line is about, and why it is there.
pub fn today_line(line: &TodayLine) -> String {
    let who = &line.who;
    let ago = ago(line.days);
    match &line.why {
        TodayWhy::Session {
            at, minutes, sent, ..
        } => {
            let sent = if *sent {
                "; something was sent beforehand"
            } else {
                ""
            };
            format!("{who}: session{}, {minutes} minutes{sent}", hour(at))
        }
        TodayWhy::Meeting {
            occasion,
            at,
            prepared,
            ..
        } => {
            let prepared = if *prepared {
                "prepared"
            } else {
                "to be prepared"
            };
            format!(
                "{who}: {} meeting{}; {prepared}",
                plain(occasion.word()),
                hour(at)
            )
        }
        TodayWhy::OpenSession { .. } => {
            format!("{who}: session; nobody has said what became of it")
        }
        TodayWhy::OpenMeeting { occasion, .. } => format!(
            "{who}: {} meeting; nobody has said what became of it",
            plain(occasion.word())
        ),
        TodayWhy::Telling {
            goal,
            telling,
            since,
            ..
        } => format!(
            "{who}: “{goal}” shifted {since} days ago; {}: {}",
            telling.name,
            plain(telling.state.word())
        ),
        TodayWhy::Withheld { from, .. } => {
            format!("{who}: what {from} said {ago} is withheld and not resolved")
        }
        TodayWhy::Assent {
            effective,
            missing,
            draft,
        } => {
            let draft = if *draft {
                "; nothing of it is in force"
            } else {
                ""
            };
            let missing = missing.join(", ");
            format!("{who}: the agreement of {effective} lacks the assent of {missing}{draft}")
        }
        TodayWhy::Commitment { text, .. } => format!("{who} promised: {text}"),
        TodayWhy::Experiment { title, text, .. } => {
            format!("{who}: “{title}”: to be judged: {text}")
        }
        TodayWhy::FollowUp { .. } => format!("{who}: follow-up"),
        TodayWhy::Ends => format!("{who}: planned to end"),
        TodayWhy::Summaries => format!("{who}: ended {ago}; a summary is not handed over"),
        TodayWhy::NothingPlanned => format!("{who}: nothing is planned; the last was {ago}"),
    }
}

fn hour(at: &str) -> String {
    if at.is_empty() {
        String::new()
    } else {
        format!(" at {at}")
    }
}

fn ago(days: Option<i64>) -> String {
    match days.unwrap_or(0) {
        0 => "today".to_owned(),
        -1 => "1 day ago".to_owned(),
        days => format!("{} days ago", -days),
    }
}

pub fn no_such_line() -> Failure {
    Failure::new(
        "find.line",
        "There is no such line today. `three-chairs today --all --json` gives each line's key.",
    )
    .at("line")
}
