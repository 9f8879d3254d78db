use coaching::ids::{EngagementId, MeetingId, SessionId};
use coaching::record::Engagement;
use coaching::words::{EngagementStatus, Language};
use serde_json::json;
use store::{StoreError, coach, engagement, person};

use crate::{Practice, day, from, other, people, rich, text};

#[test]
fn a_whole_engagement_comes_back_as_it_went_in() {
    let mut practice = Practice::rich();
    practice.write(|tx| engagement::insert(tx, &other()));
    let kept = practice.load();
    assert_eq!(kept, rich());
    let bytes = |engagement: &Engagement| serde_json::to_string(engagement).unwrap();
    assert_eq!(bytes(&kept), bytes(&rich()));
}

#[test]
fn a_case_brings_its_people_and_no_others() {
    let mut practice = Practice::rich();
    practice.write(|tx| {
        coach::set(tx, &from(json!({ "name": "Ada" })))?;
        person::insert(tx, &from(json!({ "id": "else", "name": "Somebody else" })))?;
        engagement::insert(tx, &other())
    });
    let load = |id: &EngagementId| practice.read(|tx| engagement::load(tx, id)).unwrap();
    let case = load(&rich().id);
    assert_eq!(case.coach.name, "Ada");
    let ids: Vec<_> = case
        .people
        .iter()
        .map(|person| person.id.as_str())
        .collect();
    assert_eq!(ids, ["ingrid", "maya", "ola", "tom"]);
    let organisations: Vec<_> = case.organisations.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(organisations, ["nordlys"]);
    let case = load(&other().id);
    let ids: Vec<_> = case
        .people
        .iter()
        .map(|person| person.id.as_str())
        .collect();
    assert_eq!(ids, ["ola", "tom"]);
    assert_eq!(case.organisations, []);
}

#[test]
fn lists_are_loaded_by_day_and_id_however_they_were_entered() {
    let mut practice = Practice::empty();
    let mut jumbled = rich();
    jumbled.parties.reverse();
    jumbled.goals.reverse();
    jumbled
        .goals
        .iter_mut()
        .for_each(|goal| goal.versions.reverse());
    jumbled.tellings.reverse();
    jumbled.agreements.reverse();
    jumbled.agreements.iter_mut().for_each(|agreement| {
        agreement.boundaries.reverse();
        agreement.assents.reverse();
    });
    jumbled.sessions.reverse();
    jumbled.meetings.reverse();
    jumbled.commitments.reverse();
    jumbled.themes.reverse();
    jumbled.positions.reverse();
    jumbled.sponsor_contacts.reverse();
    jumbled.releases.reverse();
    jumbled.approvals.reverse();
    practice.write(|tx| {
        people(tx)?;
        engagement::insert(tx, &jumbled)
    });
    assert_eq!(practice.load(), rich());
}

#[test]
fn the_frame_changes_and_nothing_else() {
    let mut practice = Practice::rich();
    let mut changed = rich();
    changed.name = "Maya".into();
    changed.language = Language::English;
    changed.status = EngagementStatus::Active;
    changed.began = day("2026-02-19");
    changed.planned_end = None;
    changed.ended = None;
    changed.planned_sessions = 14;
    changed.session_minutes = 60;
    changed.fees = text("less");
    let mut frame = changed.clone();
    frame.sessions.clear();
    practice.write(|tx| engagement::update_frame(tx, &frame));
    assert_eq!(practice.load(), changed);
    assert_eq!(
        practice.refused(|tx| engagement::update_frame(tx, &other())),
        "store.missing"
    );
}

#[test]
fn ids_come_by_beginning() {
    let mut practice = Practice::rich();
    practice.write(|tx| engagement::insert(tx, &other()));
    assert_eq!(practice.read(engagement::ids), [other().id, rich().id]);
    let none = EngagementId::new("none").unwrap();
    assert_eq!(practice.read(|tx| engagement::load(tx, &none)), None);
}

#[test]
fn sessions_and_meetings_know_their_engagement() {
    let practice = Practice::rich();
    let session = |id: &str| {
        let id = SessionId::new(id).unwrap();
        practice.read(|tx| engagement::of_session(tx, &id))
    };
    let meeting = |id: &str| {
        let id = MeetingId::new(id).unwrap();
        practice.read(|tx| engagement::of_meeting(tx, &id))
    };
    assert_eq!((session("s-1"), session("m-1")), (Some(rich().id), None));
    assert_eq!((meeting("m-1"), meeting("s-1")), (Some(rich().id), None));
}

#[test]
fn an_id_is_used_once_in_a_practice() {
    let mut practice = Practice::rich();
    let mut twin = other();
    twin.sessions[0].id = SessionId::new("s-1").unwrap();
    let error = practice
        .store
        .write(|tx| engagement::insert(tx, &twin))
        .unwrap_err();
    assert!(
        matches!(&error, StoreError::Clash { what } if what == "session.id"),
        "{error:?}"
    );
    assert_eq!(
        practice.refused(|tx| engagement::insert(tx, &rich())),
        "store.clash"
    );
}

#[test]
fn a_write_that_fails_midway_leaves_nothing() {
    let mut practice = Practice::empty();
    practice.write(people);
    let mut broken = rich();
    // The last thing that is written.
    broken.ledger[5].to = from(json!("p-nobody"));
    assert_eq!(
        practice.refused(|tx| engagement::insert(tx, &broken)),
        "store.dangling"
    );
    let raw = practice.raw();
    let mut tables = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let tables: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(tables.len() > 20, "{tables:?}");
    // The people are there, are found, and a setting says which version made the index.
    let there = |name: &&String| {
        ["person", "organisation", "setting"].contains(&name.as_str())
            || name.starts_with("finding")
    };
    for table in tables.iter().filter(|name| !there(name)) {
        let rows: i64 = raw
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
    // And the same store goes on working.
    practice.write(|tx| engagement::insert(tx, &rich()));
    assert_eq!(practice.load(), rich());
}

#[test]
fn the_callers_own_error_comes_back_and_undoes_the_write() {
    #[derive(Debug)]
    enum Own {
        No,
        Store(StoreError),
    }
    impl From<StoreError> for Own {
        fn from(error: StoreError) -> Self {
            Self::Store(error)
        }
    }
    let mut practice = Practice::rich();
    let answer = practice.store.write(|tx| {
        engagement::insert(tx, &other())?;
        Err::<(), _>(Own::No)
    });
    assert!(matches!(answer, Err(Own::No)));
    let answer = practice
        .store
        .write(|tx| -> Result<(), Own> { Ok(engagement::insert(tx, &rich())?) });
    assert!(matches!(answer, Err(Own::Store(StoreError::Clash { .. }))));
    assert_eq!(practice.read(engagement::ids), [rich().id]);
}
