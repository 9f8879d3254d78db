//! Notes of sessions from before: looked at first, then all that was chosen or nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::types::{NotesBrought, NotesFileSeen, NotesSeen, SessionCard};
use practice::words::{Chairs, NotesWill, SessionStatus, WhyNoNotes};
use practice::{Desk, Failure};
use serde_json::{Value, json};

use crate::support::{TODAY, made, nadia, page, refused, sample, seen, with};

/// A day on which nobody met, and the day of a session with a record.
const FREE: &str = "2026-04-01";
const MET: &str = "2026-03-24";

fn file(name: &str, bytes: &[u8], more: &Value) -> Value {
    let given = json!({ "bytes": STANDARD.encode(bytes) });
    let file = json!({ "name": name, "given": given, "on": null, "leave": false });
    with(file, more)
}

fn text(name: &str, words: &str) -> Value {
    file(name, words.as_bytes(), &json!({}))
}

fn ask(files: &[Value]) -> Value {
    json!({ "engagement": "nadia", "files": files })
}

fn look(desk: &Desk, files: &[Value]) -> NotesSeen {
    desk.look_at_notes(made(ask(files))).unwrap()
}

fn bring(desk: &mut Desk, files: &[Value]) -> Result<NotesBrought, Failure> {
    desk.bring_notes(made(ask(files)))
}

fn said(seen: &NotesFileSeen) -> (Option<String>, NotesWill, Option<WhyNoNotes>) {
    (seen.on.map(|on| on.to_string()), seen.will, seen.why)
}

fn session_of(desk: &Desk, day: &str) -> SessionCard {
    let mut sessions = nadia(desk).sessions.into_iter();
    sessions.find(|card| card.on.to_string() == day).unwrap()
}

fn record(desk: &Desk, day: &str) -> String {
    let session = session_of(desk, day).id;
    desk.session(made(json!({ "session": session })))
        .unwrap()
        .record
}

#[test]
fn files_become_the_records_of_their_sessions_and_are_found_again() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let sponsor = seen(&desk, "nadia", "nadia-sponsor");
    let stood = record(&desk, MET);
    let files = [
        text(
            "2026-04-01 Nadia.md",
            "She said DUNLIN  twice.\n\nAnd left.",
        ),
        text("s.txt", &format!("{MET}\nMore DUNLIN.")),
        text(&format!("{TODAY}.txt"), "Said today: DUNLIN."),
    ];
    let looked = look(&desk, &files);
    let one = &looked.files[0];
    assert_eq!(said(one), (Some(FREE.to_owned()), NotesWill::New, None));
    assert_eq!(
        (one.words, one.beginning.as_str()),
        (6, "She said DUNLIN twice. And left.")
    );
    assert_eq!(
        said(&looked.files[1]),
        (Some(MET.to_owned()), NotesWill::Added, None)
    );
    assert_eq!(looked.minutes, nadia(&desk).session_minutes);
    assert_eq!(looked.chairs, Chairs::Two);
    assert!(desk.export().unwrap() == before, "looking keeps nothing");

    let brought = bring(&mut desk, &files).unwrap();
    assert_eq!((brought.new, brought.added), (2, 1));
    for (day, words) in [
        (FREE, "She said DUNLIN  twice.\n\nAnd left."),
        (TODAY, "Said today: DUNLIN."),
    ] {
        let session = session_of(&desk, day);
        assert_eq!(session.status, SessionStatus::Held);
        assert_eq!(session.minutes, looked.minutes);
        assert_eq!(record(&desk, day), words);
    }
    assert_eq!(
        record(&desk, MET),
        format!("{stood}\n\n{MET}\nMore DUNLIN.")
    );
    // The sponsor may know how many sessions there were, and no word of them.
    let now = seen(&desk, "nadia", "nadia-sponsor");
    assert!(now != sponsor && !now.contains("DUNLIN"));
    assert!(seen(&desk, "nadia", "nadia-coachee").contains("DUNLIN"));

    // A second time there is nothing to do, and what there is cannot be chosen.
    let again = look(&desk, &files);
    assert!(again.files.iter().all(|file| file.will == NotesWill::There));
    refused(&mut desk, "intake.not_there", None, |desk| {
        bring(desk, &files)
    });
    desk.undo(made(json!({ "change": null }))).unwrap();
    assert!(desk.export().unwrap() == before, "undone in one step");
}

#[test]
fn what_is_left_stays_out_and_a_day_that_is_said_counts() {
    let (_folder, mut desk) = sample();
    let words = "Which day was it?";
    let left = file(
        &format!("{FREE}.txt"),
        b"Not this.",
        &json!({ "leave": true }),
    );
    let unsaid = look(&desk, &[text("5/4/2026.txt", words), text("a.txt", words)]);
    assert_eq!(
        said(&unsaid.files[0]),
        (None, NotesWill::LeftOut, Some(WhyNoNotes::TwoDays))
    );
    assert_eq!(
        said(&unsaid.files[1]),
        (None, NotesWill::LeftOut, Some(WhyNoNotes::NoDay))
    );

    let told = file("5/4/2026.txt", words.as_bytes(), &json!({ "on": FREE }));
    let seen = look(&desk, &[left.clone(), told.clone()]);
    let wills: Vec<_> = seen.files.iter().map(|file| file.will).collect();
    assert_eq!(wills, [NotesWill::New, NotesWill::New]);
    let brought = bring(&mut desk, &[left.clone(), told]).unwrap();
    assert_eq!((brought.new, brought.added), (1, 0));
    assert_eq!(record(&desk, FREE), words);
    refused(&mut desk, "intake.nothing", None, |desk| {
        bring(desk, &[left])
    });
}

