//! The interchange format: what goes out comes back the same, and what does not fit is refused with
//! its place and none of its content.

use std::sync::OnceLock;

use coaching::day::Day;
use jsonschema::Validator;
use practice::interchange::{self, ImportFault, LARGEST, MOST_ENGAGEMENTS};
use practice::sample;
use serde_json::{Value, json};

fn sample_bytes() -> Vec<u8> {
    let record = sample::practice(Day::parse("2026-09-16").unwrap()).unwrap();
    interchange::write(&record).unwrap()
}

fn sample_value() -> Value {
    static SAMPLE: OnceLock<Value> = OnceLock::new();
    SAMPLE
        .get_or_init(|| serde_json::from_slice(&sample_bytes()).unwrap())
        .clone()
}

fn refusal(document: &Value) -> ImportFault {
    interchange::read(&serde_json::to_vec(document).unwrap()).unwrap_err()
}

/// The sample with one thing changed.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = sample_value();
    change(&mut document);
    document
}

/// The first engagement of the document that has something in that list.
fn engagement_with(document: &Value, list: &str) -> usize {
    let engagements = document["engagements"].as_array().unwrap();
    engagements
        .iter()
        .position(|each| each[list].as_array().is_some_and(|list| !list.is_empty()))
        .unwrap()
}

/// The smallest practice there can be.
fn small() -> Value {
    json!({
        "format": "three-chairs",
        "version": 1,
        "coach": {},
        "organisations": [],
        "people": [{ "id": "maya", "name": "Maya" }],
        "engagements": [engagement("one")],
    })
}

fn engagement(id: &str) -> Value {
    json!({
        "id": id,
        "name": "Maya",
        "language": "en",
        "status": "active",
        "began": "2026-03-01",
        "planned_sessions": 12,
        "session_minutes": 60,
        "parties": [
            { "id": format!("{id}-maya"), "person": "maya", "role": "coachee", "joined": "2026-03-01" },
        ],
    })
}

#[test]
fn what_goes_out_comes_back_the_same() {
    let bytes = sample_bytes();
    let record = interchange::read(&bytes).unwrap();
    assert!(record.engagements.len() >= 2);
    assert_eq!(interchange::write(&record).unwrap(), bytes);
}

#[test]
fn the_form_does_not_depend_on_the_order() {
    let mut record = sample::practice(Day::parse("2026-09-16").unwrap()).unwrap();
    let bytes = interchange::write(&record).unwrap();
    record.people.reverse();
    record.organisations.reverse();
    record.engagements.reverse();
    assert_eq!(interchange::write(&record).unwrap(), bytes);
}

#[test]
fn the_sample_is_moved_by_whole_weeks() {
    let began = |today: &str| {
        let record = sample::practice(Day::parse(today).unwrap()).unwrap();
        record.engagements[0].began
    };
    let written = began("2026-09-16");
    // Monday and Sunday of the same week, and the week after.
    assert_eq!(began("2026-09-14"), written);
    assert_eq!(began("2026-09-20"), written);
    assert_eq!(began("2026-09-21").days_since(written), 7);
    assert_eq!(began("2024-02-29").days_since(written) % 7, 0);
}

#[test]
fn every_file_of_the_sample_is_in_it() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sample");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.as_bytes()[0].is_ascii_digit())
        .collect();
    files.sort();
    let record = sample::practice(Day::parse("2026-09-16").unwrap()).unwrap();
    let ids: Vec<Value> = files
        .iter()
        .map(|name| {
            let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
            serde_json::from_str::<Value>(&text).unwrap()["id"].clone()
        })
        .collect();
    let included: Vec<&str> = record
        .engagements
        .iter()
        .map(|each| each.id.as_str())
        .collect();
    assert_eq!(ids, included);
}

