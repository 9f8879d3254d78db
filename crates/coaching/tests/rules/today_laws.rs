//! Today's list (`docs/day.md`): its order, and that what was put off comes back.

use coaching::closing::{Keeps, clocks};
use coaching::day::Day;
use coaching::meetings::Meeting;
use coaching::record::Session;
use coaching::retention::has_reflections;
use coaching::today::{About, Line, Urgency, disposals, gather, old_backup, sort};
use coaching::words::{KeptPart, MeetingStatus, Role, SessionStatus};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::support::build::{agreement, case, day, held, party, session};
use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;
use crate::support::whole::any_case;

/// Where a line belongs: how pressing it is, its day or since when it waits, its hour; the rest is by ids.
fn place(line: &Line<'_>) -> (Urgency, Option<Day>, String, String) {
    let hour = match &line.about {
        About::Session(session) => session.at.clone(),
        About::Meeting(meeting) => meeting.at.clone(),
        _ => String::new(),
    };
    (line.urgency, line.on.or(line.since), hour, line.key())
}

fn keys(lines: &[Line<'_>]) -> Vec<String> {
    lines.iter().map(Line::key).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn the_order_does_not_depend_on_where_lines_came_from(
        record in vec(any::<u16>(), 100..1300),
        turn in any::<prop::sample::Index>(),
        on in 0..DAYS,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let mut lines = gather(&case, nth(on));
        let mut turned = lines.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
            turned.reverse();
        }
        sort(&mut lines);
        sort(&mut turned);
        prop_assert_eq!(keys(&lines), keys(&turned));
        prop_assert!(lines.is_sorted_by_key(place), "{:?}", keys(&lines));
    }

    /// Each part of an engagement is to be disposed of from the day on which its time has passed.
    #[test]
    fn what_is_due_to_be_disposed_of_stands_there_since_its_day(
        record in vec(any::<u16>(), 100..1300),
        reflective_months in 0u16..3,
        later in 0u32..4,
    ) {
        let mut case = any_case(&mut Tape::new(&record));
        case.keeps = Keeps { reflective_months, record_years: 0 };
        let today = nth(DAYS - 1).date() + chrono::Months::new(later);
        let today = Day::new(today).expect("a day");
        let mut expected = Vec::new();
        if let Some(clocks) = clocks(&case.engagement, case.keeps, today) {
            let reflective = has_reflections(&case.engagement).then_some(clocks.reflective);
            expected.extend(reflective.map(|until| (KeptPart::Reflective, until)));
            expected.push((KeptPart::Record, clocks.record));
        }
        expected.retain(|(_, until)| *until <= today);
        let lines = disposals(&case, &[], today);
        prop_assert_eq!(lines.len(), expected.len());
        for (line, (part, until)) in lines.iter().zip(expected) {
            prop_assert_eq!(&line.about, &About::Disposal(part));
            prop_assert_eq!((line.on, line.since), (Some(until), None));
            prop_assert_eq!(line.engagement, Some(&case.engagement.id));
        }
    }

    #[test]
    fn each_line_has_a_key_of_its_own(record in vec(any::<u16>(), 100..1300), on in 0..DAYS) {
        let case = any_case(&mut Tape::new(&record));
        let mut keys = keys(&gather(&case, nth(on)));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), all);
    }

    /// As long as nothing else is recorded, a line that is there on two days is no less pressing later.
    #[test]
    fn a_line_does_not_sink_by_getting_older(
        record in vec(any::<u16>(), 100..1300),
        on in 0..DAYS - 1,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let later = gather(&case, nth(on + 1));
        for line in gather(&case, nth(on)) {
            // What was to take place is another thing once its day has passed.
            let same = later.iter().find(|other| other.key() == line.key());
            if let Some(other) = same.filter(|other| other.on == line.on) {
                prop_assert!(other.urgency <= line.urgency, "{}", line.key());
            }
        }
    }

    #[test]
    fn what_is_put_off_comes_back_on_that_day_or_on_its_own(
        record in vec(any::<u16>(), 100..1300),
        on in 0..DAYS,
        ahead in 0u64..40,
    ) {
        let case = any_case(&mut Tape::new(&record));
        let today = nth(on);
        let wanted = today.date() + chrono::Days::new(ahead);
        let wanted = Day::new(wanted).expect("a day");
        for line in gather(&case, today) {
            let until = line.away_until(wanted, today);
            let may = ahead > 0 && line.urgency != Urgency::Now;
            prop_assert_eq!(until.is_some(), may);
            let Some(until) = until else { continue };
            prop_assert!(until <= wanted);
            prop_assert!(line.is_away(Some(until), today));
            prop_assert!(!line.is_away(Some(until), until));
            if let Some(own) = line.on.filter(|own| *own > today) {
                prop_assert!(until <= own);
            }
        }
    }
}

