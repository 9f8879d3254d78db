//! Sessions out of a calendar: looked at first, then all that was chosen or nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::day::Day;
use practice::slots::Clocks;
use practice::types::{CalendarSeen, EntrySeen, SessionsBrought};
use practice::words::{EntryWill, OddHour, SessionStatus, WhyLeft};
use practice::{Clock, Desk, Failure, Now, clocks_in};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{made, nadia, now, page, refused, sample_by, seen};

/// A coach in London.
struct London;

impl Clock for London {
    fn now(&self) -> Result<Now, Failure> {
        Ok(now())
    }

    fn clocks(&self, on: Day, minute: u32) -> Clocks {
        clocks_in(&chrono_tz::Europe::London, on, minute)
    }

    fn zone(&self) -> Result<String, Failure> {
        Ok("Europe/London".to_owned())
    }
}

fn desk() -> (TempDir, Desk) {
    sample_by(Box::new(London))
}

fn event(uid: &str, title: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\n{lines}\nEND:VEVENT\n")
}

fn calendar(events: &[String]) -> String {
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n",
        events.concat()
    )
}

/// Four Saturdays at seven in the morning, when nobody else is there; the clocks change on the 25th.
const WEEKLY: &str =
    "DTSTART;TZID=Europe/London:20261010T070000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4";

fn weekly(more: &str) -> String {
    let lines = format!("{WEEKLY}{more}");
    calendar(&[event("a@example.org", "Nadia (1)", &lines)])
}

fn ask(file: &str, titles: &Value) -> Value {
    json!({ "file": STANDARD.encode(file), "titles": titles, "from": null, "to": null })
}

/// Two titles of Nadia's, another of Henrik's.
fn theirs() -> Value {
    json!([
        { "title": "nadia", "engagement": "nadia" },
        { "title": "HENRIK 7", "engagement": "henrik" },
    ])
}

fn look(desk: &Desk, file: &str) -> CalendarSeen {
    desk.look_at_calendar(made(ask(file, &theirs()))).unwrap()
}

fn bring_keys(desk: &mut Desk, file: &str, keys: &[&str]) -> Result<SessionsBrought, Failure> {
    desk.bring_sessions(made(
        json!({ "calendar": ask(file, &theirs()), "entries": keys }),
    ))
}

/// Brings in all that is proposed: how many are new, changed and cancelled.
fn bring(desk: &mut Desk, file: &str) -> (usize, usize, usize) {
    let seen = look(desk, file);
    let keys: Vec<&str> = proposed(&seen);
    let brought = bring_keys(desk, file, &keys).unwrap();
    (brought.new, brought.changed, brought.cancelled)
}

fn proposed(seen: &CalendarSeen) -> Vec<&str> {
    let sessions = seen.sessions.iter().filter(|entry| entry.proposed);
    sessions.map(|entry| entry.key.as_str()).collect()
}

fn wills(seen: &CalendarSeen) -> Vec<(String, String, EntryWill)> {
    let sessions = seen.sessions.iter();
    sessions
        .map(|entry| (entry.on.to_string(), entry.at.clone(), entry.will))
        .collect()
}

fn only(seen: &CalendarSeen) -> &EntrySeen {
    assert_eq!(seen.sessions.len(), 1);
    &seen.sessions[0]
}

fn early(desk: &Desk) -> Vec<(String, u16, SessionStatus)> {
    let sessions = nadia(desk).sessions.into_iter();
    let early = sessions.filter(|session| session.at.starts_with("07"));
    let mut early: Vec<_> = early
        .map(|session| (session.on.to_string(), session.minutes, session.status))
        .collect();
    early.sort();
    early
}

