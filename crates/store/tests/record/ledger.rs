use coaching::ledger::Disclosure;
use serde_json::{Value, json};
use store::ledger;

use crate::{Practice, from, other, rich};

fn next(with: Value) -> Disclosure {
    let mut next = json!({
        "number": 7, "on": "2026-07-01", "recorded": "2026-07-01T18:00:00Z", "to": "p-tom",
        "by": "coach", "how": "call",
        "what": { "words": { "topic": "themes", "wording": "Voice" } },
        "ground": "coachees-own", "previous": "h6", "hash": "h7"
    });
    next.as_object_mut()
        .unwrap()
        .extend(with.as_object().unwrap().clone());
    from(next)
}

#[test]
fn an_entry_is_added_at_the_end() {
    let mut practice = Practice::rich();
    let mut expected = rich().ledger;
    assert_eq!(practice.read(|tx| ledger::all(tx, &rich().id)), expected);
    practice.write(|tx| ledger::append(tx, &rich().id, &next(json!({}))));
    expected.push(next(json!({})));
    assert_eq!(practice.read(|tx| ledger::all(tx, &rich().id)), expected);
}

#[test]
fn only_what_continues_the_chain_is_added() {
    let mut practice = Practice::rich();
    for broken in [
        json!({ "number": 6 }),
        json!({ "number": 8 }),
        json!({ "previous": "h5" }),
        json!({ "previous": "" }),
    ] {
        let broken = next(broken);
        let code = practice.refused(|tx| ledger::append(tx, &rich().id, &broken));
        assert_eq!(code, "store.refused");
    }
}

#[test]
fn an_entry_names_nothing_outside_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    for foreign in [
        json!({ "to": "o-tom" }),
        json!({ "ground": { "meeting": "o-m-1" } }),
        json!({ "ground": { "release": "r-none" } }),
        json!({ "ground": { "boundary": "agr-none" } }),
        json!({ "ground": { "proposal": "agr-none" } }),
        json!({ "what": { "words": { "topic": "themes", "wording": "", "version": "o-goal-1" } } }),
    ] {
        let foreign = next(foreign);
        let code = practice.refused(|tx| ledger::append(tx, &rich().id, &foreign));
        assert_eq!(code, "store.dangling");
    }
}

#[test]
fn the_database_itself_refuses_to_change_or_remove_an_entry() {
    let practice = Practice::rich();
    let raw = practice.raw();
    for change in [
        "UPDATE disclosure SET wording = 'other' WHERE number = 1",
        "UPDATE disclosure SET number = number + 10",
        "DELETE FROM disclosure WHERE number = 6",
        "DELETE FROM disclosure",
        "INSERT OR REPLACE INTO disclosure SELECT * FROM disclosure WHERE number = 2",
        "DELETE FROM engagement WHERE id = 'e-maya'",
        "DELETE FROM ledger_end",
        "UPDATE ledger_end SET number = 5, hash = 'h5'",
        "UPDATE ledger_end SET number = 6, hash = 'other'",
    ] {
        let error = raw.execute_batch(change).unwrap_err();
        assert_eq!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::ConstraintViolation),
            "{change}"
        );
    }
    assert_eq!(
        practice.read(|tx| ledger::all(tx, &rich().id)),
        rich().ledger
    );
}

#[test]
fn every_ground_and_reader_comes_back() {
    let mut practice = Practice::rich();
    let mut expected = rich().ledger;
    for (number, with) in (7..).zip([
        json!({ "ground": { "proposal": "agr-1" },
            "what": { "document": { "kind": "agreement", "sha256": "aa", "content": "bb" } } }),
        json!({ "ground": "supervision",
            "what": { "document": { "kind": "case-sheet", "sha256": "aa", "content": "bb" } } }),
        json!({ "ground": "access",
            "what": { "document": { "kind": "access", "sha256": "aa", "content": "bb" } } }),
        json!({ "ground": "approval", "to": null,
            "what": { "document": { "kind": "client-story", "sha256": "aa", "content": "bb" } } }),
    ]) {
        let mut entry = next(with);
        entry.number = number;
        entry.previous = format!("h{}", number - 1);
        entry.hash = format!("h{number}");
        practice.write(|tx| ledger::append(tx, &rich().id, &entry));
        expected.push(entry);
    }
    assert_eq!(practice.read(|tx| ledger::all(tx, &rich().id)), expected);
}

/// Triggers refuse it; somebody who takes them away is found all the same.
#[test]
fn a_ledger_that_was_cut_off_is_found() {
    let practice = Practice::rich();
    assert_eq!(practice.read(ledger::cut_off), []);
    for (cut, missing) in [
        ("DELETE FROM disclosure WHERE number = 6", 6),
        ("DELETE FROM disclosure WHERE number > 2", 3),
        ("DELETE FROM disclosure", 1),
    ] {
        practice
            .raw()
            .execute_batch(&format!(
                "DROP TRIGGER IF EXISTS disclosure_is_not_removed; {cut}"
            ))
            .unwrap();
        assert_eq!(practice.read(ledger::cut_off), [(rich().id, missing)]);
    }
}

#[test]
fn a_ledger_whose_end_was_exchanged_is_found() {
    let practice = Practice::rich();
    practice
        .raw()
        .execute_batch(
            "DROP TRIGGER disclosure_is_not_changed;
             UPDATE disclosure SET hash = 'other' WHERE number = 6",
        )
        .unwrap();
    assert_eq!(practice.read(ledger::cut_off), [(rich().id, 6)]);
}
