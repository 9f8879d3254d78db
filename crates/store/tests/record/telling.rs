use coaching::goals::TellingStep;
use coaching::ids::{GoalVersionId, PartyId};
use serde_json::json;
use store::telling;

use crate::{Practice, from, other, rich};

#[test]
fn steps_are_kept_in_order() {
    let mut practice = Practice::rich();
    let id = rich().id;
    let mut expected = rich().tellings;
    // A day entered late stands where it was entered.
    let steps: [TellingStep; 2] = from(json!([
        { "on": "2026-05-12", "state": "will-tell", "by": "2026-06-01" },
        { "on": "2026-05-11", "state": "private" }
    ]));
    for (telling, step) in [(0, steps[0]), (0, steps[1]), (2, steps[0])] {
        let at = &mut expected[telling];
        practice.write(|tx| telling::add_step(tx, &id, &at.version, &at.party, &step));
        at.steps.push(step);
    }
    assert_eq!(practice.load().tellings, expected);

    let (version, party) = (
        GoalVersionId::new("g-b-1").unwrap(),
        PartyId::new("p-tom").unwrap(),
    );
    practice.write(|tx| telling::add_step(tx, &id, &version, &party, &steps[1]));
    let first = practice.load().tellings.remove(0);
    assert_eq!((first.version, first.steps), (version, vec![steps[1]]));
}

#[test]
fn a_telling_stays_in_its_engagement() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let (ours, theirs) = (rich().id, other().id);
    let step = from(json!({ "on": "2026-05-12", "state": "told" }));
    for (engagement, version, party) in [
        (&ours, "g-a-2", "o-tom"),
        (&ours, "o-goal-1", "p-tom"),
        (&theirs, "g-a-2", "p-ingrid"),
    ] {
        let (version, party) = (
            GoalVersionId::new(version).unwrap(),
            PartyId::new(party).unwrap(),
        );
        let code =
            practice.refused(|tx| telling::add_step(tx, engagement, &version, &party, &step));
        assert_eq!(code, "store.dangling", "{version} {party}");
    }
}
