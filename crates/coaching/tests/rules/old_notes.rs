//! Notes from before: a day is read in one way or not at all, no word is lost or doubled, and a second
//! time changes nothing.

use chrono::{Datelike, Days};
use coaching::day::Day;
use coaching::old_notes::{NotesPlan, OldNotes, holds, plan, put_after};
use coaching::record::{Engagement, Session};
use coaching::text::LONGEST;
use coaching::words::{NotesWill, SessionStatus, WhyNoNotes};
use coaching::written_day::{DayRead, day_of, days_in};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::build::{case, day, id, session, text};
use crate::support::cases;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const TODAY: &str = "2026-09-16";

/// Any day that there is.
fn any_day() -> impl Strategy<Value = Day> {
    (0..109_572_u64).prop_map(|days| {
        let first = day("1900-01-01").date();
        Day::new(first + Days::new(days)).expect("a day")
    })
}

/// The ways in which a day is written and cannot be taken for another.
fn written(on: Day) -> Vec<String> {
    let (y, m, d) = (on.date().year(), on.date().month(), on.date().day());
    let month = usize::try_from(on.date().month0()).expect("a month");
    let (english, spanish) = (ENGLISH[month], SPANISH[month]);
    let short = &english[..3];
    vec![
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}_{m}_{d}"),
        format!("{y}{m:02}{d:02}"),
        format!("{d}.{m}.{y}"),
        format!("{d:02}. {m:02}. {y}"),
        format!("{d} {english} {y}"),
        format!("{d}th of {english}, {y}"),
        format!("{english} {d}, {y}"),
        format!("{}. {d} {y}", short.to_uppercase()),
        format!("{d}-{short}-{y}"),
        format!("{d}{short}{y}"),
        format!("{y} {english} {d}"),
        format!("{d} de {spanish} de {y}"),
        format!("{d}º de {spanish} del {y}"),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_day_is_read_however_it_is_written(
        on in any_day(), before in "[A-Za-zñé ]{0,12}", after in "[A-Za-zñé ]{0,12}",
    ) {
        for written in written(on) {
            let name = format!("{before}_{written} {after}.docx");
            prop_assert_eq!(day_of(&name, "1 May 1999"), DayRead::One(on), "{}", name);
            let words = format!("\n {before}\n\n{before} {written} {after}\nMore.");
            prop_assert_eq!(day_of("Notes.txt", &words), DayRead::One(on), "{}", words);
        }
    }

    #[test]
    fn two_days_are_never_taken_for_one(a in any_day(), b in any_day()) {
        for (one, other) in written(a).into_iter().zip(written(b).into_iter().rev()) {
            let expected = if a == b { DayRead::One(a) } else { DayRead::Several };
            prop_assert_eq!(day_of(&format!("{one} ... {other}"), ""), expected);
            prop_assert_eq!(day_of("", &format!("{one}\n{other}")), expected);
        }
    }

    /// With slashes and the like half of the world writes the month first.
    #[test]
    fn what_can_be_read_in_two_ways_is_not_read(on in any_day(), apart in select(vec!["/", "-", "_", " "])) {
        let (y, m, d) = (on.date().year(), on.date().month(), on.date().day());
        let expected = if d > 12 || d == m { DayRead::One(on) } else { DayRead::Several };
        for written in [format!("{d}{apart}{m}{apart}{y}"), format!("{m:02}{apart}{d:02}{apart}{y}")] {
            prop_assert_eq!(day_of(&written, ""), expected, "{}", written);
        }
    }

    /// Whatever is written, there is an answer, and no year that does not stand there.
    #[test]
    fn no_day_is_made_up(line in "([0-9]{1,8}|[-./_ ,º]{1,2}|march|mayo|th|de|and|\\PC){0,14}") {
        for on in days_in(&line) {
            prop_assert!(line.contains(&on.date().year().to_string()), "{} in {}", on, line);
        }
    }
}

