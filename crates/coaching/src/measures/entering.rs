//! How levels are written and measures entered: what is allowed, as pure functions that return what
//! is to be kept or say why not (`docs/goals.md`, measures).

use std::collections::BTreeSet;

use super::{
    Answer, Asked, Attainment, Levels, Refusal, Round, Score, SelfMark, SelfRating, series,
};
use crate::day::Day;
use crate::goals::GoalVersion;
use crate::ids::{GoalId, GoalVersionId, PartyId, RoundId, ScoreId, SelfRatingId, SessionId};
use crate::record::Engagement;
use crate::text::{Text, about};
use crate::words::Role;

/// The names of the five levels, from −2 to +2: the fields of the form.
const LEVELS: [&str; 5] = ["much_less", "less", "expected", "more", "much_more"];

/// What a coach says about a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The level.
    pub level: Attainment,
    /// What it was seen by. May be empty.
    pub words: Text<about::Progress>,
    /// The session in which it was scored.
    pub session: Option<SessionId>,
}

/// What a coachee says about a goal, as a number and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The rating.
    pub mark: SelfMark,
    /// The sentence. May be empty.
    pub words: Text<about::Progress>,
    /// The session in which it was given.
    pub session: Option<SessionId>,
}

/// Levels as they were written, and the versions that they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The levels.
    pub levels: Levels,
    /// The version that they were written for, and those after it that had taken over from it what it
    /// had before.
    pub versions: Vec<GoalVersionId>,
}

/// The five levels of a goal version, from −2 to +2. They may be written anew until the version, or
/// another that means the same, was scored. Later versions that mean the same take them over, up to
/// one that has levels of its own.
///
/// # Errors
/// A [`Refusal`] when one is blank, the version is unknown or ended the goal, or they were scored.
pub fn levels(
    engagement: &Engagement,
    version: &GoalVersionId,
    texts: [Text<about::CurrentGoals>; 5],
    on: Day,
) -> Result<Written, Refusal> {
    let goals = engagement.goals.iter();
    let found = goals
        .filter_map(|goal| Some((goal, goal.version(version)?)))
        .next();
    let (goal, at) = found.ok_or(Refusal::NoSuchVersion)?;
    if let Some((_, level)) = texts.iter().zip(LEVELS).find(|(text, _)| text.is_empty()) {
        return Err(Refusal::Gap(level));
    }
    if !at.status.goes_on() {
        return Err(Refusal::Ended);
    }
    let last = goal.versions.iter().map(|version| version.on).max();
    let all = series(goal, last.unwrap_or(at.on));
    let same = all.iter().filter(|series| series.holds(version));
    let scored = |score: &Score| same.clone().any(|series| series.holds(&score.version));
    if engagement.scores.iter().any(scored) {
        return Err(Refusal::Scored);
    }
    let series = same.flat_map(|series| &series.versions);
    let taken_over = series
        .skip_while(|held| held.id != *version)
        .take_while(|held| held.levels == at.levels);
    let versions = taken_over.map(|held| held.id.clone()).collect();
    let [much_less, less, expected, more, much_more] = texts;
    let levels = Levels {
        on,
        much_less,
        less,
        expected,
        more,
        much_more,
    };
    Ok(Written { levels, versions })
}

/// A score of the version that stood on its day.
///
/// # Errors
/// A [`Refusal`] when the goal has no levels by that day, had not begun, had ended, or was scored.
pub fn score(
    engagement: &Engagement,
    id: ScoreId,
    goal: &GoalId,
    on: Day,
    said: Scored,
) -> Result<Score, Refusal> {
    let version = measured(engagement, goal, on)?;
    let levels = version.levels.as_ref().ok_or(Refusal::NoLevels)?;
    if levels.on > on {
        return Err(Refusal::BeforeLevels);
    }
    let of_that_day = |score: &Score| score.version == version.id && score.on == on;
    if engagement.scores.iter().any(of_that_day) {
        return Err(Refusal::ScoredThatDay);
    }
    Ok(Score {
        id,
        goal: goal.clone(),
        version: version.id.clone(),
        on,
        level: said.level,
        words: said.words,
        session: said.session,
    })
}

