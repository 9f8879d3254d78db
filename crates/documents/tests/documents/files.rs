//! The files: their words, their pages, their bytes, their names.

use documents::{Content, Format, Stamp, docx, file_name, html, markdown, pdf};
use lopdf::Document;

use crate::support::{brief, case_of, day, rich, rich_value, sheet, summary};

const FINAL: Stamp = Stamp::Final { approved: None };

/// The words of a PDF, page by page, with single blanks between them.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let file = Document::load_mem(bytes).unwrap();
    file.get_pages()
        .keys()
        .map(|page| {
            let text = file.extract_text(&[*page]).unwrap();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// Every byte of a PDF that could be read: streams unpacked, strings of the rest.
pub fn everything(bytes: &[u8]) -> String {
    let mut file = Document::load_mem(bytes).unwrap();
    file.decompress();
    let mut all = Vec::new();
    file.save_to(&mut all).unwrap();
    String::from_utf8_lossy(&all).into_owned()
}

/// One document for each chair.
fn one_for_each_chair(case: &coaching::record::Case) -> Vec<Content> {
    let on = "2026-05-11";
    vec![
        brief(case, "ingrid", "m2", on),
        summary(case, "maya", on),
        sheet(case, "m2", on),
    ]
}

#[test]
fn the_sponsors_brief_says_what_it_may_and_nothing_else() {
    let content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let bytes = pdf(&content, FINAL).unwrap();
    let text = pages(&bytes).join(" ");
    for word in [
        "For Ingrid Solberg, sponsor",
        "11 May 2026",
        "Thursday 14 May 2026, 14:00",
        "Room Fjord",
        "Delegate the platform launch",
        "Goal 2 of 2",
        "I have handed the launch to Jo.",
        "5 of 12 planned sessions",
        "Anna Berg",
    ] {
        assert!(text.contains(word), "{word} in {text}");
    }
    let rest = [
        markdown(&content, FINAL),
        html(&content, FINAL),
        everything(&bytes),
    ]
    .join(" ");
    for word in [
        "KESTREL",
        "HERON",
        "OSPREY",
        "Decide whether",
        "m2",
        "re1",
        "nobody asks",
    ] {
        assert!(!text.contains(word), "{word}");
        assert!(!rest.contains(word), "{word}");
    }
}

#[test]
fn page_n_of_m_does_not_lie() {
    for content in one_for_each_chair(&rich()) {
        let pages = pages(&pdf(&content, FINAL).unwrap());
        for (page, n) in pages.iter().zip(1..) {
            let wording = format!("Page {n} of {}", pages.len());
            assert!(page.contains(&wording), "{wording}: {page}");
            assert!(page.contains(&content.for_whom));
            assert!(!page.contains("Draft"));
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_an_approval_once() {
    let content = summary(&rich(), "ingrid", "2026-05-11");
    for page in pages(&pdf(&content, Stamp::Draft).unwrap()) {
        assert!(page.contains("Draft"));
        assert!(page.contains("not to be handed over"));
    }
    let approved = Stamp::Final {
        approved: Some(day("2026-05-10")),
    };
    let says = "Maya Okafor approved the words of this document on 10 May 2026.";
    let text = pages(&pdf(&content, approved).unwrap()).join(" ");
    assert_eq!(text.matches(says).count(), 1);
    for text in [markdown(&content, approved), html(&content, approved)] {
        assert!(text.contains(says));
        assert!(!text.contains("Draft"));
    }
    for text in [
        markdown(&content, Stamp::Draft),
        html(&content, Stamp::Draft),
    ] {
        assert!(text.contains("not to be handed over"));
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let content = brief(&rich(), "maya", "m2", "2026-05-11");
    assert_eq!(pdf(&content, FINAL), pdf(&content, FINAL));
    assert_eq!(docx(&content, FINAL), docx(&content, FINAL));
}

#[test]
fn no_file_holds_a_time() {
    let content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let bytes = pdf(&content, FINAL).unwrap();
    let all = everything(&bytes);
    assert!(all.contains("2026"), "the document's own date");
    for found in all.match_indices("(D:").map(|(at, _)| &all[at + 3..]) {
        let date: String = found.chars().take_while(|c| *c != ')').collect();
        assert_eq!(
            date, "20260511000000Z",
            "the document's own day, without an hour"
        );
    }
    for found in all
        .match_indices("2026-05-11T")
        .map(|(at, _)| &all[at + 11..])
    {
        assert!(found.starts_with("00:00:00Z"));
    }
    let word = docx(&content, FINAL).unwrap();
    // The time of each entry in the archive: midnight of 1 January 1980.
    let marks = word
        .windows(4)
        .enumerate()
        .filter(|(_, w)| *w == b"PK\x03\x04");
    for (at, _) in marks {
        assert_eq!(word[at + 10..at + 14], [0, 0, 0x21, 0]);
    }
}

#[test]
fn it_claims_the_standards_that_it_keeps() {
    let content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let all = everything(&pdf(&content, FINAL).unwrap());
    for sign in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "/StructTreeRoot",
        "Three Chairs",
    ] {
        assert!(all.contains(sign), "{sign}");
    }
}

#[test]
fn spanish() {
    let mut value = rich_value();
    value["engagement"]["language"] = "es".into();
    for content in one_for_each_chair(&case_of(value)) {
        let text = pages(&pdf(&content, FINAL).unwrap()).join(" ");
        assert!(text.contains("11 de mayo de 2026"));
        assert!(text.contains("Página 1 de "));
        for english in ["Page ", "May 2026", "Sessions", " and Tom"] {
            assert!(!text.contains(english), "{english} in {text}");
        }
    }
}

#[test]
fn a_name_that_every_file_system_takes() {
    let mut content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let name = |content: &Content| file_name(content, Format::Pdf);
    assert_eq!(
        name(&content),
        "brief-leading-the-platform-team-2026-05-11.pdf"
    );
    for (agreed, expected) in [
        ("CON", "brief-con-2026-05-11.pdf"),
        ("../../etc/passwd", "brief-etc-passwd-2026-05-11.pdf"),
        ("A:B\\C*?\"<>|\u{0}\u{202e}.", "brief-a-b-c-2026-05-11.pdf"),
        ("🪑", "brief-2026-05-11.pdf"),
        ("Año nuevo — Ñandú", "brief-año-nuevo-ñandú-2026-05-11.pdf"),
    ] {
        content.engagement = agreed.to_owned();
        assert_eq!(name(&content), expected);
    }
    content.engagement = "字".repeat(500);
    assert!(name(&content).len() < 255);
}
