//! The command line, as a script calls it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod alignment;
mod any_moment;
mod boundaries;
mod calendar;
mod call;
mod cli;
mod closing;
mod contacts;
mod day;
mod direction;
mod failing_disk;
mod finding;
mod full_disk;
mod import;
mod keyed;
mod killed;
mod old_notes;
mod others;
mod own;
mod papers;
mod support;
mod traced;
mod undoing;
