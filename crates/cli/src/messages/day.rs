//! Today, in words.

use practice::Failure;
use practice::day::Day;
use practice::types::{Remembered, TodayLine, TodayWhy, Urgency};
use practice::words::{OddHour, Topic};

use super::{part_of, plain};

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
        TodayWhy::Disposal { part } => {
            format!("{who}: due to be disposed of: {}", part_of(*part))
        }
        TodayWhy::Ends => format!("{who}: planned to end"),
        TodayWhy::Summaries => format!("{who}: ended {ago}; a summary is not handed over"),
        TodayWhy::Backup if line.days.is_none() => "no backup yet".to_owned(),
        TodayWhy::Backup => format!("no new backup; the last good one was made {ago}"),
        TodayWhy::NoAgreement => format!("{who}: no agreement yet; it began {ago}"),
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

pub const LAST_TIME: &str = "Last time";
pub const FIRST_SESSION: &str = "This is the first session.";
pub const SENT_BEFOREHAND: &str = "Sent beforehand";
pub const GOALS_NOW: &str = "Goals now";
pub const OPEN_PROMISES: &str = "Promised and open";
pub const TRIED: &str = "Tried in between";
pub const GROWING: &str = "Insights that grow";
pub const TO_REMEMBER: &str = "Boundaries to remember";
pub const MAY_SAY_NOTHING: &str = "No agreement is in force: nothing may be said to anybody.";

pub fn session_of(name: &str, on: Day, at: &str, minutes: u16) -> String {
    format!("Session with {name}, {on}{}, {minutes} minutes", hour(at))
}

pub fn days_since(days: i64) -> String {
    format!("{days} days since the last session")
}

pub fn days_until_meeting(days: i64, occasion: &str) -> String {
    format!("{days} days until the {} meeting", plain(occasion))
}

/// What may be said to a sponsor, rule by rule.
pub fn remembered(agreed: &Remembered) -> Vec<String> {
    let line = |what: &str, topics: &[Topic]| {
        let topics: Vec<_> = topics.iter().map(|topic| plain(topic.word())).collect();
        (!topics.is_empty()).then(|| format!("{what}: {}", topics.join(", ")))
    };
    let lines = [
        line("may be shared", &agreed.shared),
        line("only in released words", &agreed.with_consent),
        line("only the coachee shares", &agreed.coachee_shares),
    ];
    lines.into_iter().flatten().collect()
}

pub fn moved_from(day: Day) -> String {
    format!("moved from the weekend, {day}")
}

pub fn odd(odd: OddHour) -> &'static str {
    match odd {
        OddHour::PastMidnight => "it goes on past midnight",
        OddHour::NoSuchHour => "there is no such hour: the clocks go forward over it",
        OddHour::HourTwice => "this hour comes twice: the clocks go back",
        OddHour::ClocksChange => "the clocks change while it lasts",
        OddHour::Taken => "something else stands at that hour",
        OddHour::AfterTheEnd => "it lies after the planned end",
        OddHour::MoreThanContracted => "it is one more than was contracted",
        OddHour::SameDay => "there is another session on that day",
    }
}

pub fn series_planned(planned: bool) -> &'static str {
    if planned {
        "Planned:"
    } else {
        "As it would be; --plan plans it:"
    }
}

pub fn no_session() -> Failure {
    Failure::new(
        "find.session",
        "There is no such session. `three-chairs call engagement` shows their ids.",
    )
    .at("session")
}
