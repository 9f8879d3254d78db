//! Tools for whole-program tests: the desk, driven by command names, without a window.

pub use practice::{COMMANDS, answer};
