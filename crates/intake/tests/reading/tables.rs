//! Tables and notes.

use intake::{Unreadable, Written, csv, notes, xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::packed;

fn rows(text: &str) -> Vec<Vec<String>> {
    csv(text.as_bytes()).unwrap().rows
}

#[test]
fn every_usual_separator_is_found() {
    let wanted = [["Client", "Hours, paid"], ["Ada", "1.5"], ["Zoë", "2"]];
    for separator in [",", ";", "\t", "|"] {
        let lines = [
            format!("Client{separator}\"Hours, paid\""),
            format!("Ada{separator}1.5"),
            String::new(),
            format!("Zoë{separator}2"),
        ];
        assert_eq!(rows(&lines.join("\r\n")), wanted, "{separator:?}");
    }
    assert_eq!(rows("Client\nAda\n"), [["Client"], ["Ada"]]);
    assert_eq!(
        rows("a,b\n\"two\nlines\",2\n"),
        [["a", "b"], ["two lines", "2"]]
    );
    assert_eq!(rows("a,b,c\n1\n"), [["a", "b", "c"], ["1", "", ""]]);
}

#[test]
fn a_spreadsheet_is_read_cell_by_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Hours").unwrap();
    sheet.write(0, 0, "Client").unwrap();
    sheet.write(0, 1, "From").unwrap();
    sheet.write(0, 2, "Hours").unwrap();
    sheet.write(2, 0, "Ada").unwrap();
    let date = ExcelDateTime::from_ymd(2024, 2, 29).unwrap();
    let format = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(2, 1, &date, &format).unwrap();
    sheet.write(2, 2, 0.75).unwrap();
    let length = Format::new().set_num_format("[h]:mm");
    sheet.write_with_format(3, 2, 1.0625, &length).unwrap();
    let hour = Format::new().set_num_format("h:mm");
    sheet.write_with_format(4, 2, 0.0625, &hour).unwrap();
    book.add_worksheet();
    let sheets = xlsx(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].name, "Hours");
    assert_eq!(
        sheets[0].rows,
        [
            ["Client", "From", "Hours"],
            ["Ada", "2024-02-29", "0.75"],
            ["", "", "25:30"],
            ["", "", "1:30"],
        ]
    );
}

#[test]
fn the_words_of_notes_are_read() {
    let text = "Opening: \u{201c}I said no\u{201d}\r\n\r\nShe tries it again.\r\n";
    assert_eq!(
        notes(text.as_bytes(), Written::Text).unwrap(),
        "Opening: “I said no”\n\nShe tries it again."
    );
    let body = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ask &amp; </w:t></w:r><w:r><w:t>listen</w:t></w:r></w:p>
        <w:p><w:r><w:t>Two</w:t><w:br/><w:t>lines &#8364;</w:t></w:r></w:p></w:body></w:document>"#;
    let file = packed(&[("word/document.xml", body.as_bytes())]);
    assert_eq!(
        notes(&file, Written::Docx).unwrap(),
        "Ask & listen\nTwo\nlines €"
    );
    assert_eq!(notes(b" \n", Written::Text), Err(Unreadable::Empty));
}
