//! What bringing sessions in would do (`docs/bringing-in.md`): the table of the document, asked of many
//! calendars.

use std::collections::BTreeSet;

use coaching::bringing::{Entry, File, Known, Said, Step, steps, taken_out};
use coaching::day::Day;
use coaching::ids::SessionId;
use coaching::record::{Engagement, Session};
use coaching::words::{EntryWill, SessionStatus, WhyLeft};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{case, id, session};
use crate::support::cases;
use crate::support::maker::nth;
use crate::support::tape::{Tape, fixed_tape};

const DAYS: usize = 5;
const HOURS: [&str; 3] = ["09:00", "10:30", ""];
const MINUTES: [u16; 5] = [60, 60, 5, 4, 601];

/// What stands here, what was known of a calendar, and what it says now.
struct Look {
    e: Engagement,
    known: Vec<Known>,
    entries: Vec<Entry>,
    today: Day,
}

fn key(n: usize) -> String {
    format!("key {n}")
}

fn series(n: usize) -> String {
    format!("series {}", n % 3)
}

fn said(tape: &mut Tape) -> Said {
    Said {
        on: nth(tape.below(DAYS)),
        at: tape.pick(&HOURS).into(),
        minutes: tape.pick(&MINUTES).into(),
        cancelled: tape.chance(30),
    }
}

fn look(tape: &mut Tape) -> Look {
    let mut e = case().engagement;
    e.began = nth(tape.below(2));
    e.ended = tape.chance(30).then(|| nth(2 + tape.below(DAYS - 2)));
    for n in 0..tape.below(5) {
        e.sessions.push(Session {
            on: nth(tape.below(DAYS)),
            at: tape.pick(&HOURS).into(),
            minutes: tape.pick(&MINUTES),
            status: match tape.chance(60) {
                true => SessionStatus::Planned,
                false => tape.pick(SessionStatus::ALL),
            },
            ..session(&format!("s{n}"), "2026-03-01")
        });
    }
    let mut known = Vec::new();
    for n in 0..5 {
        if tape.chance(60) {
            // The last of them is of another engagement.
            let session: SessionId = id(&format!("s{n}"));
            let mut said = said(tape);
            if let Some(here) = e.session(&session).filter(|_| tape.chance(50)) {
                (said.on, said.at) = (here.on, here.at.clone());
                said.minutes = here.minutes.into();
            }
            known.push(Known {
                session,
                key: key(n),
                series: series(n),
                said,
            });
        }
    }
    let mut entries = Vec::new();
    for n in 0..8 {
        if tape.chance(50) {
            let last = known.iter().find(|known| known.key == key(n));
            let same = last.filter(|_| tape.chance(40));
            entries.push(Entry {
                key: key(n),
                series: series(n),
                said: same.map_or_else(|| said(tape), |known| known.said.clone()),
            });
        }
    }
    Look {
        e,
        known,
        entries,
        today: nth(tape.below(DAYS)),
    }
}

fn why_not(e: &Engagement, said: &Said) -> Option<WhyLeft> {
    let left = [
        (said.at.is_empty(), WhyLeft::WholeDay),
        (!(5..=600).contains(&said.minutes), WhyLeft::Length),
        (said.on < e.began, WhyLeft::BeforeItBegan),
        (
            e.ended.is_some_and(|ended| said.on > ended),
            WhyLeft::AfterItEnded,
        ),
    ];
    left.into_iter().find(|(is, _)| *is).map(|(_, why)| why)
}

type Outcome = (EntryWill, Option<WhyLeft>);

fn unless(why: Option<WhyLeft>, will: EntryWill) -> Outcome {
    match why {
        Some(why) => (EntryWill::LeftOut, Some(why)),
        None => (will, None),
    }
}

