//! How somebody does know an item, and what was released of it: stated a second time, in other words.

use std::collections::BTreeSet;

use coaching::day::Day;
use coaching::ids::{PartyId, ReleaseId};
use coaching::knows::{HowKnown, ItemOf, Who, who, words_of};
use coaching::ledger::{Disclosed, Disclosure, Ground};
use coaching::meetings::Meeting;
use coaching::record::{Approval, Case, Commitment, Engagement, Party, Release};
use coaching::seat::Gate;
use coaching::words::{
    Channel, Consent, DocumentKind, MeetingText, Role, SessionPart, Teller, TellingState, Topic,
    WhyNot,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::knowing::items;
use crate::support::build::*;
use crate::support::cases;
use crate::support::maker::Maker;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

/// A record whose ledger tells of its items: in their words or in others, of a goal's version, by a
/// release, or in a document of which an approval kept something.
fn told(tape: &mut Tape) -> (Case, Day) {
    let on = a_day(tape);
    let mut case = any_case(tape);
    for index in 0..case.engagement.releases.len() {
        from_a_session(&mut case.engagement, index, tape);
    }
    let e = &case.engagement;
    let all = items(e);
    let words: Vec<String> = all
        .iter()
        .filter_map(|item| words_of(e, item))
        .map(|(_, _, words)| words.to_owned())
        .collect();
    let versions = e.goals.iter().flat_map(|goal| &goal.versions);
    let versions: Vec<_> = versions.map(|version| version.id.clone()).collect();
    let releases: Vec<ReleaseId> = e.releases.iter().map(|each| each.id.clone()).collect();
    let mut maker = Maker::beside(e, tape);
    let mut ledger = Vec::new();
    let mut approvals = Vec::new();
    for number in 1..=20 {
        let said = match maker.tape.below(4) {
            0 => "",
            1 => "Words of nothing in the record",
            _ => &*maker.tape.pick(&words),
        };
        let content = format!("content-{number}");
        let what = if maker.tape.chance(40) {
            approvals.push(approval(&content, said));
            let kind = DocumentKind::Summary;
            Disclosed::Document {
                kind,
                sha256: "00".into(),
                content,
            }
        } else {
            Disclosed::Words {
                topic: Topic::Progress,
                wording: wording(said),
                version: maker.tape.maybe(40, &versions),
            }
        };
        let by = maker.tape.maybe(40, &releases);
        ledger.push(Disclosure {
            number,
            on: maker.day(),
            recorded: morning(on),
            to: Some(maker.party()),
            by: Teller::Coach,
            how: Channel::InPerson,
            what,
            ground: by.map_or(Ground::CoacheesOwn, Ground::Release),
            previous: String::new(),
            hash: String::new(),
        });
    }
    case.engagement.ledger = ledger;
    case.engagement.approvals = approvals;
    (case, on)
}

fn approval(content: &str, said: &str) -> Approval {
    let said = match said {
        "" => String::new(),
        said => format!("Heading\n“{said}”\nEnd"),
    };
    Approval {
        id: id(&format!("approval-{content}")),
        document: DocumentKind::Summary,
        party: None,
        meeting: None,
        content: content.into(),
        said: wording(&said),
        on: day("2026-03-01"),
        how: Consent::InWriting,
    }
}

/// Makes a release one from a session, whose texts hold its words in some places or in none.
fn from_a_session(e: &mut Engagement, index: usize, tape: &mut Tape) {
    if e.sessions.is_empty() || !tape.chance(60) {
        return;
    }
    let at = tape.below(e.sessions.len());
    let session = &mut e.sessions[at];
    let release = &mut e.releases[index];
    release.session = Some(session.id.clone());
    if tape.chance(80) {
        release.note = None;
    }
    let words = release.wording.for_the_coach();
    let holding = |before: &str| format!("{before} {words} and more");
    if tape.chance(40) {
        session.preparation = text(&holding(session.preparation.for_the_coach()));
    }
    if tape.chance(40) {
        session.opening = text(&holding(session.opening.for_the_coach()));
    }
    if tape.chance(40) {
        session.record = text(&holding(session.record.for_the_coach()));
    }
    if tape.chance(40) {
        session.reflective = text(&holding(session.reflective.for_the_coach()));
    }
}

/// The words of a session's text; none of the coach's own notes, which nothing is released from.
fn part_words<'e>(e: &'e Engagement, item: &ItemOf) -> Option<&'e str> {
    match item {
        ItemOf::SessionText { part, .. } if *part == SessionPart::Reflective => None,
        _ => words_of(e, item).map(|(_, _, words)| words),
    }
}

