//! Writes every document of a case as files, to be looked at:
//! `look CASE.json FOLDER DAY MEETING`. The case is the coach, the people, the organisations and one
//! engagement.

#![allow(clippy::unwrap_used, reason = "for looking at pages, not for shipping")]

#[path = "../tests/documents/support.rs"]
mod support;

use coaching::talking_points::Asked;
use coaching::words::Role;
use documents::{Stamp, docx, file_name, html, markdown, pdf};

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
    for (name, content, stamp) in all {
        let path = |ending: &str| format!("{folder}/{name}.{ending}");
        std::fs::write(path("pdf"), pdf(&content, stamp).unwrap()).unwrap();
        std::fs::write(path("docx"), docx(&content, stamp).unwrap()).unwrap();
        std::fs::write(path("md"), markdown(&content, stamp)).unwrap();
        std::fs::write(path("html"), html(&content, stamp)).unwrap();
        println!("{name}: {}", file_name(&content, documents::Format::Pdf));
    }
}
