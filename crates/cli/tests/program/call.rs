//! Any command of the window from a script, and who may know an item.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::support::{Done, PASSPHRASE, json, program, sample_vault, three_chairs};
use serde_json::{Value, json};

/// Runs `call` with an input and gives its JSON.
#[track_caller]
fn call(vault: &Path, command: &str, input: &Value) -> Value {
    let input = input.to_string();
    serde_json::from_str(&three_chairs(vault, &["call", command, &input]).fine()).unwrap()
}

/// Refused with this code, and with nothing of the input in the message.
#[track_caller]
fn refused(vault: &Path, arguments: &[&str], code: &str) -> Value {
    let mut all = vec!["call"];
    all.extend(arguments);
    all.push("--json");
    let failure = three_chairs(vault, &all).refused();
    assert_eq!(failure["code"], code, "{failure}");
    assert!(!failure["message"].as_str().unwrap().contains("planted"));
    failure
}

fn on_standard_input(vault: &Path, command: &str, input: &[u8]) -> Done {
    let mut child = program()
        .args(["call", command, "-", "--json", "--vault"])
        .arg(vault)
        .env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A child that has refused already reads no more.
    let _ = child.stdin.take().unwrap().write_all(input);
    Done::of(child.wait_with_output().unwrap())
}

#[test]
fn a_call_answers_as_the_window_would() {
    let vault = sample_vault();
    let list = three_chairs(&vault, &["call", "engagements"]).fine();
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list, json(&vault, &["engagements"]));
    let ask = json!({ "engagement": "nadia", "party": "nadia-sponsor", "on": null });
    let card = call(&vault, "say", &ask);
    assert_eq!(card["role"], "sponsor");
    let typed = on_standard_input(&vault, "say", ask.to_string().as_bytes()).fine();
    assert_eq!(serde_json::from_str::<Value>(&typed).unwrap(), card);
    // An object without fields is no input either.
    assert_eq!(call(&vault, "engagements", &json!({})), list);
}

#[test]
fn what_a_release_needs_from_a_script() {
    let folder = tempfile::tempdir().unwrap();
    let vault = &folder.path().join("vault");
    three_chairs(vault, &["sample"]).fine();
    let ask = json!({
        "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": "progress",
        "voice": "coachee", "on": null
    });
    assert_eq!(call(vault, "may_release", &ask)["allowed"], true);
    let made = call(
        vault,
        "give_release",
        &json!({
            "engagement": "nadia", "audience": { "party": "nadia-sponsor" }, "topic": "progress",
            "wording": "I said no on Monday.", "voice": "coachee", "given": null,
            "how": "in-writing", "note": null, "session": null, "goal": null
        }),
    );
    let id = made["id"].as_str().unwrap();
    let text = three_chairs(vault, &["who", "nadia", id]).fine();
    assert!(
        text.contains("Graham Tolliver, sponsor: yes (released "),
        "{text}"
    );
    assert!(text.contains("released to somebody else"), "{text}");
    let said = json!({
        "engagement": "nadia", "party": "nadia-sponsor", "topic": "progress",
        "words": "I said no on Monday.", "how": "call", "on": null
    });
    assert_eq!(call(vault, "record_said", &said), Value::Null);
    let text = three_chairs(vault, &["who", "nadia", id]).fine();
    assert!(text.contains("Graham Tolliver, sponsor: ledger "), "{text}");
    let withdraw = json!({ "engagement": "nadia", "release": id, "on": null });
    assert_eq!(call(vault, "withdraw_release", &withdraw), Value::Null);
    refused(
        vault,
        &["withdraw_release", &withdraw.to_string()],
        "release.withdrawn",
    );
    let exception = json!({
        "engagement": "nadia", "party": "nadia-hr", "topic": "session-content",
        "words": "planted", "how": "call", "on": null, "kind": "danger", "reason": "planted",
        "consulted": "nobody", "least_necessary": true
    });
    let failure = refused(
        vault,
        &["record_exception", &exception.to_string()],
        "exception.nobody_consulted",
    );
    assert_eq!(failure["field"], "reason");
    assert_eq!(json(vault, &["check"])["sound"], true);
}

