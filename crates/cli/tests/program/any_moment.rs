//! Work that is killed at any moment: what was acknowledged is there, what was not is whole or never
//! was, the vault opens, and everything in it holds together. `THREE_CHAIRS_KILLS_OF_WORK` says how
//! often (50 unless set), `THREE_CHAIRS_SEED` repeats a run.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use practice::Desk;
use practice::types::Rehearse;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::keyed::{Keyed, files, is_hidden, of_nadias_ledger, sound};
use crate::support::shown;

/// One kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Note,
    Session,
    Shift,
    Person,
    HandOver,
    Backup,
    NewDataKey,
    Disposal,
}

/// What is done often is killed often; the last two cost two passphrases each.
const ACTS: [Act; 16] = [
    Act::Note,
    Act::Note,
    Act::Note,
    Act::Session,
    Act::Session,
    Act::Session,
    Act::Shift,
    Act::Shift,
    Act::Person,
    Act::Person,
    Act::HandOver,
    Act::HandOver,
    Act::Backup,
    Act::Backup,
    Act::NewDataKey,
    Act::Disposal,
];

/// Splitmix64: a run can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn part_of(&mut self, whole: Duration) -> Duration {
        whole.mul_f64(self.below(1000) as f64 / 1000.0)
    }
}

/// The vault, and what must be in it.
struct Work {
    _folder: TempDir,
    keyed: Keyed,
    out: PathBuf,
    backups: PathBuf,
    /// Words that must be found: each was acknowledged, or seen once.
    there: Vec<String>,
    /// Words that must not be found any more.
    gone: Vec<String>,
    entries_at_first: usize,
    /// How long each kind takes where nobody kills it.
    takes: BTreeMap<Act, Duration>,
    number: usize,
    /// How often a killed program left the database's log: it had been at work in the vault.
    logs_left: u64,
}

impl Work {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keyed = Keyed::nadia_in(folder.path());
        let [out, backups] = ["out", "backups"].map(|name| folder.path().join(name));
        fs::create_dir(&out).unwrap();
        fs::create_dir(&backups).unwrap();
        let entries_at_first = of_nadias_ledger(&sound(&keyed.open()));
        Self {
            _folder: folder,
            keyed,
            out,
            backups,
            there: Vec::new(),
            gone: Vec::new(),
            entries_at_first,
            takes: BTreeMap::new(),
            number: 0,
            logs_left: 0,
        }
    }

    /// A command of this kind, and the words by which its work is known.
    fn command(&mut self, act: Act) -> (Command, String) {
        self.number += 1;
        let number = self.number;
        let mark = format!("mark-{number}-kram");
        let call = |command: &str, input: Value| {
            self.keyed.command(&["call", command, &input.to_string()])
        };
        let command = match act {
            Act::Note => call(
                "add_note",
                json!({
                    "engagement": "nadia", "topic": "reflections", "text": mark, "on": null,
                    "said_by": null, "session": null, "goal": null
                }),
            ),
            Act::Session => {
                // A day that nothing else has.
                let day = format!(
                    "{}-{:02}-{:02}",
                    2100 + number / 336,
                    number / 28 % 12 + 1,
                    number % 28 + 1
                );
                let ask = json!({ "engagement": "nadia", "on": day, "at": "", "minutes": null });
                return (call("plan_session", ask), day);
            }
            Act::Shift => {
                let goal = begin_goal(&mut self.keyed.open());
                call(
                    "shift_goal",
                    json!({
                        "engagement": "nadia", "goal": goal, "kind": "paused", "prompt": "unsaid",
                        "reason": mark, "raised_by": null, "into": [], "into_new": [],
                        "wording": null, "place": null, "on": null, "session": null,
                        "meeting": null
                    }),
                )
            }
            Act::Person => call(
                "save_person",
                json!({
                    "id": null, "name": mark, "called": "", "title": "", "organisation": "",
                    "email": "", "phone": ""
                }),
            ),
            Act::HandOver => {
                let out = self.out.join(format!("{mark}.md"));
                let mut all = vec!["summary", "nadia", "--for", "coachee", "--format", "md"];
                all.extend(["--out", shown(&out), "--hand-over"]);
                self.keyed.command(&all)
            }
            Act::Backup => self.keyed.command(&["backup", shown(&self.backups)]),
            Act::NewDataKey => self.keyed.with_passphrase(&["new-data-key"]),
            Act::Disposal => {
                end_one(&mut self.keyed.open(), &mark);
                self.there.push(mark.clone());
                let all = ["dispose", &mark, "--part", "record", "--asked", "--yes"];
                self.keyed.with_passphrase(&all)
            }
        };
        (command, mark)
    }

    /// Does one thing. True when it was killed.
    fn act(&mut self, act: Act, random: &mut Random) -> bool {
        let (mut command, mark) = self.command(act);
        let begun = Instant::now();
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The first of each kind is left alone, to know how long it takes.
        if let Some(takes) = self.takes.get(&act) {
            let mut moment = random.part_of(*takes);
            if random.below(2) == 0 {
                // Where it writes: at the end, after the keys were derived.
                moment = *takes - moment / 4;
            }
            thread::sleep(moment);
            let _ = child.kill();
        }
        let done = child.wait_with_output().unwrap();
        let killed = done.status.signal() == Some(9);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(killed || done.status.success(), "{act:?}: {said}");
        if killed {
            let log = self.keyed.vault.join("practice.db-wal");
            self.logs_left += u64::from(log.exists());
        } else {
            self.takes.insert(act, begun.elapsed());
        }
        self.look(act, &mark, !killed);
        killed
    }

    fn look(&mut self, act: Act, mark: &str, acknowledged: bool) {
        let desk = self.keyed.open();
        let practice = sound(&desk);
        let text = practice.to_string();
        let found = text.contains(mark);
        match act {
            Act::Note | Act::Session | Act::Shift | Act::Person => {
                assert!(found || !acknowledged, "{act:?}: {mark} was acknowledged");
                if found {
                    self.there.push(mark.to_owned());
                }
            }
            Act::Disposal => {
                assert!(!found || !acknowledged, "{mark} was disposed of");
                if !found {
                    self.there.retain(|other| other != mark);
                    self.gone.push(mark.to_owned());
                }
            }
            Act::HandOver => {
                let file = self.out.join(format!("{mark}.md"));
                assert!(file.exists() || !acknowledged, "{mark} was handed over");
            }
            Act::Backup => self.look_at_backups(&desk, acknowledged),
            Act::NewDataKey => {}
        }
        for mark in &self.there {
            assert!(text.contains(mark), "{act:?} lost {mark}");
        }
        for mark in &self.gone {
            assert!(!text.contains(mark), "{act:?} brought {mark} back");
        }
        let files = files(&self.out);
        assert!(files.iter().all(|file| !is_hidden(file)), "{files:?}");
        let entered = of_nadias_ledger(&practice) - self.entries_at_first;
        assert_eq!(files.len(), entered, "{act:?}: as many files as entries");
    }

    /// Each file with a backup's name is a whole backup, whoever made it.
    fn look_at_backups(&self, desk: &Desk, acknowledged: bool) {
        let mut whole = 0;
        for file in files(&self.backups) {
            if file.extension().is_some_and(|ending| ending == "tcbackup") {
                let seen = desk.rehearse(Rehearse {
                    file: file.display().to_string(),
                    passphrase: None,
                    recovery_key: Some(fs::read_to_string(&self.keyed.key).unwrap()),
                });
                seen.unwrap();
                whole += 1;
            }
            // What was killed is cleared in the vault's own folder alone: this one is the coach's.
            let _ = fs::remove_dir_all(&file).or_else(|_| fs::remove_file(&file));
        }
        assert!(whole == 1 || !acknowledged, "{whole} backups");
        assert!(whole <= 1, "{whole} backups");
    }
}

