//! The sample practice: invented people, as rich as real life, around the day on which it is made.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use coaching::day::Day;
use coaching::ledger::Disclosure;
use coaching::record::{Coach, Engagement, Organisation, Person};
use serde::Deserialize;
use serde_json::Value;

use store::Tx;

use crate::error::Failure;
use crate::interchange::{self, ImportFault, PracticeRecord, check};

/// The day on which the sample was written to be looked at; it is moved to the week of today.
const WRITTEN_FOR: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 16) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

const FRAME: &str = include_str!("../sample/practice.json");

/// Each engagement, in a file of its own.
const ENGAGEMENTS: &[&str] = &[
    include_str!("../sample/01-nadia.json"),
    include_str!("../sample/02-amara.json"),
    include_str!("../sample/03-henrik.json"),
    include_str!("../sample/04-lucia.json"),
    include_str!("../sample/05-mateus.json"),
    include_str!("../sample/06-tomasz.json"),
    include_str!("../sample/07-eleni.json"),
    include_str!("../sample/08-mei.json"),
    include_str!("../sample/09-ruwan.json"),
    include_str!("../sample/10-aisling.json"),
    include_str!("../sample/11-ottilie.json"),
    include_str!("../sample/12-ewan.json"),
];

/// The coach, the people and the organisations.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Frame {
    coach: Coach,
    organisations: Vec<Organisation>,
    people: Vec<Person>,
}

/// The sample practice, moved by whole weeks so that the day it was written for falls in the week of
/// `today`; the ledgers sealed.
///
/// # Errors
/// An [`ImportFault`] when `today` lies so near the calendar's end that a day cannot be moved.
pub fn practice(today: Day) -> Result<PracticeRecord, ImportFault> {
    let frame: Frame = serde_json::from_str(FRAME).map_err(unreadable)?;
    let weeks = monday(today.date())
        .signed_duration_since(monday(WRITTEN_FOR))
        .num_days();
    let engagements = ENGAGEMENTS
        .iter()
        .map(|text| {
            let mut value: Value = serde_json::from_str(text).map_err(unreadable)?;
            shift(&mut value, weeks);
            let mut engagement: Engagement = serde_json::from_value(value).map_err(unreadable)?;
            seal(&mut engagement.ledger);
            Ok(engagement)
        })
        .collect::<Result<_, _>>()?;
    let record = PracticeRecord {
        coach: frame.coach,
        organisations: frame.organisations,
        people: frame.people,
        engagements,
        templates: Vec::new(),
        ..PracticeRecord::default()
    };
    check(&record)?;
    Ok(record)
}

/// The setting that says that a vault holds the sample practice.
const MARK: &str = "sample";

/// Puts the sample practice into a vault, and the mark that makes every page say so.
///
/// # Errors
/// A [`Failure`] when the vault has it already, or the database does not answer.
pub(crate) fn put(tx: &Tx<'_>, record: &PracticeRecord) -> Result<(), Failure> {
    interchange::put(tx, record)?;
    Ok(store::setting::set(tx, MARK, "yes")?)
}

/// Whether the vault holds the sample practice.
///
/// # Errors
/// A [`Failure`] when the database does not answer.
pub(crate) fn is_marked(tx: &Tx<'_>) -> Result<bool, Failure> {
    Ok(store::setting::get(tx, MARK)?.is_some())
}

fn unreadable(error: serde_json::Error) -> ImportFault {
    // The sample is ours: its message gives nobody away, and says where it is broken.
    ImportFault::new(
        "import.sample",
        "",
        format!("(the sample practice) cannot be read: {error}"),
    )
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The fields that hold a day or a moment. (`by` is a day in a telling, and a party or a teller
/// elsewhere; `at` a moment in a correction, and an hour elsewhere: what is neither day nor moment
/// stays as it is.)
const DATED: &[&str] = &[
    "on",
    "recorded",
    "began",
    "planned_end",
    "ended",
    "until",
    "closed",
    "joined",
    "left",
    "at",
    "by",
    "effective",
    "drafted",
    "resolved",
    "arranged",
    "made",
    "due",
    "settled",
    "coachee_told",
    "given",
    "withdrawn",
    "judge_on",
    "judged",
    "done",
];

/// Moves each day and each moment of a document by a number of days.
fn shift(value: &mut Value, days: i64) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| shift(entry, days)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if DATED.contains(&name.as_str()) => {
                        if let Some(later) = shifted(text, days) {
                            *text = later;
                        }
                    }
                    other => shift(other, days),
                }
            }
        }
        _ => {}
    }
}

fn shifted(text: &str, days: i64) -> Option<String> {
    let by = chrono::TimeDelta::try_days(days)?;
    if let Ok(day) = Day::parse(text) {
        return Some(day.date().checked_add_signed(by)?.to_string());
    }
    let moment = DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc);
    serde_json::to_value(moment.checked_add_signed(by)?)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

/// Chains a ledger whose entries are in order.
fn seal(ledger: &mut [Disclosure]) {
    let mut previous = String::new();
    for entry in ledger {
        entry.previous = previous;
        entry.hash = vault::sha256_hex(&entry.sealed());
        previous = entry.hash.clone();
    }
}
