//! The sample practice on a desk, and what is refused there.

use std::sync::{Arc, Mutex};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use practice::day::Day;
use practice::types::{AskEngagement, EngagementPage, ShiftGoal, StepTelling};
use practice::{Clock, Desk, Failure, NoKeychain, Now, Places, StandingClock};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The day on which the tests' clock stands.
pub const TODAY: &str = "2026-09-16";

pub fn made<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// A desk with the sample practice on it; the showcase is `nadia`.
pub fn sample() -> (TempDir, Desk) {
    sample_by(Box::new(StandingClock(now())))
}

/// The same by another clock.
pub fn sample_by(clock: Box<dyn Clock>) -> (TempDir, Desk) {
    let (folder, mut desk) = closed(clock);
    assert!(desk.open_sample().unwrap().sample);
    (folder, desk)
}

/// The passphrase of [`empty`].
pub const PASSPHRASE: &str = "four plain words here";

/// A desk with an empty vault of its own on it.
pub fn empty() -> (TempDir, Desk) {
    empty_by(Box::new(StandingClock(now())))
}

/// The same by another clock.
pub fn empty_by(clock: Box<dyn Clock>) -> (TempDir, Desk) {
    let (folder, mut desk) = closed(clock);
    let vault = folder.path().join("vault").display().to_string();
    let ask = json!({ "folder": vault, "passphrase": PASSPHRASE, "remember": false });
    assert!(!desk.create_vault(made(ask)).unwrap().sample);
    (folder, desk)
}

/// Gives the open vault a recovery key, with which it opens without the passphrase's half second.
pub fn recovery_key(desk: &mut Desk) -> String {
    let draft = desk.new_recovery_key().unwrap();
    let asked = draft.ask.iter();
    let groups: Vec<_> = asked.map(|at| &draft.groups[*at as usize - 1]).collect();
    desk.confirm_recovery_key(made(json!({ "groups": groups })))
        .unwrap();
    draft.groups.join("-")
}

/// The moment at which the tests' clock stands.
pub fn now() -> Now {
    morning(TODAY)
}

/// Eight in the morning of a day.
pub fn morning(day: &str) -> Now {
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").unwrap();
    let at = date
        .and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap())
        .and_utc();
    Now {
        today: Day::new(date).unwrap(),
        at,
    }
}

/// A clock that is moved by hand.
#[derive(Clone)]
pub struct Moved(Arc<Mutex<Now>>);

impl Moved {
    pub fn from(now: Now) -> Self {
        Self(Arc::new(Mutex::new(now)))
    }

    pub fn by(&self, seconds: i64) {
        self.0.lock().unwrap().at += TimeDelta::seconds(seconds);
    }

    /// Eight in the morning of a day.
    pub fn to(&self, day: &str) {
        *self.0.lock().unwrap() = morning(day);
    }
}

impl Clock for Moved {
    fn now(&self) -> Result<Now, Failure> {
        Ok(*self.0.lock().unwrap())
    }
}

fn closed(clock: Box<dyn Clock>) -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        proposed_vault: folder.path().join("vault"),
        last_vault: None,
        temporary: folder.path().to_owned(),
        log: None,
    };
    let desk = Desk::new(clock, Box::new(NoKeychain), places).without_asking_again();
    (folder, desk)
}

pub fn page(desk: &Desk, engagement: &str) -> EngagementPage {
    desk.engagement(made::<AskEngagement>(
        json!({ "engagement": engagement, "on": null }),
    ))
    .unwrap()
}

pub fn nadia(desk: &Desk) -> EngagementPage {
    page(desk, "nadia")
}

/// What one party may see today, as JSON.
pub fn seen(desk: &Desk, engagement: &str, party: &str) -> String {
    let chair = desk
        .chair(made(
            json!({ "engagement": engagement, "party": party, "on": null }),
        ))
        .unwrap();
    serde_json::to_string(&chair.view).unwrap()
}

/// The same on each of these days.
pub fn seen_on(desk: &Desk, engagement: &str, party: &str, days: &[&str]) -> Vec<String> {
    let seen = |on: &&str| {
        let ask = json!({ "engagement": engagement, "party": party, "on": on });
        serde_json::to_string(&desk.chair(made(ask)).unwrap().view).unwrap()
    };
    days.iter().map(seen).collect()
}

/// Refused with this code, at this field, and the practice is as it was to the last byte.
#[track_caller]
pub fn refused<T>(
    desk: &mut Desk,
    code: &str,
    field: Option<&str>,
    act: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) {
    let before = desk.export().unwrap();
    refused_and_as(&before, desk, code, field, act);
}

#[track_caller]
fn refused_and_as<T>(
    before: &[u8],
    desk: &mut Desk,
    code: &str,
    field: Option<&str>,
    act: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) {
    let failure = act(desk).err().expect("this must be refused");
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        (code, field)
    );
    assert!(
        desk.export().unwrap() == before,
        "{code}: something was kept"
    );
}

/// An input with some fields changed.
pub fn with(mut base: Value, changes: &Value) -> Value {
    for (field, value) in changes.as_object().unwrap() {
        base[field] = value.clone();
    }
    base
}

/// A shift of one of Nadia's goals today, with these fields otherwise.
pub fn shift(goal: &str, kind: &str, other: Value) -> ShiftGoal {
    let ask = json!({
        "engagement": "nadia", "goal": goal, "kind": kind, "prompt": "unsaid", "reason": "",
        "raised_by": "nadia-coachee", "into": [], "into_new": [], "wording": null, "place": null,
        "on": null, "session": null, "meeting": null
    });
    made(with(ask, &other))
}

/// A step of the telling to Nadia's sponsor today, with these fields otherwise.
pub fn step(version: &str, state: &str, other: Value) -> StepTelling {
    let ask = json!({
        "engagement": "nadia", "version": version, "party": "nadia-sponsor", "state": state,
        "on": null, "by": null, "words": "", "how": null
    });
    made(with(ask, &other))
}

/// Each of these changes to an input is refused, with nothing kept.
#[track_caller]
pub fn all_refused<T>(
    desk: &mut Desk,
    base: &Value,
    act: fn(&mut Desk, Value) -> Result<T, Failure>,
    cases: Vec<(&str, &str, Value)>,
) {
    let before = desk.export().unwrap();
    for (code, field, changes) in cases {
        let ask = with(base.clone(), &changes);
        refused_and_as(&before, desk, code, Some(field), |desk| act(desk, ask));
    }
}
