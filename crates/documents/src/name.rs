//! The name of a document's file: its kind, the engagement's agreed name, its date; nothing else.

use crate::content::{Content, Kind};

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Word's format.
    Docx,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// An entry for a calendar.
    Calendar,
}

impl Format {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Pdf,
        Self::Docx,
        Self::Markdown,
        Self::Html,
        Self::Calendar,
    ];

    /// The ending of a file's name, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Calendar => "ics",
        }
    }

    /// The format with that ending.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|f| f.ending() == ending)
    }
}

/// The most characters of the engagement's name that go into a file's name.
const LONGEST: usize = 48;

/// A name that every file system takes: "brief-leading-the-platform-2026-05-07.pdf".
#[must_use]
pub fn file_name(content: &Content, format: Format) -> String {
    let kind = match content.kind {
        Kind::Brief => "brief",
        Kind::Sheet => "sheet",
        Kind::Summary => "summary",
        Kind::Agreement => "agreement",
        Kind::CaseSheet => "case-sheet",
        Kind::ClientStory => "story",
        Kind::Access => "access",
        Kind::DataSheet => "data-sheet",
        Kind::TalkingPoints => "talking-points",
        Kind::Minutes => "minutes",
        Kind::Invitation => "invitation",
        Kind::RecoveryPage => "recovery-key",
        Kind::Will => "professional-will",
        Kind::Certificate => "disposal",
        Kind::Copy => "copy",
    };
    let name = plain_name(&content.engagement);
    let middle = if name.is_empty() { "" } else { "-" };
    format!("{kind}{middle}{name}-{}.{}", content.date, format.ending())
}

/// The letters and figures of a name in small letters, with hyphens between them; nothing where there are
/// none. Behind a word of ours, every file system takes it.
#[must_use]
pub fn plain_name(named: &str) -> String {
    let mut name = String::new();
    for character in named.chars().flat_map(char::to_lowercase) {
        if name.chars().count() >= LONGEST {
            break;
        }
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_end_matches('-').to_owned()
}
