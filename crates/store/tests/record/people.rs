//! `person` and `organisation`.

use coaching::ids::{OrganisationId, PersonId};
use coaching::record::{Organisation, Person};
use serde_json::json;
use store::{organisation, person};

use crate::{Practice, from};

#[test]
fn a_person_is_entered_changed_and_removed() {
    let mut practice = Practice::rich();
    let mut people = practice.read(person::all);
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ingrid Berg", "Maya Lindqvist", "ola", "Tom"]);

    let mut ingrid = people.remove(0);
    ingrid.called = "Inga".into();
    ingrid.title = "CEO".into();
    ingrid.organisation = Some(OrganisationId::new("nordlys").unwrap());
    ingrid.email = "i@example.org".into();
    ingrid.phone = "2".into();
    practice.write(|tx| person::update(tx, &ingrid));
    let kept = practice.read(|tx| person::get(tx, &ingrid.id));
    assert_eq!(kept.as_ref(), Some(&ingrid));

    let new: Person = from(json!({ "id": "new", "name": "New" }));
    assert_eq!(
        practice.refused(|tx| person::update(tx, &new)),
        "store.missing"
    );
    practice.write(|tx| person::insert(tx, &new));
    assert_eq!(
        practice.refused(|tx| person::insert(tx, &new)),
        "store.clash"
    );
    practice.write(|tx| person::remove(tx, &new.id));
    assert_eq!(practice.read(|tx| person::get(tx, &new.id)), None);
    assert_eq!(
        practice.refused(|tx| person::remove(tx, &new.id)),
        "store.missing"
    );
}

#[test]
fn whoever_is_named_elsewhere_stays() {
    let mut practice = Practice::rich();
    let maya = PersonId::new("maya").unwrap();
    let nordlys = OrganisationId::new("nordlys").unwrap();
    assert_eq!(
        practice.refused(|tx| person::remove(tx, &maya)),
        "store.dangling"
    );
    assert_eq!(
        practice.refused(|tx| organisation::remove(tx, &nordlys)),
        "store.dangling"
    );
    let lost = from(json!({ "id": "lost", "name": "Lost", "organisation": "nowhere" }));
    assert_eq!(
        practice.refused(|tx| person::insert(tx, &lost)),
        "store.dangling"
    );
}

#[test]
fn an_organisation_is_entered_changed_and_removed() {
    let mut practice = Practice::empty();
    let mut firm: Organisation = from(json!({ "id": "firm", "name": "Firm" }));
    assert_eq!(
        practice.refused(|tx| organisation::update(tx, &firm)),
        "store.missing"
    );
    practice.write(|tx| organisation::insert(tx, &firm));
    assert_eq!(
        practice.refused(|tx| organisation::insert(tx, &firm)),
        "store.clash"
    );
    firm.place = "Bergen".into();
    practice.write(|tx| organisation::update(tx, &firm));
    let kept = practice.read(|tx| organisation::get(tx, &firm.id));
    assert_eq!(kept.as_ref(), Some(&firm));
    assert_eq!(practice.read(organisation::all), [firm.clone()]);
    practice.write(|tx| organisation::remove(tx, &firm.id));
    assert_eq!(practice.read(organisation::all), []);
}
