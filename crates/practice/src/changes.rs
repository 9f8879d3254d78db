//! What the coach changes: one file per area.

mod agreements;
mod direction;
mod engagements;
mod goals;
mod masks;
mod measures;
mod meetings;
mod notes;
mod people;
mod releases;
mod said;
mod sessions;
mod tellings;

use coaching::ids::NotAnId;

use crate::error::Failure;

/// A new random id of any kind.
pub(crate) fn new_id<T>(kind: impl FnOnce(String) -> Result<T, NotAnId>) -> Result<T, Failure> {
    Ok(kind(vault::random_id()?)?)
}
