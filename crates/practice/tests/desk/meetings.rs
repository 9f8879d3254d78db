//! Three-way meetings at the desk: agenda, the table, what comes out, minutes and invitation; and bad
//! input.

use std::fs;

use crate::support::{TODAY, made, nadia, refused, sample, seen};
use practice::types::{AskDocument, Format, MeetingPage};
use practice::{Desk, Place, answer};
use serde_json::{Value, json};

const MEETING: &str = "nadia-midpoint";

fn page(desk: &Desk) -> MeetingPage {
    desk.meeting(made(json!({ "meeting": MEETING }))).unwrap()
}

fn plan(invited: &[&str], on: &str) -> Value {
    json!({
        "engagement": "nadia", "kind": "when-needed", "on": on, "at": "", "minutes": 60,
        "place": "", "invited": invited
    })
}

fn to_today(desk: &mut Desk) {
    let change = json!({
        "meeting": MEETING, "kind": "mid-point", "on": TODAY, "at": "14:00", "minutes": 60,
        "place": "", "invited": ["nadia-coachee", "nadia-sponsor"], "status": "planned"
    });
    desk.change_meeting(made(change)).unwrap();
}

fn document(kind: &str, party: &str) -> AskDocument {
    made(json!({
        "engagement": "nadia", "kind": kind, "party": party, "meeting": MEETING, "on": null
    }))
}

#[test]
fn a_new_meeting_takes_the_usual_agenda_and_one_of_the_coachs_own_stays() {
    let (_folder, mut desk) = sample();
    let invited = ["nadia-coachee", "nadia-sponsor"];
    let id = desk
        .plan_meeting(made(plan(&invited, "2026-10-20")))
        .unwrap()
        .id;
    let read = |desk: &Desk| desk.meeting(made(json!({ "meeting": id }))).unwrap();
    let page = read(&desk);
    assert_eq!(page.agenda, page.usual_agenda);
    let whole: u16 = page.agenda.iter().map(|point| point.minutes).sum();
    assert_eq!(whole, 60);
    let change = |kind: &str, minutes: u16| {
        json!({
            "meeting": id, "kind": kind, "on": "2026-10-20", "at": "", "minutes": minutes,
            "place": "", "invited": invited, "status": "planned"
        })
    };
    desk.change_meeting(made(change("closing", 90))).unwrap();
    let closing = read(&desk);
    assert_ne!(closing.agenda, page.agenda);
    assert_eq!(closing.agenda, closing.usual_agenda);
    let own =
        json!([{ "text": "One thing", "minutes": 20, "speaker": { "party": "nadia-sponsor" } }]);
    desk.set_agenda(made(json!({ "meeting": id, "agenda": own })))
        .unwrap();
    desk.change_meeting(made(change("mid-point", 45))).unwrap();
    assert_eq!(read(&desk).agenda[0].text, "One thing");
    for party in ["nadia-coachee", "nadia-sponsor"] {
        assert!(seen(&desk, "nadia", party).contains("One thing"), "{party}");
    }
}

#[test]
fn an_agenda_that_cannot_be_is_refused_at_its_field() {
    let (_folder, mut desk) = sample();
    let point = |text: &str, minutes: u16, speaker: Value| json!({ "text": text, "minutes": minutes, "speaker": speaker });
    let many = vec![point("x", 1, json!("coach")); 61];
    for (agenda, code, field) in [
        (vec![point(" ", 5, json!("coach"))], "input.blank", "agenda"),
        (
            vec![point("x", 601, json!("coach"))],
            "input.minutes",
            "minutes",
        ),
        (
            vec![point("x", 5, json!({ "party": "amara-sponsor" }))],
            "input.not_invited",
            "speaker",
        ),
        (many, "input.too_many", "agenda"),
    ] {
        refused(&mut desk, code, Some(field), |desk| {
            desk.set_agenda(made(json!({ "meeting": MEETING, "agenda": agenda })))
        });
    }
}

#[test]
fn a_meeting_needs_the_sponsors_side_and_nobody_who_has_left() {
    let (_folder, mut desk) = sample();
    refused(
        &mut desk,
        "input.nobody_from_sponsors_side",
        Some("invited"),
        |desk| desk.plan_meeting(made(plan(&["nadia-coachee"], "2026-10-20"))),
    );
    let leaves = json!({ "engagement": "nadia", "party": "nadia-sponsor", "left": "2026-09-16" });
    desk.party_leaves(made(leaves)).unwrap();
    refused(
        &mut desk,
        "input.not_in_engagement",
        Some("invited"),
        |desk| {
            desk.plan_meeting(made(plan(
                &["nadia-coachee", "nadia-sponsor"],
                "2026-10-20",
            )))
        },
    );
}

#[test]
fn a_goal_is_agreed_once() {
    let (_folder, mut desk) = sample();
    to_today(&mut desk);
    let goal = nadia(&desk).goals[0].id.clone();
    let twice = json!({ "goal": goal, "wording": "Once", "measure": "" });
    for hold in [true, false] {
        refused(&mut desk, "input.there_already", Some("agreed"), |desk| {
            let ask = json!({
                "meeting": MEETING, "attended": [], "agreed": [twice, twice], "decisions": [],
                "commitments": []
            });
            match hold {
                true => desk.hold_meeting(made(ask)),
                false => desk.capture_meeting(made(ask)),
            }
        });
    }
}

