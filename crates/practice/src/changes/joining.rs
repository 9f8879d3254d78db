//! People and organisations that were entered twice become one: all of it, or nothing.

use std::collections::BTreeSet;

use coaching::ids::{EngagementId, PersonId};
use coaching::record::{Engagement, Person};
use coaching::words::Role;
use store::Tx;

use crate::desk::{Desk, case, in_case};
use crate::error::Failure;
use crate::types::{JoinOrganisations, JoinPeople, Joining, LosesField, MovesTo};

impl Desk {
    /// What joining two people would do, before it is done.
    ///
    /// # Errors
    /// When one of them is not there, or they are the same.
    pub fn joining(&self, ask: JoinPeople) -> Result<Joining, Failure> {
        self.read(|tx, _| {
            let (keep, goes) = both(tx, &ask)?;
            let organisation = |person: &Person| -> Result<String, Failure> {
                let id = person.organisation.as_ref();
                let found = id.map(|id| store::organisation::get(tx, id)).transpose()?;
                Ok(found.flatten().map_or(String::new(), |found| found.name))
            };
            let (keeps_place, goes_place) = (organisation(&keep)?, organisation(&goes)?);
            let loses = [
                ("name", &keep.name, &goes.name),
                ("called", &keep.called, &goes.called),
                ("title", &keep.title, &goes.title),
                ("organisation", &keeps_place, &goes_place),
                ("email", &keep.email, &goes.email),
                ("phone", &keep.phone, &goes.phone),
            ]
            .into_iter()
            .filter(|(_, stays, goes)| !stays.is_empty() && !goes.is_empty() && stays != goes)
            .map(|(field, stays, goes)| LosesField {
                field: field.to_owned(),
                stays: stays.clone(),
                goes: goes.clone(),
            });
            let stands = store::party::everywhere(tx)?;
            let stays_in: BTreeSet<_> = stands
                .iter()
                .filter(|stand| stand.person == keep.id)
                .map(|stand| &stand.engagement)
                .collect();
            let moves = stands.iter().filter(|stand| stand.person == goes.id);
            Ok(Joining {
                moves: moves
                    .map(|stand| MovesTo {
                        engagement: stand.engagement.clone(),
                        name: stand.engagement_name.clone(),
                        role: stand.role,
                        both: stays_in.contains(&stand.engagement),
                    })
                    .collect(),
                loses: loses.collect(),
                refused: fits(tx, &keep.id, &goes.id)?.err().map(|why| why.message),
            })
        })
    }

    /// Joins two people: the one stands wherever the other stood, and has what only the other had.
    /// No party changes but in who it is, so no release, no approval and no entry of a ledger does.
    ///
    /// # Errors
    /// When one of them is not there, they are the same, or the two stand against each other in an
    /// engagement: as coachee and on the sponsor's side, or as two raters of one round.
    pub fn join_people(&mut self, ask: JoinPeople) -> Result<(), Failure> {
        self.change("join people", |tx, now| {
            let (keep, goes) = both(tx, &ask)?;
            fits(tx, &keep.id, &goes.id)??;
            let touched = engagements_of(tx, &goes.id)?;
            let or = |stays: String, goes: String| if stays.is_empty() { goes } else { stays };
            let joined = Person {
                id: keep.id,
                name: keep.name,
                called: or(keep.called, goes.called),
                title: or(keep.title, goes.title),
                organisation: keep.organisation.or(goes.organisation),
                email: or(keep.email, goes.email),
                phone: or(keep.phone, goes.phone),
            };
            store::person::update(tx, &joined)?;
            store::party::move_all(tx, &goes.id, &joined.id)?;
            store::person::move_listing(tx, &goes.id, &joined.id)?;
            store::person::remove(tx, &goes.id)?;
            // Each engagement is looked at as a whole before any of it counts.
            for engagement in &touched {
                in_case(tx, engagement, now, |_, _, _| Ok(()))?;
            }
            Ok(())
        })
    }

    /// Joins two organisations: whoever worked at the one works at the other.
    ///
    /// # Errors
    /// When one of them is not there, or they are the same.
    pub fn join_organisations(&mut self, ask: JoinOrganisations) -> Result<(), Failure> {
        self.change("join organisations", |tx, _| {
            if ask.keep == ask.goes {
                return Err(the_same());
            }
            let find = |id, field| {
                let found = store::organisation::get(tx, id)?;
                found.ok_or_else(|| Failure::missing("organisation").at(field))
            };
            let (mut keep, goes) = (find(&ask.keep, "keep")?, find(&ask.goes, "goes")?);
            if keep.place.is_empty() {
                keep.place = goes.place;
            }
            store::organisation::update(tx, &keep)?;
            store::organisation::move_all(tx, &goes.id, &keep.id)?;
            Ok(store::organisation::remove(tx, &goes.id)?)
        })
    }
}

fn both(tx: &Tx<'_>, ask: &JoinPeople) -> Result<(Person, Person), Failure> {
    if ask.keep == ask.goes {
        return Err(the_same());
    }
    let find = |id, field| {
        let found = store::person::get(tx, id)?;
        found.ok_or_else(|| Failure::missing("person").at(field))
    };
    Ok((find(&ask.keep, "keep")?, find(&ask.goes, "goes")?))
}

fn engagements_of(tx: &Tx<'_>, person: &PersonId) -> Result<BTreeSet<EngagementId>, Failure> {
    let stands = store::finding::stands(tx, person)?;
    Ok(stands
        .into_iter()
        .map(|(engagement, _, _)| engagement)
        .collect())
}

/// Whether two people can be one in every engagement in which both stand.
fn fits(tx: &Tx<'_>, keep: &PersonId, goes: &PersonId) -> Result<Result<(), Failure>, Failure> {
    let with_both = engagements_of(tx, keep)?;
    for engagement in engagements_of(tx, goes)?.intersection(&with_both) {
        let fits = fit_in(&case(tx, engagement)?.engagement, keep, goes);
        if fits.is_err() {
            return Ok(fits);
        }
    }
    Ok(Ok(()))
}

fn fit_in(e: &Engagement, keep: &PersonId, goes: &PersonId) -> Result<(), Failure> {
    let roles = |person: &PersonId| -> Vec<Role> {
        let parties = e.parties.iter().filter(|party| party.person == *person);
        parties.map(|party| party.role).collect()
    };
    let against = |one: &PersonId, other: &PersonId| {
        roles(one).contains(&Role::Coachee)
            && roles(other).iter().any(|role| *role != Role::Coachee)
    };
    if against(keep, goes) || against(goes, keep) {
        return Err(Failure::input(
            "goes",
            "coachee_and_other",
            "The two stand in one engagement, one of them as its coachee: what is said about a \
             coachee and what the coachee may know would be mixed up. They were not joined, and \
             nothing was changed.",
        ));
    }
    // A figure rests on a number of people: one who is counted twice would make it too small a group.
    let rates = |person: &PersonId, round: &coaching::measures::Round| {
        let mut answers = round.answers.iter();
        answers.any(|answer| e.party(&answer.party).is_some_and(|p| p.person == *person))
    };
    if e.rounds
        .iter()
        .any(|round| rates(keep, round) && rates(goes, round))
    {
        return Err(Failure::input(
            "goes",
            "both_rated",
            "Both have answered in one round of ratings, and would count there as two people. They \
             were not joined, and nothing was changed.",
        ));
    }
    Ok(())
}

fn the_same() -> Failure {
    Failure::input(
        "goes",
        "the_same",
        "These are the same. Choose two that differ.",
    )
}
