//! The agreement as it is put before the parties, to be signed.
//!
//! A sheet is made from the frame of an engagement and one version of its boundaries, and from
//! nothing else: it may be given to anybody who is to sign it before anything is in force.

use crate::agreement::{Agreement, Boundary, fewest_raters, holds};
use crate::day::Day;
use crate::ids::{AgreementId, PartyId};
use crate::record::{Case, Coach, Party, Person};
use crate::words::{Language, Role, Rule, Topic};

/// Why there is nothing to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoContract {
    /// The engagement has no such version.
    #[error("This version of the agreement is not there any more. Nothing was written.")]
    NoSuchVersion,
    /// Only the coachee and those on the sponsor's side sign.
    #[error(
        "Only the coachee and the people on the sponsor's side sign the agreement. Choose one of \
         them."
    )]
    DoesNotSign,
    /// They left before the version takes effect.
    #[error(
        "This person had left the engagement before this version takes effect, so there is nothing \
         for them to sign."
    )]
    HadLeft,
}

/// True for those who assent to an agreement, and sign it: the coachee and the sponsor's side.
#[must_use]
pub fn signs(role: Role) -> bool {
    role == Role::Coachee || role.on_the_sponsors_side()
}

/// The agreement for one party, or for all who sign it.
///
/// # Errors
/// [`NoContract`] when there is no such version, or the party is not one who signs it.
pub fn contract(
    case: &Case,
    version: &AgreementId,
    for_whom: Option<&PartyId>,
) -> Result<AgreementSheet, NoContract> {
    let e = &case.engagement;
    let agreement = e
        .agreements
        .iter()
        .find(|agreement| agreement.id == *version)
        .ok_or(NoContract::NoSuchVersion)?;
    let reader = for_whom
        .map(|id| reader(case, id, agreement.effective))
        .transpose()?;
    let held: Vec<&Party> = e
        .parties
        .iter()
        .filter(|party| signs(party.role))
        .filter(|party| party.is_in(agreement.effective) || Some(&party.id) == for_whom)
        .collect();
    let mut parties: Vec<Signer> = Vec::new();
    for person in &case.people {
        let mut roles: Vec<Role> = held
            .iter()
            .filter(|party| party.person == person.id)
            .map(|party| party.role)
            .collect();
        roles.sort_unstable();
        roles.dedup();
        if !roles.is_empty() {
            let to_sign = reader.is_none_or(|reader| reader.person == person.id);
            parties.push(signer(case, person, roles, to_sign));
        }
    }
    parties.sort();
    Ok(AgreementSheet {
        language: e.language,
        engagement: e.name.clone(),
        coach: case.coach.clone(),
        fees: fees(case, agreement, reader, &held),
        parties,
        reader: reader.map(|party| party.role),
        began: e.began,
        planned_end: e.planned_end,
        planned_sessions: e.planned_sessions,
        session_minutes: e.session_minutes,
        effective: agreement.effective,
        raters: fewest_raters(Some(agreement)),
        rules: Role::ALL
            .iter()
            .map(|&role| rules(agreement, role))
            .collect(),
        additions: agreement.additions.for_the_coach().trim().to_owned(),
    })
}

fn reader<'c>(case: &'c Case, id: &PartyId, effective: Day) -> Result<&'c Party, NoContract> {
    let party = case.engagement.party(id).ok_or(NoContract::DoesNotSign)?;
    if !signs(party.role) {
        return Err(NoContract::DoesNotSign);
    }
    if party.left.is_some_and(|left| left <= effective) {
        return Err(NoContract::HadLeft);
    }
    Ok(party)
}

fn signer(case: &Case, person: &Person, roles: Vec<Role>, to_sign: bool) -> Signer {
    let organisation = person
        .organisation
        .as_ref()
        .and_then(|id| case.organisations.iter().find(|known| known.id == *id));
    Signer {
        name: person.name.clone(),
        title: person.title.clone(),
        organisation: organisation.map_or(String::new(), |known| known.name.clone()),
        place: organisation.map_or(String::new(), |known| known.place.clone()),
        roles,
        to_sign,
    }
}

