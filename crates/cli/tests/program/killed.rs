//! A hand-over that is killed at any moment: after the vault is opened again there are the file and
//! its entry, or neither. `THREE_CHAIRS_KILLS` says how often (12 unless set).

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::keyed::{files, is_hidden};
use crate::support::{PASSPHRASE, json, program, shown, three_chairs};

/// When the program is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// At any time while it runs.
    Any,
    /// As soon as the hidden file is there.
    Hidden,
    /// As soon as the file has its name.
    Named,
}

fn hand_over(vault: &Path, out: &Path) -> Child {
    program()
        .args(["summary", "nadia", "--for", "coachee", "--format", "md"])
        .args(["--out", shown(out), "--hand-over", "--vault", shown(vault)])
        .env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A few milliseconds that are not the same twice.
fn jitter(most: u64) -> Duration {
    let nanos = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .subsec_nanos();
    Duration::from_micros(u64::from(nanos / 7) % (most * 1000))
}

fn kill(mut child: Child, folder: &Path, before: usize, moment: Moment) {
    let reached = || match moment {
        Moment::Any => true,
        Moment::Hidden => files(folder).iter().any(|file| is_hidden(file)),
        Moment::Named => files(folder).iter().filter(|file| !is_hidden(file)).count() > before,
    };
    while !reached() && child.try_wait().unwrap().is_none() {
        thread::yield_now();
    }
    match moment {
        Moment::Any => thread::sleep(jitter(1500)),
        // The file has its name within a millisecond where the disk is quick.
        Moment::Hidden => {}
        Moment::Named => thread::sleep(jitter(8)),
    }
    let _ = child.kill();
    child.wait().unwrap();
}

#[test]
fn a_killed_hand_over_is_whole_or_never_was() {
    let rounds: usize = std::env::var("THREE_CHAIRS_KILLS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(12);
    let folder = tempfile::tempdir().unwrap();
    let (vault, out) = (folder.path().join("vault"), folder.path().join("out"));
    fs::create_dir(&out).unwrap();
    three_chairs(&vault, &["sample"]).fine();
    let entries = |vault: &Path| json(vault, &["ledger", "nadia"]).as_array().unwrap().len();
    let at_first = entries(&vault);
    let mut killed_in_between = 0;
    for round in 0..rounds {
        let before = files(&out).len();
        let moment = [Moment::Hidden, Moment::Named, Moment::Any][round % 3];
        let child = hand_over(&vault, &out.join(format!("{round}.md")));
        kill(child, &out, before, moment);
        killed_in_between += usize::from(files(&out).iter().any(|file| is_hidden(file)));

        let sound = three_chairs(&vault, &["check"]).fine();
        assert!(sound.contains("All is well."), "round {round}: {sound}");
        let there = files(&out);
        assert!(!there.iter().any(|file| is_hidden(file)), "{there:?}");
        assert_eq!(
            there.len(),
            entries(&vault) - at_first,
            "round {round}, {moment:?}: as many files as entries"
        );
        let mut contents = there.iter().map(|file| fs::read(file).unwrap());
        if let Some(first) = contents.next() {
            assert!(!first.is_empty());
            assert!(contents.all(|other| other == first), "round {round}");
        }
    }
    assert!(
        killed_in_between > 0,
        "no kill fell between the file and its entry: the test has lost its teeth"
    );
}
