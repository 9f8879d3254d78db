//! How texts and records are kept: exactly, once, and without what is not written.

use coaching::record::{Approval, Case, Engagement, Party};
use coaching::text::{LONGEST, Text, TextFault, Wording, about, keepable};
use coaching::words::{Consent, DocumentKind, Level, Role, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::any_case;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_record_is_read_as_it_was_kept(record in vec(any::<u16>(), 100..1100)) {
        let case = any_case(&mut Tape::new(&record));
        let kept = serde_json::to_string(&case.engagement).expect("plain data");
        let read: Engagement = serde_json::from_str(&kept).expect("a record");
        prop_assert!(read == case.engagement);
        prop_assert_eq!(serde_json::to_string(&read).expect("plain data"), kept);
    }

    #[test]
    fn words_are_kept_exactly(words in any::<String>()) {
        let (text, wording) = (Text::<about::Themes>::new(&*words), Wording::new(&*words));
        if words.contains('\0') {
            prop_assert_eq!(text, Err(TextFault::Nul));
            prop_assert_eq!(wording, Err(TextFault::Nul));
            return Ok(());
        }
        let (text, wording) = (text.expect("words"), wording.expect("words"));
        prop_assert_eq!(text.for_the_coach(), &*words);
        prop_assert_eq!(wording.for_the_coach(), &*words);
        prop_assert_eq!(text.is_empty(), words.trim().is_empty());
        prop_assert_eq!(wording.is_empty(), words.trim().is_empty());
        prop_assert_eq!(text.topic(), Topic::Themes);
        prop_assert!(text.clone() == text);
        let longer = Text::new(format!("{words}!")).expect("words");
        prop_assert!(longer != text);
    }
}

#[test]
fn a_text_may_be_as_long_as_the_longest_and_no_longer() {
    assert_eq!(keepable(&"a".repeat(LONGEST)), Ok(()));
    assert_eq!(keepable(&"a".repeat(LONGEST + 1)), Err(TextFault::TooLong));
    let long = Wording::new("a".repeat(LONGEST + 1));
    assert_eq!(long, Err(TextFault::TooLong));
}

#[test]
fn what_is_not_written_is_not_kept() {
    let case = case();
    let kept = serde_json::to_value(&case.engagement).expect("plain data");
    let fields = kept.as_object().expect("an engagement");
    let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
    names.sort_unstable();
    let frame = [
        "began",
        "id",
        "language",
        "name",
        "parties",
        "planned_sessions",
        "session_minutes",
        "status",
    ];
    assert_eq!(names, frame);
    let session = serde_json::to_value(session("s", "2026-03-05")).expect("plain data");
    for blank in ["at", "preparation", "opening", "record", "reflective"] {
        assert!(session.get(blank).is_none(), "{blank}");
    }
    let meeting = held("m", "2026-03-05", &[]);
    let meeting = serde_json::to_value(meeting).expect("plain data");
    for blank in [
        "at",
        "place",
        "attended",
        "preparation",
        "agreed",
        "debrief",
    ] {
        assert!(meeting.get(blank).is_none(), "{blank}");
    }
    assert!(Text::<about::Fees>::default().is_empty());
    assert!(Wording::default().is_empty());
}

#[test]
fn a_party_stands_inside_unless_it_is_said() {
    let mut ingrid = party("ingrid", Role::Stakeholder);
    let kept = |party: &Party| serde_json::to_value(party).expect("plain data");
    assert!(kept(&ingrid).get("level").is_none());
    let read: Party = serde_json::from_value(kept(&ingrid)).expect("a party");
    assert_eq!(read.level, Level::Inside);
    ingrid.level = Level::Outside;
    assert_eq!(kept(&ingrid)["level"], "outside");
    let read: Party = serde_json::from_value(kept(&ingrid)).expect("a party");
    assert_eq!(read.level, Level::Outside);
}

#[test]
fn what_is_printed_for_debugging_says_how_long_a_text_is_and_not_what_it_says() {
    let text = Text::<about::Insights>::new("I stayed silent").expect("words");
    assert_eq!(format!("{text:?}"), "Text<Insights>(15 bytes)");
    let wording = Wording::new("I stayed silent").expect("words");
    assert_eq!(format!("{wording:?}"), "Wording(15 bytes)");
}

/// Whoever is asked for by an id that is not there gets nobody, not somebody else.
#[test]
fn parts_are_found_by_their_ids_alone() {
    let mut case: Case = case();
    case.people.push(person("Ingrid"));
    let e = &mut case.engagement;
    e.parties.push(party("ingrid", Role::Sponsor));
    e.sessions = vec![session("s1", "2026-03-05"), session("s2", "2026-03-06")];
    let versions = |id: &str| vec![version(id, "2026-03-02", id)];
    e.goals = vec![goal("g1", versions("v1")), goal("g2", versions("v2"))];
    e.meetings = vec![held("m1", "2026-03-05", &[]), held("m2", "2026-03-06", &[])];
    let e = &case.engagement;
    assert_eq!(e.party(&id("ingrid")).map(|p| p.role), Some(Role::Sponsor));
    assert_eq!(e.party(&id("nobody")), None);
    assert_eq!(e.coachee().map(|p| &p.id), Some(&id("maya")));
    assert_eq!(e.goal(&id("g2")).map(|g| &g.id), Some(&id("g2")));
    assert_eq!(e.goal(&id("g3")), None);
    let goal = e.goal(&id("g2")).expect("a goal");
    assert_eq!(goal.version(&id("v2")).map(|v| &v.id), Some(&id("v2")));
    assert_eq!(goal.version(&id("v1")), None);
    assert_eq!(e.meeting(&id("m2")).map(|m| &m.id), Some(&id("m2")));
    assert_eq!(e.meeting(&id("m3")), None);
    assert_eq!(e.session(&id("s2")).map(|s| &s.id), Some(&id("s2")));
    assert_eq!(e.session(&id("s3")), None);
    assert_eq!(case.name(&id("ingrid")), "Ingrid");
    assert_eq!(case.name(&id("nobody")), "");
    assert_eq!(case.name_or_coach(Some(&id("ingrid"))), "Ingrid");
    assert_eq!(case.name_or_coach(None), "Ada Coach");
}

#[test]
fn words_that_were_not_kept_are_not_written_down() {
    let approval = |said: &str| Approval {
        id: id("approval"),
        document: DocumentKind::Summary,
        party: None,
        meeting: None,
        content: "00".into(),
        said: wording(said),
        on: day("2026-03-01"),
        how: Consent::InWriting,
    };
    let written = |said| serde_json::to_value(approval(said)).expect("plain data");
    assert_eq!(written("").get("said"), None);
    assert_eq!(written("A line").get("said"), Some(&"A line".into()));
}
