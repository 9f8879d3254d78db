//! A text cut into words, mail addresses, links and numbers, and how two spellings are the same.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, perhaps with digits in it.
    Word,
    /// A mail address or somebody's handle.
    Mail,
    /// An address on the web.
    Link,
    /// Digits, with what stands between them.
    Number,
}

/// One token, and where it stands in its text.
pub(super) struct Token<'t> {
    pub kind: Kind,
    pub raw: &'t str,
    pub start: usize,
    pub end: usize,
    /// Without capitals, accents and what cannot be seen.
    pub folded: String,
}

impl<'t> Token<'t> {
    fn new(kind: Kind, text: &'t str, start: usize, end: usize) -> Self {
        let raw = &text[start..end];
        let folded = match kind {
            Kind::Word | Kind::Mail | Kind::Link => fold(raw),
            Kind::Number => digits(raw),
        };
        Self {
            kind,
            raw,
            start,
            end,
            folded,
        }
    }

    /// True when a capital stands anywhere in it.
    pub fn has_capital(&self) -> bool {
        self.raw.chars().any(char::is_uppercase)
    }

    /// True when its script has no capitals, so that nothing tells a name from another word.
    pub fn is_caseless(&self) -> bool {
        self.raw.chars().any(has_no_case)
    }
}

/// The tokens of a text, in order; what stands between them is no part of any name.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut chunk_begins = true;
    while let Some(c) = text[at..].chars().next() {
        let dialled = c == '+' && text[at + 1..].starts_with(char::is_numeric);
        if c.is_whitespace() || !starts_a_token(c) && c != '@' && !dialled {
            chunk_begins = c.is_whitespace() || (chunk_begins && !c.is_alphanumeric());
            at += c.len_utf8();
            continue;
        }
        let compound = if chunk_begins {
            compound(text, at)
        } else {
            None
        };
        let (kind, end) = match compound {
            Some(found) => found,
            None if c == '@' => {
                at += c.len_utf8();
                continue;
            }
            None => number(text, at + usize::from(dialled)).map_or_else(
                || (Kind::Word, word_end(text, at + usize::from(dialled))),
                |end| (Kind::Number, end),
            ),
        };
        found.push(Token::new(kind, text, at, end));
        at = end;
        chunk_begins = false;
    }
    found
}

/// A mail address, a handle or a link that begins here.
fn compound(text: &str, at: usize) -> Option<(Kind, usize)> {
    let rest = &text[at..];
    let chunk = rest.split(char::is_whitespace).next().unwrap_or_default();
    let chunk = chunk.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let end = at + chunk.len();
    let alphanumeric = |part: &str| part.chars().any(char::is_alphanumeric);
    if chunk
        .split_once('@')
        .is_some_and(|(_, after)| alphanumeric(after))
    {
        return Some((Kind::Mail, end));
    }
    (chunk.contains("://") || is_a_host(chunk)).then_some((Kind::Link, end))
}

/// The endings of hosts that turn up without a scheme before them.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "info", "biz", "eu", "uk", "es", "de", "fr", "io", "ai",
    "app", "dev", "mx", "ar", "cl",
];

