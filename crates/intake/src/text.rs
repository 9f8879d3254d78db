//! Bytes to text: UTF-8 and UTF-16 where the file says so or it fits, else the likeliest of the older
//! encodings.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use crate::{LARGEST, Unreadable};

/// Reads bytes as text; line ends become `\n`.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => guessed(bytes).decode(bytes).0,
        },
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// True when every such part that begins ends as well. The parser forgives a file that breaks off, and
/// what is missing from it would be taken for what is not there.
pub(crate) fn is_whole(text: &str, part: &str) -> bool {
    let lines = |word: &str| {
        let line = format!("{word}:{part}");
        let lines = text.lines();
        lines
            .filter(|this| this.trim().eq_ignore_ascii_case(&line))
            .count()
    };
    lines("BEGIN") == lines("END")
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let words = "Zoë Müller,façade";
        let windows = encoding_rs::WINDOWS_1252.encode(words).0;
        let mut utf_16 = vec![0xff, 0xfe];
        utf_16.extend(words.encode_utf16().flat_map(u16::to_le_bytes));
        let marked = [&[0xef, 0xbb, 0xbf], words.as_bytes()].concat();
        for bytes in [words.as_bytes(), &windows, &utf_16, &marked] {
            assert_eq!(text(bytes).unwrap(), words);
        }
    }

    #[test]
    fn what_is_too_large_is_not_read() {
        assert_eq!(text(&vec![b'a'; LARGEST + 1]), Err(Unreadable::TooLarge));
    }
}