/// The parts of its session that hold a release's words, or the record where none does.
fn sources(e: &Engagement, release: &Release) -> Vec<SessionPart> {
    let Some(session) = release.session.clone().filter(|_| release.note.is_none()) else {
        return Vec::new();
    };
    let words = release.wording.for_the_coach();
    let holds = |&part: &SessionPart| {
        let session = session.clone();
        part_words(e, &ItemOf::SessionText { session, part }).is_some_and(|t| t.contains(words))
    };
    let parts: Vec<_> = SessionPart::ALL.iter().copied().filter(holds).collect();
    if parts.is_empty() {
        vec![SessionPart::Record]
    } else {
        parts
    }
}

/// True when the release's words are from this item.
fn is_from(e: &Engagement, release: &Release, item: &ItemOf) -> bool {
    match item {
        ItemOf::Note(id) => release.note.as_ref() == Some(id),
        ItemOf::SessionText { session, part } => {
            release.session.as_ref() == Some(session) && sources(e, release).contains(part)
        }
        ItemOf::Release(id) => release.id == *id,
        _ => false,
    }
}

/// True when the release is about the item's goal.
fn is_about(e: &Engagement, release: &Release, item: &ItemOf) -> bool {
    let Some(goal) = &release.goal else {
        return false;
    };
    match item {
        ItemOf::GoalVersion(id) => e.goal(goal).is_some_and(|goal| goal.version(id).is_some()),
        ItemOf::AgreedGoal { goal: agreed, .. } => agreed == goal,
        _ => false,
    }
}

fn promise<'e>(e: &'e Engagement, item: &ItemOf) -> Option<&'e Commitment> {
    let of = |each: &&Commitment| *item == ItemOf::Commitment(each.id.clone());
    e.commitments.iter().find(of)
}

/// Who said it, where the record says so.
fn speaker<'e>(e: &'e Engagement, item: &ItemOf) -> Option<&'e PartyId> {
    match item {
        ItemOf::Commitment(_) => promise(e, item)?.by.as_ref(),
        ItemOf::Position(id) => e.positions.iter().find(|p| p.id == *id).map(|p| &p.party),
        ItemOf::Contact(id) => {
            let mut all = e.sponsor_contacts.iter();
            all.find(|each| each.id == *id).map(|each| &each.party)
        }
        ItemOf::Priority { priority, .. } => {
            let mut all = e.priorities.iter();
            all.find(|each| each.id == *priority).map(|p| &p.party)
        }
        ItemOf::SelfRating(_) => e.coachee().map(|coachee| &coachee.id),
        ItemOf::Answer { party, .. } => e.party(party).map(|party| &party.id),
        _ => None,
    }
}

/// True for a meeting in which the item was spoken of.
fn spoken_of(e: &Engagement, item: &ItemOf, meeting: &Meeting) -> bool {
    match item {
        ItemOf::GoalVersion(id) => meeting.agreed.iter().any(|agreed| agreed.version == *id),
        ItemOf::AgendaPoint { meeting: of, .. } | ItemOf::AgreedGoal { meeting: of, .. } => {
            meeting.id == *of
        }
        ItemOf::Decision(id) => meeting.decisions.iter().any(|each| each.id == *id),
        ItemOf::Commitment(_) => {
            promise(e, item).is_some_and(|each| each.meeting.as_ref() == Some(&meeting.id))
        }
        _ => false,
    }
}

