//! Where in a view things stand: goals in their order, each version with the days on which it was
//! agreed, promises with their meeting, released words with their goal or their topic.

use coaching::agreement::Boundary;
use coaching::closing::FollowUp;
use coaching::day::Day;
use coaching::drift::drift;
use coaching::goals::GoalVersion;
use coaching::record::{Case, Commitment, Engagement};
use coaching::seat::seat;
use coaching::text::Text;
use coaching::view::{CommitmentSeen, View};
use coaching::words::{CoachDoes, CommitmentStatus, Role, Rule, TellingState, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::statement::{Sees, in_force};
use crate::support::tape::{Tape, fixed_tape};
use crate::support::whole::{a_day, any_case};

/// One version of a goal: its day, its title, the days on which meetings agreed it, whom it was told.
type Version = (Day, String, Vec<Day>, Vec<Told>);

/// When the coachee told somebody on the sponsor's side, and whom.
type Told = (Day, String, Role);

/// Whom the coachee told of a version, for those on the two chairs: each once, from the first time on.
fn told(case: &Case, sees: &Sees, version: &GoalVersion) -> Vec<Told> {
    let e = &case.engagement;
    let mut told = Vec::new();
    for telling in e.tellings.iter().filter(|each| each.version == version.id) {
        let party = e.party(&telling.party).expect("a party");
        let steps = telling.steps.iter();
        let days = steps.filter(|step| step.state == TellingState::Told);
        let first = days.map(|step| step.on).min();
        let there = sees.coachee && party.role.on_the_sponsors_side();
        if let Some(on) = first.filter(|on| there && sees.past(*on)) {
            told.push((on, case.name(&party.id).to_owned(), party.role));
        }
    }
    sorted(told)
}

/// The goals in the order in which they are to stand, and whether each goes on.
fn goals(case: &Case, sees: &Sees) -> Vec<(bool, Vec<Version>)> {
    let e = &case.engagement;
    if !sees.open(Topic::CurrentGoals) {
        return vec![];
    }
    let mut goals = Vec::new();
    for goal in &e.goals {
        let mut past: Vec<&GoalVersion> = goal.versions.iter().collect();
        past.retain(|version| sees.past(version.on));
        past.sort_by_key(|version| version.on);
        let (Some(first), Some(last)) = (past.first(), past.last()) else {
            continue;
        };
        let agreed = |version: &GoalVersion| {
            let meetings = e.meetings.iter().filter(|meeting| {
                let mut agreed = meeting.agreed.iter();
                sees.baseline(meeting) && agreed.any(|agreed| agreed.version == version.id)
            });
            let mut days: Vec<Day> = meetings.map(|meeting| meeting.on).collect();
            days.sort();
            days
        };
        let title = |version: &GoalVersion| version.title.for_the_coach().to_owned();
        let versions = past.iter();
        let versions: Vec<Version> = versions
            .map(|v| (v.on, title(v), agreed(v), told(case, sees, v)))
            .collect();
        let over = !last.status.goes_on();
        goals.push((
            (over, last.place, first.on, title(first)),
            (!over, versions),
        ));
    }
    goals.sort_by(|a, b| a.0.cmp(&b.0));
    goals.into_iter().map(|(_, goal)| goal).collect()
}

fn goals_shown(view: &View) -> Vec<(bool, Vec<Version>)> {
    let story = |story: &coaching::view::GoalStory| {
        let versions = story.versions().iter();
        let last = story.versions().last().expect("a version");
        let shown = |v: &coaching::view::VersionSeen| {
            let told = v
                .told()
                .iter()
                .map(|t| (*t.on(), t.to().clone(), *t.role()));
            let title = v.title().text().clone();
            (*v.on(), title, v.agreed().clone(), told.collect())
        };
        (last.status().goes_on(), versions.map(shown).collect())
    };
    view.goals().iter().map(story).collect()
}

/// What tells the place of a goal in the order apart.
fn places(goals: &[(bool, Vec<Version>)]) -> Vec<(bool, Day, String)> {
    let place = |(on, versions): &(bool, Vec<Version>)| (*on, versions[0].0, versions[0].1.clone());
    goals.iter().map(place).collect()
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort();
    items
}

/// The words released to a party, with those that stand with a goal apart.
fn released(case: &Case, sees: &Sees) -> (Vec<String>, Vec<(Topic, String)>) {
    let e = &case.engagement;
    let meetings = e.meetings.iter().filter(|meeting| sees.baseline(meeting));
    let last = meetings.max_by_key(|meeting| (meeting.on, &meeting.at));
    let (mut with_goals, mut with_topics) = (vec![], vec![]);
    for release in e.releases.iter().filter(|release| sees.stands(release)) {
        let words = release.wording.for_the_coach().to_owned();
        let stands_there = release.goal.as_ref().is_some_and(|goal| {
            last.is_some_and(|meeting| meeting.agreed.iter().any(|agreed| agreed.goal == *goal))
        });
        match stands_there {
            true => with_goals.push(words),
            false => with_topics.push((release.topic, words)),
        }
    }
    (sorted(with_goals), sorted(with_topics))
}

fn released_shown(view: &View) -> (Vec<String>, Vec<(Topic, String)>) {
    let goals = view
        .baselines()
        .iter()
        .flat_map(|baseline| baseline.goals());
    let with_goals = goals
        .flat_map(|goal| goal.released())
        .map(|line| line.text().clone());
    let lines = view.sections().iter().flat_map(|section| section.lines());
    let with_topics = lines
        .filter(|line| line.voice().is_some())
        .map(|line| (*line.topic(), line.text().clone()));
    (sorted(with_goals.collect()), sorted(with_topics.collect()))
}

/// The rules of the agreement in force, but for the supervisor's: for the coachee's own eyes.
fn rules(e: &Engagement, sees: &Sees) -> Vec<(Role, Topic, Rule)> {
    let agreement = in_force(e, sees.on).filter(|_| sees.coachee);
    let boundaries = agreement
        .into_iter()
        .flat_map(|agreement| &agreement.boundaries);
    let others = boundaries.filter(|boundary| boundary.role != Role::Supervisor);
    sorted(
        others
            .map(|each| (each.role, each.topic, each.rule))
            .collect(),
    )
}

fn rules_shown(view: &View) -> Vec<(Role, Topic, Rule)> {
    let shown = view.rules().iter();
    shown
        .map(|each| (*each.role(), *each.topic(), *each.rule()))
        .collect()
}

/// A promise: its words, by when, and what became of it where that may be known.
type Promise = (String, Option<Day>, Option<CommitmentStatus>);

fn promised(promise: &Commitment, sees: &Sees) -> Promise {
    let became = match promise.settled {
        Some(settled) if sees.past(settled) => promise.status,
        _ => CommitmentStatus::Open,
    };
    let words = promise.text.for_the_coach().to_owned();
    let known = sees.course(promise).then_some(became);
    (words, promise.due, known)
}

fn promise_shown(promise: &CommitmentSeen) -> Promise {
    let words = promise.text().text().clone();
    (words, *promise.due(), *promise.status())
}

/// Every view of a record.
fn check(record: &[u16]) {
    let mut tape = Tape::new(record);
    let on = a_day(&mut tape);
    let case = any_case(&mut tape);
    let e = &case.engagement;
    for party in &e.parties {
        let sees = Sees::new(&case, &party.id, on);
        let view = seat(&case, &party.id, on).expect("a party");
        let (told, shown) = (goals(&case, &sees), goals_shown(&view));
        assert_eq!(places(&told), places(&shown));
        assert_eq!(sorted(told), sorted(shown));
        assert_eq!(released(&case, &sees), released_shown(&view));
        assert_eq!(rules(e, &sees), rules_shown(&view));
        let side_by_side = sees.tellings() && sees.open(Topic::BaselineGoals);
        let rows = if side_by_side { drift(e, on).len() } else { 0 };
        assert_eq!(view.drift().len(), rows);
        for shown in view.meetings() {
            let meeting = e.meeting(shown.id()).expect("a meeting");
            let there =
                |c: &&Commitment| c.meeting.as_ref() == Some(&meeting.id) && sees.commitment(e, c);
            let told = e.commitments.iter().filter(there);
            assert_eq!(
                sorted(told.map(|promise| promised(promise, &sees)).collect()),
                sorted(shown.commitments().iter().map(promise_shown).collect())
            );
        }
        let told = e.commitments.iter().filter(|c| sees.commitment(e, c));
        assert_eq!(
            sorted(told.map(|promise| promised(promise, &sees)).collect()),
            sorted(view.commitments().iter().map(promise_shown).collect())
        );
        assert!(
            view.meetings()
                .is_sorted_by_key(|meeting| (*meeting.on(), meeting.at()))
        );
    }
}

/// However few cases a run asks for, these records are among them.
#[test]
fn everything_stands_in_its_place_in_the_same_records_at_every_run() {
    (0..150).for_each(|seed| check(&fixed_tape(seed, 1500)));
}

/// What coach and coachee prepare for a meeting is session content: where an agreement closes that to the
/// coachee, nothing of it is left, not even what the coach is to do.
#[test]
fn a_preparation_stands_where_session_content_is_open_and_something_was_prepared() {
    for rule in Rule::ALL {
        for (words, coach_does) in [
            ("A good hour", None),
            ("", Some(CoachDoes::Observe)),
            ("", None),
        ] {
            let mut case = case();
            let boundary = Boundary {
                topic: Topic::SessionContent,
                role: Role::Coachee,
                rule: *rule,
            };
            let mut meeting = held("m", "2026-03-05", &["maya"]);
            meeting.preparation.good_outcome = text(words);
            meeting.preparation.coach_does = coach_does;
            case.engagement.agreements = vec![agreement("2026-03-01", vec![boundary])];
            case.engagement.meetings = vec![meeting];
            let view = sit(&case, "maya", "2026-03-10");
            let prepared = !words.is_empty() || coach_does.is_some();
            let seen = view.meetings()[0].preparation().is_some();
            assert_eq!(seen, *rule == Rule::Shared && prepared, "{rule:?} {words}");
        }
    }
}

/// What follows after the end is session content as well.
#[test]
fn a_follow_up_stands_where_session_content_is_open() {
    for rule in Rule::ALL {
        let boundary = Boundary {
            topic: Topic::SessionContent,
            role: Role::Coachee,
            rule: *rule,
        };
        let mut case = case();
        case.engagement.agreements = vec![agreement("2026-03-01", vec![boundary])];
        case.engagement.ended = Some(day("2026-03-20"));
        case.engagement.follow_ups = vec![FollowUp {
            id: id("f"),
            due: day("2026-06-18"),
            done: None,
            words: Text::empty(),
        }];
        let seen = !sit(&case, "maya", "2026-03-20").follow_ups().is_empty();
        assert_eq!(seen, *rule == Rule::Shared, "{rule:?}");
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn everything_stands_in_its_place(record in vec(any::<u16>(), 100..1500)) {
        check(&record);
    }
}
