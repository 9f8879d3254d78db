//! The wording of the picture of an engagement in time.

use serde::Serialize;

/// All wording of the picture.
#[derive(Debug, Serialize)]
pub(crate) struct PictureWords {
    /// Its heading.
    pub heading: &'static str,
    /// What it shows, in a sentence: `{from}`, `{to}`, `{goals}`, `{sessions}`, `{meetings}`,
    /// `{insights}`; and where the same stands in words: `{heading}`.
    pub alt: &'static str,
    /// The names of its rows.
    pub meetings: &'static str,
    pub sessions: &'static str,
    pub insights: &'static str,
    /// What its signs mean.
    pub lane: &'static str,
    pub bend: &'static str,
    pub emerging: &'static str,
    pub paused: &'static str,
    pub achieved: &'static str,
    pub let_go: &'static str,
    pub agreed: &'static str,
    pub told: &'static str,
    pub gap: &'static str,
    pub session: &'static str,
    pub insight: &'static str,
    /// The heading over the same in words.
    pub words_heading: &'static str,
    /// What stands over the columns.
    pub when: &'static str,
    pub what: &'static str,
    pub goal: &'static str,
    /// `{meeting}`.
    pub agreed_at: &'static str,
    /// `{name}`.
    pub told_to: &'static str,
    /// `{days}`.
    pub sessions_on: &'static str,
    /// `{days}`.
    pub insights_on: &'static str,
}