/// True when an entry of the ledger told of the item.
fn tells(e: &Engagement, entry: &Disclosure, item: &ItemOf, words: &str) -> bool {
    if let Ground::Release(id) = &entry.ground {
        let release = e.releases.iter().find(|release| release.id == *id);
        if release.is_some_and(|release| is_from(e, release, item)) {
            return true;
        }
    }
    let words = words.trim();
    match &entry.what {
        Disclosed::Words {
            wording, version, ..
        } => {
            let of_it = match item {
                ItemOf::GoalVersion(id) => version.as_ref() == Some(id),
                ItemOf::AgreedGoal { meeting, goal } => {
                    let mut agreed = e.meeting(meeting).expect("a meeting").agreed.iter();
                    let agreed = agreed.find(|agreed| agreed.goal == *goal).expect("a goal");
                    version.as_ref() == Some(&agreed.version)
                }
                _ => false,
            };
            of_it || (!words.is_empty() && wording.for_the_coach().trim() == words)
        }
        Disclosed::Document { content, .. } => e.approvals.iter().any(|approval| {
            let bare = |line: &'_ str| line.trim_matches(['“', '”', ' ']).to_owned();
            let mut lines = approval.said.for_the_coach().lines();
            let stands = lines.any(|each| bare(each) == bare(words));
            approval.content == *content && !words.is_empty() && stands
        }),
    }
}

/// The day on which it was noted that a party was told, wherever no entry of the ledger says so.
fn noted(e: &Engagement, party: &Party, item: &ItemOf, on: Day) -> Option<Day> {
    match item {
        ItemOf::Contact(id) if party.role == Role::Coachee => {
            let contact = e.sponsor_contacts.iter().find(|each| each.id == *id);
            contact?.coachee_told.filter(|told| *told <= on)
        }
        ItemOf::GoalVersion(id) => {
            let mut all = e.tellings.iter();
            let steps = &all.find(|t| t.version == *id && t.party == party.id)?.steps;
            let days = steps.iter().filter(|step| {
                step.on <= on && [TellingState::Told, TellingState::Agreed].contains(&step.state)
            });
            days.map(|step| step.on).min()
        }
        _ => None,
    }
}

/// What is the coachee's own, or passed between coachee and coach.
fn coachees(e: &Engagement, item: &ItemOf, who: &Who) -> bool {
    match item {
        ItemOf::Note(_) => {
            let given = [
                Topic::Progress,
                Topic::Themes,
                Topic::SupportNeeded,
                Topic::Purpose,
                Topic::Insights,
                Topic::Practices,
                Topic::Assessments,
            ];
            who.said_by.is_none() && given.contains(&who.topic)
        }
        ItemOf::SessionText { part, .. } => *part != SessionPart::Reflective,
        ItemOf::MeetingText { part, .. } => {
            ![MeetingText::Place, MeetingText::Reflective].contains(part)
        }
        ItemOf::Commitment(_) => promise(e, item).is_some_and(|each| each.session.is_some()),
        ItemOf::AgreedGoal { .. }
        | ItemOf::Decision(_)
        | ItemOf::AgendaPoint { .. }
        | ItemOf::Contact(_)
        | ItemOf::Position(_)
        | ItemOf::Combined { .. }
        | ItemOf::Answer { .. }
        | ItemOf::Priority { .. }
        | ItemOf::Ending
        | ItemOf::Fees => false,
        _ => true,
    }
}

