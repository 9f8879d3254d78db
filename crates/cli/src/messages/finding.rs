//! What was found, conflicts, and people who are one.

use practice::words::{Chairs, ConflictKind};

pub const NOTHING_FOUND: &str = "Nothing was found.";
pub const THERE_IS_MORE: &str = "There is more. Add a word, a kind or a day.";
pub const NO_CONFLICT: &str = "Nothing stands in its way.";
pub const JOINED: &str = "They are joined.";
pub const NOT_JOINED_YET: &str = "Nothing was changed yet: with --yes they are joined.";
pub const STANDS_IN: &str = "Goes over:";
pub const WOULD_BE_LOST: &str = "Stays, and takes the place of:";
pub const BOTH_STAND_THERE: &str = "(both stand there)";

pub fn chairs(chairs: Chairs) -> &'static str {
    match chairs {
        Chairs::One => "one chair",
        Chairs::Two => "two chairs",
        Chairs::Three => "three chairs",
    }
}

pub fn conflict(kind: ConflictKind, name: &str, engagement: &str, coachee: &str) -> String {
    let what = match kind {
        ConflictKind::SameSponsor => "stands on the sponsor’s side there as well, for",
        ConflictKind::CoacheeIsSponsor => "is coachee here, and on the sponsor’s side there, for",
        ConflictKind::SponsorIsCoachee => "is on the sponsor’s side here, and coachee there:",
        ConflictKind::CoacheeIsStakeholder => "is coachee here, and a stakeholder there, of",
        ConflictKind::CoacheeTwice => "is coached there at the same time:",
    };
    format!("{name} {what} {coachee} ({engagement})")
}
