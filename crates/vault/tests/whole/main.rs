//! Tests of a whole vault, through what the crate offers to others.

mod common;
mod folder;
mod keychain;
#[cfg(target_os = "linux")]
mod system_keychain;
