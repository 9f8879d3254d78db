//! A view holds exactly what the second statement of the rules says that it may: every text of the
//! record is in it if, and only if, its chair may see it.

use std::collections::BTreeMap;

use coaching::record::{Case, Engagement, Noted};
use coaching::seat::seat;
use coaching::text::{Tag, Text, Wording};
use coaching::words::Topic;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::statement::Sees;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::whole::{a_day, any_case, each_list_of_notes};

/// The words of the record, and whether one chair may see them: of two texts in the same words, either.
#[derive(Default)]
struct Words(BTreeMap<String, bool>);

impl Words {
    fn add(&mut self, words: &str, seen: bool) {
        if !words.trim().is_empty() {
            *self.0.entry(words.to_owned()).or_default() |= seen;
        }
    }

    fn text<T: Tag>(&mut self, text: &Text<T>, seen: bool) {
        self.add(text.for_the_coach(), seen);
    }

    fn wording(&mut self, wording: &Wording, seen: bool) {
        self.add(wording.for_the_coach(), seen);
    }

    /// Every text of an engagement.
    fn of(e: &Engagement, sees: &Sees) -> Self {
        fn notes<T: Tag>(notes: &mut [Noted<T>], sees: &Sees, words: &mut Words) {
            for note in notes {
                words.text(&note.text, sees.note(note));
            }
        }
        let mut words = Self::default();
        words.text(&e.fees, sees.fees(e));
        words.text(&e.ending.words, sees.ending(e));
        for each in &e.follow_ups {
            let done = each.done.is_some_and(|done| sees.past(done));
            words.text(&each.words, sees.follow_ups(e) && done);
        }
        words.goals(e, sees);
        words.meetings(e, sees);
        let content = sees.open(Topic::SessionContent);
        let reflections = sees.open(Topic::Reflections);
        for session in &e.sessions {
            let past = sees.past(session.on);
            for text in [&session.preparation, &session.opening, &session.record] {
                words.text(text, content && past);
            }
            words.text(&session.reflective, reflections && past);
        }
        each_list_of_notes!(&mut e.clone(), notes(sees, &mut words));
        for promise in &e.commitments {
            words.text(&promise.text, sees.commitment(e, promise));
        }
        for position in &e.positions {
            words.text(&position.words, sees.position(e, position));
        }
        for contact in &e.sponsor_contacts {
            words.text(&contact.text, sees.contact(contact));
            words.text(&contact.withheld, false);
        }
        for release in &e.releases {
            words.wording(&release.wording, sees.release(release));
        }
        for agreement in &e.agreements {
            words.text(&agreement.additions, false);
        }
        words.measures(e, sees);
        words.direction(e, sees);
        words.alignment(e, sees);
        words
    }

    fn goals(&mut self, e: &Engagement, sees: &Sees) {
        let open = sees.open(Topic::CurrentGoals);
        for version in e.goals.iter().flat_map(|goal| &goal.versions) {
            let seen = open && sees.past(version.on);
            for text in [
                &version.title,
                &version.words,
                &version.why,
                &version.measure,
            ] {
                self.text(text, seen);
            }
            if let Some(shift) = &version.shift {
                self.text(&shift.reason, seen);
            }
            for old in &version.corrections {
                for text in [&old.title, &old.words, &old.why, &old.measure] {
                    self.text(text, false);
                }
            }
        }
    }

    fn measures(&mut self, e: &Engagement, sees: &Sees) {
        for version in e.goals.iter().flat_map(|goal| &goal.versions) {
            for text in version.levels.iter().flat_map(|levels| levels.all()) {
                self.text(text, sees.levels(version));
            }
        }
        for score in &e.scores {
            self.text(&score.words, sees.score(e, score));
        }
        for rating in &e.self_ratings {
            self.text(&rating.words, sees.rating(e, rating));
        }
        for round in &e.rounds {
            for answer in &round.answers {
                self.text(&answer.feed_forward, sees.feed_forward(round, answer));
            }
        }
    }

