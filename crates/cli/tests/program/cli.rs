//! The command line, as a script sees it: the built program, its exit codes, what it prints and what
//! it leaves on the disk.

use std::fs;
use std::path::Path;

use crate::support::{
    Done, PASSPHRASE, json, new_vault, program, sample_vault, shown, three_chairs,
};
use serde_json::{Value, json};

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
    assert!(
        bytes == fs::read(&second).unwrap(),
        "the two exports differ"
    );
    assert!(
        three_chairs(&vault, &["check"])
            .fine()
            .contains("All is well.")
    );
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
fn everything_or_one_engagement_is_taken_out_to_read_and_as_tables() {
    let folder = tempfile::tempdir().unwrap();
    let [pages, table, one] =
        ["pages", "table.xlsx", "one.json"].map(|name| folder.path().join(name));
    let sample = sample_vault();
    let text = three_chairs(&sample, &["export", shown(&pages), "--readable"]).fine();
    assert!(
        text.contains("not encrypted") && text.contains("READ-ME.html"),
        "{text}"
    );
    assert!(pages.join("READ-ME.html").is_file());
    let again = ["export", shown(&pages), "--readable", "--json"];
    assert_eq!(
        three_chairs(&sample, &again).refused()["code"],
        "copy.there_already"
    );
    let tables = ["export", shown(&table), "--tables", "--engagement", "nadia"];
    assert!(three_chairs(&sample, &tables).fine().contains("as tables"));
    assert!(fs::read(&table).unwrap().starts_with(b"PK"));
    three_chairs(
        &sample,
        &["export", shown(&one), "--engagement", "Nadia Rahimi"],
    )
    .fine();
    let (_folder, vault) = new_vault();
    let imported = json(&vault, &["import", shown(&one)]);
    assert_eq!(imported["engagements"], json!(1));
    let both = ["export", shown(&table), "--tables", "--readable"];
    assert_eq!(three_chairs(&sample, &both).code, 2);
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
    let everything = json(
        &vault,
        &["view", "nadia", "--chair", "sponsor", "--on", today],
    );
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
    let brief = |format: &str, out: &Path, more: &[&str]| {
        let mut all = vec![
            "brief",
            "nadia",
            "--meeting",
            "nadia-midpoint",
            "--for",
            "sponsor",
        ];
        all.extend(["--format", format, "--out", shown(out)]);
        all.extend(more);
        three_chairs(&vault, &all)
    };
    let written = brief("md", &out, &[]).fine();
    assert!(written.starts_with("Written: "), "{written}");
    let draft = fs::read_to_string(&out).unwrap();
    assert!(draft.to_lowercase().contains("draft"), "{draft}");
    let refused = brief("md", &out, &["--json"]).refused();
    assert_eq!(refused["code"], "document.there_already");
    fs::write(&out, "mine").unwrap();
    assert_eq!(brief("md", &out, &["--json"]).code, 1);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    brief("md", &out, &["--force"]).fine();
    assert_eq!(fs::read_to_string(&out).unwrap(), draft);
    // Not approved: not handed over, no file, no entry.
    let entries = || json(&vault, &["ledger", "nadia"]).as_array().unwrap().len();
    let before = entries();
    let other = folder.path().join("handed.pdf");
    let refused = brief("pdf", &other, &["--hand-over", "--json"]).refused();
    assert_eq!(refused["code"], "document.not_approved");
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
        command
            .args(["engagements", "--json", "--vault"])
            .arg(&vault);
        Done::of(
            command
                .env("THREE_CHAIRS_PASSPHRASE", passphrase)
                .output()
                .unwrap(),
        )
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
        command
            .arg("engagements")
            .arg("--vault")
            .arg(&vault)
            .arg("--passphrase-file")
            .arg(&file);
        Done::of(
            command
                .env("THREE_CHAIRS_PASSPHRASE", "wrong words here")
                .output()
                .unwrap(),
        )
        .fine();
    }
    // None at all, and no terminal to ask.
    let mut command = program();
    command
        .args(["engagements", "--json", "--vault"])
        .arg(&vault);
    command.stdin(std::process::Stdio::null());
    if let Some(mut alone) = without_terminal(&command) {
        assert_eq!(
            Done::of(alone.output().unwrap()).refused()["code"],
            "passphrase.no_terminal"
        );
    }
}