#[test]
fn what_says_no_day_or_more_than_one_is_asked_for() {
    for none in [
        "",
        "Session 4.docx",
        "5 March.txt",
        "5.3.26",
        "20261305",
        "2026-02-30",
        "31.4.2026",
        "IMG_4711",
        "2026-03",
        "5. Mars 2026",
        "120260305",
        "1.2026.3",
    ] {
        assert_eq!(day_of(none, ""), DayRead::None, "{none}");
    }
    for several in [
        "3-5 March 2026",
        "3 and 5 March 2026",
        "del 3 al 5 de marzo de 2026",
        "3.-5.3.2026",
        "Session 3 - 5.3.2026",
        "5/3/2026",
        "2026-03-05 to 2026-03-06",
    ] {
        assert_eq!(day_of(several, ""), DayRead::Several, "{several}");
    }
    // The name says it: what the words say of other days does not count.
    let words = "Last time: 19 February 2026";
    assert_eq!(
        day_of("Nadia 20260305.md", words),
        DayRead::One(day("2026-03-05"))
    );
    // What stands further down is no heading.
    let words = format!("{}5 March 2026", "A line.\n".repeat(5));
    assert_eq!(day_of("a", &words), DayRead::None);
    // Half a number is no day.
    let words = format!("{} 2026-03-15", "a".repeat(110));
    assert_eq!(day_of("a", &words), DayRead::None);
}

/// An engagement that ended on 1 September.
fn engagement(sessions: Vec<Session>) -> Engagement {
    Engagement {
        sessions,
        ended: Some(day("2026-09-01")),
        ..case().engagement
    }
}

fn with(mut session: Session, status: SessionStatus, record: &str) -> Session {
    (session.status, session.record) = (status, text(record));
    session
}

fn notes<'a>(on: &str, words: &'a str) -> OldNotes<'a> {
    OldNotes {
        words: Ok(words),
        on: Ok(day(on)),
        leave: false,
    }
}

