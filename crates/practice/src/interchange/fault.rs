//! Why a document cannot be imported, in words of ours. Messages of the JSON reader quote what they
//! read, so none of them is passed on.

use std::borrow::Cow;

use coaching::day::NotADay;
use coaching::ids::NotAnId;
use coaching::text::TextFault;
use serde::Deserialize;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use super::limits::TooMany;
use crate::error::Failure;

/// Why a document was refused. It holds nothing of the document's content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} {what}{}. Nothing was imported.", shown(place), line_shown(*line))]
pub struct ImportFault {
    /// A stable code, like `import.date`.
    pub code: &'static str,
    /// The place in the document, like `engagements[3].goals[0].versions[1].on`; empty for the
    /// document as a whole.
    pub place: String,
    /// The line in the file, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong there, to be read after the place.
    pub what: Cow<'static, str>,
}

fn shown(place: &str) -> &str {
    if place.is_empty() { "The file" } else { place }
}

fn line_shown(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!(" (line {line})"))
}

impl From<ImportFault> for Failure {
    fn from(fault: ImportFault) -> Self {
        let failure = Self::new(fault.code, fault.to_string());
        if fault.place.is_empty() {
            failure
        } else {
            failure.at(&fault.place)
        }
    }
}

impl ImportFault {
    pub(crate) fn new(
        code: &'static str,
        place: impl Into<String>,
        what: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            code,
            place: place.into(),
            line: None,
            what: what.into(),
        }
    }

    pub(super) fn inconsistent(place: impl Into<String>, what: &'static str) -> Self {
        Self::new("import.inconsistent", place, what)
    }

    /// The vault has this already; `what` is the store's name of the columns, like `session.id`.
    pub(super) fn there_already(place: String, what: &str) -> Self {
        let table = what.split('.').next().unwrap_or_default().replace('_', " ");
        let what = format!(
            "has the id of something that this vault holds already ({table}); import into a new vault"
        );
        Self::new("import.exists", place, what)
    }

    /// JSON that breaks off or is not JSON.
    pub(crate) fn syntax(error: &serde_json::Error) -> Self {
        let what = if error.classify() == Category::Eof {
            "breaks off: it is not complete"
        } else {
            "is not written as JSON here"
        };
        Self {
            line: Some(error.line()),
            ..Self::new("import.not_json", "", what)
        }
    }

    /// What the reader of a typed document found.
    pub(crate) fn reading(error: serde_path_to_error::Error<serde_json::Error>) -> Self {
        let inner = error.inner();
        if inner.classify() != Category::Data {
            return Self::syntax(inner);
        }
        let message = inner.to_string();
        let (code, what) = reading(&message);
        let place = place(error.path(), code == "import.unknown_field");
        Self {
            line: Some(inner.line()),
            ..Self::new(code, place, what)
        }
    }
}

/// Says in our words what the reader's message says. Only parts that come from our own types are
/// taken over: names of fields and of allowed words.
fn reading(message: &str) -> (&'static str, Cow<'static, str>) {
    let ours = |text: String| message.starts_with(&text);
    let ticked = || message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("unknown field") {
        (
            "import.unknown_field",
            "holds a field that this format does not know".into(),
        )
    } else if message.starts_with("missing field") {
        (
            "import.missing_field",
            format!("lacks the field “{}”", ticked()).into(),
        )
    } else if message.starts_with("duplicate field") {
        (
            "import.duplicate_field",
            format!("holds the field “{}” twice", ticked()).into(),
        )
    } else if message.starts_with("unknown variant") {
        ("import.word", allowed_words(message).into())
    } else if ours(NotADay.to_string()) {
        (
            "import.date",
            "is not a date between 1900 and 2199, written like 2026-03-31".into(),
        )
    } else if ours(NotAnId.to_string()) {
        (
            "import.id",
            "is not an id: 1 to 64 characters out of a–z, 0–9 and “-”".into(),
        )
    } else if ours(TextFault::Nul.to_string()) {
        ("import.nul", "contains an invisible NUL character".into())
    } else if ours(TextFault::TooLong.to_string()) {
        (
            "import.too_long",
            "is longer than a million bytes of text".into(),
        )
    } else if ours(TooMany.to_string()) {
        (
            "import.too_many",
            "holds more entries than a practice can have".into(),
        )
    } else {
        ("import.value", kind_of_value(message).into())
    }
}

/// The reader ends an "unknown variant" with the words that our types allow.
fn allowed_words(message: &str) -> String {
    let words: Vec<&str> = message
        .rsplit_once(", expected ")
        .map(|(_, words)| words.split('`').skip(1).step_by(2).collect())
        .unwrap_or_default();
    if words.is_empty() {
        "is not one of the words that may stand here".to_owned()
    } else {
        format!(
            "is not one of the words that may stand here: {}",
            words.join(", ")
        )
    }
}

/// The reader ends an "invalid type" or "invalid value" with what our types expect.
fn kind_of_value(message: &str) -> &'static str {
    let expected = message
        .rsplit_once(", expected ")
        .map_or("", |(_, expected)| expected);
    let begins = |starts: &[&str]| starts.iter().any(|start| expected.starts_with(start));
    if begins(&["a string"]) {
        "must be text, in quotation marks"
    } else if begins(&["u8", "u16", "u32"]) {
        "must be a whole number, not negative and not too large"
    } else if begins(&["a sequence"]) {
        "must be a list"
    } else if begins(&["struct"]) {
        "must be an object"
    } else if begins(&["an RFC 3339"]) {
        "must be a moment like 2026-03-31T17:05:00Z"
    } else {
        "cannot be read as what belongs here"
    }
}

/// The place, written like `engagements[3].goals[0]`. A field that we do not know is left out: its
/// name is the file's.
fn place(path: &Path, without_last: bool) -> String {
    let mut segments: Vec<_> = path.iter().collect();
    if without_last && matches!(segments.last(), Some(Segment::Map { .. })) {
        segments.pop();
    }
    let mut place = String::new();
    for segment in segments {
        match segment {
            Segment::Seq { index } => place.push_str(&format!("[{index}]")),
            Segment::Map { key: name } | Segment::Enum { variant: name } => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(name);
            }
            Segment::Unknown => {}
        }
    }
    place
}

/// The first look at a document: what it says it is, whatever else it holds.
#[derive(Deserialize)]
struct Frame {
    format: Option<String>,
    version: Option<u32>,
}

/// Refuses what is not this format, or a newer version of it, before its fields are looked at.
pub(super) fn refuse_other_formats(
    bytes: &[u8],
    format: &str,
    version: u32,
) -> Result<(), ImportFault> {
    let frame: Frame = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => not_ours(),
        _ => ImportFault::syntax(&error),
    })?;
    match frame {
        Frame {
            format: Some(is),
            version: Some(found),
        } if is == format => {
            if found == version {
                Ok(())
            } else if found > version {
                let what = format!(
                    "was written by a newer version of the program (format {found}; this program \
                     reads format {version}). Install the newer version to read it"
                );
                Err(ImportFault::new("import.newer", "", what))
            } else {
                Err(not_ours())
            }
        }
        _ => Err(not_ours()),
    }
}

fn not_ours() -> ImportFault {
    ImportFault::new(
        "import.not_ours",
        "",
        "is not an export of Three Chairs: it must be an object that begins with \
         \"format\": \"three-chairs\" and \"version\": 1",
    )
}
