//! After locking, no key, no passphrase and no sentence of the practice stands in the program's own
//! memory: a desk is worked at and locked, and every page of its process is read.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use vault::{Passphrase, VaultFolder};

const PASSPHRASE: &str = "wagtail passphrase of four words";
const MISTYPED: &str = "wagtail passphrase that was mistyped";
const CHANGED: &str = "dotterel passphrase that was chosen later";

/// Where a sentence is typed, and the sentence.
const SENTENCES: [(&str, &str); 8] = [
    ("name", "Peregrina Avocet-Wheatear"),
    ("note", "She said that the merger frightens her turnstone."),
    ("goal", "Speak first in the boardroom dunlin."),
    ("why", "Because the whimbrel chair never asks."),
    ("undone", "A sentence that was taken back, sanderling."),
    ("search", "frightens knotgodwit"),
    ("kept form", "Half a sentence about phalarope."),
    ("refused", "A note in an engagement called ruddyshank."),
];

/// In bytes. Where pages are larger, they are a multiple of this.
const PAGE: usize = 4096;

struct Bridge {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Bridge {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bridge"))
            .arg(folder)
            .arg("2026-09-16")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            ask: child.stdin.take().unwrap(),
            answers: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    fn answer(&mut self, command: &str, input: &Value) -> Value {
        writeln!(
            self.ask,
            "{}",
            json!({ "command": command, "input": input })
        )
        .unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn done(&mut self, command: &str, input: Value) -> Value {
        let mut answer = self.answer(command, &input);
        assert_eq!(answer["error"], Value::Null, "{command}");
        answer["ok"].take()
    }

    fn refused(&mut self, command: &str, input: Value) -> Value {
        self.answer(command, &input)["error"]["code"].take()
    }

    /// Which of these stand anywhere in the process's memory, and in what part of it.
    fn holds(&self, planted: &[Planted]) -> BTreeSet<String> {
        let process = Path::new("/proc").join(self.child.id().to_string());
        let maps = fs::read_to_string(process.join("maps")).unwrap();
        let mut memory = File::open(process.join("mem")).unwrap();
        let mut found = BTreeSet::new();
        let mut looked_at = 0;
        for line in maps.lines() {
            let mut words = line.split_whitespace();
            let (from, to) = words.next().unwrap().split_once('-').unwrap();
            let (from, to) = (hex(from), hex(to));
            let mode = words.next().unwrap();
            let part = words.nth(3).unwrap_or("its own").to_owned();
            // What nobody can read; pages of the kernel's; and files as they stand on the disk.
            let of_a_file = part.starts_with('/') && !mode.contains('w');
            if !mode.starts_with('r') || part.starts_with("[v") || of_a_file {
                continue;
            }
            let bytes = written(&mut memory, from, to);
            looked_at += bytes.len();
            for what in in_there(&bytes, planted) {
                found.insert(format!("{what} in {part}"));
            }
        }
        assert!(looked_at > 100_000, "hardly anything was read");
        found
    }
}

/// What of it stands in these bytes. In one pass, since this runs unoptimised: by its first two bytes.
fn in_there<'a>(bytes: &[u8], planted: &'a [Planted]) -> BTreeSet<&'a str> {
    let pair = |two: &[u8]| usize::from(two[0]) << 8 | usize::from(two[1]);
    let mut begins = vec![false; 1 << 16];
    for one in planted {
        begins[pair(&one.bytes)] = true;
    }
    let mut found = BTreeSet::new();
    for at in 0..bytes.len().saturating_sub(1) {
        if begins[pair(&bytes[at..at + 2])] {
            let here = planted
                .iter()
                .filter(|one| bytes[at..].starts_with(&one.bytes));
            found.extend(here.map(|one| one.what.as_str()));
        }
    }
    found
}

/// The pages between two addresses on which anything stands.
fn written(memory: &mut File, from: u64, to: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut page = vec![0; PAGE];
    memory.seek(SeekFrom::Start(from)).unwrap();
    let mut memory = BufReader::with_capacity(1 << 20, memory.take(to - from));
    for _ in 0..(to - from) / PAGE as u64 {
        memory.read_exact(&mut page).unwrap();
        if page != [0; PAGE] {
            bytes.extend_from_slice(&page);
        }
    }
    bytes
}