#[test]
fn a_series_comes_in_and_is_found_again() {
    let (_folder, mut desk) = desk();
    let before = desk.export().unwrap();
    let others = event("b", "Dentist", "DTSTART:20261012T090000Z\nDURATION:PT1H");
    let file = weekly("").replace("END:VCALENDAR\n", &format!("{others}END:VCALENDAR\n"));
    let first = look(&desk, &file);
    let saturdays = ["2026-10-10", "2026-10-17", "2026-10-24", "2026-10-31"];
    assert_eq!(
        wills(&first),
        saturdays.map(|on| (on.to_owned(), "07:00".to_owned(), EntryWill::New))
    );
    let of_whom: Vec<_> = first
        .titles
        .iter()
        .map(|seen| (seen.title.as_str(), seen.count, seen.engagement.is_some()))
        .collect();
    assert_eq!(of_whom, [("Nadia (1)", 4, true), ("Dentist", 1, false)]);
    assert!(desk.export().unwrap() == before, "looking keeps nothing");

    assert_eq!(bring(&mut desk, &file), (4, 0, 0));
    assert_eq!(early(&desk).len(), 4);
    // The title is remembered, and so is each entry.
    let again = desk.look_at_calendar(made(ask(&file, &json!([])))).unwrap();
    assert!(again.sessions.len() == 4 && proposed(&again).is_empty());
    assert!(
        again
            .sessions
            .iter()
            .all(|entry| entry.will == EntryWill::There)
    );
    let export = String::from_utf8(desk.export().unwrap()).unwrap();
    assert!(!export.contains("Dentist") && !export.contains("a@example.org"));

    // It is one change.
    desk.undo(made(json!({}))).unwrap();
    assert!(desk.export().unwrap() == before);
    let undone = desk.look_at_calendar(made(ask(&file, &json!([])))).unwrap();
    assert!(undone.sessions.is_empty(), "the title is forgotten as well");
    desk.redo(made(json!({}))).unwrap();
    assert_eq!(early(&desk).len(), 4);
}

#[test]
fn what_the_calendar_changed_is_changed_and_what_the_coach_changed_stays() {
    let (_folder, mut desk) = desk();
    bring(&mut desk, &weekly(""));
    let moved = event(
        "a@example.org",
        "Nadia",
        "RECURRENCE-ID;TZID=Europe/London:20261017T070000\nDTSTART;TZID=Europe/London:20261018T073000\nDURATION:PT45M",
    );
    let one_cancelled = weekly("\nEXDATE;TZID=Europe/London:20261024T070000")
        .replace("END:VCALENDAR\n", &format!("{moved}END:VCALENDAR\n"));
    // The coach moved the first of them; the calendar does not know, and does not take it back.
    let sessions = nadia(&desk).sessions;
    let first = sessions.iter().find(|s| s.on.to_string() == "2026-10-10");
    let first = first.unwrap().id.clone();
    desk.change_session(made(
        json!({ "session": first, "on": "2026-10-11", "at": "07:15", "minutes": 60, "status": "planned" }),
    ))
    .unwrap();
    let seen = look(&desk, &one_cancelled);
    let there = EntryWill::There;
    assert_eq!(
        wills(&seen)
            .into_iter()
            .map(|(on, _, will)| (on, will))
            .collect::<Vec<_>>(),
        [
            ("2026-10-10".to_owned(), there),
            ("2026-10-18".to_owned(), EntryWill::Changed),
            ("2026-10-24".to_owned(), EntryWill::Cancelled),
            ("2026-10-31".to_owned(), there),
        ]
    );
    let was = seen.sessions[1].was.as_ref().unwrap();
    assert_eq!(
        (was.on.to_string().as_str(), was.at.as_str()),
        ("2026-10-17", "07:00")
    );
    assert_eq!(bring(&mut desk, &one_cancelled), (0, 1, 1));
    let planned = SessionStatus::Planned;
    assert_eq!(
        early(&desk),
        [
            ("2026-10-11".to_owned(), 60, planned),
            ("2026-10-18".to_owned(), 45, planned),
            ("2026-10-24".to_owned(), 60, SessionStatus::Cancelled),
            ("2026-10-31".to_owned(), 60, planned),
        ]
    );
    assert!(proposed(&look(&desk, &one_cancelled)).is_empty());
    // Put back in the calendar, it is put back here.
    assert_eq!(bring(&mut desk, &weekly("")), (0, 2, 0));
    assert!(early(&desk).iter().all(|session| session.2 == planned));
}

#[test]
fn an_entry_that_is_marked_cancelled_cancels_its_session_and_no_other() {
    let (_folder, mut desk) = desk();
    let one = "DTSTART:20261010T060000Z\nDURATION:PT1H";
    let file = |more: &str| calendar(&[event("a", "Nadia", &format!("{one}{more}"))]);
    let cancelled = file("\nSTATUS:CANCELLED");
    let never = look(&desk, &cancelled);
    assert_eq!(only(&never).why, Some(WhyLeft::NeverHere));
    assert_eq!(bring(&mut desk, &file("")), (1, 0, 0));
    assert_eq!(bring(&mut desk, &cancelled), (0, 0, 1));
    assert_eq!(early(&desk)[0].2, SessionStatus::Cancelled);
    assert_eq!(only(&look(&desk, &cancelled)).will, EntryWill::There);
    // A calendar that does not have it at all says nothing of it.
    assert_eq!(bring(&mut desk, &file("")), (0, 1, 0));
    let other = calendar(&[event(
        "z",
        "Nadia",
        "DTSTART:20261114T070000Z\nDURATION:PT1H",
    )]);
    assert_eq!(bring(&mut desk, &other), (1, 0, 0));
    assert_eq!(early(&desk)[0].2, SessionStatus::Planned);
}

