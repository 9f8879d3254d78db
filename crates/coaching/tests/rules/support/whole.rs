//! A whole engagement out of a tape.

use coaching::agreement::{Agreement, Assent, Boundary, strict_defaults};
use coaching::closing::{Ending, FollowUp};
use coaching::day::Day;
use coaching::goals::{Telling, TellingStep};
use coaching::ids::{GoalVersionId, PartyId};
use coaching::ledger::{Disclosed, Disclosure, Exception, Ground};
use coaching::pace::{Pace, Rhythm};
use coaching::record::{Approval, Case, Engagement, Mask, Noted, Organisation, Party, Person};
use coaching::supervision::ToSupervision;
use coaching::text::{Tag, Text};
use coaching::words::{
    Channel, Consent, Consulted, DocumentKind, EngagementStatus, ExceptionKind, Influence, Level,
    RhythmUnit, Role, Rule, Teller, TellingState, Topic,
};

use super::aligned;
use super::build::{case, id, morning, person, wording};
use super::maker::{DAYS, Maker, nth};
use super::measured;
use super::tape::Tape;

/// Asks for each list of notes.
macro_rules! each_list_of_notes {
    ($engagement:expr, $ask:ident ( $($with:expr),* )) => {{
        let e = $engagement;
        $ask(&mut e.expectations, $($with),*);
        $ask(&mut e.themes, $($with),*);
        $ask(&mut e.support_needed, $($with),*);
        $ask(&mut e.purpose, $($with),*);
        $ask(&mut e.progress, $($with),*);
        $ask(&mut e.insights, $($with),*);
        $ask(&mut e.practices, $($with),*);
        $ask(&mut e.assessments, $($with),*);
        $ask(&mut e.feedback, $($with),*);
        $ask(&mut e.reflections, $($with),*);
    }};
}
pub(crate) use each_list_of_notes;

/// An engagement with somebody in each role, one of them perhaps in two or three, some of whom may join late or
/// leave early.
pub fn any_case(tape: &mut Tape) -> Case {
    let mut case = case();
    let mut maker = Maker::new(tape);
    people(&mut case, &mut maker);
    let e = &mut case.engagement;
    maker.parties = e.parties.iter().map(|party| party.id.clone()).collect();
    maker.standing.clone_from(&e.parties);
    frame(e, &mut maker);
    for _ in 0..maker.tape.below(4) {
        let agreement = agreement(&mut maker, e);
        e.agreements.extend(agreement);
    }
    for _ in 0..maker.tape.below(4) {
        let session = maker.session();
        maker.sessions.push(session.id.clone());
        e.sessions.push(session);
    }
    for _ in 0..maker.tape.below(5) {
        let goal = maker.goal();
        maker.goals.push(goal.clone());
        e.goals.push(goal);
    }
    for _ in 0..maker.tape.below(4) {
        let meeting = maker.meeting();
        maker.meetings.push(meeting.clone());
        e.meetings.push(meeting);
    }
    measured::measures(e, &mut maker);
    each_list_of_notes!(&mut *e, add_notes(&mut maker, 3));
    measured::direction(e, &mut maker);
    for _ in 0..maker.tape.below(4) {
        e.commitments.push(maker.commitment());
        e.positions.extend(maker.position());
        e.sponsor_contacts.push(maker.contact());
    }
    for _ in 0..maker.tape.below(8) {
        e.releases.push(maker.release());
    }
    e.tellings = tellings(&mut maker);
    e.follow_ups = follow_ups(e, &mut maker);
    aligned::add(e, &mut maker);
    trail(e, &mut maker);
    case
}

/// Adds up to so many notes to a list, less one.
pub fn add_notes<T: Tag>(notes: &mut Vec<Noted<T>>, maker: &mut Maker, end: usize) {
    for _ in 0..maker.tape.below(end) {
        notes.push(maker.note());
    }
}

