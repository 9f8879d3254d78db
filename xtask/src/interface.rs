//! The interface: its packages, and its build when something in it changed.

use crate::Stop;
use crate::command::{npm, run, typed};
use crate::place;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What lies in the interface's folder and is no source of it.
const NO_SOURCE: &[&str] = &["node_modules", "dist"];

/// Brings a folder's npm packages to what its lock file says. Quiet when they are.
///
/// npm itself writes `node_modules/.package-lock.json` when it is done, so a lock file that is
/// newer than that one has not been followed yet.
pub fn packages(folder: &Path) -> Result<(), Stop> {
    let lock = folder.join("package-lock.json");
    let wanted = changed(&lock).map_err(|error| {
        Stop::new(
            format!("{} could not be read: {error}.", lock.display()),
            "see that the repository is complete: git status.",
        )
    })?;
    let done = changed(&folder.join("node_modules").join(".package-lock.json"));
    if done.is_ok_and(|done| done >= wanted) {
        return Ok(());
    }
    let mut command = npm(&["ci", "--no-audit", "--no-fund"], folder);
    // The browser tests use the system's Chromium; Playwright's own is not wanted.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    println!(
        "The npm packages of {} are missing or older than its lock file. Now: {}",
        folder.display(),
        typed(&command)
    );
    run(&mut command)
}

fn changed(file: &Path) -> io::Result<std::time::SystemTime> {
    fs::metadata(file)?.modified()
}

/// Builds the interface into `ui/dist`, if a source of it changed since the last build.
///
/// Its faces are those of the documents, so their fonts count among the sources.
pub fn build() -> Result<(), Stop> {
    let folder = place::interface();
    packages(&folder)?;
    let note = place::notes().join("interface");
    let fonts = place::root().join("crates").join("documents").join("fonts");
    let now = fingerprint(&[&folder, &fonts]).map_err(|error| {
        Stop::new(
            format!("The interface's sources could not be read: {error}."),
            "see that the folders ui/ and crates/documents/fonts/ are readable.",
        )
    })?;
    let built = folder.join("dist").join("index.html").is_file();
    if built && fs::read_to_string(&note).is_ok_and(|before| before == now) {
        return Ok(());
    }
    run(&mut npm(&["run", "build"], &folder))?;
    // Without the note the next call builds once more, which is harmless.
    let _ = fs::create_dir_all(place::notes()).and_then(|()| fs::write(&note, now));
    Ok(())
}

/// A digest of all sources' names and contents; not against attackers, only against staleness.
fn fingerprint(folders: &[&Path]) -> io::Result<String> {
    let mut files = Vec::new();
    for folder in folders {
        sources(folder, &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if NO_SOURCE.iter().any(|other| name == *other) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            sources(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_source_changes_the_fingerprint() {
        let folder = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::write(folder.join("a.ts"), "1").unwrap();
        let first = fingerprint(&[&folder]).unwrap();
        fs::write(folder.join("dist").join("built.js"), "x").unwrap();
        assert_eq!(fingerprint(&[&folder]).unwrap(), first);
        fs::write(folder.join("a.ts"), "2").unwrap();
        let second = fingerprint(&[&folder]).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_ne!(first, second);
    }
}
