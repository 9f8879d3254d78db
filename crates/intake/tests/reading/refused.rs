//! What is not read: the wrong kind, the broken, the too large, and anything at all.

use chrono::NaiveDate;
use intake::{LARGEST, MOST_ROWS, Unreadable, Written, calendar, contacts, csv, notes, xlsx};
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
