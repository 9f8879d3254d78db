//! Files of other programs: contacts, calendars, tables, notes.

use std::cell::OnceCell;
use std::io::{Cursor, Write};

use chrono::NaiveDate;
use intake::{MOST_COLUMNS, MOST_CONTACTS, MOST_EVENTS, MOST_ROWS, Sheet, Unreadable, Written};
use practice::types::{ContactsFile, LookAtContacts, LookAtHours, TableFormat};
use practice::{Desk, Failure, NoKeychain, SystemClock};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{files_in, whole};

/// A desk on which the sample lies, and its folder.
struct Table(tempfile::TempDir, Desk);

thread_local!(static DESK: OnceCell<Table> = const { OnceCell::new() });

fn with_desk(f: impl FnOnce(&Desk)) {
    DESK.with(|desk| {
        let Table(_folder, desk) = desk.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let places = crate::places(&folder.path().join("vault"), folder.path());
            let mut desk = Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places);
            desk.open_sample().unwrap();
            Table(folder, desk)
        });
        f(desk);
    });
}

/// A command's answer is like the reader's: what the reader refused is refused with the same code, and
/// what it read with a code of the desk's own at the worst.
fn like<T, U>(reader: &Result<T, Unreadable>, desk: &Result<U, Failure>, own: &[&str]) {
    match (reader, desk) {
        (_, Ok(_)) => assert!(reader.is_ok(), "read although it cannot be"),
        (Err(refused), Err(failure)) => assert_eq!(failure.code, refused.code()),
        (Ok(_), Err(failure)) => assert!(own.contains(&failure.code.as_str()), "{failure:?}"),
    }
}

/// Without line ends and other control characters, and not blank at either end.
fn is_a_line(text: &str) -> bool {
    text.trim() == text && !text.chars().any(char::is_control)
}

fn is_sound(sheet: &Sheet) {
    assert!(sheet.rows.len() <= MOST_ROWS);
    let width = sheet.rows.first().map_or(0, Vec::len);
    assert!((1..=MOST_COLUMNS).contains(&width), "{width} columns");
    for row in &sheet.rows {
        assert_eq!(row.len(), width);
        assert!(row.iter().any(|cell| !cell.is_empty()), "a blank row");
        assert!(row.iter().all(|cell| is_a_line(cell)), "{row:?}");
    }
}

/// A table as CSV: by itself, as contacts and as hours.
pub(super) fn table(bytes: &[u8]) -> bool {
    let read = intake::csv(bytes);
    if let Ok(sheet) = &read {
        is_sound(sheet);
    }
    with_desk(|desk| {
        let file = base64(bytes);
        let ask = LookAtContacts {
            file: file.clone(),
            kind: ContactsFile::Table,
            columns: None,
        };
        let own = [
            "input.columns",
            "input.no_name",
            "intake.too_many",
            "intake.empty",
        ];
        like(&read, &desk.look_at_contacts(ask), &own);
        let kind = TableFormat::Csv;
        like(&read, &desk.look_at_hours(LookAtHours { file, kind }), &[]);
    });
    read.is_ok()
}

/// A spreadsheet, as it is read and as hours; what is not packed is taken for its sheet as well.
pub(super) fn workbook(bytes: &[u8]) -> bool {
    let packed = match bytes {
        [b'P', b'K', ..] => bytes.to_vec(),
        sheet => book(sheet),
    };
    let read = intake::xlsx(&packed);
    if let Ok(sheets) = &read {
        sheets.iter().for_each(is_sound);
    }
    with_desk(|desk| {
        let file = base64(&packed);
        let kind = TableFormat::Xlsx;
        like(&read, &desk.look_at_hours(LookAtHours { file, kind }), &[]);
    });
    read.is_ok()
}

/// Contacts as vCard.
pub(super) fn cards(bytes: &[u8]) -> bool {
    let read = intake::contacts(bytes);
    if let Ok(found) = &read {
        assert!(found.people.len() + found.left_out <= MOST_CONTACTS);
        for person in &found.people {
            assert!(!person.name.is_empty());
            let all = [
                &person.uid,
                &person.name,
                &person.called,
                &person.organisation,
                &person.title,
            ];
            assert!(all.iter().all(|text| is_a_line(text)), "{person:?}");
        }
    }
    with_desk(|desk| {
        let ask = LookAtContacts {
            file: base64(bytes),
            kind: ContactsFile::Cards,
            columns: None,
        };
        like(&read, &desk.look_at_contacts(ask), &[]);
    });
    read.is_ok()
}