/// The days are counted to its own, or from that since which it waits.
#[test]
fn a_line_says_how_far_its_day_is() {
    let today = day("2026-03-10");
    for (on, days) in [("2026-03-01", -9), ("2026-03-10", 0), ("2026-04-01", 22)] {
        let own = Line::dated(None, About::Ends, day(on), today);
        assert_eq!(own.days(today), Some(days));
        let waits = Line::waiting(None, About::Summaries, Some(day(on)));
        assert_eq!(waits.days(today), Some(days));
    }
    assert_eq!(Line::waiting(None, About::Backup, None).days(today), None);
}

/// Whatever their ids and the order in which they were entered.
#[test]
fn what_takes_place_on_one_day_stands_by_its_hour() {
    let mut case = case();
    for (name, at) in [("a", "16:00"), ("b", "08:30")] {
        case.engagement.sessions.push(Session {
            at: at.into(),
            status: SessionStatus::Planned,
            ..session(name, "2026-03-10")
        });
    }
    for (name, at) in [("c", "10:00"), ("d", "07:45")] {
        case.engagement.meetings.push(Meeting {
            at: at.into(),
            status: MeetingStatus::Planned,
            ..held(name, "2026-03-10", &["maya"])
        });
    }
    for today in ["2026-03-09", "2026-03-10"] {
        let mut lines = gather(&case, day(today));
        lines.retain(|line| line.on.is_some());
        sort(&mut lines);
        let keys = keys(&lines);
        let items: Vec<_> = keys
            .iter()
            .filter_map(|key| key.rsplit('/').next())
            .collect();
        assert_eq!(items, ["d", "b", "c", "a"], "{today}");
    }
}

/// What waits with no day at all comes after all that waits since one.
#[test]
fn that_there_never_was_a_backup_comes_last() {
    let since = Some(day("2026-03-01"));
    let ends = Line::waiting(None, About::Summaries, since);
    let never = Line::waiting(None, About::Backup, None);
    let mut lines = [never.clone(), ends.clone()];
    sort(&mut lines);
    assert_eq!(lines, [ends, never]);
}

#[test]
fn a_backup_is_old_when_it_is_older_than_a_week_or_there_is_none() {
    let today = day("2026-03-10");
    let never = old_backup(None, today).expect("a line");
    assert_eq!((never.on, never.since), (None, None));
    for (last, old) in [
        ("2026-03-10", false),
        ("2026-03-03", false),
        ("2026-03-02", true),
        ("2026-01-01", true),
    ] {
        let last = Some(day(last));
        let line = old_backup(last, today);
        assert_eq!(line.is_some(), old, "{last:?}");
        if let Some(line) = line {
            assert_eq!((line.engagement, line.on, line.since), (None, None, last));
            assert_eq!(line.about, About::Backup);
        }
    }
}

/// Nothing of an agreement that the coachee never assented to comes into force by their leaving.
#[test]
fn a_draft_stays_one_when_the_coachee_has_left() {
    let mut case = case();
    case.engagement.parties.push(party("ingrid", Role::Sponsor));
    let mut draft = agreement("2026-03-01", vec![]);
    draft.assents.clear();
    case.engagement.agreements = vec![draft];
    case.engagement.parties[0].left = Some(day("2026-03-10"));
    for on in ["2026-03-09", "2026-03-10"] {
        let lines = gather(&case, day(on));
        let mut lines = lines.iter();
        let line = lines.find(|line| line.about.word() == "assent");
        assert_eq!(line.map(|line| line.urgency), Some(Urgency::Trust), "{on}");
    }
}

/// The properties above say nothing if the lists are empty.
#[test]
fn every_kind_of_line_is_reached() {
    let mut kinds = std::collections::BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..400 {
        let tape = vec(any::<u16>(), 600..1300)
            .new_tree(&mut runner)
            .expect("a tape")
            .current();
        let case = any_case(&mut Tape::new(&tape));
        for on in 0..DAYS {
            kinds.extend(gather(&case, nth(on)).iter().map(|line| line.about.word()));
        }
    }
    for kind in [
        "session",
        "meeting",
        "open-session",
        "open-meeting",
        "telling",
        "withheld",
        "assent",
        "commitment",
    ] {
        assert!(kinds.contains(kind), "{kind}: only {kinds:?}");
    }
}
