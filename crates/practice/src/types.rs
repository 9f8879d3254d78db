//! What crosses to the interface: questions, answers and changes. TypeScript types are made from
//! these (`cargo xtask types`) and committed under `ui/src/ipc/types`.

mod asks;
mod cards;
mod changes;
mod pages;
mod story;

pub use asks::*;
pub use cards::*;
pub use changes::*;
pub use coaching::record::Coach;
pub use pages::*;
pub use story::*;
