//! Copies that are taken out of the vault.
#![allow(
    missing_docs,
    reason = "the fields say what they are; the rest is in docs/taking-out.md"
)]

use coaching::ids::EngagementId;
use serde::Deserialize;
use ts_rs::TS;

/// As what a copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum CopyForm {
    /// A folder of pages to read.
    Readable,
    /// A workbook with tables.
    Tables,
    /// The interchange format.
    Interchange,
}

/// Write a copy of everything, or of one engagement, into a folder.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct TakeOut {
    pub form: CopyForm,
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    pub folder: String,
}
