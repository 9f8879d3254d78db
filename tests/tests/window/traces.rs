//! What a document, and what the disk, give to somebody who looks with tools.

use lopdf::Document;
use std::fs;
use std::path::{Path, PathBuf};

/// The words of a PDF, with single spaces.
pub fn words(file: &Path) -> String {
    let document = Document::load(file).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every byte of a PDF that can be read: its streams unpacked, its metadata, its strings.
pub fn everything(file: &Path) -> Vec<u8> {
    let mut document = Document::load(file).unwrap();
    document.decompress();
    let mut all = fs::read(file).unwrap();
    document.save_to(&mut all).unwrap();
    all
}

/// Whether bytes hold this text, in one of the ways in which programs write text.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    let ways: [Vec<u8>; 3] = [
        text.as_bytes().to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    ways.iter()
        .any(|way| bytes.windows(way.len()).any(|part| part == way))
}

/// All files below a folder, but those below `except`.
pub fn files(folder: &Path, except: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let kind = entry.file_type().unwrap();
        let path = entry.path();
        if kind.is_dir() && path != except {
            found.extend(files(&path, except));
        } else if kind.is_file() {
            found.push(path);
        }
    }
    found
}

/// The files below a folder, but for those below `except`, in which one of these texts stands.
pub fn plain(folder: &Path, except: &Path, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(folder, except) {
        let bytes = fs::read(&file).unwrap();
        for text in texts.iter().filter(|text| holds(&bytes, text)) {
            found.push(format!("{text}: {}", file.display()));
        }
    }
    found
}

#[test]
fn a_planted_text_is_found_in_every_writing() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("deeper");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("clear"), b"..kestrel..").unwrap();
    let wide: Vec<u8> = "heron".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.path().join("wide"), wide).unwrap();
    let look = |except: &str| {
        let texts = ["kestrel", "heron", "osprey"];
        plain(folder.path(), &folder.path().join(except), &texts).len()
    };
    assert_eq!(look("nowhere"), 2);
    assert_eq!(look("deeper"), 1);
}
