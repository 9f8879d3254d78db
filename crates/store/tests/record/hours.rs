use coaching::hours::{EarlierHours, Learning, Listing};
use coaching::will::Will;
use serde_json::json;
use store::learning::Certificate;
use store::{hours, learning, will};

use crate::{Practice, day, from};

fn earlier() -> EarlierHours {
    from(json!({
        "id": "e-1", "client": "Ana", "contact": "+34 1", "group": 4, "from": "2020-01-01",
        "until": "2021-02-01", "paid": 600, "pro_bono": 45,
        "listing": { "given": "2021-03-01", "how": "in-writing", "withdrawn": "2022-01-01" }
    }))
}

fn course() -> Learning {
    from(json!({
        "id": "l-1", "kind": "course", "on": "2026-03-01", "minutes": 480, "with": "A school",
        "about": "Systems"
    }))
}

fn paper() -> Certificate {
    Certificate {
        name: "course.pdf".to_owned(),
        file: b"%PDF-".to_vec(),
    }
}

/// A row in each of these tables.
pub fn fill(practice: &mut Practice) {
    practice.write(|tx| {
        hours::insert(tx, &earlier())?;
        let listing = earlier().listing;
        hours::set_listing(tx, &from("maya".into()), listing)?;
        learning::insert(tx, &course())?;
        learning::set_certificate(tx, &course().id, Some(&paper()))?;
        will::set(tx, &from(json!({ "language": "es" })))
    });
}

#[test]
fn earlier_hours_come_back_change_and_go() {
    let mut practice = Practice::empty();
    practice.write(|tx| hours::insert(tx, &earlier()));
    assert_eq!(practice.read(hours::all), [earlier()]);
    let plain = EarlierHours {
        group: None,
        listing: None,
        ..earlier()
    };
    practice.write(|tx| hours::update(tx, &plain));
    assert_eq!(practice.read(hours::all), std::slice::from_ref(&plain));
    practice.write(|tx| hours::remove(tx, &plain.id));
    assert_eq!(practice.read(hours::all), []);
    assert_eq!(
        practice.refused(|tx| hours::update(tx, &plain)),
        "store.missing"
    );
}

#[test]
fn held_sessions_are_told_with_their_coachee_and_consent() {
    let mut practice = Practice::rich();
    let all = practice.read(|tx| hours::held(tx, day("2099-01-01")));
    let held = crate::rich().sessions;
    let is_held = |s: &&coaching::record::Session| s.status == coaching::words::SessionStatus::Held;
    let mut sessions: Vec<_> = held.iter().filter(is_held).collect();
    sessions.sort_by_key(|session| session.on);
    assert!(!sessions.is_empty() && all.len() == sessions.len());
    for ((person, held), session) in all.iter().zip(sessions) {
        assert_eq!(
            (person.as_str(), held.client.as_str()),
            ("maya", "Maya Lindqvist")
        );
        assert_eq!(held.contact, "maya@example.org");
        let minutes = u32::from(session.minutes);
        let sums = match session.counted.pro_bono {
            true => (0, minutes),
            false => (minutes, 0),
        };
        assert_eq!((held.from, (held.paid, held.pro_bono)), (session.on, sums));
        assert_eq!(held.group, session.counted.group_of.map(u16::from));
        assert_eq!(held.listing, None);
    }
    assert_eq!(practice.read(|tx| hours::held(tx, day("1999-01-01"))), []);
    let listing = Listing {
        withdrawn: None,
        ..earlier().listing.unwrap()
    };
    let maya = from("maya".into());
    practice.write(|tx| hours::set_listing(tx, &maya, Some(listing)));
    let all = practice.read(|tx| hours::held(tx, day("2099-01-01")));
    assert_eq!(all[0].1.listing, Some(listing));
    assert_eq!(practice.read(hours::listings), [(maya.clone(), listing)]);
    practice.write(|tx| hours::set_listing(tx, &maya, None));
    assert_eq!(practice.read(hours::listings), []);
    let nobody = practice.refused(|tx| hours::set_listing(tx, &from("x".into()), Some(listing)));
    assert_eq!(nobody, "store.dangling");
}

#[test]
fn a_certificate_comes_back_byte_for_byte_and_goes_with_its_entry() {
    let mut practice = Practice::empty();
    let id = course().id;
    practice.write(|tx| {
        learning::insert(tx, &course())?;
        learning::set_certificate(tx, &id, Some(&paper()))
    });
    assert_eq!(practice.read(learning::all), [course()]);
    assert_eq!(
        practice.read(|tx| learning::certificate(tx, &id)),
        Some(paper())
    );
    let changed = Learning {
        minutes: 60,
        ..course()
    };
    practice.write(|tx| learning::update(tx, &changed));
    let names = practice.read(learning::certificates);
    assert_eq!(names, [(id.clone(), "course.pdf".to_owned(), 5)]);
    practice.write(|tx| learning::remove(tx, &id));
    assert_eq!(practice.read(|tx| learning::certificate(tx, &id)), None);
    assert_eq!(practice.read(learning::all), []);
}

#[test]
fn there_is_one_will() {
    let mut practice = Practice::empty();
    assert_eq!(practice.read(will::get), None);
    let first: Will = from(json!({ "language": "es", "successor": "Iris" }));
    let second: Will = from(json!({
        "language": "en", "successor": "Iris", "reach": "a", "stand_in": "b", "tasks": "c",
        "vault": "d", "sealed": "e", "tell": "f", "reviewed": "2026-01-01"
    }));
    practice.write(|tx| {
        will::set(tx, &first)?;
        will::set(tx, &second)
    });
    assert_eq!(practice.read(will::get), Some(second));
}
