//! The interface's types, written from the Rust ones that cross to it.

use crate::Stop;
use crate::command::{ALL, cargo, run};
use crate::place;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the committed types are.
fn committed() -> PathBuf {
    place::interface().join("src").join("ipc").join("types")
}

/// The tests of `practice` that write each type's file, given where to write them.
fn export(to: &Path) -> Command {
    let mut command = cargo(&["test", "--quiet"]);
    command.args(ALL).args(["--lib", "export_bindings"]);
    command.env("TS_RS_EXPORT_DIR", to);
    command
}

/// `cargo xtask types`: writes the committed types again.
pub fn write() -> Result<(), Stop> {
    let folder = committed();
    run(&mut export(&folder))?;
    println!("Written: {}", folder.display());
    Ok(())
}

/// Sees that the committed types are what the Rust ones say today.
pub fn compare() -> Result<(), Stop> {
    let fresh = place::notes().join("types");
    // What an earlier call left must not pass for a type that is still there.
    let _ = fs::remove_dir_all(&fresh);
    run(&mut export(&fresh))?;
    let read = |folder: &Path| {
        files(folder).map_err(|error| {
            Stop::new(
                format!(
                    "The types in {} could not be read: {error}.",
                    folder.display()
                ),
                "cargo xtask types, and commit what it writes.",
            )
        })
    };
    let differing = differences(&read(&committed())?, &read(&fresh)?);
    if differing.is_empty() {
        return Ok(());
    }
    Err(Stop::new(
        format!(
            "The committed types of the interface differ from the Rust ones: {}.",
            differing.join(", ")
        ),
        "cargo xtask types, and commit what it writes.",
    ))
}

type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> io::Result<Files> {
    let mut found = Files::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inner = files(&entry.path())?;
            found.extend(
                inner
                    .into_iter()
                    .map(|(file, text)| (format!("{name}/{file}"), text)),
            );
        } else {
            found.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(found)
}

fn differences(committed: &Files, fresh: &Files) -> Vec<String> {
    let gone = committed.keys().filter(|name| !fresh.contains_key(*name));
    let other = fresh
        .iter()
        .filter(|(name, text)| committed.get(*name) != Some(text));
    gone.chain(other.map(|(name, _)| name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gone_a_new_and_a_changed_type_are_found() {
        let files = |all: &[(&str, &str)]| -> Files {
            all.iter()
                .map(|(n, t)| ((*n).to_owned(), t.as_bytes().to_vec()))
                .collect()
        };
        let committed = files(&[("Gone.ts", "1"), ("Same.ts", "1"), ("Other.ts", "1")]);
        let fresh = files(&[("New.ts", "1"), ("Same.ts", "1"), ("Other.ts", "2")]);
        let found = differences(&committed, &fresh);
        assert_eq!(found, ["Gone.ts", "New.ts", "Other.ts"]);
        assert!(differences(&fresh, &fresh).is_empty());
    }
}
