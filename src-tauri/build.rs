//! Names each command of the window, so that no other can be called, and keeps our database to
//! ourselves.

/// The table of commands, read as text: `name(Input) -> Output;`.
const TABLE: &str = include_str!("../crates/practice/src/commands.rs");

/// The commands that the table does not have: the system's own dialog, and its clipboard.
const OF_THE_SHELL: &[&str] = &["choose_folder", "copied"];

fn main() {
    println!("cargo:rerun-if-changed=../crates/practice/src/commands.rs");
    // The web view loads the system's SQLite. Symbols of our own, with the cipher in it, must not
    // be found by it.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let mut commands: Vec<&'static str> = TABLE
        .lines()
        .filter(|line| line.contains(") -> "))
        .filter_map(name)
        .collect();
    commands.extend(OF_THE_SHELL);
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
        std::process::exit(1);
    }
}

fn name(line: &'static str) -> Option<&'static str> {
    let name = line.trim().split('(').next()?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_name.then_some(name)
}
