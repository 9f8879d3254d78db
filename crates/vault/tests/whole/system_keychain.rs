//! The real keychain of Linux: GNOME Keyring on a session bus of its own, and no bus at all.

use std::process::Command;

use crate::common::{code, make, place};
use vault::{Keychain, SystemKeychain};

/// Starts a test of this file in a shell command with `$TEST` for the test's own command line.
fn in_shell(script: &str, test: &str, bus: Option<&str>) -> Option<std::process::Output> {
    let home = tempfile::tempdir().unwrap();
    let exe = std::env::current_exe().unwrap();
    let mut shell = Command::new("bash");
    shell
        .args(["-c", script])
        .env("TEST_EXE", exe)
        .env("TEST_NAME", test)
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
    if let Some(bus) = bus {
        shell.env("DBUS_SESSION_BUS_ADDRESS", bus);
    }
    let output = shell.output().ok()?;
    // 77: the script found that this computer lacks the programs.
    (output.status.code() != Some(77)).then_some(output)
}

fn assert_passed(output: &std::process::Output) {
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{complained}"
    );
}

const RUN: &str = r#""$TEST_EXE" --exact "$TEST_NAME" --ignored --nocapture"#;

#[test]
fn without_a_session_bus_the_answer_is_missing() {
    let nowhere = "unix:path=/nonexistent/bus";
    let output = in_shell(RUN, "system_keychain::finds_no_keychain", Some(nowhere)).unwrap();
    assert_passed(&output);
}

#[test]
fn with_an_unlocked_keyring_it_remembers_and_forgets() {
    let script = format!(
        "command -v dbus-run-session gnome-keyring-daemon >/dev/null || exit 77
         exec dbus-run-session -- bash -c '
           printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
           {RUN}'"
    );
    match in_shell(&script, "system_keychain::remembers_and_forgets", None) {
        Some(output) => assert_passed(&output),
        None => eprintln!("not tested: dbus-run-session or gnome-keyring-daemon is missing"),
    }
}

#[test]
#[ignore = "run by another test, with no session bus"]
fn finds_no_keychain() {
    let (_outer, folder) = place();
    let mut open = make(&folder);
    let keychain = SystemKeychain::new();
    let refused = open.remember_in_keychain(&keychain);
    assert_eq!(code(refused), "vault.keychain_missing");
}

#[test]
#[ignore = "run by another test, in a session with an unlocked keyring"]
fn remembers_and_forgets() {
    let (_outer, folder) = place();
    let keychain = SystemKeychain::new();
    let mut open = make(&folder);
    let id = open.id();
    assert!(keychain.get(&id).unwrap().is_none());
    keychain.remove(&id).unwrap();
    open.remember_in_keychain(&keychain).unwrap();
    open.remember_in_keychain(&keychain).unwrap();
    drop(open);
    let mut open = folder.open_with_keychain(&keychain).unwrap();
    open.forget_keychain(&keychain).unwrap();
    assert!(keychain.get(&id).unwrap().is_none());
}
