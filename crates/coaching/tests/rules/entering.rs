//! What may be entered of measures, and what is refused, on every day of generated engagements.

use std::collections::BTreeSet;

use coaching::day::Day;
use coaching::goals::GoalVersion;
use coaching::ids::GoalId;
use coaching::measures::{
    Answer, Asked, Attainment, Change, Levels, Rated, Refusal, Round, Scored, SelfMark,
    answers_fit, can_rate, close, open_round, score, self_rating,
};
use coaching::record::Engagement;
use coaching::text::Text;
use coaching::words::{Channel, Role};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::Tape;
use crate::support::whole::any_case;

/// The version that can be measured on a day.
fn open<'e>(e: &'e Engagement, goal: &GoalId, on: Day) -> Result<&'e GoalVersion, Refusal> {
    let stood = e.goal(goal).ok_or(Refusal::NoSuchGoal)?.on(on);
    match stood {
        None => Err(Refusal::BeforeItBegan),
        Some(version) if version.status.goes_on() => Ok(version),
        Some(_) => Err(Refusal::Ended),
    }
}

fn scored() -> Scored {
    Scored {
        level: 1.try_into().expect("a level"),
        words: text("Seen"),
        session: None,
    }
}

fn rated() -> Rated {
    Rated {
        mark: 7.try_into().expect("a mark"),
        words: text("Felt"),
        session: None,
    }
}

fn answer(party: &str, goal: &str) -> Answer {
    Answer {
        party: id(party),
        goal: id(goal),
        change: Some(change()),
        feed_forward: Text::empty(),
        how: Channel::InPerson,
    }
}

fn change() -> Change {
    2.try_into().expect("a change")
}

/// A round of 1 April about goal `a`, with Ingrid and Tom among those who can be asked.
fn asked() -> (Engagement, Round) {
    let mut e = case().engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.parties.push(party("tom", Role::HrPartner));
    e.parties.push(party("sue", Role::Supervisor));
    e.parties[2].joined = day("2026-04-01");
    e.goals = vec![goal("a", vec![version("a-1", "2026-03-01", "One")])];
    let round = open_round(&e, id("r"), day("2026-04-01"), &[id("a")]).expect("a round");
    (e, round)
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_goal_is_scored_once_a_day_against_levels_that_were_there(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let mut e = any_case(&mut Tape::new(&record)).engagement;
        let goals: Vec<GoalId> = e.goals.iter().map(|goal| goal.id.clone()).collect();
        for goal in &goals {
            for on in (0..DAYS).map(nth) {
                let expected = open(&e, goal, on).and_then(|version| {
                    let levels = version.levels.as_ref().ok_or(Refusal::NoLevels)?;
                    let mut scores = e.scores.iter();
                    if on < levels.on {
                        Err(Refusal::BeforeLevels)
                    } else if scores.any(|each| (&each.version, each.on) == (&version.id, on)) {
                        Err(Refusal::ScoredThatDay)
                    } else {
                        Ok((goal.clone(), version.id.clone(), on))
                    }
                });
                let entered = score(&e, id("new"), goal, on, scored());
                let got = entered.as_ref().map(|s| (s.goal.clone(), s.version.clone(), s.on));
                prop_assert_eq!(got.map_err(|refusal| *refusal), expected);
                if let Ok(entered) = entered {
                    prop_assert_eq!(entered.level.number(), 1);
                    e.scores.push(entered);
                    let again = score(&e, id("again"), goal, on, scored());
                    prop_assert_eq!(again, Err(Refusal::ScoredThatDay));
                }
            }
        }
    }

    #[test]
    fn a_goal_is_rated_once_a_day(record in vec(any::<u16>(), 100..1200)) {
        let mut e = any_case(&mut Tape::new(&record)).engagement;
        let goals: Vec<GoalId> = e.goals.iter().map(|goal| goal.id.clone()).collect();
        for goal in &goals {
            for on in (0..DAYS).map(nth) {
                let expected = open(&e, goal, on).and_then(|version| {
                    let mut ratings = e.self_ratings.iter();
                    if ratings.any(|each| (&each.version, each.on) == (&version.id, on)) {
                        Err(Refusal::RatedThatDay)
                    } else {
                        Ok((goal.clone(), version.id.clone(), on))
                    }
                });
                let entered = self_rating(&e, id("new"), goal, on, rated());
                let got = entered.as_ref().map(|r| (r.goal.clone(), r.version.clone(), r.on));
                prop_assert_eq!(got.map_err(|refusal| *refusal), expected);
                if let Ok(entered) = entered {
                    e.self_ratings.push(entered);
                    let again = self_rating(&e, id("again"), goal, on, rated());
                    prop_assert_eq!(again, Err(Refusal::RatedThatDay));
                }
            }
        }
    }

    #[test]
    fn a_round_asks_once_a_day_about_goals_that_go_on(
        record in vec(any::<u16>(), 100..1200),
        choice in vec(any::<u16>(), 0..60),
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        let all: Vec<GoalId> = e.goals.iter().map(|goal| goal.id.clone()).collect();
        let mut tape = Tape::new(&choice);
        for on in (0..DAYS).map(nth) {
            let mut goals = tape.some(50, &all);
            if tape.chance(20) {
                goals.extend(goals.first().cloned());
            }
            let once: BTreeSet<_> = goals.iter().collect();
            let expected = if goals.is_empty() {
                Err(Refusal::NoGoal)
            } else if once.len() != goals.len() {
                Err(Refusal::GoalTwice)
            } else if e.rounds.iter().any(|round| round.on == on) {
                Err(Refusal::RoundThatDay)
            } else {
                let asked = goals.iter().map(|goal| {
                    let version = open(&e, goal, on)?.id.clone();
                    Ok(Asked { goal: goal.clone(), version })
                });
                asked.collect::<Result<Vec<_>, _>>()
            };
            let round = open_round(&e, id("new"), on, &goals);
            if let Ok(round) = &round {
                prop_assert_eq!((round.on, round.closed), (on, None));
                prop_assert!(round.answers.is_empty());
            }
            prop_assert_eq!(round.map(|round| round.asked), expected);
        }
    }

    #[test]
    fn a_round_is_closed_once_with_answers_and_not_before_its_day(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let e = any_case(&mut Tape::new(&record)).engagement;
        for round in &e.rounds {
            for on in (0..DAYS).map(nth) {
                let expected = if round.closed.is_some() {
                    Err(Refusal::Closed)
                } else if on < round.on {
                    Err(Refusal::ClosedTooEarly)
                } else if round.answers.is_empty() {
                    Err(Refusal::NobodyAnswered)
                } else {
                    let mut closed = round.clone();
                    closed.closed = Some(on);
                    Ok(closed)
                };
                prop_assert_eq!(close(round, on), expected);
            }
        }
    }
}

