//! The documents: what stands in them, what does not, and the same bytes for the same content.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod agreement;
mod approval;
mod calendar;
mod contents;
mod differs;
mod direction;
mod files;
mod hard;
mod letterhead;
mod picture;
mod preparing;
mod structure;
mod support;
mod tables;
mod talking_points;
mod word;
