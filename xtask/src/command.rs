//! Calling other programs: shown as they would be typed, stopped on with a reason.

use crate::Stop;
use crate::place;
use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// What `cargo run` sets for this program and what a cargo called from here must not inherit:
/// build scripts that watch these would run again, and everything behind them be built twice.
const LEFT_BY_CARGO: &[&str] = &[
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_BIN_",
    "CARGO_CRATE_",
];

/// All crates with the features that every build shares, so that nothing is compiled twice.
/// `custom-protocol` makes the window show the built interface.
pub const ALL: &[&str] = &[
    "--workspace",
    "--features",
    "three-chairs-window/custom-protocol",
];

/// The cargo that started this program, in the repository's root.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).current_dir(place::root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if LEFT_BY_CARGO.iter().any(|start| text.starts_with(start)) {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// npm in a folder of the repository.
pub fn npm(arguments: &[&str], folder: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(arguments).current_dir(folder);
    npm
}

/// A call as one would type it, without its folder and environment.
pub fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(quoted)
        .collect::<Vec<_>>()
        .join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_=+./:,@%~".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Runs a program to its end, with its output on ours.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(ended(command, status.code())),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// Runs a program without showing its output: what it wrote to standard output.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Whether a program runs and ends well; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    answer(command).is_some()
}

/// Runs a program to its end, showing its output and giving each line of it to `look`.
pub fn run_looking(command: &mut Command, look: fn(&str) -> Tests) -> (Tests, Result<(), Stop>) {
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => return (Tests::default(), Err(not_started(command, &error))),
    };
    let errors = child.stderr.take();
    let beside = thread::spawn(move || errors.map_or_else(Tests::default, |e| copy(e, look)));
    let mut tests = child
        .stdout
        .take()
        .map_or_else(Tests::default, |o| copy(o, look));
    tests += beside.join().unwrap_or_default();
    let done = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(ended(command, status.code())),
        Err(error) => Err(not_started(command, &error)),
    };
    (tests, done)
}

fn copy(from: impl Read, look: fn(&str) -> Tests) -> Tests {
    let mut tests = Tests::default();
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        let mut out = io::stdout().lock();
        // A reader that went away must not stop the checks.
        let _ = writeln!(out, "{line}");
        tests += look(&without_colour(&line));
    }
    tests
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

/// How many tests a runner said that it ran.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tests {
    /// Those that passed.
    pub passed: u64,
    /// Those that failed.
    pub failed: u64,
}

impl std::ops::AddAssign for Tests {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads the summary line of cargo test, nextest, vitest or Playwright.
pub fn summary(line: &str) -> Tests {
    let line = line.trim();
    let said_by_a_runner = line.starts_with("test result:")
        || line.contains("tests run:")
        || line.contains("test run:")
        || line.starts_with("Tests  ")
        || only_playwright(line);
    if !said_by_a_runner {
        return Tests::default();
    }
    Tests {
        passed: number_before(line, "passed"),
        failed: number_before(line, "failed"),
    }
}

/// Playwright says "3 passed (4.2s)" and "1 failed" on lines of their own.
fn only_playwright(line: &str) -> bool {
    let mut words = line.split(' ');
    let number = words.next().is_some_and(|w| w.parse::<u64>().is_ok());
    let verb = matches!(words.next(), Some("passed" | "failed"));
    let rest = words.next();
    number && verb && rest.is_none_or(|time| time.starts_with('(')) && words.next().is_none()
}

fn number_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line
        .split([' ', ',', ';'])
        .filter(|w| !w.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

fn ended(command: &Command, code: Option<i32>) -> Stop {
    let how = code.map_or("was stopped by a signal".to_owned(), |code| {
        format!("ended with code {code}")
    });
    Stop::new(
        format!("`{}` {how}.", typed(command)),
        "read its messages above.",
    )
}

fn not_started(command: &Command, error: &io::Error) -> Stop {
    let name = command.get_program().to_string_lossy();
    Stop::new(
        format!("`{name}` could not be started: {error}."),
        format!("see whether {name} is installed and on the PATH."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests(passed: u64, failed: u64) -> Tests {
        Tests { passed, failed }
    }

    #[test]
    fn reads_the_runners_summaries() {
        let lines = [
            (
                "     Summary [   0.01s] 3 tests run: 2 passed, 1 failed, 0 skipped",
                2,
                1,
            ),
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured",
                12,
                0,
            ),
            ("      Tests  1 failed | 7 passed (8)", 7, 1),
            ("  34 passed (1.2m)", 34, 0),
            ("  2 failed", 0, 2),
        ];
        for (line, passed, failed) in lines {
            assert_eq!(summary(line), tests(passed, failed), "{line}");
        }
    }

    #[test]
    fn ordinary_lines_count_nothing() {
        for line in [
            "3 passed the door",
            "warning: 2 failed attempts",
            "Test Files  2 passed (2)",
        ] {
            assert_eq!(summary(line), Tests::default(), "{line}");
        }
    }

    #[test]
    fn colours_are_taken_off() {
        assert_eq!(without_colour("\u{1b}[32m 3 passed\u{1b}[0m"), " 3 passed");
    }

    #[test]
    fn a_call_can_be_typed_again() {
        let mut call = Command::new("/usr/bin/cargo");
        call.args(["test", "-E", "test(a b)"]);
        assert_eq!(typed(&call), "cargo test -E 'test(a b)'");
    }
}
