//! People out of other programs' address books: looked at first, then all that was chosen or nobody.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::Desk;
use practice::types::{Brought, ContactsSeen};
use serde_json::{Value, json};

use crate::support::{made, refused, sample};

const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Byron\nEMAIL:ada@example.org\nORG:Engines\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:4.0\nFN:NADIA RAHIMI\nTITLE:Director\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:4.0\nFN:Charles B\nORG:engines\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD\n";

fn ask(file: &str, kind: &str, more: Value) -> Value {
    let mut ask = json!({ "file": STANDARD.encode(file), "kind": kind, "columns": null });
    for (field, value) in more.as_object().unwrap() {
        ask[field] = value.clone();
    }
    ask
}

fn look(desk: &Desk, file: &str, kind: &str, more: Value) -> ContactsSeen {
    desk.look_at_contacts(made(ask(file, kind, more))).unwrap()
}

fn bring(desk: &mut Desk, file: &str, kind: &str, places: &[u32]) -> Brought {
    let ask = ask(file, kind, json!({ "places": places }));
    desk.bring_contacts(made(ask)).unwrap()
}

fn names(desk: &Desk) -> Vec<String> {
    let people = desk.people().unwrap().people.into_iter();
    people.map(|card| card.person.name).collect()
}

#[test]
fn who_is_there_already_is_found_and_nothing_is_kept_by_looking() {
    let (_folder, desk) = sample();
    let before = desk.export().unwrap();
    let seen = look(&desk, CARDS, "cards", json!({}));
    let known: Vec<bool> = seen
        .people
        .iter()
        .map(|person| person.known.is_some())
        .collect();
    assert_eq!(known, [false, true, false]);
    assert_eq!(seen.left_out, 1);
    assert!(desk.export().unwrap() == before);
}

#[test]
fn those_who_were_chosen_come_in_and_are_found_again() {
    let (_folder, mut desk) = sample();
    let people = names(&desk).len();
    let brought = bring(&mut desk, CARDS, "cards", &[0, 2]);
    assert_eq!((brought.people, brought.organisations), (2, 1));
    assert_eq!(names(&desk).len(), people + 2);
    let ada = desk
        .people()
        .unwrap()
        .people
        .into_iter()
        .find(|card| card.person.name == "Ada Byron");
    let ada = ada.unwrap();
    assert_eq!(
        (ada.organisation.as_str(), ada.person.email.as_str()),
        ("Engines", "ada@example.org")
    );
    let again = look(&desk, CARDS, "cards", json!({}));
    assert!(again.people.iter().all(|person| person.known.is_some()));
}

#[test]
fn the_same_name_with_another_address_is_somebody_else() {
    let (_folder, mut desk) = sample();
    bring(&mut desk, CARDS, "cards", &[0]);
    let other = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Byron\nEMAIL:other@example.org\nEND:VCARD\n";
    assert!(
        look(&desk, other, "cards", json!({})).people[0]
            .known
            .is_none()
    );
    let renamed = "BEGIN:VCARD\nVERSION:3.0\nFN:A. Lovelace\nEMAIL:ADA@example.org\nEND:VCARD\n";
    assert!(
        look(&desk, renamed, "cards", json!({})).people[0]
            .known
            .is_some()
    );
}

#[test]
fn columns_of_a_table_are_guessed_and_can_be_matched_otherwise() {
    let (_folder, desk) = sample();
    let file = "First Name;Last Name;E-mail Address;Company;Remarks\nAda;Byron;ada@example.org;Engines;Countess\n;;;;\n";
    let seen = look(&desk, file, "table", json!({}));
    assert_eq!(
        serde_json::to_value(&seen.columns).unwrap(),
        json!([
            "given-name",
            "family-name",
            "email",
            "organisation",
            "nothing"
        ])
    );
    assert_eq!(seen.people[0].name, "Ada Byron");
    let columns = json!({ "columns": ["nothing", "name", "email", "organisation", "title"] });
    let seen = look(&desk, file, "table", columns);
    assert_eq!(
        (seen.people[0].name.as_str(), seen.people[0].title.as_str()),
        ("Byron", "Countess")
    );
}

#[test]
fn what_cannot_be_read_or_is_not_there_brings_in_nobody() {
    let (_folder, mut desk) = sample();
    let table = "Nickname,Remarks\nAda,Countess\n";
    for (code, field, ask) in [
        (
            "intake.not_a",
            Some("file"),
            ask("no cards", "cards", json!({ "places": [0] })),
        ),
        (
            "intake.empty",
            Some("file"),
            ask("", "cards", json!({ "places": [0] })),
        ),
        (
            "intake.not_a",
            Some("file"),
            json!({ "file": "?", "kind": "cards", "columns": null, "places": [0] }),
        ),
        (
            "input.no_name",
            Some("columns"),
            ask(table, "table", json!({ "places": [0] })),
        ),
        (
            "input.columns",
            Some("columns"),
            ask(
                table,
                "table",
                json!({ "places": [0], "columns": ["name"] }),
            ),
        ),
        (
            "intake.nobody",
            None,
            ask(CARDS, "cards", json!({ "places": [] })),
        ),
        (
            "intake.not_there",
            None,
            ask(CARDS, "cards", json!({ "places": [0, 3] })),
        ),
    ] {
        refused(&mut desk, code, field, |desk| {
            desk.bring_contacts(made(ask))
        });
    }
}
