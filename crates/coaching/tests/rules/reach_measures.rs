//! That the generator of histories reaches every state of what is measured, of priorities, ties and
//! threads; and that each of them is seen by some and hidden from others.

use std::collections::BTreeSet;

use coaching::agreement::in_force;
use coaching::direction::TiedTo;
use coaching::seat::seat;

use crate::reach::{Met, records};
use crate::support::statement::Sees;

#[test]
fn every_state_of_what_is_measured_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        for goal in &e.goals {
            for version in &goal.versions {
                let written = version.levels.as_ref();
                met.note(format!(
                    "levels {:?}",
                    written.map(|levels| levels.on <= on)
                ));
            }
        }
        for score in &e.scores {
            met.note(format!("score {}", score.level.number()));
            met.note(format!("scored by the day {}", score.on <= on));
            met.note(format!("score with words {}", !score.words.is_empty()));
        }
        for rating in &e.self_ratings {
            met.note(format!("rated by the day {}", rating.on <= on));
        }
        let least = in_force(e, on).map_or(5, |agreement| agreement.raters);
        met.note(format!("raters {least}"));
        for round in &e.rounds {
            met.note(match round.closed {
                None => "round open",
                Some(closed) if closed <= on => "round closed",
                Some(_) => "round closed later",
            });
            for asked in &round.asked {
                let mut people = BTreeSet::new();
                for answer in round.answers.iter().filter(|a| a.goal == asked.goal) {
                    met.note(format!("a number {}", answer.change.is_some()));
                    met.note(format!("feed-forward {}", !answer.feed_forward.is_empty()));
                    people.extend(
                        answer
                            .change
                            .map(|_| e.party(&answer.party).map(|p| &p.person)),
                    );
                }
                let enough = people.len() >= usize::from(least);
                met.note(format!("enough {enough}"));
                met.note(format!(
                    "just enough {}",
                    people.len() == usize::from(least)
                ));
                met.note(format!(
                    "one too few {}",
                    people.len() + 1 == usize::from(least)
                ));
            }
        }
        for priority in &e.priorities {
            met.note(format!(
                "priority with wordings {}",
                priority.wordings.len()
            ));
            met.note(format!(
                "priority over {}",
                priority.ended.is_some_and(|day| day <= on)
            ));
        }
        for tie in &e.ties {
            met.note(format!("tie holds {}", tie.holds(on)));
            met.note(format!(
                "tied to a priority {}",
                matches!(tie.to, TiedTo::Priority(_))
            ));
        }
        for thread in &e.threads {
            met.note(format!("thread of {}", thread.insights.len().min(2)));
        }
    }
    met.words("levels", &[Some(true), Some(false), None]);
    met.words("score", &[-2, -1, 0, 1, 2]);
    met.words("raters", &[3, 4, 5, 6]);
    met.words("thread of", &[0, 1, 2]);
    met.words("priority with wordings", &[1, 2]);
    met.all(&["round open", "round closed", "round closed later"]);
    for lead in [
        "scored by the day",
        "score with words",
        "rated by the day",
        "a number",
        "feed-forward",
        "enough",
        "just enough",
        "one too few",
        "priority over",
        "tie holds",
        "tied to a priority",
    ] {
        met.words(lead, &[true, false]);
    }
}

#[test]
fn each_is_seen_by_one_chair_and_hidden_from_another() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        for party in &e.parties {
            let sees = Sees::new(&case, &party.id, on);
            let view = seat(&case, &party.id, on).expect("a party");
            let agreed = view
                .measures()
                .iter()
                .any(|measure| measure.since().is_none());
            met.note(format!("known as agreed {agreed}"));
            met.note(format!("a T-score {}", view.attainment().is_some()));
            for score in &e.scores {
                met.note(format!("score {}", sees.score(e, score)));
            }
            for rating in &e.self_ratings {
                met.note(format!("rating {}", sees.rating(e, rating)));
            }
            for round in &e.rounds {
                for asked in &round.asked {
                    let seen = sees.combined(e, round, &asked.goal);
                    met.note(format!("figure {seen}"));
                    let mut own = round.answers.iter();
                    let own = own.any(|a| a.goal == asked.goal && sees.is_own(&a.party));
                    met.note(format!("figure for a rater {}", seen && own));
                }
                for answer in &round.answers {
                    met.note(format!("feed-forward {}", sees.feed_forward(round, answer)));
                }
            }
            for priority in &e.priorities {
                let mut wordings = priority.wordings.iter();
                let seen = wordings.any(|wording| sees.priority(priority, wording));
                met.note(format!("priority {seen}"));
            }
            for tie in &e.ties {
                met.note(format!("tie {}", sees.tie(e, tie)));
            }
            for thread in &e.threads {
                met.note(format!("thread {}", sees.thread(e, thread)));
            }
        }
    }
    for lead in [
        "known as agreed",
        "a T-score",
        "score",
        "rating",
        "figure",
        "figure for a rater",
        "feed-forward",
        "priority",
        "tie",
        "thread",
    ] {
        met.words(lead, &[true, false]);
    }
}
