//! What was measured: goal by goal and series by series, and each round with all that was said.

use coaching::agreement::{fewest_raters, in_force};
use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{GoalId, GoalVersionId};
use coaching::measures::{
    Round, Series, Weighed, attained, can_rate, combined, series, t_in_tenths,
};
use coaching::record::{Case, Party};
use coaching::seat::seat;
use coaching::view::View;
use coaching::words::{Chairs, Role, Topic};

use super::cards::{Shown, words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AnswerCard, AskEngagement, AskedCard, AttainedCard, AttainmentCard, BendCard, FigureCard,
    LevelsCard, MeasuredGoal, MeasuresPage, PulseCard, RaterCard, RoundCard, ScoreCard,
    SelfRatingCard, SeriesCard,
};

impl Desk {
    /// What was measured in an engagement by a day: everything, for the coach's eyes.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn measures(&self, ask: AskEngagement) -> Result<MeasuresPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            Measured::new(case, ask.on.unwrap_or(now.today)).page()
        })
    }
}

/// One engagement on one day, with what others see of it.
struct Measured<'a> {
    case: &'a Case,
    on: Day,
    /// The coachee and each party on the sponsor's side: its role, its name, what its chair shows.
    others: Vec<(Role, String, View)>,
}

impl<'a> Measured<'a> {
    fn new(case: &'a Case, on: Day) -> Self {
        let onlooks = |role: Role| role == Role::Coachee || role.on_the_sponsors_side();
        let parties = case.engagement.parties.iter();
        let mut others: Vec<_> = parties
            .filter(|party| onlooks(party.role) && party.is_in(on))
            .filter_map(|party| {
                let view = seat(case, &party.id, on).ok()?;
                Some((party.role, case.name(&party.id).to_owned(), view))
            })
            .collect();
        others.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        Self { case, on, others }
    }

    fn page(&self) -> Result<MeasuresPage, Failure> {
        let e = &self.case.engagement;
        let shown = Shown::new(self.case, self.on);
        let coachee = e.coachee().ok_or_else(|| Failure::missing("coachee"))?;
        let mut rounds: Vec<&Round> = e.rounds.iter().filter(|r| r.on <= self.on).collect();
        rounds.sort_by_key(|round| std::cmp::Reverse(round.on));
        let versions = e.goals.iter().flat_map(|goal| &goal.versions);
        let began = versions.map(|version| version.on);
        let began = began.filter(|day| *day <= self.on).min();
        Ok(MeasuresPage {
            engagement: e.id.clone(),
            on: self.on,
            from: began.unwrap_or(e.began).min(self.on),
            goals: self.goals(&shown),
            attainment: self.attainment(),
            rounds: rounds.into_iter().map(|round| self.round(round)).collect(),
            raters: self.raters(|party| can_rate(party.role) && party.is_in(self.on)),
            fewest: fewest_raters(in_force(&self.case.engagement, self.on)),
            progress_chairs: shown
                .chairs(Topic::Progress, None)
                .max(shown.chairs(Topic::Progress, Some(&coachee.id))),
            verbatim_chairs: shown.chairs(Topic::FeedbackVerbatim, None),
            combined_chairs: self.combined_chairs(&shown),
        })
    }

    /// Combined figures show the chair of those who see one, not of those who might.
    fn combined_chairs(&self, shown: &Shown<'_>) -> Chairs {
        let seen = |view: &View| view.measures().iter().any(|m| !m.combined().is_empty());
        let anybody = self
            .others
            .iter()
            .any(|(role, _, view)| role.on_the_sponsors_side() && seen(view));
        let chairs = shown.chairs(Topic::FeedbackCombined, None);
        if anybody {
            chairs
        } else {
            chairs.min(Chairs::Two)
        }
    }

    /// In the order in which goals stand on every page.
    fn goals(&self, shown: &Shown<'_>) -> Vec<MeasuredGoal> {
        shown
            .in_order()
            .into_iter()
            .filter_map(|(goal, _)| Some(self.goal(goal, goal.on(self.on)?)))
            .collect()
    }

    fn goal(&self, goal: &Goal, now: &GoalVersion) -> MeasuredGoal {
        let all = series(goal, self.on);
        let ended = (!now.status.goes_on()).then_some(now.on);
        let ends = all
            .iter()
            .skip(1)
            .filter_map(first_day)
            .map(Some)
            .chain([ended]);
        MeasuredGoal {
            goal: goal.id.clone(),
            title: words(&now.title),
            weight: now.weight,
            status: now.status,
            goes_on: now.status.goes_on(),
            agreed: self.case.engagement.meetings.iter().any(|meeting| {
                meeting.made_a_baseline(self.on)
                    && meeting.agreed.iter().any(|agreed| agreed.goal == goal.id)
            }),
            version: now.id.clone(),
            version_on: now.on,
            measure: words(&now.measure),
            levels: self.levels(now, all.last()),
            series: all
                .iter()
                .zip(ends)
                .map(|(series, until)| self.series(goal, series, until))
                .collect(),
        }
    }

    fn levels(&self, version: &GoalVersion, of: Option<&Series<'_>>) -> Option<LevelsCard> {
        let levels = version.levels.as_ref()?;
        let mut scores = self.case.engagement.scores.iter();
        Some(LevelsCard {
            on: levels.on,
            words: levels.all().into_iter().map(words).collect(),
            stand: scores.any(|score| of.is_some_and(|of| of.holds(&score.version))),
        })
    }

