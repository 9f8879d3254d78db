//! Locking, the passphrase asked again, and help for whoever supports.
#![allow(
    missing_docs,
    reason = "the fields say what they are; the rest is in docs/security.md"
)]

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When the vault locks by itself, and how often the passphrase is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Locking {
    /// After how many idle minutes: 1 to 60.
    pub minutes: u16,
    pub asks: AsksAgain,
}

/// How often the passphrase is asked again before what matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum AsksAgain {
    EachTime,
    OnceInFiveMinutes,
}

/// The passphrase, typed once more.
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct ConfirmPassphrase {
    pub passphrase: String,
}

/// What stood in a form when the vault locked: kept in the vault until the coach has seen it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct KeptForm {
    /// What the form was called on the screen.
    pub title: String,
    pub fields: Vec<KeptField>,
}

/// One field of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct KeptField {
    pub label: String,
    pub text: String,
}

/// What somebody who supports the coach needs to know, without anything of the practice.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct Support {
    pub text: String,
}
