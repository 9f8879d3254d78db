//! How long a document takes: `cargo bench -p documents --bench documents`.
//!
//! The briefs of the richest engagement of the sample practice, one after the other, each with other
//! words: the first, for which everything is read, the others, and whether memory is given back. The run
//! fails when one of them takes longer than a person should wait.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be taken fails"
)]

#[path = "../tests/documents/support.rs"]
mod support;

use std::time::{Duration, Instant};

use documents::{Content, Stamp, docx, html, markdown, pdf};
use peak_alloc::PeakAlloc;
use serde_json::{Value, json};
use zeroizing_alloc::ZeroAlloc;

const PRACTICE: &str = include_str!("../../practice/sample/practice.json");
const RICHEST: &str = include_str!("../../practice/sample/02-amara.json");
const ON: &str = "2026-09-16";
const MEETING: &str = "amara-closing";

const FIRST: Duration = Duration::from_millis(600);
const AFTERWARDS: Duration = Duration::from_millis(150);
/// How many documents are written, and after how many memory is looked at first: the typesetter empties
/// its tables after each and keeps their room, which has been as large as it gets after some two hundred.
const DOCUMENTS: usize = 600;
const SETTLED: usize = 300;
/// How much more memory may be in use after all of them, in KiB: a table that grows once more doubles.
const MORE: usize = 1024;

/// The programs' allocator, which wipes what it gives back. What is in use is counted, not what the
/// system's allocator holds: that keeps what was freed, in no set measure.
#[global_allocator]
static MEMORY: ZeroAlloc<PeakAlloc> = ZeroAlloc(PeakAlloc);

fn main() {
    let practice: Value = serde_json::from_str(PRACTICE).unwrap();
    let engagement: Value = serde_json::from_str(RICHEST).unwrap();
    let case = support::case_of(json!({
        "coach": practice["coach"],
        "people": practice["people"],
        "organisations": practice["organisations"],
        "engagement": engagement,
    }));
    let briefs = [
        support::brief(&case, "amara-sponsor", MEETING, ON),
        support::brief(&case, "amara-coachee", MEETING, ON),
        support::sheet(&case, MEETING, ON),
    ];
    let mut late = Vec::new();
    let first = timed(&briefs[0], 0);
    println!("the first PDF, fonts and all: {first:.0?} (at most {FIRST:?})");
    if first > FIRST {
        late.push("the first");
    }
    let mut times: [Vec<Duration>; 3] = Default::default();
    let mut settled = 0;
    for n in 1..DOCUMENTS {
        let which = n % briefs.len();
        times[which].push(timed(&briefs[which], n));
        if n == SETTLED {
            settled = in_use();
        }
    }
    for (content, mut times) in briefs.iter().zip(times) {
        times.sort();
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        println!(
            "{}: {median:.0?}, at worst {worst:.0?} (median at most {AFTERWARDS:?})",
            content.eyebrow
        );
        if median > AFTERWARDS {
            late.push("a brief");
        }
    }
    let now = in_use();
    println!(
        "memory in use: {settled} KiB after {SETTLED} documents, {now} KiB after {DOCUMENTS}, {} KiB at most",
        PeakAlloc.peak_usage() / 1024
    );
    if now > settled + MORE {
        late.push("memory is not given back");
    }
    let others = Instant::now();
    for content in &briefs {
        docx(content, Stamp::Draft).unwrap();
        std::hint::black_box((html(content, Stamp::Draft), markdown(content, Stamp::Draft)));
    }
    println!(
        "the same three in the other formats: {:.0?}",
        others.elapsed()
    );
    assert!(late.is_empty(), "{late:?}");
}

/// The time for a PDF with words that no other had.
fn timed(content: &Content, n: usize) -> Duration {
    let mut content = content.clone();
    content.engagement = format!("{} {n}", content.engagement);
    let start = Instant::now();
    std::hint::black_box(pdf(&content, Stamp::Draft).unwrap());
    start.elapsed()
}

/// The memory in use, in KiB.
fn in_use() -> usize {
    PeakAlloc.current_usage() / 1024
}