    fn direction(&mut self, e: &Engagement, sees: &Sees) {
        for priority in &e.priorities {
            for wording in &priority.wordings {
                self.text(&wording.text, sees.priority(priority, wording));
            }
        }
        for tie in &e.ties {
            self.text(&tie.words, sees.tie(e, tie));
        }
        for thread in &e.threads {
            self.text(&thread.subject, sees.thread(e, thread));
        }
    }

    fn alignment(&mut self, e: &Engagement, sees: &Sees) {
        for belief in &e.beliefs {
            self.text(&belief.text, sees.aligned(belief.on));
        }
        for clash in &e.clashes {
            let seen = sees.aligned(clash.on);
            let sides = clash.sides.iter();
            let texts = sides.flat_map(|side| [&side.wants, &side.fears]);
            let worked_on = [
                &clash.title,
                &clash.shared_objective,
                &clash.not_negotiable,
                &clash.evidence,
            ];
            for text in texts.chain(worked_on) {
                self.text(text, seen);
            }
            for tried in &clash.experiments {
                self.text(&tried.text, sees.aligned(tried.on));
                let judged = tried.judged.is_some_and(|judged| sees.aligned(judged));
                self.text(&tried.came_of, judged);
            }
            if let Some(outcome) = &clash.outcome {
                self.text(&outcome.words, sees.aligned(outcome.on));
            }
        }
    }

    fn meetings(&mut self, e: &Engagement, sees: &Sees) {
        for meeting in &e.meetings {
            let knows = sees.knows(meeting);
            let past = sees.past(meeting.on);
            self.text(&meeting.place, knows && sees.open(Topic::Engagement));
            for point in &meeting.agenda {
                self.text(&point.text, sees.agenda(meeting));
            }
            for agreed in &meeting.agreed {
                self.text(&agreed.wording, sees.baseline(meeting));
                self.text(&agreed.measure, sees.baseline(meeting));
            }
            for decision in &meeting.decisions {
                let seen = knows && sees.outcome(meeting, Topic::MeetingOutcomes);
                self.text(&decision.text, seen);
            }
            let between_two = sees.coachee && knows && sees.open(Topic::SessionContent);
            let prepared = &meeting.preparation;
            for text in [
                &prepared.good_outcome,
                &prepared.from_my_manager,
                &prepared.on_the_table,
                &prepared.off_the_table,
            ] {
                self.text(text, between_two);
            }
            self.text(&meeting.debrief, between_two && past);
            self.text(&meeting.reflective, sees.open(Topic::Reflections) && past);
        }
    }
}

fn misplaced(
    case: &Case,
    record: &str,
    chair: &coaching::ids::PartyId,
    sees: &Sees,
) -> Vec<String> {
    let view = seat(case, chair, sees.on).expect("a party");
    let json = serde_json::to_string(&view).expect("plain data");
    let mut found = Vec::new();
    for (words, seen) in Words::of(&case.engagement, sees).0 {
        let quoted = serde_json::to_string(&words).expect("plain data");
        assert!(record.contains(&quoted), "the words of the record");
        if json.contains(&quoted) != seen {
            found.push(format!("{quoted} should be seen: {seen}"));
        }
    }
    found
}

/// Every text of a record in every view of it.
fn check(record: &[u16]) {
    let mut tape = Tape::new(record);
    let on = a_day(&mut tape);
    let case = any_case(&mut tape);
    let record = serde_json::to_string(&case.engagement).expect("plain data");
    for party in &case.engagement.parties {
        let sees = Sees::new(&case, &party.id, on);
        let found = misplaced(&case, &record, &party.id, &sees);
        assert!(found.is_empty(), "{} on {on}: {found:#?}", party.id);
    }
}

/// However few cases a run asks for, these records are among them.
#[test]
fn every_text_is_where_it_may_be_in_the_same_records_at_every_run() {
    (0..150).for_each(|seed| check(&fixed_tape(seed, 1500)));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn every_text_is_in_the_view_exactly_if_it_may_be_seen(
        record in vec(any::<u16>(), 100..1500),
    ) {
        check(&record);
    }
}
