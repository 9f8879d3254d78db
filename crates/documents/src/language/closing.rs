//! The wording of the end of an engagement, in the summaries.

use serde::Serialize;

/// All of it; where the coachee and the coach read different words, in that order.
#[derive(Serialize)]
pub(crate) struct ClosingWords {
    /// Leads what was agreed to be said about the end.
    pub the_end: &'static str,
    pub follow_ups: [&'static str; 2],
    /// `{date}`.
    pub due: &'static str,
    /// `{date}`, `{done}`.
    pub done: &'static str,
    /// To the sponsor's side: what was agreed with them for afterwards stands above.
    pub agreed_above: &'static str,
    pub kept: [&'static str; 2],
    /// `{reflective}`, `{record}`.
    pub kept_until: &'static str,
}
