//! The desk on standard input and output, for tests of the interface in another browser: a line
//! `{"command": …, "input": …}` in, a line `{"ok": …}` or `{"error": …}` out.
//!
//! `bridge FOLDER DAY` keeps its vaults under FOLDER and stands still on DAY.

use std::alloc::System;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use practice::{Desk, FakeKeychain, Now, Places, StandingClock};
use serde_json::{Value, json};
use zeroizing_alloc::ZeroAlloc;

/// Wipes whatever is given back: words of the practice outlive what held them nowhere in the heap.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

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
    let mut lines = Lines::default();
    while let Some(line) = lines.next()? {
        let asked: Value = serde_json::from_slice(&line)?;
        let command = asked["command"].as_str().unwrap_or_default();
        let answer = match whole_program_tests::answer(&mut desk, command, asked["input"].clone()) {
            Ok(answer) => json!({ "ok": answer }),
            Err(failure) => json!({ "error": failure }),
        };
        // A whole line at once goes past the buffer of standard output.
        io::stdout().write_all(format!("{answer}\n").as_bytes())?;
    }
    Ok(())
}

/// Standard input, line by line. What it holds for a moment is given back, and so wiped: the buffer of
/// the standard library would keep the last lines.
#[derive(Default)]
struct Lines {
    read: Vec<u8>,
}

impl Lines {
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(end) = self.read.iter().position(|byte| *byte == b'\n') {
                let rest = self.read.split_off(end + 1);
                return Ok(Some(std::mem::replace(&mut self.read, rest)));
            }
            // Larger than that buffer, so that it is passed by.
            let mut chunk = vec![0; 1 << 16];
            let length = io::stdin().read(&mut chunk)?;
            if length == 0 {
                return Ok(None);
            }
            self.read.extend_from_slice(&chunk[..length]);
        }
    }
}
