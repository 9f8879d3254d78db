//! The case sheet and the client's story: what the agreement keeps from a supervisor is not in it and
//! changes nothing in it, nobody is named, and released words are told exactly.

use coaching::agreement::{Boundary, in_force, supervision};
use coaching::case_sheet::{CaseSheet, When, case_sheet};
use coaching::client_story::client_story;
use coaching::day::Day;
use coaching::nameless::{Nameless, Part, StandsFor};
use coaching::record::{Audience, Case, Noted};
use coaching::text::{Tag, Text};
use coaching::words::{Role, Rule, Topic, Voice};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{case, day, id, note, party, person, release, session, strict, text};
use crate::support::cases;
use crate::support::entry::again;
use crate::support::maker::mark;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case, each_list_of_notes};

/// Every text of a sheet.
fn texts(sheet: &CaseSheet) -> Vec<&Nameless> {
    let mut all = vec![sheet.question()];
    for (wording, measure) in sheet.baselines().iter().flat_map(|b| b.goals()) {
        all.push(wording);
        all.extend(measure);
    }
    for version in sheet.goals().iter().flat_map(|goal| goal.versions()) {
        all.push(version.title());
        all.extend(version.words());
        all.extend(version.why());
        all.extend(version.measure());
        all.extend(version.reason());
        all.extend(version.into());
    }
    for meeting in sheet.meetings() {
        all.extend(meeting.preparation().iter().flatten());
        all.extend(meeting.decisions());
        all.extend(meeting.debrief());
    }
    all.extend(sheet.commitments().iter().map(|promise| promise.text()));
    for position in sheet.positions() {
        all.push(position.goal());
        all.extend(position.words());
    }
    let sections = sheet.sections().iter().flat_map(|section| section.lines());
    all.extend(sections.map(|line| line.text()));
    all
}

/// Its words, with what stands in names' places left out.
fn words(sheet: &CaseSheet) -> String {
    let parts = texts(sheet).into_iter().flat_map(Nameless::parts);
    let words = parts.map(|part| match part {
        Part::Words(words) | Part::Chosen(words) | Part::Unsure(words) => words,
        Part::StandIn(_) => "\u{1}",
    });
    words.collect::<Vec<_>>().join("\n")
}

/// An engagement in which an agreement may name rules for the supervisor.
fn any_supervised(tape: &mut Tape) -> Case {
    let mut case = any_case(tape);
    for agreement in &mut case.engagement.agreements {
        agreement.boundaries.retain(|b| b.role != Role::Supervisor);
        for &topic in Topic::ALL {
            if tape.below(3) == 0 {
                let rule = tape.pick(Rule::ALL);
                agreement.boundaries.push(Boundary {
                    topic,
                    role: Role::Supervisor,
                    rule,
                });
            }
        }
    }
    case
}

/// What the supervisor may hear on a topic, stated again.
fn rule(case: &Case, on: Day, topic: Topic, reflections: bool) -> Rule {
    let agreement = in_force(&case.engagement, on);
    let named = agreement.is_some_and(|a| {
        let mut boundaries = a.boundaries.iter();
        boundaries.any(|b| b.role == Role::Supervisor && b.topic == topic)
    });
    match topic {
        Topic::Reflections if !reflections => Rule::Confidential,
        Topic::Reflections if !named => Rule::Shared,
        topic => supervision(agreement, topic),
    }
}

fn gone<T: Tag>(notes: &mut Vec<Noted<T>>, open: &dyn Fn(Topic) -> bool, on: Day) {
    notes.retain(|note| open(T::TOPIC) && note.on <= on);
}

fn blank<T: Tag>(text: &mut Text<T>, open: &dyn Fn(Topic) -> bool) {
    if !open(T::TOPIC) {
        *text = Text::empty();
    }
}

