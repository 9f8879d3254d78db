//! The arrows of the architecture, checked: which crate may depend on which, which foreign crate
//! may be used only where, what the pure crates may not name, and what the interface may not
//! import. `docs/architecture.md` draws them; a change to it begins there and ends here.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test cannot read, fails it"
)]

mod scan;
mod tables;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tables::{ARROWS, COACHING_USES, DOCUMENTS_MAY_NAME, IMPURE, ONLY_IN};

/// The most lines of a Rust source. More than that does not fit in a head.
const LINES: usize = 500;

/// A crate of the workspace, and what its manifest names: normal, build and dev dependencies.
struct Crate {
    name: String,
    uses: Vec<String>,
}

fn crates(metadata: &Value) -> Vec<Crate> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    list(&metadata["packages"])
        .iter()
        .map(|package| Crate {
            name: name(package),
            uses: list(&package["dependencies"]).iter().map(name).collect(),
        })
        .collect()
}

/// Each dependency between our crates that no arrow allows, and each crate without arrows.
fn broken_arrows(crates: &[Crate]) -> Vec<String> {
    let ours = |name: &str| crates.iter().any(|other| other.name == name);
    let mut found = Vec::new();
    for each in crates {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == each.name) else {
            found.push(format!("{}: not in the architecture", each.name));
            continue;
        };
        for used in each.uses.iter().filter(|used| ours(used)) {
            if !allowed.contains(&used.as_str()) {
                found.push(format!("{} → {used}", each.name));
            }
        }
    }
    found
}

/// Each foreign crate in a place that is not its own.
fn misplaced(crates: &[Crate]) -> Vec<String> {
    let matches = |pattern: &str, name: &str| match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    };
    let mut found = Vec::new();
    for each in crates {
        for used in &each.uses {
            let rule = ONLY_IN.iter().find(|(pattern, _)| matches(pattern, used));
            let elsewhere = rule.is_some_and(|(_, places)| !places.contains(&each.name.as_str()));
            let too_much = each.name == "coaching" && !COACHING_USES.contains(&used.as_str());
            if elsewhere || too_much {
                found.push(format!("{} uses {used}", each.name));
            }
        }
    }
    found
}

/// Whether a path is one of these or leads into it.
fn leads_into(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| {
        path.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    })
}

/// Each path in a source that leads into one of these.
fn naming(source: &str, forbidden: &[&str]) -> Vec<String> {
    scan::paths(source)
        .into_iter()
        .filter(|path| leads_into(path, forbidden))
        .collect()
}

/// Each path in a renderer's source that reaches behind what `seat` made.
fn reaching_for_the_record(source: &str) -> Vec<String> {
    let mut found = naming(source, &["coaching"]);
    found.retain(|path| !leads_into(path, DOCUMENTS_MAY_NAME));
    found
}

/// Whether a source of the interface knows the shell.
fn knows_the_shell(source: &str) -> bool {
    [
        "'@tauri-apps/",
        "\"@tauri-apps/",
        "`@tauri-apps/",
        "__TAURI",
    ]
    .iter()
    .any(|sign| source.contains(sign))
}

/// The number of a migration by its place: 5 to 8 were given out empty, and have no file.
fn number_of(place: usize) -> usize {
    if place < 4 { place + 1 } else { place + 5 }
}

/// Each file among the migrations that is not `000N_name.sql`, or breaks the count from 0001.
fn odd_migrations(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    let wrong = |(place, name): &(usize, String)| {
        let parts = name.split_once('_').zip(name.strip_suffix(".sql"));
        !parts.is_some_and(|((number, rest), _)| {
            number == format!("{:04}", number_of(*place))
                && rest.len() > ".sql".len()
                && rest
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.".contains(c))
        })
    };
    names
        .into_iter()
        .enumerate()
        .filter(wrong)
        .map(|(_, name)| name)
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files with one of these endings below a folder of the repository.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
            {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "nothing to check in {folder}");
    found.sort();
    found
}

/// What a check finds in the sources of a crate that are not only for tests.
fn in_sources(folder: &str, check: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let for_tests = |file: &PathBuf| file.ends_with("tests.rs") || file.ends_with("tests/mod.rs");
    let mut found = Vec::new();
    for file in files(folder, &[".rs"])
        .iter()
        .filter(|file| !for_tests(file))
    {
        let source = scan::without_tests(&fs::read_to_string(file).unwrap());
        let name = file.display();
        found.extend(
            check(&source)
                .into_iter()
                .map(|path| format!("{name} names {path}")),
        );
    }
    found
}

#[track_caller]
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

fn workspace() -> Vec<Crate> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let crates = crates(&serde_json::from_slice(&output.stdout).unwrap());
    assert_eq!(
        crates.len(),
        ARROWS.len(),
        "a crate of the architecture is missing or new"
    );
    crates
}

#[test]
fn every_arrow_between_crates_is_allowed() {
    none(
        "arrows that the architecture does not have",
        &broken_arrows(&workspace()),
    );
}

#[test]
fn foreign_crates_stay_where_they_belong() {
    none(
        "foreign crates out of their place",
        &misplaced(&workspace()),
    );
}

