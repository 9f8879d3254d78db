//! Priorities, ties and threads that do not fit: refused at the field, with nothing kept.

use crate::support::{all_refused, made, refused, sample};
use serde_json::json;

#[test]
fn priorities_that_do_not_fit_are_refused() {
    let (_folder, mut desk) = sample();
    let base = json!({
        "engagement": "nadia", "party": "nadia-sponsor", "text": "Calm.", "on": "2026-09-01"
    });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.add_priority(made(ask)),
        vec![
            ("input.blank", "text", json!({ "text": " \n " })),
            ("input.nul", "text", json!({ "text": "a\u{0}" })),
            (
                "priority.not_sponsors_side",
                "party",
                json!({ "party": "nadia-coachee" }),
            ),
            (
                "priority.not_sponsors_side",
                "party",
                json!({ "party": "nadia-yusuf" }),
            ),
            (
                "priority.not_sponsors_side",
                "party",
                json!({ "party": "amara-sponsor" }),
            ),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2027-09-01" }),
            ),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2024-09-01" }),
            ),
        ],
    );
    let base = json!({
        "engagement": "nadia", "priority": "nadia-pri1", "text": "Calm.", "on": "2026-09-01"
    });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.reword_priority(made(ask)),
        vec![
            ("input.blank", "text", json!({ "text": "" })),
            ("direction.same_day", "on", json!({ "on": "2026-07-16" })),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2062-09-01" }),
            ),
            (
                "priority.ended",
                "on",
                json!({ "priority": "nadia-pri3", "on": "2026-06-25" }),
            ),
            (
                "priority.unknown",
                "priority",
                json!({ "priority": "amara-pri1" }),
            ),
        ],
    );
    let base = json!({ "engagement": "nadia", "priority": "nadia-pri1", "on": "2026-09-01" });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.end_priority(made(ask)),
        vec![
            (
                "input.end_before_start",
                "on",
                json!({ "on": "2026-03-19" }),
            ),
            (
                "priority.later_wording",
                "on",
                json!({ "on": "2026-07-16" }),
            ),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2027-09-01" }),
            ),
            (
                "priority.unknown",
                "priority",
                json!({ "priority": "amara-pri1" }),
            ),
        ],
    );
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.take_back_wording(made(ask)),
        vec![
            (
                "priority.no_such_wording",
                "on",
                json!({ "on": "2026-09-01" }),
            ),
            // A tie was made on the first wording.
            ("direction.tied", "to", json!({ "on": "2026-03-19" })),
            (
                "direction.tied",
                "to",
                json!({ "priority": "nadia-pri2", "on": "2026-03-19" }),
            ),
        ],
    );
}

#[test]
fn ties_that_do_not_fit_are_refused() {
    let (_folder, mut desk) = sample();
    let base = json!({
        "engagement": "nadia", "goal": "nadia-g4", "to": { "priority": "nadia-pri2" },
        "words": "", "on": "2026-09-04"
    });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.add_tie(made(ask)),
        vec![
            ("goal.unknown", "goal", json!({ "goal": "amara-g1" })),
            (
                "priority.unknown",
                "to",
                json!({ "to": { "priority": "amara-pri1" } }),
            ),
            (
                "purpose.unknown",
                "to",
                json!({ "to": { "purpose": "amara-purpose1" } }),
            ),
            // A note of hers, but no purpose.
            (
                "purpose.unknown",
                "to",
                json!({ "to": { "purpose": "nadia-ins1" } }),
            ),
            ("tie.before_goal", "on", json!({ "on": "2026-07-15" })),
            (
                "tie.goal_ended",
                "on",
                json!({ "goal": "nadia-g1", "on": "2026-07-16" }),
            ),
            (
                "tie.not_said_yet",
                "on",
                json!({ "to": { "purpose": "nadia-purpose3" }, "on": "2026-09-02" }),
            ),
            (
                "priority.ended",
                "on",
                json!({ "to": { "priority": "nadia-pri3" } }),
            ),
            (
                "tie.twice",
                "to",
                json!({ "to": { "purpose": "nadia-purpose3" } }),
            ),
            (
                "direction.outside_engagement",
                "on",
                json!({ "on": "2027-09-04" }),
            ),
            (
                "input.end_before_start",
                "until",
                json!({ "until": "2026-09-04" }),
            ),
            (
                "direction.outside_engagement",
                "until",
                json!({ "until": "2027-09-10" }),
            ),
        ],
    );
    let base = json!({ "engagement": "nadia", "tie": "nadia-tie6", "until": "2026-09-10" });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.end_tie(made(ask)),
        vec![
            (
                "input.end_before_start",
                "until",
                json!({ "until": "2026-09-03" }),
            ),
            (
                "direction.outside_engagement",
                "until",
                json!({ "until": "2027-09-10" }),
            ),
            ("tie.unknown", "tie", json!({ "tie": "amara-tie1" })),
        ],
    );
    let unknown = json!({ "engagement": "nadia", "tie": "amara-tie1" });
    refused(&mut desk, "tie.unknown", Some("tie"), |desk| {
        desk.take_back_tie(made(unknown))
    });
}

#[test]
fn threads_that_do_not_fit_are_refused() {
    let (_folder, mut desk) = sample();
    let base = json!({ "engagement": "nadia", "subject": "The Tuesdays", "insights": [] });
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.begin_thread(made(ask)),
        vec![
            ("input.blank", "subject", json!({ "subject": " " })),
            (
                "thread.same_subject",
                "subject",
                json!({ "subject": "being NEEDED " }),
            ),
            (
                "thread.no_insight",
                "insight",
                json!({ "insights": ["nadia-ins1", "nadia-purpose1"] }),
            ),
            (
                "thread.no_insight",
                "insight",
                json!({ "insights": ["amara-ins1"] }),
            ),
            (
                "thread.twice",
                "insight",
                json!({ "insights": ["nadia-ins1", "nadia-ins1"] }),
            ),
        ],
    );
    let base = json!({ "engagement": "nadia", "thread": "nadia-thread2", "insight": "nadia-ins9" });
    let cases = || {
        vec![(
            "thread.unknown",
            "thread",
            json!({ "thread": "amara-thread1" }),
        )]
    };
    let mut linking = cases();
    linking.extend([
        (
            "thread.twice",
            "insight",
            json!({ "insight": "nadia-ins1" }),
        ),
        (
            "thread.no_insight",
            "insight",
            json!({ "insight": "nadia-prog1" }),
        ),
    ]);
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.link_insight(made(ask)),
        linking,
    );
    let mut unlinking = cases();
    unlinking.push(("desk.missing", "insight", json!({})));
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.unlink_insight(made(ask)),
        unlinking,
    );
    let base = json!({ "engagement": "nadia", "thread": "nadia-thread2", "subject": "Else" });
    let mut renaming = cases();
    renaming.extend([
        ("input.blank", "subject", json!({ "subject": "" })),
        (
            "thread.same_subject",
            "subject",
            json!({ "subject": "Whose job I am getting ready for" }),
        ),
    ]);
    all_refused(
        &mut desk,
        &base,
        |desk, ask| desk.rename_thread(made(ask)),
        renaming,
    );
    let unknown = json!({ "engagement": "nadia", "thread": "amara-thread1" });
    refused(&mut desk, "thread.unknown", Some("thread"), |desk| {
        desk.remove_thread(made(unknown))
    });
}