#[test]
fn each_file_that_cannot_come_is_told_and_the_others_go_on() {
    let (_folder, mut desk) = sample();
    let on = json!({ "on": FREE });
    let words = "Sesión: mañana";
    let mut utf_16 = vec![0xff, 0xfe];
    utf_16.extend(words.encode_utf16().flat_map(u16::to_le_bytes));
    let files = [
        file("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &on),
        file("a.docx", b"no document", &on),
        file("a.pdf", b"words", &on),
        file("a", b"words", &on),
        file("a.md", b" \n", &on),
        file(
            "a.txt",
            b"",
            &with(on.clone(), &json!({ "given": "too-large" })),
        ),
        file(
            "a.txt",
            b"",
            &with(on.clone(), &json!({ "given": "unreadable" })),
        ),
        file(
            "a.txt",
            b"",
            &with(on.clone(), &json!({ "given": { "bytes": "?" } })),
        ),
        file("a.txt", &vec![b'a'; 40 * 1024 * 1024], &on),
        file("a.txt", &b"word ".repeat(200_001), &on),
        file("a.txt", b"Ahead.", &json!({ "on": "2026-09-17" })),
        file("a.txt", b"Before.", &json!({ "on": "2020-01-01" })),
        file("<b>&lt;a.txt", &utf_16, &on),
        file("a.MARKDOWN", b"Latin: ma\xf1ana", &on),
    ];
    let seen = look(&desk, &files);
    let why: Vec<_> = seen.files.iter().map(|file| file.why).collect();
    let not_a_text = Some(WhyNoNotes::NotAText);
    let too_large = Some(WhyNoNotes::TooLarge);
    assert_eq!(
        why,
        [
            not_a_text,
            not_a_text,
            not_a_text,
            not_a_text,
            Some(WhyNoNotes::Empty),
            too_large,
            Some(WhyNoNotes::Unreadable),
            not_a_text,
            too_large,
            too_large,
            Some(WhyNoNotes::Ahead),
            Some(WhyNoNotes::BeforeItBegan),
            None,
            None,
        ]
    );
    assert_eq!(seen.files[12].name, "<b>&lt;a.txt");
    assert_eq!(seen.files[12].beginning, words);
    // One that cannot come is none of those that were chosen.
    refused(&mut desk, "intake.not_there", None, |desk| {
        bring(desk, &files[10..])
    });
    let brought = bring(&mut desk, &files[12..]).unwrap();
    assert_eq!((brought.new, brought.added), (1, 1));
    assert_eq!(record(&desk, FREE), "Sesión: mañana\n\nLatin: mañana");
}

#[test]
fn too_many_files_and_too_large_together_are_refused_whole() {
    let (_folder, mut desk) = sample();
    let many: Vec<Value> = (0..10_000)
        .map(|n| text(&format!("{n}.txt"), "words"))
        .collect();
    let large = vec![b'a'; 17 * 1024 * 1024];
    let large = vec![file("a.txt", &large, &json!({ "on": FREE })); 2];
    for (code, files) in [("intake.too_many", many), ("intake.too_large", large)] {
        refused(&mut desk, code, Some("files"), |desk| bring(desk, &files));
        let failure = desk.look_at_notes(made(ask(&files))).unwrap_err();
        assert_eq!(failure.code, code);
    }
    let elsewhere = json!({ "engagement": "nobody", "files": [text("a.txt", "words")] });
    refused(&mut desk, "desk.missing", None, |desk| {
        desk.bring_notes(made(elsewhere))
    });
}

#[test]
fn nothing_comes_in_where_the_sponsors_side_may_know_what_was_said() {
    let (_folder, mut desk) = sample();
    let files = [text(&format!("{FREE}.txt"), "DUNLIN")];
    let draft = json!({ "engagement": "nadia", "effective": TODAY, "drafted": null, "from": null });
    let draft = desk.draft_agreement(made(draft)).unwrap().id;
    let open = json!([{ "topic": "session-content", "role": "sponsor", "rule": "shared" }]);
    let boundaries = json!({ "engagement": "nadia", "agreement": draft, "boundaries": open });
    desk.set_boundaries(made(boundaries)).unwrap();
    assert_eq!(
        look(&desk, &files).chairs,
        Chairs::Two,
        "a draft opens nothing"
    );
    let assent = json!({
        "engagement": "nadia", "agreement": draft, "party": "nadia-coachee", "on": null,
        "how": "in-writing"
    });
    desk.give_assent(made(assent)).unwrap();
    assert_eq!(look(&desk, &files).chairs, Chairs::Three);
    refused(&mut desk, "notes.open", None, |desk| bring(desk, &files));
    assert!(!seen(&desk, "nadia", "nadia-sponsor").contains("DUNLIN"));
}

#[test]
fn what_lies_after_the_end_is_left_out() {
    let (_folder, desk) = sample();
    let cards = desk.engagements().unwrap();
    let mut pages = cards.iter().map(|card| page(&desk, card.id.as_str()));
    let ended = pages.find(|page| page.ended.is_some()).unwrap();
    let files = [file("a.txt", b"Late.", &json!({ "on": TODAY }))];
    let seen = desk
        .look_at_notes(made(json!({ "engagement": ended.id, "files": files })))
        .unwrap();
    assert_eq!(seen.files[0].why, Some(WhyNoNotes::AfterItEnded));
}
