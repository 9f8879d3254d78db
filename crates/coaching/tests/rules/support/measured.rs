//! Makes what is measured, what goals serve and threads of insights, for [`super::maker::Maker`].

use std::collections::BTreeMap;

use coaching::day::Day;
use coaching::direction::{Priority, PriorityWording, Thread, Tie, TiedTo};
use coaching::goals::GoalVersion;
use coaching::ids::{GoalId, NoteId};
use coaching::measures::{
    Answer, Asked, Attainment, Change, Levels, Round, Score, SelfMark, SelfRating,
};
use coaching::record::{Engagement, Party};
use coaching::text::{Tag, Text};
use coaching::words::{Channel, Role};

use super::build::text;
use super::maker::{Maker, mark};

/// A number of a scale.
pub fn on_scale<T: TryFrom<i64>>(number: i64) -> T {
    T::try_from(number).ok().expect("a number of the scale")
}

impl Maker<'_, '_> {
    /// Words that no other text has.
    fn new_words<T: Tag>(&mut self) -> Text<T> {
        let number = self.number();
        text(&format!("Words {number} {}", mark(T::TOPIC)))
    }

    /// Five levels, written down on that day.
    pub fn levels(&mut self, on: Day) -> Levels {
        Levels {
            on,
            much_less: self.new_words(),
            less: self.new_words(),
            expected: self.new_words(),
            more: self.new_words(),
            much_more: self.new_words(),
        }
    }

    pub fn maybe_levels(&mut self) -> Option<Levels> {
        let on = self.maybe_day(60)?;
        Some(self.levels(on))
    }

    /// A version that may be measured, and its goal: mostly one that a meeting agreed.
    fn measured(&mut self, fits: impl Fn(&GoalVersion) -> bool) -> Option<(GoalId, GoalVersion)> {
        let versions = self.goals.iter().flat_map(|goal| {
            let versions = goal
                .versions
                .iter()
                .map(|version| (goal.id.clone(), version.clone()));
            versions.filter(|(_, version)| version.status.goes_on() && fits(version))
        });
        let all: Vec<_> = versions.collect();
        let was_agreed = |version: &GoalVersion| {
            let mut agreed = self.meetings.iter().flat_map(|meeting| &meeting.agreed);
            agreed.any(|agreed| agreed.version == version.id)
        };
        let agreed: Vec<_> = all.iter().filter(|(_, v)| was_agreed(v)).cloned().collect();
        let among = match self.tape.chance(75) && !agreed.is_empty() {
            true => agreed,
            false => all,
        };
        self.tape.maybe(100, &among)
    }

    pub fn score(&mut self) -> Option<Score> {
        let (goal, version) = self.measured(|version| version.levels.is_some())?;
        let written = version.levels.as_ref().map(|levels| levels.on)?;
        Some(Score {
            id: self.id(),
            goal,
            on: self.day().max(version.on).max(written),
            version: version.id,
            level: on_scale::<Attainment>(self.tape.below(5) as i64 - 2),
            words: self.maybe_words(),
            session: self.tape.maybe(20, &self.sessions),
        })
    }

    pub fn self_rating(&mut self) -> Option<SelfRating> {
        let (goal, version) = self.measured(|_| true)?;
        Some(SelfRating {
            id: self.id(),
            goal,
            on: self.day().max(version.on),
            version: version.id,
            mark: on_scale::<SelfMark>(self.tape.below(11) as i64),
            words: self.maybe_words(),
            session: self.tape.maybe(20, &self.sessions),
        })
    }

    /// A round of a day, of which few or many are in it, and that is closed, is closed later or goes on.
    pub fn round(&mut self, on: Day) -> Round {
        let asked = self.asked(on);
        let mut raters = self.standing.clone();
        raters.retain(|party| may_rate(party, on));
        let raters = self.tape.some(85, &raters);
        let mut answers = Vec::new();
        for rater in raters {
            let how = self.tape.pick(Channel::ALL);
            for Asked { goal, .. } in &asked {
                answers.extend(self.answer(&rater, goal, how));
            }
        }
        Round {
            id: self.id(),
            on,
            closed: self.maybe_day(80).map(|closed| closed.max(on)),
            asked,
            answers,
        }
    }

    /// Some of the goals, each in a version that went on by the day.
    pub fn asked(&mut self, on: Day) -> Vec<Asked> {
        let mut asked: BTreeMap<GoalId, Asked> = BTreeMap::new();
        for _ in 0..2 {
            if let Some((goal, version)) = self.measured(|version| version.on <= on) {
                let version = version.id;
                asked.insert(goal.clone(), Asked { goal, version });
            }
        }
        asked.into_values().collect()
    }

