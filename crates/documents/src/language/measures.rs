//! The wording of what was measured.

use serde::Serialize;

/// All of it.
#[derive(Serialize)]
pub(crate) struct MeasureWords {
    pub heading: &'static str,
    pub goal: &'static str,
    pub scored: &'static str,
    pub rated: &'static str,
    pub combined: &'static str,
    /// `{mean}`, `{date}`.
    pub by_one: &'static str,
    /// `{mean}`, `{n}`, `{date}`.
    pub by_raters: &'static str,
    /// `{t}`, `{n}`.
    pub attainment: &'static str,
}