fn expected(case: &Case, item: &ItemOf, who: &Who, party: &Party, on: Day) -> BTreeSet<HowKnown> {
    let e = &case.engagement;
    let same = |id: &PartyId| e.party(id).is_some_and(|p| p.person == party.person);
    let mut ways = BTreeSet::new();
    let said = match item {
        ItemOf::Note(_) => who.said_by,
        _ => speaker(e, item),
    };
    if who.on <= on && said.is_some_and(same) {
        ways.insert(HowKnown::SaidIt);
    } else if who.on <= on && party.role == Role::Coachee && coachees(e, item, who) {
        ways.insert(HowKnown::OwnRecord);
    }
    for meeting in e.meetings.iter().filter(|each| spoken_of(e, item, each)) {
        if meeting.was_held(on) && meeting.attended.iter().any(same) {
            ways.insert(HowKnown::Attended { on: meeting.on });
        }
    }
    let mut told = false;
    for entry in e.ledger.iter().filter(|entry| entry.on <= on) {
        if entry.to.as_ref().is_some_and(same) && tells(e, entry, item, who.text) {
            told = true;
            ways.insert(HowKnown::Ledger {
                number: entry.number,
                on: entry.on,
                by: entry.by,
                channel: entry.how,
            });
        }
    }
    if let Some(on) = noted(e, party, item, on).filter(|_| !told) {
        ways.insert(HowKnown::Told { on });
    }
    ways
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn each_party_knows_what_reached_it_and_nothing_else(record in vec(any::<u16>(), 200..1200)) {
        let (case, on) = told(&mut Tape::new(&record));
        let e = &case.engagement;
        for item in items(e) {
            let who = who(&case, &item, on).expect("an item");
            if !matches!(item, ItemOf::Note(_) | ItemOf::Contact(_)) {
                prop_assert_eq!(who.said_by, speaker(e, &item));
            }
            for party in e.parties.iter().filter(|party| party.role != Role::Supervisor) {
                let ways = who.does.iter().filter(|does| *does.party == party.id);
                let ways: BTreeSet<_> = ways.map(|does| does.how).collect();
                let expected = expected(&case, &item, &who, party, on);
                prop_assert_eq!(ways, expected, "{:?} {:?}", item, party.id);
            }
        }
    }

    #[test]
    fn a_release_belongs_to_what_its_words_are_from_and_to_its_goal(
        record in vec(any::<u16>(), 200..1200),
    ) {
        let (case, on) = told(&mut Tape::new(&record));
        let e = &case.engagement;
        for item in items(e) {
            let who = who(&case, &item, on).expect("an item");
            let of = |each: &&Release| is_from(e, each, &item) || is_about(e, each, &item);
            let expected: Vec<&Release> = e.releases.iter().filter(of).collect();
            prop_assert_eq!(&who.releases, &expected, "{:?}", item);
            prop_assert_eq!(words_of(e, &item), Some((who.topic, who.on, who.text)));
        }
        for release in &e.releases {
            let words = release.wording.for_the_coach();
            let item = release.note.clone().map(ItemOf::Note);
            let held = |item| part_words(e, &item).is_some_and(|text| text.contains(words));
            let changed = match (item, &release.session) {
                (Some(note), _) => !held(note),
                (None, Some(session)) => !SessionPart::ALL.iter().any(|&part| {
                    held(ItemOf::SessionText { session: session.clone(), part })
                }),
                (None, None) => false,
            };
            prop_assert_eq!(release.source_changed(e), changed);
        }
    }

    /// The reason is the one that explains it: a party learns to ask for what could change.
    #[test]
    fn why_not_says_what_is_between(record in vec(any::<u16>(), 200..1200)) {
        let (case, on) = told(&mut Tape::new(&record));
        let e = &case.engagement;
        for item in items(e) {
            let who = who(&case, &item, on).expect("an item");
            for may in &who.may {
                let gate = Gate::for_party(&case, may.party, on).expect("a party");
                let begun = who.on <= on;
                let wordless = who.text.trim().is_empty();
                match &item {
                    ItemOf::Tie(id) if begun && gate.on_two_chairs() => {
                        let tie = e.ties.iter().find(|each| each.id == *id).expect("a tie");
                        prop_assert!(tie.holds(on) || may.not == Some(WhyNot::NotYet));
                    }
                    ItemOf::FollowUp(_) if begun && !wordless => {
                        if !gate.on_two_chairs() {
                            prop_assert_eq!(may.not, Some(WhyNot::CoacheesAlone));
                        } else if !gate.open(Topic::Engagement) {
                            prop_assert_eq!(may.not, Some(WhyNot::Unnamed));
                        }
                    }
                    ItemOf::Combined { round, .. } => {
                        let mut rounds = e.rounds.iter();
                        let round = rounds.find(|each| each.id == *round).expect("a round");
                        prop_assert!(round.is_closed(on) || may.not == Some(WhyNot::NotYet));
                    }
                    _ => {}
                }
            }
        }
    }
}
