//! What a coach can do, as use cases. The window, the command line and the tests all come through
//! [`Desk`]; each change is named, is one transaction and either happens whole or not at all.

mod answering;
mod changes;
mod clock;
pub mod commands;
mod desk;
mod error;
mod exchange;
mod input;
pub mod interchange;
mod ledger;
mod letterhead;
mod pages;
mod paperwork;
pub mod sample;
pub mod types;

/// The words in which one asks the desk and it answers.
pub use coaching::{day, ids, meetings, view, words};

pub use answering::{COMMANDS, answer};
pub use changes::bringing::file_in_base64;
pub use clock::{Clock, Now, StandingClock, SystemClock};
pub use desk::{Desk, Places};
pub use error::Failure;
pub use exchange::{BrokenLedger, Checked, Imported, OddPlace};
pub use paperwork::Place;
pub use vault::{FakeKeychain, NoKeychain, SystemKeychain};
