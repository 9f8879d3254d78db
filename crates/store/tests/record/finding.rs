//! The index by which what was written is found: in step with the record, and nothing left behind.

use std::collections::BTreeSet;

use coaching::finding::{Filter, Of, Query};
use coaching::ids::{EngagementId, NoteId, PersonId};
use coaching::record::{Commitment, Noted};
use coaching::text::about;
use coaching::words::FoundKind;
use serde_json::json;
use store::StoreError;
use store::finding::{FoundRow, Span, at_place};
use store::session::{SessionText, set_text};

use crate::{Practice, day, from, other, people, rich, text};

fn asked(practice: &mut Practice, question: &str, span: Span) -> Vec<FoundRow> {
    let found = practice.store.search(|index| {
        index
            .places(question, span, 1000)?
            .into_iter()
            .map(|place| at_place(index.tx(), place))
            .collect::<Result<_, StoreError>>()
    });
    found.unwrap()
}

/// What each word of it is a part of.
fn found(practice: &mut Practice, typed: &str) -> Vec<FoundRow> {
    let query = Query::new(typed);
    let mut rows = asked(practice, &query.parts(&Filter::default()), Span::ALL);
    rows.retain(|row| query.find(&row.text).is_some());
    rows
}

fn sources(rows: &[FoundRow]) -> Vec<(&str, &str, &str)> {
    rows.iter()
        .map(|row| (row.source.as_str(), row.id.as_str(), row.part.as_str()))
        .collect()
}

