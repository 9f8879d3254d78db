//! Hours, supervision and the professional will on the desk.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::types::{AskHours, HoursSeen, Made, TableFormat};
use practice::{Desk, Failure};
use serde_json::{Value, json};

use crate::support::{TODAY, made, sample, seen};

fn hours(desk: &Desk) -> Value {
    serde_json::to_value(desk.hours(AskHours { on: None }).unwrap()).unwrap()
}

fn row(client: &str) -> Value {
    json!({
        "client": client, "contact": "+34 600", "group": "", "from": "2020-01-01",
        "until": "2020-12-31", "paid": "12,5", "pro_bono": "0:45", "consented": "2021-01-02"
    })
}

fn add(desk: &mut Desk, rows: &[Value]) -> Result<u32, Failure> {
    let added = desk.add_hours(made(json!({ "rows": rows, "how": "by-message" })))?;
    Ok(added.rows)
}

/// Nothing is added by these rows, and the refusal names this cell.
#[track_caller]
fn refused(change: &[(&str, &str)], field: &str, code: &str) {
    let (_folder, mut desk) = sample();
    let mut bad = row("B");
    for (cell, typed) in change {
        bad[*cell] = json!(typed);
    }
    let blank = json!({
        "client": "", "contact": " ", "group": "", "from": "", "until": "", "paid": "",
        "pro_bono": "", "consented": ""
    });
    let failure = add(&mut desk, &[row("A"), blank, bad]).unwrap_err();
    assert_eq!(
        (failure.field.as_deref(), failure.code.as_str()),
        (Some(field), code)
    );
    assert!(failure.message.starts_with("Row 3: ") && !failure.message.contains("+34"));
    assert_eq!(hours(&desk)["earlier"], json!([]));
}

#[test]
fn a_faulty_cell_is_named_and_no_row_is_added() {
    refused(&[("client", " ")], "rows[2].client", "hours.no_client");
    refused(&[("from", "31.12.2020")], "rows[2].from", "input.date");
    refused(
        &[("until", "2019-01-01")],
        "rows[2].until",
        "hours.end_before_start",
    );
    refused(
        &[("until", "2099-01-01")],
        "rows[2].until",
        "input.in_future",
    );
    refused(&[("paid", "many")], "rows[2].paid", "input.hours");
    refused(
        &[("paid", ""), ("pro_bono", "0")],
        "rows[2].paid",
        "hours.none",
    );
    refused(&[("group", "-3")], "rows[2].group", "input.number");
    refused(&[("group", "100")], "rows[2].group", "hours.group");
    refused(&[("consented", "yes")], "rows[2].consented", "input.date");
}

#[test]
fn rows_are_added_changed_and_removed_and_count() {
    let (_folder, mut desk) = sample();
    let before = hours(&desk);
    let held = before["log"]["total"]["paid"].as_u64().unwrap();
    assert!(
        held > 0 && before["log"]["rows"] == json!([]),
        "the sample asks nobody"
    );
    assert_eq!(add(&mut desk, &[row("A"), row("B")]).unwrap(), 2);
    let after = hours(&desk);
    assert_eq!(after["log"]["total"]["paid"], json!(held + 2 * 750));
    assert_eq!(
        after["log"]["listed"],
        json!({ "paid": 1500, "pro_bono": 90, "clients": 2 })
    );
    let id = after["earlier"][0]["id"].clone();
    let mut changed = row("A");
    changed["paid"] = json!("90 min");
    changed["consented"] = json!("");
    desk.change_hours(made(
        json!({ "id": id, "row": changed, "how": "in-writing" }),
    ))
    .unwrap();
    let after = hours(&desk);
    assert_eq!(after["earlier"][0]["paid"], json!(90));
    assert_eq!(after["log"]["listed"]["clients"], json!(1));
    changed["from"] = json!("nonsense");
    let ask = json!({ "id": id, "row": changed, "how": "in-writing" });
    let failure = desk.change_hours(made(ask)).unwrap_err();
    assert_eq!(failure.field.as_deref(), Some("from"));
    desk.remove_hours(made(json!({ "id": id }))).unwrap();
    assert_eq!(hours(&desk)["earlier"].as_array().unwrap().len(), 1);
    let gone = desk.remove_hours(made(json!({ "id": id }))).unwrap_err();
    assert_eq!(gone.code, "store.missing");
    let nothing = add(&mut desk, &[]).unwrap_err();
    assert_eq!(nothing.code, "input.blank");
}

