//! What is printed and what is written.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};

use practice::Failure;
use serde::Serialize;

use crate::messages;

/// What a command prints on standard output.
pub enum Answer {
    /// Lines for people.
    Text(String),
    /// One JSON value.
    Json(serde_json::Value),
}

impl Answer {
    /// The answer as asked for: JSON of a value, or text about it.
    pub fn of<T: Serialize>(
        json: bool,
        value: &T,
        text: impl FnOnce(&T) -> String,
    ) -> Result<Self, Failure> {
        if json {
            serde_json::to_value(value)
                .map(Self::Json)
                .map_err(|_| messages::no_json())
        } else {
            Ok(Self::Text(text(value)))
        }
    }
}

/// Prints an answer.
pub fn print(answer: &Answer) -> Result<(), Failure> {
    let mut text = match answer {
        Answer::Text(text) => harmless(text),
        Answer::Json(value) => {
            serde_json::to_string_pretty(value).map_err(|_| messages::no_json())?
        }
    };
    if !text.ends_with('\n') && !text.is_empty() {
        text.push('\n');
    }
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever reads has enough: `three-chairs engagements | head -1`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(messages::not_printed(&error)),
        Ok(()) => Ok(()),
    }
}

/// Prints a failure on standard error.
pub fn complain(failure: &Failure, json: bool) {
    let text = match serde_json::to_string(failure) {
        Ok(object) if json => object,
        _ => harmless(&failure.message),
    };
    // Nothing is left to be done when even this fails.
    let _ = writeln!(io::stderr(), "{text}");
}

/// Text without the control characters by which a note could command the terminal.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() && c != '\n' && c != '\t' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// The whole path of a file that is to be written.
pub fn full(path: &Path) -> Result<PathBuf, Failure> {
    absolute(path).map_err(|error| messages::not_written(&error))
}

/// Has a file written by `write`, which gets a path where no file is. An existing file is replaced
/// only when asked, and only by a whole one.
pub fn write_file<T>(
    path: &Path,
    force: bool,
    write: impl FnOnce(&Path) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match fs::symlink_metadata(path) {
        Err(_) => return write(path),
        Ok(found) if !force || !found.is_file() => return Err(messages::there_already()),
        Ok(_) => {}
    }
    let beside = beside(path);
    let written = write(&beside)?;
    fs::rename(&beside, path).map_err(|error| messages::not_replaced(&beside, &error))?;
    Ok(written)
}

/// A name in the same folder that no file has.
fn beside(path: &Path) -> PathBuf {
    let mut number = std::process::id();
    loop {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{number}.new"));
        let beside = path.with_file_name(name);
        if fs::symlink_metadata(&beside).is_err() {
            return beside;
        }
        number = number.wrapping_add(1);
    }
}

/// Writes bytes to a new file, for its owner alone.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options
        .open(path)
        .map_err(|error| messages::not_written(&error))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a practice is no export. We made this file a moment ago.
        let _ = fs::remove_file(path);
        messages::not_written(&error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_note_commands_the_terminal() {
        assert_eq!(
            harmless("a\u{1b}[2J\u{9b}b\tc\n\u{202e}d"),
            "a\u{fffd}[2J\u{fffd}b\tc\n\u{202e}d"
        );
    }

    #[test]
    fn a_file_is_replaced_only_when_asked_and_only_by_a_whole_one() {
        let folder =
            std::env::temp_dir().join(format!("three-chairs-output-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        let file = folder.join("a.txt");
        write_file(&file, false, |path| write_new(path, b"one")).unwrap();
        assert!(write_file(&file, false, |path| write_new(path, b"two")).is_err());
        let fails = |_: &Path| Err::<(), _>(messages::no_json());
        assert!(write_file(&file, true, fails).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"one");
        write_file(&file, true, |path| write_new(path, b"three")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"three");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        assert!(write_file(&folder, true, |path| write_new(path, b"four")).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