fn outcome(e: &Engagement, session: &Session, last: Option<&Said>, said: &Said) -> Outcome {
    let there = (EntryWill::There, None);
    let was_cancelled = last.is_some_and(|last| last.cancelled);
    let tells_anew = last.is_some_and(|last| last != said);
    let stands_there = session.on == said.on
        && session.at == said.at
        && u32::from(session.minutes) == said.minutes;
    match (session.status, said.cancelled, was_cancelled) {
        (SessionStatus::Planned, true, false) => (EntryWill::Cancelled, None),
        (SessionStatus::Cancelled, false, true) => unless(why_not(e, said), EntryWill::Changed),
        (SessionStatus::Planned, false, _) if tells_anew && !stands_there => {
            unless(why_not(e, said), EntryWill::Changed)
        }
        _ => there,
    }
}

fn expected(look: &Look) -> Vec<Step> {
    let known_by = |key: &str| look.known.iter().find(|known| known.key == key);
    let by_entry = look.entries.iter().filter_map(|entry| known_by(&entry.key));
    let mut taken: BTreeSet<SessionId> = by_entry.map(|known| known.session.clone()).collect();
    let mut expected = Vec::new();
    for Entry { key, said, .. } in &look.entries {
        let known = known_by(key);
        let session = match known {
            Some(known) => look.e.sessions.iter().find(|each| each.id == known.session),
            None => look.e.sessions.iter().find(|each| {
                let meets = each.on == said.on && each.at == said.at && !said.at.is_empty();
                meets && !taken.contains(&each.id)
            }),
        };
        taken.extend(session.map(|session| session.id.clone()));
        let (will, why) = match (session, known) {
            (Some(session), _) => outcome(&look.e, session, known.map(|known| &known.said), said),
            (None, Some(_)) => (EntryWill::LeftOut, Some(WhyLeft::Elsewhere)),
            (None, None) if said.cancelled => (EntryWill::LeftOut, Some(WhyLeft::NeverHere)),
            (None, None) => unless(why_not(&look.e, said), EntryWill::New),
        };
        expected.push(Step {
            will,
            session: session.map(|session| session.id.clone()),
            why,
        });
    }
    expected
}

/// The planned sessions ahead that went out of a series which is still there, and came back under no
/// other entry.
fn gone<'l>(look: &'l Look, steps: &[Step], file: File) -> Vec<&'l SessionId> {
    let mut gone = Vec::new();
    for known in &look.known {
        let Some(session) = look.e.session(&known.session) else {
            continue;
        };
        let left = [
            file.keys.contains(&known.key),
            !file.series.contains(&known.series),
            known.said.on < file.from,
            known.said.on > file.to,
            known.said.cancelled,
            session.status != SessionStatus::Planned,
            session.on < look.today,
            steps
                .iter()
                .any(|step| step.session.as_ref() == Some(&session.id)),
        ];
        if left.iter().all(|is| !is) {
            gone.push(&session.id);
        }
    }
    gone
}

fn check(record: &[u16]) {
    let mut tape = Tape::new(record);
    let look = look(&mut tape);
    let steps = steps(&look.e, &look.known, &look.entries);
    assert_eq!(steps, expected(&look));
    let keys: BTreeSet<String> = look.entries.iter().map(|entry| entry.key.clone()).collect();
    let all = look.entries.iter().map(|entry| entry.series.clone());
    let file = File {
        keys: &keys,
        series: &all.collect(),
        from: nth(tape.below(2)),
        to: nth(DAYS - 1 - tape.below(2)),
    };
    let out = taken_out(&look.e, &look.known, &steps, file, look.today);
    let sessions: Vec<_> = out.iter().map(|(_, session)| &session.id).collect();
    assert_eq!(sessions, gone(&look, &steps, file));
    assert!(
        out.iter()
            .all(|(known, session)| known.session == session.id)
    );
}

/// However few cases a run asks for, these calendars are among them.
#[test]
fn what_would_come_of_an_entry_is_what_the_table_says_of_the_same_calendars_at_every_run() {
    (0..3000).for_each(|seed| check(&fixed_tape(seed, 150)));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_would_come_of_an_entry_is_what_the_table_says(record in vec(any::<u16>(), 0..150)) {
        check(&record);
    }
}