#[test]
fn the_schema_says_what_the_reader_says() {
    let text = include_str!("../../../../docs/interchange.schema.json");
    let schema: Value = serde_json::from_str(text).unwrap();
    let schema: Validator = jsonschema::draft202012::new(&schema).unwrap();
    let sample = sample_value();
    if let Err(error) = schema.validate(&sample) {
        panic!("{} at {}", error, error.instance_path());
    }
    assert!(schema.is_valid(&small()));
    let objects = text.matches("\"properties\"").count();
    let closed = text.matches("\"additionalProperties\": false").count();
    assert_eq!(
        objects, closed,
        "an object of the schema lets unknown fields through"
    );
    // What a schema can see, both refuse.
    let broken: Vec<(&str, Value)> = vec![
        ("format", with(|d| d["format"] = json!("other"))),
        ("version", with(|d| d["version"] = json!(2))),
        ("unknown at the top", with(|d| d["colour"] = json!("red"))),
        (
            "unknown inside",
            with(|d| d["engagements"][0]["colour"] = json!("red")),
        ),
        (
            "missing",
            with(|d| drop(d["engagements"][0].as_object_mut().unwrap().remove("began"))),
        ),
        (
            "role",
            with(|d| d["engagements"][0]["parties"][0]["role"] = json!("boss")),
        ),
        (
            "date",
            with(|d| d["engagements"][0]["began"] = json!("31.3.2026")),
        ),
        ("id", with(|d| d["people"][0]["id"] = json!("Maya S"))),
        ("name", with(|d| d["people"][0]["name"] = json!(""))),
        (
            "weight",
            with(|d| d["engagements"][0]["goals"][0]["versions"][0]["weight"] = json!(5)),
        ),
        (
            "minutes",
            with(|d| d["engagements"][0]["session_minutes"] = json!(1)),
        ),
        (
            "type",
            with(|d| d["engagements"][0]["sessions"] = json!({})),
        ),
        (
            "ground",
            with(|d| {
                let at = engagement_with(d, "ledger");
                d["engagements"][at]["ledger"][0]["ground"] = json!({ "rumour": "x" });
            }),
        ),
    ];
    for (what, document) in broken {
        assert!(
            !schema.is_valid(&document),
            "the schema lets through: {what}"
        );
        refusal(&document);
    }
}

#[test]
fn a_fault_names_its_place() {
    let cases: Vec<(Value, &str, &str)> = vec![
        (
            with(|d| d["engagements"][1]["goals"][0]["versions"][1]["on"] = json!("2026-02-30")),
            "import.date",
            "engagements[1].goals[0].versions[1].on",
        ),
        (
            with(|d| d["engagements"][1]["parties"][0]["person"] = json!("nobody")),
            "import.dangling",
            "engagements[1].parties[0].person",
        ),
        (
            with(|d| d["people"][2]["organisation"] = json!("nowhere")),
            "import.dangling",
            "people[2].organisation",
        ),
        (
            with(|d| d["people"][1]["id"] = d["people"][0]["id"].clone()),
            "import.twice",
            "people[1].id",
        ),
        (
            with(|d| {
                d["engagements"][1]["sessions"][0]["id"] =
                    d["engagements"][0]["sessions"][0]["id"].clone();
            }),
            "import.twice",
            "engagements[1].sessions[0].id",
        ),
        (
            with(|d| d["people"][1]["name"] = json!("  ")),
            "import.name",
            "people[1].name",
        ),
        (
            with(|d| d["people"][1]["name"] = json!("Ma\u{0}ya")),
            "import.name",
            "people[1].name",
        ),
        (
            with(|d| d["engagements"][0]["fees"] = json!("a\u{0}b")),
            "import.nul",
            "engagements[0].fees",
        ),
        (
            with(|d| d["engagements"][0]["fees"] = json!("a".repeat(1_000_001))),
            "import.too_long",
            "engagements[0].fees",
        ),
        (
            with(|d| d["engagements"][0]["sessions"][0]["at"] = json!("25:00")),
            "import.inconsistent",
            "engagements[0].sessions[0].at",
        ),
        (
            with(|d| d["engagements"][0]["planned_end"] = json!("2020-01-01")),
            "import.inconsistent",
            "engagements[0].planned_end",
        ),
        (
            with(|d| d["engagements"][0]["colour"] = json!("red")),
            "import.unknown_field",
            "engagements[0]",
        ),
        (
            with(|d| d["engagements"][0]["planned_sessions"] = json!(70_000)),
            "import.value",
            "engagements[0].planned_sessions",
        ),
        (
            with(|d| d["engagements"][0]["status"] = json!("off track")),
            "import.word",
            "engagements[0].status",
        ),
    ];
    for (document, code, place) in cases {
        let fault = refusal(&document);
        assert_eq!((fault.code, fault.place.as_str()), (code, place), "{fault}");
    }
}

