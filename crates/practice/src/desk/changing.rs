//! The one door through which the record changes.

use coaching::ids::EngagementId;
use coaching::record::Case;
use store::Tx;
use store::undo::Naming;

use super::{Desk, in_case};
use crate::clock::Now;
use crate::error::Failure;
use crate::undoing;

impl Desk {
    /// The one way to change the record: a name, one transaction, all or nothing.
    pub(crate) fn change<T>(
        &mut self,
        name: &'static str,
        f: impl FnOnce(&Tx<'_>, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.change_of(name, None, f)
    }

    fn change_of<T>(
        &mut self,
        name: &'static str,
        engagement: Option<&EngagementId>,
        f: impl FnOnce(&Tx<'_>, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now()?;
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        let naming = Naming {
            name,
            day: now.today,
            at: now.at,
            engagement,
            typed: undoing::is_typed(name),
            removes: undoing::removes(name),
        };
        open.mark_due()?;
        let made = open.store.change(&naming, |tx| f(tx, now))?;
        self.backing.changes += 1;
        self.last_change = Some(name);
        Ok(made)
    }

    /// Turns changes back or forth: a change that is not written down as one.
    pub(crate) fn turn_back<T>(
        &mut self,
        name: &'static str,
        f: impl FnOnce(&Tx<'_>, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now()?;
        let open = self.open.as_mut().ok_or_else(Failure::closed)?;
        open.mark_due()?;
        let turned = open.store.turn(|tx| f(tx, now))?;
        self.backing.changes += 1;
        self.last_change = Some(name);
        Ok(turned)
    }

    /// A change of one engagement. What came out of it is checked before it counts.
    pub(crate) fn change_case<T>(
        &mut self,
        name: &'static str,
        engagement: &EngagementId,
        f: impl FnOnce(&Tx<'_>, &Case, Now) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.change_of(name, Some(engagement), |tx, now| {
            in_case(tx, engagement, now, f)
        })
    }
}
