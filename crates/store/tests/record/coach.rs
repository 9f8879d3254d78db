use coaching::record::Coach;
use serde_json::json;
use store::coach;

use crate::{Practice, from};

#[test]
fn there_is_one_coach_at_most() {
    let mut practice = Practice::empty();
    assert_eq!(practice.read(coach::get), Coach::default());
    let first = from(json!({
        "name": "Ada", "credentials": "PCC", "email": "a@example.org", "phone": "1",
        "address": "Street 1\nTown"
    }));
    practice.write(|tx| coach::set(tx, &first));
    assert_eq!(practice.read(coach::get), first);
    let second = from(json!({ "name": "Ada B" }));
    practice.write(|tx| coach::set(tx, &second));
    assert_eq!(practice.read(coach::get), second);
}
