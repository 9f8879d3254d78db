//! Measures, priorities, ties and threads that a chair may not see, changed.

use std::collections::BTreeSet;

use coaching::direction::{Priority, PriorityWording, Thread, Tie};
use coaching::goals::GoalVersion;
use coaching::ids::{GoalId, GoalVersionId};
use coaching::measures::{Answer, Asked, Change, Round};
use coaching::record::Engagement;
use coaching::text::Text;
use coaching::words::{Channel, Topic};

use super::maker::{DAYS, Maker, nth};
use super::measured::{add_rating, add_score, may_rate};
use super::statement::Sees;
use super::unseen::later;

/// The versions of which something measured may be seen: they stay, and what was measured stays fit.
pub fn measured(e: &Engagement, sees: &Sees) -> BTreeSet<GoalVersionId> {
    let scores = e.scores.iter().filter(|score| sees.score(e, score));
    let ratings = e
        .self_ratings
        .iter()
        .filter(|rating| sees.rating(e, rating));
    let rounds = e.rounds.iter().filter(|round| any_of_round(e, sees, round));
    let asked = rounds.flat_map(|round| &round.asked);
    scores
        .map(|score| score.version.clone())
        .chain(ratings.map(|rating| rating.version.clone()))
        .chain(asked.map(|asked| asked.version.clone()))
        .collect()
}

/// Anything of the round may be seen.
pub fn any_of_round(e: &Engagement, sees: &Sees, round: &Round) -> bool {
    let words = round
        .answers
        .iter()
        .any(|answer| sees.feed_forward(round, answer));
    words || !figures(e, sees, round).is_empty()
}

/// The goals about which the chair may see what the round says together.
fn figures(e: &Engagement, sees: &Sees, round: &Round) -> BTreeSet<GoalId> {
    let asked = round.asked.iter().map(|asked| asked.goal.clone());
    asked.filter(|goal| sees.combined(e, round, goal)).collect()
}

/// A version that is measured goes on, and had its levels from its first day.
pub fn fit(version: &mut GoalVersion, maker: &mut Maker) {
    if let Some(shift) = &mut version.shift {
        shift.kind = coaching::words::ShiftKind::ReScoped;
        shift.into.clear();
    }
    version.status = coaching::words::GoalStatus::Active;
    version.levels = Some(maker.levels(version.on.min(nth(0))));
}

/// Changes what was measured. What the chair may see of it is told by the record as it was before
/// anything changed.
pub fn measures(e: &mut Engagement, was: &Engagement, sees: &Sees, maker: &mut Maker) {
    e.scores.retain(|score| sees.score(was, score));
    e.self_ratings.retain(|rating| sees.rating(was, rating));
    for score in &mut e.scores {
        score.session = maker.tape.maybe(30, &maker.sessions);
    }
    for _ in 0..maker.tape.below(7) {
        let new = maker.score().filter(|new| !sees.score(e, new));
        add_score(e, new);
        let new = maker.self_rating().filter(|new| !sees.rating(e, new));
        add_rating(e, new);
    }
    e.rounds.clear();
    let seen = |round: &&Round| any_of_round(was, sees, round);
    for old in was.rounds.iter().filter(seen) {
        let new = unseen_of_round(e, was, old, sees, maker);
        let words = |of: &Round| -> Vec<(String, String)> {
            let seen = of
                .answers
                .iter()
                .filter(|answer| sees.feed_forward(of, answer));
            let mut words: Vec<_> = seen
                .map(|a| {
                    (
                        a.party.to_string(),
                        a.feed_forward.for_the_coach().to_owned(),
                    )
                })
                .collect();
            words.sort();
            words
        };
        // Nothing has come into sight, and nothing gone out of it.
        let same = figures(e, sees, &new) == figures(was, sees, old) && words(&new) == words(old);
        e.rounds.push(if same { new } else { old.clone() });
    }
    for _ in 0..maker.tape.below(4) {
        let on = maker.day();
        let new = maker.round(on);
        if e.rounds.iter().all(|round| round.on != on) && !any_of_round(e, sees, &new) {
            e.rounds.push(new);
        }
    }
}

