//! Holds: why nothing of an engagement may be disposed of.

use coaching::ids::HoldId;
use coaching::retention::Hold;

use super::{made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{HoldEngagement, LiftHold, Made};

impl Desk {
    /// Holds an engagement: both clocks stop, and nothing of it may be disposed of.
    ///
    /// # Errors
    /// When the reason is blank, or the engagement is not there.
    pub fn hold(&mut self, ask: HoldEngagement) -> Result<Made, Failure> {
        let reason = ask.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Failure::input(
                "reason",
                "blank",
                "Say why it is to be kept: a complaint, a dispute, a court's order.",
            ));
        }
        coaching::text::keepable(&reason).map_err(|fault| Failure::from(fault).at("reason"))?;
        self.change_case("hold", &ask.engagement.clone(), |tx, _, now| {
            let hold = Hold {
                id: new_id(HoldId::new)?,
                engagement: ask.engagement,
                on: now.today,
                reason,
                lifted: None,
            };
            store::hold::insert(tx, &hold)?;
            Ok(made(&hold.id))
        })
    }

    /// Lifts a hold. The clocks say again what they would have said without it.
    ///
    /// # Errors
    /// When it is not there, or was lifted before.
    pub fn lift_hold(&mut self, ask: LiftHold) -> Result<(), Failure> {
        self.change("lift hold", |tx, now| {
            let all = store::hold::all(tx)?;
            let known = all.iter().find(|hold| hold.id == ask.hold);
            let known = known.ok_or_else(|| Failure::missing("hold").at("hold"))?;
            if known.lifted.is_some() {
                return Err(Failure::input(
                    "hold",
                    "lifted",
                    "This hold was lifted before. Nothing was changed.",
                ));
            }
            Ok(store::hold::lift(tx, &ask.hold, now.today)?)
        })
    }
}
