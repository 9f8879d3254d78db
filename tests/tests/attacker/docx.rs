//! A file of Word's format, taken apart: every part of the archive, and what the archive says of it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Each part with its place, and the words in it.
pub fn taken_apart(bytes: &[u8]) -> (Vec<(String, Vec<u8>)>, String) {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(archive.comment().is_empty(), "the archive has a comment");
    let mut parts = vec![("the file".to_owned(), bytes.to_vec())];
    let mut text = String::new();
    for n in 0..archive.len() {
        let mut entry = archive.by_index(n).unwrap();
        let name = entry.name().to_owned();
        let at = entry.last_modified().unwrap();
        let day = (at.year(), at.month(), at.day());
        assert_eq!(
            (day, at.hour(), at.minute()),
            ((1980, 1, 1), 0, 0),
            "{name}"
        );
        assert!(entry.comment().is_empty(), "{name} has a comment");
        assert!(
            entry.extra_data().is_none_or(<[u8]>::is_empty),
            "{name} has more"
        );
        let mut whole = Vec::new();
        entry.read_to_end(&mut whole).unwrap();
        let xml = String::from_utf8(whole.clone()).unwrap();
        for sign in [
            "w:rsid",
            "<!--",
            "lastModifiedBy",
            "dcterms:",
            "<w:ins ",
            "<w:del ",
        ] {
            assert!(!xml.contains(sign), "{name} holds {sign}");
        }
        text.push_str(&without_tags(&xml));
        parts.push((name.clone(), whole));
        parts.push((format!("the name {name}"), name.into_bytes()));
    }
    (parts, text)
}

/// What stands between the tags.
fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text
}
