//! What is taken to supervision.

use std::collections::BTreeSet;

use super::{Check, TWICE};

const BLANK: &str = "is blank";
const LONG: &str = "is longer than the name of anything";
const TAKEN_BEFORE: &str = "lies before the day of the mark";

/// The longest that an item is ever named: three ids and what joins them.
const LONGEST: usize = 200;

impl Check<'_> {
    pub(super) fn supervision(&mut self) {
        let mut ids = BTreeSet::new();
        for (m, mark) in self.e.supervision.iter().enumerate() {
            let at = |field: &str| format!("supervision[{m}].{field}");
            self.unless(ids.insert(&mark.id), || at("id"), TWICE);
            self.unless(!mark.why.is_empty(), || at("why"), BLANK);
            self.unless(mark.item.len() <= LONGEST, || at("item"), LONG);
            let taken = mark.taken.is_none_or(|taken| mark.on <= taken);
            self.unless(taken, || at("taken"), TAKEN_BEFORE);
        }
    }
}
