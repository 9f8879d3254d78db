//! Agreements: versions of the boundaries, and which one is in force.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{AgreementId, PartyId};
use crate::measures::{FEWEST_RATERS, USUAL_RATERS};
use crate::record::Engagement;
use crate::text::{Text, about, keeping};
use crate::words::{Consent, Direction, Role, Rule, Topic};

/// One version of all boundaries of an engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The day from which it is to be in force; two versions never share one.
    pub effective: Day,
    /// The day on which it was put to the parties: nobody assented before. Missing in records from
    /// before that was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafted: Option<Day>,
    /// The boundaries; at most one for each topic and role.
    pub boundaries: Vec<Boundary>,
    /// Who has assented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assents: Vec<Assent>,
    /// How many raters a combined figure rests on at least: 3 or more, 5 unless agreed otherwise.
    #[serde(default = "usual_raters", skip_serializing_if = "are_usual")]
    pub raters: u8,
    /// What was agreed besides, in the coach's words.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub additions: Text<about::Engagement>,
}

fn usual_raters() -> u8 {
    USUAL_RATERS
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn are_usual(raters: &u8) -> bool {
    *raters == USUAL_RATERS
}

/// One agreed rule: this topic, to this role, under this rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Boundary {
    /// The topic.
    pub topic: Topic,
    /// The role.
    pub role: Role,
    /// The rule.
    pub rule: Rule,
}

/// A party's assent to an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assent {
    /// Who.
    pub party: PartyId,
    /// When.
    pub on: Day,
    /// How.
    pub how: Consent,
}

impl Agreement {
    /// True when the party had assented to this version by that day.
    #[must_use]
    pub fn has_assent_of(&self, party: &PartyId, by: Day) -> bool {
        let mut assents = self.assents.iter();
        assents.any(|assent| assent.party == *party && assent.on <= by)
    }

    /// The rule for a topic and a role: what is not named is confidential, except to the coachee,
    /// who sees the two-chair record.
    #[must_use]
    pub fn rule(&self, topic: Topic, role: Role) -> Rule {
        self.boundaries
            .iter()
            .find(|boundary| boundary.topic == topic && boundary.role == role)
            .map_or_else(|| unnamed(topic, role), |boundary| boundary.rule)
    }

    /// The day from which it is in force: the effective day, or the coachee's assent if that came
    /// later. None while the coachee has not assented: it is a draft.
    #[must_use]
    pub fn in_force_from(&self, coachee: &PartyId) -> Option<Day> {
        self.assents
            .iter()
            .filter(|assent| assent.party == *coachee)
            .map(|assent| assent.on.max(self.effective))
            .min()
    }
}

/// The rule where no agreement names one, or none is in force: default deny, and the two-chair
/// record for the coachee.
#[must_use]
pub fn unnamed(topic: Topic, role: Role) -> Rule {
    match (role, topic) {
        (Role::Coachee, Topic::Reflections | Topic::FeedbackVerbatim) => Rule::Confidential,
        (Role::Coachee, _) => Rule::Shared,
        _ => Rule::Confidential,
    }
}

/// The agreement in force on that day: of those that the coachee has assented to, the one that
/// takes effect last.
#[must_use]
pub fn in_force(engagement: &Engagement, on: Day) -> Option<&Agreement> {
    let coachee = &engagement.coachee()?.id;
    engagement
        .agreements
        .iter()
        .filter(|agreement| {
            agreement
                .in_force_from(coachee)
                .is_some_and(|from| from <= on)
        })
        .max_by_key(|agreement| agreement.effective)
}

/// The agreement whose place this one takes: of those that the coachee has assented to, the one
/// that takes effect last before it.
#[must_use]
pub fn before<'e>(engagement: &'e Engagement, agreement: &Agreement) -> Option<&'e Agreement> {
    let coachee = &engagement.coachee()?.id;
    engagement
        .agreements
        .iter()
        .filter(|other| other.effective < agreement.effective)
        .filter(|other| other.in_force_from(coachee).is_some())
        .max_by_key(|other| other.effective)
}

/// One boundary that differs between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct BoundaryChange {
    /// The topic.
    pub topic: Topic,
    /// The role.
    pub role: Role,
    /// The rule as it was.
    pub was: Rule,
    /// The rule as it is to be.
    pub is: Rule,
    /// Whether more or less may be known.
    pub direction: Direction,
}