#[test]
fn a_session_that_was_typed_in_is_found_by_its_hour() {
    let (_folder, mut desk) = desk();
    let sessions = nadia(&desk).sessions.len();
    let typed = calendar(&[
        event(
            "a",
            "Nadia",
            "DTSTART;TZID=Europe/London:20261015T100000\nDURATION:PT75M",
        ),
        event(
            "b",
            "Nadia",
            "DTSTART;TZID=Europe/London:20261114T070000\nDURATION:PT75M",
        ),
    ]);
    let seen = look(&desk, &typed);
    assert_eq!(seen.sessions[0].will, EntryWill::There);
    assert_eq!(bring(&mut desk, &typed), (1, 0, 0));
    assert_eq!(nadia(&desk).sessions.len(), sessions + 1);
    // From now on it is known by its entry.
    let later = typed.replace("20261015T100000", "20261015T120000");
    assert_eq!(look(&desk, &later).sessions[0].will, EntryWill::Changed);
    // What has happened is not moved by a calendar.
    let past = calendar(&[event(
        "c",
        "Nadia",
        "DTSTART:20260905T060000Z\nDURATION:PT1H",
    )]);
    assert_eq!(bring(&mut desk, &past), (1, 0, 0));
    assert_eq!(early(&desk)[0].2, SessionStatus::Held);
    let moved = past.replace("20260905", "20260912");
    assert_eq!(only(&look(&desk, &moved)).will, EntryWill::There);
}

#[test]
fn what_cannot_be_a_session_is_said() {
    let (_folder, desk) = desk();
    let why = |title: &str, lines: &str| {
        let seen = look(&desk, &calendar(&[event("a", title, lines)]));
        let entry = only(&seen);
        assert!(!entry.proposed);
        entry.why
    };
    let at = |day: &str, length: &str| format!("DTSTART:{day}T070000Z\nDURATION:{length}");
    assert_eq!(
        why("Nadia", "DTSTART;VALUE=DATE:20261010"),
        Some(WhyLeft::WholeDay)
    );
    assert_eq!(why("Nadia", &at("20261010", "PT0M")), Some(WhyLeft::Length));
    assert_eq!(why("Nadia", &at("20261010", "P2D")), Some(WhyLeft::Length));
    let from = json!("2026-01-01");
    let mut early = ask(
        &calendar(&[event("a", "Nadia", &at("20260220", "PT1H"))]),
        &theirs(),
    );
    early["from"] = from;
    let seen = desk.look_at_calendar(made(early)).unwrap();
    assert_eq!(only(&seen).why, Some(WhyLeft::BeforeItBegan));
    let ended = json!([{ "title": "Mateus", "engagement": "mateus" }]);
    let file = calendar(&[event("a", "Mateus", &at("20261010", "PT1H"))]);
    let seen = desk.look_at_calendar(made(ask(&file, &ended))).unwrap();
    assert_eq!(only(&seen).why, Some(WhyLeft::AfterItEnded));
    let backwards = "DTSTART:20261010T070000Z\nDTEND:20261010T060000Z";
    let seen = look(&desk, &calendar(&[event("a", "Nadia", backwards)]));
    assert_eq!((seen.sessions.len(), seen.backwards), (0, 1));
    let often = format!("{}\nRRULE:FREQ=MINUTELY", at("20261010", "PT1H"));
    let seen = look(&desk, &calendar(&[event("a", "Nadia", &often)]));
    assert_eq!((seen.sessions.len(), seen.left_out), (0, 1));
}