#[test]
fn a_coachee_is_listed_from_the_day_of_consent_until_it_is_withdrawn() {
    let (_folder, mut desk) = sample();
    let person = hours(&desk)["coachees"][0]["person"].clone();
    let mut set = |listing: Value| {
        desk.set_listing(made(json!({ "person": person, "listing": listing })))
            .map(|()| hours(&desk)["log"]["rows"].as_array().unwrap().len())
    };
    let given = json!({ "given": TODAY, "how": "in-writing" });
    assert_eq!(set(given.clone()).unwrap(), 1);
    let withdrawn = json!({ "given": TODAY, "how": "in-writing", "withdrawn": TODAY });
    assert_eq!(set(withdrawn).unwrap(), 0);
    let ahead = json!({ "given": "2099-01-01", "how": "in-writing" });
    assert_eq!(set(ahead).unwrap_err().field.as_deref(), Some("given"));
    let before = json!({ "given": TODAY, "how": "in-writing", "withdrawn": "2020-01-01" });
    assert_eq!(set(before).unwrap_err().code, "hours.withdrawn_before");
    assert_eq!(set(given).unwrap(), 1);
    assert_eq!(set(Value::Null).unwrap(), 0);
    let nobody = json!({ "person": "nobody-at-all", "listing": null });
    assert_eq!(
        desk.set_listing(made(nobody)).unwrap_err().code,
        "desk.missing"
    );
}

#[test]
fn the_log_is_written_and_never_over_another_file() {
    let (folder, mut desk) = sample();
    add(&mut desk, &[row("=A")]).unwrap();
    let to = folder.path().to_str().unwrap();
    for format in [TableFormat::Csv, TableFormat::Xlsx] {
        let ask = json!({ "format": format, "folder": to });
        let first = desk.write_hours(made(ask.clone())).unwrap();
        let second = desk.write_hours(made(ask)).unwrap();
        assert_ne!(first.path, second.path);
        let bytes = std::fs::read(&first.path).unwrap();
        assert_eq!(bytes, std::fs::read(&second.path).unwrap());
        if format == TableFormat::Csv {
            let text = String::from_utf8(bytes).unwrap();
            let line = "'=A,'+34 600,Individual,,2020-01-01,2020-12-31,12.50,0.75";
            assert_eq!(text.lines().nth(1), Some(line));
        }
    }
    let ask = json!({ "format": "csv", "folder": "/no/such/folder" });
    let failure = desk.write_hours(made(ask)).err().unwrap();
    assert_eq!(failure.field.as_deref(), Some("folder"));
}

fn look(desk: &Desk, file: &[u8], kind: &str) -> Result<HoursSeen, Failure> {
    desk.look_at_hours(made(json!({ "file": STANDARD.encode(file), "kind": kind })))
}

#[test]
fn the_rows_of_a_table_are_looked_at_and_then_entered_like_typed_ones() {
    let (_folder, mut desk) = sample();
    let before = desk.export().unwrap();
    let table = "Paid hours;Start date;Client name;What about\n12,5;2020-01-01;Ada;secret\n1:30;2020-02-01;Bo;\n";
    let seen = look(&desk, table.as_bytes(), "csv").unwrap();
    assert!(desk.export().unwrap() == before);
    let rows = serde_json::to_value(&seen.rows).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(
        (&rows[0]["client"], &rows[0]["paid"]),
        (&json!("Ada"), &json!("12,5"))
    );
    assert!(!rows.iter().any(|row| row.to_string().contains("secret")));
    assert_eq!(add(&mut desk, rows).unwrap(), 2);
    let earlier = hours(&desk)["earlier"].clone();
    assert_eq!(earlier.as_array().unwrap().len(), 2);
    desk.undo(made(json!({}))).unwrap();
    assert!(desk.export().unwrap() == before);
    // Without a heading the columns are those of the grid, or of the ICF's log.
    for line in [
        "Ada,a@b.example,6,2020-01-01,,1",
        "Ada,a@b.example,Group,6,2020-01-01,,1",
    ] {
        let seen = look(&desk, line.as_bytes(), "csv").unwrap();
        let row = &seen.rows[0];
        assert_eq!(
            (row.group.as_str(), row.from.as_str(), row.paid.as_str()),
            ("6", "2020-01-01", "1")
        );
    }
    assert_eq!(
        look(&desk, b"none", "xlsx").unwrap_err().code,
        "intake.not_a"
    );
}

#[test]
fn a_log_that_was_written_is_read_again() {
    let (folder, mut desk) = sample();
    let rows = [row("Ada"), row("Bo")];
    add(&mut desk, &rows).unwrap();
    for format in [TableFormat::Xlsx, TableFormat::Csv] {
        let to = folder.path().display().to_string();
        let written = desk
            .write_hours(made(json!({ "format": format, "folder": to })))
            .unwrap();
        let kind = serde_json::to_value(format).unwrap();
        let file = std::fs::read(&written.path).unwrap();
        let seen = look(&desk, &file, kind.as_str().unwrap()).unwrap();
        let ada = seen.rows.iter().find(|row| row.client == "Ada").unwrap();
        assert_eq!(
            (ada.from.as_str(), ada.until.as_str()),
            ("2020-01-01", "2020-12-31")
        );
        let number = |cell: &str| cell.parse::<f64>().unwrap();
        assert_eq!((number(&ada.paid), number(&ada.pro_bono)), (12.5, 0.75));
        assert_eq!(ada.contact, "+34 600");
    }
}