/// A calendar, as it is read for a year and three months.
pub(super) fn calendar(bytes: &[u8]) -> bool {
    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 12).unwrap();
    let (from, to) = (day(2026, 1), day(2027, 4));
    let read = intake::calendar(bytes, from, to, "Europe/Madrid");
    if let Ok(found) = &read {
        assert!(found.events.len() <= found.keys.len());
        assert!(found.keys.len() + found.backwards <= MOST_EVENTS);
        assert!(found.events.is_sorted());
        for event in &found.events {
            assert!((from..=to).contains(&event.on), "{event:?}");
            assert!(found.keys.contains(&event.key));
            assert!(found.series.contains(&event.series));
            assert!(is_a_line(&event.title), "{event:?}");
        }
    }
    read.is_ok()
}

/// Notes: as text, and as DOCX; what is not packed is taken for the document in it as well.
pub(super) fn notes(bytes: &[u8]) -> bool {
    let packed = match bytes {
        [b'P', b'K', ..] => bytes.to_vec(),
        document => pack(&[("word/document.xml", document)]),
    };
    let read = [(bytes, Written::Text), (&packed, Written::Docx)].map(|(bytes, written)| {
        let words = intake::notes(bytes, written).ok()?;
        assert!(!words.is_empty() && words.trim() == words);
        assert!(!words.contains('\0'), "{written:?}");
        Some(words)
    });
    read.iter().any(Option::is_some)
}

fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A spreadsheet around the document of its one sheet.
fn book(sheet: &[u8]) -> Vec<u8> {
    pack(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.xml", STRINGS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn texts(all: &[&str]) -> Vec<Vec<u8>> {
    all.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Tables as contacts and hours are exported, with each separator and in three encodings.
pub(super) fn tables() -> Vec<Vec<u8>> {
    let mut all = texts(&[
        "Client,Contact,Group size,From,Until,Paid,Pro bono,Consented\nAda,ada@example.org,,2024-01-01,2024-06-30,12.5,0:30,2024-01-01\n",
        "Name;Company;E-mail\nZoë Müller;\"Acme; Ltd\";zoe@example.org\n",
        "Given name\tFamily name\tPhone\nMei\tTan\t+65 5550 1234\n",
        "Ada|ada@example.org|individual|2024-01-01|2024-02-01|3|90 min|\n",
        "a,b,c\n\"two\nlines\",2\n'=1+1,x,y,z\n",
    ]);
    all.push(b"Name,Organisation\nZo\xeb,fa\xe7ade\n".to_vec());
    let words = "Name\tTitle\nZoë\tDirector\n".encode_utf16();
    all.push(
        [0xff, 0xfe]
            .into_iter()
            .chain(words.flat_map(u16::to_le_bytes))
            .collect(),
    );
    all
}

/// Sheets by themselves, one with a cell whose place is beyond counting, and packed.
pub(super) fn workbooks() -> Vec<Vec<u8>> {
    let beyond = SHEET.replace("B2", "ABCDEFGHIJKLMNOP99999999999");
    let mut all = texts(&[SHEET, &beyond]);
    all.push(book(SHEET.as_bytes()));
    all
}

fn files(ending: &str) -> Vec<Vec<u8>> {
    files_in(&whole("crates/intake/tests/files"), ending)
}

/// Address books of other programs.
pub(super) fn card_files() -> Vec<Vec<u8>> {
    files(".vcf")
}

/// Calendars of other programs.
pub(super) fn calendars() -> Vec<Vec<u8>> {
    files(".ics")
}

/// Words as text, a document by itself, and packed.
pub(super) fn note_files() -> Vec<Vec<u8>> {
    let mut all = texts(&[
        "Opening: “I said no”\r\n\r\nShe tries it again.\r\n",
        DOCUMENT,
    ]);
    all.push(pack(&[("word/document.xml", DOCUMENT.as_bytes())]));
    all
}

const DOCUMENT: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Ask &amp; </w:t></w:r></w:p><w:p><w:r><w:t>Two</w:t><w:br/><w:tab/><w:t>lines &#8364;</w:t></w:r></w:p></w:body></w:document>"#;

const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C2"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>From</t></is></c><c r="C1" t="str"><v>Paid</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45292</v></c><c r="C2"><f>1+1</f><v>1.5</v></c></row></sheetData></worksheet>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Hours" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Client</t></si><si><t>Ada</t></si></sst>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
