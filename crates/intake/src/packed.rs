//! Packed files (XLSX, DOCX): unpacked within bounds before anything else looks at them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{LARGEST, Unreadable};

/// The most parts that a packed file may have.
const MOST_PARTS: usize = 5_000;

/// Unpacks everything once and throws it away, so that what unpacks to too much is refused before a
/// reader asks for memory. What a part says of its own size is not believed.
pub(crate) fn check(bytes: &[u8], kind: Unreadable) -> Result<(), Unreadable> {
    let mut left = room(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| kind)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| kind)?;
        let mut part = part.take(left + 1);
        let read = std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| kind)?;
        left = left.checked_sub(read).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// One part of a packed file.
pub(crate) fn part(bytes: &[u8], name: &str, kind: Unreadable) -> Result<String, Unreadable> {
    let left = room(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| kind)?;
    let part = archive.by_name(name).map_err(|_| kind)?;
    let mut text = Vec::new();
    let mut part = part.take(left + 1);
    part.read_to_end(&mut text).map_err(|_| kind)?;
    if text.len() as u64 > left {
        return Err(Unreadable::TooLarge);
    }
    String::from_utf8(text).map_err(|_| kind)
}

fn room(bytes: &[u8]) -> Result<u64, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    Ok(LARGEST as u64)
}
