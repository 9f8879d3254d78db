//! The wording of a certificate of disposal.

use coaching::words::{DisposalRule, KeptPart};
use serde::Serialize;

/// All of it.
#[derive(Serialize)]
pub(crate) struct RetentionWords {
    pub eyebrow: &'static str,
    pub title: &'static str,
    pub whose_eyes: &'static str,
    /// Opens it.
    pub lead: &'static str,
    pub number: &'static str,
    pub engagement: &'static str,
    pub day: &'static str,
    pub part: &'static str,
    pub rule: &'static str,
    /// Over the table, and over its columns.
    pub what: &'static str,
    pub columns: [&'static str; 3],
    /// How the digests are made.
    pub how: &'static str,
    #[serde(skip)]
    pub part_of: fn(KeptPart) -> &'static str,
    #[serde(skip)]
    pub rule_of: fn(DisposalRule) -> &'static str,
    /// The kinds, each with its words.
    pub kinds: &'static [(&'static str, &'static str)],
}
