//! `cargo xtask prove`: the long proofs of `docs/proofs.md`, which no day's check has the time for.

use crate::Stop;
use crate::command::{ALL, answer, cargo, run, succeeds};
use crate::{machine, place, steps};
use std::fs;
use std::process::Command;

/// One proof.
struct Proof {
    /// What to type to run just this one: `cargo xtask prove NAME`.
    name: &'static str,
    /// What it shows, in a few words.
    what: &'static str,
    /// Makes what is to be run, one after the other.
    calls: fn() -> Result<Vec<Command>, Stop>,
}

const PROOFS: &[Proof] = &[
    Proof {
        name: "views",
        what: "100,000 pairs of histories that a chair cannot tell apart",
        calls: views,
    },
    Proof {
        name: "papers",
        what: "1,000 pairs of practices, their files taken apart",
        calls: papers,
    },
    Proof {
        name: "mutants",
        what: "the rules, wrong in every single way: which tests notice?",
        calls: mutants,
    },
    Proof {
        name: "files",
        what: "every kind of file, as LibreOffice and veraPDF read it where they are installed",
        calls: files,
    },
    Proof {
        name: "kills",
        what: "random work, killed 2,000 times at random moments, 200 of them in the window",
        calls: kills,
    },
    Proof {
        name: "bits",
        what: "5,000 flipped bits in a database and in a backup, and each page cut off",
        calls: bits,
    },
    Proof {
        name: "disks",
        what: "a disk that fails at 100 places of each command",
        calls: disks,
    },
    Proof {
        name: "fuzz",
        what: "whatever bytes come, an hour for each kind of file",
        calls: fuzz,
    },
];

/// Each case asks for at least six chairs.
const CASES_OF_VIEWS: &str = "17000";
const CASES_OF_PAPERS: &str = "1000";

const KILLS: &str = "1800";
const KILLS_OF_WINDOW: &str = "200";
const BITS: &str = "5000";
const FAILURES: &str = "100";

/// The entries of `tests/src/fuzz.rs`.
const ENTRIES: &[&str] = &[
    "header",
    "backup",
    "interchange",
    "typed",
    "table",
    "workbook",
    "cards",
    "calendar",
    "notes",
];
/// How long each is fuzzed, in seconds.
const FUZZED: &str = "-max_total_time=3600";
/// Counts coverage for libFuzzer, with what the stable compiler has.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Where the rules of confidentiality stand, and what they stand on.
const RULES: &[&str] = &[
    "seat.rs",
    "seat/*.rs",
    "agreement.rs",
    "chairs.rs",
    "ledger.rs",
    "meetings.rs",
    "record.rs",
    "record/*.rs",
    "page.rs",
    "text.rs",
    "view.rs",
    "say.rs",
    "knows.rs",
    "knows/*.rs",
    "releasing.rs",
    "contract.rs",
    "goals.rs",
    "drift.rs",
    "lineage.rs",
    "closing.rs",
    "day.rs",
    "words.rs",
    "alignment/standing.rs",
    "direction.rs",
    "direction/standing.rs",
    "measures.rs",
    "measures/*.rs",
    "today.rs",
    "today/gather.rs",
    "bringing.rs",
];

/// Tests that say nothing on the rules of `RULES`, or only on the generator.
const BESIDES: &str = "not (test(/^reach/) or test(/^nameless/))";

/// Runs all proofs, or those with the given names.
pub fn prove(names: &[&str]) -> Result<(), Stop> {
    let known = |name: &&&str| PROOFS.iter().all(|proof| proof.name != **name);
    if let Some(unknown) = names.iter().find(known) {
        let known: Vec<&str> = PROOFS.iter().map(|proof| proof.name).collect();
        return Err(Stop::new(
            format!("There is no proof named `{unknown}`."),
            format!("cargo xtask prove [{}]", known.join("|")),
        ));
    }
    for proof in PROOFS {
        if names.is_empty() || names.contains(&proof.name) {
            println!("\n== {}: {}", proof.name, proof.what);
            for mut call in (proof.calls)()? {
                run(&mut call)?;
            }
        }
    }
    Ok(())
}

fn views() -> Result<Vec<Command>, Stop> {
    let mut call = cargo(&[
        "test",
        "--release",
        "--package",
        "coaching",
        "--test",
        "rules",
    ]);
    call.args(["--", "non_interference", "no_words"]);
    call.env("PROPTEST_CASES", CASES_OF_VIEWS);
    Ok(vec![call])
}

fn papers() -> Result<Vec<Command>, Stop> {
    let mut call = cargo(&["test", "--release", "--test", "attacker"]);
    call.args(ALL).args(["--", "--nocapture"]);
    call.env("PROPTEST_CASES", CASES_OF_PAPERS);
    Ok(vec![call])
}

