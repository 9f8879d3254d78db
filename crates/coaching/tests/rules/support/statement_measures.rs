//! The second statement of the rules, on measures, priorities, ties and threads.

use std::collections::BTreeSet;

use coaching::agreement::Agreement;
use coaching::day::Day;
use coaching::direction::{Priority, PriorityWording, Thread, Tie, TiedTo};
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{GoalId, GoalVersionId};
use coaching::measures::{Answer, Round, Score, SelfRating};
use coaching::meetings::Meeting;
use coaching::record::Engagement;
use coaching::words::{GoalStatus, ShiftKind, Topic};

use super::statement::{Sees, in_force};

impl Sees {
    /// The words by which the chair may know the goal when it is told of a measure of this version:
    /// the title of the day where current goals are open; otherwise what the latest meeting agreed of
    /// which the chair may know, if it agreed this very version.
    pub fn measured_as(
        &self,
        e: &Engagement,
        goal: &GoalId,
        version: &GoalVersionId,
    ) -> Option<String> {
        if self.open(Topic::CurrentGoals) {
            let goal = e.goal(goal)?;
            goal.version(version)
                .filter(|version| self.past(version.on))?;
            return Some(self.now(goal)?.title.for_the_coach().to_owned());
        }
        let last = self.agreed_at(e, goal, version).into_iter().next_back()?;
        let agreed = last.agreed.iter().find(|agreed| agreed.goal == *goal)?;
        Some(agreed.wording.for_the_coach().to_owned())
    }

    /// Of a measure of this version the chair may be told if it was taken on that day: not before the
    /// chair could know the version, or its days would say when the goal moved.
    fn told_of(&self, e: &Engagement, goal: &GoalId, version: &GoalVersionId, on: Day) -> bool {
        let named = self.measured_as(e, goal, version).is_some();
        let agreed = self.agreed_at(e, goal, version);
        let known = self.open(Topic::CurrentGoals) || agreed.iter().any(|m| m.on <= on);
        named && known
    }

