//! A disk that fails at any one write, sync, rename or removal, or from there on, or is full, or at
//! which the program dies: the practice is as it was before or as it should be after, and the answer
//! can be understood. `THREE_CHAIRS_FAILURES` says at how many places of each command (6 unless set).

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use practice::types::{Rehearse, Unlock};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::keyed::{Keyed, files, is_hidden, of_nadias_ledger, sound};
use crate::support::{PASSPHRASE, shown};

/// How the disk fails.
#[derive(Clone, Copy, Debug)]
enum How {
    /// One call fails, as where a cable was touched.
    Once,
    /// Each call fails from there on, as where a stick was pulled.
    FromThenOn,
    /// Each call says that the disk is full from there on.
    Full,
    /// The program dies in the middle of the call.
    Killed,
}

const HOWS: [How; 4] = [How::Once, How::FromThenOn, How::Full, How::Killed];
/// EIO and ENOSPC.
const BROKEN: &str = "5";
const FULL: &str = "28";

/// What is done while it fails.
#[derive(Clone, Copy, Debug)]
enum Act {
    Create,
    Open,
    Save,
    HandOver,
    BackUp,
    Restore,
    NewDataKey,
    Migrate,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Before,
    After,
}

/// The library that makes calls fail; its folder goes with the process.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("failing_disk.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/program/failing_disk.c");
        let made = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"])
            .arg(&path)
            .arg(source)
            .arg("-ldl")
            .status()
            .unwrap();
        assert!(made.success(), "cc, with which Rust links, is needed");
        (folder, path)
    });
    path
}

/// What each case begins with.
struct Base {
    folder: TempDir,
    keyed: Keyed,
    export: Vec<u8>,
    entries: usize,
    backup: PathBuf,
}

impl Base {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keyed = Keyed::nadia_in(folder.path());
        let mut desk = keyed.open();
        let export = desk.export().unwrap();
        let entries = of_nadias_ledger(&sound(&desk));
        let backup = desk.back_up_to(folder.path()).unwrap();
        drop(desk);
        Self {
            folder,
            keyed,
            export,
            entries,
            backup,
        }
    }

    fn case(&self, act: Act) -> Case<'_> {
        let folder = tempfile::tempdir_in(self.folder.path()).unwrap();
        let place = |name: &str| folder.path().join(name);
        let keyed = Keyed {
            vault: place("vault"),
            key: place("recovery.txt"),
        };
        fs::copy(&self.keyed.key, &keyed.key).unwrap();
        match act {
            Act::Create | Act::Restore => {}
            Act::Migrate => copy(&frozen().join("vault-1"), &keyed.vault),
            _ => copy(&self.keyed.vault, &keyed.vault),
        }
        let out = place("out");
        fs::create_dir(&out).unwrap();
        Case {
            base: self,
            act,
            keyed,
            out,
            _folder: folder,
        }
    }
}

fn frozen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/frozen")
}

/// The passphrase of the frozen vaults.
const FROZEN: &str = "three quiet chairs here";

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for file in files(from) {
        if file.is_file() {
            fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
        }
    }
}

/// One command on a vault of its own.
struct Case<'a> {
    base: &'a Base,
    act: Act,
    keyed: Keyed,
    out: PathBuf,
    _folder: TempDir,
}

