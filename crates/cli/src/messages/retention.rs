//! How long things are kept, holds, and disposal.

use practice::Failure;
use practice::types::{CertificateCard, DisposalPage, KeptCard};
use practice::words::{DisposalRule, KeptPart, KeptState};

pub const RETENTION_COLUMNS: [&str; 5] = ["Engagement", "Coachee", "Ended", "Notes", "Record"];
pub const NOTHING_ENDED: &str = "No engagement has ended, and nothing is held.";
pub const CERTIFICATES: &str = "Certificates of disposal";
pub const DISPOSED_COLUMNS: [&str; 3] = ["Items", "Kind", "SHA-256"];

pub fn kept_for(card: &KeptCard) -> String {
    let until = card.until.map_or(String::new(), |day| day.to_string());
    match card.state {
        KeptState::Running => "goes on".to_owned(),
        KeptState::Held => "held".to_owned(),
        KeptState::Kept => format!("until {until}"),
        KeptState::Due => format!("due since {until}"),
        KeptState::Gone => "none left".to_owned(),
    }
}

pub fn part_of(part: KeptPart) -> &'static str {
    match part {
        KeptPart::Reflective => "the reflective notes",
        KeptPart::Record => "the whole record, with its ledger",
    }
}

pub fn rule_of(rule: DisposalRule) -> &'static str {
    match rule {
        DisposalRule::Clock => "its time has passed",
        DisposalRule::Asked => "the coachee asked for it",
    }
}

pub fn would_go(page: &DisposalPage) -> String {
    format!(
        "Disposing of {} of {} takes away ({}):",
        part_of(page.part),
        page.name,
        rule_of(page.rule)
    )
}

pub const NOT_YET_GONE: &str =
    "Nothing is gone yet. With --yes it goes, and cannot be brought back.";

pub fn certified(card: &CertificateCard) -> String {
    format!(
        "Certificate {}, {}: {} ({}).",
        card.id,
        card.on,
        part_of(card.part),
        rule_of(card.rule)
    )
}

pub fn still_in(place: &str) -> String {
    format!(
        "Older backups that still hold it could not be removed from {place}. Remove them yourself."
    )
}

pub fn no_hold() -> Failure {
    Failure::new(
        "hold.none",
        "No hold stands on this engagement. Nothing was changed.",
    )
}

pub fn no_certificate() -> Failure {
    Failure::missing("certificate").at("disposal")
}
