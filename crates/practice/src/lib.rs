//! What a coach can do, as use cases. The window, the command line and the tests all come through
//! [`Desk`]; each change is named, is one transaction and either happens whole or not at all.

mod answering;
mod backups;
mod changes;
mod clock;
pub mod commands;
mod desk;
mod disposing;
mod error;
mod exchange;
mod files;
mod input;
pub mod interchange;
mod keys;
mod ledger;
mod letterhead;
mod locking;
pub mod log;
mod pages;
mod paperwork;
pub mod sample;
mod support;
mod taking_out;
pub mod types;
mod undoing;

/// The words in which one asks the desk and it answers.
pub use coaching::{day, ids, meetings, slots, view, words};

pub use answering::{COMMANDS, answer};
pub use changes::bringing::file_in_base64;
pub use changes::old_notes::notes_files;
pub use clock::{Clock, Now, StandingClock, SystemClock, clocks_in};
pub use desk::{Desk, Places};
pub use error::Failure;
pub use exchange::{BrokenLedger, Checked, Imported, OddPlace};
pub use paperwork::Place;
pub use vault::{FakeKeychain, NoKeychain, SystemKeychain, keep_memory_private};
