//! The end of an engagement: what is said of it, what follows, and what it asks for.

use coaching::check::faults;
use coaching::closing::{Clocks, Ending, FollowUp, Keeps, Step, clocks, steps, usual_follow_ups};
use coaching::drift::{drift, still_waits, waiting};
use coaching::ledger::{Disclosed, Disclosure, Ground};
use coaching::meetings::baseline;
use coaching::record::{Case, Engagement};
use coaching::seat::seat;
use coaching::text::Text;
use coaching::words::{
    Channel, DocumentKind, MeetingKind, Role, ShiftKind, StepOf, StepState, Teller, Topic,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::reach::{Met, records};
use crate::support::build::*;
use crate::support::cases;
use crate::support::statement::Sees;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

#[test]
fn every_end_and_every_state_of_a_follow_up_is_met_seen_and_hidden() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        met.note(match e.ended {
            None => "goes on",
            Some(ended) if ended <= on => "ended",
            Some(_) => "ends later",
        });
        if e.ended.is_some() {
            met.note(format!("early {}", e.ending.early));
            met.note(format!("said of the end {}", !e.ending.words.is_empty()));
        }
        for each in &e.follow_ups {
            met.note(format!("done {:?}", each.done.map(|done| done <= on)));
            met.note(format!("came of it {}", !each.words.is_empty()));
        }
        for party in &e.parties {
            let sees = Sees::new(&case, &party.id, on);
            met.note(format!("sees the end {}", sees.ending(e)));
            let some = sees.follow_ups(e) && !e.follow_ups.is_empty();
            met.note(format!("sees follow-ups {some}"));
        }
    }
    met.all(&["goes on", "ended", "ends later"]);
    met.words("done", &[Some(true), Some(false), None]);
    for lead in [
        "early",
        "said of the end",
        "came of it",
        "sees the end",
        "sees follow-ups",
    ] {
        met.words(lead, &[true, false]);
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_follows_stands_in_a_view_exactly_where_it_may(record in vec(any::<u16>(), 100..1500)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let e = &case.engagement;
        for party in &e.parties {
            let sees = Sees::new(&case, &party.id, on);
            let view = seat(&case, &party.id, on).expect("a party");
            let mut due: Vec<_> = e.follow_ups.iter().map(|each| {
                (each.due, each.done.filter(|done| sees.past(*done)))
            }).collect();
            due.sort();
            let mut shown: Vec<_> =
                view.follow_ups().iter().map(|each| (*each.due(), *each.done())).collect();
            shown.sort();
            prop_assert_eq!(shown, if sees.follow_ups(e) { due } else { vec![] });
            let may = sees.coachee && sees.ending(e) && sees.open(Topic::Attendance);
            let until = clocks(e, case.keeps, on).filter(|_| may);
            prop_assert_eq!(*view.kept_until(), until);
        }
    }

    /// Nobody but the coach learns that it ended early, or that there is a summary of the coach's own.
    #[test]
    fn that_it_ended_early_stands_in_no_view(record in vec(any::<u16>(), 100..1500)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let mut other = case.clone();
        other.engagement.ending.early = !case.engagement.ending.early;
        other.engagement.own_summary = match case.engagement.own_summary {
            Some(_) => None,
            None => Some(on),
        };
        for party in &case.engagement.parties {
            prop_assert_eq!(seat(&case, &party.id, on), seat(&other, &party.id, on));
        }
    }

    #[test]
    fn the_end_is_gone_through_once_and_in_order(record in vec(any::<u16>(), 100..1500)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let e = &case.engagement;
        let closing = steps(e, Keeps::default(), on);
        let gone: Vec<_> = closing.steps.iter().map(|step| step.what).collect();
        prop_assert_eq!(&gone[..], StepOf::ALL);
        for step in &closing.steps {
            prop_assert!(step.of == 0 || step.count <= step.of, "{:?}", step);
            if step.state == StepState::Done {
                prop_assert!(step.of == 0 || step.count > 0 || step.what == StepOf::FollowUps);
            }
        }
        prop_assert_eq!(at(e, on, StepOf::OpenShifts).count as usize, closing.untold.len());
        prop_assert_eq!(closing.clocks.is_some(), e.ended.is_some_and(|ended| ended <= on));
    }

    /// What waits to be told is what the drift says, where anything was ever agreed.
    #[test]
    fn what_waits_is_what_moved_and_is_not_known(record in vec(any::<u16>(), 100..1500)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let e = &case.engagement;
        let mut expected = 0;
        for row in drift(e, on).iter().filter(|_| baseline(e, on).is_some()) {
            let word = serde_json::to_value(row.kind).expect("a word");
            let moved = word != "unchanged" && word != "clarified";
            let states = row.tellings.iter().map(|telling| telling.step.map(|s| s.state));
            expected += states.filter(|state| moved && still_waits(*state)).count();
        }
        prop_assert_eq!(waiting(e, on).len(), expected);
    }
}

