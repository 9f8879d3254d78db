//! Words for what can be found.

use serde::{Deserialize, Serialize};

words! {
    /// What kind of thing was found.
    FoundKind {
        /// A person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// An engagement, by its name.
        Engagement = "engagement",
        /// A text of a session that coach and coachee share.
        Session = "session",
        /// What the coach alone thinks of it.
        Reflection = "reflection",
        /// A goal, in one of its wordings, and what it serves.
        Goal = "goal",
        /// What was said with a score or a rating.
        Measure = "measure",
        /// What the coachee saw.
        Insight = "insight",
        /// What the coachee tries between sessions.
        Practice = "practice",
        /// A promise.
        Commitment = "commitment",
        /// A subject of the work.
        Theme = "theme",
        /// The coachee's sense of direction.
        Purpose = "purpose",
        /// Where parties stand, what they expect, where they pull apart.
        Alignment = "alignment",
        /// A three-way meeting: its preparation, its outcomes.
        Meeting = "meeting",
        /// What the sponsor's side told the coach.
        SponsorContact = "sponsor-contact",
        /// Words that were released.
        Release = "release",
        /// What reached somebody, as the ledger has it.
        Told = "told",
        /// What a rater or an assessment said.
        Feedback = "feedback",
        /// What was agreed: additions to the boundaries, fees.
        Agreement = "agreement",
        /// What was said about the end, and afterwards.
        Ending = "ending",
        /// A question to think with.
        Question = "question",
    }
}

words! {
    /// How two engagements could stand in each other's way.
    ConflictKind {
        /// Somebody on the sponsor's side stands there for another coachee as well.
        SameSponsor = "same-sponsor",
        /// The coachee stands on the sponsor's side elsewhere.
        CoacheeIsSponsor = "coachee-is-sponsor",
        /// Somebody on the sponsor's side is a coachee elsewhere.
        SponsorIsCoachee = "sponsor-is-coachee",
        /// The coachee is a stakeholder elsewhere.
        CoacheeIsStakeholder = "coachee-is-stakeholder",
        /// The coachee is coached in another engagement at the same time.
        CoacheeTwice = "coachee-twice",
    }
}
