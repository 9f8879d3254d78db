use std::collections::BTreeSet;

use serde_json::json;

use super::fields::{ALL, As, Shape};
use super::*;

fn schema() -> Value {
    let schema = include_str!("../../../../docs/interchange.schema.json");
    serde_json::from_str(schema).unwrap()
}

/// What the schema says of an object of this name.
fn described<'a>(schema: &'a Value, name: &str) -> &'a Value {
    match name {
        "keeps" => &schema["properties"]["keeps"]["anyOf"][0],
        "letterhead" => &schema["properties"]["letterhead"],
        "own.listings" => &schema["properties"]["own"]["properties"]["listings"]["items"],
        "own.certificates" => &schema["properties"]["own"]["properties"]["certificates"]["items"],
        "disclosed.words" => &schema["$defs"]["disclosed"]["oneOf"][0]["properties"]["words"],
        "disclosed.document" => &schema["$defs"]["disclosed"]["oneOf"][1]["properties"]["document"],
        name => &schema["$defs"][name],
    }
}

fn keys(object: &Value) -> BTreeSet<String> {
    let properties = object["properties"].as_object().unwrap();
    properties.keys().cloned().collect()
}

fn said(shape: &Shape) -> BTreeSet<String> {
    let fields = shape.fields.iter().map(|(key, _, _)| *key);
    let above = [shape.day, shape.title]
        .into_iter()
        .filter(|key| !key.is_empty());
    fields.chain(above).map(str::to_owned).collect()
}

/// The lists of an object that stand on some page, by their first step.
fn on_pages(pages: &[Page]) -> BTreeSet<String> {
    let parts = pages.iter().flat_map(|page| page.parts);
    let at = parts.map(|(_, at, _)| at.trim_start_matches('/').to_owned());
    at.filter(|at| !at.is_empty()).collect()
}

#[test]
fn every_field_of_the_format_is_said_somewhere() {
    let schema = schema();
    for shape in ALL.iter().filter(|shape| !shape.name.is_empty()) {
        let mut known = said(shape);
        if shape.name == "engagement" {
            known.extend(on_pages(OF_AN_ENGAGEMENT));
        }
        assert_eq!(
            known,
            keys(described(&schema, shape.name)),
            "{}",
            shape.name
        );
    }
    let mut known = on_pages(OF_THE_PRACTICE);
    known.extend(["engagements", "format", "version"].map(str::to_owned));
    let mut wanted = keys(&schema);
    wanted.remove("own");
    let own = keys(&schema["properties"]["own"]);
    wanted.extend(own.into_iter().map(|key| format!("own/{key}")));
    assert_eq!(known, wanted);
}

/// Only ids, what stands on another page, and files are left out of what is said of a thing.
#[test]
fn nothing_but_ids_is_left_out() {
    for shape in ALL {
        for (key, _, how) in shape.fields {
            if matches!(how, As::Left) {
                let known = ["id", "reflective", "file", "logo"];
                assert!(known.contains(key), "{} of {}", key, shape.name);
            }
        }
    }
}

/// Objects of the schema that hold others are all in the table.
#[test]
fn every_object_of_the_format_is_in_the_table() {
    let schema = schema();
    let known: BTreeSet<&str> = ALL.iter().map(|shape| shape.name).collect();
    for (name, object) in schema["$defs"].as_object().unwrap() {
        if object["type"] == "object" {
            assert!(known.contains(&**name), "{name}");
        }
    }
}

#[test]
fn a_marked_item_is_called_by_its_own_kinds_name() {
    // A session, a note and a goal may have one id.
    let names = Names::of(&json!({
        "people": [{ "id": "1", "name": "Maya" }],
        "engagements": [{
            "id": "1",
            "name": "Maya – Northwind",
            "parties": [{ "id": "2", "person": "1", "role": "coachee" }],
            "goals": [{ "id": "1", "versions": [{ "id": "3", "title": "Lead", "on": "2026-05-04" }] }],
            "sessions": [{ "id": "1", "on": "2026-05-05" }],
            "insights": [{ "id": "1", "text": "I ask" }],
            "scores": [{ "id": "4", "goal": "1", "on": "2026-05-06" }],
            "rounds": [{ "id": "5", "on": "2026-05-07" }],
        }],
    }));
    for (item, called) in [
        ("1", "“I ask”"),
        ("1:record", "the session of 5 May 2026, record"),
        ("3", "“Lead”, 4 May 2026"),
        ("4", "the score of 6 May 2026 on “Lead”"),
        ("5:1", "the round of 7 May 2026, “Lead”"),
        ("5:2:1", "the round of 7 May 2026, Maya (coachee), “Lead”"),
        ("fees", "fees"),
        ("9", "something that is there no more"),
    ] {
        assert_eq!(names.item(item), called);
    }
}

#[test]
fn folders_have_names_of_their_own_that_every_system_takes() {
    let mut taken = BTreeSet::new();
    let mut name = |engagement| free(&mut taken, &folder_name(engagement));
    assert_eq!(name("Maya – Northwind"), "maya-northwind");
    assert_eq!(name("MAYA / Northwind"), "maya-northwind-2");
    assert_eq!(name("../../etc"), "etc");
    assert_eq!(name("CON"), "engagement-con");
    assert_eq!(name("…"), "engagement");
    assert_eq!(name("?"), "engagement-2");
    assert!(name(&"名".repeat(200)).len() <= 200);
}
