//! The laws of agreements: what a version changes, which one is in force, and that the agreement to
//! sign is made from the frame alone.

use std::collections::BTreeMap;

use coaching::agreement::{
    Agreement, Boundary, changes, default_rule, holds, in_force, raters_change,
};
use coaching::contract::{NoContract, contract, signs};
use coaching::ids::PartyId;
use coaching::record::{Case, Engagement};
use coaching::text::Text;
use coaching::words::{Consent, Direction, Role, Rule, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{agreement, case, day, id, text};
use crate::support::cases;
use crate::support::maker::{DAYS, Maker, nth};
use crate::support::tape::Tape;
use crate::support::whole::{any_case, assent, boundaries};

fn version(maker: &mut Maker) -> Agreement {
    Agreement {
        id: maker.id(),
        effective: maker.day(),
        drafted: None,
        boundaries: boundaries(maker),
        assents: Vec::new(),
        raters: 3 + maker.tape.below(4) as u8,
        additions: Text::empty(),
    }
}

fn rules(agreement: Option<&Agreement>) -> BTreeMap<(Role, Topic), Rule> {
    let cell = |&role: &Role| {
        let of = move |&topic: &Topic| ((role, topic), holds(agreement, topic, role));
        Topic::ALL.iter().map(of)
    };
    Role::ALL.iter().flat_map(cell).collect()
}

/// The id of the version in force on each day.
fn in_force_by_day(e: &Engagement) -> Vec<Option<String>> {
    let on = |n| in_force(e, nth(n)).map(|agreement| agreement.id.to_string());
    (0..DAYS + 3).map(on).collect()
}

/// The same frame and the same version, in another record altogether.
fn in_another_record(case: &Case, version: &Agreement, other: &Case, tape: &mut Tape) -> Case {
    let e = &case.engagement;
    let mut maker = Maker::beside(e, tape);
    let mut same = version.clone();
    same.assents = (0..maker.tape.below(3))
        .map(|_| assent(&mut maker, id("x")))
        .collect();
    same.drafted = maker.maybe_day(50);
    let mut agreements = vec![same];
    let others = other.engagement.agreements.iter().cloned();
    agreements.extend(others.filter(|each| each.effective != version.effective));
    agreements
        .iter_mut()
        .skip(1)
        .for_each(|each| each.id = maker.id());
    maker.tape.shuffle(&mut agreements);
    let mut parties = e.parties.clone();
    parties.retain(|party| signs(party.role));
    parties
        .iter_mut()
        .for_each(|party| party.relation = "other".into());
    maker.tape.shuffle(&mut parties);
    let mut people = case.people.clone();
    for person in &mut people {
        person.email = "other@example.com".into();
        person.phone = "0".into();
        person.called = "Other".into();
    }
    maker.tape.shuffle(&mut people);
    let frame = Engagement {
        id: id("another"),
        name: e.name.clone(),
        language: e.language,
        began: e.began,
        planned_end: e.planned_end,
        planned_sessions: e.planned_sessions,
        session_minutes: e.session_minutes,
        fees: e.fees.clone(),
        parties,
        agreements,
        ..other.engagement.clone()
    };
    Case {
        coach: case.coach.clone(),
        engagement: frame,
        people,
        organisations: case.organisations.clone(),
        keeps: case.keeps,
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn between_a_version_and_itself_nothing_changes(record in vec(any::<u16>(), 0..400)) {
        let mut tape = Tape::new(&record);
        let one = version(&mut Maker::new(&mut tape));
        prop_assert_eq!(changes(Some(&one), &one), vec![]);
        prop_assert_eq!(raters_change(Some(&one), &one), None);
    }

    #[test]
    fn what_loosens_one_way_tightens_the_other(record in vec(any::<u16>(), 0..800)) {
        let mut tape = Tape::new(&record);
        let mut maker = Maker::new(&mut tape);
        let (one, other) = (version(&mut maker), version(&mut maker));
        let forth = changes(Some(&one), &other);
        let mut back = changes(Some(&other), &one);
        for change in &mut back {
            (change.was, change.is) = (change.is, change.was);
            change.direction = match change.direction {
                Direction::Loosens => Direction::Tightens,
                Direction::Tightens => Direction::Loosens,
            };
        }
        prop_assert_eq!(&forth, &back);
        for change in forth {
            prop_assert_eq!(change.is < change.was, change.direction == Direction::Loosens);
        }
    }

    #[test]
    fn the_changes_make_one_version_into_the_other(record in vec(any::<u16>(), 0..800)) {
        let mut tape = Tape::new(&record);
        let mut maker = Maker::new(&mut tape);
        let one = version(&mut maker);
        let other = version(&mut maker);
        for before in [None, Some(&one)] {
            let mut applied = rules(before);
            for change in changes(before, &other) {
                let was = applied.insert((change.role, change.topic), change.is);
                prop_assert_eq!(was, Some(change.was));
            }
            prop_assert_eq!(applied, rules(Some(&other)));
        }
    }

    /// Without a version before, five are the usual number.
    #[test]
    fn another_number_of_raters_is_a_change_and_fewer_loosen(was in 3u8..9, is in 3u8..9) {
        let of = |raters| Agreement { raters, ..agreement("2026-03-01", vec![]) };
        let before = of(was);
        for (before, was) in [(Some(&before), was), (None, 5)] {
            let change = raters_change(before, &of(is));
            let change = change.map(|each| (each.was, each.is, each.direction));
            let direction = if is < was { Direction::Loosens } else { Direction::Tightens };
            prop_assert_eq!(change, (is != was).then_some((was, is, direction)));
        }
    }

    /// A record from before there were raters reads as it did: the usual number is not written.
    #[test]
    fn only_another_number_of_raters_than_the_usual_is_written(raters in 3u8..9) {
        let version = Agreement { raters, ..agreement("2026-03-01", vec![]) };
        let written = serde_json::to_value(&version).expect("can be written");
        prop_assert_eq!(written.get("raters").is_some(), raters != 5);
        let read: Agreement = serde_json::from_value(written).expect("can be read");
        prop_assert_eq!(read, version);
    }

    #[test]
    fn neither_drafts_nor_others_assents_nor_the_order_of_entry_bring_anything_into_force(
        record in vec(any::<u16>(), 100..900),
        change in vec(any::<u16>(), 0..300),
    ) {
        let case = any_case(&mut Tape::new(&record));
        let expected = in_force_by_day(&case.engagement);
        let mut tape = Tape::new(&change);
        let mut other = case.engagement.clone();
        let coachee = other.coachee().map(|party| party.id.clone());
        let mut maker = Maker::beside(&case.engagement, &mut tape);
        for agreement in &mut other.agreements {
            agreement.assents.retain(|assent| Some(&assent.party) == coachee.as_ref());
            for party in maker.tape.some(50, &maker.parties.clone()) {
                if Some(&party) != coachee.as_ref() {
                    agreement.assents.insert(0, assent(&mut maker, party));
                }
            }
            agreement.drafted = None;
        }
        for _ in 0..maker.tape.below(4) {
            let mut draft = version(&mut maker);
            let others = maker.parties.clone();
            let others = others.into_iter().filter(|party| Some(party) != coachee.as_ref());
            draft.assents = others.map(|party| assent(&mut maker, party)).collect();
            other.agreements.push(draft);
        }
        maker.tape.shuffle(&mut other.agreements);
        maker.tape.shuffle(&mut other.parties);
        prop_assert_eq!(in_force_by_day(&other), expected);
    }

    #[test]
    fn the_agreement_to_sign_reads_the_frame_alone(
        record in vec(any::<u16>(), 100..900),
        another in vec(any::<u16>(), 0..900),
        change in vec(any::<u16>(), 0..100),
    ) {
        let case = any_case(&mut Tape::new(&record));
        let other = any_case(&mut Tape::new(&another));
        let readers: Vec<Option<PartyId>> = case.engagement.parties.iter()
            .filter(|party| signs(party.role))
            .map(|party| Some(party.id.clone()))
            .chain([None])
            .collect();
        for version in &case.engagement.agreements {
            let moved = in_another_record(&case, version, &other, &mut Tape::new(&change));
            for reader in &readers {
                prop_assert_eq!(
                    contract(&case, &version.id, reader.as_ref()),
                    contract(&moved, &version.id, reader.as_ref())
                );
            }
        }
    }
}

/// Maya, Ingrid the sponsor and Tom the HR partner, and one version.
fn signed_by_three() -> Case {
    use crate::support::build::{party, person};
    let mut case = case();
    case.people.push(person("Ingrid"));
    case.people.push(person("Tom"));
    let e = &mut case.engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.parties.push(party("tom", Role::HrPartner));
    e.parties[0].id = id("maya");
    e.fees = text("A fee.");
    e.agreements.push(Agreement {
        id: id("one"),
        effective: day("2026-03-01"),
        raters: 5,
        drafted: None,
        boundaries: coaching::agreement::strict_defaults(),
        assents: Vec::new(),
        additions: text("Besides."),
    });
    case
}

#[test]
fn each_part_of_the_frame_stands_in_the_agreement() {
    let case = signed_by_three();
    let sheet = |case: &Case| contract(case, &id("one"), None).expect("a sheet");
    let whole = sheet(&case);
    assert_eq!(whole.fees(), "A fee.");
    assert_eq!(whole.additions(), "Besides.");
    assert_eq!(whole.parties().len(), 3);
    assert!(whole.parties().iter().all(|signer| signer.to_sign()));
    let parts: &[fn(&mut Case)] = &[
        |case| case.coach.address = "Elsewhere".into(),
        |case| case.coach.phone = "1".into(),
        |case| case.people[1].name = "Ingo".into(),
        |case| case.people[2].title = "Director".into(),
        |case| case.organisations[0].place = "Oslo".into(),
        |case| case.engagement.name = "Other".into(),
        |case| case.engagement.began = day("2026-02-02"),
        |case| case.engagement.planned_end = Some(day("2026-12-01")),
        |case| case.engagement.planned_sessions = 3,
        |case| case.engagement.session_minutes = 75,
        |case| case.engagement.fees = text("Another fee."),
        |case| case.engagement.parties[2].left = Some(day("2026-03-01")),
        |case| case.engagement.agreements[0].effective = day("2026-03-02"),
        |case| case.engagement.agreements[0].additions = text("More."),
        |case| case.engagement.agreements[0].boundaries[3].rule = Rule::CoacheeShares,
    ];
    for (index, change) in parts.iter().enumerate() {
        let mut other = case.clone();
        change(&mut other);
        assert!(sheet(&other) != whole, "part {index} is not read");
    }
}

#[test]
fn who_signs_and_who_does_not() {
    use crate::support::build::{party, person};
    let mut case = signed_by_three();
    case.people.push(person("Sue"));
    case.engagement.parties.push(party("sue", Role::Supervisor));
    let of = |case: &Case, who: &str| contract(case, &id("one"), Some(&id(who)));
    assert_eq!(of(&case, "sue"), Err(NoContract::DoesNotSign));
    assert_eq!(of(&case, "nobody"), Err(NoContract::DoesNotSign));
    let none = contract(&case, &id("two"), None);
    assert_eq!(none, Err(NoContract::NoSuchVersion));
    let signing = |case: &Case, who: &str| -> Vec<String> {
        let sheet = of(case, who).expect("a sheet");
        let signers = sheet.parties().iter().filter(|signer| signer.to_sign());
        signers.map(|signer| signer.name().to_owned()).collect()
    };
    assert_eq!(signing(&case, "tom"), ["Tom"]);
    // Whoever joins later signs too, and stands beside those who were there.
    case.engagement.parties[2].joined = day("2026-05-01");
    assert_eq!(
        contract(&case, &id("one"), None)
            .expect("a sheet")
            .parties()
            .len(),
        2
    );
    assert_eq!(of(&case, "tom").expect("a sheet").parties().len(), 3);
    // Whoever had left has nothing to sign.
    case.engagement.parties[2].joined = day("2026-02-01");
    case.engagement.parties[2].left = Some(day("2026-03-01"));
    assert_eq!(of(&case, "tom"), Err(NoContract::HadLeft));
}

#[test]
fn the_fees_stand_only_where_the_version_shares_them() {
    let mut case = signed_by_three();
    let fees = |case: &Case, who: Option<&str>| {
        let who: Option<PartyId> = who.map(id);
        let sheet = contract(case, &id("one"), who.as_ref()).expect("a sheet");
        !sheet.fees().is_empty()
    };
    // The coachee's own sheet leaves them to those who pay.
    let all = [None, Some("ingrid"), Some("tom"), Some("maya")];
    assert_eq!(all.map(|who| fees(&case, who)), [true, true, true, false]);
    for boundary in &mut case.engagement.agreements[0].boundaries {
        if (boundary.topic, boundary.role) == (Topic::Fees, Role::HrPartner) {
            boundary.rule = Rule::Confidential;
        }
    }
    assert_eq!(all.map(|who| fees(&case, who)), [false, true, false, false]);
    case.engagement.parties.truncate(1);
    assert!(fees(&case, Some("maya")), "nobody else pays");
}

#[test]
fn a_person_in_two_roles_signs_once_under_the_stricter_rule() {
    use crate::support::build::party;
    let mut case = signed_by_three();
    let mut again = party("ingrid", Role::LineManager);
    again.id = id("ingrid-2");
    case.engagement.parties.push(again);
    let strict = Boundary {
        topic: Topic::Fees,
        role: Role::LineManager,
        rule: Rule::Confidential,
    };
    let version = &mut case.engagement.agreements[0];
    version
        .boundaries
        .retain(|b| (b.topic, b.role) != (Topic::Fees, Role::LineManager));
    version.boundaries.push(strict);
    let sheet = contract(&case, &id("one"), Some(&id("ingrid"))).expect("a sheet");
    let roles: Vec<_> = sheet
        .parties()
        .iter()
        .map(|signer| signer.roles().to_vec())
        .collect();
    let ingrid = vec![Role::Sponsor, Role::LineManager];
    assert_eq!(roles, [vec![Role::Coachee], ingrid, vec![Role::HrPartner]]);
    assert_eq!(sheet.fees(), "");
}

#[test]
fn a_new_version_starts_from_what_holds_and_the_strict_defaults() {
    let strict = Agreement {
        id: id("strict"),
        effective: day("2026-03-01"),
        drafted: None,
        boundaries: coaching::agreement::strict_defaults(),
        assents: vec![coaching::agreement::Assent {
            party: id("maya"),
            on: day("2026-03-01"),
            how: Consent::InWriting,
        }],
        raters: 5,
        additions: Text::empty(),
    };
    for (&(role, topic), &rule) in &rules(Some(&strict)) {
        assert_eq!(default_rule(topic, role), rule, "{role:?} {topic:?}");
    }
}
