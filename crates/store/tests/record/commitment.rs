use coaching::record::Commitment;
use serde_json::{Value, json};
use store::commitment;

use crate::{Practice, day, from, other, rich};

fn new(with: Value) -> Commitment {
    let mut new = json!({ "id": "c-new", "text": "Call", "made": "2026-07-01", "status": "open" });
    new.as_object_mut()
        .unwrap()
        .extend(with.as_object().unwrap().clone());
    from(new)
}

#[test]
fn a_commitment_is_made_and_settled() {
    let mut practice = Practice::rich();
    practice.write(|tx| commitment::insert(tx, &rich().id, &new(json!({}))));
    assert_eq!(practice.load().commitments.last(), Some(&new(json!({}))));
    let kept = new(json!({
        "by": "p-tom", "text": "Call Jo", "made": "2026-07-02", "due": "2026-07-09",
        "status": "let-go", "settled": "2026-07-10", "session": "s-3", "meeting": "m-2"
    }));
    practice.write(|tx| commitment::update(tx, &kept));
    assert_eq!(practice.load().commitments.last(), Some(&kept));
    let unknown = new(json!({ "id": "c-none" }));
    assert_eq!(
        practice.refused(|tx| commitment::update(tx, &unknown)),
        "store.missing"
    );
}

#[test]
fn it_names_nothing_outside_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    for foreign in [
        json!({ "by": "o-tom" }),
        json!({ "session": "o-s-1" }),
        json!({ "meeting": "o-m-1" }),
    ] {
        let foreign = new(foreign);
        let code = practice.refused(|tx| commitment::insert(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
}

#[test]
fn what_is_open_and_due_is_found_over_all_engagements() {
    let mut practice = Practice::rich();
    let due = new(json!({ "due": "2026-07-09" }));
    let sooner = new(json!({ "id": "o-c", "due": "2026-07-08" }));
    let later = new(json!({ "id": "c-later", "due": "2026-07-10" }));
    practice.write(|tx| {
        store::engagement::insert(tx, &other())?;
        commitment::insert(tx, &rich().id, &due)?;
        commitment::insert(tx, &rich().id, &later)?;
        commitment::insert(tx, &other().id, &sooner)
    });
    let found = practice.read(|tx| commitment::open_and_due(tx, day("2026-07-09")));
    assert_eq!(found, [(other().id, sooner), (rich().id, due)]);
}