#[test]
fn a_call_that_cannot_be_understood_says_so_and_quotes_nothing() {
    let vault = sample_vault();
    refused(&vault, &["no_such_command"], "call.unknown");
    refused(&vault, &["Say", "{}"], "call.unknown");
    for belongs_to_the_window in ["create_vault", "unlock", "lock", "open_sample"] {
        refused(&vault, &[belongs_to_the_window], "call.not_here");
    }
    for input in ["planted", "{\"planted\"", "", "{} {}", "'planted'"] {
        refused(&vault, &["say", input], "call.unreadable");
    }
    for (input, says) in [
        (json!(null), "object"),
        (json!([]), "object"),
        (json!("planted"), "object"),
        (json!({}), "lacks the field “engagement”"),
        (
            json!({ "engagement": "nadia", "party": "nadia-sponsor", "on": null, "planted": 1 }),
            "does not know",
        ),
        (
            json!({ "engagement": "nadia", "party": "nadia-sponsor", "on": "planted" }),
            "not a date",
        ),
        (
            json!({ "engagement": "PLANTED planted", "party": "nadia-sponsor", "on": null }),
            "not an id",
        ),
        (
            json!({ "engagement": 7, "party": "nadia-sponsor", "on": null }),
            "must be text",
        ),
    ] {
        let failure = refused(&vault, &["say", &input.to_string()], "call.unreadable");
        let message = failure["message"].as_str().unwrap();
        assert!(message.contains(says), "{input}: {message}");
    }
    refused(
        &vault,
        &["engagements", "{\"planted\":1}"],
        "call.unreadable",
    );
    refused(
        &vault,
        &[
            "who",
            "{\"engagement\":\"nadia\",\"item\":{\"planted\":\"x\"},\"on\":null}",
        ],
        "call.unreadable",
    );
    let bytes = on_standard_input(&vault, "say", b"\xff\xfeplanted").refused();
    assert_eq!(bytes["code"], "call.unreadable");
    // Without --json the sentence alone.
    let done = three_chairs(&vault, &["call", "no_such_command"]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.starts_with("There is no such command."));
}

#[test]
fn a_bad_call_costs_no_passphrase() {
    let nowhere = Path::new("/nonexistent/vault");
    let run = |arguments: &[&str]| {
        let mut command = program();
        command
            .args(arguments)
            .arg("--json")
            .arg("--vault")
            .arg(nowhere);
        Done::of(command.stdin(Stdio::null()).output().unwrap()).refused()["code"].clone()
    };
    assert_eq!(run(&["call", "no_such_command"]), "call.unknown");
    assert_eq!(run(&["call", "say", "planted"]), "call.unreadable");
    assert_eq!(run(&["call", "engagements"]), "passphrase.no_terminal");
}

#[test]
fn who_may_know_an_item() {
    let vault = sample_vault();
    let text = three_chairs(&vault, &["who", "nadia", "nadia-ins1"]).fine();
    for line in [
        "Graham Tolliver, sponsor: only the released words",
        "Chiara Benedetti, HR partner: no: only the coachee tells",
        "Nadia Rahimi, coachee: said it",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let card = json(&vault, &["who", "nadia", "nadia-contracting:nadia-g1"]);
    assert_eq!(card["topic"], "baseline-goals");
    assert_eq!(card["chairs"], "three");
    let card = json(&vault, &["who", "nadia", "nadia-s1:reflective"]);
    assert_eq!(card["chairs"], "one");
    let early = ["who", "nadia", "nadia-ins1", "--on", "2000-01-01"];
    let card = json(&vault, &early);
    assert!(
        card["may"]
            .as_array()
            .unwrap()
            .iter()
            .all(|party| party["not"] == "not-yet")
    );
    for item in [
        "amara-ins1",
        "nadia-s1:planted",
        "nadia-s1",
        "",
        "planted:record",
    ] {
        let failure = three_chairs(&vault, &["who", "nadia", item, "--json"]).refused();
        assert_eq!(failure["code"], "find.item_none", "{item}");
    }
}
