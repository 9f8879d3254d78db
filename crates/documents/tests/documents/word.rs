//! Files for Word: what stands in their parts, and what another program reads in them.

use std::io::{Cursor, Read};
use std::process::Command;

use documents::{Stamp, docx};

use crate::support::{all_words, bare, every_kind, rich, summary};

const FINAL: Stamp = Stamp::Final { approved: None };

/// A part of a file, as text.
pub fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn it_says_its_language_the_heads_of_its_tables_and_each_style_once() {
    let content = summary(&rich(), "maya", "2026-05-11");
    let file = docx(&content, FINAL).unwrap();
    let styles = part(&file, "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"en\" /></w:rPr></w:rPrDefault>"));
    assert_eq!(styles.matches("w:styleId=\"Normal\"").count(), 1);
    assert_eq!(styles.matches("w:default=\"1\"").count(), 1);
    let document = part(&file, "word/document.xml");
    let tables = document.matches("<w:tbl>").count();
    assert!(tables > 0);
    assert_eq!(
        document.matches("<w:cantSplit /><w:tblHeader />").count(),
        tables
    );
}

#[test]
fn words_from_the_right_begin_at_the_right() {
    let mut content = summary(&rich(), "maya", "2026-05-11");
    let plain = part(&docx(&content, FINAL).unwrap(), "word/document.xml");
    assert!(!plain.contains("<w:bidi"));
    content.title = "ملخص".to_owned();
    let turned = part(&docx(&content, FINAL).unwrap(), "word/document.xml");
    assert_eq!(turned.matches("<w:bidi").count(), 1);
}

/// Another program opens every kind without repair, and reads the same words in the same order.
#[test]
fn libre_office_reads_the_same_words() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("Left out: there is no LibreOffice (soffice) on this machine.");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let contents = every_kind("en");
    let mut call = Command::new("soffice");
    // A place of its own, so that nobody's open LibreOffice is asked.
    let place = folder.path().join("profile");
    call.arg(format!("-env:UserInstallation=file://{}", place.display()));
    call.args([
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
    ]);
    call.arg(folder.path());
    for (n, content) in contents.iter().enumerate() {
        let file = folder.path().join(format!("{n}.docx"));
        std::fs::write(&file, docx(content, FINAL).unwrap()).unwrap();
        call.arg(file);
    }
    assert!(call.output().unwrap().status.success());
    for (n, content) in contents.iter().enumerate() {
        let text = std::fs::read_to_string(folder.path().join(format!("{n}.txt"))).unwrap();
        let text = bare(&text);
        for words in all_words(content) {
            assert!(text.contains(&bare(&words)), "{}: {words}", content.eyebrow);
        }
    }
}
