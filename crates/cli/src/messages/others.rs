//! Wording about names, and about what is kept of one person.

use std::io;

use practice::Failure;
use practice::types::{AccessItem, Proposed};
use practice::words::{About, Detail, DocumentKind};

use super::{code, plain};
use crate::others::Names;

pub const NOTHING_KEPT: &str = "Nothing is kept about this person but their name.";

pub fn no_person(several: bool) -> Failure {
    let message = if several {
        "Several people fit this name. Use the whole name, or the id."
    } else {
        "Nobody has this id or name."
    };
    Failure::new(code("find.person", several), message)
}

pub fn no_words() -> Failure {
    Failure::new(
        "names.no_words",
        "Write what stands for a name behind it: --is \"NAME=a peer\". Nothing was changed.",
    )
}

pub fn decisions_not_read(error: &io::Error) -> Failure {
    Failure::new(
        "access.not_read",
        format!(
            "The file with the decisions could not be read ({}). Nothing was written.",
            error.kind()
        ),
    )
}

pub fn decisions_not_json() -> Failure {
    Failure::new(
        "access.not_json",
        "The file with the decisions is not a JSON list of {\"key\", \"decision\"}. Nothing was \
         written.",
    )
}

/// What is decided about names, and what is not.
pub fn names(names: &Names) -> String {
    let mut lines: Vec<String> = names
        .masks
        .iter()
        .map(|mask| match &mask.becomes {
            Some(words) => format!("{}: {words}", mask.name),
            None => format!("{}: no name, stays", mask.name),
        })
        .collect();
    if names.unsure.is_empty() {
        lines.push("Every word that may be a name has been decided about.".to_owned());
    } else {
        lines.push("May be names, and are not decided about:".to_owned());
        lines.extend(names.unsure.iter().map(|word| format!("  {word}")));
    }
    lines.join("\n")
}

/// Why an item is about them, who else is in it, and whether it needs a decision.
pub fn about(item: &AccessItem) -> String {
    let mut said = vec![why(item.about).to_owned()];
    if !item.others.is_empty() {
        said.push(format!("also {}", item.others.join(", ")));
    }
    if item.proposed == Proposed::Review {
        said.push("to be decided".to_owned());
    }
    said.join("; ")
}

fn why(about: About) -> &'static str {
    match about {
        About::Details => "about the person",
        About::Said => "said by them",
        About::Promised => "promised by them",
        About::Told => "told to them",
        About::TheirRecord => "their own record",
        About::NamesThem => "names them",
    }
}

/// What an item is of.
pub fn kept(item: &AccessItem) -> String {
    match (item.topic, item.detail, item.document) {
        (_, Some(detail), _) => detail_word(detail).to_owned(),
        (_, _, Some(kind)) => document(kind).to_owned(),
        (Some(topic), ..) => plain(topic.word()),
        _ => String::new(),
    }
}

fn detail_word(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "name",
        Detail::Called => "called",
        Detail::Title => "title",
        Detail::Organisation => "organisation",
        Detail::Mail => "mail",
        Detail::Phone => "telephone",
        Detail::Relation => "relation",
    }
}

pub fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Brief => "a brief",
        DocumentKind::Summary => "the summary",
        DocumentKind::Agreement => "the agreement, to sign",
        DocumentKind::CaseSheet => "a case sheet without names",
        DocumentKind::ClientStory => "an anonymised story",
        DocumentKind::Access => "what is kept about them",
        DocumentKind::TalkingPoints => "the talking points",
        DocumentKind::Minutes => "the minutes of a meeting",
        DocumentKind::Invitation => "the invitation to a meeting",
    }
}
