//! Agreements: drafting, filling in, assenting.

use coaching::agreement::{Agreement, Assent, Boundary, in_force, strict_defaults};
use coaching::contract::signs;
use coaching::day::Day;
use coaching::ids::{AgreementId, PartyId, TemplateId};
use coaching::measures::USUAL_RATERS;
use coaching::record::{Case, Template};
use coaching::text::{Text, about};
use store::Tx;

use super::{made, new_id};
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::input::{name, not_ahead, text};
use crate::types::{
    DiscardAgreement, DraftAgreement, GiveAssent, Made, RemoveTemplate, SaveTemplate, SetAdditions,
    SetBoundaries, StartFrom, TemplateCard,
};

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
                let from = ask.from.unwrap_or(StartFrom::Current);
                let start = start(tx, case, from, now.today)?;
                let agreement = Agreement {
                    id: new_id(AgreementId::new)?,
                    effective,
                    drafted: Some(ask.drafted.unwrap_or(now.today.min(effective))),
                    boundaries: start.boundaries,
                    assents: Vec::new(),
                    raters: start.raters,
                    additions: start.additions,
                };
                store::agreement::insert(tx, &case.engagement.id, &agreement)?;
                Ok(made(&agreement.id))
            },
        )
    }

    /// Sets boundaries of a draft, each in place of the one of its topic and role.
    ///
    /// # Errors
    /// When anybody has assented: what was assented to does not change; draft the next version.
    pub fn set_boundaries(&mut self, ask: SetBoundaries) -> Result<(), Failure> {
        self.change_case("set boundaries", &ask.engagement.clone(), |tx, case, _| {
            let mut agreement = draft(case, &ask.agreement)?;
            for set in ask.boundaries {
                agreement
                    .boundaries
                    .retain(|b| (b.topic, b.role) != (set.topic, set.role));
                agreement.boundaries.push(set);
            }
            Ok(store::agreement::replace_boundaries(
                tx,
                &agreement.id,
                &agreement.boundaries,
            )?)
        })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// As [`Desk::set_boundaries`].
    pub fn discard_agreement(&mut self, ask: DiscardAgreement) -> Result<(), Failure> {
        self.change_case(
            "discard agreement",
            &ask.engagement.clone(),
            |tx, case, _| {
                let agreement = draft(case, &ask.agreement)?;
                Ok(store::agreement::remove_draft(tx, &agreement.id)?)
            },
        )
    }

    /// The coach's own templates, by name.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn templates(&self) -> Result<Vec<TemplateCard>, Failure> {
        self.read(|tx, _| {
            let card = |template: Template| TemplateCard {
                id: template.id,
                name: template.name,
                boundaries: template.boundaries,
                additions: template.additions.for_the_coach().to_owned(),
            };
            Ok(store::template::all(tx)?.into_iter().map(card).collect())
        })
    }

    /// Keeps a version's boundaries under a name, to start from.
    ///
    /// # Errors
    /// When the name is blank or another template has it.
    pub fn save_template(&mut self, ask: SaveTemplate) -> Result<Made, Failure> {
        self.change("save template", |tx, _| {
            let case = case(tx, &ask.engagement)?;
            let agreement = find(&case, &ask.agreement)?;
            let template = Template {
                id: new_id(TemplateId::new)?,
                name: name("name", &ask.name)?,
                boundaries: agreement.boundaries.clone(),
                additions: agreement.additions.clone(),
            };
            if store::template::all(tx)?
                .iter()
                .any(|known| known.name == template.name)
            {
                return Err(Failure::input(
                    "name",
                    "there_already",
                    "Another template has this name. Choose another, or remove that one first.",
                ));
            }
            store::template::insert(tx, &template)?;
            Ok(made(&template.id))
        })
    }

    /// Removes a template. Agreements that began from it stay as they are.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_template(&mut self, ask: RemoveTemplate) -> Result<(), Failure> {
        self.change("remove template", |tx, _| {
            Ok(store::template::remove(tx, &ask.template)?)
        })
    }

    /// Writes what is agreed besides, on a draft.
    ///
    /// # Errors
    /// As [`Desk::set_boundaries`].
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
    /// When the day lies ahead or before the version was put to the parties, when the party has
    /// assented already, is not in the engagement on that day, or is nobody who assents.
    pub fn give_assent(&mut self, ask: GiveAssent) -> Result<(), Failure> {
        self.change_case("give assent", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let agreement = find(case, &ask.agreement)?;
            who_assents(case, &ask.party, on)?;
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
            if agreement.drafted.is_some_and(|drafted| on < drafted) {
                return Err(Failure::input(
                    "on",
                    "before_draft",
                    "The assent would lie before the day on which this version was put to the \
                     parties. Choose a later day, or draft the version for an earlier one.",
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

/// What a new version starts from.
struct Start {
    boundaries: Vec<Boundary>,
    raters: u8,
    additions: Text<about::Engagement>,
}

impl Start {
    /// Boundaries, and nothing else that was agreed.
    fn from(boundaries: Vec<Boundary>) -> Self {
        Self {
            boundaries,
            raters: USUAL_RATERS,
            additions: Text::empty(),
        }
    }
}

fn start(tx: &Tx<'_>, case: &Case, from: StartFrom, today: Day) -> Result<Start, Failure> {
    let all_of = |agreement: &Agreement| Start {
        boundaries: agreement.boundaries.clone(),
        raters: agreement.raters,
        additions: agreement.additions.clone(),
    };
    let strict = || Start::from(strict_defaults());
    match from {
        StartFrom::Strict => Ok(strict()),
        StartFrom::Current => Ok(in_force(&case.engagement, today).map_or_else(strict, all_of)),
        StartFrom::Engagement(id) => {
            let other = crate::desk::case(tx, &id)?;
            // The boundaries alone: what was agreed besides may name people of that engagement.
            let there = in_force(&other.engagement, today)
                .map(|agreement| Start::from(agreement.boundaries.clone()));
            there.ok_or_else(|| {
                Failure::input(
                    "from",
                    "nothing_in_force",
                    "No agreement is in force in that engagement. Start from another.",
                )
            })
        }
        StartFrom::Template(id) => {
            let mut all = store::template::all(tx)?.into_iter();
            let found = all.find(|template| template.id == id);
            found
                .map(|template| Start {
                    additions: template.additions,
                    ..Start::from(template.boundaries)
                })
                .ok_or_else(|| Failure::missing("template").at("from"))
        }
    }
}

/// The coachee and the sponsor's side assent, while they are in the engagement.
fn who_assents(case: &Case, party: &PartyId, on: Day) -> Result<(), Failure> {
    let party = case
        .engagement
        .party(party)
        .ok_or_else(|| Failure::missing("party").at("party"))?;
    if !signs(party.role) {
        return Err(Failure::input(
            "party",
            "does_not_assent",
            "Only the coachee and the people on the sponsor's side assent to an agreement.",
        ));
    }
    if !party.is_in(on) {
        return Err(Failure::input(
            "on",
            "not_in_engagement",
            "This person was not in the engagement on that day. Check the day, or when they joined \
             and left.",
        ));
    }
    Ok(())
}

fn find<'c>(case: &'c Case, id: &AgreementId) -> Result<&'c Agreement, Failure> {
    let found = case
        .engagement
        .agreements
        .iter()
        .find(|agreement| agreement.id == *id);
    found.ok_or_else(|| Failure::missing("agreement"))
}

pub(super) fn draft(case: &Case, id: &AgreementId) -> Result<Agreement, Failure> {
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
