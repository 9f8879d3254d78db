//! Writes every document of a case as files, to be looked at:
//! `look CASE.json FOLDER DAY MEETING`. The case is the coach, the people, the organisations and one
//! engagement.

#![allow(clippy::unwrap_used, reason = "for looking at pages, not for shipping")]

#[path = "../tests/documents/support.rs"]
mod support;

use coaching::talking_points::Asked;
use coaching::words::Role;
use documents::{Colour, Letterhead, Logo, Paper, Stamp, docx, file_name, html, markdown, pdf};

/// A letterhead, to see where it stands.
fn letterhead() -> Letterhead {
    let logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 80'><g fill='none' \
                stroke='#6b3f69' stroke-width='9'><path d='M10 8v64M10 42h34v30'/>\
                <path stroke='#1b6b66' d='M78 8v64M78 42h34v30'/>\
                <path stroke='#8a5300' d='M146 8v64M146 42h34v30'/></g></svg>";
    Letterhead {
        name: "Anna Berg, PCC".to_owned(),
        lines: vec![
            "Rosenlundsgatan 12, 118 53 Stockholm".to_owned(),
            "anna@berg.example · +46 8 123 45 67".to_owned(),
        ],
        logo: Logo::read(logo.as_bytes()).ok(),
        colour: Colour::parse("#2a5d84").ok(),
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, folder, on, meeting] = args.as_slice() else {
        eprintln!("look CASE.json FOLDER DAY MEETING");
        return;
    };
    let case = support::case(&std::fs::read_to_string(file).unwrap());
    let with = |role| {
        let party = case.engagement.parties.iter().find(|p| p.role == role);
        party.unwrap().id.to_string()
    };
    let (sponsor, coachee) = (with(Role::Sponsor), with(Role::Coachee));
    let plain = Stamp::Final { approved: None };
    let approved = Stamp::Final {
        approved: Some(support::day(on)),
    };
    let mut all = vec![
        (
            "4-summary-sponsor",
            support::summary(&case, &sponsor, on),
            Stamp::Draft,
        ),
        (
            "5-summary-coachee",
            support::summary(&case, &coachee, on),
            plain,
        ),
        ("6-summary-coach", support::coach_summary(&case, on), plain),
    ];
    let asked = Asked {
        private: true,
        ..Asked::default()
    };
    let points = documents::talking_points(&support::view(&case, &coachee, on), asked);
    all.extend(
        points
            .ok()
            .map(|content| ("7-talking-points", content, plain)),
    );
    if meeting != "-" {
        let brief = |chair| support::brief(&case, chair, meeting, on);
        all.push(("1-brief-sponsor", brief(&sponsor), approved));
        all.push(("2-brief-coachee", brief(&coachee), plain));
        all.push(("3-sheet-coach", support::sheet(&case, meeting, on), plain));
    }
    let letterhead = letterhead();
    for (name, content, stamp) in all {
        let paper = Paper::new(stamp, Some(&letterhead));
        let path = |ending: &str| format!("{folder}/{name}.{ending}");
        std::fs::write(path("pdf"), pdf(&content, paper).unwrap()).unwrap();
        std::fs::write(path("docx"), docx(&content, paper).unwrap()).unwrap();
        std::fs::write(path("md"), markdown(&content, paper)).unwrap();
        std::fs::write(path("html"), html(&content, paper)).unwrap();
        println!("{name}: {}", file_name(&content, documents::Format::Pdf));
    }
}
