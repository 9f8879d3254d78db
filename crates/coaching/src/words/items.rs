//! Words for the parts of a record, and for who may not know one.

use serde::{Deserialize, Serialize};

words! {
    /// One of the texts of a session.
    SessionPart {
        /// What the coachee sent beforehand.
        Preparation = "preparation",
        /// What the coachee looked back on at the start.
        Opening = "opening",
        /// The record of the session.
        Record = "record",
        /// The coach's reflective note.
        Reflective = "reflective",
    }
}

words! {
    /// One of the texts of a three-way meeting.
    MeetingText {
        /// Where.
        Place = "place",
        /// The coachee's preparation: a good outcome.
        GoodOutcome = "good-outcome",
        /// The coachee's preparation: what I want from my manager.
        FromMyManager = "from-my-manager",
        /// The coachee's preparation: what is on the table.
        OnTheTable = "on-the-table",
        /// The coachee's preparation: what is off the table.
        OffTheTable = "off-the-table",
        /// The coach's own note.
        Reflective = "reflective",
        /// What coach and coachee made of it afterwards.
        Debrief = "debrief",
    }
}

words! {
    /// Why a party may not know an item.
    WhyNot {
        /// The rule that its topic is under.
        Rule = "rule",
        /// The party is not in the engagement on that day.
        NotThere = "not-there",
        /// Its day is still to come, or its meeting was not held.
        NotYet = "not-yet",
        /// It is withheld from the coachee.
        Withheld = "withheld",
        /// It stays between coach and coachee, whatever an agreement opens.
        CoacheesAlone = "coachees-alone",
        /// It stands with a meeting or a goal of which the party may not know.
        Unnamed = "unnamed",
        /// The release was withdrawn.
        Withdrawn = "withdrawn",
        /// The release is for somebody else.
        AnotherAudience = "another-audience",
        /// Too few people have answered.
        TooFew = "too-few",
        /// Nothing is written.
        Nothing = "nothing",
    }
}

words! {
    /// Why boundaries are due to be agreed again.
    AgreeAgain {
        /// A version was put to the parties, and the coachee has not assented.
        Draft = "draft",
        /// Somebody of the sponsor's side has joined since the boundaries were agreed.
        SomebodyNew = "somebody-new",
        /// Half a year has passed since.
        HalfAYear = "half-a-year",
    }
}

words! {
    /// How the positions on one goal lie to each other.
    Pull {
        /// Nobody's position is known.
        Unknown = "unknown",
        /// All who have said where they stand are for it.
        Together = "together",
        /// Somebody is unsure, or all who have a view are against it.
        Open = "open",
        /// Some are for it and some are against it.
        Apart = "apart",
    }
}
