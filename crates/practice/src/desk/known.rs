//! What was read of the vault, kept until it is changed or the vault is locked: Today asks for every
//! engagement under way, a slider through time for the same one again and again, and each keystroke of a
//! search for those in which something was found.

use std::cell::RefMut;
use std::collections::BTreeMap;
use std::sync::Arc;

use coaching::ids::EngagementId;
use coaching::record::Case;
use store::{Touched, Tx};

use super::{Desk, case};
use crate::error::Failure;

/// How many engagements are kept, whole: more than are under way at a time.
const MOST: usize = 100;

/// Engagements as they stand in the vault.
#[derive(Default)]
pub(crate) struct Known {
    cases: BTreeMap<EngagementId, Arc<Case>>,
    /// Who stands where and what is agreed.
    frames: BTreeMap<EngagementId, Arc<Case>>,
}

impl Known {
    fn forget(&mut self, touched: &Touched) {
        match touched {
            Touched::Everything => *self = Self::default(),
            Touched::Engagements(ids) => {
                self.cases.retain(|id, _| !ids.contains(id));
                self.frames.retain(|id, _| !ids.contains(id));
            }
        }
    }
}

impl Desk {
    /// What is known and still stands.
    fn known(&self) -> Result<RefMut<'_, Known>, Failure> {
        let mut known = self.known.borrow_mut();
        known.forget(&self.opened()?.store.touched());
        Ok(known)
    }

    /// An engagement, as it stands in the vault.
    pub(crate) fn case(&self, tx: &Tx<'_>, id: &EngagementId) -> Result<Arc<Case>, Failure> {
        let mut known = self.known()?;
        if let Some(case) = known.cases.get(id) {
            debug_assert_eq!(
                store::engagement::load(tx, id).ok().flatten().as_ref(),
                Some(&**case),
                "an engagement was changed, and that was not noted"
            );
            return Ok(Arc::clone(case));
        }
        let case = Arc::new(case(tx, id)?);
        if known.cases.len() >= MOST {
            known.cases.clear();
        }
        known.cases.insert(id.clone(), Arc::clone(&case));
        Ok(case)
    }

    /// Enough of an engagement to say who may know a thing of it.
    pub(crate) fn frame(&self, tx: &Tx<'_>, id: &EngagementId) -> Result<Arc<Case>, Failure> {
        let mut known = self.known()?;
        if let Some(frame) = known.frames.get(id) {
            return Ok(Arc::clone(frame));
        }
        let frame = store::engagement::frame(tx, id)?;
        let frame = Arc::new(frame.ok_or_else(|| Failure::missing("engagement"))?);
        known.frames.insert(id.clone(), Arc::clone(&frame));
        Ok(frame)
    }
}
