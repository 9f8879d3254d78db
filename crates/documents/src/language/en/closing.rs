//! The end of an engagement, in English.

use crate::language::closing::ClosingWords;

pub(super) static CLOSING: ClosingWords = ClosingWords {
    the_end: "The end",
    follow_ups: ["When we look back again", "Follow-ups"],
    due: "{date}",
    done: "{date}: done on {done}",
    agreed_above: "Whatever was agreed with you for afterwards stands above, under what was decided \
                   and promised.",
    kept: ["How long notes are kept", "Until when this is kept"],
    kept_until: "The reflective notes are kept until {reflective}, the record until {record}.",
};
