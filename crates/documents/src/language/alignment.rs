//! The wording of beliefs and clashes. For the coachee, the coach and the supervisor alone.

use coaching::words::ClashEnd;
use serde::Serialize;

/// All of it.
#[derive(Serialize)]
pub(crate) struct AlignmentWords {
    pub clashes: &'static str,
    pub beliefs: &'static str,
    pub about_goal: &'static str,
    pub wants: &'static str,
    pub fears: &'static str,
    pub shared_objective: &'static str,
    pub not_negotiable: &'static str,
    pub evidence: &'static str,
    /// `{date}`.
    pub tried: &'static str,
    pub tried_once: &'static str,
    /// `{date}`.
    pub judge_on: &'static str,
    /// `{date}`.
    pub judged: &'static str,
    pub came_of: &'static str,
    pub outcome: &'static str,
    #[serde(skip)]
    pub end: fn(ClashEnd) -> &'static str,
}
