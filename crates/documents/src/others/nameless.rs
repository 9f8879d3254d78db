//! A text without names, in the words of a language.

use coaching::nameless::{Nameless, Part, StandsFor};

use crate::language::{Words, fill};

/// What stands around a word that may be a name, in a draft.
const MARKS: [&str; 2] = ["⟦", "⟧"];

/// What stands in a name's place, within a sentence.
pub(crate) fn who(w: &Words, stands_for: StandsFor) -> String {
    let number = match stands_for {
        StandsFor::Party { number, .. } | StandsFor::Organisation { number } => number,
        _ => None,
    };
    let number = number.map_or(String::new(), |number| number.to_string());
    fill((w.others.stands_for)(stands_for), &[("n", &number)])
}

/// The text as it is read.
pub(crate) fn say(w: &Words, text: &Nameless) -> String {
    let mut said = String::new();
    for part in text.parts() {
        match part {
            Part::Words(words) => said.push_str(words),
            Part::Chosen(words) => put(w, &mut said, words),
            Part::StandIn(stands_for) => put(w, &mut said, &who(w, stands_for)),
            Part::Unsure(word) => {
                said.push_str(MARKS[0]);
                said.push_str(word);
                said.push_str(MARKS[1]);
            }
        }
    }
    said
}

/// Puts words in a name's place: with a capital where a sentence begins, and as one word with what is
/// before them where the language asks for it.
fn put(w: &Words, said: &mut String, words: &str) {
    if begins_a_sentence(said) {
        said.push_str(&crate::parts::capital(words));
        return;
    }
    for (before, article, together) in w.others.contracted {
        let a_word = |start: &str| !start.ends_with(char::is_alphanumeric);
        let start = said.strip_suffix(before).filter(|start| a_word(start));
        if let (Some(start), Some(rest)) = (start, words.strip_prefix(article)) {
            said.truncate(start.len());
            said.push_str(together);
            said.push_str(rest);
            return;
        }
    }
    said.push_str(words);
}

fn begins_a_sentence(said: &str) -> bool {
    let opening = |c: char| "¿¡“«\"‘'([-–•".contains(c) || c.is_whitespace();
    let before = said.trim_end_matches(opening);
    let between = &said[before.len()..];
    before.is_empty()
        || between.contains('\n')
        || (!between.is_empty() && before.ends_with(['.', '!', '?', '…']))
        || between.contains(['¿', '¡'])
}

#[cfg(test)]
mod tests {
    use coaching::words::Language;

    use super::*;
    use crate::language::words;

    #[test]
    fn sentences_begin_with_a_capital_and_spanish_joins_its_words() {
        let after = |language, before: &str, name: &str| {
            let mut said = before.to_owned();
            put(words(language), &mut said, name);
            said
        };
        assert_eq!(after(Language::English, "", "the coachee"), "The coachee");
        assert_eq!(
            after(Language::English, "So. ", "the coachee"),
            "So. The coachee"
        );
        assert_eq!(
            after(Language::English, "to ", "the coachee"),
            "to the coachee"
        );
        assert_eq!(
            after(Language::English, "a\n- ", "the coach"),
            "a\n- The coach"
        );
        assert_eq!(
            after(Language::Spanish, "voy a ", "el coach"),
            "voy al coach"
        );
        assert_eq!(
            after(Language::Spanish, "la de ", "el coach"),
            "la del coach"
        );
        assert_eq!(
            after(Language::Spanish, "la vida ", "el coach"),
            "la vida el coach"
        );
        assert_eq!(after(Language::Spanish, "«¿", "el coach"), "«¿El coach");
    }
}
