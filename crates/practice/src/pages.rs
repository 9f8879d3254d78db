//! What the coach's screens show: one file per page. Everything here is for the coach's eyes; what
//! anyone else sees comes out of `coaching::seat`.

mod alignment;
mod boundaries;
mod cards;
mod chair;
mod closing;
mod direction;
mod engagement;
mod goals;
mod hours;
mod measures;
mod meeting;
mod people;
mod session;
mod story;
mod today;
mod who;

pub(crate) use cards::agreed;
