//! What was written is found; people are joined; conflicts are shown.

use practice::Desk;
use practice::types::{ConflictCard, Findings};
use practice::words::{Chairs, ConflictKind, FoundKind};
use serde_json::{Value, json};

use crate::support::{made, page, refused, sample, seen, with};

fn find(desk: &mut Desk, words: &str, other: Value) -> Findings {
    desk.find(made(with(json!({ "words": words }), &other)))
        .unwrap()
}

fn texts(found: &Findings) -> Vec<String> {
    let text = |pieces: &[practice::types::FoundPiece]| -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    };
    found.lines.iter().map(|line| text(&line.pieces)).collect()
}

#[test]
fn a_line_shows_its_place_its_chair_and_what_was_looked_for() {
    let (_folder, mut desk) = sample();
    let found = find(
        &mut desk,
        "FINISHED asking",
        json!({ "kinds": ["insight"] }),
    );
    let line = &found.lines[0];
    assert_eq!(line.engagement.as_str(), "nadia");
    assert_eq!((line.kind, line.chairs), (FoundKind::Insight, Chairs::Two));
    assert_eq!(line.coachee, "Nadia Rahimi");
    let hits: Vec<_> = line
        .pieces
        .iter()
        .filter(|p| p.hit)
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(hits, ["finished", "asking"]);
    assert_eq!(
        texts(&found)[0],
        "I answer before they have finished asking. I thought that was being helpful."
    );
    // The coach's own is of one chair, and so is what the sponsor's side said and is withheld.
    assert_eq!(
        find(&mut desk, "heat at all COO", json!({})).lines[0].chairs,
        Chairs::One
    );
    let withheld = find(&mut desk, "operation before long", json!({}));
    assert_eq!(withheld.lines[0].chairs, Chairs::One);
    assert_eq!(
        find(&mut desk, "Graham Toll", json!({})).names[0].id,
        "graham-tolliver"
    );
    let names = find(&mut desk, "lucia beltran", json!({})).names;
    let ids: Vec<_> = names.iter().map(|name| name.id.as_str()).collect();
    assert_eq!(
        ids,
        ["lucia", "lucia-beltran"],
        "the engagement and its coachee"
    );
}

/// The chair that a search shows is the chair that the page shows.
#[test]
fn the_chair_is_that_of_the_page() {
    let (_folder, mut desk) = sample();
    let page = page(&desk, "nadia");
    let mut looked_at = 0;
    for note in &page.notes {
        let first = note.text.lines().next().unwrap_or_default();
        let found = find(&mut desk, first, json!({ "from": note.on, "to": note.on }));
        let same = found
            .lines
            .iter()
            .find(|line| serde_json::to_value(&line.item).unwrap() == json!({ "note": note.id }));
        assert_eq!(
            same.unwrap_or_else(|| panic!("{first}")).chairs,
            note.chairs,
            "{first}"
        );
        looked_at += 1;
    }
    assert!(looked_at > 20, "{looked_at}");
}

#[test]
fn whole_words_come_first_and_of_each_the_newest() {
    let (_folder, mut desk) = sample();
    for (day, text) in [
        ("2026-09-01", "a zebra"),
        ("2026-09-10", "zebrafish"),
        ("2026-09-05", "the zebra again"),
    ] {
        let ask = json!({
            "engagement": "nadia", "topic": "themes", "text": text, "on": day, "said_by": null,
            "session": null, "goal": null
        });
        desk.add_note(made(ask)).unwrap();
    }
    assert_eq!(
        texts(&find(&mut desk, "zebra", json!({}))),
        ["the zebra again", "a zebra", "zebrafish"]
    );
    assert_eq!(texts(&find(&mut desk, "ebraf", json!({}))), ["zebrafish"]);
    let in_days = json!({ "from": "2026-09-02", "to": "2026-09-05" });
    assert_eq!(
        texts(&find(&mut desk, "zebra", in_days)),
        ["the zebra again"]
    );
    assert!(
        find(&mut desk, "zebra", json!({ "kinds": ["insight"] }))
            .lines
            .is_empty()
    );
    assert_eq!(
        find(&mut desk, "zebra", json!({ "person": "nadia-rahimi" }))
            .lines
            .len(),
        3
    );
    assert!(
        find(&mut desk, "zebra", json!({ "person": "graham-tolliver" }))
            .lines
            .is_empty()
    );
    assert!(find(&mut desk, "", json!({})).lines.is_empty());
}

#[test]
fn what_was_typed_is_data_and_days_are_in_order() {
    let (_folder, mut desk) = sample();
    for words in [
        "\"",
        "a\" OR \"b",
        "*",
        "NEAR(",
        "\0",
        "(",
        "tokens:",
        "-x",
        "\u{202e}",
    ] {
        let _ = find(&mut desk, words, json!({}));
    }
    assert!(
        find(&mut desk, &"qqqxyz ".repeat(1000), json!({}))
            .lines
            .is_empty()
    );
    let wrong = json!({ "words": "a", "from": "2026-09-02", "to": "2026-09-01" });
    let failure = desk.find(made(wrong)).err().unwrap();
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        ("input.end_before_start", Some("to"))
    );
}

#[test]
fn nothing_is_found_while_the_window_lies_on_the_table() {
    let (_folder, mut desk) = sample();
    let meetings = page(&desk, "nadia").meetings;
    let planned = meetings
        .iter()
        .find(|m| m.status == practice::words::MeetingStatus::Planned);
    desk.enter_room(made(json!({ "meeting": planned.unwrap().id })))
        .unwrap();
    let failure = practice::answer(&mut desk, "find", json!({ "words": "nodding" })).unwrap_err();
    assert_eq!(failure.code, "room.open");
}

