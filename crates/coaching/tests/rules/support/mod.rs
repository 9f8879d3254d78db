//! What the tests share.

pub mod build;
pub mod entry;
pub mod maker;
pub mod statement;
pub mod tape;
pub mod unseen;
mod unseen_frame;
mod unseen_goals;
pub mod whole;

/// How many cases a property is tried on: `PROPTEST_CASES`, or few enough for every day.
pub fn cases(otherwise: u32) -> proptest::prelude::ProptestConfig {
    let said = std::env::var("PROPTEST_CASES").ok();
    let cases = said.and_then(|n| n.parse().ok()).unwrap_or(otherwise);
    proptest::prelude::ProptestConfig {
        cases,
        // A tape says nothing once a generator has changed: what failed is printed, not kept.
        failure_persistence: None,
        max_shrink_iters: 1_000,
        ..proptest::prelude::ProptestConfig::default()
    }
}
