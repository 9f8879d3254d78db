//! Words that cannot stand anywhere by chance, and how they are found again in whatever spelling.

use std::collections::BTreeSet;

/// How every mark begins.
const LEAD: &[u8] = b"qzx";
/// How long it is, with its beginning.
const LENGTH: usize = 13;

/// The mark with that number in a pair's first (`a`) or second (`b`) history.
pub fn mark(history: char, pair: u64, number: usize) -> String {
    format!("qzx{history}{pair:04}z{number:04}")
}

/// All marks in the bytes, as plain text, UTF-16, hexadecimal, Base64, with the escapes of PDF strings
/// and of XML, in capitals or not.
pub fn marks_in(bytes: &[u8]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    plain(bytes, &mut found);
    // UTF-16 of plain letters is those letters with zeros between them.
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    if narrow.len() != bytes.len() {
        plain(&narrow, &mut found);
    }
    plain(&unescaped(bytes), &mut found);
    for run in runs(bytes, |byte| byte.is_ascii_hexdigit()) {
        for from in [0, 1] {
            let hex = run[from.min(run.len())..].chunks_exact(2).map(hexadecimal);
            plain(
                &hex.filter(|byte| *byte != 0).collect::<Vec<u8>>(),
                &mut found,
            );
        }
    }
    for run in runs(bytes, |b| b.is_ascii_alphanumeric() || b"+/-_".contains(&b)) {
        for from in 0..4 {
            // What is left over at the end of a run stands there without its padding.
            let padded = [&run[from.min(run.len())..], b"AAA"].concat();
            plain(&base64(&padded), &mut found);
        }
    }
    found
}

/// Text without what breaks it into lines: white space and hyphens.
pub fn without_breaks(text: &str) -> Vec<u8> {
    let breaks = |c: &char| c.is_whitespace() || "-\u{ad}\u{2010}\u{2011}\u{200b}".contains(*c);
    text.chars()
        .filter(|c| !breaks(c))
        .collect::<String>()
        .into_bytes()
}

fn plain(bytes: &[u8], found: &mut BTreeSet<String>) {
    for window in bytes.windows(LENGTH) {
        if window[..LEAD.len()].eq_ignore_ascii_case(LEAD) && is_a_mark(window) {
            found.insert(String::from_utf8_lossy(window).to_lowercase());
        }
    }
}

/// The shape of a mark, so strict that packed bytes do not have it by chance.
fn is_a_mark(window: &[u8]) -> bool {
    let fits = |(at, byte): (usize, &u8)| match at {
        0..3 => true,
        3 => b"abAB".contains(byte),
        8 => b"zZ".contains(byte),
        _ => byte.is_ascii_digit(),
    };
    window.iter().enumerate().all(fits)
}

/// Long enough runs of such bytes to hold a mark.
fn runs(bytes: &[u8], of: impl Fn(u8) -> bool) -> Vec<&[u8]> {
    let runs = bytes.split(move |byte| !of(*byte));
    runs.filter(|run| run.len() > LENGTH).collect()
}

fn hexadecimal(pair: &[u8]) -> u8 {
    let text = std::str::from_utf8(pair).unwrap_or("00");
    u8::from_str_radix(text, 16).unwrap_or(0)
}

fn base64(run: &[u8]) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    };
    let mut out = Vec::with_capacity(run.len());
    for four in run.chunks_exact(4) {
        let bits = four
            .iter()
            .fold(0_u32, |bits, byte| bits << 6 | u32::from(value(*byte)));
        out.extend_from_slice(&bits.to_be_bytes()[1..]);
    }
    out
}

/// With `\161` (PDF strings), `&#113;` and `&#x71;` (XML), `%71` (addresses) read.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        let (byte, used) = escape(rest).unwrap_or((first, rest.len() - after.len()));
        out.push(byte);
        rest = &rest[used..];
    }
    out
}

/// The byte that an escape stands for, and how many bytes it takes.
fn escape(rest: &[u8]) -> Option<(u8, usize)> {
    let number = |digits: &[u8], radix| {
        let text = std::str::from_utf8(digits).ok()?;
        u8::from_str_radix(text, radix).ok()
    };
    match rest {
        [b'\\', one, two, three, ..] => Some((number(&[*one, *two, *three], 8)?, 4)),
        [b'%', one, two, ..] => Some((number(&[*one, *two], 16)?, 3)),
        [b'&', b'#', digits @ ..] => {
            let end = digits.iter().take(6).position(|byte| *byte == b';')?;
            let byte = match digits[..end].split_first()? {
                (b'x' | b'X', hex) => number(hex, 16)?,
                _ => number(&digits[..end], 10)?,
            };
            Some((byte, end + 3))
        }
        _ => None,
    }
}

#[test]
fn a_mark_is_found_in_every_spelling() {
    let mark = mark('a', 12, 345);
    assert_eq!(mark.len(), LENGTH);
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02X}")).collect::<String>();
    let wide: Vec<u8> = mark.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let narrow: Vec<u8> = mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let octal: String = mark.bytes().map(|b| format!("\\{b:03o}")).collect();
    let xml: String = mark.bytes().map(|b| format!("&#{b};")).collect();
    let address: String = mark.bytes().map(|b| format!("%{b:02x}")).collect();
    let spellings: [Vec<u8>; 9] = [
        mark.clone().into_bytes(),
        mark.to_uppercase().into_bytes(),
        format!("<{}>", hex(mark.as_bytes())).into_bytes(),
        format!("<FEFF{}>", hex(&wide)).into_bytes(),
        [b"(\xfe\xff".as_slice(), &wide, b")"].concat(),
        narrow,
        octal.into_bytes(),
        xml.into_bytes(),
        address.into_bytes(),
    ];
    for spelling in spellings {
        let text = [b"before ".as_slice(), &spelling, b" after"].concat();
        assert_eq!(marks_in(&text), BTreeSet::from([mark.clone()]), "{text:?}");
    }
    // "Base64" of "see " + the mark, and of two more beginnings, so that it begins at each offset.
    for encoded in [
        "cXp4YTAwMTJ6MDM0NQ==",
        "IHF6eGEwMDEyejAzNDUg",
        "ICBxenhhMDAxMnowMzQ1",
    ] {
        assert_eq!(marks_in(encoded.as_bytes()).len(), 1, "{encoded}");
    }
    assert!(marks_in(b"nothing of the kind, and qzxvfhpaqjiuw by chance").is_empty());
}