fn learn(desk: &mut Desk, minutes: u32) -> Result<Made, Failure> {
    desk.save_learning(made(json!({
        "kind": "supervision", "on": null, "minutes": minutes, "with": "Iris", "about": "Two cases"
    })))
}

#[test]
fn a_certificate_is_kept_as_it_is_and_refused_when_too_large() {
    let (folder, mut desk) = sample();
    let id = learn(&mut desk, 60).unwrap().id;
    assert_eq!(
        learn(&mut desk, 4).unwrap_err().field.as_deref(),
        Some("minutes")
    );
    let file = folder.path().join("../certificate.pdf");
    let set = |desk: &mut Desk, bytes: &[u8]| {
        std::fs::write(folder.path().join("certificate.pdf"), bytes).unwrap();
        let id = made(json!(id));
        desk.set_certificate_from(&id, &folder.path().join("certificate.pdf"))
    };
    set(&mut desk, b"\0\xff%PDF").unwrap();
    let large = vec![0; 5 * 1024 * 1024 + 1];
    assert_eq!(
        set(&mut desk, &large).unwrap_err().code,
        "certificate.too_large"
    );
    assert_eq!(
        set(&mut desk, b"").unwrap_err().code,
        "certificate.unreadable"
    );
    let odd = json!({ "learning": id, "certificate": { "name": "a", "file": "not base64" } });
    let failure = desk.set_certificate(made(odd)).unwrap_err();
    assert_eq!(failure.code, "certificate.unreadable");
    let ask = json!({ "learning": id, "folder": folder.path() });
    let written = desk.write_certificate(made(ask)).unwrap();
    assert_eq!(std::fs::read(written.path).unwrap(), b"\0\xff%PDF");
    let gone = desk
        .set_certificate_from(&made(json!(id)), &file)
        .unwrap_err();
    assert_eq!(gone.code, "certificate.unreadable");
    assert_eq!(
        desk.supervision().unwrap().learning[0].certificate,
        "certificate.pdf"
    );
}

#[test]
fn what_is_marked_waits_is_taken_and_comes_back_as_a_reflection() {
    let (_folder, mut desk) = sample();
    let parties = ["nadia-sponsor", "nadia-yusuf"];
    let before = parties.map(|party| seen(&desk, "nadia", party));
    let take = |desk: &mut Desk, item: Value, why: &str| {
        let ask = json!({ "engagement": "nadia", "item": item, "why": why });
        desk.take_to_supervision(made(ask))
    };
    let item = json!({ "note": "nadia-ins1" });
    let mark = take(&mut desk, item, "Whose wish is this?").unwrap().id;
    take(&mut desk, Value::Null, "I tire here").unwrap();
    let blank = take(&mut desk, Value::Null, " ").unwrap_err();
    assert_eq!(blank.field.as_deref(), Some("why"));
    let none = take(&mut desk, json!({ "note": "no-such" }), "x").unwrap_err();
    assert_eq!(none.code, "desk.missing");
    let page = desk.supervision().unwrap();
    let of = &page.engagements[0];
    assert_eq!((of.engagement.as_str(), of.waiting.len()), ("nadia", 2));
    assert!(of.question.contains("Whose wish is this?") && of.question.contains("I tire here"));
    assert!(of.waiting.iter().any(|each| !each.text.is_empty()));
    assert_eq!(before, parties.map(|party| seen(&desk, "nadia", party)));
    let reflections = |desk: &Desk| {
        let bytes = desk.export().unwrap();
        let all: Value = serde_json::from_slice(&bytes).unwrap();
        let engagements = all["engagements"].as_array().unwrap();
        let nadia = engagements.iter().find(|e| e["id"] == "nadia").unwrap();
        nadia["reflections"].as_array().map_or(0, Vec::len)
    };
    let count = reflections(&desk);
    let back = |desk: &mut Desk, on: Value, words: &str| {
        let ask = json!({ "engagement": "nadia", "mark": mark, "on": on, "words": words });
        desk.bring_back(made(ask))
    };
    let early = back(&mut desk, json!("2020-01-01"), "x").unwrap_err();
    assert_eq!(early.field.as_deref(), Some("on"));
    back(&mut desk, Value::Null, "It is mine.").unwrap();
    assert_eq!(reflections(&desk), count + 1);
    let page = desk.supervision().unwrap();
    assert_eq!(page.engagements[0].taken.len(), 1);
    assert!(!page.engagements[0].question.contains("Whose wish"));
    let ask = json!({ "engagement": "nadia", "mark": mark });
    desk.remove_mark(made(ask.clone())).unwrap();
    assert_eq!(
        desk.remove_mark(made(ask)).unwrap_err().code,
        "desk.missing"
    );
    assert_eq!(before, parties.map(|party| seen(&desk, "nadia", party)));
}

