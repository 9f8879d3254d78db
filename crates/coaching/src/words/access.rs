//! Words for what is kept about one person.

use serde::{Deserialize, Serialize};

words! {
    /// Why something that is kept is about a person (`docs/confidentiality.md`, access requests).
    About {
        /// It is kept about the person as such.
        Details = "details",
        /// They said it, or it was noted as their view.
        Said = "said",
        /// They promised it.
        Promised = "promised",
        /// It was told or handed to them.
        Told = "told",
        /// They are the coachee whose record it is.
        TheirRecord = "their-record",
        /// It names them, or says how coach and coachee see them.
        NamesThem = "names-them",
    }
}

words! {
    /// What is kept about a person as such.
    Detail {
        /// Their name.
        Name = "name",
        /// What they are called.
        Called = "called",
        /// Their job title.
        Title = "title",
        /// Where they work.
        Organisation = "organisation",
        /// Mail address.
        Mail = "mail",
        /// Telephone number.
        Phone = "phone",
        /// How they relate to a coachee.
        Relation = "relation",
    }
}
