//! A whole session, watched from outside: no connection is made, and no file is written but in the
//! vault, in the chosen places and in the system's own folder for what is temporary. Says so where strace
//! is missing and this was not watched.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::keyed::Keyed;
use crate::support::shown;

/// All that makes a connection, and all that makes a file or opens one.
const WATCHED: &str = "trace=%network,openat,open,creat,rename,renameat,renameat2,link,linkat,mkdir,\
    mkdirat,symlink,symlinkat,io_uring_setup";

/// Runs a command under strace; what it wrote down.
fn traced(command: &Command, notes: &Path) -> String {
    let done = Command::new("strace")
        .args(["-f", "-y", "-e", WATCHED])
        .arg("-o")
        .arg(notes)
        .arg(command.get_program())
        .args(command.get_args())
        .output()
        .unwrap();
    assert!(done.status.success(), "{command:?}: {done:?}");
    fs::read_to_string(notes).unwrap()
}

fn strace_is_there() -> bool {
    let there = Command::new("strace").args(["-f", "true"]).output();
    there.is_ok_and(|done| done.status.success())
}

/// The paths of a line: what stands in quotation marks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

#[test]
fn a_session_makes_no_connection_and_writes_nowhere_else() {
    if !strace_is_there() {
        eprintln!("strace is missing or may not be used: nothing was watched");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let keyed = Keyed::nadia_in(folder.path());
    let [out, backups, restored] =
        ["out", "backups", "restored"].map(|name| folder.path().join(name));
    fs::create_dir(&out).unwrap();
    fs::create_dir(&backups).unwrap();
    let notes = folder.path().join("notes");
    let mut seen = String::new();
    let mut run = |arguments: &[&str]| {
        let text = traced(&keyed.command(arguments), &notes);
        seen.push_str(&text);
    };
    for format in ["pdf", "docx", "md", "html"] {
        let file = out.join(format!("draft.{format}"));
        let paper = [
            "summary", "nadia", "--for", "coachee", "--format", format, "--out",
        ];
        run(&[&paper[..], &[shown(&file)]].concat());
    }
    let file = out.join("final.pdf");
    let paper = [
        "summary",
        "nadia",
        "--for",
        "coachee",
        "--format",
        "pdf",
        "--hand-over",
        "--out",
    ];
    run(&[&paper[..], &[shown(&file)]].concat());
    run(&["export", shown(&out.join("all.json"))]);
    run(&["today"]);
    run(&["check"]);
    run(&["backup", shown(&backups)]);
    let backup = fs::read_dir(&backups)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut restoring = crate::support::program();
    restoring.args(["restore", shown(&backup), shown(&restored)]);
    restoring.arg("--recovery-key-file").arg(&keyed.key);
    seen.push_str(&traced(&restoring, &notes));

    let ours = fs::canonicalize(folder.path()).unwrap();
    let mut written = BTreeSet::new();
    for line in seen.lines() {
        let call = line.split_whitespace().nth(1).unwrap_or_default();
        let name = call.split('(').next().unwrap_or_default();
        assert!(!name.contains("socket") && name != "connect", "{line}");
        assert!(name != "io_uring_setup", "calls that nobody sees: {line}");
        let opens = name.starts_with("open") || name == "creat";
        let writes = !opens
            || ["O_WRONLY", "O_RDWR", "O_CREAT"]
                .iter()
                .any(|flag| line.contains(flag));
        if writes {
            written.extend(quoted(line).map(str::to_owned));
        }
    }
    let elsewhere: Vec<_> = written
        .iter()
        .filter(|path| {
            !Path::new(path).starts_with(&ours) && !Path::new(path).starts_with(folder.path())
        })
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    // The watching saw what it should have seen.
    for file in ["practice.db", "final.pdf", "all.json", ".tcbackup"] {
        assert!(
            written.iter().any(|path| path.ends_with(file)),
            "{file}: {written:?}"
        );
    }
}