impl Case<'_> {
    fn command(&self) -> Command {
        let file = self.out.join("summary.md");
        let mut command = match self.act {
            Act::Create => self.keyed.with_passphrase(&["new"]),
            Act::Open => self.keyed.command(&["engagements"]),
            Act::Save => {
                let note = json!({
                    "engagement": "nadia", "topic": "reflections", "text": "mark-kram",
                    "on": null, "said_by": null, "session": null, "goal": null
                });
                self.keyed.command(&["call", "add_note", &note.to_string()])
            }
            Act::HandOver => {
                let mut all = vec!["summary", "nadia", "--for", "coachee", "--format", "md"];
                all.extend(["--out", shown(&file), "--hand-over"]);
                self.keyed.command(&all)
            }
            Act::BackUp => self.keyed.command(&["backup", shown(&self.out)]),
            Act::Restore => {
                let mut command = crate::support::program();
                command.args([
                    "restore",
                    shown(&self.base.backup),
                    shown(&self.keyed.vault),
                ]);
                command.arg("--recovery-key-file").arg(&self.keyed.key);
                command
            }
            Act::NewDataKey => self.keyed.with_passphrase(&["new-data-key"]),
            Act::Migrate => {
                let mut command = self.keyed.with_passphrase(&["engagements"]);
                command.env("THREE_CHAIRS_PASSPHRASE", FROZEN);
                command
            }
        };
        command.arg("--json");
        command
    }

    /// How many calls there are that could fail.
    fn calls(&self) -> u64 {
        let count = self.out.with_extension("count");
        let mut command = self.command();
        command
            .env("LD_PRELOAD", library())
            .env("FAILS_COUNT", &count);
        let done = command.output().unwrap();
        assert!(done.status.success(), "{:?}: {done:?}", self.act);
        assert_eq!(self.look(), State::After, "{:?}", self.act);
        fs::read_to_string(count).unwrap().parse().unwrap()
    }

    fn fails(&self, at: u64, how: How) -> Output {
        let mut command = self.command();
        command
            .env("LD_PRELOAD", library())
            .env("FAILS_AT", at.to_string());
        match how {
            How::Once => command.env("FAILS_WITH", BROKEN),
            How::FromThenOn => command.env("FAILS_WITH", BROKEN).env("FAILS_ON", "1"),
            How::Full => command.env("FAILS_WITH", FULL).env("FAILS_ON", "1"),
            How::Killed => command.env("FAILS_WITH", "0"),
        };
        command.output().unwrap()
    }

    /// In which state it is, on a disk that works again. Any other state fails the test.
    fn look(&self) -> State {
        match self.act {
            Act::Create => self.made_or_can_be_made(),
            Act::Restore => self.restored_or_can_be_restored(),
            Act::Migrate => self.migrated_or_can_be_migrated(),
            Act::Open => self.is_as_it_was(State::After),
            Act::NewDataKey => {
                // The recovery key goes with the old data key.
                let key = fs::read(&self.keyed.key).unwrap();
                self.is_as_it_was(State::After);
                let same = key == fs::read(&self.keyed.key).unwrap();
                if same { State::Before } else { State::After }
            }
            Act::Save => {
                let practice = sound(&self.keyed.open()).to_string();
                if practice.contains("mark-kram") {
                    return State::After;
                }
                self.is_as_it_was(State::Before)
            }
            Act::HandOver => {
                let practice = sound(&self.keyed.open());
                let there = files(&self.out);
                assert!(!there.iter().any(|file| is_hidden(file)), "{there:?}");
                let entries = of_nadias_ledger(&practice) - self.base.entries;
                assert_eq!(entries, there.len(), "as many entries as files");
                if entries == 1 {
                    return State::After;
                }
                self.is_as_it_was(State::Before)
            }
            Act::BackUp => {
                let state = self.is_as_it_was(State::Before);
                let made = backups(&self.out);
                if made.is_empty() {
                    return state;
                }
                for backup in made {
                    self.rehearse(&backup, None);
                }
                State::After
            }
        }
    }

    fn is_as_it_was(&self, state: State) -> State {
        let desk = self.keyed.open();
        sound(&desk);
        assert!(desk.export().unwrap() == self.base.export, "{:?}", self.act);
        state
    }

    fn rehearse(&self, backup: &Path, passphrase: Option<&str>) {
        let key = fs::read_to_string(&self.keyed.key).unwrap();
        let ask = Rehearse {
            file: backup.display().to_string(),
            passphrase: passphrase.map(str::to_owned),
            recovery_key: passphrase.is_none().then_some(key),
        };
        self.keyed.desk().rehearse(ask).unwrap();
    }

    /// The vault's state by its passphrase.
    fn opens(&self, passphrase: &str) -> Result<Vec<u8>, String> {
        let mut desk = self.keyed.desk();
        let ask = Unlock {
            folder: self.keyed.vault.display().to_string(),
            passphrase: Some(passphrase.to_owned()),
        };
        desk.unlock(ask).map_err(|failure| failure.code)?;
        sound(&desk);
        Ok(desk.export().unwrap())
    }

    fn made_or_can_be_made(&self) -> State {
        let Err(code) = self.opens(PASSPHRASE) else {
            return State::After;
        };
        assert_eq!(code, "vault.no_vault", "neither a vault nor none");
        let again = self.command().output().unwrap();
        assert!(again.status.success(), "{again:?}");
        State::Before
    }

    fn restored_or_can_be_restored(&self) -> State {
        let was = VaultThere::at(&self.keyed.vault);
        if !was.header {
            let again = self.command().output().unwrap();
            assert!(again.status.success(), "{again:?}");
        }
        self.is_as_it_was(State::After);
        self.rehearse(&self.base.backup, None);
        if was.header {
            State::After
        } else {
            State::Before
        }
    }

    fn migrated_or_can_be_migrated(&self) -> State {
        let read = |folder: &Path| fs::read(folder.join("practice.db")).unwrap();
        let changed = read(&self.keyed.vault) != read(&frozen().join("vault-1"));
        let made = backups(&self.keyed.vault.join("backups"));
        for backup in &made {
            self.rehearse(backup, Some(FROZEN));
        }
        assert!(!changed || !made.is_empty(), "migrated without a backup");
        let kept = fs::read(frozen().join("vault-1.json")).unwrap();
        assert!(self.opens(FROZEN).unwrap() == kept);
        if changed { State::After } else { State::Before }
    }
}

