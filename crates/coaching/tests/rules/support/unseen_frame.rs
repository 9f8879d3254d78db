//! People, the frame of an engagement and its agreements, changed where a chair may not see them.

use std::collections::BTreeSet;

use coaching::agreement::{Agreement, Boundary};
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::meetings::Speaker;
use coaching::record::{Audience, Case, Engagement, Noted, Party, Person};
use coaching::text::{Tag, Text};
use coaching::words::{Role, Rule, Topic};

use super::build::person;
use super::maker::{Maker, nth};
use super::statement::{Sees, in_force};
use super::tape::Tape;
use super::unseen::{later, thin};
use super::unseen_measures::{any_of_round, least};
use super::whole::{self, each_list_of_notes};

/// Changes people and parties as far as the chair may not see them, and adds some.
pub fn people(other: &mut Case, case: &Case, sees: &Sees, tape: &mut Tape) {
    let e = &case.engagement;
    let mut named = named(e, sees);
    let framed = sees.frame(e);
    let stays = |party: &Party, named: &BTreeSet<PartyId>| {
        let shown = party.role == Role::Coachee || party.role.on_the_sponsors_side();
        sees.is_own(&party.id) || named.contains(&party.id) || shown && (framed || sees.tellings())
    };
    let coachee = e.coachee().map(|party| party.person.clone());
    let named_place = e
        .coachee()
        .and_then(|party| case.person(party)?.organisation.clone());
    for old in &mut other.people {
        old.email = tape.pick(&["", "a@example.com"]).into();
        old.phone = tape.pick(&["", "1"]).into();
        old.called = tape.pick(&["", "Mimi"]).into();
        if !(framed && coachee.as_ref() == Some(&old.id)) {
            old.organisation = None;
        }
        let mut parties = e.parties.iter().filter(|party| party.person == old.id);
        if !parties.any(|party| stays(party, &named)) {
            old.name = tape.pick(&["Somebody", "Tom"]).into();
            old.title = tape.pick(&["", "Chair"]).into();
        }
    }
    other.coach.email = "coach@example.com".into();
    other.coach.credentials = "PCC".into();
    if !(sees.coachee && sees.open(Topic::Engagement) && sees.open(Topic::Attendance)) {
        other.keeps.record_years = tape.pick(&[1, 10]);
        other.keeps.reflective_months = tape.pick(&[1, 12]);
    }
    for organisation in &mut other.organisations {
        organisation.place = "Oslo".into();
        if !framed || named_place.as_ref() != Some(&organisation.id) {
            organisation.name = "Southwind".into();
        }
    }
    let mut maker = Maker::beside(e, tape);
    for old in &mut other.engagement.parties {
        let mut new = whole::party(&mut maker, &person("Maya"), old.role);
        old.level = new.level;
        old.relation.clone_from(&new.relation);
        old.influence = new.influence;
        if sees.is_own(&old.id) || framed || sees.tellings() {
            new.joined = old.joined;
            new.left = old.left;
            same_presence(&mut new, sees, &mut maker);
        }
        // Whoever was released something that stays was there on the day.
        let to = Audience::Party(old.id.clone());
        let mut kept = e
            .releases
            .iter()
            .filter(|r| r.audience == to && sees.release(r));
        // And whoever answered in a round of which something may be seen was there by its day.
        let mut rounds = e.rounds.iter().filter(|round| {
            let mut answers = round.answers.iter();
            any_of_round(e, sees, round) && answers.any(|answer| answer.party == old.id)
        });
        let rated = rounds.all(|round| new.joined <= round.on);
        if rated && kept.all(|release| new.is_in(release.given)) {
            old.joined = new.joined;
            old.left = new.left;
        }
    }
    // Somebody more: a stakeholder, or one of the sponsor's side where those are not shown.
    let person = Person {
        id: maker.id(),
        ..person("Newcomer")
    };
    let role = match framed || sees.tellings() {
        true => Role::Stakeholder,
        false => maker.tape.pick(&Role::ALL[1..]),
    };
    if maker.tape.chance(50) {
        let party = whole::party(&mut maker, &person, role);
        named.insert(party.id.clone());
        other.people.push(person);
        other.engagement.parties.push(party);
    }
}

