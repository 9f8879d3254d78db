//! What a party may see of a meeting's agenda.

use serde::Serialize;

use super::{Line, PartySeen};

/// Who speaks to a point of an agenda, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum SpokenBy {
    /// All who are there.
    Everybody,
    /// The coach.
    Coach,
    /// One of the parties.
    Party(PartySeen),
}

seen! {
    /// One point of a meeting's agenda.
    #[derive(PartialOrd, Ord)]
    pub struct AgendaSeen {
        /// What.
        text: Line,
        /// How long, in minutes; 0 where nothing is said.
        minutes: u16,
        /// Who speaks.
        speaker: SpokenBy,
    }
}
