//! The wording of what goals serve, and of threads of insights. For the coachee and the coach alone.

use serde::Serialize;

/// All of it; where the coachee and the coach read different words, in that order.
#[derive(Serialize)]
pub(crate) struct DirectionWords {
    /// `{coachee}`.
    pub serves: [&'static str; 2],
    /// `{name}`.
    pub matters_to: &'static str,
    /// `{coachee}`.
    pub purpose: [&'static str; 2],
    pub how: &'static str,
    /// `{coachee}`.
    pub threads: [&'static str; 2],
    /// `{coachee}`.
    pub threads_lately: [&'static str; 2],
    /// `{n}`, `{date}`.
    pub since: &'static str,
}
