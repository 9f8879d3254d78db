//! What was changed today, and what was removed.

use practice::types::ChangeCard;

pub const NO_CHANGES: &str = "Nothing was changed today.";
pub const REMOVED: &str = "Removed; “undo NUMBER” puts it back";
pub const CHANGE_COLUMNS: [&str; 5] = ["Number", "When", "Change", "About", ""];

pub fn change_state(card: &ChangeCard) -> &'static str {
    match (card.undone, card.fixed) {
        (true, _) => "undone",
        (_, true) => "in the ledger, stays",
        _ => "",
    }
}

pub fn undone(card: &ChangeCard) -> String {
    format!("Undone: {}.", named(card))
}

pub fn done_again(card: &ChangeCard) -> String {
    format!("Done again: {}.", named(card))
}

fn named(card: &ChangeCard) -> String {
    match card.about.as_str() {
        "" => card.name.clone(),
        about => format!("{}, “{about}”", card.name),
    }
}
