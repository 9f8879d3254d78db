//! The rules of confidentiality and of goals over time, tested from outside the crate.

#![allow(clippy::expect_used, reason = "what a test stands on fails the test")]

mod agreement_frame;
mod agreement_laws;
mod aligned;
mod case_sheet;
mod closing;
mod coach_pages;
mod direction_laws;
mod drift_laws;
mod edges;
mod edges_measures;
mod entering;
mod exactly;
mod figures;
mod goals_laws;
mod hours;
mod in_place;
mod knowing;
mod knowing_examples;
mod knowing_ways;
mod ledger_chain;
mod measured_in_place;
mod meetings_laws;
mod nameless;
mod no_words;
mod non_interference;
mod pace_laws;
mod reach;
mod reach_measures;
mod reach_pairs;
mod retention;
mod saying;
mod serving;
mod shift_laws;
mod shift_laws_diary;
mod small_scope;
mod support;
mod talking_points;
mod texts;
mod today_laws;
mod today_lines;
mod two_roles;
mod versions;
mod views;
mod worked_engagement;
