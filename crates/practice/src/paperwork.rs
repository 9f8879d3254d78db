//! Documents: made from a view, approved, written as a draft or handed over.

pub(crate) mod access;
mod agreement;
mod certificate;
mod gathering;
pub(crate) mod handing_over;
mod lines;
pub(crate) mod other;
mod own;
mod standing;
pub(crate) mod tables;

use std::path::PathBuf;

use coaching::agreement::in_force;
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::ledger::{Disclosed, Ground};
use coaching::page::{coach_sheet, coach_summary};
use coaching::record::{Approval, Case};
use coaching::seat::seat;
use coaching::talking_points::Asked;
use coaching::view::View;
use coaching::words::{Channel, DocumentKind, Role, Teller};
use documents::{Content, Letterhead, Paper, Stamp};
use store::Tx;

use crate::clock::Now;
use crate::desk::{Desk, in_case};
use crate::error::Failure;
use crate::ledger::{Told, enter};
use crate::letterhead::letterhead;
use crate::types::{AskDocument, ChangedLine, DocumentPage, Format, WriteDocument, Written};

pub use handing_over::Place;

use gathering::{inviting, meeting_in, no_meeting};
pub(crate) use standing::{Standing, standing};

/// A document's content, and what an approval of it would be of.
pub(crate) struct MadeContent {
    pub(crate) content: Content,
    /// SHA-256 of what the coachee approves, in hexadecimal.
    pub(crate) digest: String,
    /// The view it was made from; none for the coach's own pages.
    view: Option<View>,
    /// Where it holds no names: the words that may be some.
    pub(crate) unsure: Vec<String>,
    /// How many released wordings are left out because they hold a name.
    left_out: u32,
    /// An invitation as an entry for a calendar.
    calendar: Option<String>,
}

/// Makes a document's content as of its day.
pub(crate) fn content(case: &Case, ask: &AskDocument, today: Day) -> Result<MadeContent, Failure> {
    let on = ask.on.unwrap_or(today);
    if other::is_nameless(ask.kind) {
        let nameless = other::content(case, ask, on)?;
        return Ok(MadeContent {
            digest: vault::sha256_hex(&nameless.content.bytes_for_approval()),
            content: nameless.content,
            view: None,
            unsure: nameless.unsure,
            left_out: nameless.left_out,
            calendar: None,
        });
    }
    let (content, view) = match &ask.party {
        _ if ask.kind == DocumentKind::Agreement => (agreement::content(case, ask, on)?, None),
        None => (coachs_own(case, ask, on)?, None),
        Some(party) => {
            let view = seat(case, party, on)?;
            (for_party(case, ask, &view)?, Some(view))
        }
    };
    let digest = vault::sha256_hex(&content.bytes_for_approval());
    let calendar = match &view {
        Some(view) if ask.kind == DocumentKind::Invitation => {
            let meeting = meeting_in(case, ask, view)?;
            Some(documents::calendar(view, meeting, inviting(ask))?)
        }
        _ => None,
    };
    Ok(MadeContent {
        content,
        digest,
        view,
        unsure: Vec::new(),
        left_out: 0,
        calendar,
    })
}

fn coachs_own(case: &Case, ask: &AskDocument, on: Day) -> Result<Content, Failure> {
    Ok(match ask.kind {
        DocumentKind::Brief => {
            let meeting = ask.meeting.as_ref().ok_or_else(no_meeting)?;
            documents::coach_sheet(&coach_sheet(case, meeting, on)?)?
        }
        DocumentKind::Summary => documents::coach_summary(&coach_summary(case, on))?,
        _ => return Err(Failure::missing("document").at("kind")),
    })
}

