//! Words for how long things are kept.

use serde::{Deserialize, Serialize};

words! {
    /// A part of an engagement that has a clock of its own.
    KeptPart {
        /// The coach's reflective notes.
        Reflective = "reflective",
        /// All of it.
        Record = "record",
    }
}

words! {
    /// The rule under which something was disposed of.
    DisposalRule {
        /// Its clock had run out.
        Clock = "clock",
        /// The coachee asked for it.
        Asked = "asked",
    }
}

words! {
    /// How far a part is from being disposed of.
    KeptState {
        /// The engagement goes on.
        Running = "running",
        /// A hold stands.
        Held = "held",
        /// It is kept until a day.
        Kept = "kept",
        /// The day has come.
        Due = "due",
        /// Nothing of it is left.
        Gone = "gone",
    }
}
