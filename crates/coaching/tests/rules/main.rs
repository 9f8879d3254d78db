//! The rules of confidentiality and of goals over time, tested from outside the crate.

mod support;
mod worked_engagement;
