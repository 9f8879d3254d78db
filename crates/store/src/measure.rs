//! The tables `score`, `self_rating`, `round`, `round_asked` and `round_answer`.

use coaching::day::Day;
use coaching::ids::{EngagementId, RoundId, ScoreId, SelfRatingId};
use coaching::measures::{Answer, Asked, Round, Score, SelfRating};

use crate::column::ToColumn;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a score.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, or its version has a score of that day;
/// [`StoreError::Dangling`] when the goal, its version or the session is not in the engagement.
pub fn insert_score(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    score: &Score,
) -> Result<(), StoreError> {
    const SQL: &str =
        "INSERT INTO score (engagement, id, goal, version, day, level, words, session)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let Score {
        id,
        goal,
        version,
        on,
        level,
        words,
        session,
    } = score;
    let values: [&dyn ToColumn; 8] = [engagement, id, goal, version, on, level, words, session];
    tx.run(SQL, &values).map(drop)
}

/// Takes a score back.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_score(tx: &Tx<'_>, id: &ScoreId) -> Result<(), StoreError> {
    tx.change("score", "DELETE FROM score WHERE id = ?1", &[id])
}

/// Enters the coachee's own rating.
///
/// # Errors
/// As for [`insert_score`].
pub fn insert_self_rating(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    rating: &SelfRating,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO self_rating
            (engagement, id, goal, version, day, mark, words, session)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let SelfRating {
        id,
        goal,
        version,
        on,
        mark,
        words,
        session,
    } = rating;
    let values: [&dyn ToColumn; 8] = [engagement, id, goal, version, on, mark, words, session];
    tx.run(SQL, &values).map(drop)
}

/// Takes a rating back.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_self_rating(tx: &Tx<'_>, id: &SelfRatingId) -> Result<(), StoreError> {
    tx.change(
        "self_rating",
        "DELETE FROM self_rating WHERE id = ?1",
        &[id],
    )
}

/// Enters a round with what it asked about and its answers.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, the engagement has a round of that day, or a party
/// answers about a goal twice; [`StoreError::Dangling`] when a goal, version or party is not in the
/// engagement, or an answer is about a goal that was not asked about.
pub fn insert_round(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    round: &Round,
) -> Result<(), StoreError> {
    const ROUND: &str = "INSERT INTO round (engagement, id, day) VALUES (?1, ?2, ?3)";
    const ASKED: &str = "INSERT INTO round_asked (engagement, round, place, goal, version)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let Round {
        id,
        on,
        closed,
        asked,
        answers,
    } = round;
    tx.run(ROUND, &[engagement, id, on])?;
    for (Asked { goal, version }, place) in asked.iter().zip(1_u32..) {
        tx.run(ASKED, &[engagement, id, &place, goal, version])?;
    }
    insert_answers(tx, engagement, id, answers)?;
    closed.map_or(Ok(()), |closed| close_round(tx, id, closed))
}

fn insert_answers(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    round: &RoundId,
    answers: &[Answer],
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO round_answer
            (engagement, round, place, party, goal, change, feed_forward, how)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    for (answer, place) in answers.iter().zip(1_u32..) {
        let Answer {
            party,
            goal,
            change,
            feed_forward,
            how,
        } = answer;
        let values: [&dyn ToColumn; 8] = [
            engagement,
            round,
            &place,
            party,
            goal,
            change,
            feed_forward,
            how,
        ];
        tx.run(SQL, &values)?;
    }
    Ok(())
}

/// Writes the answers of an open round, in place of those it had.
///
/// # Errors
/// [`StoreError::Refused`] when the round is closed and has answers; otherwise as for
/// [`insert_round`].
pub fn replace_answers(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    round: &RoundId,
    answers: &[Answer],
) -> Result<(), StoreError> {
    tx.run("DELETE FROM round_answer WHERE round = ?1", &[round])?;
    insert_answers(tx, engagement, round, answers)
}

/// Puts a slip of the pen in an answer right. Works in a closed round as well, where a number may
/// become another but not appear or go.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when the round is closed and a number would
/// appear or go.
pub fn correct_answer(tx: &Tx<'_>, round: &RoundId, answer: &Answer) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE round_answer SET change = ?4, feed_forward = ?5, how = ?6
        WHERE round = ?1 AND party = ?2 AND goal = ?3";
    let Answer {
        party,
        goal,
        change,
        feed_forward,
        how,
    } = answer;
    tx.change(
        "round_answer",
        SQL,
        &[round, party, goal, change, feed_forward, how],
    )
}

/// Closes a round: from that day on its combined figures count.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when it was closed on another day.
pub fn close_round(tx: &Tx<'_>, round: &RoundId, on: Day) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE round SET closed = ?2 WHERE id = ?1";
    tx.change("round", SQL, &[round, &on])
}

/// Removes a round with its answers.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_round(tx: &Tx<'_>, round: &RoundId) -> Result<(), StoreError> {
    tx.change("round", "DELETE FROM round WHERE id = ?1", &[round])
}

/// An engagement's scores, by day.
pub(crate) fn scores(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Score>, StoreError> {
    const SQL: &str = "SELECT id, goal, version, day, level, words, session FROM score
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Score {
            id: row.take()?,
            goal: row.take()?,
            version: row.take()?,
            on: row.take()?,
            level: row.take()?,
            words: row.take()?,
            session: row.take()?,
        })
    })
}

/// The coachee's own ratings, by day.
pub(crate) fn self_ratings(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<SelfRating>, StoreError> {
    const SQL: &str = "SELECT id, goal, version, day, mark, words, session FROM self_rating
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(SelfRating {
            id: row.take()?,
            goal: row.take()?,
            version: row.take()?,
            on: row.take()?,
            mark: row.take()?,
            words: row.take()?,
            session: row.take()?,
        })
    })
}

/// An engagement's rounds, by day.
pub(crate) fn rounds(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Round>, StoreError> {
    const ROUNDS: &str = "SELECT id, day, closed FROM round WHERE engagement = ?1 ORDER BY day";
    const ASKED: &str = "SELECT round, goal, version FROM round_asked
        WHERE engagement = ?1 ORDER BY round, place";
    const ANSWERS: &str = "SELECT round, party, goal, change, feed_forward, how FROM round_answer
        WHERE engagement = ?1 ORDER BY round, place";
    let mut asked = tx.rows_by(ASKED, &[engagement], |row| {
        let round: RoundId = row.take()?;
        let asked = Asked {
            goal: row.take()?,
            version: row.take()?,
        };
        Ok((round, asked))
    })?;
    let mut answers = tx.rows_by(ANSWERS, &[engagement], |row| {
        let round: RoundId = row.take()?;
        let answer = Answer {
            party: row.take()?,
            goal: row.take()?,
            change: row.take()?,
            feed_forward: row.take()?,
            how: row.take()?,
        };
        Ok((round, answer))
    })?;
    tx.rows(ROUNDS, &[engagement], |row| {
        let id: RoundId = row.take()?;
        Ok(Round {
            asked: asked.of(&id),
            answers: answers.of(&id),
            id,
            on: row.take()?,
            closed: row.take()?,
        })
    })
}
