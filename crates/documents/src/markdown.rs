//! Markdown.
use crate::{Content, Stamp};
/// x
pub fn markdown(_content: &Content, _stamp: Stamp) -> String { String::new() }