#[test]
fn a_will_is_kept_printed_and_never_holds_a_key() {
    let (folder, mut desk) = sample();
    let to = folder.path().to_str().unwrap();
    let write = |desk: &Desk, format: &str| {
        desk.write_will(made(json!({ "format": format, "folder": to })))
    };
    assert!(desk.will().unwrap().will.is_none());
    assert_eq!(write(&desk, "md").err().unwrap().code, "will.no_successor");
    let will = |sealed: &str, language: &str| {
        json!({
            "language": language, "successor": "Iris Holm", "tasks": "Call everybody\nClose the books",
            "sealed": sealed, "reviewed": "2025-09-16"
        })
    };
    let key = will("7K4Q-M2XD-9RTW-AAJ3-PP5F-22QA", "en");
    let failure = desk.save_will(made(key)).unwrap_err();
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        ("will.key", Some("sealed"))
    );
    assert!(desk.will().unwrap().will.is_none());
    desk.save_will(made(will("In the safe", "en"))).unwrap();
    assert!(desk.will().unwrap().review_due);
    let text = std::fs::read_to_string(write(&desk, "md").unwrap().path).unwrap();
    for words in [
        "Iris Holm",
        "Close the books",
        "In the safe",
        "No key stands",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("Nadia"));
    desk.save_will(made(will("En la caja", "es"))).unwrap();
    for format in ["md", "html", "docx", "pdf"] {
        assert!(
            write(&desk, format)
                .unwrap()
                .path
                .contains("professional-will")
        );
    }
    let ics = write(&desk, "ics").err().unwrap();
    assert_eq!(ics.field.as_deref(), Some("format"));
}

#[test]
fn all_of_it_goes_out_and_comes_back_the_same() {
    let (_folder, mut desk) = sample();
    add(&mut desk, &[row("A"), row("B")]).unwrap();
    let id = learn(&mut desk, 60).unwrap().id;
    let certificate = json!({ "name": "a.pdf", "file": "AP8=" });
    desk.set_certificate(made(json!({ "learning": id, "certificate": certificate })))
        .unwrap();
    let person = hours(&desk)["coachees"][0]["person"].clone();
    let listing = json!({ "given": "2026-01-01", "how": "in-writing", "withdrawn": TODAY });
    desk.set_listing(made(json!({ "person": person, "listing": listing })))
        .unwrap();
    let mark = json!({ "engagement": "nadia", "item": "fees", "why": "Why so little?" });
    desk.take_to_supervision(made(mark)).unwrap();
    desk.save_will(made(json!({ "language": "es", "successor": "Iris" })))
        .unwrap();
    let first = desk.export().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    desk.create_vault(made(json!({
        "folder": vault, "passphrase": "four plain words here", "remember": false
    })))
    .unwrap();
    desk.import(&first).unwrap();
    assert!(
        first == desk.export().unwrap(),
        "what went out came back otherwise"
    );
    let schema = include_str!("../../../../docs/interchange.schema.json");
    let schema = jsonschema::draft202012::new(&serde_json::from_str(schema).unwrap()).unwrap();
    let value: Value = serde_json::from_slice(&first).unwrap();
    if let Err(error) = schema.validate(&value) {
        panic!("{error} at {}", error.instance_path());
    }
    for (place, wrong) in [
        ("own.earlier_hours[0].paid", json!(600_001)),
        ("own.earlier_hours[1].until", json!("2019-12-31")),
        ("own.certificates[0].file", json!("")),
        ("own.certificates[0].learning", json!("none")),
        ("own.listings[0].person", json!("none")),
        ("own.learning[0].minutes", json!(4)),
        ("own.will.successor", json!("abcd2 efgh3 jklm4 npqr5 stuv6")),
    ] {
        let mut broken = value.clone();
        let pointer = place.replace(['.', '['], "/").replace(']', "");
        *broken.pointer_mut(&format!("/{pointer}")).unwrap() = wrong;
        let bytes = serde_json::to_vec(&broken).unwrap();
        let fault = practice::interchange::read(&bytes).unwrap_err();
        assert_eq!(fault.place, place);
    }
}
