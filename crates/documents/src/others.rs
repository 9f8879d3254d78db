//! What is for other readers than the three chairs: the supervisor's case sheet, the client's story for
//! anybody, the answer to an access request, the data sheet.

pub(crate) mod access;
pub(crate) mod data_sheet;
pub(crate) mod nameless;
pub(crate) mod recovery_page;
pub(crate) mod sheet;
pub(crate) mod story;

use coaching::day::Day;
use coaching::words::Language;

use crate::content::{Chair, Content, Kind};
use crate::language::words;

/// A content that names nobody: neither the engagement nor who wrote it.
fn nameless_content(kind: Kind, language: Language, on: Day, for_whom: &str) -> Content {
    let o = words(language).others;
    let (chair, eyebrow, title) = match kind {
        Kind::CaseSheet => (Chair::Coachee, o.sheet.eyebrow, o.sheet.title),
        Kind::ClientStory => (Chair::Sponsor, o.story.eyebrow, o.story.title),
        Kind::RecoveryPage => (Chair::Coach, o.recovery.eyebrow, o.recovery.title),
        _ => (Chair::Sponsor, o.access.data_eyebrow, o.access.data_title),
    };
    Content {
        kind,
        chair,
        language,
        eyebrow: eyebrow.to_owned(),
        title: title.to_owned(),
        engagement: String::new(),
        reader: String::new(),
        for_whom: for_whom.to_owned(),
        coachee: String::new(),
        coach: String::new(),
        from_the_coachee: false,
        date: on,
        facts: Vec::new(),
        sections: Vec::new(),
    }
}
