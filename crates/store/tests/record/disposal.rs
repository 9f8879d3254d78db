//! Disposal: what goes, what stays, and that nothing of it stands in any page of the file.

use chrono::{DateTime, Utc};
use coaching::retention::{Disposal, without_reflections};
use serde_json::json;
use store::undo::{self, Naming};
use store::{Store, StoreError};

use crate::{KEY, Practice, day, from, other, path_in};

fn certificate(id: &str, engagement: &str, part: &str) -> Disposal {
    from(json!({
        "id": id, "engagement": engagement, "on": "2026-11-01",
        "recorded": "2026-11-01T10:00:00Z", "part": part, "rule": "clock",
        "items": [{ "kind": "sessions", "count": 2, "sha256": "0".repeat(64) }]
    }))
}

fn naming(name: &str, removes: bool) -> Naming<'_> {
    let at: DateTime<Utc> = "2026-11-01T10:00:00Z".parse().unwrap();
    Naming {
        name,
        day: day("2026-11-01"),
        at,
        engagement: None,
        typed: false,
        removes,
    }
}

/// How often a sentence stands in the pages of the file, as they are once they are deciphered.
fn times(practice: &Practice, sentence: &str) -> usize {
    let mut raw = practice.raw();
    let pages = raw.serialize("main").unwrap();
    let sentence = sentence.as_bytes();
    let pages: &[u8] = &pages;
    pages
        .windows(sentence.len())
        .filter(|window| *window == sentence)
        .count()
}

#[test]
fn a_ledger_stays_without_a_certificate_and_goes_whole_with_one() {
    let mut practice = Practice::rich();
    let record = practice.load();
    assert!(!record.ledger.is_empty(), "the example has no ledger");
    let code = practice.refused(|tx| store::disposal::remove_record(tx, &record));
    assert_eq!(code, "store.refused");
    // One of the notes is not enough, nor is one of another engagement.
    let code = practice.refused(|tx| {
        store::disposal::certify(tx, &certificate("d1", "e-maya", "reflective"))?;
        store::disposal::certify(tx, &certificate("d2", "e-other", "record"))?;
        store::disposal::remove_record(tx, &record)
    });
    assert_eq!(code, "store.refused");
    practice.write(|tx| {
        store::disposal::certify(tx, &certificate("d3", "e-maya", "record"))?;
        store::disposal::remove_record(tx, &record)
    });
    let (people, _, cases) = practice.all();
    assert!(cases.is_empty() && people.is_empty());
    assert!(practice.read(store::ledger::cut_off).is_empty());
    let kept = practice.read(store::disposal::all);
    assert_eq!(kept, [certificate("d3", "e-maya", "record")]);
    let twice =
        practice.refused(|tx| store::disposal::certify(tx, &certificate("d4", "e-maya", "record")));
    assert_eq!(twice, "store.clash");
    let raw = practice.raw();
    raw.execute_batch("DELETE FROM disposed").unwrap_err();
    raw.execute_batch("DELETE FROM disposal").unwrap_err();
    raw.execute_batch("UPDATE disposal SET rule = 'asked'")
        .unwrap_err();
}

#[test]
fn people_who_stand_elsewhere_stay() {
    let mut practice = Practice::rich();
    let record = practice.load();
    practice.write(|tx| {
        store::engagement::insert(tx, &other())?;
        store::disposal::certify(tx, &certificate("d", "e-maya", "record"))?;
        store::disposal::remove_record(tx, &record)
    });
    let (people, organisations, cases) = practice.all();
    let left: Vec<_> = people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(left, ["ola", "tom"]);
    assert_eq!((cases.len(), organisations.len()), (1, 1));
    let nobody_there = &organisations[0].id;
    practice.write(|tx| store::disposal::remove_empty_organisation(tx, nobody_there));
    assert!(practice.all().1.is_empty());
}

#[test]
fn the_reflective_notes_go_as_the_rule_says() {
    let mut practice = Practice::rich();
    let record = practice.load();
    practice.write(|tx| store::disposal::remove_reflections(tx, &record.id));
    let left = practice.load();
    assert_ne!(left, record, "the example has no reflective note");
    assert_eq!(left, without_reflections(&record));
}

/// Long notes over many pages, changed and removed again and again, so that pages are split, freed and
/// used anew; then the record goes.
#[test]
fn no_page_of_the_file_holds_what_was_disposed_of() {
    const PLANTED: &str = "the cellar key lies under the third stone";
    let mut practice = Practice::rich();
    let record = practice.load();
    let session = record.sessions[0].id.clone();
    for round in 0_u32..30 {
        let long = format!("{PLANTED} {round} {}", "and so on ".repeat(200));
        let part = store::session::SessionText::Record;
        practice
            .store
            .change::<_, StoreError>(&naming("write", false), |tx| {
                store::session::set_text(tx, &session, part, &long)
            })
            .unwrap();
        let note = json!({ "id": format!("planted-{round}"), "on": "2026-10-01", "text": long });
        practice
            .store
            .change::<_, StoreError>(&naming("add", false), |tx| {
                store::note::insert::<coaching::text::about::Reflections>(
                    tx,
                    &record.id,
                    &from(note),
                )
            })
            .unwrap();
        if round % 3 == 0 {
            let id = coaching::ids::NoteId::new(format!("planted-{round}")).unwrap();
            practice
                .store
                .change::<_, StoreError>(&naming("remove", true), |tx| store::note::remove(tx, &id))
                .unwrap();
        }
    }
    assert!(times(&practice, PLANTED) > 40, "nothing was planted");
    let record = practice.load();
    practice.write(|tx| {
        store::disposal::certify(tx, &certificate("d", "e-maya", "record"))?;
        undo::forget(tx, &record.id, day("2026-11-01"))?;
        store::disposal::remove_record(tx, &record)
    });
    // Killed before it was cleaned: it is done when the vault is opened.
    let Practice { folder, store } = practice;
    drop(store);
    let mut store = Store::open(&path_in(&folder), KEY).unwrap();
    assert!(store.read(store::disposal::is_unclean).unwrap());
    store.clean().unwrap();
    assert!(!store.read(store::disposal::is_unclean).unwrap());
    let log = folder.path().join("practice.db-wal");
    assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
    let practice = Practice { folder, store };
    for gone in [PLANTED, "Maya Lindqvist", "planted-", "e-maya-"] {
        assert_eq!(times(&practice, gone), 0, "{gone}");
    }
    assert!(practice.store.check().unwrap().is_empty());
}

#[test]
fn what_was_removed_elsewhere_can_still_be_put_back_after_a_disposal() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let note = json!({ "id": "o-note", "on": "2026-02-01", "text": "Rested" });
    let id = coaching::ids::NoteId::new("o-note").unwrap();
    practice.write(|tx| {
        store::note::insert::<coaching::text::about::Themes>(tx, &other().id, &from(note))
    });
    let mut yesterday = naming("remove", true);
    yesterday.day = day("2026-10-31");
    practice
        .store
        .change::<_, StoreError>(&yesterday, |tx| store::note::remove(tx, &id))
        .unwrap();
    let record = practice.load();
    practice.write(|tx| undo::forget(tx, &record.id, day("2026-11-01")));
    let kept = practice.read(undo::all);
    assert_eq!(kept.len(), 1);
    let turned = practice
        .store
        .turn::<_, StoreError>(|tx| undo::undo(tx, kept[0].number))
        .unwrap();
    assert_eq!(turned, None);
}
