//! Agreements: versions of the boundaries, and which one is in force.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{AgreementId, PartyId};
use crate::record::Engagement;
use crate::text::{Text, about, keeping};
use crate::words::{Consent, Role, Rule, Topic};

/// One version of all boundaries of an engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The day from which it is to be in force; two versions never share one.
    pub effective: Day,
    /// The boundaries; at most one for each topic and role.
    pub boundaries: Vec<Boundary>,
    /// Who has assented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assents: Vec<Assent>,
    /// What was agreed besides, in the coach's words.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub additions: Text<about::Engagement>,
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
