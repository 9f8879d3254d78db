//! `three-chairs`: the use cases of the practice for scripts, scheduled jobs and tests
//! (`docs/command-line.md`). Exit code 0 done, 1 refused or failed, 2 wrong use.

mod arguments;
mod calendar;
mod call;
mod contacts;
mod find;
mod messages;
mod old_notes;
mod others;
mod output;
mod own;
mod paper;
mod passphrase;
mod retention;
mod run;
mod safety;
mod screen;

use std::alloc::System;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use zeroizing_alloc::ZeroAlloc;

/// Wipes whatever is given back: words of the practice outlive what held them nowhere in the heap.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    practice::keep_memory_private();
    practice::log::note_faults(None);
    let arguments = arguments::Arguments::parse();
    let json = arguments.json;
    let vault = match arguments.vault.clone() {
        None if matches!(arguments.command, arguments::Command::Support) => {
            return told(run::support_without_vault(json), json);
        }
        None if !arguments.command.needs_vault() => Some(PathBuf::new()),
        named => named,
    };
    let Some(vault) = vault else {
        let missing = ErrorKind::MissingRequiredArgument;
        arguments::Arguments::command()
            .error(missing, messages::NO_VAULT_NAMED)
            .exit();
    };
    told(run::run(arguments, &vault), json)
}

/// Prints what came out of it.
fn told(answer: Result<output::Answer, practice::Failure>, json: bool) -> ExitCode {
    match answer.and_then(|answer| output::print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure, json);
            ExitCode::FAILURE
        }
    }
}