fn for_party(case: &Case, ask: &AskDocument, view: &View) -> Result<Content, Failure> {
    let is_coachee = *view.chair().role() == Role::Coachee;
    match ask.kind {
        DocumentKind::Brief => {
            let meeting = meeting_in(case, ask, view)?;
            if is_coachee {
                Ok(documents::brief_for_coachee(view, meeting)?)
            } else {
                Ok(documents::brief_for_sponsors_side(view, meeting)?)
            }
        }
        DocumentKind::Invitation => {
            let meeting = meeting_in(case, ask, view)?;
            Ok(documents::invitation(view, meeting, inviting(ask))?)
        }
        DocumentKind::Minutes => Ok(documents::minutes(view, meeting_in(case, ask, view)?)?),
        DocumentKind::Summary if is_coachee => Ok(documents::summary_for_coachee(view)?),
        DocumentKind::Summary => Ok(documents::summary_for_sponsors_side(view)?),
        DocumentKind::TalkingPoints => {
            let about = ask.points.as_ref();
            let asked = Asked {
                to: about.and_then(|about| about.to.as_ref()),
                version: about.and_then(|about| about.version.as_ref()),
                private: about.is_some_and(|about| about.private),
            };
            Ok(documents::talking_points(view, asked)?)
        }
        _ => Err(Failure::missing("document").at("kind")),
    }
}

/// The file of what was made.
fn file(made: &MadeContent, format: Format, paper: Paper<'_>) -> Result<Vec<u8>, Failure> {
    match (format, &made.calendar) {
        (Format::Ics, Some(calendar)) => Ok(calendar.clone().into_bytes()),
        _ => render(&made.content, format, paper),
    }
}

/// The file of a content.
pub(crate) fn render(
    content: &Content,
    format: Format,
    paper: Paper<'_>,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        Format::Pdf => documents::pdf(content, paper)?,
        Format::Docx => documents::docx(content, paper)?,
        Format::Md => documents::markdown(content, paper).into_bytes(),
        Format::Html => documents::html(content, paper).into_bytes(),
        Format::Ics => {
            return Err(Failure::input(
                "format",
                "format",
                "Only an invitation can be written for a calendar. Choose another format.",
            ));
        }
    })
}

/// The approval of exactly this content; without one, the last approval of another content.
fn approval<'c>(
    case: &'c Case,
    ask: &AskDocument,
    digest: &str,
    on: Day,
) -> (Option<&'c Approval>, Option<&'c Approval>) {
    let of_this = |a: &&Approval| {
        a.party == ask.party && a.document == ask.kind && a.meeting == ask.meeting && a.on <= on
    };
    let approvals: Vec<_> = case.engagement.approvals.iter().filter(of_this).collect();
    let exact = approvals
        .iter()
        .copied()
        .find(|approval| approval.content == digest);
    let last = approvals.iter().copied().max_by_key(|approval| approval.on);
    (exact, last.filter(|_| exact.is_none()))
}

/// Which lines changed since an approval, where what it was of was kept.
fn changed(before: &Approval, content: &Content) -> Vec<ChangedLine> {
    if before.said.is_empty() {
        return Vec::new();
    }
    let said: Vec<String> = before
        .said
        .for_the_coach()
        .split('\n')
        .map(str::to_owned)
        .collect();
    documents::lines_changed(&said, &documents::plain_lines(content))
        .into_iter()
        .map(|change| ChangedLine {
            was: change.was,
            is: change.is,
        })
        .collect()
}

/// What is for the sponsor's side needs the coachee's approval; the coachee's own and the coach's
/// do not. An agreement is what is proposed to be approved of. A case sheet names nobody; a story for
/// anybody is the coachee's to approve.
fn needs_approval(case: &Case, ask: &AskDocument) -> bool {
    let reader = ask.party.as_ref().and_then(|id| case.engagement.party(id));
    match ask.kind {
        // An invitation says what the frame says, which the agreement opens.
        DocumentKind::Agreement | DocumentKind::CaseSheet | DocumentKind::Invitation => false,
        DocumentKind::ClientStory => true,
        _ => reader.is_some_and(|party| party.role != Role::Coachee),
    }
}

/// The coach's own pages are never drafts: they go nowhere.
fn is_the_coachs_own(ask: &AskDocument) -> bool {
    ask.party.is_none() && matches!(ask.kind, DocumentKind::Brief | DocumentKind::Summary)
}

