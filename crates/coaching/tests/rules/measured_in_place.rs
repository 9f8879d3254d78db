//! What a view says of measures is what the record says, number by number, under the name by which the
//! chair may know the goal, and in its order.

use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion};
use coaching::record::{Case, Engagement};
use coaching::seat::seat;
use coaching::view::{MeasureSeen, View};
use coaching::words::{ShiftKind, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::statement::Sees;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::whole::{a_day, any_case};

/// A number of a day, and the words beside it.
type Point = (Day, i64, Option<String>);

/// What one version was measured by, in plain words and numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Measure {
    goal: String,
    since: Option<Day>,
    broken_by: Option<ShiftKind>,
    levels: Vec<String>,
    scores: Vec<Point>,
    ratings: Vec<Point>,
    /// The day of the round, twice the sum of the answers, and how many.
    combined: Vec<(Day, i128, i128)>,
}

impl Measure {
    fn is_empty(&self) -> bool {
        let points = self.scores.len() + self.ratings.len();
        self.levels.is_empty() && points == 0 && self.combined.is_empty()
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items
}

fn words(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// What may be seen of one version, by the second statement of the rules.
fn told(e: &Engagement, sees: &Sees, goal: &Goal, version: &GoalVersion) -> Option<Measure> {
    let open = sees.open(Topic::CurrentGoals);
    let scores = e.scores.iter().filter(|score| score.version == version.id);
    let scores = scores.filter(|score| sees.score(e, score));
    let ratings = e
        .self_ratings
        .iter()
        .filter(|rating| rating.version == version.id);
    let ratings = ratings.filter(|rating| sees.rating(e, rating));
    let rounds = e.rounds.iter().filter(|round| {
        let mut asked = round.asked.iter();
        asked.any(|asked| asked.version == version.id) && sees.combined(e, round, &goal.id)
    });
    let levels = version.levels.iter().filter(|_| sees.levels(version));
    let measure = Measure {
        goal: sees.measured_as(e, &goal.id, &version.id)?,
        since: open.then_some(version.on),
        broken_by: None,
        levels: levels
            .flat_map(|levels| levels.all())
            .map(|text| text.for_the_coach().to_owned())
            .collect(),
        scores: sorted(scores.map(|score| {
            let words = words(score.words.for_the_coach());
            (score.on, score.level.number().into(), words)
        })),
        ratings: sorted(ratings.map(|rating| {
            let words = words(rating.words.for_the_coach());
            (rating.on, rating.mark.number().into(), words)
        })),
        combined: sorted(rounds.map(|round| {
            let answers = round.answers.iter().filter(|answer| answer.goal == goal.id);
            let numbers: Vec<i128> = answers
                .filter_map(|answer| answer.change)
                .map(|change| change.number().into())
                .collect();
            (round.on, numbers.iter().sum(), numbers.len() as i128)
        })),
    };
    (!measure.is_empty()).then_some(measure)
}

/// What may be seen of all versions; where current goals are open, the first of a new series says by
/// which shift its goal came to mean something else.
fn all_told(e: &Engagement, sees: &Sees) -> Vec<Measure> {
    let mut all = Vec::new();
    for goal in &e.goals {
        let mut versions: Vec<_> = goal.versions.iter().collect();
        versions.sort_by_key(|version| version.on);
        let mut said = None;
        for version in versions {
            let Some(mut measure) = told(e, sees, goal, version) else {
                continue;
            };
            let began = sees.began_anew(goal, version.on);
            let shift = |on| {
                let found = goal.versions.iter().find(|version| version.on == on)?;
                found.shift.as_ref().map(|shift| shift.kind)
            };
            if sees.open(Topic::CurrentGoals) && said != began {
                measure.broken_by = began.and_then(shift);
            }
            said = began;
            all.push(measure);
        }
    }
    sorted(all.into_iter())
}

fn shown(view: &View) -> Vec<Measure> {
    let line = |line: &coaching::view::Line| line.text().clone();
    let measure = |seen: &MeasureSeen| Measure {
        goal: seen.goal().clone(),
        since: *seen.since(),
        broken_by: seen.broken_by().as_ref().map(|broken| *broken.kind()),
        levels: seen.levels().iter().map(line).collect(),
        scores: seen
            .scores()
            .iter()
            .map(|s| {
                (
                    *s.on(),
                    s.level().number().into(),
                    s.words().as_ref().map(line),
                )
            })
            .collect(),
        ratings: seen
            .ratings()
            .iter()
            .map(|r| {
                (
                    *r.on(),
                    r.mark().number().into(),
                    r.words().as_ref().map(line),
                )
            })
            .collect(),
        combined: vec![],
    };
    view.measures().iter().map(measure).collect()
}

/// The names of goals, in the order in which measures may stand.
fn order(view: &View) -> Vec<String> {
    let now = |story: &coaching::view::GoalStory| {
        let last = story.versions().last().expect("a version");
        last.title().text().clone()
    };
    match view.goals().is_empty() {
        false => view.goals().iter().map(now).collect(),
        true => {
            let agreed = view
                .baselines()
                .iter()
                .flat_map(|baseline| baseline.goals());
            agreed.map(|goal| goal.wording().text().clone()).collect()
        }
    }
}

/// These stand among those, in the same order; one may stand several times over.
fn in_order(some: &[String], all: &[String]) -> bool {
    let mut rest = all.iter().peekable();
    some.iter().all(|one| {
        while rest.next_if(|next| *next != one).is_some() {}
        rest.peek().is_some()
    })
}

/// The T-score in tenths, by whole numbers alone: the number whose square lies nearest.
fn t_tenths(scored: &[(i128, i128)]) -> i128 {
    let weights: i128 = scored.iter().map(|(weight, _)| weight).sum();
    let squares: i128 = scored.iter().map(|(weight, _)| weight * weight).sum();
    let attained: i128 = scored.iter().map(|(weight, level)| weight * level).sum();
    // 10 · (0.7 · Σw² + 0.3 · (Σw)²)
    let spread = 7 * squares + 3 * weights * weights;
    let most = (0..=1000).find(|n: &i128| {
        let above = 2 * n + 1;
        400_000 * attained * attained < above * above * spread
    });
    500 + attained.signum() * most.expect("a T-score between 0 and 100")
}

/// Every view of a record; says how many figures were seen.
fn check(record: &[u16]) -> Seen {
    let mut tape = Tape::new(record);
    let on = a_day(&mut tape);
    let case: Case = any_case(&mut tape);
    let e = &case.engagement;
    let mut seen = Seen::default();
    for party in &e.parties {
        let sees = Sees::new(&case, &party.id, on);
        let view = seat(&case, &party.id, on).expect("a party");
        let told = all_told(e, &sees);
        let shown = shown(&view);
        let but_combined = |measure: &Measure| Measure {
            combined: vec![],
            ..measure.clone()
        };
        assert_eq!(
            sorted(told.iter().map(but_combined)),
            sorted(shown.iter().cloned())
        );
        let figures = told
            .iter()
            .flat_map(|m| m.combined.iter().map(|c| (m.goal.clone(), *c)));
        let figures = sorted(figures.map(|(goal, (on, sum, raters))| {
            // Half a tenth is rounded away from zero.
            let tenths = (sum.abs() * 20 + raters) / (2 * raters) * sum.signum();
            (goal, on, raters, tenths)
        }));
        let figures_shown = sorted(view.measures().iter().flat_map(|measure| {
            let figure = |c: &coaching::view::CombinedSeen| {
                (
                    measure.goal().clone(),
                    *c.on(),
                    i128::from(*c.raters()),
                    i128::from(*c.tenths()),
                )
            };
            measure.combined().iter().map(figure).collect::<Vec<_>>()
        }));
        assert_eq!(figures, figures_shown);
        let names: Vec<String> = shown.iter().map(|measure| measure.goal.clone()).collect();
        assert!(
            in_order(&names, &order(&view)),
            "{names:?} in {:?}",
            order(&view)
        );
        let attained = sees.attained(e);
        let t = view.attainment().as_ref();
        assert_eq!(
            (!attained.is_empty()).then(|| (t_tenths(&attained), attained.len())),
            t.map(|t| (i128::from(*t.t_tenths()), usize::from(*t.goals())))
        );
        let agreed = !sees.open(Topic::CurrentGoals);
        seen.scores |= agreed && told.iter().any(|measure| !measure.scores.is_empty());
        seen.combined |= agreed && !figures.is_empty();
        seen.t |= t.is_some();
        seen.broken |= shown.iter().any(|measure| measure.broken_by.is_some());
        ties_and_threads(e, &sees, &view);
    }
    seen
}

/// What was met, of what is rare.
#[derive(Default)]
struct Seen {
    scores: bool,
    combined: bool,
    t: bool,
    broken: bool,
}

fn ties_and_threads(e: &Engagement, sees: &Sees, view: &View) {
    let now = |goal: &coaching::ids::GoalId| {
        let versions = e.goal(goal).into_iter().flat_map(|goal| &goal.versions);
        let past = versions.filter(|version| sees.past(version.on));
        let now = past.max_by_key(|version| version.on);
        now.map(|version| version.title.for_the_coach().to_owned())
    };
    let ties = e.ties.iter().filter(|tie| sees.tie(e, tie)).map(|tie| {
        let to = sees.tied_to(e, &tie.to).unwrap_or_default();
        (
            now(&tie.goal).unwrap_or_default(),
            to,
            tie.on,
            words(tie.words.for_the_coach()),
        )
    });
    let ties_shown = view.ties().iter().map(|tie| {
        let words = tie.words().as_ref().map(|line| line.text().clone());
        (
            tie.goal().clone(),
            tie.to().text().clone(),
            *tie.on(),
            words,
        )
    });
    assert_eq!(sorted(ties), sorted(ties_shown));
    let threads = e
        .threads
        .iter()
        .filter(|thread| sees.thread(e, thread))
        .map(|thread| {
            let notes = e
                .insights
                .iter()
                .filter(|note| thread.insights.contains(&note.id));
            let notes = notes.filter(|note| sees.note(note));
            let insights =
                sorted(notes.map(|note| (note.on, note.text.for_the_coach().to_owned())));
            (thread.subject.for_the_coach().to_owned(), insights)
        });
    let threads_shown = view.threads().iter().map(|thread| {
        let insights = thread
            .insights()
            .iter()
            .map(|line| (*line.on(), line.text().clone()));
        (
            thread.subject().text().clone(),
            insights.collect::<Vec<_>>(),
        )
    });
    assert_eq!(sorted(threads), sorted(threads_shown));
}

/// However few cases a run asks for, these records are among them.
#[test]
fn every_measure_is_what_the_record_says_in_the_same_records_at_every_run() {
    let mut met = [0; 4];
    for seed in 0..1_200 {
        let seen = check(&fixed_tape(seed, 1500));
        for (count, seen) in met
            .iter_mut()
            .zip([seen.scores, seen.combined, seen.t, seen.broken])
        {
            *count += u32::from(seen);
        }
    }
    assert!(met.iter().all(|count| *count >= 2), "{met:?}");
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_measure_is_what_the_record_says(record in vec(any::<u16>(), 100..1500)) {
        check(&record);
    }
}
