//! A document for the sponsor's side is made from a view, never from the record.

fn main() {}

fn hand_over(case: &coaching::record::Case) {
    let _ = documents::summary_for_sponsors_side(case);
    let _ = documents::summary_for_sponsors_side(&case.engagement);
}
