//! The rules of Three Chairs: who may know what, how goals move, what may be said.
//!
//! Pure: no clock, no files, no database, no randomness. Everything that anyone but the coach may
//! see comes out of one function, [`seat::seat`]. The rules are stated in `docs/confidentiality.md`
//! and `docs/goals.md`.

pub mod access;
pub mod agreement;
pub mod alignment;
pub mod bringing;
pub mod case_sheet;
pub mod chairs;
pub mod check;
pub mod client_story;
pub mod closing;
pub mod conflicts;
pub mod contract;
pub mod day;
pub mod direction;
pub mod drift;
pub mod finding;
pub mod goals;
pub mod hours;
pub mod ids;
pub mod knows;
pub mod ledger;
pub mod lineage;
pub mod measures;
pub mod meetings;
pub mod nameless;
pub mod old_notes;
pub mod order;
pub mod pace;
pub mod page;
pub mod preparing;
pub mod record;
pub mod releasing;
pub mod retention;
pub mod room;
pub mod say;
pub mod seat;
pub mod shifting;
pub mod slots;
pub mod supervision;
pub mod talking_points;
pub mod text;
pub mod today;
pub mod view;
pub mod will;
pub mod words;
pub mod written_day;
