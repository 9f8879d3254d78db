//! HTML.
use crate::{Content, Stamp};
/// x
pub fn html(_content: &Content, _stamp: Stamp) -> String { String::new() }