fn people(case: &mut Case, maker: &mut Maker) {
    let e = &mut case.engagement;
    e.parties.clear();
    case.people.clear();
    case.organisations.push(Organisation {
        id: maker.id(),
        name: "Eastwind".into(),
        place: String::new(),
    });
    let mut places = vec![None];
    places.extend(case.organisations.iter().map(|each| Some(each.id.clone())));
    for &role in Role::ALL {
        let name = maker.tape.pick(&["Maya", "Ingrid", "Tom", "Tom"]);
        case.people.push(Person {
            id: maker.id(),
            organisation: maker.tape.pick(&places),
            title: maker.tape.pick(&["", "Director"]).into(),
            ..person(name)
        });
        let person = &case.people[case.people.len() - 1];
        e.parties.push(party(maker, person, role));
    }
    for _ in 0..maker.tape.below(3) {
        let person = maker.tape.pick(&case.people);
        let role = maker.tape.pick(&Role::ALL[1..]);
        e.parties.push(party(maker, &person, role));
    }
}

/// A party that mostly is there from the first day to the last.
pub fn party(maker: &mut Maker, person: &Person, role: Role) -> Party {
    let joined = maker.maybe_day(15).unwrap_or(nth(0));
    Party {
        id: maker.id(),
        person: person.id.clone(),
        role,
        level: maker.tape.pick(Level::ALL),
        influence: maker
            .tape
            .pick(&[None, Some(Influence::Low), Some(Influence::High)]),
        relation: maker.tape.pick(&["", "peer"]).into(),
        joined,
        left: maker.maybe_day(15).map(|left| left.max(joined)),
    }
}

/// The last of the days on which an engagement begins.
pub const LAST_BEGINNING: usize = 2;

/// What frames an engagement and can change.
pub fn frame(e: &mut Engagement, maker: &mut Maker) {
    e.name = maker.tape.pick(&["Leading", "Leading with others"]).into();
    e.status = maker.tape.pick(EngagementStatus::ALL);
    e.began = nth(maker.tape.below(LAST_BEGINNING + 1));
    e.planned_end = maker.maybe_day(50).map(|end| end.max(e.began));
    e.ended = maker.maybe_day(45).map(|end| end.max(e.began));
    e.ending = ending(e.ended, maker);
    e.own_summary = maker.maybe_day(50);
    e.planned_sessions = maker.tape.pick(&[10, 12]);
    e.session_minutes = maker.tape.pick(&[60, 90]);
    e.fees = maker.maybe_words();
    let rhythm = Rhythm {
        every: maker.tape.pick(&[1, 2, 12]),
        unit: maker.tape.pick(RhythmUnit::ALL),
    };
    e.pace = Pace {
        rhythm: maker.tape.chance(50).then_some(rhythm),
        late_counts: maker.tape.chance(50),
    };
}

/// What is said of an end, where there is one.
pub fn ending(ended: Option<Day>, maker: &mut Maker) -> Ending {
    match ended {
        Some(_) => Ending {
            early: maker.tape.chance(50),
            words: maker.maybe_words(),
        },
        None => Ending::default(),
    }
}

/// Follow-ups that are to come, were done, or will have been.
pub fn follow_ups(e: &Engagement, maker: &mut Maker) -> Vec<FollowUp> {
    (0..maker.tape.below(4))
        .map(|_| follow_up(e, maker))
        .collect()
}

pub fn follow_up(e: &Engagement, maker: &mut Maker) -> FollowUp {
    let done = maker.maybe_day(60).max(Some(e.began));
    let done = done.filter(|_| maker.tape.chance(70));
    FollowUp {
        id: maker.id(),
        due: maker.day().max(e.began),
        done,
        words: match done {
            Some(_) => maker.maybe_words(),
            None => Text::empty(),
        },
    }
}

/// An agreement that takes effect on a day on which no other does.
pub fn agreement(maker: &mut Maker, e: &Engagement) -> Option<Agreement> {
    // Never before the engagement began, whenever that was.
    let effective = maker.day().max(nth(LAST_BEGINNING));
    let taken = |other: &Agreement| other.effective == effective;
    (!e.agreements.iter().any(taken)).then(|| agreement_of(effective, maker, e))
}