#[test]
fn a_number_is_one_of_its_scale_and_no_other() {
    fn on<T: TryFrom<i64> + Into<i64>>() -> Vec<i64> {
        let on = (-20..=20).filter_map(|number| T::try_from(number).ok());
        on.map(Into::into).collect()
    }
    assert_eq!(on::<Attainment>(), (-2..=2).collect::<Vec<_>>());
    assert_eq!(on::<Change>(), (-3..=3).collect::<Vec<_>>());
    assert_eq!(on::<SelfMark>(), (0..=10).collect::<Vec<_>>());
    // What would be on the scale if it were cut off to fit.
    assert!(Attainment::try_from(257).is_err());
    assert!(SelfMark::try_from(256).is_err());
}

#[test]
fn five_levels_are_read_from_the_lowest_to_the_highest_and_none_of_them_is_blank() {
    let written = ["Silent", "Asks", "Listens", "Sums up", "Hosts"];
    let [much_less, less, expected, more, much_more] = written.map(text);
    let levels = Levels {
        on: day("2026-03-01"),
        much_less,
        less,
        expected,
        more,
        much_more,
    };
    assert_eq!(levels.all().map(|text| text.for_the_coach()), written);
    for (number, words) in (-2..).zip(written) {
        let level = Attainment::try_from(number).expect("a level");
        assert_eq!(levels.at(level).for_the_coach(), words);
    }
    assert!(levels.are_whole());
    for blank in 0..5 {
        let mut levels = levels.clone();
        let all = [
            &mut levels.much_less,
            &mut levels.less,
            &mut levels.expected,
            &mut levels.more,
            &mut levels.much_more,
        ];
        for (n, level) in all.into_iter().enumerate() {
            if n == blank {
                *level = text(" ");
            }
        }
        assert!(!levels.are_whole(), "{blank}");
    }
}