    /// What a rater says about a goal; nothing at times.
    pub fn answer(&mut self, rater: &Party, goal: &GoalId, how: Channel) -> Option<Answer> {
        let change = self.tape.chance(90).then(|| self.tape.below(7) as i64 - 3);
        let feed_forward = match self.tape.chance(25) {
            true => self.words(),
            false => Text::empty(),
        };
        let says = change.is_some() || !feed_forward.is_empty();
        says.then(|| Answer {
            party: rater.id.clone(),
            goal: goal.clone(),
            change: change.map(on_scale::<Change>),
            feed_forward,
            how,
        })
    }

    pub fn priority(&mut self) -> Option<Priority> {
        let mut parties = self.standing.clone();
        parties.retain(|party| party.role.on_the_sponsors_side());
        let party = self.tape.maybe(100, &parties)?.id;
        let mut wordings = BTreeMap::new();
        for _ in 0..=self.tape.below(3) {
            wordings.insert(self.day(), self.words());
        }
        let first = *wordings.keys().next()?;
        let wordings = wordings.into_iter();
        Some(Priority {
            id: self.id(),
            party,
            wordings: wordings
                .map(|(on, text)| PriorityWording { on, text })
                .collect(),
            ended: self.maybe_day(30).map(|ended| ended.max(first)),
        })
    }

    /// A tie of a goal to a priority or a purpose, from the day on which both were there.
    pub fn tie(&mut self, e: &Engagement) -> Option<Tie> {
        let goal = self.tape.maybe(100, &self.goals)?;
        let began = goal.versions.iter().map(|version| version.on).min()?;
        let priorities = e.priorities.iter().map(|priority| {
            let first = priority.wordings.iter().map(|wording| wording.on).min();
            (
                TiedTo::Priority(priority.id.clone()),
                first.unwrap_or(began),
            )
        });
        let purpose = e
            .purpose
            .iter()
            .map(|note| (TiedTo::Purpose(note.id.clone()), note.on));
        let (to, said) = self
            .tape
            .maybe(100, &priorities.chain(purpose).collect::<Vec<_>>())?;
        let on = self.day().min(began.max(said)).max(began);
        Some(Tie {
            id: self.id(),
            goal: goal.id,
            to,
            on,
            until: self.maybe_day(30).map(|until| until.max(on)),
            words: self.maybe_words(),
        })
    }

    pub fn thread(&mut self, e: &Engagement) -> Thread {
        let notes: Vec<NoteId> = e.insights.iter().map(|note| note.id.clone()).collect();
        Thread {
            id: self.id(),
            subject: self.words(),
            insights: self.tape.some(70, &notes),
        }
    }
}

/// One who may answer in a round of that day.
pub fn may_rate(party: &Party, on: Day) -> bool {
    !matches!(party.role, Role::Coachee | Role::Supervisor) && party.joined <= on
}

/// Adds scores, ratings and rounds to an engagement.
pub fn measures(e: &mut Engagement, maker: &mut Maker) {
    for _ in 0..maker.tape.below(9) {
        let score = maker.score();
        add_score(e, score);
    }
    for _ in 0..maker.tape.below(5) {
        let rating = maker.self_rating();
        add_rating(e, rating);
    }
    for _ in 0..maker.tape.below(4) {
        let on = maker.day();
        if e.rounds.iter().all(|round| round.on != on) {
            e.rounds.push(maker.round(on));
        }
    }
}

/// Adds a score unless its version has one of that day.
pub fn add_score(e: &mut Engagement, new: Option<Score>) {
    let same = |old: &Score, new: &Score| (&old.version, old.on) == (&new.version, new.on);
    let fits = |new: &Score| !e.scores.iter().any(|old| same(old, new));
    let new = new.filter(fits);
    e.scores.extend(new);
}

/// Adds a rating unless its version has one of that day.
pub fn add_rating(e: &mut Engagement, new: Option<SelfRating>) {
    let same =
        |old: &SelfRating, new: &SelfRating| (&old.version, old.on) == (&new.version, new.on);
    let fits = |new: &SelfRating| !e.self_ratings.iter().any(|old| same(old, new));
    let new = new.filter(fits);
    e.self_ratings.extend(new);
}

/// Adds priorities, ties and threads to an engagement.
pub fn direction(e: &mut Engagement, maker: &mut Maker) {
    for _ in 0..maker.tape.below(4) {
        let priority = maker.priority();
        e.priorities.extend(priority);
    }
    for _ in 0..maker.tape.below(6) {
        let tie = maker.tie(e);
        e.ties.extend(tie);
    }
    for _ in 0..maker.tape.below(3) {
        let thread = maker.thread(e);
        e.threads.push(thread);
    }
}
