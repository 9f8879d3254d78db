//! Finding what was written: how words are made comparable, what an index keeps of a text, and
//! whether a text answers what was typed (`docs/finding.md`).
//!
//! A text is folded: no accents, no case, one spelling of what looks alike. Its letters and figures
//! stand in *runs*. In scripts that leave spaces between words a run is a word: it is found whole,
//! by any part of it from three letters on, and by its first one or two. In scripts that leave none
//! (Chinese, Japanese, Korean, Thai …) a run is found by any part of it.

mod fold;
mod query;

use std::collections::BTreeSet;

use fold::{Folded, Script};

pub use query::{Filter, Match, Of, Piece, Query};

/// Changes whenever [`tokens`] would answer otherwise for the same text: an index that was made by
/// another version is made anew.
pub const VERSION: u32 = 1;

/// What an index keeps of an entry, as words with spaces between them: what kind of thing it is, the
/// engagement and the party to which it belongs (either may be empty), and the parts of its text. The
/// same entry gives the same words, which is how it is taken out again.
#[must_use]
pub fn tokens(kind: &str, engagement: &str, party: &str, text: &str) -> String {
    let mut all = BTreeSet::new();
    for (mark, name) in [(KIND, kind), (ENGAGEMENT, engagement), (PARTY, party)] {
        if !name.is_empty() {
            all.insert(format!("{mark}{name}"));
        }
    }
    let folded = Folded::of(text);
    for run in folded.runs() {
        match run.script {
            Script::Spaced => spaced(run.chars, &mut all),
            Script::Unspaced => unspaced(run.chars, &mut all),
        }
    }
    let length = all.iter().map(|token| token.len() + 1).sum();
    let mut joined = String::with_capacity(length);
    for token in all {
        joined.push_str(&token);
        joined.push(' ');
    }
    joined
}

/// What stands before a token that is not a part of the text: a whole word, its beginning, a kind, an
/// engagement, a party.
const WORD: char = '=';
const BEGINNING: char = '^';
const KIND: char = '+';
const ENGAGEMENT: char = ':';
const PARTY: char = '~';

/// How many letters of a word are looked at: nobody types more, and a megabyte without a space is one
/// run.
const LONGEST_WORD: usize = 64;

fn spaced(chars: &[char], all: &mut BTreeSet<String>) {
    all.insert(whole_word(chars));
    for length in 1..=2 {
        if let Some(beginning) = chars.get(..length) {
            all.insert(marked(BEGINNING, beginning));
        }
    }
    all.extend(chars.windows(3).map(String::from_iter));
}

fn unspaced(chars: &[char], all: &mut BTreeSet<String>) {
    all.extend(chars.iter().map(char::to_string));
    all.extend(chars.windows(2).map(String::from_iter));
}

fn whole_word(chars: &[char]) -> String {
    marked(WORD, chars.get(..LONGEST_WORD).unwrap_or(chars))
}

fn marked(mark: char, chars: &[char]) -> String {
    std::iter::once(&mark).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_by_its_words_their_beginnings_and_their_parts() {
        assert_eq!(
            tokens("theme", "e-1", "", "Élan"),
            "+theme :e-1 =elan ^e ^el ela lan "
        );
        assert_eq!(tokens("", "", "p-1", "委托。"), "~p-1 委 委托 托 ");
        assert_eq!(tokens("", "", "", " \n\t…"), "");
    }

    #[test]
    fn two_scripts_beside_each_other_are_two_runs() {
        assert_eq!(tokens("", "", "", "AI教练"), "=ai ^a ^ai 教 教练 练 ");
    }
}
