//! A vault that the window made, opened by the test itself while no window has it open.

use crate::journey::PASSPHRASE;
use practice::types::Unlock;
use practice::{Desk, NoKeychain, SystemClock};
use serde_json::Value;
use std::path::Path;

/// A desk on which nothing is open.
pub fn desk(vault: &Path) -> Desk {
    let places = whole_program_tests::places(vault, &std::env::temp_dir());
    Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places).without_asking_again()
}

/// The vault, open.
pub fn unlocked(vault: &Path) -> Desk {
    let mut desk = desk(vault);
    let opened = desk.unlock(Unlock {
        folder: vault.display().to_string(),
        passphrase: Some(PASSPHRASE.to_owned()),
    });
    opened.unwrap();
    desk
}

/// All that the practice holds, seen to hold together.
pub fn sound(vault: &Path) -> Value {
    let desk = unlocked(vault);
    let checked = desk.check().unwrap();
    assert!(checked.sound, "{checked:?}");
    serde_json::from_slice(&desk.export().unwrap()).unwrap()
}
