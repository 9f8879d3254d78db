//! Names by which the record refers to its own parts. They never reach a document.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// An id that cannot be one: not 1 to 64 characters out of `a–z`, `0–9` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 64 characters out of a–z, 0–9 and “-”")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(export, type = "string"))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes an id.
            ///
            /// # Errors
            /// [`NotAnId`] when it is not 1 to 64 characters out of `a–z`, `0–9` and `-`.
            pub fn new(id: impl Into<String>) -> Result<Self, NotAnId> {
                let id = id.into();
                let fits = (1..=64).contains(&id.len())
                    && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                if fits { Ok(Self(id)) } else { Err(NotAnId) }
            }

            /// The id as it is kept.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Self::new(String::deserialize(from)?).map_err(D::Error::custom)
            }
        }
    )*};
}

ids!(
    /// A person.
    PersonId,
    /// An organisation.
    OrganisationId,
    /// An engagement.
    EngagementId,
    /// A person in one role of one engagement.
    PartyId,
    /// A goal.
    GoalId,
    /// One dated wording of a goal.
    GoalVersionId,
    /// One version of all boundaries.
    AgreementId,
    /// A session.
    SessionId,
    /// A three-way meeting.
    MeetingId,
    /// A decision that a meeting took.
    DecisionId,
    /// Something promised.
    CommitmentId,
    /// A dated note on one topic.
    NoteId,
    /// Where a party stands on a goal.
    PositionId,
    /// Something that the sponsor's side told the coach.
    ContactId,
    /// Wording that the coachee has approved for one audience.
    ReleaseId,
    /// The coachee's approval of a document.
    ApprovalId,
    /// Boundaries that the coach likes to start from.
    TemplateId,
    /// How far a goal was attained on a day.
    ScoreId,
    /// The coachee's own rating of a goal on a day.
    SelfRatingId,
    /// One round of a stakeholder pulse.
    RoundId,
    /// What matters to a party on the sponsor's side.
    PriorityId,
    /// How a goal serves a priority or a purpose.
    TieId,
    /// Insights about one subject.
    ThreadId,
    /// What a party seems to hold to be true.
    BeliefId,
    /// Where sides pull apart.
    ClashId,
    /// What is tried in a clash.
    ExperimentId,
    /// What was arranged for the time after the end.
    FollowUpId,
    /// A question of the coach's own.
    QuestionId,
    /// Hours from before this program.
    EarlierHoursId,
    /// Something the coach learnt.
    LearningId,
    /// A mark "take to supervision".
    MarkId,
);
