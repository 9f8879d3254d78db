//! Tools for whole-program tests: the desk, driven by command names, without a window; practices of
//! any size.

pub mod fuzz;
pub mod sized;

use std::path::Path;

use practice::Places;
pub use practice::{COMMANDS, answer};

/// The places of a desk that has no coach: it proposes this vault, and remembers and notes nothing.
#[must_use]
pub fn places(vault: &Path, temporary: &Path) -> Places {
    Places {
        proposed_vault: vault.to_owned(),
        last_vault: None,
        temporary: temporary.to_owned(),
        log: None,
    }
}
