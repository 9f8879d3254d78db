//! Which engagements were changed, so that what was read of the others need not be read again.
//!
//! The triggers of [`crate::undo`] note it, in the same transaction as the change.

use std::collections::BTreeSet;
use std::mem;

use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

/// What was changed through a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Nothing but what stands in these engagements.
    Engagements(BTreeSet<EngagementId>),
    /// Perhaps what several engagements read: a person, a setting.
    Everything,
}

impl Touched {
    /// Nothing.
    pub(crate) fn nothing() -> Self {
        Self::Engagements(BTreeSet::new())
    }

    pub(crate) fn and(&mut self, other: Self) {
        *self = match (mem::replace(self, Self::Everything), other) {
            (Self::Engagements(mut these), Self::Engagements(those)) => {
                these.extend(those);
                Self::Engagements(these)
            }
            _ => Self::Everything,
        };
    }
}

/// What this transaction changed.
pub(crate) fn so_far(tx: &Tx<'_>) -> Result<Touched, StoreError> {
    const SQL: &str = "SELECT engagement FROM temp.noted";
    let names: Vec<String> = tx.rows(SQL, &[], |row| row.take())?;
    let ids: Result<_, _> = names.into_iter().map(EngagementId::new).collect();
    // No id is empty: that is of no engagement.
    Ok(ids.map_or(Touched::Everything, Touched::Engagements))
}
