//! The entry for a calendar, as another program reads it.

use coaching::words::Teller;
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{calendar, case_of, rich_value, with_agenda};

const ON: &str = "2026-05-11";

fn written(value: &Value, chair: &str, from: Teller) -> String {
    calendar(&case_of(value.clone()), chair, "m2", from, ON)
}

/// An entry as a parser of others' making takes it apart.
fn parsed(file: &str) -> IcalCalendar {
    let mut calendars = IcalParser::new(file.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    calendar
}

fn event(file: &str) -> IcalEvent {
    let mut calendar = parsed(file);
    assert_eq!(calendar.events.len(), 1);
    calendar.events.remove(0)
}

/// What a property says, with the escapes of RFC 5545 (3.3.11) read back.
fn said(event: &IcalEvent, name: &str) -> String {
    let mut all = event.properties.iter().filter(|one| one.name == name);
    let value = all.next().and_then(|one| one.value.as_deref());
    assert!(all.next().is_none(), "{name} stands there twice");
    let mut read = String::new();
    let mut characters = value.unwrap_or_default().chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => read.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => read.push(escaped),
                other => panic!("{name}: no escape: {other:?}"),
            },
            ';' | ',' if name != "DTSTART" => panic!("{name}: the value ends here"),
            other => read.push(other),
        }
    }
    read
}

fn names(properties: &[Property]) -> Vec<&str> {
    properties.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn another_program_reads_what_was_meant() {
    let value = with_agenda(rich_value());
    let event = event(&written(&value, "ingrid", Teller::Coachee));
    // The hour on the wall where the meeting is.
    assert_eq!(said(&event, "DTSTART"), "20260514T140000");
    assert_eq!(said(&event, "DURATION"), "PT60M");
    assert_eq!(said(&event, "DTSTAMP"), "20260511T000000Z");
    assert_eq!(
        said(&event, "SUMMARY"),
        "Mid-point meeting · Leading the platform team"
    );
    assert_eq!(said(&event, "LOCATION"), "Room Fjord, third floor");
    let told = said(&event, "DESCRIPTION");
    for words in [
        "Maya Okafor",
        "Ingrid Solberg",
        "1. Where we stand, in Maya's words",
        "2. What would help; who gives it",
        "3. What we write down",
    ] {
        assert!(told.contains(words), "`{words}` is not in: {told}");
    }
}

#[test]
fn without_an_hour_it_takes_the_whole_day() {
    let mut value = rich_value();
    value["engagement"]["meetings"][1]["at"] = json!("");
    let event = event(&written(&value, "maya", Teller::Coach));
    assert_eq!(said(&event, "DTSTART"), "20260514");
    let start = event.properties.iter().find(|one| one.name == "DTSTART");
    let kind = vec![("VALUE".to_owned(), vec!["DATE".to_owned()])];
    assert_eq!(start.unwrap().params, Some(kind));
    assert_eq!(said(&event, "DURATION"), "");
}

/// It asks nobody for an answer and is sent to nobody: there is no method, and nobody's address.
#[test]
fn it_is_an_entry_and_no_message() {
    let file = written(&with_agenda(rich_value()), "ingrid", Teller::Coachee);
    let whole = parsed(&file);
    assert_eq!(names(&whole.properties), ["VERSION", "PRODID", "CALSCALE"]);
    let within = [
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "CLASS",
    ];
    assert_eq!(names(&whole.events[0].properties), within);
    assert!(whole.events[0].alarms.is_empty());
    for line in file.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

/// A meeting that is moved is the same entry; two of one kind are two. No id of ours is in the name.
#[test]
fn its_name_stays_while_the_meeting_moves() {
    let value = with_agenda(rich_value());
    let name = |value: &Value| said(&event(&written(value, "ingrid", Teller::Coach)), "UID");
    let before = name(&value);
    assert!(
        !before.contains("m2") && !before.contains("ingrid"),
        "{before}"
    );

    let mut moved = value.clone();
    let meeting = &mut moved["engagement"]["meetings"][1];
    meeting["on"] = json!("2026-05-21");
    meeting["at"] = json!("09:30");
    meeting["place"] = json!("Elsewhere");
    assert_eq!(name(&moved), before);

    let mut two = value.clone();
    let meetings = two["engagement"]["meetings"].as_array_mut().unwrap();
    let mut earlier = meetings[1].clone();
    earlier["id"] = json!("m0");
    earlier["on"] = json!("2026-05-12");
    meetings.insert(1, earlier);
    assert_ne!(name(&two), before);
}

/// Words that would end a value, a line, or the entry.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé,;:\\\\\" ]{1,120}",
        "[\u{4e00}-\u{4eff}\u{627}-\u{63a}😀]{1,60}",
        Just("x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@example.com".to_owned()),
        Just("\\n is no break, \\\\, nor \\; either".to_owned()),
    ]
    // The reader at hand takes colons and quotes off the ends of a value.
    .prop_map(|words| format!("a{words}z"))
}

proptest! {
    #[test]
    fn whatever_people_wrote_is_read_as_they_wrote_it(place in words(), point in words()) {
        let mut value = with_agenda(rich_value());
        let meeting = &mut value["engagement"]["meetings"][1];
        meeting["place"] = json!(place);
        meeting["agenda"][0]["text"] = json!(point);
        let file = written(&value, "ingrid", Teller::Coach);
        prop_assert_eq!(&file, &written(&value, "ingrid", Teller::Coach));
        let event = event(&file);
        let read = |words: &str| words.replace('\r', "");
        prop_assert_eq!(said(&event, "LOCATION"), read(&place));
        let told = said(&event, "DESCRIPTION");
        prop_assert!(told.contains(&read(&point)), "{}", told);
        prop_assert_eq!(names(&event.properties).len(), 8);
    }
}
