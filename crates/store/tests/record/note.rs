use coaching::record::Noted;
use coaching::text::{Tag, about};
use serde_json::{Value, json};
use store::note;

use crate::{Practice, from, other, rich};

fn new<T: Tag>(with: Value) -> Noted<T> {
    let mut new = json!({ "id": "n-new", "on": "2026-07-01", "text": "Quiet" });
    new.as_object_mut()
        .unwrap()
        .extend(with.as_object().unwrap().clone());
    from(new)
}

#[test]
fn a_note_is_entered_changed_and_removed() {
    let mut practice = Practice::rich();
    let note: Noted<about::Insights> = new(json!({}));
    practice.write(|tx| note::insert(tx, &rich().id, &note));
    assert_eq!(practice.load().insights.last(), Some(&note));
    let changed: Noted<about::Insights> = new(json!({
        "on": "2026-07-02", "text": "Loud", "said_by": "p-tom", "session": "s-3", "goal": "g-c"
    }));
    practice.write(|tx| note::update(tx, &changed));
    assert_eq!(practice.load().insights.last(), Some(&changed));
    practice.write(|tx| note::remove(tx, &note.id));
    assert_eq!(practice.load(), rich());
    assert_eq!(
        practice.refused(|tx| note::remove(tx, &note.id)),
        "store.missing"
    );
}

#[test]
fn the_text_of_a_note_is_written_by_itself() {
    let mut practice = Practice::rich();
    let mut insight = rich().insights.remove(0);
    insight.text = crate::text("I spoke");
    practice.write(|tx| note::set_text(tx, &insight.id, "I spoke"));
    assert_eq!(practice.load().insights, [insight.clone()]);
    assert_eq!(
        practice.refused(|tx| note::set_text(tx, &insight.id, "\0")),
        "store.text_nul"
    );
    let unknown: Noted<about::Themes> = new(json!({ "id": "n-none" }));
    assert_eq!(
        practice.refused(|tx| note::set_text(tx, &unknown.id, "x")),
        "store.missing"
    );
}

#[test]
fn a_note_keeps_its_topic() {
    let mut practice = Practice::rich();
    let insight = &rich().insights[0];
    let as_reflection: Noted<about::Reflections> = new(json!({ "id": insight.id }));
    assert_eq!(
        practice.refused(|tx| note::update(tx, &as_reflection)),
        "store.missing"
    );
}

#[test]
fn a_topic_that_has_no_notes_is_refused() {
    let mut practice = Practice::rich();
    let fees: Noted<about::Fees> = new(json!({}));
    assert_eq!(
        practice.refused(|tx| note::insert(tx, &rich().id, &fees)),
        "store.refused"
    );
}

#[test]
fn a_note_from_which_a_release_came_stays() {
    let mut practice = Practice::rich();
    let released = &rich().progress[0].id;
    assert_eq!(
        practice.refused(|tx| note::remove(tx, released)),
        "store.dangling"
    );
}

#[test]
fn it_names_nothing_outside_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    for foreign in [
        json!({ "said_by": "o-tom" }),
        json!({ "session": "o-s-1" }),
        json!({ "goal": "o-goal" }),
    ] {
        let foreign: Noted<about::Themes> = new(foreign);
        let code = practice.refused(|tx| note::insert(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
}
