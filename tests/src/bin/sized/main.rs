//! A practice of a given size, made up, and how quickly it answers.
//!
//! `sized make S|M|L|XL FOLDER` makes a vault in a new folder; its passphrase is [`PASSPHRASE`].
//! `sized measure FOLDER` prints how long Today, engagements, sessions and the keystrokes of searches
//! take; `sized compare FOLDER` what they take beside a bare SQLCipher. The same size gives the same
//! practice, always.

mod compare;

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveTime};
use practice::types::{
    AskEngagement, AskSession, CreateVault, EngagementCard, Find, SessionPart, Unlock, WriteSession,
};
use practice::{Desk, Failure, FakeKeychain, Now, StandingClock, day::Day};
use whole_program_tests::sized::{self, Size, TODAY};

/// Opens every vault that is made here.
const PASSPHRASE: &str = "a practice of many years";

/// How many engagements are put in at once.
const AT_ONCE: usize = 50;

const USAGE: &str = "sized make S|M|L|XL FOLDER, sized measure FOLDER, or sized compare FOLDER";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", size, folder] => make(Size::named(size).ok_or(USAGE)?, folder),
        ["measure", folder] => measure(folder),
        ["compare", folder] => compare::compare(folder),
        _ => Err(USAGE.into()),
    }
}

fn desk(folder: &str) -> Result<Desk, Box<dyn Error>> {
    let date: NaiveDate = TODAY.parse()?;
    let at = date.and_time(NaiveTime::default()).and_utc();
    let now = Now {
        today: Day::new(date)?,
        at,
    };
    let places = whole_program_tests::places(Path::new(folder), &std::env::temp_dir());
    Ok(Desk::new(
        Box::new(StandingClock(now)),
        Box::new(FakeKeychain::new()),
        places,
    )
    .without_asking_again())
}

fn make(size: Size, folder: &str) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let folder = std::path::absolute(folder)?.display().to_string();
    let mut desk = desk(&folder)?;
    desk.create_vault(CreateVault {
        folder,
        passphrase: PASSPHRASE.to_owned(),
        remember: false,
    })?;
    let mut letters = 0;
    for from in (0..size.engagements).step_by(AT_ONCE) {
        let until = (from + AT_ONCE).min(size.engagements);
        let document = serde_json::to_vec(&sized::practice(size, from..until))?;
        letters += document.len();
        desk.import(&document)?;
    }
    desk.lock()?;
    println!(
        "{} engagements, {} sessions, {} MB as a document, {:.0} s",
        size.engagements,
        size.sessions,
        letters / 1_000_000,
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

fn measure(folder: &str) -> Result<(), Box<dyn Error>> {
    let folder = std::path::absolute(folder)?.display().to_string();
    let mut desk = desk(&folder)?;
    let begun = Instant::now();
    desk.unlock(Unlock {
        folder,
        passphrase: Some(PASSPHRASE.to_owned()),
    })?;
    println!("unlocked in {} ms", begun.elapsed().as_millis());
    let cards = desk.engagements()?;
    show(
        "the list of engagements",
        times(30, |_| desk.engagements().map(drop))?,
    );
    show(
        "Today, the first time",
        times(1, |_| desk.today().map(drop))?,
    );
    show("Today", times(100, |_| desk.today().map(drop))?);
    let going: Vec<_> = cards.iter().filter(|card| card.ended.is_none()).collect();
    show(
        "Today, after something was written",
        after_writing(&mut desk, &going)?,
    );
    // Every so many, so that a hundred and more are asked, each for the first time.
    let step = (cards.len() / 150).max(1);
    let some: Vec<_> = cards.iter().step_by(step).collect();
    let engagement = |at: usize| AskEngagement {
        engagement: some[at % some.len()].id.clone(),
        on: None,
    };
    show(
        "an engagement",
        times(some.len(), |at| desk.engagement(engagement(at)).map(drop))?,
    );
    let mut sessions = Vec::new();
    for at in 0..some.len().min(40) {
        let page = desk.engagement(engagement(at))?;
        sessions.extend(
            page.sessions
                .iter()
                .step_by(7)
                .map(|session| session.id.clone()),
        );
    }
    let session = |at: usize| AskSession {
        session: sessions[(at * 31) % sessions.len()].clone(),
    };
    show(
        "a session",
        times(sessions.len(), |at| desk.session(session(at)).map(drop))?,
    );
    for typed in sized::SEARCHES {
        let keystrokes: Vec<String> = typed
            .char_indices()
            .map(|(at, c)| typed[..at + c.len_utf8()].to_owned())
            .collect();
        let find = |at: usize| {
            let ask = Find {
                words: keystrokes[at % keystrokes.len()].clone(),
                ..Find::default()
            };
            desk.find(ask).map(drop)
        };
        show(
            &format!("keystrokes of “{typed}”"),
            times(keystrokes.len() * 5, find)?,
        );
    }
    Ok(())
}

/// How long Today takes after a session was written, of one engagement after the other.
fn after_writing(desk: &mut Desk, going: &[&EngagementCard]) -> Result<Vec<Duration>, Failure> {
    let mut took = Vec::new();
    for turn in 0..100 {
        let ask = AskEngagement {
            engagement: going[turn % going.len()].id.clone(),
            on: None,
        };
        let Some(session) = desk.engagement(ask)?.sessions.pop() else {
            continue;
        };
        desk.write_session(WriteSession {
            session: session.id,
            part: SessionPart::Preparation,
            text: format!("Ask how it went, {turn}"),
        })?;
        took.extend(times(1, |_| desk.today().map(drop))?);
    }
    Ok(took)
}

fn times(
    many: usize,
    mut run: impl FnMut(usize) -> Result<(), Failure>,
) -> Result<Vec<Duration>, Failure> {
    (0..many)
        .map(|at| {
            let begun = Instant::now();
            run(at)?;
            Ok(begun.elapsed())
        })
        .collect()
}

fn show(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!(
        "{what}: {} times, half within {:.2} ms, 99 of 100 within {:.2} ms, the slowest {:.2} ms",
        times.len(),
        at(50),
        at(99),
        at(100)
    );
}
