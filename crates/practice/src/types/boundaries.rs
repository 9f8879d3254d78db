//! Boundaries in words, for the command line.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::agreement::BoundaryChange;
use coaching::day::Day;
use coaching::ids::EngagementId;
use coaching::words::{Role, Rule};
use serde::Serialize;

use super::AgreementCard;

/// The boundaries of an engagement on a day.
#[derive(Serialize)]
pub struct BoundariesPage {
    pub engagement: EngagementId,
    pub on: Day,
    /// The version in force; none when nothing is.
    pub version: Option<AgreementCard>,
    pub in_words: Vec<RolesInWords>,
    /// What changed since the version before it.
    pub changes: Vec<ChangeInWords>,
}

/// What some roles may be told.
#[derive(Serialize)]
pub struct RolesInWords {
    pub roles: Vec<Role>,
    pub rules: Vec<RulesInWords>,
}

/// Boundaries under one rule.
#[derive(Serialize)]
pub struct RulesInWords {
    pub rule: Rule,
    /// What they begin with: "The coach may tell the sponsor".
    pub lead: String,
    /// How each goes on.
    pub what: Vec<String>,
}

/// One boundary that changed.
#[derive(Serialize)]
pub struct ChangeInWords {
    #[serde(flatten)]
    pub change: BoundaryChange,
    /// As sentences.
    pub said_before: String,
    pub said_now: String,
}
