//! That the generator of histories reaches everything that the rules speak of, and that what is hidden
//! from one chair is really changed: without this, non-interference could hold by being empty.

use std::collections::BTreeMap;

use coaching::agreement::in_force;
use coaching::day::Day;
use coaching::page::coach_page;
use coaching::record::{Audience, Case};
use coaching::seat::seat;
use coaching::words::{MeetingStatus, Role, Rule, SessionStatus, ShiftKind, Topic, Voice};

use crate::support::maker::mark;
use crate::support::statement::Sees;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::unseen::changed;
use crate::support::whole::{a_day, any_case};

const RECORDS: u64 = 150;

/// So many records, each with a day and with the tape to change it by.
fn records() -> impl Iterator<Item = (Case, Day, Vec<u16>)> {
    (0..RECORDS).map(|seed| {
        let record = fixed_tape(seed, 900);
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        (any_case(&mut tape), on, fixed_tape(seed + RECORDS, 1500))
    })
}

/// How often something was met.
#[derive(Default)]
struct Met(BTreeMap<String, u32>);

impl Met {
    fn note(&mut self, what: String) {
        *self.0.entry(what).or_default() += 1;
    }

    fn all<T: std::fmt::Debug>(&self, what: &[T]) {
        for what in what {
            let times = self.0.get(&format!("{what:?}")).copied().unwrap_or(0);
            assert!(times >= 3, "{what:?} was met {times} times in {:?}", self.0);
        }
    }
}

#[test]
fn every_word_of_the_rules_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        for party in &e.parties {
            met.note(format!("{:?}", party.role));
            if !party.is_in(on) {
                met.note("\"not in it\"".into());
            }
            let mut others = e.parties.iter().filter(|other| other.id != party.id);
            if others.any(|other| other.person == party.person) {
                met.note("\"two roles\"".into());
            }
        }
        let shifts = e.goals.iter().flat_map(|goal| &goal.versions);
        for shift in shifts.filter_map(|version| version.shift.as_ref()) {
            met.note(format!("{:?}", shift.kind));
        }
        for meeting in &e.meetings {
            met.note(format!("meeting {:?}", meeting.status));
        }
        for session in &e.sessions {
            met.note(format!("session {:?}", session.status));
        }
        match in_force(e, on) {
            Some(agreement) => {
                let later = |a: &&coaching::agreement::Agreement| a.effective > agreement.effective;
                let earlier = e
                    .agreements
                    .iter()
                    .any(|a| a.effective < agreement.effective);
                met.note(format!("\"superseded {earlier}\""));
                met.note(format!(
                    "\"draft {}\"",
                    e.agreements.iter().any(|a| later(&a))
                ));
                for boundary in &agreement.boundaries {
                    met.note(format!("({:?}, {:?})", boundary.topic, boundary.rule));
                }
            }
            None => met.note("\"none in force\"".into()),
        }
        for release in &e.releases {
            let audience = match release.audience {
                Audience::Party(_) => "party",
                Audience::Supervisor => "supervisor",
                Audience::Public => "public",
            };
            met.note(format!("{audience:?}"));
            met.note(format!("({:?}, {:?})", release.voice, release.counts(on)));
            met.note(format!("\"of a note {}\"", release.note.is_some()));
        }
    }
    met.all(Role::ALL);
    met.all(ShiftKind::ALL);
    met.all(&[
        "not in it",
        "two roles",
        "none in force",
        "party",
        "supervisor",
        "public",
    ]);
    met.all(&[
        "superseded true",
        "superseded false",
        "draft true",
        "draft false",
    ]);
    met.all(&["of a note true", "of a note false"]);
    for &voice in Voice::ALL {
        met.all(&[(voice, true), (voice, false)]);
    }
    for &topic in Topic::ALL {
        met.all(
            &Rule::ALL
                .iter()
                .map(|&rule| (topic, rule))
                .collect::<Vec<_>>(),
        );
    }
    for status in MeetingStatus::ALL {
        assert!(
            met.0.contains_key(&format!("meeting {status:?}")),
            "{status:?}"
        );
    }
    for status in SessionStatus::ALL {
        assert!(
            met.0.contains_key(&format!("session {status:?}")),
            "{status:?}"
        );
    }
}

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
                met.note(format!("({topic:?}, {})", view.contains(&mark(topic))));
            }
            for &topic in Topic::ALL {
                if view.contains(&mark(topic).replacen('#', "#released-", 1)) {
                    met.note(format!("(\"released\", {topic:?})"));
                }
            }
        }
    }
    for &topic in Topic::ALL {
        // Dates and numbers alone: no text belongs to these two.
        if !matches!(topic, Topic::Attendance | Topic::FeedbackCombined) {
            met.all(&[(topic, true), (topic, false)]);
        }
        met.all(&[("released", topic)]);
    }
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
