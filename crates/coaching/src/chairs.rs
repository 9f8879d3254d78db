//! Each line shows its chair: how many may know it, and who.

use crate::day::Day;
use crate::ids::PartyId;
use crate::meetings::Meeting;
use crate::record::Case;
use crate::seat::Gate;
use crate::words::{Chairs, Topic};

/// Everyone whose eyes count for the chair of an item on a day: the coachee and the sponsor's side.
pub struct Onlookers<'a> {
    coachee: Option<(&'a PartyId, Gate<'a>)>,
    sponsors_side: Vec<(&'a PartyId, Gate<'a>)>,
}

impl<'a> Onlookers<'a> {
    /// The onlookers of an engagement on a day.
    #[must_use]
    pub fn new(case: &'a Case, on: Day) -> Self {
        let gate = |id: &'a PartyId| Gate::for_party(case, id, on).map(|gate| (id, gate));
        Self {
            coachee: case
                .engagement
                .coachee()
                .and_then(|coachee| gate(&coachee.id)),
            sponsors_side: case
                .engagement
                .parties
                .iter()
                .filter(|party| party.role.on_the_sponsors_side())
                .filter_map(|party| gate(&party.id))
                .collect(),
        }
    }

    /// The chair of something that stays between coach and coachee, whatever is open to others.
    #[must_use]
    pub fn between_two(&self, topic: Topic) -> Chairs {
        let may = |(_, gate): &(_, Gate)| gate.on_two_chairs() && gate.open(topic);
        if self.coachee.as_ref().is_some_and(may) {
            Chairs::Two
        } else {
            Chairs::One
        }
    }

    /// The chair of an item: of its topic, of the party whose words it is, of the meeting whose
    /// outcome it is.
    #[must_use]
    pub fn chairs(
        &self,
        topic: Topic,
        said_by: Option<&PartyId>,
        meeting: Option<&Meeting>,
    ) -> Chairs {
        if self
            .sponsors_side
            .iter()
            .any(|(_, gate)| gate.ground(topic, said_by, meeting).is_some())
        {
            Chairs::Three
        } else if self
            .coachee
            .as_ref()
            .is_some_and(|(_, gate)| gate.ground(topic, said_by, meeting).is_some())
        {
            Chairs::Two
        } else {
            Chairs::One
        }
    }
}
