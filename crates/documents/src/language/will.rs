//! The wording of the professional will.

use serde::Serialize;

/// All of it.
#[derive(Serialize)]
pub(crate) struct WillWords {
    pub eyebrow: &'static str,
    pub title: &'static str,
    /// Said in the footer.
    pub frame: &'static str,
    pub reviewed: &'static str,
    pub who: &'static str,
    pub successor: &'static str,
    pub reach: &'static str,
    pub stand_in: &'static str,
    pub tasks: &'static str,
    pub places: &'static str,
    pub vault: &'static str,
    pub sealed: &'static str,
    pub tell: &'static str,
    pub getting_in: &'static str,
    /// What the one who takes over does, step by step.
    pub steps: &'static [&'static str],
    pub in_confidence: &'static str,
    pub confidence: &'static [&'static str],
    pub signed: &'static str,
}
