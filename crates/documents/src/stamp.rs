//! What a rendering is: a draft, or the final document.

use coaching::day::Day;
use serde::Serialize;

use crate::content::{Chair, Content, Kind};
use crate::language::{fill, words};

/// Marks a rendering. It is no part of the [`Content`](crate::Content) that the coachee approves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stamp {
    /// A preview, marked as a draft on every page and never handed over.
    Draft,
    /// The document as it leaves the coach's hands.
    Final {
        /// The day on which the coachee approved exactly this content; none where no approval is
        /// asked for, as in the coachee's and the coach's own documents.
        approved: Option<Day>,
    },
}

/// The words around a document that depend on what the rendering is.
pub(crate) struct Frame {
    /// Whose eyes it is for, in a few words.
    pub whose_eyes: &'static str,
    /// That it is a draft, if it is.
    pub draft: Option<&'static str>,
    /// That the coachee approved it, if that was asked for.
    pub approved: Option<String>,
}

impl Frame {
    /// The words around a content under a stamp.
    pub fn of(content: &Content, stamp: Stamp) -> Self {
        let w = words(content.language);
        Self {
            whose_eyes: match (content.kind, content.chair) {
                (Kind::CaseSheet, _) => w.others.frame.for_supervision,
                (Kind::ClientStory, _) => w.others.frame.for_anybody,
                (Kind::Access, _) => w.others.frame.for_the_person,
                (Kind::DataSheet, _) => w.others.frame.for_procurement,
                (Kind::RecoveryPage, _) => w.others.recovery.secret,
                (Kind::Will, _) => w.will.frame,
                (_, Chair::Coach) => w.frame.for_coach_alone,
                (_, Chair::Coachee) => w.frame.for_coachee_alone,
                (_, Chair::Sponsor) => w.frame.in_confidence,
            },
            draft: match stamp {
                Stamp::Draft => Some(w.frame.draft_long),
                Stamp::Final { .. } => None,
            },
            approved: match stamp {
                // Where nobody is named, neither is the one who approved, nor the day.
                Stamp::Final { approved: Some(_) } if content.coachee.is_empty() => {
                    Some(w.others.frame.approved_nameless.to_owned())
                }
                Stamp::Final {
                    approved: Some(day),
                } => Some(fill(
                    w.frame.approved,
                    &[("name", &content.coachee), ("date", &w.day(day))],
                )),
                _ => None,
            },
        }
    }
}