/// The fees, where the version itself shares them with everybody who gets this sheet. They are the
/// sponsor's business: the coachee's own sheet has them only where nobody else pays.
fn fees(case: &Case, agreement: &Agreement, reader: Option<&Party>, held: &[&Party]) -> String {
    let sponsored = held.iter().any(|party| party.role.on_the_sponsors_side());
    let theirs = reader.is_some_and(|reader| reader.role == Role::Coachee) && sponsored;
    // Several roles of one person: the stricter rule counts.
    let shared = held
        .iter()
        .filter(|party| reader.is_none_or(|reader| reader.person == party.person))
        .all(|party| agreement.rule(Topic::Fees, party.role) == Rule::Shared);
    if shared && !theirs {
        case.engagement.fees.for_the_coach().trim().to_owned()
    } else {
        String::new()
    }
}

fn rules(agreement: &Agreement, role: Role) -> RoleRules {
    let named = |boundary: &Boundary| boundary.role == role;
    RoleRules {
        role,
        named: agreement.boundaries.iter().any(named),
        rules: Topic::ALL
            .iter()
            .map(|&topic| holds(Some(agreement), topic, role))
            .collect(),
    }
}

/// One who is named in the agreement. In order: by roles, then by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signer {
    roles: Vec<Role>,
    name: String,
    title: String,
    organisation: String,
    place: String,
    to_sign: bool,
}

impl Signer {
    /// Their name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Their job title; may be empty.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Where they work; may be empty.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.organisation
    }

    /// Its place or branch; may be empty.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Their roles; mostly one.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// True for those who are to sign this sheet.
    #[must_use]
    pub fn to_sign(&self) -> bool {
        self.to_sign
    }
}

/// The rules of one version for one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRules {
    role: Role,
    named: bool,
    rules: Vec<Rule>,
}

impl RoleRules {
    /// The role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// True when the version names the role at all.
    #[must_use]
    pub fn named(&self) -> bool {
        self.named
    }

    /// Each topic with its rule, in the order of the topics. For the supervisor: of the case sheet.
    pub fn rules(&self) -> impl Iterator<Item = (Topic, Rule)> + '_ {
        Topic::ALL.iter().copied().zip(self.rules.iter().copied())
    }
}

/// The agreement as one or all of the parties are to sign it. Only [`contract`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementSheet {
    language: Language,
    engagement: String,
    coach: Coach,
    parties: Vec<Signer>,
    reader: Option<Role>,
    began: Day,
    planned_end: Option<Day>,
    planned_sessions: u16,
    session_minutes: u16,
    fees: String,
    effective: Day,
    raters: u8,
    rules: Vec<RoleRules>,
    additions: String,
}

impl AgreementSheet {
    /// The language of the engagement's documents.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The engagement's agreed name.
    #[must_use]
    pub fn engagement(&self) -> &str {
        &self.engagement
    }

    /// The coach, with credentials, contact and address.
    #[must_use]
    pub fn coach(&self) -> &Coach {
        &self.coach
    }

    /// The coachee and the sponsor's side, in the order of roles and names.
    #[must_use]
    pub fn parties(&self) -> &[Signer] {
        &self.parties
    }

    /// The role of the one it is for; none when it is for all.
    #[must_use]
    pub fn reader(&self) -> Option<Role> {
        self.reader
    }

    /// The day the engagement began.
    #[must_use]
    pub fn began(&self) -> Day {
        self.began
    }

    /// The day on which it is planned to end.
    #[must_use]
    pub fn planned_end(&self) -> Option<Day> {
        self.planned_end
    }

    /// How many sessions are contracted; 0 when that was not said.
    #[must_use]
    pub fn planned_sessions(&self) -> u16 {
        self.planned_sessions
    }

    /// How long a session is meant to be, in minutes.
    #[must_use]
    pub fn session_minutes(&self) -> u16 {
        self.session_minutes
    }

    /// The fees, where they may stand here; may be empty.
    #[must_use]
    pub fn fees(&self) -> &str {
        &self.fees
    }

    /// The day from which the version is to be in force.
    #[must_use]
    pub fn effective(&self) -> Day {
        self.effective
    }

    /// How many raters a combined figure rests on at least.
    #[must_use]
    pub fn raters(&self) -> u8 {
        self.raters
    }

    /// The rules, role by role.
    #[must_use]
    pub fn rules(&self) -> &[RoleRules] {
        &self.rules
    }

    /// The rule of one topic and role.
    #[must_use]
    pub fn rule(&self, topic: Topic, role: Role) -> Rule {
        self.rules
            .iter()
            .find(|rules| rules.role == role)
            .and_then(|rules| rules.rules().find(|(known, _)| *known == topic))
            .map_or(Rule::Confidential, |(_, rule)| rule)
    }

    /// What was agreed besides, in the coach's words; may be empty.
    #[must_use]
    pub fn additions(&self) -> &str {
        &self.additions
    }
}