fn is_a_host(chunk: &str) -> bool {
    let lower = chunk.to_lowercase();
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((before, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    before.split('.').all(is_label) && (ENDINGS.contains(&ending) || before.starts_with("www."))
}

/// Where a number ends that begins here; none when letters are part of it.
fn number(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut rest = text[at..].chars();
    loop {
        let next = rest.next();
        match next {
            Some(c) if c.is_numeric() => end = text.len() - rest.as_str().len(),
            Some(c) if end > at && is_between_digits(c) => {
                let mut ahead = rest.clone();
                let mut after = ahead.next();
                if matches!((c, after), (')', Some(' ')) | (' ', Some('('))) {
                    after = ahead.next();
                    rest.next();
                }
                if !after.is_some_and(char::is_numeric) {
                    break;
                }
            }
            Some(c) if in_a_word(c) => return None,
            _ => break,
        }
    }
    (end > at).then_some(end)
}

fn is_between_digits(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | '-' | '–' | '/' | '(' | ')' | '\''
    )
}

fn word_end(text: &str, at: usize) -> usize {
    text[at..]
        .char_indices()
        .find(|(_, c)| !in_a_word(*c))
        .map_or(text.len(), |(offset, _)| at + offset)
}

fn starts_a_token(c: char) -> bool {
    c.is_alphanumeric() && !is_an_apostrophe(c)
}

fn in_a_word(c: char) -> bool {
    starts_a_token(c) || is_combining_mark(c) || is_unseen(c)
}

/// Letters by name, apostrophes by use.
fn is_an_apostrophe(c: char) -> bool {
    matches!(c, '\u{2b9}'..='\u{2bf}')
}

/// What stands in a word without being seen: it must not hide a name.
fn is_unseen(c: char) -> bool {
    matches!(
        u32::from(c),
        0xad | 0x34f | 0x61c | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f
            | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff
    )
}

/// A letter of a script without capitals.
pub(super) fn has_no_case(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase() && !is_titlecase_or_sign(c)
}

fn is_titlecase_or_sign(c: char) -> bool {
    c.to_lowercase().ne(std::iter::once(c)) || is_an_apostrophe(c) || is_combining_mark(c)
}

/// Only the digits.
pub(super) fn digits(text: &str) -> String {
    text.nfkd().filter(char::is_ascii_digit).collect()
}

/// The same word without capitals, accents and what cannot be seen.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let plain = word
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_unseen(*c));
    for c in plain.flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            // The dot that stays when a capital İ becomes small.
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(Kind, String)> {
        tokens(text)
            .iter()
            .map(|token| (token.kind, token.folded.clone()))
            .collect()
    }

    #[test]
    fn names_are_the_same_however_they_are_spelled() {
        for (one, other) in [
            ("Lucía", "LUCIA"),
            ("Łukasz", "lukasz"),
            ("Ağaoğlu", "agaoglu"),
            ("İpek", "ipek"),
            ("Strauß", "STRAUSS"),
            ("N\u{ad}ad\u{200b}ia", "nadia"),
            ("Jose\u{301}", "josé"),
            ("Ｎａｄｉａ", "Nadia"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn words_end_at_apostrophes_and_hyphens() {
        let words = |text| -> Vec<String> { cut(text).into_iter().map(|(_, w)| w).collect() };
        assert_eq!(words("Jo’s"), ["jo", "s"]);
        assert_eq!(
            words("Joʼs, Ana-María (Ewan)."),
            ["jo", "s", "ana", "maria", "ewan"]
        );
        assert_eq!(words("  \n"), [""; 0]);
    }

    #[test]
    fn mail_links_and_numbers_are_whole() {
        assert_eq!(
            cut("Write to <jo@a-b.com>, see www.a.org/x. Or ask @jo at a.com!"),
            [
                (Kind::Word, "write".into()),
                (Kind::Word, "to".into()),
                (Kind::Mail, "jo@a-b.com".into()),
                (Kind::Word, "see".into()),
                (Kind::Link, "www.a.org/x".into()),
                (Kind::Word, "or".into()),
                (Kind::Word, "ask".into()),
                (Kind::Mail, "@jo".into()),
                (Kind::Word, "at".into()),
                (Kind::Link, "a.com".into()),
            ]
        );
        assert_eq!(
            cut("+34 (600) 12-34-56, then 12, 3rd and £11,200."),
            [
                (Kind::Number, "34600123456".into()),
                (Kind::Word, "then".into()),
                (Kind::Number, "12".into()),
                (Kind::Word, "3rd".into()),
                (Kind::Word, "and".into()),
                (Kind::Number, "11200".into()),
            ]
        );
    }
}
