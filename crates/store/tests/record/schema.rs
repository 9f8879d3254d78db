//! The migrations' SQL: it knows every word of the record, and keeps to its own rules.

use coaching::words::{
    Channel, ClashEnd, CoachDoes, CommitmentStatus, Consent, Consulted, DocumentKind,
    EngagementStatus, ExceptionKind, GoalStatus, Influence, Language, LearningKind, Level,
    MeetingKind, MeetingStatus, Prompt, RhythmUnit, Role, Rule, SessionStatus, ShiftKind, Stance,
    Teller, TellingState, Topic, Voice,
};

use crate::Practice;

macro_rules! all {
    ($words:ident) => {
        $words::ALL
            .iter()
            .map(|word| word.word())
            .collect::<Vec<_>>()
    };
}

/// Every row of these columns takes every word. A word that is added to the record needs a migration.
#[test]
fn every_word_is_allowed() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::template::insert(tx, &crate::template()));
    crate::hours::fill(&mut practice);
    let raw = practice.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER disclosure_is_not_changed")
        .unwrap();
    raw.execute_batch(
        "DROP INDEX party_one_coachee;
         DELETE FROM boundary WHERE rowid > (SELECT min(rowid) FROM boundary)",
    )
    .unwrap();
    for (table, column, words) in [
        ("engagement", "language", all!(Language)),
        ("engagement", "status", all!(EngagementStatus)),
        ("engagement", "rhythm_unit", all!(RhythmUnit)),
        ("party", "role", all!(Role)),
        ("party", "level", all!(Level)),
        ("party", "influence", all!(Influence)),
        ("clash", "outcome", all!(ClashEnd)),
        ("session", "status", all!(SessionStatus)),
        ("meeting", "kind", all!(MeetingKind)),
        ("meeting", "status", all!(MeetingStatus)),
        ("meeting", "coach_does", all!(CoachDoes)),
        ("goal_version", "status", all!(GoalStatus)),
        ("goal_version", "shift", all!(ShiftKind)),
        ("goal_version", "prompt", all!(Prompt)),
        ("telling_step", "state", all!(TellingState)),
        ("boundary", "topic", all!(Topic)),
        ("boundary", "role", all!(Role)),
        ("boundary", "rule", all!(Rule)),
        ("assent", "how", all!(Consent)),
        ("commitment", "status", all!(CommitmentStatus)),
        ("position", "stance", all!(Stance)),
        ("sponsor_contact", "how", all!(Channel)),
        ("release", "topic", all!(Topic)),
        ("release", "voice", all!(Voice)),
        ("release", "how", all!(Consent)),
        ("approval", "document", all!(DocumentKind)),
        ("approval", "how", all!(Consent)),
        ("disclosure", "teller", all!(Teller)),
        ("disclosure", "how", all!(Channel)),
        ("disclosure", "topic", all!(Topic)),
        ("disclosure", "document", all!(DocumentKind)),
        ("disclosure", "ground_kind", all!(ExceptionKind)),
        ("disclosure", "ground_consulted", all!(Consulted)),
        ("template_boundary", "topic", all!(Topic)),
        ("template_boundary", "role", all!(Role)),
        ("template_boundary", "rule", all!(Rule)),
        ("listing", "how", all!(Consent)),
        ("earlier_hours", "how", all!(Consent)),
        ("learning", "kind", all!(LearningKind)),
        ("will", "language", all!(Language)),
    ] {
        // One row that has a value there already: the others' CHECKs may want none.
        let set = format!(
            "UPDATE {table} SET {column} = ?1 WHERE rowid =
                (SELECT rowid FROM {table} WHERE {column} IS NOT NULL LIMIT 1)"
        );
        for word in words {
            assert_eq!(
                raw.execute(&set, [word]).unwrap(),
                1,
                "{table}.{column} = {word}"
            );
        }
        if column != "topic" {
            raw.execute(&set, ["nonsense"]).unwrap_err();
        }
    }
}

#[test]
fn every_table_is_strict() {
    let practice = Practice::empty();
    let raw = practice.raw();
    let lax: i64 = raw
        .query_row(
            "SELECT count(*) FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(lax, 0);
}

/// Every foreign key is used on the way: SQLite finds out only then that one points at columns that
/// are not unique.
#[test]
fn an_engagement_without_a_ledger_goes_with_all_that_belongs_to_it() {
    let mut practice = Practice::empty();
    practice.write(|tx| {
        crate::people(tx)?;
        let mut without = crate::rich();
        without.ledger.clear();
        store::engagement::insert(tx, &without)
    });
    let raw = practice.raw();
    raw.execute_batch("DELETE FROM engagement").unwrap();
    for table in [
        "party",
        "session",
        "goal_correction",
        "telling_step",
        "boundary",
        "release",
    ] {
        let rows: i64 = raw
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}