/// The same engagement without all that the supervisor may not hear.
fn only_what_is_open(case: &Case, on: Day, reflections: bool) -> Case {
    let open = |topic| rule(case, on, topic, reflections) == Rule::Shared;
    let open: &dyn Fn(Topic) -> bool = &open;
    let mut less = case.clone();
    let e = &mut less.engagement;
    each_list_of_notes!(&mut *e, gone(open, on));
    let force = in_force(&case.engagement, on).map(|a| a.id.clone());
    e.agreements
        .retain(|agreement| Some(&agreement.id) == force.as_ref());
    for agreement in &mut e.agreements {
        agreement.boundaries.retain(|b| b.role == Role::Supervisor);
        agreement.additions = Text::empty();
    }
    e.name = "Another name".into();
    e.fees = Text::empty();
    if !open(Topic::Engagement) || e.ended.is_none_or(|ended| on < ended) {
        e.ending.words = Text::empty();
    }
    let follows = e.ended.is_some_and(|ended| ended <= on) && open(Topic::SessionContent);
    e.follow_ups
        .retain(|each| follows && each.done.is_some_and(|done| done <= on));
    e.tellings.clear();
    e.approvals.clear();
    e.ledger.clear();
    e.sponsor_contacts.retain(|contact| {
        open(Topic::SponsorContact) && !contact.is_withheld(on) && contact.on <= on
    });
    for contact in &mut e.sponsor_contacts {
        contact.withheld = Text::empty();
    }
    e.releases.retain(|release| {
        let rule = rule(case, on, release.topic, reflections);
        let stands = rule <= Rule::WithConsent
            || rule == Rule::CoacheeShares && release.voice == Voice::Coachee;
        release.audience == Audience::Supervisor && stands && release.counts(on)
    });
    e.commitments
        .retain(|promise| open(Topic::Commitments) && promise.made <= on);
    e.positions
        .retain(|position| open(Topic::Alignment) && position.on <= on);
    e.priorities.retain(|_| open(Topic::Alignment));
    e.beliefs
        .retain(|belief| open(Topic::Alignment) && belief.on <= on);
    e.clashes
        .retain(|clash| open(Topic::Alignment) && clash.on <= on);
    for clash in &mut e.clashes {
        let outcome = clash.outcome.take();
        clash.outcome = outcome.filter(|outcome| outcome.on <= on);
        clash.experiments.retain(|each| each.on <= on);
        for each in &mut clash.experiments {
            each.judge_on = None;
            if each.judged.is_some_and(|judged| judged > on) {
                each.judged = None;
                each.came_of = Text::empty();
            }
        }
    }
    e.ties
        .retain(|tie| open(Topic::CurrentGoals) && tie.holds(on));
    e.threads.retain(|_| open(Topic::Insights));
    let measured = open(Topic::CurrentGoals) && open(Topic::Progress);
    e.scores
        .retain(|score| open(Topic::Progress) && score.on <= on);
    e.self_ratings
        .retain(|rating| open(Topic::Progress) && rating.on <= on);
    if !measured {
        for score in &mut e.scores {
            score.level = crate::support::measured::on_scale(0);
        }
    }
    for round in &mut e.rounds {
        let closed = round.closed.is_some_and(|closed| closed <= on);
        let figures = open(Topic::FeedbackCombined) && open(Topic::CurrentGoals) && closed;
        for answer in &mut round.answers {
            blank(&mut answer.feed_forward, open);
            answer.change = answer.change.filter(|_| figures);
        }
    }
    for session in &mut e.sessions {
        blank(&mut session.preparation, open);
        blank(&mut session.opening, open);
        blank(&mut session.record, open);
        blank(&mut session.reflective, open);
    }
    for meeting in &mut e.meetings {
        meeting.place = Text::empty();
        blank(&mut meeting.reflective, open);
        blank(&mut meeting.debrief, open);
        blank(&mut meeting.preparation.good_outcome, open);
        if !open(Topic::MeetingOutcomes) {
            meeting.decisions.clear();
        }
        if !open(Topic::BaselineGoals) {
            meeting.agreed.clear();
        }
    }
    less
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn no_word_on_a_closed_topic_is_told(
        record in vec(any::<u16>(), 100..900),
        reflections in any::<bool>(),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_supervised(&mut tape);
        let Ok(sheet) = case_sheet(&case, on, reflections, "") else {
            prop_assert!(in_force(&case.engagement, on).is_none());
            return Ok(());
        };
        let words = words(&sheet);
        for &topic in Topic::ALL {
            let rule = rule(&case, on, topic, reflections);
            prop_assert!(rule == Rule::Shared || !words.contains(&mark(topic)), "{topic:?}");
            let released = mark(topic).replacen('#', "#released-", 1);
            let stands = |voice| case.engagement.releases.iter().any(|release| {
                release.audience == Audience::Supervisor && release.topic == topic
                    && release.counts(on) && voice == release.voice
            });
            let may = match rule {
                Rule::Confidential => false,
                Rule::CoacheeShares => stands(Voice::Coachee),
                _ => stands(Voice::Coachee) || stands(Voice::Coach),
            };
            prop_assert!(may || !words.contains(&released), "{topic:?}");
        }
    }

    #[test]
    fn what_is_kept_back_changes_nothing(
        record in vec(any::<u16>(), 100..900),
        reflections in any::<bool>(),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_supervised(&mut tape);
        let less = only_what_is_open(&case, on, reflections);
        let told = case_sheet(&case, on, reflections, "");
        prop_assert!(told == case_sheet(&less, on, reflections, ""));
    }

    #[test]
    fn ids_and_the_order_of_entry_change_nothing(
        record in vec(any::<u16>(), 100..900),
        change in vec(any::<u16>(), 0..300),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let mut case = any_supervised(&mut tape);
        // Two people of one name cannot be told apart where there are no ids.
        for (person, n) in case.people.iter_mut().zip(1..) {
            person.name = format!("{} {}", person.name, "I".repeat(n));
        }
        let Some(chair) = case.engagement.parties.first().map(|party| party.id.clone()) else {
            return Ok(());
        };
        let (other, _) = again(&case, &chair, &mut Tape::new(&change));
        prop_assert!(case_sheet(&case, on, true, "") == case_sheet(&other, on, true, ""));
    }
}

