//! The end of an engagement.

use std::collections::BTreeSet;

use super::{Check, TWICE};

const NOT_ENDED: &str = "is said of an engagement that has no day of its end";
const NOT_DONE: &str = "says what came of a follow-up that was not done";

impl Check<'_> {
    pub(super) fn closing(&mut self) {
        let e = self.e;
        let fits = e.ended.is_some() || e.ending.is_plain();
        self.unless(fits, || "ending".into(), NOT_ENDED);
        let mut ids = BTreeSet::new();
        for (f, follow_up) in e.follow_ups.iter().enumerate() {
            let at = format!("follow_ups[{f}]");
            self.unless(ids.insert(&follow_up.id), || format!("{at}.id"), TWICE);
            self.not_before(Some(follow_up.due), e.began, &format!("{at}.due"));
            self.not_before(follow_up.done, e.began, &format!("{at}.done"));
            let fits = follow_up.done.is_some() || follow_up.words.is_empty();
            self.unless(fits, || format!("{at}.words"), NOT_DONE);
        }
    }
}
