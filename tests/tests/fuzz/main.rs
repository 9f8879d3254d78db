//! Every entry of `whole_program_tests::fuzz` over its examples, over what was found before, and over
//! damaged and put together ones from a fixed seed: no panic, no hang, bounded memory. The long form
//! is `cargo xtask prove fuzz`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod harm;

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use std::{fs, panic};

use peak_alloc::PeakAlloc;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use whole_program_tests::fuzz::{ENTRIES, Entry, dear_headers};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The memory of the whole process is measured: one at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// The longest that one input may take, unoptimised and beside other work.
const LONGEST: Duration = Duration::from_secs(60);

/// Tries an entry's seeds, and as many harmed ones.
fn tried(name: &'static str, cases: u32) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let entry = Entry::named(name).unwrap();
    let (begins, begun) = channel();
    let work = thread::spawn(move || {
        let seeds = entry.seeds();
        let try_out = |bytes: &[u8]| {
            begins.send(bytes.to_vec()).unwrap();
            entry.try_out(bytes)
        };
        let read = seeds.iter().filter(|seed| try_out(seed)).count();
        assert!(read > 0, "no seed is read");
        let config = Config {
            cases: Config::default().cases.max(cases),
            failure_persistence: None,
            max_shrink_iters: 1000,
            ..Config::default()
        };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut runner = TestRunner::new_with_rng(config, rng);
        let harms = harm::harms(seeds.len());
        let done = runner.run(&harms, |(seed, harms)| {
            try_out(&harm::harmed(&seeds, seed, &harms));
            Ok(())
        });
        done.unwrap_or_else(|failure| panic!("{name}: {failure}"));
    });
    let mut last = Vec::new();
    loop {
        match begun.recv_timeout(LONGEST) {
            Ok(bytes) => last = bytes,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hangs-{name}"));
                fs::write(&kept, &last).unwrap();
                panic!("{name} takes over {LONGEST:?} for {}", kept.display());
            }
        }
    }
    if let Err(failure) = work.join() {
        panic::resume_unwind(failure);
    }
}

macro_rules! entries {
    ($($name:ident: $cases:expr),* $(,)?) => {
        $(#[test] fn $name() { tried(stringify!($name), $cases); })*

        #[test]
        fn no_entry_is_left_out() {
            let names: Vec<&str> = ENTRIES.iter().map(|entry| entry.name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

// Each takes some seconds unoptimised.
entries! {
    header: 2000,
    backup: 2000,
    interchange: 1500,
    typed: 5000,
    table: 256,
    workbook: 256,
    cards: 256,
    calendar: 256,
    notes: 512,
}

#[test]
fn a_header_that_asks_for_too_much_is_refused_before_a_key_is_derived() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let entry = Entry::named("header").unwrap();
    for header in dear_headers() {
        assert!(!entry.try_out(&header));
    }
}

#[test]
#[should_panic(expected = "of memory")]
fn too_much_memory_is_noticed() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let wasteful = Entry {
        take: |bytes| bytes.repeat(2000).is_empty(),
        ..*Entry::named("header").unwrap()
    };
    wasteful.try_out(&[1; 1000]);
}
