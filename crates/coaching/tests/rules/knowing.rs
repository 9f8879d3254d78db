//! Who may know an item is what the views say of it, whatever anybody knows already.

use coaching::chairs::Onlookers;
use coaching::day::Day;
use coaching::knows::{ItemOf, MayKnow, Who, named, topic, who, written};
use coaching::ledger::{Disclosed, Exception, Ground};
use coaching::meetings::Meeting;
use coaching::record::{Case, Engagement, Noted};
use coaching::say::say;
use coaching::seat::{Gate, seat};
use coaching::text::Tag;
use coaching::words::{
    Chairs, Consulted, ExceptionKind, MeetingText, Role, SessionPart, Topic, WhyNot,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::maker::Maker;
use crate::support::tape::Tape;
use crate::support::whole::{self, a_day, any_case, each_list_of_notes};

/// Words that no generated text holds.
const PLANTED: &str = "planted words of one item";

/// Every item of an engagement.
pub(crate) fn items(e: &Engagement) -> Vec<ItemOf> {
    fn notes<T: Tag>(notes: &mut [Noted<T>], items: &mut Vec<ItemOf>) {
        items.extend(notes.iter().map(|note| ItemOf::Note(note.id.clone())));
    }
    let mut items = vec![ItemOf::Fees, ItemOf::Attendance];
    each_list_of_notes!(&mut e.clone(), notes(&mut items));
    let versions = e.goals.iter().flat_map(|goal| &goal.versions);
    items.extend(versions.map(|each| ItemOf::GoalVersion(each.id.clone())));
    for session in &e.sessions {
        items.extend(SessionPart::ALL.iter().map(|&part| ItemOf::SessionText {
            session: session.id.clone(),
            part,
        }));
    }
    for meeting in &e.meetings {
        items.extend(meeting.agreed.iter().map(|agreed| ItemOf::AgreedGoal {
            meeting: meeting.id.clone(),
            goal: agreed.goal.clone(),
        }));
        let decisions = meeting.decisions.iter();
        items.extend(decisions.map(|each| ItemOf::Decision(each.id.clone())));
        items.extend(
            (1..)
                .zip(&meeting.agenda)
                .map(|(place, _)| ItemOf::AgendaPoint {
                    meeting: meeting.id.clone(),
                    place,
                }),
        );
        items.extend(MeetingText::ALL.iter().map(|&part| ItemOf::MeetingText {
            meeting: meeting.id.clone(),
            part,
        }));
    }
    items.extend(
        e.commitments
            .iter()
            .map(|each| ItemOf::Commitment(each.id.clone())),
    );
    items.extend(
        e.positions
            .iter()
            .map(|each| ItemOf::Position(each.id.clone())),
    );
    items.extend(
        e.sponsor_contacts
            .iter()
            .map(|each| ItemOf::Contact(each.id.clone())),
    );
    items.extend(
        e.releases
            .iter()
            .map(|each| ItemOf::Release(each.id.clone())),
    );
    items.extend(e.scores.iter().map(|each| ItemOf::Score(each.id.clone())));
    let ratings = e.self_ratings.iter();
    items.extend(ratings.map(|each| ItemOf::SelfRating(each.id.clone())));
    for round in &e.rounds {
        items.extend(round.asked.iter().map(|asked| ItemOf::Combined {
            round: round.id.clone(),
            goal: asked.goal.clone(),
        }));
        items.extend(round.answers.iter().map(|answer| ItemOf::Answer {
            round: round.id.clone(),
            party: answer.party.clone(),
            goal: answer.goal.clone(),
        }));
    }
    for each in &e.priorities {
        items.extend(each.wordings.iter().map(|wording| ItemOf::Priority {
            priority: each.id.clone(),
            on: wording.on,
        }));
    }
    items.extend(e.ties.iter().map(|each| ItemOf::Tie(each.id.clone())));
    items.extend(e.threads.iter().map(|each| ItemOf::Thread(each.id.clone())));
    items.extend(e.ended.map(|_| ItemOf::Ending));
    let follow_ups = e.follow_ups.iter();
    items.extend(follow_ups.map(|each| ItemOf::FollowUp(each.id.clone())));
    items.extend(e.beliefs.iter().map(|each| ItemOf::Belief(each.id.clone())));
    items.extend(e.clashes.iter().map(|each| ItemOf::Clash(each.id.clone())));
    items
}

/// The engagement with these words as the item's text.
fn planted(case: &Case, item: &ItemOf) -> Case {
    fn notes<T: Tag>(notes: &mut [Noted<T>], item: &ItemOf) {
        for note in notes {
            if *item == ItemOf::Note(note.id.clone()) {
                note.text = text(PLANTED);
            }
        }
    }
    let mut case = case.clone();
    let e = &mut case.engagement;
    each_list_of_notes!(&mut *e, notes(item));
    let find = |e: &mut Engagement, id: &coaching::ids::MeetingId| -> usize {
        let at = e.meetings.iter().position(|meeting| meeting.id == *id);
        at.expect("a meeting")
    };
    match item {
        ItemOf::Note(_) | ItemOf::Attendance | ItemOf::Combined { .. } => {}
        ItemOf::Score(id) => {
            let found = e.scores.iter_mut().find(|each| each.id == *id);
            found.expect("a score").words = text(PLANTED);
        }
        ItemOf::SelfRating(id) => {
            let found = e.self_ratings.iter_mut().find(|each| each.id == *id);
            found.expect("a rating").words = text(PLANTED);
        }
        ItemOf::Answer { round, party, goal } => {
            let mut rounds = e.rounds.iter_mut();
            let round = rounds.find(|each| each.id == *round).expect("a round");
            let mut answers = round.answers.iter_mut();
            let found = answers.find(|each| each.party == *party && each.goal == *goal);
            found.expect("an answer").feed_forward = text(PLANTED);
        }
        ItemOf::Priority { priority, on } => {
            let mut all = e.priorities.iter_mut();
            let found = all.find(|each| each.id == *priority).expect("a priority");
            let wording = found.wordings.iter_mut().find(|each| each.on == *on);
            wording.expect("a wording").text = text(PLANTED);
        }
        ItemOf::Tie(id) => {
            let found = e.ties.iter_mut().find(|each| each.id == *id);
            found.expect("a tie").words = text(PLANTED);
        }
        ItemOf::Thread(id) => {
            let found = e.threads.iter_mut().find(|each| each.id == *id);
            found.expect("a thread").subject = text(PLANTED);
        }
        ItemOf::Belief(id) => {
            let found = e.beliefs.iter_mut().find(|each| each.id == *id);
            found.expect("a belief").text = text(PLANTED);
        }
        ItemOf::Clash(id) => {
            let found = e.clashes.iter_mut().find(|each| each.id == *id);
            found.expect("a clash").title = text(PLANTED);
        }
        ItemOf::Ending => e.ending.words = text(PLANTED),
        ItemOf::FollowUp(id) => {
            let found = e.follow_ups.iter_mut().find(|each| each.id == *id);
            let found = found.expect("a follow-up");
            found.done.get_or_insert(found.due);
            found.words = text(PLANTED);
        }
        ItemOf::Fees => e.fees = text(PLANTED),
        ItemOf::GoalVersion(id) => {
            let mut versions = e.goals.iter_mut().flat_map(|goal| &mut goal.versions);
            let version = versions.find(|version| version.id == *id);
            version.expect("a version").title = text(PLANTED);
        }
        ItemOf::AgreedGoal { meeting, goal } => {
            let at = find(e, meeting);
            let mut agreed = e.meetings[at].agreed.iter_mut();
            agreed
                .find(|agreed| agreed.goal == *goal)
                .expect("a goal")
                .wording = text(PLANTED);
        }
        ItemOf::Decision(id) => {
            let mut all = e
                .meetings
                .iter_mut()
                .flat_map(|meeting| &mut meeting.decisions);
            all.find(|each| each.id == *id).expect("a decision").text = text(PLANTED);
        }
        ItemOf::Commitment(id) => {
            let found = e.commitments.iter_mut().find(|each| each.id == *id);
            found.expect("a promise").text = text(PLANTED);
        }
        ItemOf::SessionText { session, part } => {
            let found = e.sessions.iter_mut().find(|each| each.id == *session);
            let session = found.expect("a session");
            match part {
                SessionPart::Preparation => session.preparation = text(PLANTED),
                SessionPart::Opening => session.opening = text(PLANTED),
                SessionPart::Record => session.record = text(PLANTED),
                SessionPart::Reflective => session.reflective = text(PLANTED),
            }
        }
        ItemOf::MeetingText { meeting, part } => {
            let at = find(e, meeting);
            plant_in_meeting(&mut e.meetings[at], *part);
        }
        ItemOf::AgendaPoint { meeting, place } => {
            let at = find(e, meeting);
            e.meetings[at].agenda[usize::from(*place) - 1].text = text(PLANTED);
        }
        ItemOf::Contact(id) => {
            let found = e.sponsor_contacts.iter_mut().find(|each| each.id == *id);
            found.expect("a contact").text = text(PLANTED);
        }
        ItemOf::Position(id) => {
            let found = e.positions.iter_mut().find(|each| each.id == *id);
            found.expect("a position").words = text(PLANTED);
        }
        ItemOf::Release(id) => {
            let found = e.releases.iter_mut().find(|each| each.id == *id);
            found.expect("a release").wording = wording(PLANTED);
        }
    }
    case
}

fn plant_in_meeting(meeting: &mut Meeting, part: MeetingText) {
    let prepared = &mut meeting.preparation;
    match part {
        MeetingText::Place => meeting.place = text(PLANTED),
        MeetingText::GoodOutcome => prepared.good_outcome = text(PLANTED),
        MeetingText::FromMyManager => prepared.from_my_manager = text(PLANTED),
        MeetingText::OnTheTable => prepared.on_the_table = text(PLANTED),
        MeetingText::OffTheTable => prepared.off_the_table = text(PLANTED),
        MeetingText::Reflective => meeting.reflective = text(PLANTED),
        MeetingText::Debrief => meeting.debrief = text(PLANTED),
    }
}

/// Whether the item's own words stand in the view of somebody who is told so of it.
fn in_own_words(may: &MayKnow) -> bool {
    may.may && !may.as_agreed && !may.in_released_words
}

/// What the screen's chairs say of an item, where they say anything.
fn chairs(case: &Case, item: &ItemOf, who: &Who, on: Day) -> Option<Chairs> {
    let e = &case.engagement;
    let onlookers = Onlookers::new(case, on);
    let of = |meeting: Option<&Meeting>| Some(onlookers.chairs(who.topic, who.said_by, meeting));
    match item {
        ItemOf::Note(_) | ItemOf::SessionText { .. } | ItemOf::Contact(_) | ItemOf::Fees => {
            of(None)
        }
        ItemOf::AgreedGoal { meeting, .. } => of(e.meeting(meeting)),
        ItemOf::Commitment(id) => {
            let commitment = e.commitments.iter().find(|each| each.id == *id)?;
            of(commitment.meeting.as_ref().and_then(|id| e.meeting(id)))
        }
        ItemOf::GoalVersion(id) => {
            let agreed = e.meetings.iter().filter(|meeting| {
                let mut goals = meeting.agreed.iter();
                meeting.made_a_baseline(on) && goals.any(|agreed| agreed.version == *id)
            });
            let agreed = agreed.map(|m| onlookers.chairs(Topic::BaselineGoals, None, Some(m)));
            agreed.max().max(of(None))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn may_is_what_stands_in_the_view(record in vec(any::<u16>(), 100..900)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for item in items(&case.engagement) {
            if matches!(item, ItemOf::Attendance | ItemOf::Combined { .. }) {
                continue;
            }
            let case = planted(&case, &item);
            let who = who(&case, &item, on).expect("an item of the engagement");
            prop_assert_eq!(who.text, PLANTED);
            for may in &who.may {
                let view = seat(&case, may.party, on).expect("a party");
                let json = serde_json::to_string(&view).expect("plain data");
                prop_assert_eq!(json.contains(PLANTED), in_own_words(may), "{:?} {:?}", item, may);
                prop_assert_eq!(may.may, may.ground.is_some());
                prop_assert_eq!(may.may, may.not.is_none());
                // As agreed, and in released words: these words stand in the view.
                if may.as_agreed {
                    prop_assert!(!view.baselines().is_empty());
                }
            }
        }
    }

    #[test]
    fn what_has_no_words_is_known_where_it_stands_in_the_view(
        record in vec(any::<u16>(), 100..900),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let e = &case.engagement;
        let blank = |item: &ItemOf| {
            let who = who(&case, item, on).expect("an item");
            who.text.trim().is_empty()
        };
        let wordless = |item: &ItemOf| {
            matches!(
                item,
                ItemOf::Attendance
                    | ItemOf::Position(_)
                    | ItemOf::Score(_)
                    | ItemOf::SelfRating(_)
                    | ItemOf::Combined { .. }
                    | ItemOf::Tie(_)
            )
        };
        for item in items(e).iter().filter(|item| blank(item) && !wordless(item)) {
            let who = who(&case, item, on).expect("an item");
            prop_assert!(who.may.iter().all(|may| may.not == Some(WhyNot::Nothing)));
        }
        for party in e.parties.iter().filter(|party| party.role != Role::Supervisor) {
            let view = seat(&case, &party.id, on).expect("a party");
            let may = |item: &ItemOf| {
                let who = who(&case, item, on).expect("an item");
                who.may.iter().any(|may| *may.party == party.id && may.may)
            };
            prop_assert_eq!(may(&ItemOf::Attendance), view.attendance().is_some());
            let positions = e.positions.iter().map(|each| ItemOf::Position(each.id.clone()));
            prop_assert_eq!(positions.filter(may).count(), view.positions().len());
        }
    }

    #[test]
    fn who_is_asked_is_everybody_but_supervisors(record in vec(any::<u16>(), 100..600)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let all = case.engagement.parties.iter().filter(|party| party.role != Role::Supervisor);
        let all: Vec<_> = all.map(|party| &party.id).collect();
        for item in items(&case.engagement) {
            let who = who(&case, &item, on).expect("an item");
            let asked: Vec<_> = who.may.iter().map(|may| may.party).collect();
            prop_assert_eq!(&asked, &all);
            prop_assert_eq!(topic(&case.engagement, &item), Some(who.topic));
            prop_assert!(who.does.iter().all(|does| all.contains(&does.party)));
        }
    }

    #[test]
    fn its_chairs_are_those_on_the_screen(record in vec(any::<u16>(), 100..900)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for item in items(&case.engagement) {
            let who = who(&case, &item, on).expect("an item");
            let Some(chairs) = chairs(&case, &item, &who, on) else { continue };
            let by_rule = |not: Option<WhyNot>| {
                matches!(not, None | Some(WhyNot::Rule | WhyNot::NotThere))
            };
            if who.may.iter().all(|may| by_rule(may.not)) {
                prop_assert_eq!(who.chairs, chairs, "{:?}", item);
            } else {
                prop_assert!(who.chairs <= chairs, "{:?}", item);
            }
        }
    }

    #[test]
    fn what_anybody_knows_opens_nothing(
        record in vec(any::<u16>(), 100..900),
        told in vec(any::<u16>(), 0..200),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let mut other = case.clone();
        let mut tape = Tape::new(&told);
        let mut maker = Maker::beside(&case.engagement, &mut tape);
        whole::trail(&mut other.engagement, &mut maker);
        other.engagement.tellings.clear();
        // An exception to everybody, on everything: nothing automatic follows from it.
        for party in &case.engagement.parties {
            for &topic in Topic::ALL {
                let number = u32::try_from(other.engagement.ledger.len()).expect("few") + 1;
                let mut entry = whole::entry(&mut maker, number);
                entry.to = Some(party.id.clone());
                entry.on = on;
                entry.what = Disclosed::Words { topic, wording: wording(PLANTED), version: None };
                entry.ground = Ground::Exception(Exception {
                    kind: ExceptionKind::Danger,
                    reason: wording("somebody is in danger"),
                    consulted: Consulted::Supervisor,
                });
                other.engagement.ledger.push(entry);
            }
        }
        for item in items(&case.engagement) {
            let (one, two) = (who(&case, &item, on), who(&other, &item, on));
            let (one, two) = (one.expect("an item"), two.expect("an item"));
            prop_assert_eq!(one.may, two.may);
            prop_assert_eq!(one.chairs, two.chairs);
        }
        for party in &case.engagement.parties {
            // The coachee, in whatever role, reads how far the tellings have come.
            let gate = Gate::for_party(&case, &party.id, on).expect("a party");
            if gate.on_two_chairs() {
                continue;
            }
            let json = |case: &Case| {
                let view = seat(case, &party.id, on).expect("a party");
                serde_json::to_string(&view).expect("plain data")
            };
            prop_assert_eq!(json(&case), json(&other));
            prop_assert_eq!(say(&case, &party.id, on), say(&other, &party.id, on));
        }
    }

    #[test]
    fn a_combined_figure_may_be_known_where_it_stands_in_the_view(
        record in vec(any::<u16>(), 100..1300),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for round in &case.engagement.rounds {
            for asked in &round.asked {
                let (round, goal) = (round.id.clone(), asked.goal.clone());
                let item = ItemOf::Combined { round, goal };
                let who = who(&case, &item, on).expect("a figure");
                for may in &who.may {
                    let view = seat(&case, may.party, on).expect("a party");
                    let mut shown = view
                        .measures()
                        .iter()
                        .filter(|measure| *measure.version_id() == asked.version)
                        .flat_map(|measure| measure.combined());
                    let of_round = case.engagement.rounds.iter().find(|r| match &item {
                        ItemOf::Combined { round, .. } => r.id == *round,
                        _ => false,
                    });
                    let day = of_round.map(|round| round.on);
                    prop_assert_eq!(may.may, shown.any(|figure| Some(*figure.on()) == day));
                }
            }
        }
    }

    #[test]
    fn every_item_is_found_by_what_it_is_called(record in vec(any::<u16>(), 100..600)) {
        let case = any_case(&mut Tape::new(&record));
        for item in items(&case.engagement) {
            let called = written(&item);
            prop_assert_eq!(named(&case.engagement, &called), Some(item));
        }
    }
}
