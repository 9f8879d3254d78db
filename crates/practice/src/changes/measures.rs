//! Measures: levels, scores, the coachee's own ratings, and rounds of raters.

use coaching::ids::{RoundId, ScoreId, SelfRatingId};
use coaching::measures::{
    self, Answer, Attainment, Change, FEWEST_RATERS, Rated, Refusal, Round, Scored, SelfMark,
};
use coaching::record::Case;

use super::agreements::draft;
use super::{came_out_of, made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, text};
use crate::types::{
    AddScore, AddSelfRating, AnswerOf, CloseRound, CorrectAnswer, Made, OpenRound, RemoveRound,
    RemoveScore, RemoveSelfRating, SetRaters, WriteLevels, WriteRound,
};

impl Desk {
    /// Writes the five levels of a goal version down, in place of those it had.
    ///
    /// # Errors
    /// A [`Refusal`], at its field: one is blank, or they were scored by.
    pub fn write_levels(&mut self, ask: WriteLevels) -> Result<(), Failure> {
        self.change_case("write levels", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let texts = [
                text("much_less", ask.much_less)?,
                text("less", ask.less)?,
                text("expected", ask.expected)?,
                text("more", ask.more)?,
                text("much_more", ask.much_more)?,
            ];
            let written = measures::levels(e, &ask.version, texts, on)?;
            for version in &written.versions {
                store::levels::set(tx, &e.id, version, &written.levels)?;
            }
            Ok(())
        })
    }

    /// Scores a goal by the levels of the version that stood on the day.
    ///
    /// # Errors
    /// A [`Refusal`], at its field; a level off the scale; a day ahead.
    pub fn add_score(&mut self, ask: AddScore) -> Result<Made, Failure> {
        self.change_case("add score", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            came_out_of(e, ask.session.as_ref(), None)?;
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let level = Attainment::try_from(i64::from(ask.level))
                .map_err(|_| off_the_scale("level", "A level is a whole number from −2 to +2."))?;
            let said = Scored {
                level,
                words: text("words", ask.words)?,
                session: ask.session,
            };
            let score = measures::score(e, new_id(ScoreId::new)?, &ask.goal, on, said)?;
            store::measure::insert_score(tx, &e.id, &score)?;
            Ok(made(&score.id))
        })
    }

    /// Takes a score back.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_score(&mut self, ask: RemoveScore) -> Result<(), Failure> {
        self.change_case("remove score", &ask.engagement, |tx, case, _| {
            let mut scores = case.engagement.scores.iter();
            if !scores.any(|score| score.id == ask.score) {
                return Err(Failure::missing("score"));
            }
            Ok(store::measure::remove_score(tx, &ask.score)?)
        })
    }

    /// Enters the coachee's own rating of the version that stood on the day.
    ///
    /// # Errors
    /// As [`Desk::add_score`].
    pub fn add_self_rating(&mut self, ask: AddSelfRating) -> Result<Made, Failure> {
        self.change_case("add self-rating", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            came_out_of(e, ask.session.as_ref(), None)?;
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let mark = SelfMark::try_from(i64::from(ask.mark))
                .map_err(|_| off_the_scale("mark", "A rating is a whole number from 0 to 10."))?;
            let said = Rated {
                mark,
                words: text("words", ask.words)?,
                session: ask.session,
            };
            let rating = measures::self_rating(e, new_id(SelfRatingId::new)?, &ask.goal, on, said)?;
            store::measure::insert_self_rating(tx, &e.id, &rating)?;
            Ok(made(&rating.id))
        })
    }

    /// Takes a rating back.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_self_rating(&mut self, ask: RemoveSelfRating) -> Result<(), Failure> {
        self.change_case("remove self-rating", &ask.engagement, |tx, case, _| {
            let mut ratings = case.engagement.self_ratings.iter();
            if !ratings.any(|rating| rating.id == ask.rating) {
                return Err(Failure::missing("rating"));
            }
            Ok(store::measure::remove_self_rating(tx, &ask.rating)?)
        })
    }

    /// Begins a round about some goals.
    ///
    /// # Errors
    /// A [`Refusal`], at its field; a day ahead.
    pub fn open_round(&mut self, ask: OpenRound) -> Result<Made, Failure> {
        self.change_case("open round", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let round = measures::open_round(e, new_id(RoundId::new)?, on, &ask.goals)?;
            store::measure::insert_round(tx, &e.id, &round)?;
            Ok(made(&round.id))
        })
    }

    /// Writes all answers of an open round, in place of those it had.
    ///
    /// # Errors
    /// A [`Refusal`]; a number off the scale.
    pub fn write_round(&mut self, ask: WriteRound) -> Result<(), Failure> {
        self.change_case("write round", &ask.engagement, |tx, case, _| {
            let round = open(case, &ask.round)?;
            let answers: Vec<Answer> = ask
                .answers
                .into_iter()
                .map(answer)
                .collect::<Result<_, _>>()?;
            measures::answers_fit(&case.engagement, round, &answers)?;
            let id = &case.engagement.id;
            Ok(store::measure::replace_answers(
                tx, id, &round.id, &answers,
            )?)
        })
    }

    /// Puts a slip of the pen in one answer right. In a closed round a number may become another, but
    /// not appear or go.
    ///
    /// # Errors
    /// A [`Refusal`]; a number off the scale; there is no such answer.
    pub fn correct_answer(&mut self, ask: CorrectAnswer) -> Result<(), Failure> {
        self.change_case("correct answer", &ask.engagement, |tx, case, _| {
            let round = round(case, &ask.round)?;
            let corrected = answer(ask.answer)?;
            let mut answers = round.answers.clone();
            let was = answers
                .iter_mut()
                .find(|a| (&a.party, &a.goal) == (&corrected.party, &corrected.goal));
            match was {
                Some(was) => was.clone_from(&corrected),
                None if round.closed.is_some() => return Err(Refusal::Closed.into()),
                None => return Err(Failure::missing("answer")),
            }
            measures::answers_fit(&case.engagement, round, &answers)?;
            Ok(store::measure::correct_answer(tx, &round.id, &corrected)?)
        })
    }

    /// Closes a round: from that day on what its raters say together counts.
    ///
    /// # Errors
    /// A [`Refusal`]; a day ahead.
    pub fn close_round(&mut self, ask: CloseRound) -> Result<(), Failure> {
        self.change_case("close round", &ask.engagement, |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let round = round(case, &ask.round)?;
            measures::close(round, on)?;
            Ok(store::measure::close_round(tx, &round.id, on)?)
        })
    }

    /// Removes an open round with its answers.
    ///
    /// # Errors
    /// [`Refusal::Closed`]: what raters said together may have been told by now.
    pub fn remove_round(&mut self, ask: RemoveRound) -> Result<(), Failure> {
        self.change_case("remove round", &ask.engagement, |tx, case, _| {
            let round = open(case, &ask.round)?;
            Ok(store::measure::remove_round(tx, &round.id)?)
        })
    }

    /// Sets the fewest raters that a combined figure rests on, in a draft.
    ///
    /// # Errors
    /// As [`Desk::set_boundaries`]; fewer than three.
    pub fn set_raters(&mut self, ask: SetRaters) -> Result<(), Failure> {
        self.change_case("set raters", &ask.engagement, |tx, case, _| {
            let agreement = draft(case, &ask.agreement)?;
            if ask.raters < FEWEST_RATERS {
                return Err(Failure::input(
                    "raters",
                    "too_few_raters",
                    "A combined figure rests on three raters or more.",
                ));
            }
            let id = &agreement.id;
            Ok(store::agreement::set_raters(tx, id, ask.raters)?)
        })
    }
}

fn off_the_scale(field: &str, message: &str) -> Failure {
    Failure::new("measure.off_the_scale", message).at(field)
}

fn round<'c>(case: &'c Case, id: &RoundId) -> Result<&'c Round, Failure> {
    let mut rounds = case.engagement.rounds.iter();
    let found = rounds.find(|round| round.id == *id);
    found.ok_or_else(|| Failure::missing("round"))
}

/// A round to which answers may still come.
fn open<'c>(case: &'c Case, id: &RoundId) -> Result<&'c Round, Failure> {
    let round = round(case, id)?;
    if round.closed.is_some() {
        Err(Refusal::Closed.into())
    } else {
        Ok(round)
    }
}

fn answer(asked: AnswerOf) -> Result<Answer, Failure> {
    let change = asked
        .change
        .map(|change| Change::try_from(i64::from(change)))
        .transpose()
        .map_err(|_| off_the_scale("change", "An answer is a whole number from −3 to +3."))?;
    Ok(Answer {
        party: asked.party,
        goal: asked.goal,
        change,
        feed_forward: text("feed_forward", asked.feed_forward)?,
        how: asked.how,
    })
}
