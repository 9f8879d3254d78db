//! What the coach's screens show: one file per page. Everything here is for the coach's eyes; what
//! anyone else sees comes out of `coaching::seat`.

mod alignment;
mod boundaries;
mod cards;
mod chair;
mod closing;
mod conflicts;
mod direction;
mod engagement;
mod finding;
mod goals;
mod hours;
mod measures;
mod meeting;
mod people;
pub(crate) mod retention;
mod session;
mod story;
mod today;
mod who;

pub(crate) use cards::{agreed, beginning};
