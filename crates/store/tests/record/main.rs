//! Tests of the store, in modules that mirror those of the crate.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test cannot do, fails it"
)]

mod agreement;
mod checking;
mod coach;
mod commitment;
mod contact;
mod copy;
mod disposal;
mod engagement;
mod finding;
mod goal;
mod handing_over;
mod hours;
mod ledger;
mod left_log;
mod list;
mod measure;
mod meeting;
mod note;
mod open;
mod party;
mod people;
mod release;
mod schema;
mod session;
mod setting;
mod telling;
mod template;

use std::path::{Path, PathBuf};

use coaching::day::Day;
use coaching::ids::EngagementId;
use coaching::record::{Case, Engagement, Organisation, Person, Template};
use coaching::text::{Tag, Text};
use serde_json::{Value, json};
use store::{Store, StoreError, Tx};

const KEY: &str = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";

/// A vault's folder with an open database.
struct Practice {
    folder: tempfile::TempDir,
    store: Store,
}

impl Practice {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&path_in(&folder), KEY).unwrap();
        Self { folder, store }
    }

    /// With the people and the engagement of `rich.json`.
    fn rich() -> Self {
        let mut practice = Self::empty();
        practice.write(|tx| {
            people(tx)?;
            store::engagement::insert(tx, &rich())
        });
        practice
    }

    fn path(&self) -> PathBuf {
        path_in(&self.folder)
    }

    fn write<T>(&mut self, f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> T {
        self.store.write(f).unwrap()
    }

    /// The code of the error that a write must end with; and it must leave nothing behind.
    fn refused<T>(&mut self, f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> &'static str {
        let before = self.all();
        let error = self.store.write(f).map(drop).unwrap_err();
        assert_eq!(self.all(), before, "a write that failed left something");
        error.code()
    }

    fn read<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> T {
        self.store.read(f).unwrap()
    }

    fn load(&self) -> Engagement {
        let id = EngagementId::new("e-maya").unwrap();
        let case = self.read(|tx| store::engagement::load(tx, &id));
        case.unwrap().engagement
    }

    fn all(&self) -> (Vec<Person>, Vec<Organisation>, Vec<Case>) {
        self.read(|tx| {
            let cases = store::engagement::ids(tx)?
                .iter()
                .filter_map(|id| store::engagement::load(tx, id).transpose())
                .collect::<Result<_, _>>()?;
            Ok((
                store::person::all(tx)?,
                store::organisation::all(tx)?,
                cases,
            ))
        })
    }

    /// Another connection, which goes past this crate.
    fn raw(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        connection.pragma_update(None, "key", KEY).unwrap();
        connection
            .pragma_update(None, "foreign_keys", true)
            .unwrap();
        connection
    }
}

fn path_in(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("practice.db")
}

/// An engagement with every field filled somewhere, its lists in the order in which they are loaded.
fn rich() -> Engagement {
    serde_json::from_str(include_str!("rich.json")).unwrap()
}

/// Boundaries to start from, of one topic.
fn template() -> Template {
    from(json!({
        "id": "tpl-1", "name": "Careful",
        "boundaries": [{ "topic": "engagement", "role": "sponsor", "rule": "shared" }],
        "additions": "Notes are mine"
    }))
}

/// The people of `rich.json`, and an organisation where one of them works.
fn people(tx: &Tx<'_>) -> Result<(), StoreError> {
    store::organisation::insert(
        tx,
        &from(json!({ "id": "nordlys", "name": "Nordlys", "place": "Oslo" })),
    )?;
    for person in [
        json!({
            "id": "maya", "name": "Maya Lindqvist", "called": "Maya", "title": "CTO",
            "organisation": "nordlys", "email": "maya@example.org", "phone": "+47 1"
        }),
        json!({ "id": "ingrid", "name": "Ingrid Berg" }),
        json!({ "id": "tom", "name": "Tom" }),
        json!({ "id": "ola", "name": "ola" }),
    ] {
        store::person::insert(tx, &from(person))?;
    }
    Ok(())
}

/// A second engagement, of the same people, with ids of its own: `o-` stands before each.
fn other() -> Engagement {
    from(json!({
        "id": "e-other", "name": "Other", "language": "en", "status": "active",
        "began": "2026-01-10", "planned_sessions": 6, "session_minutes": 60,
        "parties": [
            { "id": "o-tom", "person": "tom", "role": "coachee", "joined": "2026-01-10" },
            { "id": "o-ola", "person": "ola", "role": "sponsor", "joined": "2026-01-10" }
        ],
        "goals": [{
            "id": "o-goal",
            "versions": [{
                "id": "o-goal-1", "on": "2026-02-01", "recorded": "2026-02-01T10:00:00Z",
                "title": "Rest", "weight": 1, "place": 1, "status": "active"
            }]
        }],
        "sessions": [
            { "id": "o-s-1", "on": "2026-01-20", "minutes": 60, "status": "held" }
        ],
        "meetings": [{
            "id": "o-m-1", "kind": "contracting", "arranged": "2026-01-10", "on": "2026-01-12",
            "minutes": 60, "status": "held", "invited": ["o-tom", "o-ola"]
        }]
    }))
}

fn from<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn text<T: Tag>(words: &str) -> Text<T> {
    Text::new(words).unwrap()
}

/// The bytes of every file in a folder.
fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect()
}
