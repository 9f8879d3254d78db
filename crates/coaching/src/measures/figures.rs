//! What measures come to: the T-score of goal attainment, and what a round of raters says together.

use std::collections::BTreeSet;

use super::{Attainment, Round};
use crate::ids::GoalId;
use crate::record::{Engagement, Party};

/// The fewest raters that a combined figure may ever rest on (`docs/confidentiality.md`, rule 6).
pub const FEWEST_RATERS: u8 = 3;

/// The fewest raters unless an agreement says otherwise.
pub const USUAL_RATERS: u8 = 5;

/// A scored goal with its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The goal's weight, 1 to 4.
    pub weight: u8,
    /// The level attained.
    pub level: Attainment,
}

/// Goal attainment over several goals as one number (Kiresuk & Sherman 1968):
/// `T = 50 + 10·Σ(w·x) / √((1−ρ)·Σw² + ρ·(Σw)²)` with ρ = 0.3. 50 is what was expected.
///
/// None when nothing was scored, or nothing that has a weight: no T is not a T of 50.
#[must_use]
pub fn t_score(scored: &[Weighed]) -> Option<f64> {
    const RHO: f64 = 0.3;
    let sum = |of: fn(&Weighed) -> f64| scored.iter().map(of).sum::<f64>();
    let weights = sum(|s| f64::from(s.weight));
    let squares = sum(|s| f64::from(s.weight).powi(2));
    let attained = sum(|s| f64::from(s.weight) * f64::from(s.level.number()));
    let spread = ((1.0 - RHO) * squares + RHO * weights * weights).sqrt();
    (weights > 0.0).then(|| 50.0 + 10.0 * attained / spread)
}

/// The T-score in tenths, as it is shown. None as with [`t_score`].
#[must_use]
pub fn t_in_tenths(scored: &[Weighed]) -> Option<i32> {
    let t = t_score(scored)?;
    // Five goals of one weight come to 50 ± 30; nothing comes near to 1000.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a T-score is a small number"
    )]
    Some((t * 10.0).round() as i32)
}

/// What the raters of one round say about one goal together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Combined {
    /// How many raters said how much has changed.
    pub raters: u16,
    /// The mean in tenths, −30 to 30, half a tenth rounded away from zero.
    pub tenths: i16,
}

/// How many people, each counted once in whatever roles, said how much has changed.
#[must_use]
pub fn raters(
    engagement: &Engagement,
    round: &Round,
    goal: &GoalId,
    counts: impl Fn(&Party) -> bool,
) -> usize {
    let answers = round.answers.iter();
    let people: BTreeSet<_> = answers
        .filter(|answer| answer.goal == *goal && answer.change.is_some())
        .filter_map(|answer| engagement.party(&answer.party))
        .filter(|party| counts(party))
        .map(|party| &party.person)
        .collect();
    people.len()
}

/// The mean of a round's answers about a goal; none with no answer. Whether a chair may see it is
/// not asked here.
#[must_use]
pub fn combined(round: &Round, goal: &GoalId) -> Option<Combined> {
    let changes: Vec<i32> = round
        .answers
        .iter()
        .filter(|answer| answer.goal == *goal)
        .filter_map(|answer| answer.change)
        .map(|change| change.number().into())
        .collect();
    let raters = i32::try_from(changes.len()).ok().filter(|n| *n > 0)?;
    let twentieths = changes.iter().sum::<i32>() * 20;
    let tenths = (twentieths + twentieths.signum() * raters) / (2 * raters);
    Some(Combined {
        raters: raters.try_into().ok()?,
        tenths: tenths.try_into().ok()?,
    })
}
