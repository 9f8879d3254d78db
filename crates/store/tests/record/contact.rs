//! `contact` and `position`.

use coaching::record::{Contact, Position};
use serde_json::json;
use store::{contact, position};

use crate::{Practice, from, other, rich};

#[test]
fn a_contact_is_entered_and_changed() {
    let mut practice = Practice::rich();
    let new: Contact = from(json!({
        "id": "con-new", "party": "p-tom", "on": "2026-07-01", "how": "call", "text": "News"
    }));
    practice.write(|tx| contact::insert(tx, &rich().id, &new));
    assert_eq!(practice.load().sponsor_contacts.last(), Some(&new));
    let changed: Contact = from(json!({
        "id": "con-new", "party": "p-ingrid", "on": "2026-07-02", "how": "in-person",
        "text": "Old news", "coachee_told": "2026-07-03", "withheld": "for a day"
    }));
    practice.write(|tx| contact::update(tx, &changed));
    assert_eq!(practice.load().sponsor_contacts.last(), Some(&changed));
}

#[test]
fn a_position_is_entered() {
    let mut practice = Practice::rich();
    let new: Position = from(json!({
        "id": "pos-new", "party": "p-ola", "goal": "g-c", "on": "2026-07-01", "stance": "unknown"
    }));
    practice.write(|tx| position::insert(tx, &rich().id, &new));
    assert_eq!(practice.load().positions.last(), Some(&new));
    assert_eq!(
        practice.refused(|tx| position::insert(tx, &rich().id, &new)),
        "store.clash"
    );
}

#[test]
fn they_name_nothing_outside_their_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let foreign: Contact = from(json!({
        "id": "con-new", "party": "o-tom", "on": "2026-07-01", "how": "call", "text": "News"
    }));
    assert_eq!(
        practice.refused(|tx| contact::insert(tx, &rich().id, &foreign)),
        "store.dangling"
    );
    assert_eq!(
        practice.refused(|tx| contact::update(tx, &foreign)),
        "store.missing"
    );
    for (party, goal) in [("o-tom", "g-a"), ("p-tom", "o-goal")] {
        let foreign = from(json!({
            "id": "pos-new", "party": party, "goal": goal, "on": "2026-07-01", "stance": "unsure"
        }));
        let code = practice.refused(|tx| position::insert(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
}