#[test]
fn a_broken_ledger_is_refused() {
    let entries = |d: &Value| {
        let all = d["engagements"].as_array().unwrap();
        all.iter()
            .position(|e| e["ledger"].as_array().is_some_and(|l| l.len() > 1))
            .unwrap()
    };
    let whole = sample_value();
    let at = entries(&whole);
    let changed = with(|d| {
        d["engagements"][at]["ledger"][1]["on"] = d["engagements"][at]["began"].clone();
    });
    let swapped = with(|d| {
        d["engagements"][at]["ledger"]
            .as_array_mut()
            .unwrap()
            .swap(0, 1)
    });
    let removed = with(|d| {
        drop(
            d["engagements"][at]["ledger"]
                .as_array_mut()
                .unwrap()
                .remove(0),
        )
    });
    let place = |entry: usize| format!("engagements[{at}].ledger[{entry}]");
    for (document, expected) in [
        (changed, place(1)),
        (swapped, place(0)),
        (removed, place(0)),
    ] {
        let fault = refusal(&document);
        assert_eq!((fault.code, fault.place), ("import.ledger", expected));
    }
}

#[test]
fn no_message_holds_a_word_of_the_file() {
    const SECRET: &str = "zanzibar";
    // One that has something in every list that is asked about.
    let at = format!(
        "/engagements/{}",
        engagement_with(&sample_value(), "ledger")
    );
    let mut documents = Vec::new();
    // The secret in the place of each kind of value, as a field's name, and as a variant's.
    for place in [
        "@/began",
        "@/status",
        "@/planned_sessions",
        "@/parties",
        "@/parties/0/person",
        "@/goals/0/versions/0/recorded",
        "@/ledger/0/what",
        "@/ledger/0/ground",
        "@/ledger/0/hash",
        "/people/0",
        "/format",
        "/version",
    ] {
        for value in [json!(SECRET), json!({ SECRET: SECRET }), json!([SECRET])] {
            documents.push(with(|d| {
                *d.pointer_mut(&place.replace('@', &at)).unwrap() = value
            }));
        }
    }
    for place in ["", "/coach", "/people/0", "@", "@/parties/0"] {
        documents.push(with(|d| {
            let at = d.pointer_mut(&place.replace('@', &at)).unwrap();
            at[SECRET] = json!(SECRET);
        }));
    }
    let forged = format!("{SECRET}`, expected one of `{SECRET}");
    documents.push(with(|d| d["engagements"][0]["status"] = json!(forged)));
    for document in documents {
        let fault = refusal(&document);
        assert!(!format!("{fault} {fault:?}").contains(SECRET), "{fault}");
    }
    for text in [
        format!("{SECRET} {{"),
        format!("{{\"{SECRET}\": {SECRET}}}"),
    ] {
        let fault = interchange::read(text.as_bytes()).unwrap_err();
        assert!(!fault.to_string().contains(SECRET), "{fault}");
    }
}

#[test]
fn a_newer_format_is_refused_politely() {
    let mut newer = small();
    newer["version"] = json!(2);
    newer["something"] = json!("new");
    let fault = refusal(&newer);
    assert_eq!(fault.code, "import.newer");
    assert!(fault.to_string().contains("newer version"), "{fault}");
}