/// Another round of the same day: other answers with the same mean, other words of those whose words
/// are hidden, other answers about goals of which no figure may be seen.
fn unseen_of_round(
    e: &Engagement,
    was: &Engagement,
    old: &Round,
    sees: &Sees,
    maker: &mut Maker,
) -> Round {
    let figures = figures(was, sees, old);
    let mut new = old.clone();
    new.closed = match figures.is_empty() {
        true => maker.maybe_day(80).map(|closed| closed.max(old.on)),
        false => Some(maker.day().max(old.on).min(sees.on)),
    };
    let kept = |answer: &Answer| figures.contains(&answer.goal) || sees.feed_forward(old, answer);
    new.answers.retain(kept);
    for answer in &mut new.answers {
        answer.how = maker.tape.pick(Channel::ALL);
        if !sees.feed_forward(old, answer) {
            let other = maker.tape.chance(50).then(|| maker.words());
            answer.feed_forward = other.unwrap_or_else(Text::empty);
        }
        if !figures.contains(&answer.goal) {
            let number = maker
                .tape
                .chance(70)
                .then(|| maker.tape.below(7) as i64 - 3);
            answer.change = number.map(super::measured::on_scale::<Change>);
        }
    }
    for goal in &figures {
        other_numbers(&mut new.answers, goal, maker);
    }
    let answered: BTreeSet<GoalId> = new.answers.iter().map(|a| a.goal.clone()).collect();
    new.asked.retain(|asked| answered.contains(&asked.goal));
    let more = maker.asked(old.on);
    let more = more
        .into_iter()
        .filter(|asked| !answered.contains(&asked.goal));
    for Asked { goal, version } in more {
        for rater in e.parties.iter().filter(|party| may_rate(party, old.on)) {
            let answer = maker.answer(rater, &goal, Channel::Call);
            new.answers.extend(answer);
        }
        new.asked.push(Asked { goal, version });
    }
    new.answers
        .retain(|answer| answer.change.is_some() || !answer.feed_forward.is_empty());
    new
}

/// Other numbers with the same mean: each moves on by one rater, and one gives another a step.
fn other_numbers(answers: &mut [Answer], goal: &GoalId, maker: &mut Maker) {
    let of_goal = |answer: &&mut Answer| answer.goal == *goal && answer.change.is_some();
    let mut answers: Vec<&mut Answer> = answers.iter_mut().filter(of_goal).collect();
    let mut numbers: Vec<i64> = answers
        .iter()
        .flat_map(|a| a.change)
        .map(i64::from)
        .collect();
    maker.tape.shuffle(&mut numbers);
    if let [first, .., last] = &mut numbers[..]
        && *first < 3
        && *last > -3
    {
        *first += 1;
        *last -= 1;
    }
    for (answer, number) in answers.iter_mut().zip(numbers) {
        answer.change = Some(super::measured::on_scale::<Change>(number));
    }
}

/// Changes priorities, ties and threads as far as the chair may not see them.
pub fn direction(e: &mut Engagement, was: &Engagement, sees: &Sees, maker: &mut Maker) {
    priorities(e, sees, maker);
    e.ties.retain(|tie| sees.tie(was, tie));
    for tie in &mut e.ties {
        tie.until = later(maker, sees);
    }
    for _ in 0..maker.tape.below(6) {
        let new: Option<Tie> = maker.tie(e).filter(|new| !sees.tie(e, new));
        e.ties.extend(new);
    }
    e.threads.retain(|thread| sees.thread(was, thread));
    let hidden: Vec<_> = e.insights.iter().filter(|note| !sees.note(note)).collect();
    let hidden: Vec<_> = hidden.into_iter().map(|note| note.id.clone()).collect();
    for thread in &mut e.threads {
        thread
            .insights
            .retain(|id| !hidden.contains(id) && e.insights.iter().any(|n| n.id == *id));
        thread.insights.extend(maker.tape.some(50, &hidden));
    }
    for _ in 0..maker.tape.below(3) {
        let new: Thread = maker.thread(e);
        if !sees.thread(e, &new) {
            e.threads.push(new);
        }
    }
}

fn priorities(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    e.priorities.retain(|priority| {
        let mut wordings = priority.wordings.iter();
        wordings.any(|wording| sees.priority(priority, wording))
    });
    for old in &mut e.priorities {
        let whose: Priority = Priority {
            wordings: vec![],
            ..old.clone()
        };
        old.wordings
            .retain(|wording| sees.priority(&whose, wording));
        for n in 0..DAYS {
            let taken = old.wordings.iter().any(|wording| wording.on == nth(n));
            if !taken && !sees.past(nth(n)) && maker.tape.chance(15) {
                let (on, text) = (nth(n), maker.words());
                old.wordings.push(PriorityWording { on, text });
            }
        }
        let first = old.wordings.iter().map(|wording| wording.on).min();
        let known = old.ended.is_some_and(|ended| sees.past(ended));
        if !sees.coachee {
            old.ended = maker
                .maybe_day(30)
                .max(first)
                .filter(|_| maker.tape.chance(50));
        } else if !known {
            old.ended = later(maker, sees);
        }
    }
    for _ in 0..maker.tape.below(4) {
        let new = maker.priority();
        let hidden = |new: &Priority| !new.wordings.iter().any(|w| sees.priority(new, w));
        e.priorities.extend(new.filter(hidden));
    }
}

/// How many raters a figure needs: any other number where the chair may see none anyway.
pub fn least(raters: u8, sees: &Sees, maker: &mut Maker) -> u8 {
    match sees.open(Topic::FeedbackCombined) {
        true => raters,
        false => 3 + maker.tape.below(4) as u8,
    }
}
