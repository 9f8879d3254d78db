//! The program itself, before anything is done in it.

use crate::harness::{Home, Window};
use std::env;
use std::process::Command;

#[test]
fn the_window_opens_on_an_empty_home() {
    let home = Home::new();
    let window = Window::open(&home);
    window.see("Three Chairs");
    assert!(
        window.title().contains("Three Chairs"),
        "{}",
        window.title()
    );
}

/// The web view loads the system's SQLite: with symbols of our own beside it, the web view would
/// bind to SQLCipher's copy.
#[test]
fn no_symbol_of_sqlite_is_exported() {
    let program = env::var_os("THREE_CHAIRS_WINDOW").expect("run `cargo xtask test window`");
    let call = Command::new("nm")
        .args(["-D", "--defined-only"])
        .arg(program)
        .output()
        .unwrap();
    assert!(
        call.status.success(),
        "{}",
        String::from_utf8_lossy(&call.stderr)
    );
    let symbols = String::from_utf8_lossy(&call.stdout);
    let found: Vec<&str> = symbols
        .lines()
        .filter(|line| line.contains(" sqlite3_"))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