fn at(e: &Engagement, on: coaching::day::Day, what: StepOf) -> Step {
    let closing = steps(e, Keeps::default(), on);
    let mut found = closing.steps.into_iter().filter(|step| step.what == what);
    found.next().expect("a step")
}

fn state(e: &Engagement, on: &str, what: StepOf) -> (StepState, Option<String>) {
    let step = at(e, day(on), what);
    (step.state, step.on.map(|day| day.to_string()))
}

/// Maya and Ingrid, from February, with three sessions and one goal that both agreed.
fn maya() -> Case {
    let mut case = case();
    case.people.push(person("Ingrid"));
    let e = &mut case.engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.agreements = vec![strict("2026-02-01")];
    e.sessions = ["2026-03-02", "2026-06-01", "2026-08-20"]
        .iter()
        .map(|on| session(on, on))
        .collect();
    e.goals = vec![goal(
        "a",
        vec![version("a1", "2026-02-10", "Give the launch away")],
    )];
    let mut contracting = held("m1", "2026-02-12", &["maya", "ingrid"]);
    contracting.agreed = vec![agreed("a", "a1", "Give the launch away")];
    e.meetings = vec![contracting];
    case
}

#[test]
fn an_end_that_came_as_planned() {
    let mut case = maya();
    let e = &mut case.engagement;
    assert_eq!(
        state(e, "2026-08-25", StepOf::TheEnd),
        (StepState::Open, None)
    );
    e.planned_end = Some(day("2026-08-31"));
    assert_eq!(
        state(e, "2026-08-25", StepOf::TheEnd),
        (StepState::Open, Some("2026-08-31".into()))
    );
    assert_eq!(
        state(e, "2026-08-25", StepOf::ClosingSession),
        (StepState::Done, Some("2026-08-20".into()))
    );
    assert_eq!(
        state(e, "2026-08-25", StepOf::FinalMeeting),
        (StepState::Open, None)
    );
    let mut last = held("m2", "2026-08-28", &["maya", "ingrid"]);
    last.kind = MeetingKind::Closing;
    e.meetings.push(last);
    e.ended = Some(day("2026-08-31"));
    assert_eq!(
        state(e, "2026-08-31", StepOf::FinalMeeting),
        (StepState::Done, Some("2026-08-28".into()))
    );
    assert_eq!(
        state(e, "2026-08-31", StepOf::TheEnd),
        (StepState::Done, Some("2026-08-31".into()))
    );
    // Months later it is still what the end was.
    assert_eq!(
        state(e, "2027-01-01", StepOf::ClosingSession).0,
        StepState::Done
    );
    assert_eq!(state(e, "2026-08-31", StepOf::FollowUps).0, StepState::Open);
    assert_eq!(
        state(e, "2026-08-31", StepOf::LastRound).0,
        StepState::NotNeeded
    );
    assert_eq!(
        state(e, "2026-08-31", StepOf::LastRatings).0,
        StepState::Open
    );
    assert_eq!(
        steps(e, Keeps::default(), day("2026-08-31")).minutes_held,
        270
    );
}

#[test]
fn summaries_are_done_when_each_was_handed_over() {
    let mut case = maya();
    let e = &mut case.engagement;
    e.ended = Some(day("2026-08-31"));
    assert_eq!(
        state(e, "2026-09-01", StepOf::SponsorsSummary).0,
        StepState::Open
    );
    let entry = |number, to: &str| Disclosure {
        number,
        on: day("2026-09-02"),
        recorded: morning(day("2026-09-02")),
        to: Some(id(to)),
        by: Teller::Coach,
        how: Channel::Document,
        what: Disclosed::Document {
            kind: DocumentKind::Summary,
            sha256: String::new(),
            content: String::new(),
        },
        ground: Ground::Approval,
        previous: String::new(),
        hash: String::new(),
    };
    e.ledger.push(entry(1, "ingrid"));
    assert_eq!(
        state(e, "2026-09-02", StepOf::SponsorsSummary),
        (StepState::Done, Some("2026-09-02".into()))
    );
    assert_eq!(
        state(e, "2026-09-01", StepOf::SponsorsSummary).0,
        StepState::Open
    );
    assert_eq!(
        state(e, "2026-09-02", StepOf::CoacheesSummary).0,
        StepState::Open
    );
    e.ledger.push(entry(2, "maya"));
    assert_eq!(
        state(e, "2026-09-02", StepOf::CoacheesSummary).0,
        StepState::Done
    );
    // Another on the sponsor's side, who has nothing yet.
    e.parties.push(party("tom", Role::HrPartner));
    let step = at(e, day("2026-09-02"), StepOf::SponsorsSummary);
    assert_eq!((step.state, step.count, step.of), (StepState::Open, 1, 2));
    // Whoever left before the end gets none.
    e.parties[2].left = Some(day("2026-05-01"));
    assert_eq!(
        state(e, "2026-09-02", StepOf::SponsorsSummary).0,
        StepState::Done
    );
}