/// Everything that the index holds: each token, and of what.
fn all_tokens(practice: &Practice) -> BTreeSet<(String, String)> {
    let raw = practice.raw();
    raw.execute_batch(
        "CREATE VIRTUAL TABLE temp.tokens USING fts5vocab(main, finding_index, instance)",
    )
    .unwrap();
    let mut statement = raw
        .prepare(
            "SELECT tokens.term, coalesce(source || '/' || id || '/' || part, 'nothing')
             FROM temp.tokens AS tokens LEFT JOIN finding ON finding.place = tokens.doc",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

/// Compares the index with one that is made anew out of the record.
#[track_caller]
fn in_step(mut practice: Practice) -> Practice {
    // Which enters what waits.
    asked(&mut practice, "", Span::ALL);
    let kept = all_tokens(&practice);
    practice
        .raw()
        .execute_batch("UPDATE setting SET value = 'another' WHERE key = 'finding'")
        .unwrap();
    let path = practice.path();
    let Practice { folder, store } = practice;
    store.close().unwrap();
    let practice = Practice {
        folder,
        store: store::Store::open(&path, crate::KEY).unwrap(),
    };
    let anew = all_tokens(&practice);
    let more: Vec<_> = kept.difference(&anew).take(5).collect();
    let less: Vec<_> = anew.difference(&kept).take(5).collect();
    assert!(
        more.is_empty() && less.is_empty(),
        "left: {more:?}, lacking: {less:?}"
    );
    practice
}

fn note(id: &str, on: &str, words: &str) -> Noted<about::Insights> {
    Noted {
        id: NoteId::new(id).unwrap(),
        on: day(on),
        text: text(words),
        said_by: None,
        session: None,
        goal: None,
    }
}

fn noted(words: &[(&str, &str, &str)]) -> Practice {
    let mut practice = Practice::rich();
    let engagement = rich().id;
    practice.write(|tx| {
        words.iter().try_for_each(|(id, on, words)| {
            store::note::insert(tx, &engagement, &note(id, on, words))
        })
    });
    practice
}

#[test]
fn every_text_of_an_engagement_is_found() {
    let mut practice = in_step(Practice::rich());
    let json = serde_json::to_value(rich()).unwrap();
    let mut texts = Vec::new();
    collect(&json, "", &mut texts);
    assert!(texts.len() > 40, "{}", texts.len());
    for (place, words) in texts {
        if !Query::new(&words).is_empty() {
            assert!(!found(&mut practice, &words).is_empty(), "{place}: {words}");
        }
    }
}

/// The texts of a record: what stands in fields that hold people's words.
fn collect(value: &serde_json::Value, place: &str, texts: &mut Vec<(String, String)>) {
    const WORDS: &[&str] = &[
        "text",
        "words",
        "title",
        "why",
        "measure",
        "reason",
        "wording",
        "record",
        "opening",
        "preparation",
        "reflective",
        "debrief",
        "feed_forward",
        "subject",
        "additions",
        "withheld",
        "good_outcome",
        "from_my_manager",
        "on_the_table",
        "off_the_table",
        "fees",
        "evidence",
        "shared_objective",
        "not_negotiable",
        "wants",
        "fears",
        "came_of",
        "expected",
    ];
    match value {
        serde_json::Value::Object(fields) => {
            // What stood there before a slip of the pen was corrected is not looked for, nor what
            // an approval repeats of a document.
            for (name, value) in fields {
                let place = format!("{place}.{name}");
                match value {
                    serde_json::Value::String(text) if WORDS.contains(&name.as_str()) => {
                        texts.push((place, text.clone()));
                    }
                    _ if name == "corrections" || name == "approvals" => {}
                    other => collect(other, &place, texts),
                }
            }
        }
        serde_json::Value::Array(list) => {
            list.iter().for_each(|each| collect(each, place, texts));
        }
        _ => {}
    }
}

#[test]
fn accents_case_and_parts_of_words_in_many_scripts() {
    let mut practice = noted(&[
        ("n-es", "2026-03-01", "La próxima CONVERSACIÓN con Íñigo"),
        ("n-de", "2026-03-02", "Größere Verantwortung übernehmen"),
        ("n-zh", "2026-03-03", "学会委托，不再独自承担平台上线"),
        ("n-ar", "2026-03-04", "أتحدّث مبكرًا في الاجتماع"),
    ]);
    for (typed, id) in [
        ("conversacion", "n-es"),
        ("inigo proxima", "n-es"),
        ("VERSACI", "n-es"),
        ("grosse", "n-de"),
        ("antwort", "n-de"),
        ("委托", "n-zh"),
        ("平台上线", "n-zh"),
        ("独", "n-zh"),
        ("اتحدث", "n-ar"),
        ("اجتماع", "n-ar"),
    ] {
        assert_eq!(
            sources(&found(&mut practice, typed)),
            [("note", id, "")],
            "{typed}"
        );
    }
    // Short words begin a word; a part of one is three letters or more.
    assert_eq!(
        sources(&found(&mut practice, "pró")),
        [("note", "n-es", "")]
    );
    assert!(
        found(&mut practice, "xi")
            .iter()
            .all(|row| row.id != "n-es")
    );
    assert!(found(&mut practice, "conversacion independiente").is_empty());
    in_step(practice);
}

#[test]
fn the_newest_stand_first_and_days_are_a_span() {
    let mut practice = noted(&[
        ("n-1", "2026-03-01", "quixotic"),
        ("n-3", "2026-05-01", "quixotic"),
        ("n-2", "2026-04-01", "quixotic"),
        ("n-4", "2026-05-01", "quixotic, the same day"),
    ]);
    let mut ids = |span: Span| -> Vec<String> {
        let question = Query::new("quixotic").whole(&Filter::default());
        asked(&mut practice, &question, span)
            .into_iter()
            .map(|row| row.id)
            .collect()
    };
    assert_eq!(ids(Span::ALL), ["n-4", "n-3", "n-2", "n-1"]);
    assert_eq!(
        ids(Span::days(Some(day("2026-04-01")), None)),
        ["n-4", "n-3", "n-2"]
    );
    assert_eq!(
        ids(Span::days(None, Some(day("2026-04-01")))),
        ["n-2", "n-1"]
    );
    assert_eq!(
        ids(Span::days(Some(day("2026-03-02")), Some(day("2026-04-30")))),
        ["n-2"]
    );
}

#[test]
fn a_filter_keeps_to_a_kind_an_engagement_a_party() {
    let mut practice = noted(&[("n-1", "2026-03-01", "quixotic")]);
    let mut second = other();
    second.insights = vec![note("o-1", "2026-03-01", "quixotic")];
    second.commitments = vec![from::<Commitment>(json!({
        "id": "o-c", "by": "o-ola", "text": "quixotic", "made": "2026-03-02", "status": "open"
    }))];
    practice.write(|tx| store::engagement::insert(tx, &second));
    let whole = Of::Engagement(EngagementId::new("e-other").unwrap());
    let ola = PersonId::new("ola").unwrap();
    let stands = practice.read(|tx| store::finding::stands(tx, &ola));
    let (_, _, party) = stands
        .into_iter()
        .find(|stand| stand.0 == second.id)
        .unwrap();
    let mut ids = |kinds: &[FoundKind], of: &[Of]| -> Vec<String> {
        let filter = Filter {
            kinds: kinds.to_vec(),
            of: of.to_vec(),
        };
        let question = Query::new("quixotic").parts(&filter);
        asked(&mut practice, &question, Span::ALL)
            .into_iter()
            .map(|row| row.id)
            .collect()
    };
    assert_eq!(ids(&[], &[]), ["o-c", "o-1", "n-1"]);
    assert_eq!(ids(&[FoundKind::Insight], &[]), ["o-1", "n-1"]);
    assert_eq!(ids(&[FoundKind::Commitment, FoundKind::Goal], &[]), ["o-c"]);
    assert_eq!(ids(&[], std::slice::from_ref(&whole)), ["o-c", "o-1"]);
    assert_eq!(ids(&[], &[Of::Party(party)]), ["o-c"]);
}

#[test]
fn a_question_is_data() {
    let mut practice = noted(&[("n-1", "2026-03-01", "say \"no\" AND mean it* (NEAR)")]);
    for typed in [
        "\"no\"",
        "say AND mean",
        "it*",
        "-it",
        "tokens:say",
        "^say",
        "(say)",
        "NEAR(say mean)",
        "say\0no",
        "'; DROP TABLE note; --",
        "{tokens}: say",
        "+",
        "=say",
        "a OR",
        "NOT",
    ] {
        let _ = found(&mut practice, typed);
    }
    assert_eq!(found(&mut practice, "\"no\" AND near mean*").len(), 1);
    assert!(found(&mut practice, &"many different words ".repeat(500)).is_empty());
    assert!(found(&mut practice, &"x".repeat(10_000)).is_empty());
    assert!(found(&mut practice, &"委".repeat(10_000)).is_empty());
}

#[test]
fn what_is_changed_or_removed_leaves_nothing() {
    let mut practice = noted(&[
        ("n-1", "2026-03-01", "zyzzyva flummoxed the quixotic board"),
        ("n-2", "2026-03-01", "the board"),
    ]);
    let session = rich().sessions.remove(0).id;
    practice.write(|tx| set_text(tx, &session, SessionText::Record, "zyzzyva, whispered"));
    assert_eq!(found(&mut practice, "zyzzyva").len(), 2);
    practice.write(|tx| set_text(tx, &session, SessionText::Record, "nothing of it"));
    practice.write(|tx| store::note::remove(tx, &NoteId::new("n-1").unwrap()));
    assert!(found(&mut practice, "zyzzyva").is_empty());
    assert!(sources(&found(&mut practice, "board")).contains(&("note", "n-2", "")));
    // Its tokens go with whatever is disposed of next.
    practice.write(|tx| store::disposal::remove_reflections(tx, &other().id));
    practice.store.clean().unwrap();
    let raw = practice.raw();
    let mut statement = raw.prepare("SELECT block FROM finding_index_data").unwrap();
    let blocks = statement
        .query_map([], |row| row.get::<_, Vec<u8>>(0))
        .unwrap();
    let blocks: Vec<_> = blocks.map(Result::unwrap).collect();
    let holds = |token: &str| {
        blocks.iter().any(|block| {
            block
                .windows(token.len())
                .any(|window| window == token.as_bytes())
        })
    };
    // Terms share their beginnings on a page: what is left of a word would be a part of it.
    for gone in [
        "zyzzy", "zyz", "yzz", "zzy", "flumm", "lum", "uix", "xot", "hisper",
    ] {
        assert!(!holds(gone), "{gone}");
    }
    assert!(holds("oar"));
    drop(statement);
    drop(raw);
    in_step(practice);
}

#[test]
fn an_engagement_goes_with_its_entries() {
    let mut practice = Practice::empty();
    let mut without = rich();
    without.ledger.clear();
    practice.write(|tx| {
        people(tx)?;
        store::engagement::insert(tx, &without)
    });
    assert!(!found(&mut practice, "Maya").is_empty());
    // By a connection with the triggers: a raw one has none.
    practice.write(|tx| store::engagement::remove(tx, &without.id));
    let left: BTreeSet<_> = all_tokens(&practice)
        .into_iter()
        .map(|(_, of)| of)
        .collect();
    assert!(
        left.iter()
            .all(|of| of.starts_with("person/") || of.starts_with("organisation/")),
        "{left:?}"
    );
}

#[test]
fn a_day_that_moves_takes_along_what_rests_on_it() {
    let mut practice = Practice::rich();
    let mut meeting = rich()
        .meetings
        .into_iter()
        .find(|m| !m.decisions.is_empty())
        .unwrap();
    let words = meeting.decisions[0].text.for_the_coach().to_owned();
    meeting.on = day("2029-01-01");
    practice.write(|tx| store::meeting::update(tx, &meeting));
    let question = Query::new(&words).whole(&Filter::default());
    let late = asked(
        &mut practice,
        &question,
        Span::days(Some(day("2029-01-01")), None),
    );
    assert!(late.iter().any(|row| row.source == "decision"), "{late:?}");
    in_step(practice);
}

#[test]
fn two_hundred_changes_keep_step() {
    let mut practice = Practice::rich();
    let engagement = rich().id;
    let words = [
        "platform",
        "launch",
        "委托授权",
        "الاجتماع",
        "Gespräch",
        "año",
        "trust",
    ];
    for step in 0_usize..200 {
        let id = NoteId::new(format!("w-{}", step % 17)).unwrap();
        let said: Vec<_> = (0..step % 5)
            .map(|n| words[(step + n * 3) % words.len()])
            .collect();
        let month = 1 + step % 12;
        let entered = note(id.as_str(), &format!("2026-{month:02}-01"), &said.join(" "));
        practice.write(|tx| match step % 3 {
            0 => store::note::remove(tx, &id).or(Ok(())),
            _ => store::note::update(tx, &entered)
                .or_else(|_| store::note::insert(tx, &engagement, &entered)),
        });
        // What is changed is now entered already and now still waits.
        if step % 7 == 0 {
            found(&mut practice, "trust");
        }
    }
    in_step(practice);
}

/// The texts that wait to be entered.
fn waiting(practice: &Practice) -> u32 {
    let sql = "SELECT count(*) FROM finding_waiting";
    practice.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn what_waits_is_found_after_a_crash_and_few_wait() {
    let mut practice = Practice::rich();
    found(&mut practice, "anything");
    assert_eq!(waiting(&practice), 0);
    let engagement = rich().id;
    for number in 0..40 {
        let id = format!("w-{number}");
        let words = format!("quixotic {number}");
        practice.write(|tx| store::note::insert(tx, &engagement, &note(&id, "2026-03-01", &words)));
        assert!(waiting(&practice) <= 16, "after {number}");
    }
    let left = waiting(&practice);
    assert!(left > 0);
    // Somebody else who opens it finds everything: nothing of it was in memory alone.
    let path = practice.path();
    let folder = practice.folder;
    std::mem::forget(practice.store);
    let store = store::Store::open(&path, crate::KEY).unwrap();
    let mut practice = Practice { folder, store };
    assert_eq!(waiting(&practice), left);
    assert_eq!(found(&mut practice, "quixotic").len(), 40);
    assert_eq!(waiting(&practice), 0);
    in_step(practice);
}

#[test]
fn words_that_were_typed_over_are_gone_before_the_new_are_entered() {
    let mut practice = noted(&[("n-1", "2026-03-01", "zyzzyva")]);
    assert_eq!(found(&mut practice, "zyzzyva").len(), 1);
    practice.write(|tx| store::note::set_text(tx, &NoteId::new("n-1").unwrap(), "quixotic"));
    let left: Vec<_> = all_tokens(&practice)
        .into_iter()
        .filter(|(_, of)| of.starts_with("note/n-1/") || of == "nothing")
        .collect();
    assert_eq!(left, []);
    assert_eq!(found(&mut practice, "zyzzyva").len(), 0);
    assert_eq!(found(&mut practice, "quixotic").len(), 1);
}

#[test]
fn a_copy_under_another_key_is_found_in_as_well() {
    let practice = noted(&[("n-1", "2026-03-01", "quixotic")]);
    let path = practice.folder.path().join("copy.db");
    let other = "x'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
    practice.store.copy_under(&path, other).unwrap();
    let mut copy = store::Store::open(&path, other).unwrap();
    let question = Query::new("quixotic").whole(&Filter::default());
    let look = |copy: &mut store::Store| {
        copy.search(|index| index.places(&question, Span::ALL, 9))
            .unwrap()
    };
    assert_eq!(look(&mut copy).len(), 1);
    let gone = NoteId::new("n-1").unwrap();
    copy.write(|tx| store::note::remove(tx, &gone)).unwrap();
    assert_eq!(look(&mut copy).len(), 0);
}