    /// The meetings that agreed this version, as far as the chair knows of that, by day.
    fn agreed_at<'e>(
        &self,
        e: &'e Engagement,
        goal: &GoalId,
        version: &GoalVersionId,
    ) -> Vec<&'e Meeting> {
        let meetings = e.meetings.iter().filter(|meeting| {
            let mut agreed = meeting.agreed.iter();
            self.baseline(meeting) && agreed.any(|a| a.goal == *goal && a.version == *version)
        });
        let mut meetings: Vec<_> = meetings.collect();
        meetings.sort_by_key(|meeting| (meeting.on, &meeting.at));
        meetings
    }

    /// The version that stands on the day.
    fn now<'e>(&self, goal: &'e Goal) -> Option<&'e GoalVersion> {
        let past = goal.versions.iter().filter(|version| self.past(version.on));
        past.max_by_key(|version| version.on)
    }

    pub fn levels(&self, version: &GoalVersion) -> bool {
        let written = version.levels.as_ref();
        self.open(Topic::CurrentGoals)
            && self.past(version.on)
            && written.is_some_and(|levels| self.past(levels.on))
    }

    pub fn score(&self, e: &Engagement, score: &Score) -> bool {
        self.open(Topic::Progress)
            && self.past(score.on)
            && self.told_of(e, &score.goal, &score.version, score.on)
    }

    /// The coachee gave it: it is theirs to see, whatever the rule.
    pub fn rating(&self, e: &Engagement, rating: &SelfRating) -> bool {
        let coachee = e.coachee().is_some_and(|coachee| self.is_own(&coachee.id));
        (coachee || self.open(Topic::Progress))
            && self.past(rating.on)
            && self.told_of(e, &rating.goal, &rating.version, rating.on)
    }

    /// A figure of a closed round, with enough people in it besides the one in the chair.
    pub fn combined(&self, e: &Engagement, round: &Round, goal: &GoalId) -> bool {
        let least = in_force(e, self.on).map_or(5, |agreement: &Agreement| agreement.raters);
        let mut people = BTreeSet::new();
        for answer in &round.answers {
            let about = answer.goal == *goal && answer.change.is_some();
            if about && !self.is_own(&answer.party) {
                people.insert(&e.party(&answer.party).expect("a party").person);
            }
        }
        let asked = round.asked.iter().find(|asked| asked.goal == *goal);
        let named = asked.is_some_and(|asked| self.told_of(e, goal, &asked.version, round.on));
        self.open(Topic::FeedbackCombined)
            && round.closed.is_some_and(|closed| self.past(closed))
            && people.len() >= usize::from(least).max(3)
            && named
    }

    /// The words of one rater.
    pub fn feed_forward(&self, round: &Round, answer: &Answer) -> bool {
        let may = self.is_own(&answer.party) || self.open(Topic::FeedbackVerbatim);
        may && self.past(round.on) && !answer.feed_forward.is_empty()
    }

    pub fn priority(&self, priority: &Priority, wording: &PriorityWording) -> bool {
        let may = self.is_own(&priority.party) || self.open(Topic::Alignment);
        may && self.past(wording.on)
    }

    /// Both ends of a tie may be seen, by those on the two chairs.
    pub fn tie(&self, e: &Engagement, tie: &Tie) -> bool {
        let holds = self.past(tie.on) && !tie.until.is_some_and(|until| self.past(until));
        let goal = e.goal(&tie.goal).is_some_and(|goal| self.has_begun(goal));
        let may = self.coachee && self.open(Topic::CurrentGoals);
        may && holds && goal && self.tied_to(e, &tie.to).is_some()
    }

    /// The words to which a goal is tied, as they stand on the day.
    pub fn tied_to(&self, e: &Engagement, to: &TiedTo) -> Option<String> {
        match to {
            TiedTo::Priority(id) => {
                let priority = e.priorities.iter().find(|priority| priority.id == *id)?;
                let over = priority.ended.is_some_and(|ended| self.past(ended));
                let seen = priority
                    .wordings
                    .iter()
                    .filter(|w| self.priority(priority, w));
                let last = seen.max_by_key(|wording| wording.on).filter(|_| !over)?;
                Some(last.text.for_the_coach().to_owned())
            }
            TiedTo::Purpose(id) => {
                let note = e.purpose.iter().find(|note| note.id == *id)?;
                let seen = self.note(note);
                seen.then(|| note.text.for_the_coach().to_owned())
            }
        }
    }

    /// A thread of which an insight may be seen, by those on the two chairs.
    pub fn thread(&self, e: &Engagement, thread: &Thread) -> bool {
        let mut notes = e.insights.iter();
        let any = notes.any(|note| thread.insights.contains(&note.id) && self.note(note));
        self.coachee && self.open(Topic::Insights) && any
    }

    /// The goals of which the T-score of the day is made: weight and level of each.
    pub fn attained(&self, e: &Engagement) -> Vec<(i128, i128)> {
        if !(self.open(Topic::CurrentGoals) && self.open(Topic::Progress)) {
            return vec![];
        }
        let goals = e.goals.iter().filter_map(|goal| {
            let now = self.now(goal)?;
            let counts = !matches!(now.status, GoalStatus::LetGo | GoalStatus::Replaced);
            // The day on which the goal last came to mean something else.
            let moved = self.began_anew(goal, now.on)?;
            let of_now = |score: &&Score| {
                let version = goal.version(&score.version);
                version.is_some_and(|version| moved <= version.on && self.past(version.on))
            };
            let past = e.scores.iter().filter(|score| self.past(score.on));
            let last = past.filter(of_now).max_by_key(|score| {
                (
                    score.on,
                    goal.version(&score.version).map(|version| version.on),
                )
            })?;
            counts.then(|| (now.weight.into(), last.level.number().into()))
        });
        goals.collect()
    }

    /// Since when the version of a day means what it means.
    pub fn began_anew(&self, goal: &Goal, on: Day) -> Option<Day> {
        let moved = |version: &&GoalVersion| {
            let shift = version.shift.as_ref().map(|shift| shift.kind);
            matches!(shift, Some(ShiftKind::Morphed | ShiftKind::ReScoped))
        };
        let until = || goal.versions.iter().filter(|version| version.on <= on);
        let last = until().filter(moved).map(|version| version.on).max();
        last.or_else(|| until().map(|version| version.on).min())
    }
}