fn of(engagement: &Engagement, notes: &[OldNotes<'_>]) -> NotesPlan {
    plan(engagement, notes, day(TODAY))
}

fn wills(plan: &NotesPlan) -> Vec<(NotesWill, Option<WhyNoNotes>)> {
    plan.steps
        .iter()
        .map(|step| (step.will, step.why))
        .collect()
}

/// The engagement after all of it was brought in.
fn done(mut e: Engagement, plan: &NotesPlan) -> Engagement {
    for after in &plan.records {
        match &after.session {
            Some(known) => {
                let place = e
                    .sessions
                    .iter_mut()
                    .find(|s| s.id == *known)
                    .expect("it is there");
                place.record = text(&after.words);
            }
            None => {
                let made = session(&format!("new-{}", after.on), &after.on.to_string());
                e.sessions
                    .push(with(made, SessionStatus::Held, &after.words));
            }
        }
    }
    e
}

fn any_status() -> impl Strategy<Value = SessionStatus> {
    select(SessionStatus::ALL.to_vec())
}

/// A day of few, so that some meet.
fn near() -> impl Strategy<Value = String> {
    (1..8_u32, 25..32_u32, any::<bool>()).prop_map(|(low, high, ends)| match ends {
        true => format!("2026-08-{high:02}"),
        false => format!("2026-09-{low:02}"),
    })
}

fn words() -> impl Strategy<Value = String> {
    "(said|kept|\n){1,3} [a-c]{1,2}".prop_map(|words| words.trim().to_owned())
}

prop_compose! {
    fn some_sessions()(
        of in vec((near(), any_status(), prop_oneof![Just(String::new()), words()]), 0..5),
    ) -> Vec<Session> {
        let sessions = (0..).zip(of);
        sessions
            .map(|(n, (on, status, record))| with(session(&format!("s{n}"), &on), status, &record))
            .collect()
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_second_time_changes_nothing(
        sessions in some_sessions(), files in vec((near(), words(), any::<bool>()), 0..6),
    ) {
        let files: Vec<OldNotes<'_>> = files
            .iter()
            .map(|(on, words, leave)| OldNotes { leave: *leave, ..notes(on, words) })
            .collect();
        let before = engagement(sessions);
        let first = of(&before, &files);
        let after = done(before.clone(), &first);
        let chosen: Vec<_> = files.iter().copied().filter(|file| !file.leave).collect();
        let second = of(&after, &chosen);
        prop_assert!(second.records.is_empty(), "{:?}", second.records);
        // What was chosen and could come is there, word for word, in a session of its day.
        for (file, step) in files.iter().zip(&first.steps) {
            let (on, words) = (file.on.expect("a day"), file.words.expect("words"));
            let mut that_day = after.sessions.iter().filter(|s| s.on == on);
            if step.will.changes_something() && !file.leave {
                prop_assert!(that_day.any(|s| s.record.for_the_coach().contains(words)));
            }
            prop_assert_eq!(step.will == NotesWill::LeftOut, step.why.is_some());
        }
        // Of what was there no word is gone, and nothing but records has changed.
        for (was, is) in before.sessions.iter().zip(&after.sessions) {
            prop_assert!(is.record.for_the_coach().starts_with(was.record.for_the_coach()));
            prop_assert_eq!(&with(is.clone(), was.status, was.record.for_the_coach()), was);
        }
    }

    #[test]
    fn what_is_put_after_stands_there_apart(record in "[a-c \n]{0,9}", words in "[a-c]{1,4}") {
        let both = put_after(&record, &words);
        prop_assert!(both.ends_with(&words) && holds(&both, &words));
        if record.trim().is_empty() {
            prop_assert_eq!(both, words);
        } else {
            prop_assert!(both.starts_with(&record));
            let apart = format!("\n\n{words}");
            prop_assert!(both.ends_with(&apart));
        }
    }
}

#[test]
fn each_way_that_a_file_can_go_is_told() {
    use NotesWill::{Added, LeftOut, New, There};
    let held =
        |name: &str, on: &str, record: &str| with(session(name, on), SessionStatus::Held, record);
    let e = engagement(vec![
        held("empty", "2026-03-05", "  "),
        held("full", "2026-03-12", "Said."),
        with(session("off", "2026-03-19"), SessionStatus::Cancelled, ""),
        held("two", "2026-03-26", ""),
        held("twice", "2026-03-26", ""),
        with(session("open", "2026-04-02"), SessionStatus::Planned, ""),
        with(
            session("missed", "2026-04-02"),
            SessionStatus::Missed,
            "By mail: why.",
        ),
        held("long", "2026-04-09", &"a".repeat(LONGEST - 5)),
    ]);
    let long = "a ".repeat(LONGEST / 2 + 1);
    for (on, words, will, why) in [
        ("2026-02-01", "First.", New, None),
        ("2026-09-01", "Last.", New, None),
        ("2026-03-05", "Said.", Added, None),
        ("2026-03-12", "More.", Added, None),
        ("2026-03-12", " Said.", There, None),
        ("2026-03-12", "Sai", Added, None),
        (
            "2026-03-26",
            "Which?",
            LeftOut,
            Some(WhyNoNotes::TwoSessions),
        ),
        ("2026-03-19", "Held?", LeftOut, Some(WhyNoNotes::NotHeld)),
        ("2026-04-02", "Said.", Added, None),
        ("2026-04-02", "By mail:\nwhy.", There, None),
        ("2026-04-09", "Said.", LeftOut, Some(WhyNoNotes::RecordFull)),
        ("2026-05-05", &long, LeftOut, Some(WhyNoNotes::TooLarge)),
        (
            "2026-01-31",
            "Said.",
            LeftOut,
            Some(WhyNoNotes::BeforeItBegan),
        ),
        (
            "2026-09-02",
            "Said.",
            LeftOut,
            Some(WhyNoNotes::AfterItEnded),
        ),
        ("2026-09-17", "Said.", LeftOut, Some(WhyNoNotes::Ahead)),
    ] {
        assert_eq!(
            wills(&of(&e, &[notes(on, words)])),
            [(will, why)],
            "{on} {}",
            words.len()
        );
    }
    let today = OldNotes {
        words: Err(WhyNoNotes::NotAText),
        ..notes(TODAY, "")
    };
    let asked = OldNotes {
        on: Err(WhyNoNotes::TwoDays),
        ..notes(TODAY, "Said.")
    };
    let why = [WhyNoNotes::NotAText, WhyNoNotes::TwoDays].map(|why| (LeftOut, Some(why)));
    assert_eq!(wills(&of(&e, &[today, asked])), why);
}

#[test]
fn two_files_of_one_day_come_into_one_session_unless_one_is_left() {
    let e = engagement(vec![]);
    let (first, second) = (notes("2026-03-05", "One."), notes("2026-03-05", "Two."));
    let both = of(&e, &[first, second, first]);
    let told: Vec<_> = both.steps.iter().map(|step| step.will).collect();
    assert_eq!(told, [NotesWill::New, NotesWill::Added, NotesWill::There]);
    assert_eq!(both.records.len(), 1);
    assert_eq!(both.records[0].words, "One.\n\nTwo.");
    let without = of(
        &e,
        &[
            OldNotes {
                leave: true,
                ..first
            },
            second,
        ],
    );
    let told: Vec<_> = without.steps.iter().map(|step| step.will).collect();
    assert_eq!(told, [NotesWill::New, NotesWill::New]);
    assert_eq!(without.records[0].words, "Two.");
    // A session that is there takes them where it is.
    let e = engagement(vec![session("there", "2026-03-05")]);
    let both = of(&e, &[first, second]);
    assert_eq!(both.records[0].session, Some(id("there")));
    assert_eq!(both.records[0].words, "One.\n\nTwo.");
}
