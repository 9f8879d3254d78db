//! The worked engagement of `docs/confidentiality.md`, in each chair, on its days.

use documents::{Refused, brief_for_coachee, brief_for_sponsors_side, summary_for_sponsors_side};

use crate::support::{brief, coach_summary, rich, sheet, summary, view, worked};

#[test]
fn ingrid_on_3_may() {
    insta::assert_json_snapshot!(brief(&worked(), "ingrid", "mid-point", "2026-05-03"));
}

#[test]
fn maya_on_21_april() {
    insta::assert_json_snapshot!(brief(&worked(), "maya", "mid-point", "2026-04-21"));
}

#[test]
fn the_coach_on_3_may() {
    insta::assert_json_snapshot!(sheet(&worked(), "mid-point", "2026-05-03"));
}

#[test]
fn the_end_for_ingrid() {
    insta::assert_json_snapshot!(summary(&worked(), "ingrid", "2026-05-11"));
}

#[test]
fn the_end_for_maya() {
    insta::assert_json_snapshot!(summary(&worked(), "maya", "2026-05-11"));
}

#[test]
fn the_end_for_the_coach() {
    insta::assert_json_snapshot!(coach_summary(&worked(), "2026-05-11"));
}

#[test]
fn before_the_agreement_there_is_no_document() {
    let view = view(&worked(), "ingrid", "2026-02-28");
    assert_eq!(
        summary_for_sponsors_side(&view),
        Err(Refused::NothingInForce)
    );
}

/// Each row of the table, as what the brief says: the content without the document's own date.
#[test]
fn day_by_day() {
    let case = worked();
    let says = |chair, on| brief(&case, chair, "mid-point", on).bytes_for_approval();
    let text = |chair, on| String::from_utf8(says(chair, on)).unwrap();
    let words = "I have handed the launch to Jo.";

    let ingrid = text("ingrid", "2026-03-05");
    assert!(ingrid.contains("Delegate the platform launch"));
    assert!(ingrid.contains("Speak earlier in executive meetings"));
    let tom = text("tom", "2026-03-05");
    assert!(tom.contains("Delegate the platform launch"));
    assert_eq!(says("ingrid", "2026-04-21"), says("ingrid", "2026-03-05"));
    assert!(text("ingrid", "2026-05-03").contains(words));
    assert_eq!(says("tom", "2026-05-03"), says("tom", "2026-03-05"));
    assert_eq!(says("ingrid", "2026-05-11"), says("ingrid", "2026-05-03"));
    assert_eq!(says("ingrid", "2026-06-01"), says("ingrid", "2026-03-05"));
    assert!(text("maya", "2026-04-21").contains("Decide whether I want this role"));
}

#[test]
fn no_document_is_made_from_another_chair() {
    let case = rich();
    let maya = view(&case, "maya", "2026-05-11");
    let ingrid = view(&case, "ingrid", "2026-05-11");
    let jo = view(&case, "jo", "2026-05-11");
    let of_maya = &maya.meetings()[1];
    assert_eq!(summary_for_sponsors_side(&maya), Err(Refused::AnotherChair));
    assert_eq!(summary_for_sponsors_side(&jo), Err(Refused::AnotherChair));
    assert_eq!(
        documents::summary_for_coachee(&ingrid),
        Err(Refused::AnotherChair)
    );
    assert_eq!(
        brief_for_coachee(&ingrid, of_maya),
        Err(Refused::AnotherChair)
    );
    // Maya's meeting holds her preparation: with Ingrid's view it must not make a brief.
    assert_eq!(
        brief_for_sponsors_side(&ingrid, of_maya),
        Err(Refused::NoSuchMeeting)
    );
}
