//! That every topic is really seen by some and hidden from others, and that what is hidden from one
//! chair is really changed in the second history of a pair.

use coaching::page::coach_page;
use coaching::record::{Audience, Case};
use coaching::seat::seat;
use coaching::words::Topic;

use crate::reach::{Met, records};
use crate::support::entry::again;
use crate::support::maker::mark;
use crate::support::statement::Sees;
use crate::support::tape::Tape;
use crate::support::unseen::changed;

#[test]
fn every_topic_is_seen_by_one_chair_and_hidden_from_another() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let record = serde_json::to_string(&case.engagement).expect("plain data");
        for party in &case.engagement.parties {
            let view = seat(&case, &party.id, on).expect("a party");
            let view = serde_json::to_string(&view).expect("plain data");
            for &topic in Topic::ALL
                .iter()
                .filter(|&&topic| record.contains(&mark(topic)))
            {
                met.note(format!("seen {:?}", (topic, view.contains(&mark(topic)))));
            }
            for &topic in Topic::ALL {
                if view.contains(&mark(topic).replacen('#', "#released-", 1)) {
                    met.note(format!("released {topic:?}"));
                }
            }
        }
    }
    for &topic in Topic::ALL {
        // Dates and numbers alone: no text belongs to these two.
        if !matches!(topic, Topic::Attendance | Topic::FeedbackCombined) {
            met.words("seen", &[(topic, true), (topic, false)]);
        }
    }
    met.words("released", Topic::ALL);
}

/// In what two histories of a pair differ that one chair cannot tell apart.
fn differences(a: &Case, b: &Case, met: &mut Met) {
    let (a, b) = (&a.engagement, &b.engagement);
    let mut differ = |what: &str, does: bool| {
        if does {
            met.note(what);
        }
    };
    macro_rules! lists {
        ($($list:ident),*) => {$(differ(stringify!($list), a.$list != b.$list);)*};
    }
    lists!(
        parties,
        goals,
        tellings,
        agreements,
        sessions,
        meetings,
        commitments,
        expectations,
        positions,
        themes,
        support_needed,
        purpose,
        progress,
        insights,
        practices,
        assessments,
        feedback,
        scores,
        self_ratings,
        rounds,
        priorities,
        ties,
        threads,
        beliefs,
        clashes,
        sponsor_contacts,
        reflections,
        releases,
        approvals,
        masks,
        ledger
    );
    differ("more goals", a.goals.len() < b.goals.len());
    differ("more notes", a.insights.len() < b.insights.len());
    differ("fewer notes", a.insights.len() > b.insights.len());
    differ("more agreements", a.agreements.len() < b.agreements.len());
    differ("more parties", a.parties.len() < b.parties.len());
    // One figure and other numbers behind it; other levels of the same version; another least number.
    for (old, new) in a.rounds.iter().zip(&b.rounds) {
        let numbers = |round: &coaching::measures::Round| -> Vec<_> {
            round.answers.iter().map(|answer| answer.change).collect()
        };
        let same = old.id == new.id && old.answers.len() == new.answers.len();
        differ("other numbers", same && numbers(old) != numbers(new));
    }
    for (old, new) in a.agreements.iter().zip(&b.agreements) {
        differ("raters", old.id == new.id && old.raters != new.raters);
    }
    differ("fees", a.fees != b.fees);
    differ("name", a.name != b.name);
    for (goal, other) in a.goals.iter().zip(&b.goals) {
        for old in &goal.versions {
            let new = other.version(&old.id);
            differ(
                "recorded",
                new.is_some_and(|new| new.recorded != old.recorded),
            );
            differ("levels", new.is_some_and(|new| new.levels != old.levels));
            differ(
                "corrections",
                new.is_some_and(|new| new.corrections != old.corrections),
            );
        }
    }
    let coachee = &b.coachee().expect("a coachee").id;
    for new in b
        .agreements
        .iter()
        .filter(|new| !a.agreements.contains(new))
    {
        let drafted = new.in_force_from(coachee).is_none();
        differ("another draft", drafted);
        differ("another version", !drafted);
    }
    for new in b.releases.iter().filter(|new| !a.releases.contains(new)) {
        differ("another withdrawn release", new.withdrawn.is_some());
        differ(
            "another foreign release",
            matches!(new.audience, Audience::Party(_)),
        );
        differ(
            "another release to the supervisor",
            new.audience == Audience::Supervisor,
        );
        differ(
            "another release to the public",
            new.audience == Audience::Public,
        );
    }
    for new in &b.sponsor_contacts {
        let there = a.sponsor_contacts.contains(new);
        differ(
            "another contact withheld",
            !there && !new.withheld.is_empty(),
        );
        differ("another contact resolved", !there && new.resolved.is_some());
    }
}

