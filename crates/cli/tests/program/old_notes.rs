//! Notes of sessions from before, from a script.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{json, program, shown, three_chairs};

fn docx(body: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).unwrap();
    archive.write_all(body).unwrap();
    archive.finish().unwrap().into_inner()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    shown(&file).to_owned()
}

#[test]
fn notes_are_listed_then_brought_in_then_found_again_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    three_chairs(&vault, &["sample"]).fine();
    let page = json(
        &vault,
        &["call", "engagement", r#"{"engagement":"nadia","on":null}"#],
    );
    let began = page["began"].as_str().unwrap();
    let body = b"<w:document><w:p><w:r><w:t>She said DUNLIN.</w:t></w:r></w:p></w:document>";
    let bomb = docx(&vec![b' '; 33 * 1024 * 1024]);
    let files = [
        write(folder.path(), &format!("{began}.docx"), &docx(body)),
        write(folder.path(), "first.md", b"Twice a DUNLIN."),
        write(folder.path(), "bomb.docx", &bomb),
        shown(folder.path()).to_owned(),
    ];
    let call = |more: &[&str]| {
        let mut asked = vec!["notes", "--engagement", "nadia"];
        asked.extend(files.iter().map(String::as_str));
        asked.extend(more);
        three_chairs(&vault, &asked)
    };
    let text = call(&[]).fine();
    for said in [
        "new",
        "1: She said DUNLIN.",
        "2: no day is written in it",
        "3: it is larger",
        "4: it cannot be read",
        "in no view of the sponsor's side",
        "Nothing was brought in yet",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let day = format!("first.md={began}");
    let seen: serde_json::Value =
        serde_json::from_str(&call(&["--day", &day, "--json"]).fine()).unwrap();
    assert_eq!(
        (&seen["files"][0]["will"], &seen["files"][1]["will"]),
        (&"new".into(), &"added".into())
    );

    let refused = call(&["--bring", "--only", "2", "--json"]).refused();
    assert_eq!(refused["code"], "intake.not_there");
    let refused = call(&["--bring", "--only", "5", "--json"]).refused();
    assert_eq!(refused["code"], "intake.not_there");
    let refused = call(&["--day", "other.md=2026-03-05", "--json"]).refused();
    assert_eq!(refused["code"], "intake.no_file");
    assert_eq!(call(&["--day", "first.md=5 March"]).code, 2);

    let text = call(&["--day", &day, "--bring"]).fine();
    assert!(
        text.contains("New sessions: 1. Added to a record: 1."),
        "{text}"
    );
    let refused = call(&["--day", &day, "--bring", "--json"]).refused();
    assert_eq!(refused["code"], "intake.nothing");
    let view = three_chairs(&vault, &["view", "nadia", "--chair", "sponsor"]).fine();
    assert!(!view.contains("DUNLIN"));
    let undone = three_chairs(&vault, &["undo"]).fine();
    assert!(undone.contains("bring notes"), "{undone}");
    let text = call(&["--day", &day, "--bring", "--only", "2"]).fine();
    assert!(
        text.contains("New sessions: 1. Added to a record: 0."),
        "{text}"
    );
}

#[test]
fn more_files_than_are_looked_at_are_refused_before_one_is_read() {
    let mut command = program();
    command.args([
        "notes",
        "--json",
        "--engagement",
        "nadia",
        "--vault",
        "/none",
    ]);
    command.args((0..10_000).map(|n| format!("{n}.txt")));
    let done = crate::support::Done::of(command.output().unwrap());
    assert_eq!(done.refused()["code"], "intake.too_many");
}