/// An agreement of that day; a draft when the coachee has not assented.
pub fn agreement_of(effective: Day, maker: &mut Maker, e: &Engagement) -> Agreement {
    let coachee = e.coachee().map(|coachee| coachee.id.clone());
    let mut assents = Vec::new();
    if !maker.tape.chance(25) {
        assents.extend(coachee.clone().map(|coachee| assent(maker, coachee)));
    }
    assents.extend(assents_of_others(maker, coachee.as_ref()));
    Agreement {
        id: maker.id(),
        effective,
        drafted: drafted(maker, &assents),
        boundaries: boundaries(maker),
        assents,
        raters: maker.tape.pick(&[3, 3, 3, 4, 5, 6]),
        additions: maker.maybe_words(),
    }
}

/// The assents of some who are not the coachee.
pub fn assents_of_others(maker: &mut Maker, coachee: Option<&PartyId>) -> Vec<Assent> {
    let mut others = maker.parties.clone();
    others.retain(|party| Some(party) != coachee);
    let some = maker.tape.some(30, &others);
    some.into_iter().map(|party| assent(maker, party)).collect()
}

/// The day on which a version was put to the parties: not kept, or none on which one had assented.
pub fn drafted(maker: &mut Maker, assents: &[Assent]) -> Option<Day> {
    let first = assents.iter().map(|assent| assent.on).min();
    let drafted = maker.maybe_day(60);
    drafted.map(|drafted| first.map_or(drafted, |first| drafted.min(first)))
}

pub fn assent(maker: &mut Maker, party: PartyId) -> Assent {
    Assent {
        party,
        on: maker.day(),
        how: maker.tape.pick(Consent::ALL),
    }
}

/// The strict defaults, or any rules at all.
pub fn boundaries(maker: &mut Maker) -> Vec<Boundary> {
    if maker.tape.chance(35) {
        let mut boundaries = strict_defaults();
        // Ratings may be told, the goals as they stand may not: measures go by what was agreed.
        let told = maker.tape.chance(60);
        for boundary in &mut boundaries {
            if told && boundary.topic == Topic::Progress {
                boundary.rule = Rule::Shared;
            }
        }
        return boundaries;
    }
    let mut boundaries = Vec::new();
    for &role in Role::ALL {
        let named = maker
            .tape
            .pick(&[100, 80, if role == Role::Coachee { 5 } else { 95 }]);
        for &topic in Topic::ALL {
            if maker.tape.chance(named) {
                boundaries.push(Boundary {
                    topic,
                    role,
                    rule: maker.tape.pick(Rule::ALL),
                });
            }
        }
    }
    boundaries
}

/// How the telling of some versions to some parties goes.
pub fn tellings(maker: &mut Maker) -> Vec<Telling> {
    let versions: Vec<GoalVersionId> = maker
        .goals
        .iter()
        .flat_map(|goal| goal.versions.iter().map(|version| version.id.clone()))
        .collect();
    let mut tellings = Vec::new();
    for version in versions {
        for party in maker.tape.some(30, &maker.parties.clone()) {
            tellings.push(Telling {
                version: version.clone(),
                party,
                steps: steps(maker),
            });
        }
    }
    tellings
}

fn steps(maker: &mut Maker) -> Vec<TellingStep> {
    let mut steps: Vec<_> = (0..maker.tape.below(4))
        .map(|_| TellingStep {
            on: maker.day(),
            state: maker.tape.pick(TellingState::ALL),
            by: maker.maybe_day(30),
        })
        .collect();
    steps.sort_by_key(|step| step.on);
    steps
}

/// Approvals, masks and the ledger, of which no view shows anything.
pub fn trail(e: &mut Engagement, maker: &mut Maker) {
    e.approvals = (0..maker.tape.below(3))
        .map(|_| {
            let document = maker.tape.pick(DocumentKind::ALL);
            let public = document == DocumentKind::ClientStory;
            Approval {
                id: maker.id(),
                document,
                party: (!public).then(|| maker.party()),
                meeting: maker.maybe_meeting(30),
                content: "00".into(),
                said: wording(maker.tape.pick(&["", "What was approved #approved#"])),
                on: maker.day(),
                how: Consent::InWriting,
            }
        })
        .collect();
    e.masks = [("Jo", Some("a colleague")), ("Oslo", None)]
        .into_iter()
        .filter(|_| maker.tape.chance(40))
        .map(|(name, becomes)| Mask {
            name: name.into(),
            becomes: becomes.map(str::to_owned),
        })
        .collect();
    e.supervision = (0..maker.tape.below(3)).map(|_| mark(maker)).collect();
    e.ledger = (1..=maker.tape.below(6) as u32)
        .map(|number| Disclosure {
            ground: ground(e, maker),
            ..entry(maker, number)
        })
        .collect();
}

