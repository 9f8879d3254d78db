//! Running the built program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, OnceLock};

use serde_json::Value;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "four plain words here";

/// What a call came to.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The output of a call that must have worked.
    #[track_caller]
    pub fn fine(self) -> String {
        assert_eq!(self.code, 0, "{}", self.err);
        assert_eq!(self.err, "");
        self.out
    }

    /// The code of a call with --json that must have been refused.
    #[track_caller]
    pub fn refused(self) -> Value {
        assert_eq!(self.code, 1, "{} {}", self.out, self.err);
        assert_eq!(self.out, "");
        serde_json::from_str(&self.err).unwrap()
    }
}

pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_three-chairs"));
    command.env_remove("THREE_CHAIRS_PASSPHRASE");
    command
}

/// Runs a command on a vault.
pub fn three_chairs(vault: &Path, arguments: &[&str]) -> Done {
    let mut command = program();
    command
        .args(arguments)
        .arg("--vault")
        .arg(vault)
        .env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE);
    Done::of(command.output().unwrap())
}

/// The same, with JSON as the answer.
#[track_caller]
pub fn json(vault: &Path, arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.push("--json");
    serde_json::from_str(&three_chairs(vault, &all).fine()).unwrap()
}

/// An empty vault in a folder of its own, which goes when it is dropped.
pub fn new_vault() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    three_chairs(&vault, &["new"]).fine();
    (folder, vault)
}

/// A vault with the sample practice that is only read. One call at a time: a vault is open once.
pub fn sample_vault() -> MutexGuard<'static, PathBuf> {
    static SAMPLE: OnceLock<(TempDir, Mutex<PathBuf>)> = OnceLock::new();
    let (_, path) = SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault");
        three_chairs(&vault, &["sample"]).fine();
        (folder, Mutex::new(vault))
    });
    path.lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A path as an argument.
pub fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}
