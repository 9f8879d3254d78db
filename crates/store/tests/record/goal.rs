use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{GoalId, GoalVersionId};
use serde_json::{Value, json};
use store::goal;

use crate::{Practice, from, other, rich, text};

fn version(with: Value) -> GoalVersion {
    let mut version = json!({
        "id": "g-b-2", "on": "2026-07-01", "recorded": "2026-07-01T10:00:00Z",
        "title": "Speak", "weight": 1, "place": 1, "status": "active"
    });
    version
        .as_object_mut()
        .unwrap()
        .extend(with.as_object().unwrap().clone());
    from(version)
}

fn goal_b() -> GoalId {
    GoalId::new("g-b").unwrap()
}

#[test]
fn a_goal_splits_into_others() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let new: Goal =
        from(json!({ "id": "g-new", "versions": [version(json!({ "id": "g-new-1" }))] }));
    let split = version(json!({
        "status": "replaced", "session": "s-2", "meeting": "m-2",
        "shift": {
            "kind": "split", "prompt": "event", "reason": "Two things", "raised_by": "p-tom",
            "into": ["g-new", "g-c"]
        }
    }));
    practice.write(|tx| {
        goal::insert(tx, &id, &new)?;
        goal::insert_version(tx, &id, &goal_b(), &split)
    });
    let kept = practice.load();
    assert_eq!(kept.goal(&new.id), Some(&new));
    assert_eq!(kept.goal(&goal_b()).unwrap().versions.last(), Some(&split));
}

#[test]
fn a_slip_of_the_pen_keeps_what_stood_there() {
    let mut practice = Practice::rich();
    let mut corrected = rich().goals.remove(0).versions.remove(1);
    for (title, at) in [
        ("First", "2026-04-22T10:00:00Z"),
        ("Second", "2026-04-23T10:00:00Z"),
    ] {
        corrected
            .corrections
            .push(from(json!({ "at": at, "title": title, "words": "w" })));
        corrected.title = text(title);
        corrected.words = text("own words");
        corrected.why = text("why");
        corrected.measure = text("measure");
        corrected.shift.as_mut().unwrap().reason = text("reason");
        corrected.weight = 1;
        corrected.place = 9;
        practice.write(|tx| goal::correct_version(tx, &corrected));
        assert_eq!(practice.load().goals[0].versions[1], corrected);
    }
    corrected.id = GoalVersionId::new("g-none").unwrap();
    assert_eq!(
        practice.refused(|tx| goal::correct_version(tx, &corrected)),
        "store.missing"
    );
}

#[test]
fn two_versions_never_share_a_day() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let same = version(json!({ "on": "2026-03-03" }));
    assert_eq!(
        practice.refused(|tx| goal::insert_version(tx, &id, &goal_b(), &same)),
        "store.clash"
    );
}

#[test]
fn a_version_names_nothing_outside_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let id = rich().id;
    for foreign in [
        json!({ "session": "o-s-1" }),
        json!({ "meeting": "o-m-1" }),
        json!({ "shift": { "kind": "morphed", "prompt": "event", "raised_by": "o-tom" } }),
        json!({ "shift": { "kind": "split", "prompt": "event", "into": ["g-a", "o-goal"] } }),
    ] {
        let foreign = version(foreign);
        assert_eq!(
            practice.refused(|tx| goal::insert_version(tx, &id, &goal_b(), &foreign)),
            "store.dangling"
        );
    }
    let fine = version(json!({}));
    assert_eq!(
        practice.refused(|tx| goal::insert_version(tx, &other().id, &goal_b(), &fine)),
        "store.dangling"
    );
    practice.write(|tx| goal::insert_version(tx, &id, &goal_b(), &fine));
}
