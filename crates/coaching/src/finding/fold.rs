//! Folding: text without accents and case, and from where in the text each letter came.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Whether a script leaves spaces between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Spaced,
    Unspaced,
}

/// A folded text: letters and figures, and a gap for all else.
pub(super) struct Folded {
    chars: Vec<char>,
    /// Where the letter stands in the text, in bytes.
    from: Vec<usize>,
}

/// Letters of one script without a gap.
pub(super) struct Run<'f> {
    pub(super) script: Script,
    pub(super) chars: &'f [char],
}

/// Stands for everything that is neither letter nor figure.
const GAP: char = ' ';

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self {
            chars: Vec::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
        };
        for (at, c) in text.char_indices() {
            fold(c, |folded_char| {
                folded.chars.push(folded_char);
                folded.from.push(at);
            });
        }
        folded
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where a folded letter came from, in bytes.
    pub(super) fn byte(&self, at: usize) -> Option<usize> {
        self.from.get(at).copied()
    }

    pub(super) fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        let kind = |c: &char| (*c != GAP).then(|| script(*c));
        self.chars
            .chunk_by(move |a, b| kind(a) == kind(b))
            .filter_map(move |chars| {
                let script = kind(chars.first()?)?;
                Some(Run { script, chars })
            })
    }
}

/// Hands on what a character becomes: nothing for an accent that stands by itself.
fn fold(c: char, mut hand_on: impl FnMut(char)) {
    if c.is_ascii() {
        let kept = c.is_ascii_alphanumeric();
        hand_on(if kept { c.to_ascii_lowercase() } else { GAP });
        return;
    }
    // A syllable of Hangul is one letter here; taken apart it would be three.
    if ('가'..='힣').contains(&c) {
        hand_on(c);
        return;
    }
    // Tatweel only makes a word longer.
    if c == 'ـ' {
        return;
    }
    for part in c.nfkd() {
        if canonical_combining_class(part) != 0 {
            continue;
        }
        for lower in part.to_lowercase() {
            match lower {
                'ß' => "ss".chars().for_each(&mut hand_on),
                'æ' => "ae".chars().for_each(&mut hand_on),
                'œ' => "oe".chars().for_each(&mut hand_on),
                'ø' => hand_on('o'),
                'ł' => hand_on('l'),
                'đ' => hand_on('d'),
                'ı' => hand_on('i'),
                'ς' => hand_on('σ'),
                // One letter, written in several ways by those who write Arabic and Persian.
                'ى' | 'ی' => hand_on('ي'),
                'ة' => hand_on('ه'),
                'ک' => hand_on('ك'),
                _ if canonical_combining_class(lower) != 0 => {}
                _ if lower.is_alphanumeric() => hand_on(lower),
                _ => hand_on(GAP),
            }
        }
    }
}

/// True for a letter that a word of a script with spaces can go on from.
pub(super) fn in_a_word(c: char) -> bool {
    c != GAP && script(c) == Script::Spaced
}

fn script(c: char) -> Script {
    match c {
        // Thai, Lao, Burmese, Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Kana, Bopomofo, Han, Hangul.
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{1100}'..='\u{11ff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Unspaced,
        _ => Script::Spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::of(text).chars().iter().collect()
    }

    #[test]
    fn accents_and_case_go() {
        assert_eq!(folded("José ÅNGSTRÖM"), "jose angstrom");
        // The same, with the accent as a character of its own.
        assert_eq!(folded("Jose\u{301}"), "jose");
        assert_eq!(folded("Straße, Łódź"), "strasse  lodz");
        assert_eq!(folded("ＡＢＣ１"), "abc1");
        assert_eq!(folded("Σίσυφος"), "σισυφοσ");
    }

    #[test]
    fn arabic_has_one_spelling() {
        assert_eq!(folded("مُدَرِّب"), folded("مدرب"));
        assert_eq!(folded("أهداف"), folded("اهداف"));
        assert_eq!(folded("الـــهدف"), folded("الهدف"));
    }

    #[test]
    fn every_letter_knows_where_it_came_from() {
        let text = "é ß x";
        let folded = Folded::of(text);
        let from: Vec<_> = (0..folded.chars().len())
            .filter_map(|at| folded.byte(at))
            .collect();
        assert_eq!(from, [0, 2, 3, 3, 5, 6]);
    }
}