/// The same command in a session of its own, where there is no terminal.
fn without_terminal(command: &std::process::Command) -> Option<std::process::Command> {
    std::process::Command::new("setsid")
        .arg("--version")
        .output()
        .ok()?;
    let mut alone = std::process::Command::new("setsid");
    alone
        .arg("--wait")
        .arg(command.get_program())
        .args(command.get_args());
    alone
        .env_remove("THREE_CHAIRS_PASSPHRASE")
        .stdin(std::process::Stdio::null());
    Some(alone)
}

#[test]
fn what_is_no_vault_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let refused = |vault: &Path, arguments: &[&str]| {
        let mut all = arguments.to_vec();
        all.push("--json");
        three_chairs(vault, &all).refused()["code"]
            .as_str()
            .unwrap()
            .to_owned()
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
    let short = Done::of(
        command
            .env("THREE_CHAIRS_PASSPHRASE", "short")
            .output()
            .unwrap(),
    );
    assert_eq!(short.refused()["code"], "vault.passphrase_too_short");
    assert!(!nowhere.exists());
}

#[test]
fn wrong_use_is_told_from_a_refusal() {
    let nowhere = Path::new("/nonexistent/vault");
    for wrong in [
        &["view", "nadia", "--chair", "sponsor", "--on", "2026-02-30"][..],
        &["view", "nadia", "--chair", "sponsor", "--on", "31.3.2026"],
        &["view", "nadia", "--on", "2026-03-31"],
        &["drift", "nadia", "--on", "1899-12-31"],
        &[
            "brief",
            "nadia",
            "--meeting",
            "m",
            "--for",
            "sponsor",
            "--format",
            "doc",
            "--out",
            "x",
        ],
        &[
            "summary",
            "nadia",
            "--for",
            "sponsor",
            "--on",
            "2026-03-01",
            "--format",
            "pdf",
        ],
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
    assert!(
        without_vault.err.contains("--vault"),
        "{}",
        without_vault.err
    );
    assert_eq!(Done::of(program().arg("--help").output().unwrap()).code, 0);
    let vault = sample_vault();
    for (arguments, code) in [
        (&["ledger", "nobody", "--json"][..], "find.engagement_none"),
        (&["ledger", "a", "--json"], "find.engagement_several"),
        (
            &["say", "nadia", "--to", "zorro", "--json"],
            "find.party_none",
        ),
        (
            &["say", "nadia", "--to", "stakeholder", "--json"],
            "find.party_none",
        ),
    ] {
        let refused = three_chairs(&vault, arguments).refused();
        assert_eq!(refused["code"], code);
        assert!(!refused["message"].as_str().unwrap().contains("zorro"));
    }
}

#[test]
fn no_plain_text_is_in_the_vaults_folder() {
    let vault = sample_vault();
    let mut sought: Vec<String> = [
        "Nadia",
        "Rahimi",
        "Fenwright",
        "sponsor",
        "SQLite format",
        "CREATE TABLE",
    ]
    .map(str::to_owned)
    .to_vec();
    let planted: Value =
        serde_json::from_str(include_str!("../../../practice/sample/planted.json")).unwrap();
    for strings in planted.as_object().unwrap().values() {
        sought.extend(
            strings
                .as_array()
                .unwrap()
                .iter()
                .map(|s| s.as_str().unwrap().to_owned()),
        );
    }
    let mut files = 0;
    for entry in fs::read_dir(&*vault).unwrap() {
        let entry = entry.unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        files += usize::from(bytes.len() > 10_000);
        for text in &sought {
            assert!(
                !contains(&bytes, text.as_bytes()),
                "{:?} holds {text}",
                entry.file_name()
            );
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                entry.metadata().unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }
    assert!(files > 0, "the database was not looked at");
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

#[test]
fn damage_is_found_and_nothing_is_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("vault");
    fs::create_dir(&copy).unwrap();
    let database = copy.join("practice.db");
    {
        let sample = sample_vault();
        for entry in fs::read_dir(&*sample).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
        }
    }
    assert_eq!(json(&copy, &["check"])["sound"], true);
    let mut bytes = fs::read(&database).unwrap();
    let last_page = bytes.len() - 2000;
    bytes[last_page] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let done = three_chairs(&copy, &["check", "--json"]);
    assert_eq!(done.code, 1, "{}", done.out);
    let failure: Value = serde_json::from_str(&done.err).unwrap();
    let code = failure["code"].as_str().unwrap();
    assert!(
        code.contains("not_sound") || code.contains("damaged"),
        "{code}"
    );
    assert!(
        bytes == fs::read(&database).unwrap(),
        "a look changed the database"
    );
}
