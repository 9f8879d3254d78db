//! The desk, asked by the name of a command with JSON: the door for scripts and for tests of the
//! interface.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::desk::Desk;
use crate::error::Failure;
use crate::interchange::ImportFault;
use crate::types::*;

macro_rules! dispatch {
    ($($name:ident($input:tt) -> $output:ty;)*) => {
        /// Answers one command of the table, as the window would.
        ///
        /// # Errors
        /// The command's own [`Failure`]; `call.unknown` when there is no such command and
        /// `call.unreadable` when its input does not fit.
        pub fn answer(desk: &mut Desk, command: &str, input: Value) -> Result<Value, Failure> {
            match command {
                $(stringify!($name) => {
                    let answer: $output = dispatch!(@one desk, input, $name $input)?;
                    serde_json::to_value(answer).map_err(|_| unwritable())
                })*
                _ => Err(unknown()),
            }
        }

        /// The names of all commands.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
    (@one $desk:ident, $given:ident, $name:ident ()) => {
        $desk.asked(stringify!($name), |desk| {
            nothing($given)?;
            desk.$name()
        })
    };
    (@one $desk:ident, $given:ident, $name:ident $input:ident) => {
        $desk.asked(stringify!($name), |desk| {
            let input: $input = read($given)?;
            desk.$name(input)
        })
    };
}

crate::commands!(dispatch);

/// A command without input takes nothing, or an empty object.
fn nothing(given: Value) -> Result<(), Failure> {
    match given {
        Value::Null => Ok(()),
        Value::Object(fields) if fields.is_empty() => Ok(()),
        _ => Err(unreadable(
            "The input",
            "must be left out: this command takes none",
        )),
    }
}

fn read<T: DeserializeOwned>(given: Value) -> Result<T, Failure> {
    serde_path_to_error::deserialize(given).map_err(|error| {
        // The reader's own message quotes what it read; ours does not.
        let fault = ImportFault::reading(error);
        let place = match fault.place.as_str() {
            "" => "The input",
            place => place,
        };
        unreadable(place, &fault.what)
    })
}

fn unreadable(place: &str, what: &str) -> Failure {
    Failure::new(
        "call.unreadable",
        format!("{place} {what}. Nothing was done."),
    )
}

fn unknown() -> Failure {
    Failure::new(
        "call.unknown",
        "There is no such command. Nothing was done.",
    )
}

fn unwritable() -> Failure {
    Failure::new(
        "call.unwritable",
        "The answer cannot be written as JSON. What was asked for was done.",
    )
}
