//! Briefs, summaries and agreements.

use practice::day::Day;
use practice::types::{AskDocument, EngagementPage, Written};
use practice::words::{DocumentKind, Teller};
use practice::{Desk, Failure, Place};

use crate::arguments::Paper;
use crate::find;
use crate::output::full;

/// Writes a brief for a meeting, or its minutes.
pub fn of_meeting(
    desk: &mut Desk,
    asked: &str,
    meeting: &str,
    kind: DocumentKind,
    paper: &Paper,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let document = meeting_ask(&page, meeting, kind, paper)?;
    write(desk, &document, paper)
}

/// Writes the invitation to a meeting.
pub fn invitation(
    desk: &mut Desk,
    asked: &str,
    meeting: &str,
    from_coach: bool,
    paper: &Paper,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let document = AskDocument {
        from: from_coach.then_some(Teller::Coach),
        ..meeting_ask(&page, meeting, DocumentKind::Invitation, paper)?
    };
    write(desk, &document, paper)
}

fn meeting_ask(
    page: &EngagementPage,
    meeting: &str,
    kind: DocumentKind,
    paper: &Paper,
) -> Result<AskDocument, Failure> {
    Ok(AskDocument {
        kind,
        meeting: Some(find::meeting(page, meeting)?),
        ..summary_ask(page, paper, None)?
    })
}

/// Writes a summary.
pub fn summary(
    desk: &mut Desk,
    asked: &str,
    on: Option<Day>,
    paper: &Paper,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let document = summary_ask(&page, paper, on)?;
    write(desk, &document, paper)
}

/// Writes the agreement to sign.
pub fn agreement(
    desk: &mut Desk,
    asked: &str,
    effective: Option<Day>,
    paper: &Paper,
) -> Result<Written, Failure> {
    let page = find::page(desk, asked)?;
    let party = find::signer(&page, &paper.party)?;
    let document = AskDocument {
        party,
        agreement: Some(find::agreement(&page, effective)?),
        ..AskDocument::new(page.id, DocumentKind::Agreement)
    };
    write(desk, &document, paper)
}

fn summary_ask(
    page: &EngagementPage,
    paper: &Paper,
    on: Option<Day>,
) -> Result<AskDocument, Failure> {
    Ok(AskDocument {
        party: find::reader(page, &paper.party)?,
        on,
        ..AskDocument::new(page.id.clone(), DocumentKind::Summary)
    })
}

fn write(desk: &mut Desk, document: &AskDocument, paper: &Paper) -> Result<Written, Failure> {
    let path = full(&paper.out)?;
    let format = paper.format.into();
    let place = Place {
        path: &path,
        replaces: paper.force.force,
    };
    desk.write_document_to(document, format, place, paper.hand_over)
}