/// While the window lies on the table the desk answers nothing that does not belong there; what is
/// written down is kept, and is in nobody's view before the meeting is recorded.
#[test]
fn the_table_shows_what_was_agreed_and_lets_nobody_go_further() {
    let (_folder, mut desk) = sample();
    to_today(&mut desk);
    let before = seen(&desk, "nadia", "nadia-sponsor");
    answer(&mut desk, "enter_room", json!({ "meeting": MEETING })).unwrap();
    for command in practice::COMMANDS {
        let answered = [
            "state",
            "active",
            "lock",
            "room",
            "capture_meeting",
            "leave_room",
        ];
        if answered.contains(command) {
            continue;
        }
        let failure = answer(&mut desk, command, json!({})).unwrap_err();
        assert_eq!(failure.code, "room.open", "{command}");
    }
    let room = answer(&mut desk, "room", Value::Null).unwrap();
    let text = room.to_string();
    assert!(!text.contains("Fridays"), "the coachee's preparation");
    assert!(
        room["agenda"][0]["text"]
            .as_str()
            .unwrap()
            .starts_with("Opening")
    );
    let goal = room["goals"][0]["goal"].clone();
    let capture = json!({
        "meeting": MEETING, "attended": ["nadia-coachee", "nadia-sponsor"],
        "agreed": [{ "goal": goal, "wording": "In the words of the room", "measure": "" }],
        "decisions": ["The limit goes up", " "],
        "commitments": [{ "by": "nadia-sponsor", "text": "Tell the board", "due": null }]
    });
    answer(&mut desk, "capture_meeting", capture.clone()).unwrap();
    answer(&mut desk, "capture_meeting", capture).unwrap();
    let state = answer(&mut desk, "state", Value::Null).unwrap();
    assert_eq!(state["in_room"], true);
    answer(&mut desk, "leave_room", json!({ "passphrase": null })).unwrap();
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), before);
    let page = page(&desk);
    assert_eq!(page.decisions.len(), 1, "the same capture twice is one");
    assert_eq!(page.commitments.len(), 1);
    assert_eq!(page.agreed[0].wording, "In the words of the room");
    refused(&mut desk, "room.closed", None, |desk| {
        desk.leave_room(made(json!({ "passphrase": null })))
    });
}

#[test]
fn minutes_go_through_sign_off_and_the_invitation_does_not() {
    let (folder, mut desk) = sample();
    to_today(&mut desk);
    let at = |name: &str| folder.path().join(name);
    refused(&mut desk, "document.not_held", None, |desk| {
        desk.document(document("minutes", "nadia-sponsor"))
    });
    let file = at("i.ics");
    let to = Place {
        path: &file,
        replaces: false,
    };
    let invitation = document("invitation", "nadia-sponsor");
    desk.write_document_to(&invitation, Format::Ics, to, true)
        .unwrap();
    let calendar = fs::read_to_string(&file).unwrap();
    assert!(
        calendar.contains("DTSTART:20260916T140000\r\n"),
        "{calendar}"
    );
    assert!(!calendar.contains("nadia-midpoint"), "no id of ours");
    let last = nadia(&desk).ledger.into_iter().next_back().unwrap();
    assert_eq!(last.ground, "boundary");
    let goal = nadia(&desk).goals[0].id.clone();
    desk.hold_meeting(made(json!({
        "meeting": MEETING, "attended": ["nadia-coachee", "nadia-sponsor"],
        "agreed": [{ "goal": goal, "wording": "Agreed in the room", "measure": "" }],
        "decisions": ["The limit goes up"],
        "commitments": [{ "by": "nadia-sponsor", "text": "Tell the board", "due": "2026-10-01" }]
    })))
    .unwrap();
    refused(&mut desk, "document.not_planned", None, |desk| {
        desk.document(document("invitation", "nadia-sponsor"))
    });
    let minutes = document("minutes", "nadia-sponsor");
    let said = desk.document(minutes.clone()).unwrap();
    let lines: Vec<_> = said.lines.iter().map(|line| line.text.as_str()).collect();
    for words in ["Agreed in the room", "The limit goes up", "Tell the board"] {
        assert!(lines.contains(&words), "{words} in {lines:#?}");
    }
    let file = at("minutes.md");
    let to = || Place {
        path: &file,
        replaces: false,
    };
    refused(&mut desk, "document.not_approved", None, |desk| {
        desk.write_document_to(&minutes, Format::Md, to(), true)
    });
    refused(&mut desk, "input.format", Some("format"), |desk| {
        desk.write_document_to(&minutes, Format::Ics, to(), false)
    });
    desk.approve(made(json!({
        "document": &minutes, "content": said.content, "how": "in-writing", "on": null
    })))
    .unwrap();
    let nowhere = at("nowhere").join("minutes.md");
    let lost = Place {
        path: &nowhere,
        replaces: false,
    };
    refused(&mut desk, "document.not_written", None, |desk| {
        desk.write_document_to(&minutes, Format::Md, lost, true)
    });
    desk.write_document_to(&minutes, Format::Md, to(), true)
        .unwrap();
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("The limit goes up")
    );
    assert!(page(&desk).next.is_none(), "the closing is planned already");
}