/// Other days of joining and leaving, with the same answer on the day.
fn same_presence(party: &mut Party, sees: &Sees, maker: &mut Maker) {
    let there = sees.past(party.joined) && !party.left.is_some_and(|left| sees.past(left));
    if there {
        party.joined = maker.day().min(sees.on);
        party.left = later(maker, sees);
    } else if let Some(joined) = later(maker, sees) {
        party.joined = joined;
        party.left = None;
    } else {
        party.joined = nth(0);
        party.left = Some(nth(0));
    }
}

/// Everyone whom something visible names.
fn named(e: &Engagement, sees: &Sees) -> BTreeSet<PartyId> {
    fn speakers<T: Tag>(notes: &mut [Noted<T>], sees: &Sees, named: &mut BTreeSet<PartyId>) {
        let seen = notes.iter().filter(|note| sees.note(note));
        named.extend(seen.filter_map(|note| note.said_by.clone()));
    }
    let mut named = BTreeSet::new();
    each_list_of_notes!(&mut e.clone(), speakers(sees, &mut named));
    for meeting in e.meetings.iter().filter(|meeting| sees.knows(meeting)) {
        named.extend(meeting.invited.iter().chain(&meeting.attended).cloned());
    }
    let agendas = e.meetings.iter().filter(|meeting| sees.agenda(meeting));
    for point in agendas.flat_map(|meeting| &meeting.agenda) {
        if let Speaker::Party(party) = &point.speaker {
            named.insert(party.clone());
        }
    }
    let promised = e.commitments.iter().filter(|c| sees.commitment(e, c));
    named.extend(promised.filter_map(|c| c.by.clone()));
    let positions = e.positions.iter().filter(|p| sees.position(e, p));
    named.extend(positions.map(|p| p.party.clone()));
    let contacts = e.sponsor_contacts.iter().filter(|c| sees.contact(c));
    named.extend(contacts.map(|c| c.party.clone()));
    for round in &e.rounds {
        let answers = round
            .answers
            .iter()
            .filter(|answer| sees.feed_forward(round, answer));
        named.extend(answers.map(|answer| answer.party.clone()));
    }
    // A rating is the coachee's own words.
    let mut ratings = e.self_ratings.iter();
    if ratings.any(|rating| sees.rating(e, rating)) {
        named.extend(e.coachee().map(|coachee| coachee.id.clone()));
    }
    let priorities = e.priorities.iter().filter(|priority| {
        let mut wordings = priority.wordings.iter();
        wordings.any(|wording| sees.priority(priority, wording))
    });
    named.extend(priorities.map(|priority| priority.party.clone()));
    let beliefs = e.beliefs.iter().filter(|belief| sees.aligned(belief.on));
    named.extend(beliefs.map(|belief| belief.party.clone()));
    let clashes = e.clashes.iter().filter(|clash| sees.aligned(clash.on));
    let sides = clashes.flat_map(|clash| &clash.sides);
    named.extend(sides.map(|side| side.party.clone()));
    for release in e.releases.iter().filter(|release| sees.release(release)) {
        if let Audience::Party(party) = &release.audience {
            named.insert(party.clone());
        }
    }
    named
}

/// Changes what frames the engagement as far as the chair may not see it.
pub fn frame(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    let mut new = e.clone();
    whole::frame(&mut new, maker);
    e.status = new.status;
    // No chair sees the pace.
    e.pace = new.pace;
    if !sees.fees(e) && !sees.open(Topic::Fees) {
        e.fees = new.fees;
    }
    if !e.ended.is_some_and(|ended| sees.past(ended)) {
        e.ended = later(maker, sees);
    }
    if !sees.open(Topic::Engagement) {
        e.name = new.name;
        e.planned_end = new.planned_end;
        e.planned_sessions = new.planned_sessions;
        e.session_minutes = new.session_minutes;
        e.ended = new.ended;
        if !sees.open(Topic::Fees) {
            e.began = new.began;
        }
        let not_before = |day: Option<Day>| day.map(|day| day.max(e.began));
        (e.planned_end, e.ended) = (not_before(e.planned_end), not_before(e.ended));
    }
    closing(e, sees, maker);
}

