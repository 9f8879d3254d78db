//! The command line, as a script sees it: the built program, its exit codes, what it prints and what
//! it leaves on the disk.

mod support;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};
use support::{Done, PASSPHRASE, json, new_vault, program, sample_vault, three_chairs};

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Today, as the program sees it.
fn today() -> String {
    let card = json(&sample_vault(), &["say", "nadia", "--to", "sponsor"]);
    card["on"].as_str().unwrap().to_owned()
}

#[test]
fn export_import_export_gives_the_same_bytes() {
    let (folder, vault) = new_vault();
    let [first, second] = ["first.json", "second.json"].map(|name| folder.path().join(name));
    let counted = {
        let sample = sample_vault();
        let text = three_chairs(&sample, &["export", shown(&first)]).fine();
        assert!(text.contains("not encrypted"), "{text}");
        json(&sample, &["engagements"]).as_array().unwrap().len()
    };
    let imported = json(&vault, &["import", shown(&first)]);
    assert_eq!(imported["engagements"], json!(counted));
    three_chairs(&vault, &["export", shown(&second)]).fine();
    let bytes = fs::read(&first).unwrap();
    assert!(bytes.len() > 100_000);
    assert!(bytes == fs::read(&second).unwrap(), "the two exports differ");
    assert!(three_chairs(&vault, &["check"]).fine().contains("All is well."));
    // A second import of the same things is refused, and changes nothing.
    let again = three_chairs(&vault, &["import", shown(&first), "--json"]).refused();
    assert_eq!(again["code"], "import.exists");
    assert_eq!(again["field"], "organisations[0]");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&first), 0o600);
        assert_eq!(mode(&vault), 0o700);
    }
}

#[test]
fn the_sponsors_chair_and_the_coachees() {
    let vault = sample_vault();
    let card = json(&vault, &["say", "nadia", "--to", "sponsor"]);
    let today = card["on"].as_str().unwrap();
    assert_eq!(card["role"], "sponsor");
    assert!(!card["may"].as_array().unwrap().is_empty());
    let view = |chair: &str, on: &str| {
        three_chairs(&vault, &["view", "nadia", "--chair", chair, "--on", on]).fine()
    };
    let (sponsor, coachee) = (view("sponsor", today), view("coachee", today));
    // A goal that was agreed stands in both; what only the two know, in one.
    let agreed = "Be ready to take over operations";
    assert!(sponsor.contains(agreed), "{sponsor}");
    assert!(coachee.contains(agreed));
    let secret = "Decide whether I want Graham’s job at all";
    assert!(coachee.contains(secret), "{coachee}");
    assert!(!sponsor.contains(secret));
    let everything = json(&vault, &["view", "nadia", "--chair", "sponsor", "--on", today]);
    assert!(!everything.to_string().contains(secret));
    assert!(view("sponsor", "1999-01-01").contains("nothing can be seen"));
    // By id, by name, by role, whatever the case.
    assert_eq!(view("nadia-sponsor", today), sponsor);
    assert_eq!(view("graham TOLLIVER", today), sponsor);
}

#[test]
fn drift_ledger_and_the_list() {
    let today = today();
    let vault = sample_vault();
    let list = three_chairs(&vault, &["engagements"]).fine();
    assert!(list.lines().next().unwrap().starts_with("id"), "{list}");
    assert!(list.contains("Nadia Rahimi"));
    let drift = json(&vault, &["drift", "Nadia Rahimi", "--on", &today]);
    assert!(drift["baseline_on"].is_string());
    let rows = drift["drift"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["drift"] != "unchanged"));
    let text = three_chairs(&vault, &["drift", "nadia", "--on", &today]).fine();
    assert!(text.starts_with("Baseline: the meeting on "), "{text}");
    let ledger = json(&vault, &["ledger", "nadia"]);
    let entries = ledger.as_array().unwrap();
    assert!(entries.iter().all(|entry| entry["holds"] == true));
    let text = three_chairs(&vault, &["ledger", "nadia"]).fine();
    assert!(text.contains("Graham Tolliver"), "{text}");
    let checked = json(&vault, &["check"]);
    assert_eq!(checked["sound"], true);
}

