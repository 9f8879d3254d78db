//! Tables are read back by a library that is not ours, and no cell of them is ever a formula.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader, Xlsx};
use coaching::day::Day;
use documents::{Cell, Table, csv, workbook, xlsx};

/// What a spreadsheet would take for a formula, a command or a number, and hard letters.
const TEXTS: &[&str] = &[
    "=1+1",
    "+47 22 33 44 55",
    "-2",
    "@SUM(A1)",
    " =HYPERLINK(\"http://x\")",
    "\t=1",
    "plain, with \"quotes\"\nand a line",
    "007",
    "Müller 陈 أحمد",
    "'quoted",
];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn table() -> Table {
    let row = |text: &&str| {
        vec![
            Cell::Text((*text).to_owned()),
            Cell::Hundredths(75),
            Cell::Day(day("2026-02-28")),
            Cell::Number(4),
            Cell::Empty,
        ]
    };
    Table {
        name: "Hours",
        columns: vec![
            ("Name", 30),
            ("Hours", 8),
            ("Day", 12),
            ("Size", 6),
            ("None", 6),
        ],
        rows: TEXTS.iter().map(row).collect(),
    }
}

#[test]
fn a_workbook_is_read_back_and_holds_no_formula() {
    let bytes = xlsx(&table(), day("2026-03-01")).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let formulas = book.worksheet_formula("Hours").unwrap();
    assert!(
        formulas
            .used_cells()
            .all(|(_, _, formula)| formula.is_empty())
    );
    let sheet = book.worksheet_range("Hours").unwrap();
    let rows: Vec<_> = sheet.rows().collect();
    assert_eq!(rows.len(), TEXTS.len() + 1);
    assert_eq!(rows[0][0], Data::String("Name".into()));
    for (row, text) in rows[1..].iter().zip(TEXTS) {
        assert_eq!(row[0], Data::String((*text).to_owned()));
        assert_eq!(row[1], Data::Float(0.75));
        let Data::DateTime(date) = &row[2] else {
            panic!("{:?}", row[2]);
        };
        let date = date.as_datetime().unwrap().date();
        assert_eq!(date.to_string(), "2026-02-28");
        assert_eq!(row[3], Data::Float(4.0));
    }
}

#[test]
fn a_workbook_says_the_day_it_was_asked_for_and_no_clock() {
    let bytes = xlsx(&table(), day("2026-03-01")).unwrap();
    assert_eq!(bytes, xlsx(&table(), day("2026-03-01")).unwrap());
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut said = String::new();
    let mut part = book.by_name("docProps/core.xml").unwrap();
    part.read_to_string(&mut said).unwrap();
    assert_eq!(said.matches("2026-03-01T00:00:00Z").count(), 2, "{said}");
}

#[test]
fn csv_is_read_back_and_no_cell_begins_like_a_formula() {
    let bytes = csv(&table()).unwrap();
    let mut reader = ::csv::Reader::from_reader(&bytes[..]);
    assert_eq!(
        reader.headers().unwrap().iter().collect::<Vec<_>>(),
        ["Name", "Hours", "Day", "Size", "None"]
    );
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), TEXTS.len());
    for (row, text) in rows.iter().zip(TEXTS) {
        let read = row[0]
            .strip_prefix('\'')
            .filter(|_| !text.starts_with('\''));
        assert_eq!(read.unwrap_or(&row[0]), *text);
        assert!(
            !row[0].trim_start().starts_with(['=', '+', '-', '@']),
            "{}",
            &row[0]
        );
        assert_eq!(
            [&row[1], &row[2], &row[3], &row[4]],
            ["0.75", "2026-02-28", "4", ""]
        );
    }
}

#[test]
fn tables_stand_on_sheets_of_their_own() {
    let other = Table {
        name: "Others",
        columns: vec![("Change", 8)],
        rows: vec![vec![Cell::Number(-3)]],
    };
    let bytes = workbook(&[table(), other], day("2026-03-01")).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Hours", "Others"]);
    let sheet = book.worksheet_range("Others").unwrap();
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::Float(-3.0)));
    assert_eq!(
        book.worksheet_range("Hours").unwrap().height(),
        TEXTS.len() + 1
    );
}
