//! The real keychain of Linux: GNOME Keyring on a session bus of its own, and no bus at all.

use std::process::Command;

use crate::common::{code, make, place};
use vault::{Keychain, SystemKeychain};

/// Runs one of the ignored tests below by a shell script, in which `"$EXE" $ARGS` starts it. The
/// script has a home of its own, no display and, unless it starts one, no session bus.
fn by_script(script: &str, test: &str) {
    let home = tempfile::tempdir().unwrap();
    let exe = std::env::current_exe().unwrap();
    let args = format!("--exact system_keychain::{test} --ignored");
    let output = Command::new("bash")
        .args(["-c", script])
        .env("EXE", exe)
        .env("ARGS", args)
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{complained}"
    );
}

/// Whether this computer has what the scripts need; `cargo xtask test` installs it.
fn has_a_keyring() -> bool {
    let all_there = ["dbus-run-session", "gnome-keyring-daemon"]
        .map(|program| Command::new(program).arg("--version").output().is_ok())
        .iter()
        .all(|there| *there);
    if !all_there {
        eprintln!("not tested: dbus-run-session or gnome-keyring-daemon is missing");
    }
    all_there
}

#[test]
fn without_a_session_bus_the_answer_is_missing() {
    by_script(r#"exec "$EXE" $ARGS"#, "finds_no_keychain");
}

#[test]
fn with_an_unlocked_keyring_it_remembers_and_forgets() {
    let script = r#"exec dbus-run-session -- bash -c '
        printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        "$EXE" $ARGS'"#;
    if has_a_keyring() {
        by_script(script, "remembers_and_forgets");
    }
}

#[test]
fn a_locked_keyring_is_not_waited_for() {
    // One session makes the keyring. The next one starts it by itself, and finds it locked.
    let script = r#"
        made=$XDG_DATA_HOME/keyrings/login.keyring
        export made
        dbus-run-session -- bash -c '
            printf test |
                gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null &
            for i in {1..100}; do test -e "$made" && break; sleep 0.1; done
            kill $!'
        test -e "$made" && exec dbus-run-session -- "$EXE" $ARGS"#;
    if has_a_keyring() {
        by_script(script, "finds_it_locked");
    }
}

#[test]
#[ignore = "run by another test, in a session with a locked keyring"]
fn finds_it_locked() {
    let (_outer, folder) = place();
    let mut open = make(&folder);
    let refused = open.remember_in_keychain(&SystemKeychain::new());
    // Which of the two depends on whether the keyring's prompt finds a display.
    let answers = ["vault.keychain_locked", "vault.keychain_no_answer"];
    assert!(answers.contains(&code(refused)));
    assert!(!open.is_remembered());
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