#[test]
fn papers_are_drafts_until_they_are_approved_and_never_overwrite() {
    let vault = sample_vault();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("brief.md");
    let brief = |more: &[&str]| {
        let mut all = vec!["brief", "nadia", "--meeting", "nadia-midpoint", "--for", "sponsor"];
        all.extend(["--format", "md", "--out", shown(&out)]);
        all.extend(more);
        three_chairs(&vault, &all)
    };
    let written = brief(&[]).fine();
    assert!(written.starts_with("Written: "), "{written}");
    let draft = fs::read_to_string(&out).unwrap();
    assert!(draft.to_lowercase().contains("draft"), "{draft}");
    assert_eq!(brief(&["--json"]).refused()["code"], "file.there_already");
    fs::write(&out, "mine").unwrap();
    assert_eq!(brief(&["--json"]).code, 1);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    brief(&["--force"]).fine();
    assert_eq!(fs::read_to_string(&out).unwrap(), draft);
    // Not approved: not handed over, no file, no entry.
    let entries = || json(&vault, &["ledger", "nadia"]).as_array().unwrap().len();
    let before = entries();
    let other = folder.path().join("handed.pdf");
    let mut all = vec!["brief", "nadia", "--meeting", "nadia-midpoint", "--for", "sponsor"];
    all.extend(["--format", "pdf", "--out", shown(&other), "--hand-over", "--json"]);
    assert_eq!(three_chairs(&vault, &all).refused()["code"], "document.not_approved");
    assert!(!other.exists());
    assert_eq!(entries(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // The coach's own summary, and the coachee's, in the other formats.
    for (party, format) in [("coach", "html"), ("coachee", "docx"), ("coachee", "pdf")] {
        let out = folder.path().join(format!("summary-{party}.{format}"));
        let mut all = vec!["summary", "mateus", "--for", party, "--on", "2030-01-01"];
        all.extend(["--format", format, "--out", shown(&out)]);
        three_chairs(&vault, &all).fine();
        let bytes = fs::read(&out).unwrap();
        let begins: &[u8] = match format {
            "html" => b"<!",
            "docx" => b"PK",
            _ => b"%PDF",
        };
        assert!(bytes.starts_with(begins), "{format}");
    }
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let (folder, vault) = new_vault();
    let with = |passphrase: &str| {
        let mut command = program();
        command.args(["engagements", "--json", "--vault"]).arg(&vault);
        Done::of(command.env("THREE_CHAIRS_PASSPHRASE", passphrase).output().unwrap())
    };
    let refused = with("four other words here").refused();
    assert_eq!(refused["code"], "vault.wrong_passphrase");
    assert!(!refused["message"].as_str().unwrap().contains("four other"));
    assert_eq!(with("").refused()["code"], "vault.passphrase_empty");
    assert_eq!(with(PASSPHRASE).fine(), "[]\n");
    // From a file: its first line, whatever ends it; and the file goes before the variable.
    let file = folder.path().join("passphrase");
    for ending in ["", "\n", "\r\n", "\nanother line\n"] {
        fs::write(&file, format!("{PASSPHRASE}{ending}")).unwrap();
        let mut command = program();
        command.arg("engagements").arg("--vault").arg(&vault).arg("--passphrase-file").arg(&file);
        Done::of(command.env("THREE_CHAIRS_PASSPHRASE", "wrong words here").output().unwrap()).fine();
    }
    // None at all, and no terminal to ask.
    let mut command = program();
    command.args(["engagements", "--json", "--vault"]).arg(&vault);
    command.stdin(std::process::Stdio::null());
    if let Some(mut alone) = without_terminal(&command) {
        assert_eq!(Done::of(alone.output().unwrap()).refused()["code"], "passphrase.no_terminal");
    }
}

/// The same command in a session of its own, where there is no terminal.
fn without_terminal(command: &std::process::Command) -> Option<std::process::Command> {
    std::process::Command::new("setsid").arg("--version").output().ok()?;
    let mut alone = std::process::Command::new("setsid");
    alone.arg("--wait").arg(command.get_program()).args(command.get_args());
    alone.env_remove("THREE_CHAIRS_PASSPHRASE").stdin(std::process::Stdio::null());
    Some(alone)
}

#[test]
fn what_is_no_vault_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let refused = |vault: &Path, arguments: &[&str]| {
        let mut all = arguments.to_vec();
        all.push("--json");
        three_chairs(vault, &all).refused()["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused(&nowhere, &["engagements"]), "vault.no_vault");
    assert!(!nowhere.exists());
    fs::write(folder.path().join("letter.txt"), "mine").unwrap();
    assert_eq!(refused(folder.path(), &["engagements"]), "vault.no_vault");
    assert_eq!(refused(folder.path(), &["new"]), "vault.folder_in_use");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // A vault is never made over another.
    let (_keep, vault) = new_vault();
    assert_eq!(refused(&vault, &["new"]), "vault.already_a_vault");
    assert_eq!(refused(&vault, &["sample"]), "vault.already_a_vault");
    assert_eq!(three_chairs(&vault, &["engagements"]).code, 0);
    // A passphrase that is too short makes no vault.
    let mut command = program();
    command.args(["new", "--json", "--vault"]).arg(&nowhere);
    let short = Done::of(command.env("THREE_CHAIRS_PASSPHRASE", "short").output().unwrap());
    assert_eq!(short.refused()["code"], "vault.passphrase_too_short");
    assert!(!nowhere.exists());
}

#[test]
fn wrong_use_is_told_from_a_refusal() {
    let nowhere = Path::new("/nonexistent/vault");
    for wrong in [
        &["view", "nadia", "--chair", "sponsor", "--on", "2026-02-30"][..],
        &["view", "nadia", "--chair", "sponsor", "--on", "31.3.2026"],
        &["view", "nadia", "--chair", "sponsor"],
        &["drift", "nadia", "--on", "1899-12-31"],
        &["brief", "nadia", "--meeting", "m", "--for", "sponsor", "--format", "doc", "--out", "x"],
        &["summary", "nadia", "--for", "sponsor", "--on", "2026-03-01", "--format", "pdf"],
        &["say", "nadia"],
        &["dance"],
        &[],
    ] {
        let done = three_chairs(nowhere, wrong);
        assert_eq!(done.code, 2, "{wrong:?}: {}", done.err);
        assert_eq!(done.out, "");
    }
    let without_vault = Done::of(program().arg("engagements").output().unwrap());
    assert_eq!(without_vault.code, 2);
    assert!(without_vault.err.contains("--vault"), "{}", without_vault.err);
    assert_eq!(Done::of(program().arg("--help").output().unwrap()).code, 0);
    let vault = sample_vault();
    for (arguments, code) in [
        (&["ledger", "nobody", "--json"][..], "find.engagement_none"),
        (&["ledger", "a", "--json"], "find.engagement_several"),
        (&["say", "nadia", "--to", "zorro", "--json"], "find.party_none"),
        (&["say", "nadia", "--to", "stakeholder", "--json"], "find.party_none"),
    ] {
        let refused = three_chairs(&vault, arguments).refused();
        assert_eq!(refused["code"], code);
        assert!(!refused["message"].as_str().unwrap().contains("zorro"));
    }
}

fn engagement(id: &str) -> Value {
    json!({
        "id": id, "name": "Maya", "language": "en", "status": "active", "began": "2026-03-01",
        "planned_sessions": 12, "session_minutes": 60,
        "parties": [
            { "id": format!("{id}-p"), "person": "maya", "role": "coachee", "joined": "2026-03-01" },
        ],
    })
}

fn practice(engagements: Vec<Value>) -> Value {
    json!({
        "format": "three-chairs", "version": 1, "people": [{ "id": "maya", "name": "Maya" }],
        "engagements": engagements,
    })
}

#[test]
fn a_bad_import_names_its_place_and_writes_nothing() {
    let (folder, vault) = new_vault();
    let file = folder.path().join("practice.json");
    let import = |document: &Value| {
        fs::write(&file, document.to_string()).unwrap();
        three_chairs(&vault, &["import", shown(&file), "--json"])
    };
    import(&practice(vec![engagement("one")])).fine();
    let exported = |name: &str| {
        let path = folder.path().join(name);
        three_chairs(&vault, &["export", shown(&path)]).fine();
        fs::read(path).unwrap()
    };
    let before = exported("before.json");
    let mut document = practice(vec![engagement("two"), engagement("three")]);
    document["people"] = json!([{ "id": "tom", "name": "Tom" }]);
    // A person whom the vault has and the file does not: references stay inside the file.
    let refused = import(&document).refused();
    assert_eq!(refused["code"], "import.dangling");
    assert_eq!(refused["field"], "engagements[0].parties[0].person");
    // The last engagement exists already: nothing of the ones before is written either.
    document["people"] = json!([{ "id": "ina", "name": "Ina" }]);
    document["engagements"] = json!([engagement("two"), engagement("one")]);
    for each in document["engagements"].as_array_mut().unwrap() {
        each["parties"][0]["person"] = json!("ina");
    }
    document["engagements"][1]["parties"][0]["id"] = json!("another");
    let refused = import(&document).refused();
    assert_eq!((&refused["code"], &refused["field"]), (&json!("import.exists"), &json!("engagements[1]")));
    for (pointer, value, code, place) in [
        ("/engagements/0/began", json!("2026-02-30"), "import.date", "engagements[0].began"),
        ("/engagements/0/ended", json!("2020-01-01"), "import.inconsistent", "engagements[0].ended"),
        ("/engagements/0/name", json!(" "), "import.inconsistent", "engagements[0].name"),
        ("/people/0/name", json!(""), "import.name", "people[0].name"),
        ("/people/0/name", json!("I\u{0}na"), "import.name", "people[0].name"),
        ("/engagements/0/fees", json!("a\u{0}"), "import.nul", "engagements[0].fees"),
        ("/engagements/0/colour", json!("red"), "import.unknown_field", "engagements[0]"),
    ] {
        let mut bad = practice(vec![engagement("two")]);
        let (object, field) = pointer.rsplit_once('/').unwrap();
        bad.pointer_mut(object).unwrap()[field] = value;
        let refused = import(&bad).refused();
        assert_eq!((&refused["code"], &refused["field"]), (&json!(code), &json!(place)));
    }
    // Nothing of all that was written.
    assert!(exported("after.json") == before, "a refused import changed the vault");
    let missing = folder.path().join("missing.json");
    let refused = three_chairs(&vault, &["import", shown(&missing), "--json"]).refused();
    assert_eq!(refused["code"], "import.not_read");
}

/// Runs an import that may use no more than this much memory, in KiB, address space and all.
#[cfg(target_os = "linux")]
fn import_within(kib: u64, vault: &Path, file: &Path) -> Done {
    let program = env!("CARGO_BIN_EXE_three-chairs");
    let script = format!("ulimit -v {kib}; exec \"$@\"");
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &script, "sh", program, "import", shown(file), "--json", "--vault"]);
    command.arg(vault).env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE);
    Done::of(command.output().unwrap())
}

