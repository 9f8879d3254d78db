//! Documents without names: the case sheet for the coach's supervisor, the client's story for anybody.

use coaching::case_sheet::{NothingInForce, case_sheet};
use coaching::client_story::client_story;
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::ledger::Ground;
use coaching::record::Case;
use coaching::words::{DocumentKind, Role};
use documents::Content;

use crate::error::Failure;
use crate::types::AskDocument;

/// A document without names.
pub(super) struct Nameless {
    pub content: Content,
    /// The words in it that may be names.
    pub unsure: Vec<String>,
    /// How many released wordings are left out because they hold a name.
    pub left_out: u32,
}

/// True for the documents that hold no names.
pub(super) fn is_nameless(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::CaseSheet | DocumentKind::ClientStory)
}

pub(super) fn content(case: &Case, ask: &AskDocument, on: Day) -> Result<Nameless, Failure> {
    if ask.kind == DocumentKind::CaseSheet {
        supervisor(case, ask)?;
        let sheet = case_sheet(case, on, ask.reflections, ask.question.trim())?;
        return Ok(Nameless {
            content: documents::case_sheet(&sheet),
            unsure: sheet.unsure().clone(),
            left_out: 0,
        });
    }
    if ask.party.is_some() {
        return Err(Failure::input(
            "party",
            "party",
            "A client's story is for anybody: choose no party.",
        ));
    }
    let story = client_story(case, on);
    Ok(Nameless {
        content: documents::client_story(&story)?,
        unsure: story.unsure().to_vec(),
        left_out: story.left_out(),
    })
}

/// Whom a hand-over reaches, with its ground.
pub(super) fn reached(
    case: &Case,
    ask: &AskDocument,
    today: Day,
) -> Result<Vec<(Option<PartyId>, Ground)>, Failure> {
    if ask.kind == DocumentKind::ClientStory {
        return Ok(vec![(None, Ground::Approval)]);
    }
    let party = supervisor(case, ask)?.ok_or_else(|| {
        Failure::new(
            "document.no_supervisor",
            "Nobody is this engagement's supervisor, so the sheet was not handed over. Add your \
             supervisor to the engagement first, or write the sheet as a draft for yourself.",
        )
    })?;
    let there = case
        .engagement
        .party(&party)
        .is_some_and(|p| p.is_in(today));
    if !there {
        return Err(Failure::input(
            "party",
            "not_in_engagement",
            "This person is not in the engagement today, so nothing can be handed to them.",
        ));
    }
    Ok(vec![(Some(party), Ground::Supervision)])
}

/// The supervisor for whom it is asked; none when it is asked for nobody yet.
fn supervisor(case: &Case, ask: &AskDocument) -> Result<Option<PartyId>, Failure> {
    let Some(id) = &ask.party else {
        return Ok(None);
    };
    let party = case.engagement.party(id);
    let party = party.ok_or_else(|| Failure::missing("party").at("party"))?;
    if party.role == Role::Supervisor {
        Ok(Some(id.clone()))
    } else {
        Err(Failure::input(
            "party",
            "not_a_supervisor",
            "A case sheet is for the coach's supervisor and for nobody else. Choose them.",
        ))
    }
}

/// A document without names leaves the coach's hands, and is approved, only when every word that may
/// be a name has been decided about.
pub(crate) fn no_name_is_unsure(unsure: &[String]) -> Result<(), Failure> {
    match unsure.len() {
        0 => Ok(()),
        count => Err(Failure::new(
            "document.unsure_names",
            format!(
                "{count} words in this document may be names and stand marked in it. Say of each what \
                 stands for it, or that it is no name. Nothing was handed over."
            ),
        )),
    }
}

impl From<NothingInForce> for Failure {
    fn from(refused: NothingInForce) -> Self {
        Self::new("document.nothing_in_force", refused.to_string())
    }
}