impl Desk {
    /// A document as it would leave the coach's hands.
    ///
    /// # Errors
    /// When nothing is in force, or the party or meeting is not there.
    pub fn document(&self, ask: AskDocument) -> Result<DocumentPage, Failure> {
        let engagement = ask.engagement.clone();
        self.read_case(&engagement, |case, now| {
            let made = content(case, &ask, now.today)?;
            let (approved, before) = approval(case, &ask, &made.digest, now.today);
            Ok(DocumentPage {
                // Where nobody is named: for whom it is, in words.
                for_whom: if made.content.reader.is_empty() {
                    made.content.for_whom.clone()
                } else {
                    made.content.reader.clone()
                },
                file_name: documents::file_name(&made.content, documents::Format::Pdf),
                lines: lines::of(case, &made.content, made.view.as_ref()),
                needs_approval: needs_approval(case, &ask),
                approved: approved.map(|approval| approval.on),
                changed_since_approval: before.is_some(),
                changed: before.map_or_else(Vec::new, |before| changed(before, &made.content)),
                unsure: made.unsure,
                left_out: made.left_out,
                content: made.digest,
                document: ask,
            })
        })
    }

    /// Writes a document into a folder, under a name of its own: nothing is ever overwritten.
    ///
    /// # Errors
    /// When it may not be handed over, or the folder cannot be written to: then neither the file nor
    /// the ledger's entry is there.
    pub fn write_document(&mut self, ask: WriteDocument) -> Result<Written, Failure> {
        let folder = folder(&ask.folder)?;
        let made = self.made(&ask.document)?;
        let name = documents::file_name(&made.content, made_format(ask.format));
        let place = Place {
            path: &handing_over::free_path(&folder, &name),
            replaces: false,
        };
        if ask.hand_over || own::is_summary(&ask.document) {
            // Made again there, as it stands in the transaction that keeps that it was written.
            self.write_document_to(&ask.document, ask.format, place, ask.hand_over)
        } else {
            write_draft(
                &ask.document,
                &made,
                ask.format,
                place,
                &self.own_letterhead()?,
            )
        }
    }

    /// Writes a document to a place: as a draft, or handed over, which makes the ledger's entries as
    /// well, both or neither.
    ///
    /// # Errors
    /// When it may not be handed over, the path is taken, or it cannot be written to.
    pub fn write_document_to(
        &mut self,
        ask: &AskDocument,
        format: Format,
        place: Place<'_>,
        hand_over: bool,
    ) -> Result<Written, Failure> {
        if !hand_over && own::is_summary(ask) {
            return self.write_own_summary(ask, format, place);
        }
        if !hand_over {
            return write_draft(
                ask,
                &self.made(ask)?,
                format,
                place,
                &self.own_letterhead()?,
            );
        }
        let path = self.hand_over("hand over", place, |tx, now| {
            in_case(tx, &ask.engagement, now, |tx, case, now| {
                handed_over(tx, case, ask, format, now)
            })
        })?;
        Ok(Written {
            path: path.display().to_string(),
            handed_over: true,
        })
    }

    fn own_letterhead(&self) -> Result<Letterhead, Failure> {
        self.read(|tx, _| letterhead(tx))
    }

    fn made(&self, ask: &AskDocument) -> Result<MadeContent, Failure> {
        self.read_case(&ask.engagement, |case, now| content(case, ask, now.today))
    }
}

/// Writes what is not handed over.
fn write_draft(
    ask: &AskDocument,
    made: &MadeContent,
    format: Format,
    place: Place<'_>,
    letterhead: &Letterhead,
) -> Result<Written, Failure> {
    let stamp = if is_the_coachs_own(ask) {
        Stamp::Final { approved: None }
    } else {
        Stamp::Draft
    };
    handing_over::write_file(
        place,
        &file(made, format, Paper::new(stamp, Some(letterhead)))?,
    )?;
    Ok(Written {
        path: place.path.display().to_string(),
        handed_over: false,
    })
}

