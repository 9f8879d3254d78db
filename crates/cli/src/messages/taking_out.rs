//! Copies that were taken out of the vault.

use crate::arguments::Export;

pub fn exported(asked: &Export, path: &str) -> String {
    let what = match asked.engagement {
        None => "The whole practice",
        Some(_) => "The engagement",
    };
    let (how, this) = match (asked.readable, asked.tables) {
        (true, _) => ("as pages to read (begin with READ-ME.html)", "This folder"),
        (_, true) => ("as tables", "This file"),
        _ => ("as JSON", "This file"),
    };
    format!(
        "{what} is in {path}, {how}.\n{this} is not encrypted: keep it where only you can read it, and \
         delete it when it has served."
    )
}
