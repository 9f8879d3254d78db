//! `engagement::list`.

use serde_json::json;
use store::engagement::{self, EngagementRow};
use store::{party, person, session};

use crate::{Practice, day, from, other, rich};

fn on(practice: &Practice, today: &str) -> Vec<EngagementRow> {
    practice.read(|tx| engagement::list(tx, day(today)))
}

#[test]
fn a_row_shows_an_engagement_at_a_glance() {
    let mut practice = Practice::rich();
    practice.write(|tx| engagement::insert(tx, &other()));
    let [other, maya] = &on(&practice, "2026-04-20")[..] else {
        panic!("two rows")
    };
    let rich = rich();
    assert_eq!(
        (&maya.id, &maya.name, maya.status, maya.language),
        (&rich.id, &rich.name, rich.status, rich.language)
    );
    assert_eq!(
        (
            maya.began,
            maya.planned_end,
            maya.ended,
            maya.planned_sessions
        ),
        (rich.began, rich.planned_end, rich.ended, 12)
    );
    assert_eq!(maya.coachee, "Maya Lindqvist");
    assert_eq!(maya.organisation, "Nordlys");
    assert_eq!((maya.held, maya.last_session), (2, Some(day("2026-04-20"))));
    let next = maya.next_session.as_ref().unwrap();
    assert_eq!(
        (next.id.as_str(), next.on, next.at.as_str()),
        ("s-3", day("2026-09-20"), "")
    );
    let next = maya.next_meeting.as_ref().unwrap();
    assert_eq!((next.id.as_str(), next.kind.word()), ("m-2", "mid-point"));

    assert_eq!(
        (other.coachee.as_str(), &other.sponsors[..]),
        ("Tom", &["ola".to_owned()][..])
    );
    assert_eq!(other.organisation, "");
    assert_eq!(
        (other.held, &other.next_session, &other.next_meeting),
        (1, &None, &None)
    );
}

#[test]
fn it_depends_on_the_day() {
    let practice = Practice::rich();
    let [before] = &on(&practice, "2026-03-01")[..] else {
        panic!("one row")
    };
    assert_eq!((before.held, before.last_session), (0, None));
    let [between] = &on(&practice, "2026-03-02")[..] else {
        panic!("one row")
    };
    assert_eq!(
        (between.held, between.last_session),
        (1, Some(day("2026-03-02")))
    );
    let [same] = &on(&practice, "2026-06-10")[..] else {
        panic!("one row")
    };
    assert!(same.next_meeting.is_some());
    let [after] = &on(&practice, "2026-09-21")[..] else {
        panic!("one row")
    };
    assert_eq!((&after.next_session, &after.next_meeting), (&None, &None));
}

#[test]
fn the_earliest_comes_next() {
    let mut practice = Practice::rich();
    for (id, on, at, status) in [
        ("s-7", "2026-09-10", "15:00", "planned"),
        ("s-8", "2026-09-10", "09:00", "planned"),
        ("s-9", "2026-09-09", "09:00", "cancelled"),
    ] {
        let session =
            from(json!({ "id": id, "on": on, "at": at, "minutes": 60, "status": status }));
        practice.write(|tx| session::insert(tx, &rich().id, &session));
    }
    let row = on(&practice, "2026-09-01").remove(0);
    assert_eq!(row.next_session.unwrap().id.as_str(), "s-8");
}

#[test]
fn sponsors_are_those_who_are_in_it() {
    let mut practice = Practice::rich();
    practice.write(|tx| {
        person::insert(tx, &from(json!({ "id": "per", "name": "Per" })))?;
        let per =
            json!({ "id": "p-per", "person": "per", "role": "sponsor", "joined": "2026-08-01" });
        party::insert(tx, &rich().id, &from(per))
    });
    // Ingrid left on 1 August, the engagement ended on 30 September.
    assert_eq!(on(&practice, "2026-12-01")[0].sponsors, ["Per"]);
    let mut going_on = rich();
    going_on.ended = None;
    practice.write(|tx| engagement::update_frame(tx, &going_on));
    assert_eq!(
        on(&practice, "2026-07-31")[0].sponsors,
        ["Ingrid Berg", "Per"]
    );
    assert_eq!(on(&practice, "2026-08-01")[0].sponsors, ["Per"]);
}
