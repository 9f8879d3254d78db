//! Tools for whole-program tests: the desk, driven by command names, without a window.

use practice::types::*;
use practice::{Desk, Failure};
use serde_json::Value;

macro_rules! dispatch {
    ($($name:ident($input:tt) -> $output:ty;)*) => {
        /// Answers one command of the table, as the window would.
        ///
        /// # Errors
        /// The command's own [`Failure`]; one of its own when the command or its input is unknown.
        pub fn answer(desk: &mut Desk, command: &str, input: Value) -> Result<Value, Failure> {
            match command {
                $(stringify!($name) => {
                    let answer: $output = dispatch!(@one desk, input, $name $input)?;
                    serde_json::to_value(answer).map_err(|e| unreadable(&e))
                })*
                _ => Err(Failure::new("bridge.unknown", "There is no such command.")),
            }
        }

        /// The names of all commands.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
    (@one $desk:ident, $given:ident, $name:ident ()) => {{
        let _ = $given;
        $desk.$name()
    }};
    (@one $desk:ident, $given:ident, $name:ident $input:ident) => {{
        let input: $input = serde_json::from_value($given).map_err(|e| unreadable(&e))?;
        $desk.$name(input)
    }};
}

practice::commands!(dispatch);

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::new(
        "bridge.unreadable",
        format!("The input does not fit: {error}"),
    )
}
