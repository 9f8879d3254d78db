//! Text that belongs to a topic, as a type.
//!
//! A [`Text`] cannot be printed or serialised by itself, so that it cannot slip into a document or
//! a log. It reaches another person's eyes through [`crate::seat::seat`] alone, which asks the rule
//! for the topic that the type names.

use std::fmt;
use std::marker::PhantomData;

use crate::words::Topic;

/// The most that one text may hold, in bytes: about 150,000 words.
pub const LONGEST: usize = 1_000_000;

/// Marks which topic a [`Text`] belongs to.
pub trait Tag {
    /// The topic.
    const TOPIC: Topic;
}

/// One marker type for each topic.
pub mod about {
    use super::Tag;
    use crate::words::Topic;

    macro_rules! tags {
        ($($name:ident),* $(,)?) => {$(
            #[doc = concat!("Marks text about the topic `", stringify!($name), "`.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $name {}
            impl Tag for $name {
                const TOPIC: Topic = Topic::$name;
            }
        )*};
    }

    tags!(
        Engagement,
        Fees,
        BaselineGoals,
        CurrentGoals,
        Progress,
        Themes,
        Commitments,
        SupportNeeded,
        Purpose,
        Insights,
        Practices,
        SessionContent,
        Assessments,
        FeedbackVerbatim,
        Alignment,
        SponsorContact,
        MeetingOutcomes,
        Reflections,
    );
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// It holds the character NUL, which no document can show.
    #[error("The text contains an invisible NUL character. Remove it and try again.")]
    Nul,
    /// It is longer than [`LONGEST`].
    #[error("The text is longer than a million characters. Split it into several notes.")]
    TooLong,
}

/// Says whether words can be kept exactly as they are written.
///
/// # Errors
/// [`TextFault`] when they hold NUL or are longer than [`LONGEST`] bytes.
pub fn keepable(words: &str) -> Result<(), TextFault> {
    if words.len() > LONGEST {
        Err(TextFault::TooLong)
    } else if words.contains('\0') {
        Err(TextFault::Nul)
    } else {
        Ok(())
    }
}

/// Words that belong to the topic `T`, kept exactly as written.
pub struct Text<T> {
    words: String,
    topic: PhantomData<fn() -> T>,
}

impl<T: Tag> Text<T> {
    /// Takes words into the record.
    ///
    /// # Errors
    /// [`TextFault`] when they hold NUL or are longer than [`LONGEST`] bytes.
    pub fn new(words: impl Into<String>) -> Result<Self, TextFault> {
        let words = words.into();
        keepable(&words)?;
        Ok(Self {
            words,
            topic: PhantomData,
        })
    }

    /// The topic that this text belongs to.
    #[must_use]
    pub fn topic(&self) -> Topic {
        T::TOPIC
    }

    /// The words, for the coach's own eyes and for keeping. Nothing made for anyone else may call
    /// this: it takes a [`crate::view::View`].
    #[must_use]
    pub fn for_the_coach(&self) -> &str {
        &self.words
    }
}

impl<T> Text<T> {
    /// Nothing written yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            words: String::new(),
            topic: PhantomData,
        }
    }

    /// True when nothing but white space is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.chars().all(char::is_whitespace)
    }

    pub(crate) fn no_words(&self) -> bool {
        self.words.is_empty()
    }
}

impl<T> Clone for Text<T> {
    fn clone(&self) -> Self {
        Self {
            words: self.words.clone(),
            topic: PhantomData,
        }
    }
}

impl<T> Default for Text<T> {
    fn default() -> Self {
        Self::empty()
    }
}

impl<T> PartialEq for Text<T> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl<T> Eq for Text<T> {}

impl<T: Tag> fmt::Debug for Text<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text<{:?}>({} bytes)", T::TOPIC, self.words.len())
    }
}

/// How a record as a whole is kept: named at each field with `#[serde(with = …)]`, so that a text
/// by itself stays unserialisable.
pub(crate) mod keeping {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::{Tag, Text};

    pub fn serialize<T, S: Serializer>(text: &Text<T>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text.words)
    }

    pub fn deserialize<'de, T: Tag, D: Deserializer<'de>>(from: D) -> Result<Text<T>, D::Error> {
        Text::new(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// Exact words that stand for a disclosure: a release's wording, or what was told. Their topic is
/// named beside them; like a [`Text`] they cannot be printed or serialised by themselves.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wording(String);

impl Wording {
    /// Takes the exact words.
    ///
    /// # Errors
    /// [`TextFault`] when they hold NUL or are longer than [`LONGEST`] bytes.
    pub fn new(words: impl Into<String>) -> Result<Self, TextFault> {
        let words = words.into();
        keepable(&words)?;
        Ok(Self(words))
    }

    /// The words, for the coach's own eyes and for keeping.
    #[must_use]
    pub fn for_the_coach(&self) -> &str {
        &self.0
    }

    pub(crate) fn no_words(&self) -> bool {
        self.0.is_empty()
    }

    /// True when nothing but white space is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.chars().all(char::is_whitespace)
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({} bytes)", self.0.len())
    }
}

/// How a wording is kept, as [`keeping`] for a [`Text`].
pub(crate) mod keeping_wording {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Wording;

    pub fn serialize<S: Serializer>(wording: &Wording, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&wording.0)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Wording, D::Error> {
        Wording::new(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_word() {
        let text = Text::<about::Insights>::new("I stayed silent").unwrap();
        assert_eq!(format!("{text:?}"), "Text<Insights>(15 bytes)");
    }

    #[test]
    fn words_are_kept_exactly_or_refused() {
        let odd = "\u{202e}right to left 🪑 <b>#let x = 1</b>\n";
        assert_eq!(
            Text::<about::Themes>::new(odd).unwrap().for_the_coach(),
            odd
        );
        assert_eq!(Text::<about::Themes>::new("a\0b"), Err(TextFault::Nul));
        assert_eq!(
            Text::<about::Themes>::new("a".repeat(LONGEST + 1)),
            Err(TextFault::TooLong)
        );
    }
}