/// It waits, it is said whose it is to tell, and nothing else depends on it.
#[test]
fn a_closing_with_open_shifts_says_so_and_goes_on() {
    let mut case = maya();
    let e = &mut case.engagement;
    e.ended = Some(day("2026-08-31"));
    let before = steps(e, Keeps::default(), day("2026-09-01")).steps;
    e.goals[0].versions.push(shifted(
        "a2",
        "2026-06-02",
        "Decide whether I want this role",
        ShiftKind::Morphed,
        &[],
    ));
    let closing = steps(e, Keeps::default(), day("2026-09-01"));
    let (untold, party) = (&closing.untold[0], id("ingrid"));
    assert_eq!((closing.untold.len(), &untold.party), (1, &party));
    assert_eq!(untold.version, id("a2"));
    assert_eq!(
        at(e, day("2026-09-01"), StepOf::OpenShifts).state,
        StepState::Open
    );
    let others = |steps: &[Step]| -> Vec<Step> {
        let other = |step: &&Step| step.what != StepOf::OpenShifts;
        steps.iter().filter(other).copied().collect()
    };
    assert_eq!(others(&closing.steps), others(&before));
}

#[test]
fn an_engagement_of_no_sessions_has_none_to_close_with() {
    let mut case = case();
    let e = &mut case.engagement;
    e.ended = Some(day("2026-03-01"));
    let closing = steps(e, Keeps::default(), day("2026-03-01"));
    let not_needed: Vec<_> = closing
        .steps
        .iter()
        .filter(|step| step.state == StepState::NotNeeded)
        .map(|step| step.what)
        .collect();
    assert_eq!(
        not_needed,
        [
            StepOf::ClosingSession,
            StepOf::FinalMeeting,
            StepOf::LastScores,
            StepOf::LastRatings,
            StepOf::LastRound,
            StepOf::SponsorsSummary,
        ]
    );
    assert_eq!((closing.minutes_held, closing.summaries.len()), (0, 1));
    let until = Clocks {
        reflective: day("2026-06-01"),
        record: day("2033-03-01"),
    };
    assert_eq!(closing.clocks, Some(until));
}

/// What was written long before the end looks back on something else.
#[test]
fn ones_own_summary_is_written_for_the_end() {
    let mut case = maya();
    let e = &mut case.engagement;
    e.ended = Some(day("2026-07-15"));
    let what = StepOf::CoachsSummary;
    assert_eq!(state(e, "2026-07-15", what).0, StepState::Open);
    for (written, of) in [
        ("2026-06-14", StepState::Open),
        ("2026-06-15", StepState::Done),
        ("2026-07-15", StepState::Done),
        // As of a day on which it was not written yet.
        ("2026-07-16", StepState::Open),
    ] {
        e.own_summary = Some(day(written));
        assert_eq!(state(e, "2026-07-15", what).0, of, "{written}");
    }
}

/// Nobody has to meet, to measure or to follow up any more; the summaries are as they always are.
#[test]
fn an_early_end_asks_for_no_more_than_can_be_done() {
    let mut case = maya();
    let e = &mut case.engagement;
    e.sessions.truncate(2);
    e.ended = Some(day("2026-07-15"));
    for (early, asked) in [(false, StepState::Open), (true, StepState::NotNeeded)] {
        e.ending.early = early;
        for what in [
            StepOf::ClosingSession,
            StepOf::FinalMeeting,
            StepOf::LastRatings,
            StepOf::FollowUps,
        ] {
            assert_eq!(state(e, "2026-07-15", what).0, asked, "{what:?}");
        }
        for what in [StepOf::SponsorsSummary, StepOf::CoacheesSummary] {
            assert_eq!(state(e, "2026-07-15", what).0, StepState::Open);
        }
    }
}

