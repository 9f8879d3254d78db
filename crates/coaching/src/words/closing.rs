//! Words for the end of an engagement.

use serde::{Deserialize, Serialize};

words! {
    /// One thing that the end of an engagement asks for, in the order in which it is gone through.
    StepOf {
        /// A last session that looks back.
        ClosingSession = "closing-session",
        /// A last three-way meeting.
        FinalMeeting = "final-meeting",
        /// A last score of each goal that goes on.
        LastScores = "last-scores",
        /// The coachee's own last ratings.
        LastRatings = "last-ratings",
        /// A last round of the stakeholder pulse, where there was one before.
        LastRound = "last-round",
        /// Shifts that somebody on the sponsor's side does not know of.
        OpenShifts = "open-shifts",
        /// Promises that are open.
        OpenPromises = "open-promises",
        /// The goals that go on.
        WhatRemains = "what-remains",
        /// The day of the end, and what was agreed to be said about it.
        TheEnd = "the-end",
        /// A summary for each on the sponsor's side.
        SponsorsSummary = "sponsors-summary",
        /// The coachee's summary.
        CoacheesSummary = "coachees-summary",
        /// The coach's own summary.
        CoachsSummary = "coachs-summary",
        /// What is arranged for the time after the end.
        FollowUps = "follow-ups",
        /// The hours that were held, for the coach's log.
        Hours = "hours",
        /// What the coachee released for an anonymised story.
        Story = "story",
        /// The days until which notes and record are kept.
        Retention = "retention",
    }
}

words! {
    /// How far a step of the end has come.
    StepState {
        /// It is done.
        Done = "done",
        /// It is to be done.
        Open = "open",
        /// It is not called for here.
        NotNeeded = "not-needed",
        /// There is nothing to do: it says what is so.
        Stands = "stands",
    }
}
