//! What must stay in the room is in no byte of any paper for the sponsor's side: not in its text,
//! not in a stream, not in its metadata, not in its file's name.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use lopdf::{Document, Object};
use practice::types::{Approve, AskDocument, AskEngagement, DocumentRow, EngagementPage, Format};
use practice::words::{Consent, DocumentKind, Role};
use practice::{Desk, NoKeychain, Place, Places, SystemClock};
use serde_json::Value;
use tempfile::TempDir;

fn at(path: &Path) -> Place<'_> {
    Place {
        path,
        replaces: false,
    }
}

/// The sample practice, open on a desk.
fn desk() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        proposed_vault: folder.path().join("vault"),
        last_vault: None,
        temporary: folder.path().to_owned(),
    };
    let mut desk = Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places);
    desk.open_sample().unwrap();
    (folder, desk)
}

/// The strings planted in reflections, session notes and undisclosed goals, by engagement.
fn planted(engagement: &str) -> Vec<String> {
    let all: Value =
        serde_json::from_str(include_str!("../../../practice/sample/planted.json")).unwrap();
    let of_this = all[engagement].as_array().cloned().unwrap_or_default();
    of_this
        .iter()
        .map(|string| string.as_str().unwrap().to_owned())
        .collect()
}

fn page(desk: &Desk, engagement: &str) -> EngagementPage {
    let card = desk
        .engagements()
        .unwrap()
        .into_iter()
        .find(|card| card.id.as_str() == engagement);
    desk.engagement(AskEngagement {
        engagement: card.unwrap().id,
        on: None,
    })
    .unwrap()
}

fn for_the_sponsors_side(row: &DocumentRow) -> bool {
    row.role.is_some_and(Role::on_the_sponsors_side)
}

/// Everything that can be read out of a file: its bytes, and what is packed inside.
fn readable(path: &Path, format: Format) -> Vec<Vec<u8>> {
    let bytes = fs::read(path).unwrap();
    let mut all = vec![
        path.file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
            .into_bytes(),
    ];
    match format {
        Format::Pdf => all.extend(inside_pdf(&bytes)),
        Format::Docx => all.extend(inside_docx(&bytes)),
        Format::Md | Format::Html | Format::Ics => {}
    }
    all.push(bytes);
    all
}

fn inside_pdf(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut document = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let mut all = vec![document.extract_text(&pages).unwrap().into_bytes()];
    document.decompress();
    for object in document
        .objects
        .values()
        .chain([&Object::Dictionary(document.trailer.clone())])
    {
        strings(object, &mut all);
    }
    all
}

/// The strings and streams of an object, as they are and, where it is UTF-16, as UTF-8.
fn strings(object: &Object, all: &mut Vec<Vec<u8>>) {
    match object {
        Object::String(bytes, _) => {
            if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
                let units: Vec<u16> = wide
                    .chunks_exact(2)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                    .collect();
                all.push(String::from_utf16_lossy(&units).into_bytes());
            }
            all.push(bytes.clone());
        }
        Object::Stream(stream) => {
            all.push(stream.content.clone());
            stream
                .dict
                .iter()
                .for_each(|(_, inner)| strings(inner, all));
        }
        Object::Dictionary(fields) => fields.iter().for_each(|(_, inner)| strings(inner, all)),
        Object::Array(list) => list.iter().for_each(|inner| strings(inner, all)),
        _ => {}
    }
}

/// Each part of the package, and its text without the tags between words.
fn inside_docx(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        all.push(part.name().as_bytes().to_vec());
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        let mut in_tag = false;
        let text = content.iter().copied().filter(|byte| {
            let tag = in_tag || *byte == b'<';
            in_tag = tag && *byte != b'>';
            !tag
        });
        all.push(text.collect());
        all.push(content);
    }
    all
}

