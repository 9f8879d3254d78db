//! Importing from the command line: all or nothing, with the place of what does not fit, within
//! bounded memory, and every text kept as it was written.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::support::{Done, PASSPHRASE, json, new_vault, shown, three_chairs};
use serde_json::{Value, json};

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
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("import.exists"), &json!("engagements[1]"))
    );
    for (pointer, value, code, place) in [
        (
            "/engagements/0/began",
            json!("2026-02-30"),
            "import.date",
            "engagements[0].began",
        ),
        (
            "/engagements/0/ended",
            json!("2020-01-01"),
            "import.inconsistent",
            "engagements[0].ended",
        ),
        (
            "/engagements/0/name",
            json!(" "),
            "import.inconsistent",
            "engagements[0].name",
        ),
        ("/people/0/name", json!(""), "import.name", "people[0].name"),
        (
            "/people/0/name",
            json!("I\u{0}na"),
            "import.name",
            "people[0].name",
        ),
        (
            "/engagements/0/fees",
            json!("a\u{0}"),
            "import.nul",
            "engagements[0].fees",
        ),
        (
            "/engagements/0/colour",
            json!("red"),
            "import.unknown_field",
            "engagements[0]",
        ),
    ] {
        let mut bad = practice(vec![engagement("two")]);
        let (object, field) = pointer.rsplit_once('/').unwrap();
        bad.pointer_mut(object).unwrap()[field] = value;
        let refused = import(&bad).refused();
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!(code), &json!(place))
        );
    }
    // Nothing of all that was written.
    assert!(
        exported("after.json") == before,
        "a refused import changed the vault"
    );
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
    command.args([
        "-c",
        &script,
        "sh",
        program,
        "import",
        shown(file),
        "--json",
        "--vault",
    ]);
    command
        .arg(vault)
        .env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE);
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
    let with_fees = format!(
        "{frame}\"engagements\":[{},\"fees\":\"",
        &one[..one.len() - 1]
    );
    let letters = "a note that goes on and on ".repeat(1000);
    // 200 MB of note: the file's size is enough to refuse it.
    long_file(
        &file,
        &with_fees,
        &letters,
        200_000_000 / letters.len(),
        "\"}]}",
    );
    assert!(fs::metadata(&file).unwrap().len() > 199_000_000);
    let refused = import_within(300_000, &vault, &file).refused();
    assert_eq!(refused["code"], "import.too_large");
    // 20 MB of note in a file of a size that can be.
    long_file(
        &file,
        &with_fees,
        &letters,
        20_000_000 / letters.len(),
        "\"}]}",
    );
    let refused = import_within(600_000, &vault, &file).refused();
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("import.too_long"), &json!("engagements[0].fees"))
    );
    // A million engagements, the smallest that can be: too large; as empty ones: no engagements.
    let (open, close) = (format!("{frame}\"engagements\":["), format!("{one}]}}"));
    long_file(&file, &open, &format!("{one},"), 1_000_000, &close);
    assert_eq!(
        import_within(300_000, &vault, &file).refused()["code"],
        "import.too_large"
    );
    long_file(&file, &open, "{},", 1_000_000, "{}]}");
    assert_eq!(
        import_within(300_000, &vault, &file).refused()["code"],
        "import.missing_field"
    );
    // A hundred thousand in a file of a size that can be: no more than the limit are ever held.
    long_file(&file, &open, &format!("{one},"), 100_000, &close);
    let refused = import_within(600_000, &vault, &file).refused();
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("import.too_many"), &json!("engagements"))
    );
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