#[test]
fn the_rules_are_pure() {
    let found = in_sources("crates/coaching/src", |source| naming(source, IMPURE));
    none("coaching has no disk, network, clock or randomness", &found);
}

#[test]
fn the_renderers_are_pure() {
    let found = in_sources("crates/documents/src", |source| naming(source, IMPURE));
    none(
        "documents has no disk, network, clock or randomness",
        &found,
    );
}

#[test]
fn the_renderers_cannot_reach_the_record() {
    let found = in_sources("crates/documents/src", reaching_for_the_record);
    none(
        "documents knows a view or a page, and not the record",
        &found,
    );
}

#[test]
fn only_one_door_of_the_interface_knows_the_shell() {
    let door = root().join("ui/src/ipc");
    let found: Vec<String> = files("ui/src", &[".ts", ".svelte", ".js"])
        .iter()
        .filter(|file| !file.starts_with(&door))
        .filter(|file| knows_the_shell(&fs::read_to_string(file).unwrap()))
        .map(|file| file.display().to_string())
        .collect();
    none("only ui/src/ipc may import from the shell", &found);
}

#[test]
fn every_source_fits_in_a_head() {
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let found: Vec<String> = files("crates", &[".rs"])
        .iter()
        .chain(&files("src-tauri/src", &[".rs"]))
        .filter(|file| lines(file) > LINES)
        .map(|file| format!("{}: {} lines", file.display(), lines(file)))
        .collect();
    none("sources that are too long", &found);
}

#[test]
fn migrations_are_numbered_sql() {
    let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
    let names = files("migrations", &[""]).iter().map(name).collect();
    none("not a migration in its order", &odd_migrations(names));
}

/// The checks themselves, on things that are broken.
mod broken {
    use super::*;

    fn made_up(packages: &[(&str, &[&str])]) -> Vec<Crate> {
        let named = |name: &&str| serde_json::json!({ "name": name, "kind": null });
        let package = |(name, uses): &(&str, &[&str])| {
            let uses: Vec<Value> = uses.iter().map(named).collect();
            serde_json::json!({ "name": name, "dependencies": uses })
        };
        let packages: Vec<Value> = packages.iter().map(package).collect();
        crates(&serde_json::json!({ "packages": packages }))
    }

    #[test]
    fn a_wrong_arrow_is_found() {
        let crates = made_up(&[
            ("coaching", &["serde", "store"]),
            ("store", &["coaching", "rusqlite"]),
            ("three-chairs-cli", &["practice", "coaching"]),
            ("practice", &["store", "coaching"]),
            ("novelty", &[]),
        ]);
        let wanted = [
            "coaching → store",
            "three-chairs-cli → coaching",
            "novelty: not in the architecture",
        ];
        assert_eq!(broken_arrows(&crates), wanted);
    }

    #[test]
    fn a_misplaced_crate_is_found() {
        let crates = made_up(&[
            ("practice", &["rusqlite", "keyring-core", "serde"]),
            ("vault", &["ring", "keyring-core", "reqwest"]),
            ("coaching", &["serde", "rand"]),
        ]);
        let wanted = [
            "practice uses rusqlite",
            "practice uses keyring-core",
            "vault uses reqwest",
            "coaching uses rand",
        ];
        assert_eq!(misplaced(&crates), wanted);
    }

    #[test]
    fn a_clock_or_a_file_is_found() {
        let source = "use std::{fmt, fs::File}; fn f() { chrono::Utc::now(); Utc::nowhere(); }";
        assert_eq!(
            naming(source, IMPURE),
            ["std::fs::File", "chrono::Utc::now"]
        );
        let shorter = "use chrono::Utc; fn f() { Utc::now(); std::time::SystemTime::now(); }";
        assert_eq!(
            naming(shorter, IMPURE),
            ["Utc::now", "std::time::SystemTime::now"]
        );
        assert!(
            naming(
                "use std::fmt; // std::fs\nuse chrono::{Utc, DateTime};",
                IMPURE
            )
            .is_empty()
        );
    }

    #[test]
    fn a_renderer_that_reaches_for_the_record_is_found() {
        let source = "use coaching::{view::View, record::Engagement}; use coaching::*;
            use coaching as rules; use crate::coaching::record;";
        let wanted = ["coaching::record::Engagement", "coaching::*", "coaching"];
        assert_eq!(reaching_for_the_record(source), wanted);
        assert!(reaching_for_the_record("use coaching::view::View;").is_empty());
    }

    #[test]
    fn a_second_door_is_found() {
        assert!(knows_the_shell(
            "import { invoke } from '@tauri-apps/api/core';"
        ));
        assert!(knows_the_shell("window.__TAURI_INTERNALS__.invoke('x')"));
        assert!(!knows_the_shell("import { door } from '../ipc';"));
    }

    #[test]
    fn an_odd_migration_is_found() {
        let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect();
        assert!(odd_migrations(names(&["0002_more.sql", "0001_first.sql"])).is_empty());
        let odd = odd_migrations(names(&["0001_first.sql", "0003_gap.sql", "notes.md"]));
        assert_eq!(odd, ["0003_gap.sql", "notes.md"]);
        assert_eq!(odd_migrations(names(&["0001_.sql"])), ["0001_.sql"]);
    }
}
