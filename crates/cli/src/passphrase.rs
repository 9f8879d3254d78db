//! The passphrase: from a file, from the environment, or typed. It is never printed.

use std::env;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use practice::Failure;

use crate::messages;

const VARIABLE: &str = "THREE_CHAIRS_PASSPHRASE";

/// More than any passphrase: beyond it, this is another file.
const LONGEST_FILE: u64 = 16 * 1024;

/// Whether the passphrase opens a vault or is chosen for a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It opens a vault: asked once.
    Open,
    /// It is chosen: typed twice.
    Choose,
}

/// Gets the passphrase.
pub fn get(file: Option<&Path>, purpose: Purpose) -> Result<String, Failure> {
    if let Some(file) = file {
        return from_file(file);
    }
    match env::var(VARIABLE) {
        Ok(passphrase) => return Ok(passphrase),
        Err(env::VarError::NotUnicode(_)) => return Err(messages::passphrase_not_text()),
        Err(env::VarError::NotPresent) => {}
    }
    match purpose {
        Purpose::Open => typed(messages::passphrase_prompt(false)),
        Purpose::Choose => typed_twice(),
    }
}

/// A passphrase that is chosen at the terminal.
pub fn typed_twice() -> Result<String, Failure> {
    let first = typed(messages::passphrase_prompt(true))?;
    if first != typed(messages::PASSPHRASE_AGAIN)? {
        return Err(messages::passphrases_differ());
    }
    Ok(first)
}

fn typed(prompt: &str) -> Result<String, Failure> {
    rpassword::prompt_password(prompt).map_err(|_| messages::no_terminal())
}

/// The first line of a file, without its end.
pub fn from_file(file: &Path) -> Result<String, Failure> {
    let mut text = String::with_capacity(4096);
    File::open(file)
        .and_then(|file| file.take(LONGEST_FILE).read_to_string(&mut text))
        .map_err(|error| messages::passphrase_file_not_read(&error))?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}
