//! What was measured, in English.

use crate::language::measures::MeasureWords;

pub(super) static MEASURES: MeasureWords = MeasureWords {
    heading: "In figures",
    goal: "Goal",
    scored: "Reached, −2 to +2",
    rated: "Own rating, 0 to 10",
    combined: "Change seen by others, −3 to +3",
    by_one: "{mean}, by one person, {date}",
    by_raters: "{mean}, by {n} people together, {date}",
    attainment: "Over all scored goals together: T {t}, where 50 is what was expected (goals scored: {n}).",
};
