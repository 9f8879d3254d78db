//! What the tests share.

pub mod aligned;
pub mod build;
pub mod entry;
pub mod maker;
pub mod measured;
pub mod statement;
mod statement_measures;
pub mod tape;
pub mod unseen;
mod unseen_frame;
mod unseen_goals;
mod unseen_measures;
pub mod whole;

/// How many cases a property is tried on: `PROPTEST_CASES`, or few enough for every day. How long one
/// that failed is made smaller: `PROPTEST_MAX_SHRINK_ITERS`, or for about a minute.
pub fn cases(otherwise: u32) -> proptest::prelude::ProptestConfig {
    let said = |name, otherwise| {
        let said = std::env::var(name).ok();
        said.and_then(|n| n.parse().ok()).unwrap_or(otherwise)
    };
    proptest::prelude::ProptestConfig {
        cases: said("PROPTEST_CASES", otherwise),
        // A tape says nothing once a generator has changed: what failed is printed, not kept.
        failure_persistence: None,
        max_shrink_iters: said("PROPTEST_MAX_SHRINK_ITERS", 1_000),
        ..proptest::prelude::ProptestConfig::default()
    }
}
