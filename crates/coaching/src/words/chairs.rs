//! The three chairs.

use serde::{Deserialize, Serialize};

words! {
    /// How many know an item: the coach alone; coach and coachee; the sponsor's side as well.
    Chairs {
        /// The coach alone.
        One = "one",
        /// The coach and the coachee.
        Two = "two",
        /// The sponsor's side as well.
        Three = "three",
    }
}
