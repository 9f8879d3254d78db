//! `release` and `approval`.

use coaching::ids::ReleaseId;
use coaching::record::{Approval, Release};
use serde_json::{Value, json};
use store::{approval, release};

use crate::{Practice, day, from, other, rich};

fn new(with: Value) -> Release {
    let mut new = json!({
        "id": "r-new", "audience": { "party": "p-tom" }, "topic": "themes", "wording": "Voice",
        "voice": "coach", "given": "2026-07-01", "how": "in-writing"
    });
    new.as_object_mut()
        .unwrap()
        .extend(with.as_object().unwrap().clone());
    from(new)
}

#[test]
fn a_release_is_given_and_withdrawn_once() {
    let mut practice = Practice::rich();
    let mut release = new(json!({}));
    practice.write(|tx| release::insert(tx, &rich().id, &release));
    assert_eq!(practice.load().releases.last(), Some(&release));
    release.withdrawn = Some(day("2026-07-09"));
    practice.write(|tx| release::withdraw(tx, &release.id, day("2026-07-09")));
    assert_eq!(practice.load().releases.last(), Some(&release));
    let unknown = ReleaseId::new("r-none").unwrap();
    for id in [&release.id, &unknown] {
        let code = practice.refused(|tx| release::withdraw(tx, id, day("2026-07-10")));
        assert_eq!(code, "store.missing");
    }
}

#[test]
fn they_name_nothing_outside_their_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    for foreign in [
        json!({ "audience": { "party": "o-tom" } }),
        json!({ "note": "n-none" }),
        json!({ "goal": "o-goal" }),
    ] {
        let foreign = new(foreign);
        let code = practice.refused(|tx| release::insert(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
    for (party, meeting) in [("o-tom", "m-1"), ("p-tom", "o-m-1")] {
        let foreign = from(json!({
            "id": "app-new", "document": "brief", "party": party, "meeting": meeting,
            "content": "aa", "on": "2026-07-01", "how": "in-writing"
        }));
        let code = practice.refused(|tx| approval::insert(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
}

#[test]
fn an_approval_is_entered() {
    let mut practice = Practice::rich();
    let new: Approval = from(json!({
        "id": "app-0", "document": "summary", "party": "p-ingrid", "content": "dd",
        "on": "2026-10-01", "how": "in-writing"
    }));
    practice.write(|tx| approval::insert(tx, &rich().id, &new));
    assert_eq!(practice.load().approvals.last(), Some(&new));
    assert_eq!(
        practice.refused(|tx| approval::insert(tx, &rich().id, &new)),
        "store.clash"
    );
}
