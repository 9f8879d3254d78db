//! What goals serve and threads of insights, in English.

use crate::language::direction::DirectionWords;

pub(super) static DIRECTION: DirectionWords = DirectionWords {
    serves: ["What your goals serve", "What the goals serve"],
    matters_to: "What matters to {name}",
    purpose: ["Your purpose", "{coachee}’s purpose"],
    how: "How it serves this",
    threads: ["How an understanding grew", "How an understanding grew"],
    threads_lately: [
        "Threads through what you saw",
        "Threads through what {coachee} saw",
    ],
    since: "{n} insights since {date}; the latest:",
};