#[test]
fn conflicts_are_shown_before_an_engagement_is_begun_and_after() {
    let (_folder, mut desk) = sample();
    let kinds = |cards: &[ConflictCard]| -> Vec<_> {
        cards
            .iter()
            .map(|c| (c.kind, c.engagement.to_string(), c.coachee.clone()))
            .collect()
    };
    let same = desk
        .conflicts(made(json!({ "sponsor": "graham-tolliver" })))
        .unwrap();
    let nadia = ("nadia".to_owned(), "Nadia Rahimi".to_owned());
    assert_eq!(
        kinds(&same),
        [(ConflictKind::SameSponsor, nadia.0.clone(), nadia.1.clone())]
    );
    let boss = desk
        .conflicts(made(json!({ "coachee": "graham-tolliver" })))
        .unwrap();
    assert_eq!(
        kinds(&boss),
        [(ConflictKind::CoacheeIsSponsor, nadia.0, nadia.1)]
    );
    assert!(
        desk.conflicts(made(json!({ "engagement": "nadia" })))
            .unwrap()
            .is_empty()
    );
    // It is shown, and decides nothing.
    let begun = desk.begin_engagement(made(json!({
        "name": "Second", "coachee": { "known": "yusuf-adan" },
        "sponsor": { "known": "graham-tolliver" }, "language": "en", "status": "active",
        "began": null, "planned_end": null, "planned_sessions": 6, "session_minutes": 60
    })));
    let second = begun.unwrap().id;
    let cards = desk
        .conflicts(made(json!({ "engagement": second })))
        .unwrap();
    let kinds: Vec<_> = cards.iter().map(|card| card.kind).collect();
    assert_eq!(
        kinds,
        [
            ConflictKind::SameSponsor,
            ConflictKind::CoacheeIsStakeholder
        ]
    );
    let none = desk
        .conflicts(made(json!({ "engagement": "nobody" })))
        .err()
        .unwrap();
    assert_eq!(none.code, "desk.missing");
}

/// What others may see is the same to the last byte: joining changes no party, no release, no ledger.
#[test]
fn two_people_become_one_and_nothing_is_lost() {
    let (_folder, mut desk) = sample();
    let doubled = desk.save_person(made(json!({
        "id": null, "name": "G. Tolliver", "called": "", "title": "", "organisation": "",
        "email": "graham@example.org", "phone": ""
    })));
    let doubled = doubled.unwrap().id;
    desk.add_party(made(json!({
        "engagement": "lucia", "who": { "known": doubled }, "role": "stakeholder",
        "level": "outside", "relation": "", "joined": null
    })))
    .unwrap();
    let before = seen(&desk, "nadia", "nadia-sponsor");
    let ask = json!({ "keep": "graham-tolliver", "goes": doubled });
    let joining = desk.joining(made(ask.clone())).unwrap();
    assert!(joining.refused.is_none());
    assert_eq!(joining.moves[0].name, page(&desk, "lucia").name);
    assert!(
        joining
            .loses
            .iter()
            .any(|field| field.field == "name" && field.goes == "G. Tolliver")
    );
    desk.join_people(made(ask)).unwrap();
    let people = desk.people().unwrap().people;
    assert!(people.iter().all(|card| card.person.id.as_str() != doubled));
    let graham = people
        .iter()
        .find(|c| c.person.id.as_str() == "graham-tolliver")
        .unwrap();
    assert_eq!(graham.stands_in.len(), 2);
    assert_eq!(graham.person.name, "Graham Tolliver");
    assert_eq!(graham.person.email, "graham.tolliver@fenwright.example");
    assert_eq!(seen(&desk, "nadia", "nadia-sponsor"), before);
    assert!(desk.check().unwrap().sound);
}

#[test]
fn a_coachee_and_another_party_of_one_engagement_are_not_joined() {
    let (_folder, mut desk) = sample();
    for (code, keep, goes) in [
        ("input.coachee_and_other", "nadia-rahimi", "graham-tolliver"),
        ("input.coachee_and_other", "yusuf-adan", "nadia-rahimi"),
        ("input.both_rated", "yusuf-adan", "annika-hjelm"),
        ("input.the_same", "yusuf-adan", "yusuf-adan"),
    ] {
        let ask = json!({ "keep": keep, "goes": goes });
        refused(&mut desk, code, Some("goes"), |desk| {
            desk.join_people(made(ask))
        });
    }
    let ask = json!({ "keep": "yusuf-adan", "goes": "annika-hjelm" });
    assert!(desk.joining(made(ask)).unwrap().refused.is_some());
    let ask = json!({ "keep": "yusuf-adan", "goes": "nobody" });
    refused(&mut desk, "desk.missing", Some("goes"), |desk| {
        desk.join_people(made(ask))
    });
}

#[test]
fn two_organisations_become_one() {
    let (_folder, mut desk) = sample();
    let there = |desk: &Desk| {
        let people = desk.people().unwrap();
        let there = people
            .people
            .iter()
            .filter(|card| card.organisation == "Lindmarsh Water");
        (there.count(), people.organisations.len())
    };
    let (people, organisations) = there(&desk);
    desk.join_organisations(made(json!({ "keep": "lindmarsh", "goes": "uskfield" })))
        .unwrap();
    assert_eq!(there(&desk), (people + 1, organisations - 1));
    let ask = json!({ "keep": "lindmarsh", "goes": "lindmarsh" });
    refused(&mut desk, "input.the_same", Some("goes"), |desk| {
        desk.join_organisations(made(ask))
    });
}