/// Whether there is a vault, as far as a name tells.
struct VaultThere {
    header: bool,
}

impl VaultThere {
    fn at(vault: &Path) -> Self {
        Self {
            header: vault.join("vault.tcv").exists(),
        }
    }
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let Ok(_) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut all = files(folder);
    all.retain(|file| file.extension().is_some_and(|ending| ending == "tcbackup"));
    all
}

/// The code of an answer that a person can act on.
#[track_caller]
fn understandable(done: &Output, state: &State) -> String {
    let failure: Value = serde_json::from_slice(&done.stderr)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)));
    let code = failure["code"].as_str().unwrap();
    let message = failure["message"].as_str().unwrap();
    assert_ne!(code, "store.sqlite", "{message}");
    let sentences = message.matches(". ").count() + 1;
    assert!(
        sentences >= 2 && message.ends_with('.'),
        "{code}: {message}"
    );
    // What was done all the same is not denied.
    if *state == State::After {
        let denied = ["Nothing was", "nothing was", "is as it was"];
        assert!(
            !denied.iter().any(|said| message.contains(said)),
            "{code}: {message}"
        );
    }
    code.to_owned()
}

fn at_places(act: Act) {
    let places: u64 = std::env::var("THREE_CHAIRS_FAILURES")
        .ok()
        .and_then(|places| places.parse().ok())
        .unwrap_or(6);
    let base = Base::new();
    let calls = base.case(act).calls();
    assert!(calls > 10, "{act:?}: only {calls} calls were seen");
    let places = places.min(calls);
    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    for place in 0..places {
        // Spread over all calls, the last one among them: there things are put into force.
        let at = calls - place * calls / places;
        // Where every place is taken, all ways of failing at each; else one after the other.
        let hows = if places == calls {
            &HOWS[..]
        } else {
            let how = place as usize % HOWS.len();
            &HOWS[how..=how]
        };
        for how in hows {
            eprintln!("{act:?} at {at} of {calls}, {how:?}");
            let case = base.case(act);
            let done = case.fails(at, *how);
            let state = case.look();
            let answer = match (done.status.code(), done.status.signal()) {
                // Only what was not needed failed.
                (Some(0), _) => {
                    assert_eq!(state, State::After, "it was acknowledged");
                    "done".to_owned()
                }
                (Some(1), _) => understandable(&done, &state),
                (None, Some(9)) => "killed".to_owned(),
                _ => panic!("{done:?}"),
            };
            *answers.entry(format!("{answer}, {state:?}")).or_default() += 1;
        }
    }
    eprintln!("{act:?}, {places} places of {calls}: {answers:?}");
    assert!(answers.keys().any(|answer| !answer.starts_with("done")));
}

#[test]
fn a_disk_that_fails_while_a_vault_is_made() {
    at_places(Act::Create);
}

#[test]
fn a_disk_that_fails_while_a_vault_is_opened() {
    at_places(Act::Open);
}

#[test]
fn a_disk_that_fails_while_something_is_saved() {
    at_places(Act::Save);
}

#[test]
fn a_disk_that_fails_while_something_is_handed_over() {
    at_places(Act::HandOver);
}

#[test]
fn a_disk_that_fails_while_a_backup_is_made() {
    at_places(Act::BackUp);
}

#[test]
fn a_disk_that_fails_while_a_backup_is_restored() {
    at_places(Act::Restore);
}

#[test]
fn a_disk_that_fails_while_the_data_key_is_changed() {
    at_places(Act::NewDataKey);
}

#[test]
fn a_disk_that_fails_while_an_older_vault_is_brought_up_to_date() {
    at_places(Act::Migrate);
}
