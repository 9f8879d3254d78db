//! What a coach can do, as use cases. The window, the command line and the tests all come through
//! [`Desk`]; each change is named, is one transaction and either happens whole or not at all.

mod changes;
mod clock;
pub mod commands;
mod desk;
mod error;
mod input;
pub mod interchange;
mod ledger;
mod pages;
mod paperwork;
pub mod sample;
pub mod types;

pub use clock::{Clock, Now, StandingClock, SystemClock};
pub use desk::{Desk, Places};
pub use error::Failure;
pub use vault::{FakeKeychain, NoKeychain, SystemKeychain};