impl Drop for Bridge {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn hex(digits: &str) -> u64 {
    u64::from_str_radix(digits, 16).unwrap()
}

struct Planted {
    what: String,
    bytes: Vec<u8>,
}

/// A text as programs keep it.
fn planted(what: &str, text: &str) -> Vec<Planted> {
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [("", text.as_bytes().to_vec()), (" in UTF-16", wide)]
        .into_iter()
        .map(|(how, bytes)| Planted {
            what: format!("{what}{how}"),
            bytes,
        })
        .collect()
}

fn everything() -> Vec<Planted> {
    let secrets = [
        ("passphrase", PASSPHRASE),
        ("mistyped passphrase", MISTYPED),
        ("changed passphrase", CHANGED),
    ];
    let all = secrets.iter().chain(&SENTENCES);
    all.flat_map(|(what, text)| planted(what, text)).collect()
}

/// The data key, from a copy of the vault: as bytes, and as it is told to the cipher.
fn data_key(vault: &Path, copy: &Path, passphrase: &str) -> Vec<Planted> {
    fs::create_dir(copy).unwrap();
    for name in ["vault.tcv", "practice.db"] {
        fs::copy(vault.join(name), copy.join(name)).unwrap();
    }
    let words = Passphrase::new(passphrase.to_owned()).unwrap();
    let open = VaultFolder::at(copy).open_with_passphrase(&words).unwrap();
    let raw = open.data_key().sqlcipher_raw();
    let digits = &raw[2..66];
    let bytes = (0..32)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let mut forms = planted("data key in digits", digits);
    forms.push(Planted {
        what: "data key".to_owned(),
        bytes,
    });
    forms
}

fn sentence(what: &str) -> &'static str {
    let found = SENTENCES.iter().find(|(name, _)| *name == what);
    found.unwrap().1
}

/// Types each sentence somewhere; answers the engagement.
fn work(bridge: &mut Bridge, out: &Path) -> Value {
    let begun = bridge.done(
        "begin_engagement",
        json!({
            "name": sentence("name"),
            "coachee": { "new": { "name": sentence("name"), "title": "", "organisation": "" } },
            "sponsor": null, "language": "en", "status": "active", "began": "2026-09-01",
            "planned_end": null, "planned_sessions": 6, "session_minutes": 60
        }),
    );
    let engagement = &begun["id"];
    let note = |text: &str| {
        json!({ "engagement": engagement, "topic": "reflections", "text": text, "on": null,
            "said_by": null, "session": null, "goal": null })
    };
    bridge.done("add_note", note(sentence("note")));
    bridge.done(
        "begin_goal",
        json!({
            "engagement": engagement, "emerging": false, "on": null, "session": null, "meeting": null,
            "wording": { "title": sentence("goal"), "words": sentence("goal"), "why": sentence("why"),
                "measure": "", "weight": 3 }
        }),
    );
    bridge.done("add_note", note(sentence("undone")));
    bridge.done("undo", json!({ "change": null }));
    bridge.done("find", json!({ "words": sentence("search") }));
    let mut elsewhere = note(sentence("refused"));
    elsewhere["engagement"] = json!(sentence("refused"));
    assert_ne!(bridge.refused("add_note", elsewhere), Value::Null);
    let page = look(bridge, engagement);
    for format in ["pdf", "docx", "html", "md"] {
        let document = json!({
            "document": { "engagement": engagement, "kind": "summary", "party": page["coachee"],
                "meeting": null, "on": null },
            "format": format, "folder": out, "hand_over": false
        });
        bridge.done("write_document", document);
    }
    let form = json!({ "title": "A note",
        "fields": [{ "label": "What", "text": sentence("kept form") }] });
    bridge.done("keep_form", form);
    engagement.clone()
}

/// Asks for pages; the last is the engagement's.
fn look(bridge: &mut Bridge, engagement: &Value) -> Value {
    for page in ["today", "changes", "kept_form"] {
        bridge.done(page, Value::Null);
    }
    let asked = json!({ "engagement": engagement, "on": null });
    bridge.done("goals", asked.clone());
    bridge.done("engagement", asked)
}

#[test]
fn a_locked_vault_leaves_nothing_in_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, out) = (folder.path().join("vault"), folder.path().join("out"));
    fs::create_dir(&out).unwrap();
    let mut bridge = Bridge::start(folder.path());
    let made = json!({ "folder": vault, "passphrase": PASSPHRASE, "remember": false });
    bridge.done("create_vault", made);
    let wrong = json!({ "passphrase": MISTYPED });
    let refused = bridge.refused("confirm_passphrase", wrong);
    assert_eq!(refused, "vault.wrong_passphrase");
    bridge.done("confirm_passphrase", json!({ "passphrase": PASSPHRASE }));
    let engagement = work(&mut bridge, &out);
    bridge.done(
        "change_passphrase",
        json!({ "old": PASSPHRASE, "new": CHANGED }),
    );

    let mut planted = everything();
    planted.extend(data_key(&vault, &folder.path().join("copy"), CHANGED));
    let open = bridge.holds(&planted);
    for what in ["name", "note", "goal", "data key"] {
        let there = |found: &String| found.starts_with(&format!("{what} in "));
        assert!(open.iter().any(there), "{what} is not found in {open:?}");
    }
    assert!(
        !open.iter().any(|found| found.contains("passphrase")),
        "a passphrase is needed for no longer than it takes: {open:?}"
    );

    bridge.done("lock", Value::Null);
    assert_eq!(bridge.holds(&planted), BTreeSet::new());

    let typed = json!({ "folder": vault, "passphrase": CHANGED });
    bridge.done("unlock", typed);
    look(&mut bridge, &engagement);
    bridge.done("lock", Value::Null);
    assert_eq!(bridge.holds(&planted), BTreeSet::new());
}
