//! Tests of a whole vault, through what the crate offers to others.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, in its own functions too"
)]

mod common;
mod folder;
mod keychain;
#[cfg(target_os = "linux")]
mod system_keychain;
