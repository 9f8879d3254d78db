//! Keeps the record in one encrypted database.
//!
//! [`Store`] opens the database with the raw key that the vault hands over, and runs reads and
//! writes as transactions. Inside one, the free functions of this crate's modules take the [`Tx`];
//! each module has the queries of one table, or of one aggregate (`docs/architecture.md`). This
//! crate knows no rules, makes no keys and asks no clock. Nothing of SQL is in its interface.
//!
//! ```no_run
//! # fn main() -> Result<(), store::StoreError> {
//! # let key = "x'00'";
//! use store::{Store, StoreError, setting};
//!
//! let mut store = Store::open("practice/practice.db".as_ref(), key)?;
//! store.write(|tx| setting::set(tx, "theme", "dark"))?;
//! let theme = store.read(|tx| setting::get(tx, "theme"))?;
//! # let _: Option<String> = theme;
//! # Ok(())
//! # }
//! ```

mod checking;
mod column;
mod connect;
mod copy;
mod error;
mod migrate;
mod open;
mod place;
mod touched;
mod tx;

pub mod agreement;
pub mod alignment;
pub mod approval;
pub mod calendar;
pub mod coach;
pub mod commitment;
pub mod contact;
pub mod direction;
pub mod disposal;
pub mod engagement;
pub mod finding;
pub mod follow_up;
pub mod goal;
pub mod handing_over;
pub mod hold;
pub mod hours;
pub mod learning;
pub mod ledger;
pub mod letterhead;
pub mod levels;
pub mod mask;
pub mod measure;
pub mod meeting;
pub mod note;
pub mod organisation;
pub mod party;
pub mod person;
pub mod position;
pub mod put_off;
pub mod question;
pub mod release;
pub mod session;
pub mod setting;
pub mod supervision;
pub mod telling;
pub mod template;
pub mod undo;
pub mod will;

pub use connect::SETTINGS;
pub use copy::{Contents, Snapshot, contents};
pub use error::StoreError;
pub use open::{FormatVersion, Store, newest_format};
pub use touched::Touched;
pub use tx::Tx;