fn mark(maker: &mut Maker) -> ToSupervision {
    let on = maker.day();
    ToSupervision {
        id: maker.id(),
        on,
        item: maker.tape.pick(&["", "fees", "attendance"]).into(),
        why: maker.words(),
        taken: maker.tape.chance(30).then_some(on),
    }
}

/// A ground of any kind of which what it names is there.
fn ground(e: &Engagement, maker: &mut Maker) -> Ground {
    let agreements: Vec<_> = e.agreements.iter().map(|each| each.id.clone()).collect();
    let releases: Vec<_> = e.releases.iter().map(|each| each.id.clone()).collect();
    let meetings: Vec<_> = e.meetings.iter().map(|each| each.id.clone()).collect();
    let named = match maker.tape.below(8) {
        0 => maker.tape.maybe(100, &agreements).map(Ground::Boundary),
        1 => maker.tape.maybe(100, &agreements).map(Ground::Proposal),
        2 => maker.tape.maybe(100, &releases).map(Ground::Release),
        3 => maker.tape.maybe(100, &meetings).map(Ground::Meeting),
        _ => None,
    };
    named.unwrap_or_else(|| nameless_ground(maker))
}

fn nameless_ground(maker: &mut Maker) -> Ground {
    match maker.tape.below(8) {
        0 => Ground::CoacheesOwn,
        1 => Ground::Approval,
        2 => Ground::TwoChairRecord,
        3 => Ground::Supervision,
        4 => Ground::Access,
        _ => Ground::Exception(Exception {
            kind: maker.tape.pick(ExceptionKind::ALL),
            reason: wording(
                maker
                    .tape
                    .pick(&["a", "boundary", "The reason #exception#"]),
            ),
            consulted: maker.tape.pick(Consulted::ALL),
        }),
    }
}

/// An entry of the ledger of any kind, not yet chained; what its ground names need not be there.
pub fn entry(maker: &mut Maker, number: u32) -> Disclosure {
    let on = maker.day();
    let what = match maker.tape.chance(60) {
        true => Disclosed::Words {
            topic: maker.tape.pick(Topic::ALL),
            wording: wording(maker.tape.pick(&["told", "Told #ledger#", ""])),
            version: None,
        },
        false => Disclosed::Document {
            kind: maker.tape.pick(DocumentKind::ALL),
            sha256: maker.tape.pick(&["", "00"]).into(),
            content: maker.tape.pick(&["", "00"]).into(),
        },
    };
    // An anonymised story goes to the public, and nothing else does.
    let public = matches!(
        what,
        Disclosed::Document {
            kind: DocumentKind::ClientStory,
            ..
        }
    );
    Disclosure {
        number,
        on,
        recorded: morning(maker.day()),
        to: (!public).then(|| maker.party()),
        by: maker.tape.pick(Teller::ALL),
        how: maker.tape.pick(Channel::ALL),
        what,
        ground: match maker.tape.below(7) {
            0 => Ground::Boundary(id("a")),
            1 => Ground::Proposal(id("a")),
            2 => Ground::Release(id("a")),
            3 => Ground::Meeting(id("a")),
            _ => nameless_ground(maker),
        },
        previous: String::new(),
        hash: String::new(),
    }
}

/// Sits on one of the days, or on the last of them in most cases.
pub fn a_day(tape: &mut Tape) -> Day {
    match tape.chance(50) {
        true => nth(DAYS - 1 - tape.below(3)),
        false => nth(tape.below(DAYS)),
    }
}
