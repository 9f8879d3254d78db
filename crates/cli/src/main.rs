//! `three-chairs`: the use cases of the practice for scripts, scheduled jobs and tests
//! (`docs/command-line.md`). Exit code 0 done, 1 refused or failed, 2 wrong use.

mod arguments;
mod call;
mod contacts;
mod find;
mod messages;
mod others;
mod output;
mod paper;
mod passphrase;
mod run;
mod screen;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    let json = arguments.json;
    let Some(vault) = arguments.vault.clone() else {
        let missing = ErrorKind::MissingRequiredArgument;
        arguments::Arguments::command()
            .error(missing, messages::NO_VAULT_NAMED)
            .exit();
    };
    match run::run(arguments, &vault).and_then(|answer| output::print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure, json);
            ExitCode::FAILURE
        }
    }
}
