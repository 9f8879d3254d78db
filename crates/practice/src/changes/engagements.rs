//! Engagements and who stands in them.

use coaching::closing::Ending;
use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId, PersonId};
use coaching::record::{Engagement, Party};
use coaching::words::{Level, Role};

use super::people::person;
use super::{made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{maybe_name, minutes, name, not_before, text};
use crate::types::{AddParty, BeginEngagement, ChangeEngagement, Made, PartyLeaves};

impl Desk {
    /// Begins an engagement with its coachee and, if there is one, its sponsor.
    ///
    /// # Errors
    /// When a name is blank, the end lies before the start, or a length is out of range.
    pub fn begin_engagement(&mut self, ask: BeginEngagement) -> Result<Made, Failure> {
        self.change("begin engagement", |tx, now| {
            let began = ask.began.unwrap_or(now.today);
            let coachee = person(tx, "coachee", &ask.coachee)?;
            let mut parties = vec![party(coachee.clone(), Role::Coachee, began)?];
            if let Some(who) = &ask.sponsor {
                let sponsor = person(tx, "sponsor", who)?;
                if sponsor == coachee {
                    return Err(same_person());
                }
                parties.push(party(sponsor, Role::Sponsor, began)?);
            }
            let (id, name) = (new_id(EngagementId::new)?, name("name", &ask.name)?);
            let engagement = Engagement {
                status: ask.status,
                planned_end: ask.planned_end,
                planned_sessions: sessions(ask.planned_sessions)?,
                session_minutes: minutes("session_minutes", ask.session_minutes)?,
                parties,
                ..Engagement::new(id, name, ask.language, began)
            };
            not_before("planned_end", engagement.planned_end, engagement.began)?;
            store::engagement::insert(tx, &engagement)?;
            Ok(made(&engagement.id))
        })
    }

    /// Changes an engagement's frame.
    ///
    /// # Errors
    /// As [`Desk::begin_engagement`].
    pub fn change_engagement(&mut self, ask: ChangeEngagement) -> Result<(), Failure> {
        self.change_case(
            "change engagement",
            &ask.engagement.clone(),
            |tx, case, _| {
                let mut engagement = case.engagement.clone();
                engagement.name = name("name", &ask.name)?;
                engagement.status = ask.status;
                engagement.language = ask.language;
                engagement.began = ask.began;
                engagement.planned_end = ask.planned_end;
                engagement.ended = ask.ended;
                if ask.ended.is_none() {
                    // Nothing is said of an end that has not come.
                    engagement.ending = Ending::default();
                }
                engagement.planned_sessions = sessions(ask.planned_sessions)?;
                engagement.session_minutes = minutes("session_minutes", ask.session_minutes)?;
                engagement.fees = text("fees", ask.fees)?;
                not_before("planned_end", engagement.planned_end, engagement.began)?;
                not_before("ended", engagement.ended, engagement.began)?;
                let first = engagement.agreements.iter().map(|a| a.effective).min();
                if first.is_some_and(|first| first < engagement.began) {
                    return Err(Failure::input(
                        "began",
                        "after_agreement",
                        "An agreement takes effect before that day. The engagement cannot begin \
                         after its first agreement.",
                    ));
                }
                let beliefs = engagement.beliefs.iter().map(|belief| belief.on);
                let first = beliefs.chain(engagement.clashes.iter().map(|c| c.on)).min();
                if first.is_some_and(|first| first < engagement.began) {
                    return Err(Failure::input(
                        "began",
                        "after_alignment",
                        "A belief or a clash was noted before that day. The engagement cannot begin \
                         after it.",
                    ));
                }
                Ok(store::engagement::update_frame(tx, &engagement)?)
            },
        )
    }

    /// A person joins an engagement in a role.
    ///
    /// # Errors
    /// When they stand in it in this role already, or a second coachee is named.
    pub fn add_party(&mut self, ask: AddParty) -> Result<Made, Failure> {
        self.change_case("add party", &ask.engagement.clone(), |tx, case, now| {
            if ask.role == Role::Coachee {
                return Err(Failure::input(
                    "role",
                    "second_coachee",
                    "An engagement has one coachee. Begin another engagement for this person.",
                ));
            }
            let id = person(tx, "who", &ask.who)?;
            let there = |p: &Party| p.person == id && p.role == ask.role && p.left.is_none();
            if case.engagement.parties.iter().any(there) {
                return Err(Failure::input(
                    "who",
                    "already_party",
                    "This person stands in the engagement in this role already.",
                ));
            }
            let mut party = party(id, ask.role, ask.joined.unwrap_or(now.today))?;
            party.level = ask.level;
            party.relation = maybe_name("relation", &ask.relation)?;
            store::party::insert(tx, &case.engagement.id, &party)?;
            Ok(made(&party.id))
        })
    }

    /// A party leaves an engagement, or its leaving is taken back.
    ///
    /// # Errors
    /// When it lies before they joined, or it is the coachee.
    pub fn party_leaves(&mut self, ask: PartyLeaves) -> Result<(), Failure> {
        self.change_case("party leaves", &ask.engagement.clone(), |tx, case, _| {
            let mut party = case
                .engagement
                .party(&ask.party)
                .ok_or_else(|| Failure::missing("party"))?
                .clone();
            if party.role == Role::Coachee {
                return Err(Failure::input(
                    "party",
                    "coachee_stays",
                    "The engagement is the coachee's: it can end, but the coachee cannot leave it.",
                ));
            }
            party.left = ask.left;
            not_before("left", party.left, party.joined)?;
            Ok(store::party::update(tx, &party)?)
        })
    }
}

fn party(person: PersonId, role: Role, joined: Day) -> Result<Party, Failure> {
    Ok(Party {
        id: new_id(PartyId::new)?,
        person,
        role,
        level: Level::Inside,
        influence: None,
        relation: String::new(),
        joined,
        left: None,
    })
}

fn sessions(planned: u16) -> Result<u16, Failure> {
    if planned <= 500 {
        Ok(planned)
    } else {
        Err(Failure::input(
            "planned_sessions",
            "sessions",
            "At most 500 sessions can be planned.",
        ))
    }
}

fn same_person() -> Failure {
    Failure::input(
        "sponsor",
        "same_person",
        "The coachee cannot be their own sponsor here.",
    )
}
