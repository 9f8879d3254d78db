//! Which engagements were changed, so that what was read of the others need not be read again.
//!
//! The triggers of [`crate::undo`] note it, in the same transaction as the change.

use std::collections::BTreeSet;
use std::mem;

use coaching::ids::EngagementId;

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

    /// What stands in an engagement of this name; everything where it has none.
    pub(crate) fn of(engagement: String) -> Self {
        EngagementId::new(engagement).map_or(Self::Everything, |id| {
            Self::Engagements(BTreeSet::from([id]))
        })
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