/// The bytes of a document as it is handed over, entered into the ledger.
fn handed_over(
    tx: &Tx<'_>,
    case: &Case,
    ask: &AskDocument,
    format: Format,
    now: Now,
) -> Result<Vec<u8>, Failure> {
    // What was released or shared on another day may be so no more.
    if ask.on.is_some_and(|on| on != now.today) {
        return Err(Failure::new(
            "document.not_today",
            "A document is handed over as it may be today, and this one is of another day. Nothing was \
             handed over. Leave the day out and look at it again.",
        ));
    }
    let made = content(case, ask, now.today)?;
    let reached = reached(case, ask, now.today)?;
    other::no_name_is_unsure(&made.unsure)?;
    let (approved, _) = approval(case, ask, &made.digest, now.today);
    if approved.is_none() && needs_approval(case, ask) {
        return Err(not_approved());
    }
    let stamp = Stamp::Final {
        approved: approved.map(|approval| approval.on),
    };
    let letterhead = letterhead(tx)?;
    let bytes = file(&made, format, Paper::new(stamp, Some(&letterhead)))?;
    for (to, ground) in reached {
        let told = Told {
            on: now.today,
            to,
            by: Teller::Coach,
            how: Channel::Document,
            what: Disclosed::Document {
                kind: ask.kind,
                sha256: vault::sha256_hex(&bytes),
                content: made.digest.clone(),
            },
            ground,
        };
        // The ledger as it stands now: each entry seals the one before it.
        enter(tx, &crate::desk::case(tx, &ask.engagement)?, told, now)?;
    }
    Ok(bytes)
}

/// Whom a hand-over reaches, each with its ground: one entry of the ledger each.
fn reached(
    case: &Case,
    ask: &AskDocument,
    today: Day,
) -> Result<Vec<(Option<PartyId>, Ground)>, Failure> {
    if ask.kind == DocumentKind::Agreement {
        return agreement::reached(case, ask, today);
    }
    if other::is_nameless(ask.kind) {
        return other::reached(case, ask, today);
    }
    let party = ask.party.clone().ok_or_else(|| {
        Failure::new(
            "document.for_the_coach",
            "The coach's own page stays with the coach. Write it as a file instead.",
        )
    })?;
    let to_the_coachee = case.engagement.coachee().map(|coachee| &coachee.id) == Some(&party);
    let ground = if ask.kind == DocumentKind::Invitation && !to_the_coachee {
        let agreement = in_force(&case.engagement, today);
        let agreement = agreement.ok_or(documents::Refused::NothingInForce)?;
        Ground::Boundary(agreement.id.clone())
    } else if needs_approval(case, ask) {
        Ground::Approval
    } else {
        Ground::TwoChairRecord
    };
    Ok(vec![(Some(party), ground)])
}

/// The folder that the coach chose.
pub(crate) fn folder(typed: &str) -> Result<PathBuf, Failure> {
    let folder = PathBuf::from(typed.trim());
    if folder.is_dir() {
        Ok(folder)
    } else {
        Err(Failure::input(
            "folder",
            "folder",
            "This folder is not there. Choose one.",
        ))
    }
}

fn made_format(format: Format) -> documents::Format {
    match format {
        Format::Pdf => documents::Format::Pdf,
        Format::Docx => documents::Format::Docx,
        Format::Md => documents::Format::Markdown,
        Format::Html => documents::Format::Html,
        Format::Ics => documents::Format::Calendar,
    }
}

fn not_approved() -> Failure {
    Failure::new(
        "document.not_approved",
        "The coachee has not approved exactly this content, so it was not handed over. Show it to the \
         coachee, record the approval, and hand it over then.",
    )
}

impl From<documents::Refused> for Failure {
    fn from(refused: documents::Refused) -> Self {
        let code = match refused {
            documents::Refused::NothingInForce => "document.nothing_in_force",
            documents::Refused::AnotherChair => "document.another_chair",
            documents::Refused::NoSuchMeeting => "document.no_such_meeting",
            documents::Refused::NotPlanned => "document.not_planned",
            documents::Refused::NotHeld => "document.not_held",
            documents::Refused::NotYetBegun => "document.not_yet_begun",
            documents::Refused::NothingReleased => "document.nothing_released",
            documents::Refused::NobodyToTell => "document.nobody_to_tell",
            documents::Refused::NothingMoved => "document.nothing_moved",
        };
        Self::new(code, refused.to_string())
    }
}

impl From<documents::NotRendered> for Failure {
    fn from(error: documents::NotRendered) -> Self {
        Self::new("document.not_rendered", error.to_string())
    }
}
