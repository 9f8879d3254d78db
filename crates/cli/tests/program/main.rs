//! The command line, as a script calls it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod alignment;
mod boundaries;
mod call;
mod cli;
mod contacts;
mod direction;
mod import;
mod killed;
mod others;
mod papers;
mod support;
