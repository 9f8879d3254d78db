//! Which version came before another, and what the supervisor may hear.

use coaching::agreement::{Agreement, Boundary};
use coaching::agreement::{before, supervision, unnamed};
use coaching::words::{Role, Rule, Topic};

use crate::support::build::*;

#[test]
fn the_version_before_is_the_last_one_that_the_coachee_assented_to() {
    let mut case = case();
    let mut draft = agreement("2026-03-05", vec![]);
    draft.assents.clear();
    case.engagement.agreements = vec![
        agreement("2026-03-20", vec![]),
        agreement("2026-03-01", vec![]),
        draft,
        agreement("2026-03-10", vec![]),
    ];
    let e = &case.engagement;
    let came_before = |of: &str| {
        let of = e.agreements.iter().find(|a| a.effective == day(of));
        let found = before(e, of.expect("a version"));
        found.map(|found| found.effective.to_string())
    };
    assert_eq!(came_before("2026-03-20").as_deref(), Some("2026-03-10"));
    assert_eq!(came_before("2026-03-10").as_deref(), Some("2026-03-01"));
    assert_eq!(came_before("2026-03-05").as_deref(), Some("2026-03-01"));
    assert_eq!(came_before("2026-03-01"), None);
}

#[test]
fn the_supervisor_hears_the_two_chair_record_unless_the_version_in_force_says_otherwise() {
    for &topic in Topic::ALL {
        let unsaid = match topic {
            Topic::Reflections | Topic::FeedbackVerbatim => Rule::Confidential,
            _ => Rule::Shared,
        };
        assert_eq!(supervision(None, topic), Rule::Confidential);
        for &rule in Rule::ALL {
            for &role in Role::ALL {
                let says = |topic| -> Agreement {
                    agreement("2026-03-01", vec![Boundary { topic, role, rule }])
                };
                let said = match role {
                    Role::Supervisor => rule,
                    _ => unsaid,
                };
                let scene = (topic, role, rule);
                assert_eq!(supervision(Some(&says(topic)), topic), said, "{scene:?}");
                for &other in Topic::ALL.iter().filter(|&&other| other != topic) {
                    let unsaid = unnamed(other, Role::Coachee);
                    assert_eq!(supervision(Some(&says(topic)), other), unsaid, "{scene:?}");
                }
            }
        }
    }
}
