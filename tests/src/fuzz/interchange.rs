//! The interchange format.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use practice::interchange::{read, write};
use serde_json::Value;

use super::file;

/// All codes with which a document may be refused.
const CODES: &[&str] = &[
    "import.dangling",
    "import.date",
    "import.duplicate_field",
    "import.id",
    "import.inconsistent",
    "import.ledger",
    "import.missing_field",
    "import.name",
    "import.newer",
    "import.not_json",
    "import.not_ours",
    "import.nul",
    "import.text",
    "import.too_large",
    "import.too_long",
    "import.too_many",
    "import.twice",
    "import.unknown_field",
    "import.value",
    "import.word",
];

/// A document: refused with a code, at a place that is made of the format's own names, or the same
/// after it was written, which puts lists without an order of their own in one, and read again.
pub(super) fn document(bytes: &[u8]) -> bool {
    match read(bytes) {
        Ok(mut record) => {
            let written = write(&record).unwrap();
            record.organisations.sort_by(|a, b| a.id.cmp(&b.id));
            record.people.sort_by(|a, b| a.id.cmp(&b.id));
            record.engagements.sort_by(|a, b| a.id.cmp(&b.id));
            record.templates.sort_by(|a, b| a.id.cmp(&b.id));
            let again = read(&written).unwrap();
            assert!(again == record, "another record after it was written");
            assert!(write(&again).unwrap() == written, "written otherwise");
            true
        }
        Err(fault) => {
            assert!(CODES.contains(&fault.code), "{fault:?}");
            for name in fault.place.split(['.', '[', ']']) {
                let number = name.bytes().all(|b| b.is_ascii_digit());
                assert!(number || names().contains(name), "{fault:?}");
            }
            false
        }
    }
}

/// The names that the schema gives to fields and words.
fn names() -> &'static BTreeSet<String> {
    static NAMES: OnceLock<BTreeSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let schema = file("docs/interchange.schema.json");
        let schema: Value = serde_json::from_slice(&schema).unwrap();
        let mut names = BTreeSet::new();
        let mut left = vec![&schema];
        while let Some(value) = left.pop() {
            match value {
                Value::Object(fields) => {
                    names.extend(fields.keys().cloned());
                    left.extend(fields.values());
                }
                Value::Array(values) => left.extend(values),
                Value::String(word) => {
                    names.insert(word.clone());
                }
                _ => {}
            }
        }
        names
    })
}

/// The frozen practice with one of its engagements each, and an empty one.
pub(super) fn documents() -> Vec<Vec<u8>> {
    let whole: Value = serde_json::from_slice(&file("tests/frozen/vault-1.json")).unwrap();
    let engagements = whole["engagements"].as_array().unwrap().iter();
    let of_one = engagements.map(|engagement| {
        let mut one = whole.clone();
        one["engagements"] = Value::Array(vec![engagement.clone()]);
        one.to_string().into_bytes()
    });
    let empty = br#"{"format":"three-chairs","version":1}"#.to_vec();
    of_one.chain([empty]).collect()
}
