//! Any command of the window, with its own JSON: for scripts.

use std::io::{self, Read};

use practice::{COMMANDS, Desk, Failure, answer};
use serde_json::Value;

use crate::messages;

/// What makes no sense here: the vault is named with `--vault` and open for one command.
const NOT_HERE: &[&str] = &["create_vault", "unlock", "lock", "open_sample"];

/// The longest input that is read, in bytes: a text of a million bytes, twice over.
const LONGEST: u64 = 8_000_000;

/// A command and its input, looked at before the vault is opened: a slip costs no passphrase.
pub struct Call {
    command: String,
    input: Value,
}

impl Call {
    /// The call that was typed; `-` takes the input from standard input.
    pub fn new(command: &str, input: Option<&str>) -> Result<Self, Failure> {
        if NOT_HERE.contains(&command) {
            return Err(messages::call_not_here());
        }
        if !COMMANDS.contains(&command) {
            return Err(messages::call_unknown());
        }
        let typed = match input {
            Some("-") => from_standard_input()?,
            typed => typed.unwrap_or("null").to_owned(),
        };
        Ok(Self {
            command: command.to_owned(),
            input: serde_json::from_str(&typed).map_err(|_| messages::call_not_json())?,
        })
    }

    /// What the desk answers.
    pub fn answered_by(self, desk: &mut Desk) -> Result<Value, Failure> {
        answer(desk, &self.command, self.input)
    }
}

fn from_standard_input() -> Result<String, Failure> {
    let mut typed = String::new();
    let read = io::stdin().lock().take(LONGEST).read_to_string(&mut typed);
    read.map_err(|_| messages::call_not_json())?;
    Ok(typed)
}
