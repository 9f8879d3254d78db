//! Writes the documents of a case as files, to look at them: `look CASE.json OUT-FOLDER`.
#![allow(clippy::unwrap_used, reason = "for looking, not for shipping")]
#[path = "../tests/support/mod.rs"]
mod support;
use documents::*;
fn main() {
    let mut args = std::env::args().skip(1);
    let (file, out) = (args.next().unwrap(), args.next().unwrap());
    let case = support::case(&std::fs::read_to_string(file).unwrap());
    let on = args.next().unwrap_or("2026-05-11".to_owned());
    let m = args.next().unwrap_or("m2".to_owned());
    let draft = Stamp::Draft;
    let fin = Stamp::Final { approved: None };
    let ok = Stamp::Final { approved: Some(support::day(&on)) };
    let all = [
        ("1-brief-sponsor", support::brief(&case, "ingrid", &m, &on), ok),
        ("2-brief-coachee", support::brief(&case, "maya", &m, &on), fin),
        ("3-sheet-coach", support::sheet(&case, &m, &on), fin),
        ("4-summary-sponsor", support::summary(&case, "ingrid", &on), draft),
        ("5-summary-coachee", support::summary(&case, "maya", &on), fin),
        ("6-summary-coach", support::coach_summary(&case, &on), fin),
    ];
    for (name, content, stamp) in all {
        let t = std::time::Instant::now();
        match pdf(&content, stamp) {
            Ok(bytes) => std::fs::write(format!("{out}/{name}.pdf"), bytes).unwrap(),
            Err(e) => println!("{name}: {e}"),
        }
        println!("{name} {:?}", t.elapsed());
        std::fs::write(format!("{out}/{name}.md"), markdown(&content, stamp)).unwrap();
        std::fs::write(format!("{out}/{name}.html"), html(&content, stamp)).unwrap();
        if let Ok(bytes) = docx(&content, stamp) { std::fs::write(format!("{out}/{name}.docx"), bytes).unwrap(); }
        println!("{}", file_name(&content, Format::Pdf));
    }
}
