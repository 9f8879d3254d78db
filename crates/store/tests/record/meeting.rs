use coaching::meetings::{AgreedGoal, Meeting};
use coaching::words::{MeetingKind, MeetingStatus};
use serde_json::json;
use store::meeting::{self, MeetingText};

use crate::{Practice, day, from, other, rich, text};

#[test]
fn a_meeting_changes_apart_from_its_texts_and_outcomes() {
    let mut practice = Practice::rich();
    let mut meeting = rich().meetings.remove(0);
    meeting.kind = MeetingKind::WhenNeeded;
    meeting.arranged = day("2026-02-23");
    meeting.on = day("2026-03-04");
    meeting.at = "15:00".into();
    meeting.minutes = 30;
    meeting.place = text("Room 5");
    meeting.status = MeetingStatus::Cancelled;
    meeting.invited.reverse();
    meeting.attended.clear();
    let mut wiped = meeting.clone();
    wiped.agreed.clear();
    wiped.decisions.clear();
    wiped.reflective = text("");
    wiped.preparation = Default::default();
    practice.write(|tx| meeting::update(tx, &wiped));
    assert_eq!(practice.load().meeting(&meeting.id), Some(&meeting));
}

#[test]
fn preparation_outcomes_and_texts_are_written_each_by_itself() {
    let mut practice = Practice::rich();
    let mut meeting = rich().meetings.remove(0);
    let id = meeting.id.clone();
    meeting.preparation = from(json!({ "good_outcome": "Peace", "coach_does": "observe" }));
    meeting.agreed.reverse();
    meeting.decisions[0].text = text("Meet in July");
    meeting.decisions.reverse();
    meeting.reflective = text("mine");
    meeting.debrief = text("ours");
    practice.write(|tx| {
        meeting::set_preparation(tx, &id, &meeting.preparation)?;
        meeting::set_outcomes(tx, &id, &meeting.agreed, &meeting.decisions)?;
        meeting::set_text(tx, &id, MeetingText::Reflective, "mine")?;
        meeting::set_text(tx, &id, MeetingText::Debrief, "ours")
    });
    assert_eq!(practice.load().meeting(&id), Some(&meeting));
    assert_eq!(
        practice.refused(|tx| meeting::set_text(tx, &id, MeetingText::Debrief, "\0")),
        "store.text_nul"
    );
}

#[test]
fn a_meeting_is_entered_whole() {
    let mut practice = Practice::rich();
    let new: Meeting = from(json!({
        "id": "m-new", "kind": "closing", "arranged": "2026-09-01", "on": "2026-09-29",
        "minutes": 60, "status": "held", "invited": ["p-tom"],
        "agreed": [{ "goal": "g-c", "version": "g-c-2", "wording": "Decide" }],
        "decisions": [{ "id": "d-new", "text": "Stay in touch" }]
    }));
    practice.write(|tx| meeting::insert(tx, &rich().id, &new));
    assert_eq!(practice.load().meeting(&new.id), Some(&new));
}

#[test]
fn an_unknown_meeting_is_missing() {
    let mut practice = Practice::rich();
    let mut unknown = rich().meetings.remove(1);
    unknown.id = coaching::ids::MeetingId::new("m-none").unwrap();
    let id = unknown.id.clone();
    assert_eq!(
        practice.refused(|tx| meeting::update(tx, &unknown)),
        "store.missing"
    );
    assert_eq!(
        practice.refused(|tx| meeting::set_outcomes(tx, &id, &[], &[])),
        "store.missing"
    );
    assert_eq!(
        practice.refused(|tx| meeting::set_preparation(tx, &id, &unknown.preparation)),
        "store.missing"
    );
    assert_eq!(
        practice.refused(|tx| meeting::set_text(tx, &id, MeetingText::Debrief, "x")),
        "store.missing"
    );
}

#[test]
fn a_meeting_names_nothing_outside_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let mut meeting = rich().meetings.remove(0);
    let agreed = |goal: &str, version: &str| -> Vec<AgreedGoal> {
        from(json!([{ "goal": goal, "version": version, "wording": "w" }]))
    };
    for foreign in [
        agreed("o-goal", "o-goal-1"),
        agreed("g-a", "o-goal-1"),
        // A version of another goal of the same engagement.
        agreed("g-a", "g-b-1"),
    ] {
        assert_eq!(
            practice.refused(|tx| meeting::set_outcomes(tx, &meeting.id, &foreign, &[])),
            "store.dangling"
        );
    }
    meeting.attended.push(from(json!("o-tom")));
    assert_eq!(
        practice.refused(|tx| meeting::update(tx, &meeting)),
        "store.dangling"
    );
}
