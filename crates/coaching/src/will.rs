//! The professional will: who looks after the practice when the coach cannot, and how they get at it.
//!
//! It says in words where things lie. What opens the vault must never stand in it: it is printed,
//! and it lies in other people's drawers.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::text::keepable;
use crate::words::Language;

/// A professional will. Every text may be empty while it is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Will {
    /// The language it is printed in.
    pub language: Language,
    /// Who takes over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub successor: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
    /// Who does it where they cannot, and how to reach that person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stand_in: String,
    /// What they are to do, a line for each thing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tasks: String,
    /// Where the laptop, the vault and its backups are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vault: String,
    /// Where the sealed passphrase or recovery key lies, and who may open it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sealed: String,
    /// Whom to tell: insurer, professional body, supervisor.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tell: String,
    /// The day on which the coach last looked it through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Day>,
}

/// Why a will was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoWill {
    /// A text that cannot be kept.
    #[error("This holds an invisible NUL character, or is longer than a million characters.")]
    Text(&'static str),
    /// Something that looks like a key.
    #[error(
        "This looks like a key written out. Whoever finds the printed page could open the vault with \
         it. Say in words where it lies instead. Nothing was changed."
    )]
    Key(&'static str),
}

impl NoWill {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text(_) => "will.text",
            Self::Key(_) => "will.key",
        }
    }

    /// The field that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Text(field) | Self::Key(field) => field,
        }
    }
}

impl Will {
    /// A will with nothing in it yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            successor: String::new(),
            reach: String::new(),
            stand_in: String::new(),
            tasks: String::new(),
            vault: String::new(),
            sealed: String::new(),
            tell: String::new(),
            reviewed: None,
        }
    }

    /// Its texts with the names of their fields, in the order in which they are read.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 7] {
        [
            ("successor", &self.successor),
            ("reach", &self.reach),
            ("stand_in", &self.stand_in),
            ("tasks", &self.tasks),
            ("vault", &self.vault),
            ("sealed", &self.sealed),
            ("tell", &self.tell),
        ]
    }

    /// Why it cannot be kept.
    ///
    /// # Errors
    /// [`NoWill`], with its field.
    pub fn fits(&self) -> Result<(), NoWill> {
        for (field, text) in self.texts() {
            keepable(text).map_err(|_| NoWill::Text(field))?;
            if looks_like_a_key(text) {
                return Err(NoWill::Key(field));
            }
        }
        Ok(())
    }
}

/// True when a text holds what looks like a key written out: five groups or more in a row, of four to
/// eight letters and figures each and all of one length, that no sentence has; or one run of 26 or
/// more that mixes letters and figures.
#[must_use]
pub fn looks_like_a_key(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let is_mixed = |part: &str| {
        part.bytes().any(|b| b.is_ascii_digit()) && part.bytes().any(|b| b.is_ascii_alphabetic())
    };
    if parts.iter().any(|part| part.len() >= 26 && is_mixed(part)) {
        return true;
    }
    let a_group = |part: &str| {
        let lower = part.bytes().any(|b| b.is_ascii_lowercase());
        let upper = part.bytes().any(|b| b.is_ascii_uppercase());
        (4..=8).contains(&part.len()) && !(lower && upper)
    };
    parts.windows(5).any(|row| {
        let one_length = row.iter().all(|part| part.len() == row[0].len());
        let figures = row.iter().filter(|part| is_mixed(part)).count();
        one_length && figures >= 2 && row.iter().all(|part| a_group(part))
    })
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_key;

    #[test]
    fn keys_are_told_from_sentences() {
        for key in [
            "It is 7K4Q-M2XD-9RTW-AAJ3-PP5F-22QA",
            "abcd2 efgh3 jklm4 npqr5 stuv6",
            "key: 0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        ] {
            assert!(looks_like_a_key(key), "{key}");
        }
        for words in [
            "",
            "In the sealed envelope at the notary, Storgata 4, 0155 Oslo, box 2211",
            "Call +47 2233 4455 or 0047 2211 3344 5566 7788, room A123",
            "They will open this with both keys from home",
            "IBAN is not here; ISBN 9780 1234 5678 9012 3456",
        ] {
            assert!(!looks_like_a_key(words), "{words}");
        }
    }
}
