//! Why something cannot be measured in this way.

/// Why levels, a score, a rating, a round or an answer is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such goal in this engagement.
    #[error("This goal is not one of this engagement.")]
    NoSuchGoal,
    /// There is no such version of a goal in this engagement.
    #[error("This wording of a goal is not one of this engagement.")]
    NoSuchVersion,
    /// The day lies before the goal began.
    #[error("The day lies before the goal began. Check the date.")]
    BeforeItBegan,
    /// The goal had ended.
    #[error("The goal had ended by that day, so it is not measured any more.")]
    Ended,
    /// A level is blank.
    #[error("All five levels are written down before anything is scored. Write this one too.")]
    Gap(&'static str),
    /// The levels were scored.
    #[error(
        "These levels were scored, so they stay. A goal that means something new gets new ones."
    )]
    Scored,
    /// The goal has no levels.
    #[error("Write the five levels of this goal down before you score it.")]
    NoLevels,
    /// The score lies before the levels.
    #[error("The levels were written down after that day. Check the date.")]
    BeforeLevels,
    /// The goal was scored on that day.
    #[error("This goal has a score of that day. Choose another day, or take that score back.")]
    ScoredThatDay,
    /// The goal was rated on that day.
    #[error("This goal has a rating of that day. Choose another day, or take that rating back.")]
    RatedThatDay,
    /// There is a round of that day.
    #[error("There is a round of that day. Choose another day, or go on with that round.")]
    RoundThatDay,
    /// A round asks about nothing.
    #[error("Choose at least one goal to ask about.")]
    NoGoal,
    /// A round asks about a goal twice.
    #[error("A round asks about each goal once.")]
    GoalTwice,
    /// The rater is not in this engagement.
    #[error("This person is not in this engagement. Add them first.")]
    NoSuchParty,
    /// The rater is the coachee or the supervisor.
    #[error("The coachee and the supervisor do not answer. The coachee has ratings of their own.")]
    NotARater,
    /// The rater joined after the round.
    #[error("This person was not in the engagement yet on the day of the round.")]
    NotThereYet,
    /// The round did not ask about the goal.
    #[error("The round did not ask about this goal.")]
    NotAsked,
    /// A rater answers about a goal twice.
    #[error("Each person answers once about each goal.")]
    AnsweredTwice,
    /// An answer has neither a number nor words.
    #[error("An answer needs a number or a suggestion.")]
    SaysNothing,
    /// Somebody would be added to a closed round, or taken out of it.
    #[error(
        "This round is closed: a slip can be put right, but nobody is added to it or taken out."
    )]
    Closed,
    /// The round would be closed before its day.
    #[error("A round cannot be closed before its day. Check the date.")]
    ClosedTooEarly,
    /// Nobody answered.
    #[error("Nobody has answered yet, so there is nothing to close.")]
    NobodyAnswered,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSuchGoal => "goal.unknown",
            Self::NoSuchVersion => "goal.unknown_version",
            Self::BeforeItBegan => "measure.before_goal",
            Self::Ended => "measure.ended",
            Self::Gap(_) => "levels.gap",
            Self::Scored => "levels.scored",
            Self::NoLevels => "score.no_levels",
            Self::BeforeLevels => "score.before_levels",
            Self::ScoredThatDay => "score.same_day",
            Self::RatedThatDay => "rating.same_day",
            Self::RoundThatDay => "round.same_day",
            Self::NoGoal => "round.no_goal",
            Self::GoalTwice => "round.goal_twice",
            Self::NoSuchParty => "answer.unknown_party",
            Self::NotARater => "answer.not_a_rater",
            Self::NotThereYet => "answer.not_there_yet",
            Self::NotAsked => "answer.not_asked",
            Self::AnsweredTwice => "answer.twice",
            Self::SaysNothing => "answer.says_nothing",
            Self::Closed => "round.closed",
            Self::ClosedTooEarly => "round.closed_too_early",
            Self::NobodyAnswered => "round.nobody_answered",
        }
    }

    /// The field of the form that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Gap(level) => level,
            Self::NoSuchGoal | Self::Ended | Self::NoLevels | Self::NotAsked => "goal",
            Self::NoSuchVersion | Self::Scored => "version",
            Self::NoGoal | Self::GoalTwice => "goals",
            Self::NoSuchParty | Self::NotARater | Self::NotThereYet | Self::AnsweredTwice => {
                "party"
            }
            Self::SaysNothing => "change",
            Self::Closed | Self::NobodyAnswered => "answers",
            Self::BeforeItBegan
            | Self::BeforeLevels
            | Self::ScoredThatDay
            | Self::RatedThatDay
            | Self::RoundThatDay
            | Self::ClosedTooEarly => "on",
        }
    }
}