#[test]
fn odd_hours_are_said_and_two_at_one_hour_are_not_proposed() {
    let (_folder, mut desk) = desk();
    let file = calendar(&[
        event(
            "a",
            "Nadia",
            "DTSTART;TZID=Europe/London:20261010T070000\nDURATION:PT1H",
        ),
        event(
            "b",
            "Henrik",
            "DTSTART;TZID=Europe/London:20261010T073000\nDURATION:PT1H",
        ),
        event(
            "c",
            "Nadia",
            "DTSTART;TZID=Europe/London:20261017T233000\nDURATION:PT1H",
        ),
        event(
            "d",
            "Nadia",
            "DTSTART;TZID=Europe/London:20261025T003000\nDURATION:PT2H",
        ),
    ]);
    let seen = look(&desk, &file);
    let odd = |at: usize, odd: OddHour| seen.sessions[at].odd.contains(&odd);
    assert!(!odd(0, OddHour::Taken) && odd(1, OddHour::Taken));
    assert!(odd(2, OddHour::PastMidnight) && odd(3, OddHour::ClocksChange));
    let proposed: Vec<bool> = seen.sessions.iter().map(|entry| entry.proposed).collect();
    assert_eq!(proposed, [true, false, true, true]);
    // The coach may want both all the same.
    let keys: Vec<&str> = seen
        .sessions
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    let brought = bring_keys(&mut desk, &file, &keys).unwrap();
    assert_eq!(brought.new, 4);
    assert!(
        page(&desk, "henrik")
            .sessions
            .iter()
            .any(|s| s.at == "07:30")
    );
}

#[test]
fn a_series_without_end_is_read_as_far_as_was_asked() {
    let (_folder, desk) = desk();
    let forever = "DTSTART;TZID=Europe/London:20100102T070000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    let file = calendar(&[event("a", "Nadia", forever)]);
    let seen = look(&desk, &file);
    assert_eq!(
        (seen.from.to_string(), seen.to.to_string()),
        ("2026-06-18".into(), "2027-09-17".into())
    );
    let last = seen.sessions.last().unwrap();
    assert_eq!(
        (last.on.to_string().as_str(), last.at.as_str()),
        ("2027-09-11", "07:00")
    );
    let mut long = ask(&file, &theirs());
    long["from"] = json!("2020-01-01");
    let failure = desk.look_at_calendar(made(long)).unwrap_err();
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        ("input.window", Some("to"))
    );
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let (_folder, mut desk) = desk();
    refused(&mut desk, "intake.nothing", None, |desk| {
        bring_keys(desk, &weekly(""), &[])
    });
    refused(&mut desk, "intake.not_there", None, |desk| {
        let keys = look(desk, &weekly("")).sessions;
        bring_keys(desk, &weekly(""), &[keys[0].key.as_str(), "another"])
    });
    refused(&mut desk, "intake.not_a", Some("file"), |desk| {
        let broken_off = weekly("").replace("END:VCALENDAR", "");
        bring_keys(desk, &broken_off, &["any"])
    });
    refused(&mut desk, "intake.too_large", Some("file"), |desk| {
        let large = " ".repeat(50 * 1024 * 1024);
        bring_keys(desk, &large, &["any"])
    });
    refused(&mut desk, "desk.missing", None, |desk| {
        let nobodys = json!([{ "title": "Nadia", "engagement": "nobody" }]);
        desk.bring_sessions(made(
            json!({ "calendar": ask(&weekly(""), &nobodys), "entries": ["any"] }),
        ))
    });
}

#[test]
fn no_other_chair_sees_that_a_calendar_is_known() {
    let (_folder, mut desk) = desk();
    bring(&mut desk, &weekly(""));
    let coachee = nadia(&desk)
        .parties
        .into_iter()
        .find(|p| p.role.word() == "coachee");
    let view = seen(&desk, "nadia", coachee.unwrap().id.as_str());
    assert!(!view.contains("a@example.org") && !view.contains("(1)"));
}

#[test]
fn what_is_known_of_a_calendar_goes_with_the_engagement() {
    let (_folder, mut desk) = desk();
    let file = calendar(&[event(
        "m",
        "Mateus",
        "DTSTART:20260905T070000Z\nDURATION:PT1H",
    )]);
    let his = json!([{ "title": "Mateus", "engagement": "mateus" }]);
    let seen = desk.look_at_calendar(made(ask(&file, &his))).unwrap();
    let key = only(&seen).key.clone();
    desk.bring_sessions(made(
        json!({ "calendar": ask(&file, &his), "entries": [key] }),
    ))
    .unwrap();
    let what = json!({ "engagement": "mateus", "part": "record", "rule": "asked" });
    let page = desk.disposal(made(what.clone())).unwrap();
    let mut dispose = what;
    dispose["shown"] = json!(page.shown);
    dispose["passphrase"] = Value::Null;
    desk.dispose(made(dispose)).unwrap();
    let seen = desk.look_at_calendar(made(ask(&file, &json!([])))).unwrap();
    assert!(seen.sessions.is_empty() && seen.titles[0].engagement.is_none());
}
