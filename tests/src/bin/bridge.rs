//! The desk on standard input and output, for tests of the interface in another browser: a line
//! `{"command": …, "input": …}` in, a line `{"ok": …}` or `{"error": …}` out.
//!
//! `bridge FOLDER DAY` keeps its vaults under FOLDER and stands still on DAY.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use practice::{Desk, FakeKeychain, Now, Places, StandingClock};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("bridge FOLDER DAY")?);
    let date: NaiveDate = arguments.next().ok_or("bridge FOLDER DAY")?.parse()?;
    let at = date
        .and_time(NaiveTime::from_hms_opt(8, 0, 0).ok_or("no such time")?)
        .and_utc();
    let now = Now {
        today: practice::day::Day::new(date)?,
        at,
    };
    let places = Places {
        proposed_vault: folder.join("Three Chairs"),
        last_vault: Some(folder.join("last-vault")),
        temporary: folder.join("temporary"),
        log: Some(folder.join("log")),
    };
    std::fs::create_dir_all(&places.temporary)?;
    let mut desk = Desk::new(
        Box::new(StandingClock(now)),
        Box::new(FakeKeychain::new()),
        places,
    );
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let command = asked["command"].as_str().unwrap_or_default();
        let answer = match whole_program_tests::answer(&mut desk, command, asked["input"].clone()) {
            Ok(answer) => json!({ "ok": answer }),
            Err(failure) => json!({ "error": failure }),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
