//! Today on the desk: its order, and what is put off.

use crate::support::{TODAY, made, refused, sample};
use practice::Desk;
use practice::types::{PutOff, TodayLine, TodayWhy, Urgency};
use serde_json::{Value, json};

fn put_off(desk: &mut Desk, line: &TodayLine, until: Value) -> Result<(), practice::Failure> {
    let ask = json!({ "line": line.key, "engagement": line.engagement, "until": until });
    desk.put_off(made::<PutOff>(ask))
}

#[test]
fn the_list_is_in_its_order_and_says_why() {
    let (_folder, desk) = sample();
    let today = desk.today().unwrap();
    assert!(!today.nothing_yet);
    let ranks: Vec<_> = today.lines.iter().map(|line| line.urgency).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
    for line in &today.lines {
        assert_eq!(
            line.urgency == Urgency::Late,
            line.days.is_some_and(|d| d < 0) && line.on.is_some()
        );
        assert!(!line.who.is_empty(), "{}", line.key);
    }
}

#[test]
fn a_line_that_is_put_off_stays_away_and_is_never_lost() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let lines = desk.today().unwrap().lines;
    let line = lines
        .iter()
        .find(|line| matches!(line.why, TodayWhy::Withheld { .. }))
        .unwrap();
    put_off(&mut desk, line, json!("2026-09-20")).unwrap();
    let today = desk.today().unwrap();
    assert!(today.lines.iter().all(|other| other.key != line.key));
    assert_eq!(today.put_off.len(), 1);
    assert_eq!(today.put_off[0].until.unwrap().to_string(), "2026-09-20");
    // It is no part of the record.
    assert!(desk.export().unwrap() == before);
    put_off(&mut desk, line, Value::Null).unwrap();
    let today = desk.today().unwrap();
    assert!(today.put_off.is_empty());
    assert_eq!(today.lines.len(), lines.len());
}

#[test]
fn a_line_is_back_on_its_own_day() {
    let (_folder, mut desk) = sample();
    let lines = desk.today().unwrap().lines;
    let ahead = |line: &&TodayLine| line.on.is_some_and(|on| on.to_string().as_str() > TODAY);
    let line = lines.iter().find(ahead).unwrap();
    put_off(&mut desk, line, json!("2030-01-01")).unwrap();
    let away = desk.today().unwrap().put_off;
    assert_eq!(away[0].until, line.on);
}

#[test]
fn what_cannot_be_put_off_is_refused() {
    let (_folder, mut desk) = sample();
    let lines = desk.today().unwrap().lines;
    let line = lines
        .iter()
        .find(|line| line.urgency != Urgency::Now)
        .unwrap();
    refused(&mut desk, "input.not_ahead", Some("until"), |desk| {
        put_off(desk, line, json!(TODAY))
    });
    refused(&mut desk, "desk.missing", None, |desk| {
        let ask = json!({ "line": "session/x/y", "engagement": "nadia", "until": "2026-09-20" });
        desk.put_off(made::<PutOff>(ask))
    });
    // What takes place today stays where it is.
    desk.plan_session(made(json!({
        "engagement": "nadia", "on": TODAY, "at": "17:00", "minutes": 60
    })))
    .unwrap();
    let lines = desk.today().unwrap().lines;
    let now = lines
        .iter()
        .find(|line| line.urgency == Urgency::Now)
        .unwrap();
    refused(&mut desk, "today.takes_place", Some("until"), |desk| {
        put_off(desk, now, json!("2026-09-20"))
    });
}