/// Words alone: line breaks, hyphens at line ends and the form of quotation marks do not hide a
/// string.
fn bare(text: &str) -> String {
    let text = text
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&quot;", "\"");
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Those of the strings that can be read out of a file. What is no text, as a font, is searched for
/// the exact bytes alone.
fn found(path: &Path, format: Format, sought: &[String]) -> Vec<String> {
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for bytes in readable(path, format) {
        match std::str::from_utf8(&bytes) {
            Ok(text) => texts.push(bare(text)),
            Err(_) => others.push(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
    let stands = |string: &&String| {
        let words = bare(string);
        texts.iter().any(|text| text.contains(&words))
            || others.iter().any(|other| other.contains(string.as_str()))
    };
    sought.iter().filter(stands).cloned().collect()
}

/// Writes a document as a draft, under the name that it has by itself.
fn write(
    desk: &mut Desk,
    folder: &Path,
    ask: &AskDocument,
    format: Format,
) -> Option<std::path::PathBuf> {
    let name = desk.document(ask.clone()).ok()?.file_name;
    let path = folder.join(name).with_extension(ending(format));
    let _ = fs::remove_file(&path);
    desk.write_document_to(ask, format, at(&path), false)
        .unwrap();
    Some(path)
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Pdf => "pdf",
        Format::Docx => "docx",
        Format::Md => "md",
        Format::Html => "html",
        Format::Ics => "ics",
    }
}

const FORMATS: [Format; 4] = [Format::Pdf, Format::Docx, Format::Md, Format::Html];

#[test]
fn no_planted_string_is_in_a_paper_for_the_sponsors_side() {
    let (folder, mut desk) = desk();
    let mut looked_at = 0;
    let mut drawn = BTreeSet::new();
    let cards = desk.engagements().unwrap();
    for card in cards {
        let id = card.id.as_str().to_owned();
        let sought = planted(&id);
        let page = page(&desk, &id);
        // Everything as text; the newest meeting's briefs and the summaries as Word files too, and as PDF
        // the first of each kind in each language: a renderer sees the content alone, which the text
        // formats show of every paper.
        let mut meetings = Vec::new();
        for row in page
            .documents
            .iter()
            .filter(|row| for_the_sponsors_side(row))
        {
            let meeting = row.document.meeting.clone();
            if !meetings.contains(&meeting) {
                meetings.push(meeting.clone());
            }
            let newest = meeting.is_none() || meetings.first() == Some(&meeting);
            let kind = (row.document.kind, page.language);
            let formats = match (newest, drawn.contains(&kind)) {
                (true, false) => &FORMATS[..],
                (true, true) => &FORMATS[1..],
                (false, _) => &FORMATS[2..],
            };
            for format in formats {
                let Some(path) = write(&mut desk, folder.path(), &row.document, *format) else {
                    continue;
                };
                looked_at += 1;
                if *format == Format::Pdf {
                    drawn.insert(kind);
                }
                let found = found(&path, *format, &sought);
                assert!(found.is_empty(), "{id}, {}: {found:?}", ending(*format));
            }
        }
    }
    assert!(looked_at > 60, "only {looked_at} papers could be made");
    assert!(drawn.len() > 3, "as PDF only {drawn:?}");
}

/// The same reading finds the strings where they may stand: in the coach's own summary and the
/// coachee's papers.
#[test]
fn the_reading_finds_what_is_there() {
    let (folder, mut desk) = desk();
    for format in FORMATS {
        let mut read = Vec::new();
        let sought = planted("nadia");
        let rows = page(&desk, "nadia").documents.into_iter();
        // The summaries, which come after the briefs, of the coach and the coachee.
        for row in rows.filter(|row| row.document.meeting.is_none() && !for_the_sponsors_side(row))
        {
            if let Some(path) = write(&mut desk, folder.path(), &row.document, format) {
                read.extend(found(&path, format, &sought));
            }
        }
        assert!(
            !read.is_empty(),
            "nothing can be read out of a {} file",
            ending(format)
        );
    }
}

#[test]
fn handing_over_writes_the_file_and_the_entry_or_neither() {
    let (folder, mut desk) = desk();
    let entries = |desk: &Desk| page(desk, "nadia").ledger.len();
    let before = entries(&desk);
    let rows = page(&desk, "nadia").documents;
    let ask = rows
        .into_iter()
        .filter(|row| row.document.kind == DocumentKind::Brief)
        .find(for_the_sponsors_side)
        .unwrap()
        .document;
    let path = folder.path().join("brief.md");
    let refused = desk
        .write_document_to(&ask, Format::Md, at(&path), true)
        .err()
        .unwrap();
    assert_eq!(refused.code, "document.not_approved");
    let content = desk.document(ask.clone()).unwrap().content;
    let document = ask.clone();
    desk.approve(Approve {
        document,
        content,
        how: Consent::InWriting,
        on: None,
    })
    .unwrap();
    let nowhere = folder.path().join("no such folder").join("brief.md");
    assert!(
        desk.write_document_to(&ask, Format::Md, at(&nowhere), true)
            .is_err()
    );
    assert_eq!(entries(&desk), before);
    assert!(!path.exists());
    desk.write_document_to(&ask, Format::Md, at(&path), true)
        .unwrap();
    assert_eq!(entries(&desk), before + 1);
    let text = fs::read_to_string(&path).unwrap();
    assert!(!text.to_lowercase().contains("draft"), "{text}");
    assert!(desk.check().unwrap().sound);
}

/// A refusal never takes a file away that was there before.
#[test]
fn a_refused_handing_over_leaves_the_readers_own_file() {
    let (folder, mut desk) = desk();
    let rows = page(&desk, "nadia").documents;
    let ask = rows
        .into_iter()
        .find(for_the_sponsors_side)
        .unwrap()
        .document;
    let path = folder.path().join("brief.md");
    fs::write(&path, "mine").unwrap();
    assert!(
        desk.write_document_to(&ask, Format::Md, at(&path), true)
            .is_err()
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}