fn ask(desk: &mut Desk, command: &str, input: Value) -> Value {
    practice::answer(desk, command, input).unwrap()
}

/// A goal of yesterday, that can shift today.
fn begin_goal(desk: &mut Desk) -> Value {
    let today = desk.state().unwrap().today;
    let wording = json!({
        "title": "A goal", "words": "", "why": "", "measure": "", "weight": 3
    });
    let begun = ask(
        desk,
        "begin_goal",
        json!({
            "engagement": "nadia", "wording": wording, "emerging": false,
            "on": today.date().pred_opt().unwrap().to_string(), "session": null, "meeting": null
        }),
    );
    begun["id"].clone()
}

/// An engagement that may be disposed of.
fn end_one(desk: &mut Desk, name: &str) {
    let begun = ask(
        desk,
        "begin_engagement",
        json!({
            "name": name, "coachee": { "new": { "name": name, "title": "", "organisation": "" } },
            "sponsor": null, "language": "en", "status": "contracting", "began": "2026-01-01",
            "planned_end": null, "planned_sessions": 0, "session_minutes": 60
        }),
    );
    ask(
        desk,
        "end_engagement",
        json!({ "engagement": begun["id"], "day": null, "early": true, "words": "" }),
    );
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn work_killed_at_any_moment_loses_nothing_that_was_acknowledged() {
    let wanted = number("THREE_CHAIRS_KILLS_OF_WORK").unwrap_or(50);
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed = number("THREE_CHAIRS_SEED").unwrap_or(clock.as_micros() as u64);
    eprintln!("THREE_CHAIRS_SEED={seed}");
    let mut random = Random(seed);
    let mut work = Work::begin();
    let mut killed = 0;
    let mut of_each: BTreeMap<Act, usize> = BTreeMap::new();
    while killed < wanted {
        let act = ACTS[random.below(ACTS.len())];
        if work.act(act, &mut random) {
            killed += 1;
            *of_each.entry(act).or_default() += 1;
        }
    }
    let logs = work.logs_left;
    eprintln!("{killed} kills, {logs} of them with the vault open: {of_each:?}");
    assert!(
        logs * 5 > killed,
        "of {killed} kills only {logs} fell while the vault was open"
    );
}
