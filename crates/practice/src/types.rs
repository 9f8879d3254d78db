//! What crosses to the interface: questions, answers and changes. TypeScript types are made from
//! these (`cargo xtask types`) and committed under `ui/src/ipc/types`.

/// Inputs of changes: each refuses fields that it does not know.
macro_rules! changes {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Deserialize, TS)]
        #[ts(export)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind),* }
    )*};
}

mod alignment;
mod asks;
mod backups;
mod boundaries;
mod bringing;
mod cards;
mod changes;
mod closing;
mod day;
mod direction;
mod finding;
mod goals;
mod hours;
mod knowing;
mod measures;
mod meetings;
mod old_notes;
mod others;
mod pages;
mod retention;
mod safety;
mod sessions;
mod story;
mod taking_out;
mod undoing;

pub use alignment::*;
pub use asks::*;
pub use backups::*;
pub use boundaries::*;
pub use bringing::*;
pub use cards::*;
pub use changes::*;
pub use closing::*;
pub use coaching::closing::Keeps;
pub use coaching::hours::{HoursLog, Listing, LogRow, Progress, Standing, Sum, hours};
pub use coaching::knows::{HowKnown, ItemOf};
pub use coaching::pace::{Contracted, Rhythm};
pub use coaching::record::{Coach, Mask};
pub use coaching::retention::Disposed;
pub use coaching::today::Urgency;
pub use coaching::will::Will;
pub use coaching::words::SessionPart;
pub use day::*;
pub use direction::*;
pub use finding::*;
pub use goals::*;
pub use hours::*;
pub use knowing::*;
pub use measures::*;
pub use meetings::*;
pub use old_notes::*;
pub use others::*;
pub use pages::*;
pub use retention::*;
pub use safety::*;
pub use sessions::*;
pub use story::*;
pub use taking_out::*;
pub use undoing::*;