/// What changes for each topic and role from one version to the next, role by role; with none
/// before, from the rules that hold without an agreement.
#[must_use]
pub fn changes(before: Option<&Agreement>, after: &Agreement) -> Vec<BoundaryChange> {
    let cells = Role::ALL
        .iter()
        .flat_map(|&role| Topic::ALL.iter().map(move |&topic| (topic, role)));
    cells
        .filter_map(|(topic, role)| {
            let was = holds(before, topic, role);
            let is = holds(Some(after), topic, role);
            // Rules are ordered from the most open to the strictest.
            let direction = match is.cmp(&was) {
                Ordering::Less => Direction::Loosens,
                Ordering::Greater => Direction::Tightens,
                Ordering::Equal => return None,
            };
            Some(BoundaryChange {
                topic,
                role,
                was,
                is,
                direction,
            })
        })
        .collect()
}

/// How many raters a combined figure rests on at least under an agreement, or under none: never fewer
/// than [`FEWEST_RATERS`].
#[must_use]
pub fn fewest_raters(agreement: Option<&Agreement>) -> u8 {
    agreement
        .map_or(USUAL_RATERS, |agreement| agreement.raters)
        .max(FEWEST_RATERS)
}

/// That a version asks for another number of raters than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct RatersChange {
    /// How many a combined figure rested on.
    pub was: u8,
    /// How many it is to rest on.
    pub is: u8,
    /// Fewer loosens: a figure is shown sooner, and says more of each.
    pub direction: Direction,
}

/// What changes in how many raters a combined figure rests on; with no version before, from the
/// usual number.
#[must_use]
pub fn raters_change(before: Option<&Agreement>, after: &Agreement) -> Option<RatersChange> {
    let was = before.map_or(USUAL_RATERS, |before| before.raters);
    let direction = match after.raters.cmp(&was) {
        Ordering::Less => Direction::Loosens,
        Ordering::Greater => Direction::Tightens,
        Ordering::Equal => return None,
    };
    Some(RatersChange {
        was,
        is: after.raters,
        direction,
    })
}

/// What a topic comes to for a role under a version: for the supervisor, whose case sheet holds the
/// two-chair record without names, that of the case sheet.
#[must_use]
pub fn holds(agreement: Option<&Agreement>, topic: Topic, role: Role) -> Rule {
    match (role, agreement) {
        (Role::Supervisor, _) => supervision(agreement, topic),
        (_, Some(agreement)) => agreement.rule(topic, role),
        (_, None) => unnamed(topic, role),
    }
}

/// The rule that a new agreement starts from: the strict default for the sponsor's side, the
/// two-chair record for the coachee and for the case sheet, and nothing for everybody else.
#[must_use]
pub fn default_rule(topic: Topic, role: Role) -> Rule {
    match role {
        _ if role.on_the_sponsors_side() => strict_default(topic),
        Role::Supervisor => unnamed(topic, Role::Coachee),
        _ => unnamed(topic, role),
    }
}

/// The rule for the supervisor's case sheet (rule 7): the two-chair record is shared without names
/// unless the agreement in force names another rule. Without an agreement in force nothing is.
#[must_use]
pub fn supervision(agreement: Option<&Agreement>, topic: Topic) -> Rule {
    let Some(agreement) = agreement else {
        return Rule::Confidential;
    };
    let named = |boundary: &&Boundary| boundary.topic == topic && boundary.role == Role::Supervisor;
    match agreement.boundaries.iter().find(named) {
        Some(boundary) => boundary.rule,
        None => unnamed(topic, Role::Coachee),
    }
}

/// The strict default that a new agreement starts from, for the sponsor's side.
#[must_use]
pub fn strict_default(topic: Topic) -> Rule {
    match topic {
        Topic::Engagement
        | Topic::Attendance
        | Topic::Fees
        | Topic::BaselineGoals
        | Topic::MeetingOutcomes
        | Topic::FeedbackCombined => Rule::Shared,
        Topic::Progress | Topic::Themes | Topic::Commitments | Topic::SupportNeeded => {
            Rule::WithConsent
        }
        Topic::CurrentGoals
        | Topic::Purpose
        | Topic::Insights
        | Topic::Practices
        | Topic::Assessments
        | Topic::Alignment => Rule::CoacheeShares,
        Topic::SessionContent
        | Topic::FeedbackVerbatim
        | Topic::SponsorContact
        | Topic::Reflections => Rule::Confidential,
    }
}

/// The boundaries of the strict defaults: every topic for every role on the sponsor's side.
#[must_use]
pub fn strict_defaults() -> Vec<Boundary> {
    let roles = Role::ALL
        .iter()
        .copied()
        .filter(|role| role.on_the_sponsors_side());
    roles
        .flat_map(|role| {
            Topic::ALL.iter().map(move |&topic| Boundary {
                topic,
                role,
                rule: strict_default(topic),
            })
        })
        .collect()
}