/// Writes a document around something long.
#[cfg(target_os = "linux")]
fn long_file(path: &Path, before: &str, again: &str, times: usize, after: &str) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    file.write_all(before.as_bytes()).unwrap();
    for _ in 0..times {
        file.write_all(again.as_bytes()).unwrap();
    }
    file.write_all(after.as_bytes()).unwrap();
    file.into_inner().unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn far_too_much_is_refused_with_little_memory() {
    let (folder, vault) = new_vault();
    let file = folder.path().join("large.json");
    let frame = r#"{"format":"three-chairs","version":1,"people":[{"id":"maya","name":"Maya"}],"#;
    let one = engagement("one").to_string();
    let with_fees = format!("{frame}\"engagements\":[{},\"fees\":\"", &one[..one.len() - 1]);
    let letters = "a note that goes on and on ".repeat(1000);
    // 200 MB of note: the file's size is enough to refuse it.
    long_file(&file, &with_fees, &letters, 200_000_000 / letters.len(), "\"}]}");
    assert!(fs::metadata(&file).unwrap().len() > 199_000_000);
    let refused = import_within(300_000, &vault, &file).refused();
    assert_eq!(refused["code"], "import.too_large");
    // 20 MB of note in a file of a size that can be.
    long_file(&file, &with_fees, &letters, 20_000_000 / letters.len(), "\"}]}");
    let refused = import_within(600_000, &vault, &file).refused();
    assert_eq!((&refused["code"], &refused["field"]), (&json!("import.too_long"), &json!("engagements[0].fees")));
    // A million engagements, the smallest that can be: too large; as empty ones: no engagements.
    let (open, close) = (format!("{frame}\"engagements\":["), format!("{one}]}}"));
    long_file(&file, &open, &format!("{one},"), 1_000_000, &close);
    assert_eq!(import_within(300_000, &vault, &file).refused()["code"], "import.too_large");
    long_file(&file, &open, "{},", 1_000_000, "{}]}");
    assert_eq!(import_within(300_000, &vault, &file).refused()["code"], "import.missing_field");
    // A hundred thousand in a file of a size that can be: no more than the limit are ever held.
    long_file(&file, &open, &format!("{one},"), 100_000, &close);
    let refused = import_within(600_000, &vault, &file).refused();
    assert_eq!((&refused["code"], &refused["field"]), (&json!("import.too_many"), &json!("engagements")));
    assert_eq!(json(&vault, &["engagements"]), json!([]));
}

