//! The picture of an engagement in time: in whose documents it stands, and that its words are there.

use documents::{Block, Content, Stamp, docx, html, markdown, pdf};
use serde_json::json;

use crate::files::everything;
use crate::support::{brief, case_of, coach_summary, rich, rich_value, sheet, summary};

const FINAL: Stamp = Stamp::Final { approved: None };
const ON: &str = "2026-05-11";

fn pictures(content: &Content) -> usize {
    let blocks = content.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter(|block| matches!(block, Block::Picture { .. }))
        .count()
}

#[test]
fn it_stands_in_the_summaries_of_the_two_chairs_and_never_in_the_sponsors() {
    let case = rich();
    assert_eq!(pictures(&summary(&case, "maya", ON)), 1);
    assert_eq!(pictures(&coach_summary(&case, ON)), 1);
    for content in [
        summary(&case, "ingrid", ON),
        summary(&case, "tom", ON),
        brief(&case, "ingrid", "m2", ON),
        brief(&case, "tom", "m2", ON),
        sheet(&case, "m2", ON),
    ] {
        assert_eq!(pictures(&content), 0, "{}", content.eyebrow);
    }
}

/// Vector graphics with a text in their stead, in a file that claims PDF/UA-1 and PDF/A-2a.
#[test]
fn in_pdf_and_html_it_is_drawn_and_says_what_it_shows() {
    for language in ["en", "es"] {
        let mut value = rich_value();
        value["engagement"]["language"] = language.into();
        let content = summary(&case_of(value), "maya", ON);
        let bytes = pdf(&content, FINAL).unwrap();
        assert_eq!(bytes, pdf(&content, FINAL).unwrap());
        let all = everything(&bytes);
        for sign in ["/Figure", "/Alt", "<pdfuaid:part>1", "<pdfaid:part>2"] {
            assert!(all.contains(sign), "{sign}");
        }
        assert!(!all.contains("/Subtype /Image") && !all.contains("/Subtype/Image"));
        let page = html(&content, FINAL);
        assert_eq!(page.matches("<svg ").count(), 1);
        assert!(page.contains("role=\"img\" aria-label=\""));
        assert!(!page.contains("<image") && !page.contains("href"));
    }
}

/// What the picture shows stands in words in every format: each wording, agreement and telling.
#[test]
fn the_same_stands_in_words() {
    let case = rich();
    for content in [summary(&case, "maya", ON), coach_summary(&case, ON)] {
        let words = markdown(&content, FINAL).replace('\\', "");
        let (_, words) = words.split_once("## The picture in words").unwrap();
        for row in [
            "| 3 March 2026 | Contracting meeting: agreed | Delegate the platform launch Speak earlier",
            "| 20 April 2026 | Replaced | Delegate the platform launch → Decide whether I want",
            "| 28 April 2026 | Moved in meaning | Speak earlier in executive meetings → Speak early,",
            "| 3 May 2026 | Told to Ingrid Solberg | Speak early,",
            "Sessions held: ",
            "Insights: ",
        ] {
            assert!(words.contains(row), "{row} in {words}");
        }
        docx(&content, FINAL).unwrap();
    }
}

#[test]
fn without_goals_there_is_no_picture() {
    let mut value = rich_value();
    let e = value["engagement"].as_object_mut().unwrap();
    for part in ["goals", "tellings", "positions"] {
        e.remove(part);
    }
    e["meetings"][0]["agreed"] = json!([]);
    e["releases"] = json!([]);
    let content = summary(&case_of(value), "maya", ON);
    assert_eq!(pictures(&content), 0);
}

/// Many goals take several pictures; none is lost.
#[test]
fn thirty_goals() {
    let mut value = rich_value();
    let first = value["engagement"]["goals"][1].clone();
    let goals = value["engagement"]["goals"].as_array_mut().unwrap();
    for number in 0..30 {
        let mut goal = first.clone();
        goal["id"] = json!(format!("many{number}"));
        for (n, version) in goal["versions"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .enumerate()
        {
            version["id"] = json!(format!("many{number}-{n}"));
        }
        goals.push(goal);
    }
    let content = summary(&case_of(value), "maya", ON);
    assert!(pictures(&content) > 1);
    let blocks = content.sections.iter().flat_map(|section| &section.blocks);
    for block in blocks {
        if let Block::Picture { drawing, .. } = block {
            // As high as the text of a page, its heading aside.
            assert!(drawing.height < 21_600, "{}", drawing.height);
        }
    }
}
