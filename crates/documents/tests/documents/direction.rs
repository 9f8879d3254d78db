//! What goals serve, and threads: whole for the coachee and the coach, and for nobody else.

use coaching::record::Case;
use serde_json::{Value, json};

use crate::support::{brief, case_of, coach_summary, sheet, summary};

const ON: &str = "2026-05-11";

/// The worked engagement, with a purpose and a thread, and, with `more`, ties and two threads.
fn with(language: &str, more: bool) -> Case {
    let mut value: Value = serde_json::from_str(include_str!("../fixtures/worked.json")).unwrap();
    let e = &mut value["engagement"];
    e["language"] = json!(language);
    e["purpose"] = json!([
        { "id": "pu1", "on": "2026-03-10", "text": "Kvartal one.", "said_by": "maya" },
        { "id": "pu2", "on": "2026-05-01", "text": "Kvartal two.", "said_by": "maya" }
    ]);
    e["insights"] = json!([
        { "id": "in1", "on": "2026-03-20", "text": "Xylem one.", "said_by": "maya" },
        { "id": "in2", "on": "2026-04-20", "text": "Xylem two.", "said_by": "maya" },
        { "id": "in3", "on": "2026-05-05", "text": "Xylem three.", "said_by": "maya" }
    ]);
    e["priorities"] = json!([
        { "id": "pr1", "party": "ingrid", "wordings": [
            { "on": "2026-03-03", "text": "Zephyr one." }, { "on": "2026-05-01", "text": "Zephyr two." }
        ] }
    ]);
    if more {
        e["ties"] = json!([
            { "id": "t1", "goal": "c", "to": { "priority": "pr1" }, "on": "2026-04-21", "words": "Wisteria one." },
            { "id": "t2", "goal": "c", "to": { "purpose": "pu2" }, "on": "2026-05-02" },
            { "id": "t3", "goal": "b", "to": { "priority": "pr1" }, "on": "2026-03-05", "until": "2026-05-01", "words": "Wisteria gone." }
        ]);
        e["threads"] = json!([
            { "id": "th1", "subject": "Quince", "insights": ["in3", "in1"] },
            { "id": "th2", "subject": "Quarry alone", "insights": ["in2"] }
        ]);
    }
    case_of(value)
}

#[test]
fn the_coachee_and_the_coach_read_it_in_both_languages() {
    for (language, ours, theirs) in [
        ("en", "What your goals serve", "What the goals serve"),
        (
            "es",
            "A qué sirven tus objetivos",
            "A qué sirven los objetivos",
        ),
    ] {
        let case = with(language, true);
        let [short, kept, of_coach, of_sheet] = [
            brief(&case, "maya", "mid-point", ON),
            summary(&case, "maya", ON),
            coach_summary(&case, ON),
            sheet(&case, "mid-point", ON),
        ]
        .map(|content| documents::plain_lines(&content).join("\n"));
        for (text, heading) in [
            (&short, ours),
            (&kept, ours),
            (&of_coach, theirs),
            (&of_sheet, theirs),
        ] {
            assert!(text.contains(heading), "{heading}:\n{text}");
            // As it stands on the day, with how.
            assert!(text.contains("Zephyr two.") && text.contains("Kvartal two."));
            assert!(text.contains("Wisteria one."));
            assert!(text.contains("Quince") && text.contains("Xylem three."));
        }
        // What ended is not there, and one insight alone is no thread yet. (The sheet also lists what
        // must not be said, and that is all of it.)
        for text in [&short, &kept, &of_coach] {
            assert!(!text.contains("Wisteria gone."));
            assert!(!text.contains("Quarry alone"));
        }
        for whole in [&kept, &of_coach] {
            let at = |words: &str| whole.find(words).unwrap();
            assert!(at("Quince") < at("Xylem one.") && at("Xylem one.") < at("Xylem three."));
        }
        // Nothing is said twice in what the coachee keeps, and nothing is lost.
        for words in ["Xylem one.", "Xylem two.", "Xylem three."] {
            assert_eq!(kept.matches(words).count(), 1, "{words}");
        }
    }
}

#[test]
fn the_sponsors_side_reads_the_same_whether_or_not_it_is_there() {
    for chair in ["ingrid", "tom"] {
        let papers = |more| {
            let case = with("en", more);
            [
                brief(&case, chair, "mid-point", ON),
                summary(&case, chair, ON),
            ]
            .map(|content| content.bytes_for_approval())
        };
        assert!(papers(true) == papers(false));
    }
}