#[test]
fn the_two_histories_of_a_pair_differ_in_everything_that_may_differ() {
    let mut met = Met::default();
    let ids = |case: &Case| -> Vec<String> {
        let e = &case.engagement;
        let sessions = e.sessions.iter().map(|each| each.id.to_string());
        sessions
            .chain(e.goals.iter().map(|each| each.id.to_string()))
            .collect()
    };
    for (case, on, change) in records() {
        for party in &case.engagement.parties {
            let mut tape = Tape::new(&change);
            let other = changed(&case, &party.id, on, &mut tape);
            differences(&case, &other, &mut met);
            let (anew, _) = again(&other, &party.id, &mut tape);
            let (before, after) = (ids(&other), ids(&anew));
            if before.iter().any(|id| !after.contains(id)) {
                met.note("other ids");
            }
            let titles = |case: &Case| -> Vec<String> {
                let versions = case.engagement.goals.iter().map(|goal| &goal.versions[0]);
                versions
                    .map(|v| v.title.for_the_coach().to_owned())
                    .collect()
            };
            if titles(&other) != titles(&anew) {
                met.note("another order of entry");
            }
        }
    }
    met.all(&[
        "parties",
        "goals",
        "tellings",
        "agreements",
        "sessions",
        "meetings",
        "commitments",
        "expectations",
        "positions",
        "themes",
        "support_needed",
        "purpose",
        "progress",
        "insights",
        "practices",
        "assessments",
        "feedback",
        "scores",
        "self_ratings",
        "rounds",
        "priorities",
        "ties",
        "threads",
        "beliefs",
        "clashes",
        "sponsor_contacts",
        "reflections",
        "releases",
        "approvals",
        "masks",
        "ledger",
    ]);
    met.all(&[
        "more goals",
        "more notes",
        "fewer notes",
        "more agreements",
        "more parties",
        "fees",
        "name",
        "recorded",
        "corrections",
        "levels",
        "other numbers",
        "raters",
        "another draft",
        "another version",
        "another withdrawn release",
        "another foreign release",
        "another release to the supervisor",
        "another release to the public",
        "another contact withheld",
        "another contact resolved",
        "other ids",
        "another order of entry",
    ]);
}

#[test]
fn what_is_changed_shows_on_the_coachs_page_and_on_the_coachees_chair() {
    let (mut tried, mut coach, mut coachee) = (0, 0, 0);
    for (case, on, change) in records().take(40) {
        for party in &case.engagement.parties {
            let other = changed(&case, &party.id, on, &mut Tape::new(&change));
            tried += 1;
            let page = |case: &Case| serde_json::to_string(&coach_page(case, on)).expect("data");
            coach += u32::from(page(&case) != page(&other));
            let maya = &case.engagement.coachee().expect("a coachee").id;
            let seen = |case: &Case| {
                let view = seat(case, maya, on).expect("a party");
                serde_json::to_string(&view).expect("plain data")
            };
            let two_chairs = Sees::new(&case, &party.id, on).coachee;
            coachee += u32::from(!two_chairs && seen(&case) != seen(&other));
        }
    }
    assert!(coach * 10 > tried * 9, "{coach} of {tried} for the coach");
    assert!(
        coachee * 10 > tried * 5,
        "{coachee} of {tried} for the coachee"
    );
}
