//! What is not read: the wrong kind, the broken, the too large, and anything at all.

use chrono::NaiveDate;
use intake::{
    LARGEST, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Unreadable, Written, calendar, contacts, csv,
    notes, xlsx,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{file, packed};

fn any_day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn events(bytes: &[u8]) -> Result<usize, Unreadable> {
    let found = calendar(
        bytes,
        any_day("2020-01-01"),
        any_day("2030-12-31"),
        "Europe/Madrid",
    );
    found.map(|found| found.events.len())
}

#[test]
fn the_wrong_kind_is_told() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for (code, refused) in [
        ("intake.not_a", contacts(picture).unwrap_err()),
        ("intake.not_a", events(picture).unwrap_err()),
        ("intake.not_a", events(&file("apple-3.0.vcf")).unwrap_err()),
        ("intake.not_a", contacts(&file("google.ics")).unwrap_err()),
        ("intake.not_a", csv(picture).unwrap_err()),
        ("intake.not_a", xlsx(picture).unwrap_err()),
        ("intake.not_a", notes(picture, Written::Docx).unwrap_err()),
        (
            "intake.not_a",
            notes(&packed(&[("a", b"b")]), Written::Docx).unwrap_err(),
        ),
        ("intake.empty", contacts(b"").unwrap_err()),
        ("intake.empty", events(b"").unwrap_err()),
        ("intake.empty", csv(b"\n,,\n").unwrap_err()),
        ("intake.empty", xlsx(b"").unwrap_err()),
    ] {
        assert_eq!(refused.code(), code, "{refused}");
    }
}

#[test]
fn a_file_that_breaks_off_is_refused_whole() {
    for (name, whole) in [("google.ics", 3), ("exchange.ics", 52)] {
        let bytes = file(name);
        assert_eq!(events(&bytes), Ok(whole));
        let cut = events(&bytes[..bytes.len() - 40]);
        assert_eq!(cut.unwrap_err().code(), "intake.not_a");
    }
    let card = file("thunderbird-3.0.vcf");
    let cut = contacts(&card[..card.len() / 2]);
    assert_eq!(cut.unwrap_err().code(), "intake.not_a");
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_read() {
    let zeros = vec![0; LARGEST + 1];
    let bomb = packed(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < LARGEST / 100);
    assert_eq!(xlsx(&bomb), Err(Unreadable::TooLarge));
    let bomb = packed(&[("word/document.xml", &zeros)]);
    assert_eq!(notes(&bomb, Written::Docx), Err(Unreadable::TooLarge));
    // Each part by itself would do; together they are too much.
    let half = vec![0; LARGEST / 2 + 1];
    assert_eq!(
        xlsx(&packed(&[("a", &half), ("b", &half)])),
        Err(Unreadable::TooLarge)
    );
}

#[test]
fn a_calendar_of_fifty_megabytes_and_a_table_without_end_are_refused() {
    let event = "BEGIN:VEVENT\nUID:x\nDTSTART:20260105T180000Z\nEND:VEVENT\n";
    let huge = format!(
        "BEGIN:VCALENDAR\n{}END:VCALENDAR\n",
        event.repeat(50_000_000 / event.len())
    );
    assert_eq!(events(huge.as_bytes()), Err(Unreadable::TooLarge));
    let rows = "a,b\n".repeat(MOST_ROWS + 1);
    assert_eq!(csv(rows.as_bytes()), Err(Unreadable::TooMany(MOST_ROWS)));
}

/// A workbook with these cells, and one shared text.
fn workbook(cells: &str, shared: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let parts = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let texts = format!(r#"<sst xmlns="{MAIN}"><si><t>{shared}</t></si></sst>"#);
    let sheet = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>"#);
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let styles = format!(r#"<styleSheet xmlns="{MAIN}"></styleSheet>"#);
    packed(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_small_workbook_does_not_become_a_huge_table() {
    let one = r#"<row r="1"><c r="B1"><v>1</v></c></row>"#;
    assert_eq!(xlsx(&workbook(one, "")).unwrap()[0].rows, [["1"]]);
    // Far apart, but few: each row is one row.
    let apart = format!(r#"{one}<row r="1048576"><c r="C1048576"><v>2</v></c></row>"#);
    assert_eq!(
        xlsx(&workbook(&apart, "")).unwrap()[0].rows,
        [["1", ""], ["", "2"]]
    );
    let corners = format!(r#"{one}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#);
    assert_eq!(
        xlsx(&workbook(&corners, "")),
        Err(Unreadable::TooMany(MOST_COLUMNS))
    );
    let named = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(1000);
    let long = "a".repeat(100_000);
    assert_eq!(xlsx(&workbook(&named, &long)), Err(Unreadable::TooLarge));
}

#[test]
fn short_rows_are_not_filled_without_end() {
    let one_wide_row = "a,".repeat(MOST_COLUMNS - 1);
    let table = format!("{one_wide_row}\n{}", "a\n".repeat(MOST_ROWS - 1));
    assert_eq!(csv(table.as_bytes()), Err(Unreadable::TooMany(MOST_CELLS)));
}

#[test]
fn a_rule_that_never_comes_true_is_not_followed_for_ever() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
        "FREQ=YEARLY;BYSETPOS=366;COUNT=3",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=13;COUNT=3",
        "FREQ=DAILY;UNTIL=99991231T000000Z",
    ] {
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:00010105T180000Z\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let begun = std::time::Instant::now();
        let _ = events(text.as_bytes());
        assert!(begun.elapsed().as_secs() < 20, "{rule}");
    }
}

proptest! {
    /// Whatever the bytes, there is an answer.
    #[test]
    fn any_bytes_have_an_answer(bytes in vec(any::<u8>(), 0..600)) {
        let _ = (contacts(&bytes), events(&bytes), csv(&bytes), xlsx(&bytes));
        let _ = (notes(&bytes, Written::Text), notes(&bytes, Written::Docx));
    }

    /// So there is for a file that was true once.
    #[test]
    fn any_damage_has_an_answer(at in vec((any::<u16>(), any::<u8>()), 1..20)) {
        for name in ["google.ics", "exchange.ics", "outlook-2.1.vcf", "apple-3.0.vcf"] {
            let mut bytes = file(name);
            for (place, byte) in &at {
                let place = usize::from(*place) % bytes.len();
                bytes[place] = *byte;
            }
            let _ = (contacts(&bytes), events(&bytes), csv(&bytes));
        }
    }
}
