//! Where things are: the repository, its interface, the build's folder.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The interface's folder.
pub fn interface() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts what it builds in the dev profile: beside this program, wherever that is.
pub fn built() -> PathBuf {
    env::current_exe()
        .ok()
        .and_then(|me| me.parent().map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target").join("debug"))
}

/// A program that the workspace builds.
pub fn program(name: &str) -> PathBuf {
    built().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// A folder for xtask's own notes, inside the build's folder.
pub fn notes() -> PathBuf {
    built().join("xtask-notes")
}
