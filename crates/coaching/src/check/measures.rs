//! Measures, what goals serve, and threads.

use std::collections::BTreeSet;

use super::{Check, ENDS_FIRST, NO_GOAL, NO_VERSION, TWICE};
use crate::day::Day;
use crate::direction::TiedTo;
use crate::goals::GoalVersion;
use crate::ids::{GoalId, GoalVersionId, NoteId, PriorityId};
use crate::measures::{Round, can_rate};

const BLANK: &str = "is blank";
const NO_LEVELS: &str = "is for a goal version whose levels were not written down by that day";
const TOO_EARLY: &str = "lies before the goal version that it is for";
const ENDED: &str = "is for a goal that had ended";

impl<'a> Check<'a> {
    pub(super) fn measures(&mut self) {
        let e = self.e;
        for (g, goal) in e.goals.iter().enumerate() {
            for (v, version) in goal.versions.iter().enumerate() {
                let whole = version.levels.as_ref().is_none_or(|l| l.are_whole());
                let place = || format!("goals[{g}].versions[{v}].levels");
                self.unless(whole, place, "leaves a level blank");
            }
        }
        let mut days = BTreeSet::new();
        for (s, score) in e.scores.iter().enumerate() {
            let at = format!("scores[{s}]");
            self.origin(score.session.as_ref(), None, &at);
            let once = days.insert((&score.version, score.on));
            self.unless(once, || format!("{at}.on"), TWICE);
            if let Some(version) = self.measured(&score.goal, &score.version, score.on, &at) {
                let levels = version.levels.as_ref();
                let written = levels.is_some_and(|levels| levels.on <= score.on);
                self.unless(written, || at, NO_LEVELS);
            }
        }
        let mut days = BTreeSet::new();
        for (r, rating) in e.self_ratings.iter().enumerate() {
            let at = format!("self_ratings[{r}]");
            self.origin(rating.session.as_ref(), None, &at);
            let once = days.insert((&rating.version, rating.on));
            self.unless(once, || format!("{at}.on"), TWICE);
            self.measured(&rating.goal, &rating.version, rating.on, &at);
        }
        let mut days = BTreeSet::new();
        for (r, round) in e.rounds.iter().enumerate() {
            let at = format!("rounds[{r}]");
            self.unless(days.insert(round.on), || format!("{at}.on"), TWICE);
            self.round(round, &at);
        }
    }

    /// The version that something measures: it is this goal's, had begun, and went on.
    fn measured(
        &mut self,
        goal: &GoalId,
        version: &GoalVersionId,
        on: Day,
        at: &str,
    ) -> Option<&'a GoalVersion> {
        let found = self.e.goal(goal).and_then(|goal| goal.version(version));
        self.unless(found.is_some(), || format!("{at}.version"), NO_VERSION);
        let version = found?;
        self.unless(version.on <= on, || format!("{at}.on"), TOO_EARLY);
        let goes_on = version.status.goes_on();
        self.unless(goes_on, || format!("{at}.version"), ENDED);
        Some(version)
    }

    fn round(&mut self, round: &'a Round, at: &str) {
        let closed = round.closed.is_none_or(|closed| round.on <= closed);
        self.unless(closed, || format!("{at}.closed"), ENDS_FIRST);
        let mut goals = BTreeSet::new();
        for (a, asked) in round.asked.iter().enumerate() {
            let at = format!("{at}.asked[{a}]");
            self.unless(goals.insert(&asked.goal), || format!("{at}.goal"), TWICE);
            self.measured(&asked.goal, &asked.version, round.on, &at);
        }
        let mut answered = BTreeSet::new();
        for (a, answer) in round.answers.iter().enumerate() {
            let at = format!("{at}.answers[{a}]");
            self.party(Some(&answer.party), || format!("{at}.party"));
            let rater = self
                .e
                .party(&answer.party)
                .is_none_or(|party| can_rate(party.role) && party.joined <= round.on);
            let what = "is the coachee, the supervisor, or somebody who was not in it yet";
            self.unless(rater, || format!("{at}.party"), what);
            let once = answered.insert((&answer.party, &answer.goal));
            self.unless(once, || at.clone(), TWICE);
            let asked = goals.contains(&answer.goal);
            let what = "is about a goal that was not asked about";
            self.unless(asked, || format!("{at}.goal"), what);
            let said = answer.change.is_some() || !answer.feed_forward.is_empty();
            self.unless(said, || at.clone(), "says nothing");
        }
    }

    pub(super) fn direction(&mut self) {
        let e = self.e;
        let mut priorities: BTreeSet<&PriorityId> = BTreeSet::new();
        for (p, priority) in e.priorities.iter().enumerate() {
            let at = format!("priorities[{p}]");
            let once = priorities.insert(&priority.id);
            self.unless(once, || format!("{at}.id"), TWICE);
            self.party(Some(&priority.party), || format!("{at}.party"));
            let party = e.party(&priority.party);
            let theirs = party.is_none_or(|party| party.role.on_the_sponsors_side());
            let what = "is not on the sponsor's side";
            self.unless(theirs, || format!("{at}.party"), what);
            let first = priority.wordings.iter().map(|wording| wording.on).min();
            let place = || format!("{at}.wordings");
            self.unless(first.is_some(), place, "are missing");
            let mut days = BTreeSet::new();
            for (w, wording) in priority.wordings.iter().enumerate() {
                let at = format!("{at}.wordings[{w}]");
                self.unless(days.insert(wording.on), || format!("{at}.on"), TWICE);
                self.unless(!wording.text.is_empty(), || format!("{at}.text"), BLANK);
            }
            if let Some(first) = first {
                self.not_before(priority.ended, first, &format!("{at}.ended"));
            }
        }
        let purpose: BTreeSet<&NoteId> = e.purpose.iter().map(|note| &note.id).collect();
        for (t, tie) in e.ties.iter().enumerate() {
            let at = format!("ties[{t}]");
            self.unless(
                self.goals.contains(&tie.goal),
                || format!("{at}.goal"),
                NO_GOAL,
            );
            let known = match &tie.to {
                TiedTo::Priority(id) => priorities.contains(id),
                TiedTo::Purpose(id) => purpose.contains(id),
            };
            let what = "names a priority or purpose that this engagement does not have";
            self.unless(known, || format!("{at}.to"), what);
            self.not_before(tie.until, tie.on, &format!("{at}.until"));
        }
        let insights: BTreeSet<&NoteId> = e.insights.iter().map(|note| &note.id).collect();
        for (t, thread) in e.threads.iter().enumerate() {
            let at = format!("threads[{t}]");
            self.unless(
                !thread.subject.is_empty(),
                || format!("{at}.subject"),
                BLANK,
            );
            let mut linked = BTreeSet::new();
            for (i, id) in thread.insights.iter().enumerate() {
                let at = || format!("{at}.insights[{i}]");
                self.unless(linked.insert(id), at, TWICE);
                let what = "names an insight that this engagement does not have";
                self.unless(insights.contains(id), at, what);
            }
        }
    }
}