#[test]
fn only_those_who_know_names_and_are_not_the_coachee_rate() {
    let rate: Vec<Role> = Role::ALL.iter().copied().filter(|r| can_rate(*r)).collect();
    let mut expected = Role::ALL.to_vec();
    expected.retain(|role| ![Role::Coachee, Role::Supervisor].contains(role));
    assert_eq!(rate, expected);
}

#[test]
fn a_round_is_closed_on_its_own_day_at_the_earliest() {
    let (_, mut round) = asked();
    let early = close(&round, day("2026-03-31"));
    assert_eq!(early, Err(Refusal::ClosedTooEarly));
    let nobody = close(&round, day("2026-04-01"));
    assert_eq!(nobody, Err(Refusal::NobodyAnswered));
    round.answers = vec![answer("ingrid", "a")];
    let closed = close(&round, day("2026-04-01")).expect("closed");
    assert_eq!(closed.closed, Some(day("2026-04-01")));
    assert_eq!(close(&closed, day("2026-04-02")), Err(Refusal::Closed));
}

#[test]
fn an_answer_is_by_somebody_who_was_asked_about_what_was_asked_and_says_something() {
    let (e, round) = asked();
    let fit = |answers: &[Answer]| answers_fit(&e, &round, answers);
    let ingrid = answer("ingrid", "a");
    assert_eq!(fit(&[]), Ok(()));
    // Tom joined on the very day of the round.
    assert_eq!(fit(&[ingrid.clone(), answer("tom", "a")]), Ok(()));
    let refused = [
        (answer("nobody", "a"), Refusal::NoSuchParty),
        (answer("maya", "a"), Refusal::NotARater),
        (answer("sue", "a"), Refusal::NotARater),
        (answer("ingrid", "b"), Refusal::NotAsked),
        (ingrid.clone(), Refusal::AnsweredTwice),
    ];
    for (answer, refusal) in refused {
        assert_eq!(fit(&[ingrid.clone(), answer]), Err(refusal));
    }
    let mut later = e.clone();
    later.parties[2].joined = day("2026-04-02");
    let not_there = answers_fit(&later, &round, &[answer("tom", "a")]);
    assert_eq!(not_there, Err(Refusal::NotThereYet));
    let mut without = ingrid.clone();
    without.change = None;
    assert_eq!(fit(&[without.clone()]), Err(Refusal::SaysNothing));
    without.feed_forward = text("Speak first.");
    assert_eq!(fit(&[without]), Ok(()));
}

#[test]
fn a_closed_round_keeps_its_raters_and_a_slip_in_a_number_is_put_right() {
    let (e, mut round) = asked();
    round.answers = vec![answer("ingrid", "a"), answer("tom", "a")];
    let mut slip = round.answers.clone();
    slip[0].change = Some(Change::LEAST);
    let mut silent = round.answers.clone();
    silent[0].change = None;
    silent[0].feed_forward = text("Speak first.");
    let fewer = &round.answers[..1];
    // While it is open, everything moves.
    for answers in [&slip[..], &silent[..], fewer] {
        assert_eq!(answers_fit(&e, &round, answers), Ok(()));
    }
    let closed = close(&round, day("2026-04-02")).expect("closed");
    assert_eq!(answers_fit(&e, &closed, &slip), Ok(()));
    for answers in [&silent[..], fewer] {
        assert_eq!(answers_fit(&e, &closed, answers), Err(Refusal::Closed));
    }
}

#[test]
fn each_refusal_has_a_code_of_its_own_and_a_field_of_the_form() {
    use Refusal::*;
    let all = [
        NoSuchGoal,
        NoSuchVersion,
        BeforeItBegan,
        Ended,
        Gap("less"),
        Scored,
        NoLevels,
        BeforeLevels,
        ScoredThatDay,
        RatedThatDay,
        RoundThatDay,
        NoGoal,
        GoalTwice,
        NoSuchParty,
        NotARater,
        NotThereYet,
        NotAsked,
        AnsweredTwice,
        SaysNothing,
        Closed,
        ClosedTooEarly,
        NobodyAnswered,
    ];
    let codes: BTreeSet<_> = all.iter().map(|refusal| refusal.code()).collect();
    assert_eq!(codes.len(), all.len());
    let fields = [
        "answers", "change", "goal", "goals", "less", "on", "party", "version",
    ];
    let said: BTreeSet<_> = all.iter().map(|refusal| refusal.field()).collect();
    assert_eq!(said.into_iter().collect::<Vec<_>>(), fields);
}
