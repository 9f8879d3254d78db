//! Measures: what was scored, rated and heard, and what it comes to (`docs/goals.md`, measures).
//!
//! Each number belongs to one goal *version*: where a goal shifted, a new series begins.

mod entering;
mod figures;
mod refusal;
mod series;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{GoalId, GoalVersionId, PartyId, RoundId, ScoreId, SelfRatingId, SessionId};
use crate::text::{Text, about, keeping};
use crate::words::Channel;

pub use entering::{
    Rated, Scored, Written, answers_fit, can_rate, close, levels, open_round, score, self_rating,
};
pub use figures::{
    Combined, FEWEST_RATERS, USUAL_RATERS, Weighed, combined, raters, t_in_tenths, t_score,
};
pub use refusal::Refusal;
pub use series::{Series, attained, series};

/// A number outside the range of its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the number lies outside its scale")]
pub struct OffTheScale;

macro_rules! scales {
    ($($(#[$doc:meta])* $name:ident: $number:ty, $least:literal to $most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(export, type = "number"))]
        #[serde(try_from = "i64", into = "i64")]
        pub struct $name($number);

        impl $name {
            /// The lowest of the scale.
            pub const LEAST: Self = Self($least);
            /// The highest of the scale.
            pub const MOST: Self = Self($most);

            /// The number itself.
            #[must_use]
            pub fn number(self) -> $number {
                self.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = OffTheScale;

            fn try_from(number: i64) -> Result<Self, OffTheScale> {
                match <$number>::try_from(number) {
                    Ok(fits) if ($least..=$most).contains(&fits) => Ok(Self(fits)),
                    _ => Err(OffTheScale),
                }
            }
        }

        impl From<$name> for i64 {
            fn from(value: $name) -> i64 {
                value.0.into()
            }
        }
    )*};
}

scales! {
    /// A level of goal attainment, −2 to +2; 0 is the expected outcome (Kiresuk & Sherman 1968).
    Attainment: i8, -2 to 2;
    /// How much a rater says the coachee has changed, −3 to +3.
    Change: i8, -3 to 3;
    /// The coachee's own rating, 0 to 10.
    SelfMark: u8, 0 to 10;
}

/// The five levels of goal attainment of one goal version, written down before anything is scored.
/// None of them is blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    /// The day they were written down: no score lies before it.
    pub on: Day,
    /// −2: much less than expected.
    #[serde(with = "keeping")]
    pub much_less: Text<about::CurrentGoals>,
    /// −1: less than expected.
    #[serde(with = "keeping")]
    pub less: Text<about::CurrentGoals>,
    /// 0: what is expected.
    #[serde(with = "keeping")]
    pub expected: Text<about::CurrentGoals>,
    /// +1: more than expected.
    #[serde(with = "keeping")]
    pub more: Text<about::CurrentGoals>,
    /// +2: much more than expected.
    #[serde(with = "keeping")]
    pub much_more: Text<about::CurrentGoals>,
}

impl Levels {
    /// All five, from −2 to +2.
    #[must_use]
    pub fn all(&self) -> [&Text<about::CurrentGoals>; 5] {
        [
            &self.much_less,
            &self.less,
            &self.expected,
            &self.more,
            &self.much_more,
        ]
    }

    /// The words of one level.
    #[must_use]
    pub fn at(&self, level: Attainment) -> &Text<about::CurrentGoals> {
        match level.number() {
            ..=-2 => &self.much_less,
            -1 => &self.less,
            0 => &self.expected,
            1 => &self.more,
            2.. => &self.much_more,
        }
    }

    /// True when no level is blank.
    #[must_use]
    pub fn are_whole(&self) -> bool {
        self.all().into_iter().all(|text| !text.is_empty())
    }
}

/// How far a goal version was attained on a day, on its five levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Its id.
    pub id: ScoreId,
    /// The goal.
    pub goal: GoalId,
    /// The version whose levels it speaks of.
    pub version: GoalVersionId,
    /// The day.
    pub on: Day,
    /// The level.
    pub level: Attainment,
    /// What it was seen by. May be empty.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::Progress>,
    /// The session in which it was scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

/// The coachee's own rating of a goal version on a day, with a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfRating {
    /// Its id.
    pub id: SelfRatingId,
    /// The goal.
    pub goal: GoalId,
    /// The version that was rated.
    pub version: GoalVersionId,
    /// The day.
    pub on: Day,
    /// The rating.
    pub mark: SelfMark,
    /// The sentence. May be empty.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub words: Text<about::Progress>,
    /// The session in which it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

/// One round of a stakeholder pulse: several raters, asked about some goals.
///
/// A combined figure comes out of a closed round alone. Once it is closed nobody is added to it and
/// nobody taken out, for the difference of two figures would be one rater's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The day it is of.
    pub on: Day,
    /// The day it was closed; none while answers still come in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Day>,
    /// The goals that were asked about, each as it stood on the day of the round; none twice.
    pub asked: Vec<Asked>,
    /// What the raters said; at most one answer of a party on a goal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

/// A goal version that a round asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The goal.
    pub goal: GoalId,
    /// Its version.
    pub version: GoalVersionId,
}

/// What one rater said about one goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who. Never the coachee or the supervisor.
    pub party: PartyId,
    /// About which of the goals asked about.
    pub goal: GoalId,
    /// How much the coachee has changed; none when the rater did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// A suggestion for the future (feed-forward). May be empty.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub feed_forward: Text<about::FeedbackVerbatim>,
    /// How it reached the coach.
    pub how: Channel,
}

impl Round {
    /// True when it counts as closed on that day.
    #[must_use]
    pub fn is_closed(&self, on: Day) -> bool {
        self.closed.is_some_and(|closed| closed <= on)
    }

    /// The version of a goal that it asked about.
    #[must_use]
    pub fn version_of(&self, goal: &GoalId) -> Option<&GoalVersionId> {
        self.asked
            .iter()
            .find(|asked| asked.goal == *goal)
            .map(|asked| &asked.version)
    }
}
