//! What is for other readers: the talking points, the case sheet, the client's story, access requests,
//! the data sheet, and decisions about names.

use std::fs;
use std::path::Path;

use practice::types::{
    AccessDecision, AccessPage, AskAccess, AskDocument, AskPoints, Decision, LetterheadPage, Mask,
    Proposed, SetColour, SetMasks, WriteAccess, Written,
};
use practice::words::{DocumentKind, Language, Role};
use practice::{Desk, Failure, Place};
use serde::Serialize;

use crate::arguments::{OutFile, Points};
use crate::output::full;
use crate::{find, messages};

/// Writes the case sheet: for the engagement's supervisor, or for nobody yet.
pub fn case_sheet(
    desk: &mut Desk,
    asked: &str,
    question: String,
    reflections: bool,
    file: &OutFile,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let document = AskDocument {
        party: find::supervisor(&page),
        reflections,
        question,
        ..AskDocument::new(page.id.clone(), DocumentKind::CaseSheet)
    };
    write(desk, &document, file)
}

/// Writes the client's story.
pub fn client_story(desk: &mut Desk, asked: &str, file: &OutFile) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let document = AskDocument::new(page.id, DocumentKind::ClientStory);
    write(desk, &document, file)
}

/// Writes the coachee's talking points.
pub fn talking_points(
    desk: &mut Desk,
    asked: &str,
    points: &Points,
    file: &OutFile,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let party = |asked: &str| find::party(&page, asked);
    let version = |asked: &str| find::version(&page, asked, points.on);
    let document = AskDocument {
        party: Some(party(Role::Coachee.word())?),
        on: points.on,
        points: Some(AskPoints {
            to: points.to.as_deref().map(party).transpose()?,
            version: points.goal.as_deref().map(version).transpose()?,
            private: points.with_private,
        }),
        ..AskDocument::new(page.id.clone(), DocumentKind::TalkingPoints)
    };
    write(desk, &document, file)
}

fn write(desk: &mut Desk, document: &AskDocument, file: &OutFile) -> Result<Written, Failure> {
    let path = full(&file.out)?;
    let place = Place {
        path: &path,
        replaces: file.force.force,
    };
    desk.write_document_to(document, file.format.into(), place, file.hand_over)
}

/// What was typed about names.
pub struct Decisions {
    masks: Vec<Mask>,
    forget: Vec<String>,
}

impl Decisions {
    /// Reads `NAME=WORDS`.
    pub fn new(
        becomes: &[String],
        keep: Vec<String>,
        forget: Vec<String>,
    ) -> Result<Self, Failure> {
        let mut masks = Vec::new();
        for typed in becomes {
            let (name, words) = typed.split_once('=').ok_or_else(messages::no_words)?;
            masks.push(Mask {
                name: name.trim().to_owned(),
                becomes: Some(words.trim().to_owned()),
            });
        }
        masks.extend(keep.into_iter().map(|name| Mask {
            name: name.trim().to_owned(),
            becomes: None,
        }));
        Ok(Self { masks, forget })
    }

    /// These decisions and, where nothing else was typed, the ones before.
    fn over(self, before: Vec<Mask>) -> Vec<Mask> {
        let mut masks = self.masks;
        for mask in before {
            let again = masks.iter().any(|typed| typed.name == mask.name);
            if !again && !self.forget.contains(&mask.name) {
                masks.push(mask);
            }
        }
        masks
    }
}

/// What is decided about names, and what is not.
#[derive(Serialize)]
pub struct Names {
    pub unsure: Vec<String>,
    pub masks: Vec<Mask>,
}

/// Keeps decisions about names, and lists what is left: in the case sheet with everything in it, and in
/// the client's story.
pub fn names(desk: &mut Desk, asked: &str, decisions: Decisions) -> Result<Names, Failure> {
    let page = find::page(desk, asked)?;
    if !decisions.masks.is_empty() || !decisions.forget.is_empty() {
        desk.set_masks(SetMasks {
            engagement: page.id.clone(),
            masks: decisions.over(page.masks),
        })?;
    }
    let page = find::page(desk, page.id.as_str())?;
    let sheet = AskDocument {
        reflections: true,
        ..AskDocument::new(page.id.clone(), DocumentKind::CaseSheet)
    };
    let mut unsure = desk.document(sheet)?.unsure;
    // Without a release for anybody there is no story, and nothing in it to decide about.
    if let Ok(story) = desk.document(AskDocument::new(page.id, DocumentKind::ClientStory)) {
        unsure.extend(story.unsure);
    }
    unsure.sort();
    unsure.dedup();
    Ok(Names {
        unsure,
        masks: page.masks,
    })
}

/// The decisions in a file; none without one. It is read before the vault is opened.
pub fn decisions(file: Option<&Path>) -> Result<Vec<AccessDecision>, Failure> {
    let Some(file) = file else {
        return Ok(Vec::new());
    };
    let bytes = fs::read(file).map_err(|error| messages::decisions_not_read(&error))?;
    serde_json::from_slice(&bytes).map_err(|_| messages::decisions_not_json())
}

/// Everything that is kept about one person.
pub fn access(desk: &Desk, asked: &str) -> Result<AccessPage, Failure> {
    let person = find::person(desk, asked)?;
    desk.access(AskAccess { person })
}

/// Writes it for that person. What needs no decision and has none goes in as it is.
pub fn write_access(
    desk: &mut Desk,
    page: &AccessPage,
    mut decisions: Vec<AccessDecision>,
    language: Option<Language>,
    file: &OutFile,
) -> Result<Written, Failure> {
    let path = full(&file.out)?;
    for item in &page.items {
        let decided = decisions.iter().any(|each| each.key == item.key);
        if item.proposed == Proposed::Include && !decided {
            decisions.push(AccessDecision {
                key: item.key.clone(),
                decision: Decision::Include,
            });
        }
    }
    let ask = WriteAccess {
        person: page.person.clone(),
        decisions,
        language,
        format: file.format.into(),
        folder: String::new(),
        hand_over: file.hand_over,
    };
    let place = Place {
        path: &path,
        replaces: file.force.force,
    };
    desk.write_access_to(&ask, place)
}

/// Writes the page on how data is handled.
pub fn data_sheet(desk: &mut Desk, language: Language, file: &OutFile) -> Result<Written, Failure> {
    let path = full(&file.out)?;
    let place = Place {
        path: &path,
        replaces: file.force.force,
    };
    desk.write_data_sheet_to(language, file.format.into(), place)
}

/// Shows the letterhead, after a change to it where one was asked for.
pub fn letterhead(
    desk: &mut Desk,
    logo: Option<&Path>,
    no_logo: bool,
    colour: Option<String>,
) -> Result<LetterheadPage, Failure> {
    if let Some(colour) = colour {
        desk.set_colour(SetColour { colour })?;
    }
    if let Some(file) = logo {
        desk.set_logo_from(file)?;
    }
    if no_logo {
        desk.remove_logo()?;
    }
    desk.letterhead()
}