#[test]
fn what_is_not_an_export_is_refused() {
    for (text, code) in [
        ("", "import.not_json"),
        ("hello", "import.not_json"),
        ("{\"format\":\"three-chairs\",", "import.not_json"),
        ("[]", "import.not_ours"),
        ("{}", "import.not_ours"),
        ("{\"format\":\"three-chairs\"}", "import.not_ours"),
        (
            "{\"format\":\"three-chairs\",\"version\":0}",
            "import.not_ours",
        ),
        (
            "{\"format\":\"three-chairs\",\"version\":1} x",
            "import.not_json",
        ),
        ("\u{0}", "import.not_json"),
    ] {
        let fault = interchange::read(text.as_bytes()).unwrap_err();
        assert_eq!(fault.code, code, "{text}");
    }
    let invalid =
        [b"{\"format\":\"three-chairs\",\"version\":1,\"coach\":{\"name\":\"\xff\"}}".as_slice()];
    for bytes in invalid {
        assert_eq!(
            interchange::read(bytes).unwrap_err().code,
            "import.not_json"
        );
    }
    assert!(interchange::read(&serde_json::to_vec(&small()).unwrap()).is_ok());
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let fault = interchange::read(&vec![b' '; LARGEST + 1]).unwrap_err();
    assert_eq!(fault.code, "import.too_large");
    // Dense enough to cost many times its size.
    let dense = format!(
        "{{\"format\":\"three-chairs\",\"version\":1,\"engagements\":[{}\"\"]}}",
        "\"\",".repeat(8_000_000)
    );
    assert_eq!(
        interchange::read(dense.as_bytes()).unwrap_err().code,
        "import.too_many"
    );
    // Deeply nested, where nothing may nest.
    let deep = format!(
        "{{\"format\":\"three-chairs\",\"version\":1,\"coach\":{}",
        "{\"name\":".repeat(200_000)
    );
    assert!(interchange::read(deep.as_bytes()).is_err());
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(interchange::read(deep.as_bytes()).is_err());
}

#[test]
fn one_engagement_too_many_is_refused() {
    let mut document = small();
    let many = |n: usize| {
        (0..n)
            .map(|i| engagement(&format!("e{i}")))
            .collect::<Vec<_>>()
    };
    document["engagements"] = json!(many(MOST_ENGAGEMENTS + 1));
    let fault = refusal(&document);
    assert_eq!(
        (fault.code, fault.place.as_str()),
        ("import.too_many", "engagements")
    );
    document["engagements"].as_array_mut().unwrap().pop();
    assert!(interchange::read(&serde_json::to_vec(&document).unwrap()).is_ok());
}

/// A rule that looks at pairs of goals is not asked about a hundred thousand.
#[test]
fn a_chain_of_goals_without_end_is_refused() {
    let goal = |n: usize| {
        let version = |v: usize, day: &str, shift: Value| {
            json!({
                "id": format!("g{n}-{v}"), "on": day, "recorded": "2026-03-01T10:00:00Z",
                "title": "x", "weight": 1, "place": 1, "status": "active", "shift": shift,
            })
        };
        let shift =
            json!({ "kind": "replaced", "prompt": "unsaid", "into": [format!("g{}", n + 1)] });
        json!({
            "id": format!("g{n}"),
            "versions": [version(1, "2026-03-01", Value::Null), version(2, "2026-03-02", shift)],
        })
    };
    let mut document = small();
    document["engagements"][0]["goals"] = (0..2_000).map(goal).collect();
    let fault = refusal(&document);
    assert_eq!(
        (fault.code, fault.place.as_str()),
        ("import.too_many", "engagements[0].goals")
    );
}

#[test]
fn odd_text_is_kept_exactly() {
    let odd = "\u{202e}סוד\u{202c} 🪑👩🏽‍💼 #let x = $ a^2 $ <script>alert(1)</script> \\u0041 \"quoted\"\r\n\ttab e\u{301}";
    let mut document = small();
    document["engagements"][0]["fees"] = json!(odd);
    document["people"][0]["name"] = json!("Máya \u{202e}ay 🪑 <b>#x</b>");
    let bytes = serde_json::to_vec(&document).unwrap();
    let record = interchange::read(&bytes).unwrap();
    assert_eq!(record.engagements[0].fees.for_the_coach(), odd);
    let again: Value = serde_json::from_slice(&interchange::write(&record).unwrap()).unwrap();
    assert_eq!(again["engagements"][0]["fees"], json!(odd));
    assert_eq!(again["people"][0]["name"], document["people"][0]["name"]);
}