#[test]
fn odd_text_is_kept_exactly_and_never_commands_the_terminal() {
    let (folder, vault) = new_vault();
    let odd = "\u{202e}סוד\u{202c} 🪑👩🏽‍💼 #let x = $a^2$ <script>alert(1)</script> \\u{41} \u{1b}[2J\r\n\te\u{301}";
    let mut document = practice(vec![engagement("one")]);
    document["people"][0]["name"] = json!("Máya \u{202e}🪑 <b>#x</b>");
    let e = &mut document["engagements"][0];
    e["fees"] = json!(odd);
    e["agreements"] = json!([{
        "id": "a1", "effective": "2026-03-01",
        "boundaries": [{ "topic": "fees", "role": "coachee", "rule": "shared" }],
        "assents": [{ "party": "one-p", "on": "2026-03-01", "how": "in-writing" }],
    }]);
    let file = folder.path().join("odd.json");
    fs::write(&file, document.to_string()).unwrap();
    three_chairs(&vault, &["import", shown(&file)]).fine();
    let out = folder.path().join("out.json");
    three_chairs(&vault, &["export", shown(&out)]).fine();
    let back: Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(back["engagements"][0]["fees"], json!(odd));
    assert_eq!(back["people"][0]["name"], document["people"][0]["name"]);
    let view = ["view", "one", "--chair", "coachee", "--on", "2026-04-01"];
    assert_eq!(json(&vault, &view)["fees"]["text"], json!(odd));
    let text = three_chairs(&vault, &view).fine();
    assert!(text.contains("<script>alert(1)</script>"), "{text}");
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn no_plain_text_is_in_the_vaults_folder() {
    let vault = sample_vault();
    let mut sought: Vec<String> = ["Nadia", "Rahimi", "Fenwright", "sponsor", "SQLite format", "CREATE TABLE"]
        .map(str::to_owned)
        .to_vec();
    let planted: Value = serde_json::from_str(include_str!("../../practice/sample/planted.json")).unwrap();
    for strings in planted.as_object().unwrap().values() {
        sought.extend(strings.as_array().unwrap().iter().map(|s| s.as_str().unwrap().to_owned()));
    }
    let mut files = 0;
    for entry in fs::read_dir(&*vault).unwrap() {
        let entry = entry.unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        files += usize::from(bytes.len() > 10_000);
        for text in &sought {
            assert!(!contains(&bytes, text.as_bytes()), "{:?} holds {text}", entry.file_name());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    assert!(files > 0, "the database was not looked at");
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}
