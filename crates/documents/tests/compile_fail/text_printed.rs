//! Words of the record cannot be printed by themselves.

fn main() {}

fn print(case: &coaching::record::Case) -> String {
    format!("{}", case.engagement.fees)
}
