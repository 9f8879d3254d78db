use coaching::ids::PersonId;
use coaching::record::Party;
use coaching::words::{Level, Role};
use serde_json::json;
use store::party;

use crate::{Practice, day, from, other, rich};

#[test]
fn a_party_joins_and_leaves() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let mut ola: Party = from(json!({
        "id": "p-new", "person": "ola", "role": "line-manager", "joined": "2026-04-01"
    }));
    practice.write(|tx| party::insert(tx, &id, &ola));
    assert_eq!(practice.load().party(&ola.id), Some(&ola));
    ola.person = PersonId::new("tom").unwrap();
    ola.role = Role::Supervisor;
    ola.level = Level::Outside;
    ola.relation = "hers".into();
    ola.joined = day("2026-04-02");
    ola.left = Some(day("2026-05-01"));
    practice.write(|tx| party::update(tx, &ola));
    assert_eq!(practice.load().party(&ola.id), Some(&ola));
}

#[test]
fn there_is_one_coachee() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let mut second: Party = from(json!({
        "id": "p-new", "person": "ola", "role": "coachee", "joined": "2026-04-01"
    }));
    assert_eq!(
        practice.refused(|tx| party::insert(tx, &id, &second)),
        "store.clash"
    );
    second.role = Role::Sponsor;
    practice.write(|tx| party::insert(tx, &id, &second));
    second.role = Role::Coachee;
    assert_eq!(
        practice.refused(|tx| party::update(tx, &second)),
        "store.clash"
    );
}

#[test]
fn a_party_is_somebody_known() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let ghost = from(json!({
        "id": "p-new", "person": "ghost", "role": "sponsor", "joined": "2026-04-01"
    }));
    assert_eq!(
        practice.refused(|tx| party::insert(tx, &id, &ghost)),
        "store.dangling"
    );
    assert_eq!(
        practice.refused(|tx| party::update(tx, &ghost)),
        "store.missing"
    );
}

#[test]
fn everybodys_places_are_found_over_all_engagements() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let everywhere = practice.read(party::everywhere);
    let places: Vec<_> = everywhere
        .iter()
        .map(|place| {
            (
                place.person.as_str(),
                place.engagement_name.as_str(),
                place.role,
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            ("tom", "Other", Role::Coachee),
            ("ola", "Other", Role::Sponsor),
            ("maya", "Maya Lindqvist 2026", Role::Coachee),
            ("tom", "Maya Lindqvist 2026", Role::HrPartner),
            ("ingrid", "Maya Lindqvist 2026", Role::Sponsor),
            ("ola", "Maya Lindqvist 2026", Role::Stakeholder),
        ]
    );
    assert_eq!(everywhere[0].engagement, other().id);
}
