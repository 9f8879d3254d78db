//! The checks of `cargo xtask test`, each by its name, in the order in which they run.

use crate::Stop;
use crate::command::{ALL, Tests, cargo, npm, run, run_looking, succeeds, summary};
use crate::{interface, machine, place, types};
use std::process::Command;

/// One check.
pub struct Step {
    /// What to type to run just this one: `cargo xtask test NAME`.
    pub name: &'static str,
    /// What it sees to, in a few words.
    pub what: &'static str,
    /// The checks without which it makes no sense.
    pub after: &'static [&'static str],
    /// Runs it.
    pub run: fn() -> Outcome,
}

/// How a check ended.
pub struct Outcome {
    /// The tests that it ran.
    pub tests: Tests,
    /// Why it failed or could not be done here.
    pub end: Result<End, Stop>,
}

/// How a check ended that did not fail.
pub enum End {
    /// It ran and found nothing wrong.
    Passed,
    /// It cannot be run on this system, for this reason.
    LeftOut(&'static str),
}

/// All checks, the quickest to fail first where they do not need each other.
pub const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "the Rust sources are formatted",
        after: &[],
        run: || checked(format),
    },
    Step {
        name: "interface",
        what: "the interface is built",
        after: &[],
        run: || checked(interface::build),
    },
    Step {
        name: "ui-check",
        what: "the interface's types hold (svelte-check)",
        after: &["interface"],
        run: || checked(|| run(&mut script("check")?)),
    },
    Step {
        name: "ui-lint",
        what: "the interface is clean and formatted (eslint, prettier)",
        after: &["interface"],
        run: || checked(|| run(&mut script("lint")?)),
    },
    Step {
        name: "ui-test",
        what: "the interface's own tests (vitest)",
        after: &["interface"],
        run: || counted(script("test")),
    },
    Step {
        name: "build",
        what: "every crate, program and test is built",
        after: &["interface"],
        run: || checked(build),
    },
    Step {
        name: "clippy",
        what: "the Rust sources are clean",
        after: &["build"],
        run: || checked(clippy),
    },
    Step {
        name: "rust",
        what: "the Rust tests",
        after: &["build"],
        run: || counted(tests(&["--lib", "--bins", "--tests"])),
    },
    Step {
        name: "doc",
        what: "the examples in the documentation, and what must not compile",
        after: &["build"],
        run: || counted(doc()),
    },
    Step {
        name: "types",
        what: "the interface's committed types are those of Rust",
        after: &["build"],
        run: || checked(types::compare),
    },
    Step {
        name: "window",
        what: "the real window, clicked and typed into",
        after: &["build"],
        run: window,
    },
    Step {
        name: "browser",
        what: "every screen in Chromium, in both themes",
        after: &["interface"],
        run: || counted(browser()),
    },
];

/// Prints the checks.
pub fn list() {
    for step in STEPS {
        println!("{:<10} {}", step.name, step.what);
    }
}

fn checked(check: fn() -> Result<(), Stop>) -> Outcome {
    Outcome {
        tests: Tests::default(),
        end: check().map(|()| End::Passed),
    }
}

/// Runs a test runner that could be made ready, and counts what it ran.
fn counted(runner: Result<Command, Stop>) -> Outcome {
    let (tests, done) = match runner {
        Ok(mut command) => run_looking(&mut command, summary),
        Err(stop) => (Tests::default(), Err(stop)),
    };
    Outcome {
        tests,
        end: done.map(|()| End::Passed),
    }
}

/// One of the interface's npm scripts, with its packages in place.
fn script(name: &str) -> Result<Command, Stop> {
    let folder = place::interface();
    interface::packages(&folder)?;
    Ok(npm(&["run", name], &folder))
}

/// A cargo call over all crates, with what it needs in place: the window's crate holds the built
/// interface.
fn all_crates(arguments: &[&str]) -> Result<Command, Stop> {
    machine::equip(&machine::for_the_window())?;
    interface::build()?;
    let mut command = cargo(arguments);
    command.args(ALL);
    Ok(command)
}

fn format() -> Result<(), Stop> {
    component("rustfmt", "fmt")?;
    run(&mut cargo(&["fmt", "--all", "--check"]))
        .map_err(|stop| Stop::new(stop.why, "cargo fmt --all"))
}

/// Builds the interface, and all of Rust.
pub fn build() -> Result<(), Stop> {
    run(&mut all_crates(&["build", "--all-targets"])?)
}

fn clippy() -> Result<(), Stop> {
    component("clippy", "clippy")?;
    run(all_crates(&["clippy", "--all-targets"])?.args(["--", "--deny", "warnings"]))
}

/// Sees that a part of Rust which a minimal installation leaves out is there.
fn component(name: &str, subcommand: &str) -> Result<(), Stop> {
    if succeeds(&mut cargo(&[subcommand, "--version"])) {
        return Ok(());
    }
    if !machine::has("rustup") {
        return Err(Stop::new(
            format!("Rust's {name} is not installed, and there is no rustup to install it with."),
            format!("install {name} as you installed Rust."),
        ));
    }
    println!("Rust's {name} is missing. Now: rustup component add {name}");
    run(Command::new("rustup").args(["component", "add", name]))
}

/// Tests of all crates; by nextest where it is installed, because it runs them side by side.
fn tests(which: &[&str]) -> Result<Command, Stop> {
    let mut command = if machine::has("cargo-nextest") {
        all_crates(&["nextest", "run", "--no-fail-fast"])?
    } else {
        all_crates(&["test", "--no-fail-fast"])?
    };
    command.args(which);
    // Types that tests write belong beside the build: the committed ones are only compared.
    command.env("TS_RS_EXPORT_DIR", place::notes().join("types"));
    Ok(command)
}

fn doc() -> Result<Command, Stop> {
    all_crates(&["test", "--doc", "--no-fail-fast"])
}

fn window() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Outcome {
            tests: Tests::default(),
            end: Ok(End::LeftOut(
                "this system's web view has no driver for tests",
            )),
        };
    }
    let ready = || {
        machine::equip(&machine::for_the_window_tests())?;
        build()?;
        let mut command = tests(&["--test", "window"])?;
        let window = place::program("three-chairs-window");
        command.env("THREE_CHAIRS_WINDOW", window);
        Ok(command)
    };
    counted(ready())
}

fn browser() -> Result<Command, Stop> {
    machine::equip(&machine::for_the_browser_tests())?;
    let folder = place::root().join("tests").join("browser");
    interface::packages(&folder)?;
    interface::build()?;
    let mut command = npm(&["test"], &folder);
    command.env("CHROMIUM", machine::chromium().unwrap_or("chromium"));
    Ok(command)
}
