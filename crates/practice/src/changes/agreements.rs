//! Agreements: drafting, filling in, assenting.

use coaching::agreement::{Agreement, Assent, in_force, strict_defaults};
use coaching::ids::AgreementId;
use coaching::record::Case;
use coaching::text::Text;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, text};
use crate::types::{DraftAgreement, GiveAssent, Made, SetAdditions, SetBoundary};

impl Desk {
    /// Drafts the next version of the boundaries.
    ///
    /// # Errors
    /// When it would take effect before the engagement, or on the day of another version.
    pub fn draft_agreement(&mut self, ask: DraftAgreement) -> Result<Made, Failure> {
        self.change_case(
            "draft agreement",
            &ask.engagement.clone(),
            |tx, case, now| {
                let effective = ask.effective.unwrap_or(now.today);
                if effective < case.engagement.began {
                    return Err(Failure::input(
                        "effective",
                        "before_engagement",
                        "The agreement would take effect before the engagement began.",
                    ));
                }
                if case
                    .engagement
                    .agreements
                    .iter()
                    .any(|a| a.effective == effective)
                {
                    return Err(Failure::input(
                        "effective",
                        "same_day",
                        "Another version takes effect on that day. Choose another day.",
                    ));
                }
                let before = in_force(&case.engagement, now.today);
                let agreement = Agreement {
                    id: new_id(AgreementId::new)?,
                    effective,
                    boundaries: before.map_or_else(strict_defaults, |a| a.boundaries.clone()),
                    assents: Vec::new(),
                    additions: before.map_or_else(Text::empty, |a| a.additions.clone()),
                };
                store::agreement::insert(tx, &case.engagement.id, &agreement)?;
                Ok(Made {
                    id: agreement.id.to_string(),
                })
            },
        )
    }

    /// Sets one boundary of a draft.
    ///
    /// # Errors
    /// When anybody has assented: what was assented to does not change; draft the next version.
    pub fn set_boundary(&mut self, ask: SetBoundary) -> Result<(), Failure> {
        self.change_case("set boundary", &ask.engagement.clone(), |tx, case, _| {
            let mut agreement = draft(case, &ask.agreement)?;
            let set = ask.boundary;
            agreement
                .boundaries
                .retain(|b| (b.topic, b.role) != (set.topic, set.role));
            agreement.boundaries.push(set);
            Ok(store::agreement::replace_boundaries(
                tx,
                &agreement.id,
                &agreement.boundaries,
            )?)
        })
    }

    /// Writes what is agreed besides, on a draft.
    ///
    /// # Errors
    /// As [`Desk::set_boundary`].
    pub fn set_additions(&mut self, ask: SetAdditions) -> Result<(), Failure> {
        self.change_case("set additions", &ask.engagement.clone(), |tx, case, _| {
            let agreement = draft(case, &ask.agreement)?;
            let additions = text("additions", ask.additions)?;
            Ok(store::agreement::set_additions(
                tx,
                &agreement.id,
                &additions,
            )?)
        })
    }

    /// Records a party's assent. With the coachee's, the version comes into force.
    ///
    /// # Errors
    /// When the day lies ahead, or the party has assented already.
    pub fn give_assent(&mut self, ask: GiveAssent) -> Result<(), Failure> {
        self.change_case("give assent", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let agreement = find(case, &ask.agreement)?;
            if agreement
                .assents
                .iter()
                .any(|assent| assent.party == ask.party)
            {
                return Err(Failure::input(
                    "party",
                    "assented",
                    "This party has assented to this version already.",
                ));
            }
            let assent = Assent {
                party: ask.party,
                on,
                how: ask.how,
            };
            Ok(store::agreement::add_assent(tx, &agreement.id, &assent)?)
        })
    }
}

fn find<'c>(case: &'c Case, id: &AgreementId) -> Result<&'c Agreement, Failure> {
    let found = case
        .engagement
        .agreements
        .iter()
        .find(|agreement| agreement.id == *id);
    found.ok_or_else(|| Failure::missing("agreement"))
}

fn draft(case: &Case, id: &AgreementId) -> Result<Agreement, Failure> {
    let agreement = find(case, id)?;
    if agreement.assents.is_empty() {
        Ok(agreement.clone())
    } else {
        Err(Failure::new(
            "agreement.assented",
            "Somebody has assented to this version, so it cannot change any more. Draft the next \
             version instead.",
        ))
    }
}