/// Changes what is said of the end and what follows, as far as the chair may not see it. Whether it
/// ended early, and when the coach's own summary was written, nobody sees but the coach.
fn closing(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    let words = std::mem::take(&mut e.ending.words);
    e.ending = whole::ending(e.ended, maker);
    e.own_summary = maker.maybe_day(50);
    if sees.ending(e) {
        e.ending.words = words;
    }
    if !sees.follow_ups(e) {
        e.follow_ups = whole::follow_ups(e, maker);
        return;
    }
    for old in &mut e.follow_ups {
        if !old.done.is_some_and(|done| sees.past(done)) {
            old.done = later(maker, sees);
            old.words = match old.done {
                Some(_) => maker.maybe_words(),
                None => Text::empty(),
            };
        }
    }
}

/// Changes agreements so that the rules of the chair stay as they are: drafts, versions that have been
/// superseded or are to come, and the rules for others.
pub fn agreements(e: &mut Engagement, sees: &Sees, maker: &mut Maker) {
    let current = in_force(e, sees.on).map(|agreement| (agreement.id.clone(), agreement.effective));
    let coachee = e.coachee().map(|coachee| coachee.id.clone());
    let own: Vec<Role> = e
        .parties
        .iter()
        .filter(|party| sees.is_own(&party.id))
        .map(|party| party.role)
        .collect();
    // A draft and a version of a day to come are in force for nobody.
    let idle = |agreement: &Agreement| {
        let mut assents = agreement.assents.iter();
        let assented = assents.any(|a| Some(&a.party) == coachee.as_ref() && sees.past(a.on));
        let superseded = current
            .as_ref()
            .is_some_and(|(_, day)| agreement.effective < *day);
        !sees.past(agreement.effective) || !assented || superseded
    };
    let is_current = |a: &Agreement| Some(&a.id) == current.as_ref().map(|(id, _)| id);
    thin(&mut e.agreements, maker, |old| is_current(old));
    let frozen = e.clone();
    for old in &mut e.agreements {
        let new = whole::agreement_of(old.effective, maker, &frozen);
        if !is_current(old) {
            let id = old.id.clone();
            if idle(&new) {
                *old = Agreement { id, ..new };
            } else {
                old.boundaries = new.boundaries;
            }
            continue;
        }
        let fresh = new.boundaries;
        old.additions = new.additions;
        old.raters = least(old.raters, sees, maker);
        old.assents.retain(|a| Some(&a.party) == coachee.as_ref());
        for assent in &mut old.assents {
            *assent = whole::assent(maker, assent.party.clone());
            assent.on = assent.on.min(sees.on);
        }
        let more = whole::assents_of_others(maker, coachee.as_ref());
        old.assents.extend(more);
        old.drafted = whole::drafted(maker, &old.assents);
        let others = |b: &Boundary| !own.contains(&b.role);
        if sees.coachee {
            // The coachee sees the rules for everyone but the supervisor.
            old.boundaries.retain(|b| b.role != Role::Supervisor);
            let more = fresh.into_iter().filter(|b| b.role == Role::Supervisor);
            old.boundaries.extend(more.filter(others));
        } else {
            // Confidential, said or not said, is the same.
            old.boundaries
                .retain(|b| own.contains(&b.role) && b.rule != Rule::Confidential);
            old.boundaries.extend(fresh.into_iter().filter(others));
        }
    }
    for _ in 0..maker.tape.below(3) {
        let new = whole::agreement(maker, e).filter(|new| idle(new));
        e.agreements.extend(new);
    }
}
