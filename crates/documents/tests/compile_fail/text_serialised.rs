//! Words of the record cannot be serialised by themselves.

fn main() {}

fn send(case: &coaching::record::Case) -> serde_json::Result<String> {
    serde_json::to_string(&case.engagement.fees)
}
