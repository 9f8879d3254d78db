//! Why a document was not made.

/// Why there is no content: what was asked for may not, or cannot, be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The view holds nothing: no agreement in force opens the engagement to this person.
    #[error(
        "No agreement is in force that opens this engagement to this person; nothing may be handed \
         over. Record the agreement and the coachee's assent first."
    )]
    NothingInForce,
    /// The view is of another chair than the document is for. A coachee's view must never become a
    /// sponsor's document.
    #[error(
        "This document is for another chair than the one it was asked from. Nothing was written; \
         choose the party again."
    )]
    AnotherChair,
    /// The meeting is not one that this view holds.
    #[error(
        "This person may not know of that meeting on that day. Nothing was written; choose another \
         meeting or another day."
    )]
    NoSuchMeeting,
    /// Nobody is invited to what has been or was called off.
    #[error(
        "This meeting is not one that is to come, so nobody is invited to it. Nothing was written."
    )]
    NotPlanned,
    /// What was not held has no minutes.
    #[error(
        "This meeting has not been recorded as held, so there are no minutes of it. Nothing was written; \
         record first what came out of it."
    )]
    NotHeld,
    /// The one to be told is not on the sponsor's side, or not in the engagement on that day.
    #[error(
        "This person is not on the sponsor's side of the engagement on that day. Nothing was written; \
         choose the sponsor, the line manager or the HR partner."
    )]
    NobodyToTell,
    /// The goal that was chosen stands as it was agreed.
    #[error(
        "This goal has not moved since it was agreed, so there is nothing to tell about it. Nothing was \
         written."
    )]
    NothingMoved,
    /// The coach's own page was asked for a day on which there was no engagement yet.
    #[error("The engagement had not begun on that day. Choose a later day.")]
    NotYetBegun,
    /// Nothing is released for anybody, or every wording that is names somebody.
    #[error(
        "Nothing can be told to anybody yet: the coachee has released no wording for the public, or \
         every one of them holds a name. Ask for a release of words without names."
    )]
    NothingReleased,
}

/// A content could not be turned into a file. That is a fault of the program, not of the words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The document could not be typeset ({0}). Nothing was written and the record is untouched; \
     another format may work."
)]
pub struct NotRendered(pub(crate) &'static str);
