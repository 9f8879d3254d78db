//! `cargo xtask run` and `cargo xtask test`: everything that a machine with only Rust and Node.js
//! needs to run Three Chairs or to check it.
//!
//! Whatever is missing is named, with the reason, before it is installed. Nothing here knows the
//! practice: the program itself is called as a coach or a script would call it.

mod command;
mod interface;
#[cfg(unix)]
mod licences;
mod machine;
#[cfg(unix)]
mod package;
mod place;
mod prove;
mod run;
mod sample;
mod steps;
mod tests_run;
mod types;

use std::env;
use std::fmt;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--without-window]   build Three Chairs and open it; without a display, write
                                     the documents of the sample practice to out/
cargo xtask test [STEP…]             run every check, or only the named ones
cargo xtask test --list              say which checks there are
cargo xtask prove [PROOF…]           run the long proofs of confidentiality: views, papers, mutants
cargo xtask package [--debug]        make a package for Debian in target/package
cargo xtask sample --size S|M|L|XL FOLDER
                                     make a vault of that size in a new folder, and time it
cargo xtask types                    write the interface's types again from the Rust ones";

/// Why a command could not go on, and what to type about it.
#[derive(Debug)]
struct Stop {
    /// What happened, in one or two sentences.
    why: String,
    /// What the reader can do or type next.
    then: String,
}

impl Stop {
    fn new(why: impl Into<String>, then: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            then: then.into(),
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  What to do: {}", self.why, self.then)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(machine::has_display()),
        ["run", "--without-window"] => run::run(false),
        ["test", "--list"] => {
            steps::list();
            Ok(())
        }
        ["test", names @ ..] => match tests_run::test(names) {
            // What failed has been said.
            Ok(false) => return ExitCode::FAILURE,
            done => done.map(|_| ()),
        },
        ["prove", names @ ..] => prove::prove(names),
        #[cfg(unix)]
        ["package"] => package::package(false),
        #[cfg(unix)]
        ["package", "--debug"] => package::package(true),
        ["sample", "--size", size, folder] => sample::make(size, folder),
        ["types"] => types::write(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\n{stop}");
            ExitCode::FAILURE
        }
    }
}
