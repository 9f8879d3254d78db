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
mod boundaries;
mod bringing;
mod cards;
mod changes;
mod closing;
mod direction;
mod goals;
mod knowing;
mod measures;
mod meetings;
mod others;
mod pages;
mod story;

pub use alignment::*;
pub use asks::*;
pub use boundaries::*;
pub use bringing::*;
pub use cards::*;
pub use changes::*;
pub use closing::*;
pub use coaching::closing::Keeps;
pub use coaching::knows::{HowKnown, ItemOf};
pub use coaching::record::{Coach, Mask};
pub use coaching::words::SessionPart;
pub use direction::*;
pub use goals::*;
pub use knowing::*;
pub use measures::*;
pub use meetings::*;
pub use others::*;
pub use pages::*;
pub use story::*;
