//! Where parties stand on a goal on a day, and whether that pulls apart.

use crate::day::Day;
use crate::ids::{GoalId, PartyId};
use crate::record::{Engagement, Position};
use crate::words::{Pull, Stance};

/// A party's positions on a goal up to a day, oldest first: the last is where it stands.
#[must_use]
pub fn positions<'e>(
    engagement: &'e Engagement,
    party: &PartyId,
    goal: &GoalId,
    on: Day,
) -> Vec<&'e Position> {
    let all = engagement.positions.iter();
    let mut taken: Vec<_> = all
        .filter(|each| each.party == *party && each.goal == *goal && each.on <= on)
        .collect();
    taken.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    taken
}

/// How the positions that parties have on one goal lie to each other.
#[must_use]
pub fn pull(stances: impl IntoIterator<Item = Stance>) -> Pull {
    let (mut for_it, mut against, mut unsure) = (false, false, false);
    for stance in stances {
        match stance {
            Stance::Champion | Stance::Supportive => for_it = true,
            Stance::Sceptical | Stance::Conflicting => against = true,
            Stance::Unsure => unsure = true,
            Stance::Unknown => {}
        }
    }
    match (for_it, against, unsure) {
        (true, true, _) => Pull::Apart,
        (false, false, false) => Pull::Unknown,
        (true, false, false) => Pull::Together,
        _ => Pull::Open,
    }
}
