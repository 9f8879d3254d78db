//! Where a document stands: whether it can be made, and whether exactly what it says was approved.

use coaching::day::Day;
use coaching::record::Case;

use super::{approval, content, needs_approval};
use crate::types::AskDocument;

/// Where a document stands on a day.
pub(crate) struct Standing {
    /// Why it cannot be made.
    pub(crate) refused: Option<String>,
    /// What an approval of it would be of; none when it cannot be made.
    pub(crate) digest: Option<String>,
    pub(crate) needs_approval: bool,
    /// When exactly this content was approved.
    pub(crate) approved: Option<Day>,
    /// Something else was approved before.
    pub(crate) changed: bool,
}

/// Where a document stands on a day, without writing it.
pub(crate) fn standing(case: &Case, ask: &AskDocument, on: Day) -> Standing {
    let needs_approval = needs_approval(case, ask);
    match content(case, ask, on) {
        Err(failure) => Standing {
            refused: Some(failure.message),
            digest: None,
            needs_approval,
            approved: None,
            changed: false,
        },
        Ok(made) => {
            let (approved, before) = approval(case, ask, &made.digest, on);
            Standing {
                refused: None,
                needs_approval,
                approved: approved.map(|approval| approval.on),
                changed: before.is_some(),
                digest: Some(made.digest),
            }
        }
    }
}
