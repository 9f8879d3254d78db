//! Tools for whole-program tests: the desk, driven by command names, without a window; practices of
//! any size.

pub mod fuzz;
pub mod sized;

pub use practice::{COMMANDS, answer};