/// The coachee's own rating of the version that stood on its day.
///
/// # Errors
/// A [`Refusal`] when the goal had not begun, had ended, or was rated on that day.
pub fn self_rating(
    engagement: &Engagement,
    id: SelfRatingId,
    goal: &GoalId,
    on: Day,
    said: Rated,
) -> Result<SelfRating, Refusal> {
    let version = measured(engagement, goal, on)?;
    let of_that_day = |rating: &SelfRating| rating.version == version.id && rating.on == on;
    if engagement.self_ratings.iter().any(of_that_day) {
        return Err(Refusal::RatedThatDay);
    }
    Ok(SelfRating {
        id,
        goal: goal.clone(),
        version: version.id.clone(),
        on,
        mark: said.mark,
        words: said.words,
        session: said.session,
    })
}

/// A round that asks about goals as they stood on its day; nobody has answered yet.
///
/// # Errors
/// A [`Refusal`] when it names no goal, one twice, one that had not begun or had ended, or when
/// there is a round of that day.
pub fn open_round(
    engagement: &Engagement,
    id: RoundId,
    on: Day,
    goals: &[GoalId],
) -> Result<Round, Refusal> {
    if goals.is_empty() {
        return Err(Refusal::NoGoal);
    }
    if goals.iter().collect::<BTreeSet<_>>().len() < goals.len() {
        return Err(Refusal::GoalTwice);
    }
    if engagement.rounds.iter().any(|round| round.on == on) {
        return Err(Refusal::RoundThatDay);
    }
    let asked = goals.iter().map(|goal| {
        Ok(Asked {
            goal: goal.clone(),
            version: measured(engagement, goal, on)?.id.clone(),
        })
    });
    Ok(Round {
        id,
        on,
        closed: None,
        asked: asked.collect::<Result<_, _>>()?,
        answers: Vec::new(),
    })
}

/// True for those who can be asked how the coachee has changed: not the coachee, and not the coach's
/// supervisor, who knows no names.
#[must_use]
pub fn can_rate(role: Role) -> bool {
    !matches!(role, Role::Coachee | Role::Supervisor)
}

/// Says whether these may be all the answers of a round. In a closed one they come from the same
/// people, about the same goals, as before.
///
/// # Errors
/// A [`Refusal`] when one of them does not fit.
pub fn answers_fit(
    engagement: &Engagement,
    round: &Round,
    answers: &[Answer],
) -> Result<(), Refusal> {
    let mut once = BTreeSet::new();
    for answer in answers {
        let party = engagement
            .party(&answer.party)
            .ok_or(Refusal::NoSuchParty)?;
        if !can_rate(party.role) {
            return Err(Refusal::NotARater);
        }
        if party.joined > round.on {
            return Err(Refusal::NotThereYet);
        }
        if round.version_of(&answer.goal).is_none() {
            return Err(Refusal::NotAsked);
        }
        if !once.insert((&answer.party, &answer.goal)) {
            return Err(Refusal::AnsweredTwice);
        }
        if answer.change.is_none() && answer.feed_forward.is_empty() {
            return Err(Refusal::SaysNothing);
        }
    }
    if round.closed.is_some() && who(answers) != who(&round.answers) {
        return Err(Refusal::Closed);
    }
    Ok(())
}

/// Who gave an answer about which goal, and whether with a number.
fn who(answers: &[Answer]) -> BTreeSet<(&PartyId, &GoalId, bool)> {
    answers
        .iter()
        .map(|answer| (&answer.party, &answer.goal, answer.change.is_some()))
        .collect()
}

/// The round, closed on a day. There is no way back.
///
/// # Errors
/// A [`Refusal`] when it is closed already, the day lies before the round's, or nobody answered.
pub fn close(round: &Round, on: Day) -> Result<Round, Refusal> {
    if round.closed.is_some() {
        Err(Refusal::Closed)
    } else if on < round.on {
        Err(Refusal::ClosedTooEarly)
    } else if round.answers.is_empty() {
        Err(Refusal::NobodyAnswered)
    } else {
        Ok(Round {
            closed: Some(on),
            ..round.clone()
        })
    }
}

/// The version that stood on a day, of a goal that went on then.
fn measured<'e>(
    engagement: &'e Engagement,
    goal: &GoalId,
    on: Day,
) -> Result<&'e GoalVersion, Refusal> {
    let goal = engagement.goal(goal).ok_or(Refusal::NoSuchGoal)?;
    let version = goal.on(on).ok_or(Refusal::BeforeItBegan)?;
    if version.status.goes_on() {
        Ok(version)
    } else {
        Err(Refusal::Ended)
    }
}
