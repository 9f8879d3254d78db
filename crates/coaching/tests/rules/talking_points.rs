//! Talking points come out of the coachee's chair alone, and keep back what the coachee keeps private.

use coaching::drift::{DriftKind, still_waits};
use coaching::seat::seat;
use coaching::talking_points::{Asked, NoPoints, talking_points};
use coaching::words::{Role, TellingState};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn no_other_chair_has_any(record in vec(any::<u16>(), 100..900)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            let view = seat(&case, &party.id, on).expect("a party");
            let points = talking_points(&view, Asked { private: true, ..Asked::default() });
            if party.role != Role::Coachee {
                prop_assert_eq!(points, Err(NoPoints::NotTheCoachees));
            }
        }
    }

    #[test]
    fn what_stands_there_moved_and_waits(record in vec(any::<u16>(), 100..900)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let coachee = case.engagement.coachee().expect("a coachee");
        let view = seat(&case, &coachee.id, on).expect("a party");
        for party in &case.engagement.parties {
            let asked = Asked { to: Some(&party.id), ..Asked::default() };
            let Ok(points) = talking_points(&view, asked) else { continue };
            prop_assert!(party.role.on_the_sponsors_side() && party.is_in(on));
            prop_assert!(points.kept_private().is_empty());
            for point in points.points() {
                prop_assert!(still_waits(Some(*point.telling.state())));
                prop_assert!(*point.row.drift() != DriftKind::Unchanged);
                prop_assert!(!point.since.is_empty());
                prop_assert_eq!(point.telling.party(), &party.id);
                // Nothing that is kept private from this party goes along under another's name.
                for story in &point.goes_on_as {
                    let row = view.drift().iter().find(|row| {
                        row.goal() == story.id() && *row.drift() == DriftKind::New
                    });
                    let mut tellings = row.into_iter().flat_map(|row| row.tellings());
                    let is_private = tellings.any(|telling| {
                        telling.party() == &party.id && *telling.state() == TellingState::Private
                    });
                    prop_assert!(!is_private);
                }
            }
            let with = talking_points(&view, Asked { private: true, ..asked }).expect("as before");
            prop_assert_eq!(with.points(), points.points());
            for point in with.kept_private() {
                prop_assert_eq!(*point.telling.state(), TellingState::Private);
            }
        }
    }
}
