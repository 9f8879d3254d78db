//! The coach's own summary: it reaches nobody, so the ledger says nothing of it. That it was written is
//! kept all the same, since it belongs to the end of an engagement.

use coaching::words::DocumentKind;
use documents::{Paper, Stamp};

use super::handing_over::Place;
use super::{content, file};
use crate::desk::{Desk, in_case};
use crate::error::Failure;
use crate::letterhead::letterhead;
use crate::types::{AskDocument, Format, Written};

/// True for the summary that is for the coach alone.
pub(super) fn is_summary(ask: &AskDocument) -> bool {
    ask.party.is_none() && ask.kind == DocumentKind::Summary
}

impl Desk {
    /// Writes the coach's own summary and keeps as of which day it is, both or neither.
    pub(super) fn write_own_summary(
        &mut self,
        ask: &AskDocument,
        format: Format,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let path = self.hand_over("write own summary", place, |tx, now| {
            in_case(tx, &ask.engagement, now, |tx, case, now| {
                let made = content(case, ask, now.today)?;
                let written = ask.on.unwrap_or(now.today).min(now.today);
                let mut engagement = case.engagement.clone();
                engagement.own_summary = engagement.own_summary.max(Some(written));
                store::engagement::update_frame(tx, &engagement)?;
                let letterhead = letterhead(tx)?;
                let stamp = Stamp::Final { approved: None };
                file(&made, format, Paper::new(stamp, Some(&letterhead)))
            })
        })?;
        Ok(Written {
            path: path.display().to_string(),
            handed_over: false,
        })
    }
}
