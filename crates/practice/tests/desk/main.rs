//! The desk, as the window and the command line drive it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod agreements;
mod alignment;
mod backups;
mod bits;
mod bringing;
mod calendar;
mod clock;
mod closing;
mod desk;
mod direction;
mod direction_refused;
mod finding;
mod goals;
mod hours;
mod interchange;
mod knowing;
mod letterhead;
mod measures;
mod measures_on_paper;
mod meetings;
mod old_notes;
mod others;
mod releases;
mod retention;
mod safety;
mod sessions;
mod support;
mod taking_out;
mod tellings;
mod today;
mod today_only;
mod undoing;
mod vanished;