/// Each says what it leaves out, for want of a program.
fn files() -> Result<Vec<Command>, Stop> {
    let mut call = cargo(&["test", "--package", "documents", "--test", "documents"]);
    call.args(["--", "--nocapture", "a_validator", "libre_office"]);
    Ok(vec![call])
}

fn kills() -> Result<Vec<Command>, Stop> {
    let mut call = program_tests("any_moment");
    call.env("THREE_CHAIRS_KILLS_OF_WORK", KILLS);
    machine::equip(&machine::for_the_window_tests())?;
    steps::build()?;
    let mut window = cargo(&["test", "--test", "window"]);
    window.args(ALL).args(["--", "--nocapture", "killed::"]);
    window.env("THREE_CHAIRS_KILLS_OF_WINDOW", KILLS_OF_WINDOW);
    window.env("THREE_CHAIRS_WINDOW", place::program("three-chairs-window"));
    Ok(vec![call, window])
}

fn disks() -> Result<Vec<Command>, Stop> {
    let mut call = program_tests("failing_disk");
    call.env("THREE_CHAIRS_FAILURES", FAILURES);
    Ok(vec![call])
}

/// Tests of the built program, which say in figures what they did.
fn program_tests(which: &str) -> Command {
    let mut call = cargo(&["test", "--test", "program"]);
    call.args(ALL).args(["--", "--nocapture", which]);
    call
}

fn bits() -> Result<Vec<Command>, Stop> {
    let mut call = cargo(&["test", "--test", "desk"]);
    call.args(ALL).args(["--", "--nocapture", "bits::"]);
    call.env("THREE_CHAIRS_BITS", BITS);
    Ok(vec![call])
}

/// What is found stays in `target/fuzz/found`; what was reached in `target/fuzz/reached`, from which
/// the next run goes on. The target is named so that build scripts are built without coverage.
fn fuzz() -> Result<Vec<Command>, Stop> {
    let host = answer(Command::new("rustc").args(["--print", "host-tuple"]));
    let host = host.ok_or_else(|| Stop::new("rustc does not say its target.", "rustc -vV"))?;
    let target = place::root().join("target/fuzz");
    let mut calls = Vec::new();
    for entry in ENTRIES {
        let reached = target.join("reached").join(entry);
        let found = target.join("found");
        for folder in [&reached, &found] {
            fs::create_dir_all(folder).map_err(|error| {
                Stop::new(error.to_string(), "see whether `target` can be written to.")
            })?;
        }
        let mut call = cargo(&["run", "--profile", "fuzz", "--bin", "fuzz"]);
        call.args([
            "--package",
            "whole-program-tests",
            "--features",
            "libfuzzer",
        ]);
        call.args(["--target", &host, "--target-dir"]).arg(&target);
        call.arg("--").arg(&reached).arg(FUZZED);
        call.args(["-timeout=60", "-rss_limit_mb=1024", "-max_len=131072"]);
        call.arg(format!("-artifact_prefix={}/{entry}-", found.display()));
        call.env("RUSTFLAGS", COVERAGE)
            .env("THREE_CHAIRS_FUZZ", entry);
        calls.push(call);
    }
    Ok(calls)
}

/// Each mutant costs a build and the tests of `coaching`; what survives is listed at the end and in
/// `target/mutants.out`.
fn mutants() -> Result<Vec<Command>, Stop> {
    if !succeeds(&mut cargo(&["mutants", "--version"])) {
        return Err(Stop::new(
            "cargo-mutants is not installed.",
            "cargo install --locked cargo-mutants",
        ));
    }
    let mut call = cargo(&["mutants", "--package", "coaching", "--output", "target"]);
    call.args(["--test-tool", "nextest", "--no-shuffle", "--timeout", "300"]);
    for file in RULES {
        call.args(["--file", &format!("crates/coaching/src/{file}")]);
    }
    call.args(["--", "--max-fail=1:immediate", "-E", BESIDES]);
    // Few cases bite enough, and what failed need not be made small.
    call.env("PROPTEST_CASES", "12");
    call.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    Ok(vec![call])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_proof_is_refused() {
        assert!(prove(&["papers", "paper"]).is_err());
    }

    #[test]
    fn each_entry_is_fuzzed() {
        let entries = crate::place::root().join("tests/src/fuzz.rs");
        let source = fs::read_to_string(entries).unwrap();
        let names = source.lines().filter_map(|line| {
            let name = line.trim().strip_prefix("name: \"")?;
            name.strip_suffix("\",")
        });
        assert_eq!(names.collect::<Vec<_>>(), ENTRIES);
    }

    #[test]
    fn the_rules_are_where_the_mutants_are_looked_for() {
        let folder = crate::place::root().join("crates/coaching/src");
        for file in RULES {
            let place = folder.join(file.trim_end_matches("/*.rs"));
            assert!(place.exists(), "{file}");
        }
    }
}
