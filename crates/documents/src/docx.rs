//! Word's format.
use crate::{Content, NotRendered, Stamp};
/// x
/// # Errors
/// x
pub fn docx(_content: &Content, _stamp: Stamp) -> Result<Vec<u8>, NotRendered> { Err(NotRendered("x")) }
