//! Contacts of other programs.

use practice::Failure;
use practice::types::Brought;

pub const CONTACT_COLUMNS: [&str; 6] = ["No", "Name", "Organisation", "Title", "Email", "There"];
pub const THERE_ALREADY: &str = "already";
pub const NOTHING_BROUGHT: &str =
    "Nothing was brought in yet. To bring in those who are not there: --bring";

pub fn left_out(entries: usize) -> String {
    format!("Entries that name nobody: {entries}")
}

pub fn brought(brought: &Brought) -> String {
    let Brought {
        people,
        organisations,
    } = brought;
    format!("Brought in. New people: {people}. New organisations: {organisations}.")
}

pub fn not_contacts() -> Failure {
    Failure::new(
        "intake.ending",
        "Contacts are read from .vcf and .csv files. Nothing was changed; export them as one of these.",
    )
    .at("file")
}
