//! The desk, as the window and the command line drive it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod agreements;
mod alignment;
mod bringing;
mod closing;
mod desk;
mod direction;
mod direction_refused;
mod goals;
mod interchange;
mod knowing;
mod letterhead;
mod measures;
mod measures_on_paper;
mod meetings;
mod others;
mod releases;
mod support;
mod tellings;
mod today_only;
