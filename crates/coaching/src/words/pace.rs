//! Words for when sessions are.

use serde::{Deserialize, Serialize};

words! {
    /// Of what a rhythm counts.
    RhythmUnit {
        /// Weeks.
        Week = "week",
        /// Months.
        Month = "month",
    }
}

words! {
    /// What is odd about the hour of a session.
    OddHour {
        /// It goes on past midnight.
        PastMidnight = "past-midnight",
        /// The clocks go over this hour on that day.
        NoSuchHour = "no-such-hour",
        /// The clocks show this hour twice on that day.
        HourTwice = "hour-twice",
        /// The clocks change while it lasts.
        ClocksChange = "clocks-change",
        /// Another session or meeting stands at that hour.
        Taken = "taken",
        /// It lies after the planned end.
        AfterTheEnd = "after-the-end",
        /// It is one more than was contracted.
        MoreThanContracted = "more-than-contracted",
        /// The same engagement has another session on that day.
        SameDay = "same-day",
    }
}
