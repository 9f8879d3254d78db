//! Beliefs and clashes.

use std::collections::BTreeSet;

use super::{Check, ENDS_FIRST, NO_GOAL, TWICE};
use crate::alignment::Clash;
use crate::day::Day;
use crate::ids::ExperimentId;
use crate::text::{Tag, Text};

const BLANK: &str = "is blank";
const BEFORE_IT_BEGAN: &str = "lies before the engagement began";
const BEFORE_IT_WAS_SEEN: &str = "lies before the day on which the clash was seen";

impl<'a> Check<'a> {
    pub(super) fn alignment(&mut self) {
        let e = self.e;
        let mut ids = BTreeSet::new();
        for (b, belief) in e.beliefs.iter().enumerate() {
            let at = format!("beliefs[{b}]");
            self.unless(ids.insert(&belief.id), || format!("{at}.id"), TWICE);
            self.party(Some(&belief.party), || format!("{at}.party"));
            self.begun(belief.on, &at);
            self.written(&belief.text, &format!("{at}.text"));
        }
        let mut ids = BTreeSet::new();
        let mut experiments = BTreeSet::new();
        for (c, clash) in e.clashes.iter().enumerate() {
            let at = format!("clashes[{c}]");
            self.unless(ids.insert(&clash.id), || format!("{at}.id"), TWICE);
            self.clash(clash, &at);
            self.experiments(clash, &at, &mut experiments);
        }
    }

    fn clash(&mut self, clash: &'a Clash, at: &str) {
        self.begun(clash.on, at);
        self.written(&clash.title, &format!("{at}.title"));
        let goal = clash.goal.as_ref();
        let known = goal.is_none_or(|goal| self.goals.contains(goal));
        self.unless(known, || format!("{at}.goal"), NO_GOAL);
        let mut parties = BTreeSet::new();
        for (s, side) in clash.sides.iter().enumerate() {
            let place = || format!("{at}.sides[{s}].party");
            self.party(Some(&side.party), place);
            self.unless(parties.insert(&side.party), place, TWICE);
        }
        let ended = clash.outcome.as_ref().map(|outcome| outcome.on);
        let seen = ended.is_none_or(|ended| clash.on <= ended);
        self.unless(seen, || format!("{at}.outcome.on"), BEFORE_IT_WAS_SEEN);
    }

    fn experiments(&mut self, clash: &'a Clash, at: &str, ids: &mut BTreeSet<&'a ExperimentId>) {
        for (x, experiment) in clash.experiments.iter().enumerate() {
            let at = format!("{at}.experiments[{x}]");
            self.unless(ids.insert(&experiment.id), || format!("{at}.id"), TWICE);
            let seen = clash.on <= experiment.on;
            self.unless(seen, || format!("{at}.on"), BEFORE_IT_WAS_SEEN);
            self.written(&experiment.text, &format!("{at}.text"));
            for (day, name) in [
                (experiment.judge_on, "judge_on"),
                (experiment.judged, "judged"),
            ] {
                let begun = day.is_none_or(|day| experiment.on <= day);
                self.unless(begun, || format!("{at}.{name}"), ENDS_FIRST);
            }
            let judged = experiment.judged.is_some() || experiment.came_of.is_empty();
            let what = "says what came of what was not judged";
            self.unless(judged, || format!("{at}.came_of"), what);
        }
    }

    fn begun(&mut self, on: Day, at: &str) {
        let begun = self.e.began <= on;
        self.unless(begun, || format!("{at}.on"), BEFORE_IT_BEGAN);
    }

    fn written<T: Tag>(&mut self, text: &Text<T>, at: &str) {
        self.unless(!text.is_empty(), || at.to_owned(), BLANK);
    }
}
