//! The rules of confidentiality and of goals over time, tested from outside the crate.
#![allow(dead_code)]

mod goals_laws;
mod non_interference;
mod reach;
mod support;
mod worked_engagement;
