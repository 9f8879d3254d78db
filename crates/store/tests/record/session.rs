use coaching::words::SessionStatus;
use serde_json::json;
use store::session::{self, SessionText};

use crate::{Practice, day, from, rich, text};

#[test]
fn a_session_changes_apart_from_its_texts() {
    let mut practice = Practice::rich();
    let mut session = rich().sessions.remove(0);
    session.on = day("2026-03-05");
    session.at = "10:00".into();
    session.minutes = 45;
    session.status = SessionStatus::Cancelled;
    let mut wiped = session.clone();
    wiped.record = text("");
    practice.write(|tx| session::update(tx, &wiped));
    assert_eq!(practice.load().session(&session.id), Some(&session));
}

#[test]
fn each_text_is_written_by_itself() {
    let mut practice = Practice::rich();
    let mut session = rich().sessions.remove(1);
    let id = session.id.clone();
    for (which, words) in [
        (SessionText::Preparation, "one"),
        (SessionText::Opening, "two"),
        (SessionText::Record, "three"),
        (SessionText::Reflective, "four"),
    ] {
        practice.write(|tx| session::set_text(tx, &id, which, words));
    }
    session.preparation = text("one");
    session.opening = text("two");
    session.record = text("three");
    session.reflective = text("four");
    assert_eq!(practice.load().session(&id), Some(&session));
}

#[test]
fn bad_input_is_refused() {
    let mut practice = Practice::rich();
    let session = rich().sessions.remove(0);
    let set = |words: &'static str| {
        let id = session.id.clone();
        move |tx: &store::Tx<'_>| session::set_text(tx, &id, SessionText::Record, words)
    };
    assert_eq!(practice.refused(set("a\0b")), "store.text_nul");
    assert_eq!(
        practice.refused(|tx| session::insert(tx, &rich().id, &session)),
        "store.clash"
    );
    let unknown = from(json!({
        "id": "s-99", "on": "2026-03-02", "minutes": 60, "status": "planned"
    }));
    assert_eq!(
        practice.refused(|tx| session::update(tx, &unknown)),
        "store.missing"
    );
    assert_eq!(
        practice.refused(|tx| session::set_text(tx, &unknown.id, SessionText::Record, "x")),
        "store.missing"
    );
}