/// Maya, two stakeholders and a sponsor; sessions on 5 March and 2 April.
fn worked() -> Case {
    let mut case = case();
    for name in ["Ingrid", "Tom", "Vera"] {
        case.people.push(person(name));
    }
    let e = &mut case.engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.parties.push(party("tom", Role::Stakeholder));
    e.parties.push(party("vera", Role::Stakeholder));
    e.agreements = vec![strict("2026-03-01")];
    e.sessions = vec![session("s1", "2026-03-05"), session("s2", "2026-04-02")];
    e.sessions[1].record = text("Vera rang; Tom did not.");
    e.insights = vec![
        note("n1", "2026-03-01", "I left it to Ingrid."),
        note("n2", "2026-03-20", "Silence is an answer."),
    ];
    e.reflections = vec![note("n3", "2026-04-02", "Maya tires me.")];
    case
}

#[test]
fn days_become_sessions_and_people_roles() {
    let sheet = case_sheet(&worked(), day("2026-04-10"), false, "What of Maya?").expect("in force");
    let section = |topic| sheet.sections().iter().find(|s| *s.topic() == topic);
    let insights = section(Topic::Insights).expect("insights").lines();
    let when: Vec<When> = insights.iter().map(|line| *line.when()).collect();
    assert_eq!(when, [When::BeforeTheFirst, When::After(1)]);
    let said = section(Topic::SessionContent).expect("a session").lines();
    assert_eq!(*said[0].when(), When::In(2));
    let named: Vec<StandsFor> = said[0]
        .text()
        .parts()
        .filter_map(|part| match part {
            Part::StandIn(stands_for) => Some(stands_for),
            _ => None,
        })
        .collect();
    let stakeholder = |number| StandsFor::Party {
        role: Role::Stakeholder,
        number: Some(number),
    };
    // Vera is named first, so she is the first, although Tom was entered before her.
    assert_eq!(named, [stakeholder(1), stakeholder(2)]);
    assert!(section(Topic::Reflections).is_none());
    assert_eq!(sheet.held(), &Some(2));
    let asked: Vec<bool> = sheet
        .question()
        .parts()
        .map(|part| part == Part::StandIn(StandsFor::Coachee))
        .collect();
    assert_eq!(asked, [false, true, false]);
}

#[test]
fn reflections_stand_in_it_only_when_asked_for_and_never_against_the_agreement() {
    let mut case = worked();
    let told = |case: &Case| {
        let sheet = case_sheet(case, day("2026-04-10"), true, "").expect("in force");
        sheet
            .sections()
            .iter()
            .any(|s| *s.topic() == Topic::Reflections)
    };
    assert!(told(&case));
    case.engagement.agreements[0].boundaries.push(Boundary {
        topic: Topic::Reflections,
        role: Role::Supervisor,
        rule: Rule::Confidential,
    });
    assert!(!told(&case));
}

#[test]
fn without_attendance_no_session_is_numbered() {
    let mut case = worked();
    case.engagement.agreements[0].boundaries.push(Boundary {
        topic: Topic::Attendance,
        role: Role::Supervisor,
        rule: Rule::Confidential,
    });
    let sheet = case_sheet(&case, day("2026-04-10"), false, "").expect("in force");
    let lines = sheet.sections().iter().flat_map(|section| section.lines());
    assert!(lines.clone().count() > 0);
    assert!(lines.clone().all(|line| *line.when() == When::Untold));
    assert_eq!(sheet.held(), &None);
}

#[test]
fn a_story_tells_released_words_exactly_or_not_at_all() {
    let mut case = worked();
    let public = |id_: &str, given: &str, words: &str| coaching::record::Release {
        id: id(id_),
        audience: Audience::Public,
        ..release("ingrid", Topic::Insights, given, words)
    };
    case.engagement.releases = vec![
        public("r2", "2026-03-09", "Then I told Ingrid."),
        public(
            "r1",
            "2026-03-08",
            "I stopped  answering; Zeno would be proud.",
        ),
        release("ingrid", Topic::Insights, "2026-03-08", "For Ingrid alone."),
    ];
    case.engagement.releases[0].withdrawn = Some(day("2026-04-01"));
    let story = client_story(&case, day("2026-03-10"));
    let told: Vec<&str> = story.told().iter().map(|told| told.wording()).collect();
    assert_eq!(told, ["I stopped  answering; Zeno would be proud."]);
    assert_eq!(
        (story.left_out(), story.unsure()),
        (1, &["Zeno".to_owned()][..])
    );
    assert_eq!(client_story(&case, day("2026-04-02")).left_out(), 0);
    assert!(client_story(&case, day("2026-03-07")).told().is_empty());
}
