//! One person in two roles: every pair of roles under every pair of rules, for every topic, while both
//! roles are held and after one of them or both have ended, against a table of its own.

use coaching::agreement::Boundary;
use coaching::record::Case;
use coaching::words::{Role, Rule, Topic};

use crate::small_scope::{Agreed, Released, Scope, item_and_released_words, record};
use crate::support::build::*;

/// Which of the two roles the person still holds on the day.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Holds {
    Both,
    TheFirst,
    TheSecond,
    Neither,
}

#[derive(Clone, Copy, Debug)]
struct Scene {
    topic: Topic,
    roles: (Role, Role),
    rules: (Rule, Rule),
    holds: Holds,
    /// Said, promised and released under the second role: it is the same person's.
    own: bool,
    released: Released,
}

/// The rule that counts for the person: none is confidential.
fn rule(s: Scene) -> Rule {
    let agreed = |role: Role, rule: Rule| match role {
        Role::Supervisor => Rule::Confidential,
        _ => rule,
    };
    let first = agreed(s.roles.0, s.rules.0);
    let second = agreed(s.roles.1, s.rules.1);
    let coachees = |role: Role, held: bool| held && role == Role::Coachee;
    let (holds_first, holds_second) = match s.holds {
        Holds::Both => (true, true),
        Holds::TheFirst => (true, false),
        Holds::TheSecond => (false, true),
        Holds::Neither => (false, false),
    };
    // A coachee's own record is theirs, whatever else they are.
    if coachees(s.roles.0, holds_first) {
        return first;
    }
    match (holds_first, holds_second) {
        (true, true) if first > second => first,
        (true, true) | (false, true) => second,
        (true, false) => first,
        (false, false) => Rule::Confidential,
    }
}

/// Whether the item and the released words may be seen by a person who sat in no meeting.
fn may_see(s: Scene) -> (bool, bool) {
    let rule = rule(s);
    let coachee = s.roles.0 == Role::Coachee && matches!(s.holds, Holds::Both | Holds::TheFirst);
    let goes_out = !coachee
        && match (s.released, rule) {
            (Released::Live, rule) => rule != Rule::Confidential,
            (Released::InTheCoachsVoice, Rule::Shared | Rule::WithConsent) => true,
            _ => false,
        };
    let open = rule == Rule::Shared;
    let item = match s.topic {
        Topic::FeedbackCombined => false,
        Topic::Engagement
        | Topic::Attendance
        | Topic::Fees
        | Topic::BaselineGoals
        | Topic::MeetingOutcomes
        | Topic::CurrentGoals
        | Topic::SessionContent
        | Topic::SponsorContact => open,
        Topic::Commitments => open || s.own,
        Topic::Reflections => open && !goes_out,
        _ => s.own || open && !goes_out,
    };
    let released = goes_out || coachee && s.released != Released::Nothing;
    (item, released)
}

fn scene(s: Scene) -> (Case, [&'static str; 2]) {
    let scope = Scope {
        topic: s.topic,
        rule: s.rules.0,
        role: s.roles.0,
        released: s.released,
        agreed: Agreed::InForce,
        own: s.own,
        sat: false,
    };
    let mut case = record(scope, "second");
    let first = match s.roles.0 {
        Role::Coachee => "maya",
        _ => "ingrid",
    };
    let e = &mut case.engagement;
    let mut second = party(first, s.roles.1);
    second.id = id("second");
    let over = Some(day("2026-03-08"));
    for party in &mut e.parties {
        if party.id == id(first) && !matches!(s.holds, Holds::Both | Holds::TheFirst) {
            party.left = over;
        }
    }
    if !matches!(s.holds, Holds::Both | Holds::TheSecond) {
        second.left = over;
    }
    e.parties.push(second);
    let boundary = |topic, rule| Boundary {
        topic,
        role: s.roles.1,
        rule,
    };
    let boundaries = &mut e.agreements[0].boundaries;
    boundaries.push(boundary(s.topic, s.rules.1));
    if s.topic != Topic::Engagement {
        boundaries.push(boundary(Topic::Engagement, Rule::Shared));
    }
    (case, [first, "second"])
}

fn check(s: Scene) {
    let (case, chairs) = scene(s);
    for chair in chairs {
        let view = sit(&case, chair, "2026-03-10");
        let seen = item_and_released_words(&view, s.topic);
        assert_eq!(
            seen,
            may_see(s),
            "(item, released words) of {s:?} for {chair} in {}",
            bytes(&view)
        );
    }
}

#[test]
fn every_pair_of_roles_under_every_pair_of_rules() {
    let mut counted = 0;
    for (n, &first) in Role::ALL.iter().enumerate() {
        for &second in &Role::ALL[n + 1..] {
            for (&one, &other) in Rule::ALL
                .iter()
                .flat_map(|one| Rule::ALL.iter().map(move |other| (one, other)))
            {
                for &topic in Topic::ALL {
                    for holds in [
                        Holds::Both,
                        Holds::TheFirst,
                        Holds::TheSecond,
                        Holds::Neither,
                    ] {
                        for (own, released) in [
                            (false, Released::Nothing),
                            (true, Released::Nothing),
                            (false, Released::Live),
                            (false, Released::InTheCoachsVoice),
                        ] {
                            check(Scene {
                                topic,
                                roles: (first, second),
                                rules: (one, other),
                                holds,
                                own,
                                released,
                            });
                            counted += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(counted, 15 * 16 * 20 * 4 * 4);
}
