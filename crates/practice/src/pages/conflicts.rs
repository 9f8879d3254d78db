//! Engagements that could stand in each other's way.

use coaching::conflicts::{Stand, conflicts};
use coaching::ids::PersonId;
use coaching::words::Role;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AskConflicts, ConflictCard};

impl Desk {
    /// What the coach may want to think about before taking an engagement, or of one that she has.
    ///
    /// # Errors
    /// When the engagement is not there, or the vault cannot be read.
    pub fn conflicts(&self, ask: AskConflicts) -> Result<Vec<ConflictCard>, Failure> {
        self.read(|tx, now| {
            let everywhere = store::party::everywhere(tx)?;
            let here = everywhere
                .iter()
                .filter(|stand| Some(&stand.engagement) == ask.engagement.as_ref());
            let of_role = |fits: fn(Role) -> bool| -> Vec<PersonId> {
                let fitting = here.clone().filter(|stand| {
                    fits(stand.role) && stand.left.is_none_or(|left| left > now.today)
                });
                fitting.map(|stand| stand.person.clone()).collect()
            };
            let coachee = of_role(|role| role == Role::Coachee).into_iter().next();
            if ask.engagement.is_some() && coachee.is_none() {
                return Err(Failure::missing("engagement").at("engagement"));
            }
            let coachee = ask.coachee.or(coachee);
            let mut sponsors = of_role(Role::on_the_sponsors_side);
            sponsors.extend(ask.sponsor);
            let stands: Vec<_> = everywhere
                .iter()
                .map(|stand| Stand {
                    person: stand.person.clone(),
                    engagement: stand.engagement.clone(),
                    role: stand.role,
                    left: stand.left,
                    ended: stand.ended,
                })
                .collect();
            let of = ask.engagement.as_ref();
            conflicts(&stands, of, coachee.as_ref(), &sponsors, now.today)
                .into_iter()
                .map(|conflict| {
                    let name = |id: &PersonId| -> Result<String, Failure> {
                        let person = store::person::get(tx, id)?;
                        Ok(person.map_or(String::new(), |person| person.name))
                    };
                    let with = conflict.with.clone();
                    let there = everywhere.iter().filter(|stand| stand.engagement == with);
                    let coachee = there.clone().find(|stand| stand.role == Role::Coachee);
                    let coachee = coachee.map_or(Ok(String::new()), |stand| name(&stand.person))?;
                    let engagement_name = there.map(|stand| stand.engagement_name.clone()).next();
                    Ok(ConflictCard {
                        kind: conflict.kind,
                        name: name(&conflict.person)?,
                        person: conflict.person,
                        engagement: conflict.with,
                        engagement_name: engagement_name.unwrap_or_default(),
                        coachee,
                    })
                })
                .collect()
        })
    }
}
