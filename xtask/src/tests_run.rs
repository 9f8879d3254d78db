//! `cargo xtask test`: runs the checks, times them, and ends with what failed and what to type.

use crate::Stop;
use crate::command::Tests;
use crate::machine;
use crate::steps::{End, Outcome, STEPS, Step};
use std::time::{Duration, Instant};

/// Runs all checks, or those with the given names; says whether none of them failed.
pub fn test(names: &[&str]) -> Result<bool, Stop> {
    let steps = chosen(names)?;
    machine::check_rust()?;
    machine::check_node()?;
    let begun = Instant::now();
    let mut tests = Tests::default();
    let mut table = Vec::new();
    let mut failures: Vec<(&str, Stop)> = Vec::new();
    for step in steps {
        println!("\n== {}: {}", step.name, step.what);
        let failed = |needed: &str| failures.iter().any(|(name, _)| *name == needed);
        if let Some(needed) = step.after.iter().find(|needed| failed(needed)) {
            let why = format!("It was not run, because `{needed}` failed.");
            table.push(line(step.name, "not run", Duration::ZERO));
            failures.push((step.name, Stop::new(why, "see there first.")));
            continue;
        }
        let start = Instant::now();
        let outcome = (step.run)();
        tests += counting_the_check(&outcome);
        let word = match outcome.end {
            Ok(End::Passed) => "passed",
            Ok(End::LeftOut(why)) => {
                println!("Left out: {why}.");
                "left out"
            }
            Err(stop) => {
                failures.push((step.name, stop));
                "failed"
            }
        };
        let row = line(step.name, word, start.elapsed());
        println!("{row}");
        table.push(row);
    }
    if table.len() > 1 {
        println!("\n== all\n{}", table.join("\n"));
    }
    for (name, stop) in &failures {
        println!("\n`{name}` failed. {stop}\n  Just this one: cargo xtask test {name}");
    }
    println!("\nIn {}:", spoken(begun.elapsed()));
    println!("{} passed, {} failed", tests.passed, tests.failed);
    Ok(failures.is_empty())
}

fn chosen(names: &[&str]) -> Result<Vec<&'static Step>, Stop> {
    if let Some(unknown) = names
        .iter()
        .find(|name| STEPS.iter().all(|s| s.name != **name))
    {
        return Err(Stop::new(
            format!("There is no check named `{unknown}`."),
            "cargo xtask test --list",
        ));
    }
    let wanted = |step: &&Step| names.is_empty() || names.contains(&step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// A check that runs no tests counts as one test, and so does a failure outside of any test.
fn counting_the_check(outcome: &Outcome) -> Tests {
    let mut tests = outcome.tests;
    match &outcome.end {
        Ok(End::Passed) if tests == Tests::default() => tests.passed = 1,
        Err(_) if tests.failed == 0 => tests.failed = 1,
        _ => {}
    }
    tests
}

fn line(name: &str, word: &str, time: Duration) -> String {
    format!("{name:<10} {word:<9} {:>12}", spoken(time))
}

fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_run_after_what_they_need() {
        for (place, step) in STEPS.iter().enumerate() {
            for needed in step.after {
                let before = STEPS[..place].iter().any(|other| other.name == *needed);
                assert!(before, "{} comes before {needed}", step.name);
            }
        }
    }

    #[test]
    fn an_unknown_check_is_refused_and_a_known_one_is_found() {
        assert!(chosen(&["clippy", "klippy"]).is_err());
        let names: Vec<_> = chosen(&["rust"]).unwrap().iter().map(|s| s.name).collect();
        assert_eq!(names, ["rust"]);
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn a_failed_check_is_never_counted_as_none() {
        let ended = |passed, failed, end| {
            let tests = Tests { passed, failed };
            let tests = counting_the_check(&Outcome { tests, end });
            (tests.passed, tests.failed)
        };
        let stop = || Err(Stop::new("why", "then"));
        assert_eq!(ended(0, 0, Ok(End::Passed)), (1, 0));
        assert_eq!(ended(0, 0, Ok(End::LeftOut("not here"))), (0, 0));
        assert_eq!(ended(7, 0, Ok(End::Passed)), (7, 0));
        assert_eq!(ended(0, 0, stop()), (0, 1));
        assert_eq!(ended(7, 2, stop()), (7, 2));
        assert_eq!(ended(7, 0, stop()), (7, 1));
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(spoken(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 5 s");
    }
}
