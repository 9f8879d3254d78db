//! Whether the coachee's words can be released to an audience: a release that could not count is
//! refused before it is written down.

use crate::agreement::{in_force, supervision};
use crate::day::Day;
use crate::record::{Audience, Case};
use crate::seat::Gate;
use crate::words::{Rule, Topic, Voice};

/// The terms on which words can be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The rule that the topic is under for that audience; none for the public, which is no role.
    pub rule: Option<Rule>,
    /// The day of the agreement in force.
    pub effective: Option<Day>,
}

/// Why words cannot be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The party is none of this engagement.
    #[error("Nobody with that name is a party of this engagement.")]
    NotAParty,
    /// The party has left, or has not joined yet.
    #[error(
        "On that day this person was not in the engagement: not yet, or no longer. Nothing can be \
         released to them."
    )]
    NotInEngagement,
    /// The coachee's own words need no release to the coachee.
    #[error("This is the coachee's own record. Nothing has to be released to the coachee.")]
    ToTheCoachee,
    /// Nothing is agreed on that day.
    #[error("No agreement is in force on that day, so nothing can be released.")]
    NothingInForce,
    /// The topic is confidential to that audience.
    #[error(
        "By the agreement of {0} this topic is confidential here. No release overrides it; only a \
         new agreement does."
    )]
    Confidential(Day),
    /// Only the coachee shares the topic with that audience.
    #[error(
        "By the agreement of {0} only the coachee shares this topic here: it can be released in the \
         coachee's own voice alone."
    )]
    CoacheesVoice(Day),
    /// What others said, or the coach thought, is not the coachee's to publish.
    #[error(
        "What others said in confidence, and the coach's own reflections, are not the coachee's to \
         release to everybody."
    )]
    NotTheCoachees,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAParty => "input.party",
            Self::NotInEngagement => "release.not_in_engagement",
            Self::ToTheCoachee => "release.to_the_coachee",
            Self::NothingInForce => "release.nothing_in_force",
            Self::Confidential(_) | Self::CoacheesVoice(_) => "boundary.forbids",
            Self::NotTheCoachees => "release.not_the_coachees",
        }
    }

    /// The field of the form that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NotAParty | Self::NotInEngagement | Self::ToTheCoachee => "audience",
            Self::NothingInForce => "given",
            Self::Confidential(_) | Self::NotTheCoachees => "topic",
            Self::CoacheesVoice(_) => "voice",
        }
    }
}

/// The terms on which words on a topic can be released to an audience on a day.
///
/// # Errors
/// [`Refusal`] when a release could not count.
pub fn terms(
    case: &Case,
    audience: &Audience,
    topic: Topic,
    voice: Voice,
    on: Day,
) -> Result<Terms, Refusal> {
    if let Audience::Party(id) = audience {
        let party = case.engagement.party(id).ok_or(Refusal::NotAParty)?;
        if !party.is_in(on) {
            return Err(Refusal::NotInEngagement);
        }
        let gate = Gate::for_party(case, id, on).ok_or(Refusal::NotAParty)?;
        if gate.is_the_coachee() {
            return Err(Refusal::ToTheCoachee);
        }
    }
    let Some(rule) = rule(case, audience, topic, on) else {
        return public(topic);
    };
    let agreement = in_force(&case.engagement, on).ok_or(Refusal::NothingInForce)?;
    match (rule, voice) {
        (Rule::Confidential, _) => Err(Refusal::Confidential(agreement.effective)),
        (Rule::CoacheeShares, Voice::Coach) => Err(Refusal::CoacheesVoice(agreement.effective)),
        _ => Ok(Terms {
            rule: Some(rule),
            effective: Some(agreement.effective),
        }),
    }
}

/// The rule that a topic is under for an audience on a day; none for the public, which is no role.
#[must_use]
pub fn rule(case: &Case, audience: &Audience, topic: Topic, on: Day) -> Option<Rule> {
    match audience {
        Audience::Public => None,
        Audience::Supervisor => Some(supervision(in_force(&case.engagement, on), topic)),
        Audience::Party(id) => Some(
            Gate::for_party(case, id, on).map_or(Rule::Confidential, |gate| gate.rule(topic).0),
        ),
    }
}

/// No boundary names the public: the coachee's release alone opens the coachee's own words to it.
fn public(topic: Topic) -> Result<Terms, Refusal> {
    match topic {
        Topic::FeedbackVerbatim | Topic::SponsorContact | Topic::Reflections => {
            Err(Refusal::NotTheCoachees)
        }
        _ => Ok(Terms {
            rule: None,
            effective: None,
        }),
    }
}
