//! The interface's typed door knows exactly the commands of the table, and the window's capability
//! allows exactly these, the dialog, the clipboard and the signal of locking.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).unwrap()
}

fn commands() -> BTreeSet<String> {
    whole_program_tests::COMMANDS
        .iter()
        .map(|name| (*name).to_owned())
        .collect()
}

#[test]
fn the_door_calls_each_command_of_the_table_and_no_other() {
    let api = read("ui/src/ipc/api.ts");
    let row = |line: &str| {
        let is_row = line.contains(": ask<") || line.contains(": command<");
        let name = line.split_once("('")?.1.split_once('\'')?.0.to_owned();
        is_row.then_some(name)
    };
    let called: BTreeSet<String> = api.lines().filter_map(row).collect();
    assert_eq!(called, commands());
}

#[test]
fn the_capability_allows_each_command_and_nothing_else() {
    let capability: serde_json::Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();
    let mut expected: BTreeSet<String> = commands()
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    for of_the_shell in [
        "allow-choose-folder",
        "allow-copied",
        "core:event:allow-listen",
    ] {
        expected.insert(of_the_shell.to_owned());
    }
    assert_eq!(allowed, expected);
}