#[test]
fn what_is_said_of_the_end_is_said_from_that_day_to_those_who_may_know_it() {
    let mut case = maya();
    case.engagement.ended = Some(day("2026-07-15"));
    case.engagement.ending = Ending {
        early: true,
        words: text("We end here, by agreement of all."),
    };
    let said = |case: &Case, chair: &str, on: &str| {
        let view = seat(case, &id(chair), day(on)).expect("a party");
        let heading = view.heading().as_ref()?.clone();
        heading.ending().as_ref().map(|line| line.text().clone())
    };
    for chair in ["maya", "ingrid"] {
        assert_eq!(said(&case, chair, "2026-07-14"), None);
        let words = said(&case, chair, "2026-07-15");
        assert_eq!(words.as_deref(), Some("We end here, by agreement of all."));
    }
    case.engagement.agreements.clear();
    assert_eq!(said(&case, "ingrid", "2026-07-15"), None);
}

#[test]
fn the_clocks_run_from_the_end_and_the_last_session() {
    let mut case = maya();
    let e = &mut case.engagement;
    assert_eq!(clocks(e, Keeps::default(), day("2026-09-01")), None);
    e.ended = Some(day("2026-07-31"));
    let until = |e: &Engagement, keeps, on: &str| {
        let clocks = clocks(e, keeps, day(on)).expect("it has ended");
        (clocks.reflective.to_string(), clocks.record.to_string())
    };
    let usual = Keeps::default();
    // A session was held after the end: the record's clock goes by it from then on.
    let before = ("2026-10-31".to_owned(), "2033-07-31".to_owned());
    assert_eq!(until(e, usual, "2026-08-01"), before);
    let after = ("2026-10-31".to_owned(), "2033-08-20".to_owned());
    assert_eq!(until(e, usual, "2026-09-01"), after);
    let keeps = Keeps {
        reflective_months: 1,
        record_years: 10,
    };
    // A month after 31 July is 31 August; a month after 31 January the last of February.
    let chosen = ("2026-08-31".to_owned(), "2036-08-20".to_owned());
    assert_eq!(until(e, keeps, "2026-09-01"), chosen);
    e.ended = Some(day("2027-01-31"));
    assert_eq!(until(e, keeps, "2027-02-01").0, "2027-02-28");
}

#[test]
fn usual_follow_ups_are_on_weekdays() {
    let due = |ended: &str| -> Vec<String> {
        let days = usual_follow_ups(day(ended)).into_iter();
        days.map(|day| day.to_string()).collect()
    };
    // 90 days later is a Saturday, 120 days later a Monday.
    assert_eq!(due("2026-08-30"), ["2026-11-30", "2026-12-28"]);
    assert_eq!(due("2026-08-31"), ["2026-11-30", "2026-12-29"]);
    // At the end of all days there are none.
    assert_eq!(due("2199-12-31"), Vec::<String>::new());
}

#[test]
fn an_end_that_does_not_fit_is_a_fault() {
    let mut case = maya();
    let follow_up = |id_: &str, due: &str| FollowUp {
        id: id(id_),
        due: day(due),
        done: None,
        words: Text::empty(),
    };
    let place = |e: &Engagement| faults(e).first().map(|fault| fault.place.clone());
    let e = &mut case.engagement;
    e.ended = Some(day("2026-08-31"));
    e.follow_ups = vec![follow_up("f1", "2026-11-30"), follow_up("f2", "2026-12-29")];
    e.follow_ups[0].done = Some(day("2026-11-20"));
    e.follow_ups[0].words = text("It holds.");
    assert_eq!(place(e), None, "done before it was due");
    let broken = |change: &dyn Fn(&mut Engagement)| {
        let mut e = e.clone();
        change(&mut e);
        place(&e)
    };
    let at = |place: &str| Some(place.to_owned());
    assert_eq!(
        broken(&|e| e.follow_ups[1].id = id("f1")),
        at("follow_ups[1].id")
    );
    let early = |e: &mut Engagement| e.follow_ups[1].due = day("2026-01-01");
    assert_eq!(broken(&early), at("follow_ups[1].due"));
    let early = |e: &mut Engagement| e.follow_ups[0].done = Some(day("2026-01-01"));
    assert_eq!(broken(&early), at("follow_ups[0].done"));
    let undone = |e: &mut Engagement| e.follow_ups[0].done = None;
    assert_eq!(broken(&undone), at("follow_ups[0].words"));
    let goes_on = |e: &mut Engagement| {
        e.ended = None;
        e.ending.words = text("It ended.");
    };
    assert_eq!(broken(&goes_on), at("ending"));
}
