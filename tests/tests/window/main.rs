//! The real window: the program as it is shipped, clicked and typed into through WebKitWebDriver.
//!
//! Run by `cargo xtask test window`, which installs the driver and builds the program. A plain
//! `cargo test` leaves this target out (`test = false` in the manifest), so that it never counts as
//! passed where it could not run.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod day;
mod ending;
mod harness;
mod journey;
mod killed;
mod locking;
mod page;
mod program;
mod refusals;
mod sample;
mod surroundings;
mod tools;
mod traces;
mod vaults;
