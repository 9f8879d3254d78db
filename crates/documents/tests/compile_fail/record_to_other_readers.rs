//! A document for other readers is made from what the rules made for them, never from the record.

fn main() {}

fn hand_over(case: &coaching::record::Case, on: coaching::day::Day) {
    let _ = documents::agreement(case, on);
    let _ = documents::case_sheet(case);
    let _ = documents::client_story(case);
}