    fn series(&self, goal: &Goal, series: &Series<'_>, until: Option<Day>) -> SeriesCard {
        let e = &self.case.engagement;
        let first = series.versions.first();
        let breaks = first
            .and_then(|version| version.shift.as_ref())
            .is_some_and(|shift| shift.kind.moves_the_meaning());
        let mut scores: Vec<_> = e.scores.iter().collect();
        scores.retain(|score| score.on <= self.on && series.holds(&score.version));
        scores.sort_by_key(|score| score.on);
        let mut ratings: Vec<_> = e.self_ratings.iter().collect();
        ratings.retain(|rating| rating.on <= self.on && series.holds(&rating.version));
        ratings.sort_by_key(|rating| rating.on);
        let mut rounds: Vec<_> = e.rounds.iter().filter(|r| r.on <= self.on).collect();
        rounds.retain(|round| round.version_of(&goal.id).is_some_and(|v| series.holds(v)));
        rounds.sort_by_key(|round| round.on);
        SeriesCard {
            from: first.map_or(self.on, |version| version.on),
            until,
            title: series
                .versions
                .last()
                .map_or(String::new(), |v| words(&v.title)),
            broken_by: first.filter(|_| breaks).and_then(|version| bend(version)),
            bends: series
                .versions
                .iter()
                .skip(1)
                .filter_map(|v| bend(v))
                .collect(),
            scores: scores
                .into_iter()
                .map(|score| ScoreCard {
                    id: score.id.clone(),
                    on: score.on,
                    level: score.level,
                    meaning: goal
                        .version(&score.version)
                        .and_then(|version| version.levels.as_ref())
                        .map_or(String::new(), |levels| words(levels.at(score.level))),
                    words: words(&score.words),
                    session: score.session.clone(),
                })
                .collect(),
            ratings: ratings
                .into_iter()
                .map(|rating| SelfRatingCard {
                    id: rating.id.clone(),
                    on: rating.on,
                    mark: rating.mark,
                    words: words(&rating.words),
                    session: rating.session.clone(),
                })
                .collect(),
            pulses: rounds
                .into_iter()
                .filter_map(|round| {
                    Some(PulseCard {
                        round: round.id.clone(),
                        on: round.on,
                        closed: round.is_closed(self.on),
                        figure: self.figure(round, &goal.id)?,
                    })
                })
                .collect(),
        }
    }

    fn attainment(&self) -> Option<AttainmentCard> {
        let attained = attained(&self.case.engagement, self.on);
        let scored: Vec<_> = attained.iter().map(|(_, weighed)| *weighed).collect();
        let card = |(goal, weighed): (&Goal, Weighed)| {
            Some(AttainedCard {
                goal: goal.id.clone(),
                title: words(&goal.on(self.on)?.title),
                weight: weighed.weight,
                level: weighed.level,
            })
        };
        Some(AttainmentCard {
            tenths: t_in_tenths(&scored)?,
            goals: attained.into_iter().filter_map(card).collect(),
        })
    }

    fn round(&self, round: &Round) -> RoundCard {
        let e = &self.case.engagement;
        let title = |goal: &GoalId, version: &GoalVersionId| {
            let version = e.goal(goal).and_then(|goal| goal.version(version));
            version.map_or(String::new(), |version| words(&version.title))
        };
        RoundCard {
            id: round.id.clone(),
            on: round.on,
            closed: round.closed.filter(|closed| *closed <= self.on),
            asked: round
                .asked
                .iter()
                .map(|asked| AskedCard {
                    goal: asked.goal.clone(),
                    title: title(&asked.goal, &asked.version),
                    figure: self.figure(round, &asked.goal),
                })
                .collect(),
            answers: round
                .answers
                .iter()
                .map(|answer| AnswerCard {
                    party: answer.party.clone(),
                    goal: answer.goal.clone(),
                    change: answer.change,
                    feed_forward: words(&answer.feed_forward),
                    how: answer.how,
                })
                .collect(),
            raters: self.raters(|party| {
                let answered = round.answers.iter().any(|a| a.party == party.id);
                answered || (can_rate(party.role) && party.is_in(round.on))
            }),
        }
    }

    /// Stakeholders first, by name.
    fn raters(&self, who: impl Fn(&Party) -> bool) -> Vec<RaterCard> {
        let parties = self.case.engagement.parties.iter();
        let mut raters: Vec<RaterCard> = parties
            .filter(|party| who(party))
            .map(|party| RaterCard {
                party: party.id.clone(),
                name: self.case.name(&party.id).to_owned(),
                role: party.role,
                relation: party.relation.clone(),
            })
            .collect();
        raters.sort_by(|a, b| {
            let last = |rater: &RaterCard| rater.role != Role::Stakeholder;
            (last(a), &a.name, &a.party).cmp(&(last(b), &b.name, &b.party))
        });
        raters
    }

    /// What the raters of a round say together about a goal. Who sees it is asked of their chairs.
    fn figure(&self, round: &Round, goal: &GoalId) -> Option<FigureCard> {
        let figure = combined(round, goal)?;
        let sees = |view: &View| {
            view.measures().iter().any(|measure| {
                measure.goal_id() == goal
                    && Some(measure.version_id()) == round.version_of(goal)
                    && measure.combined().iter().any(|seen| *seen.on() == round.on)
            })
        };
        let names = |seen: bool| {
            let of = self.others.iter().filter(|(_, _, view)| sees(view) == seen);
            of.map(|(_, name, _)| name.clone()).collect()
        };
        Some(FigureCard {
            raters: figure.raters,
            tenths: figure.tenths,
            seen_by: names(true),
            unseen_by: names(false),
        })
    }
}

fn first_day(series: &Series<'_>) -> Option<Day> {
    series.versions.first().map(|version| version.on)
}

fn bend(version: &GoalVersion) -> Option<BendCard> {
    let shift = version.shift.as_ref()?;
    Some(BendCard {
        on: version.on,
        kind: shift.kind,
        reason: words(&shift.reason),
        title: words(&version.title),
    })
}
