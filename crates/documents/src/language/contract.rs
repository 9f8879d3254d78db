//! The wording of the agreement that is put before the parties to be signed, and of boundaries in
//! words.

use coaching::words::{Role, Rule, Topic};
use serde::Serialize;

/// All wording of an agreement. `{coach}` and `{coachee}` are their names, `{side}` those of the
/// sponsor's side.
#[derive(Serialize)]
pub(crate) struct Contract {
    /// Headings and labels.
    pub label: ContractLabels,
    /// What stands in every agreement.
    pub says: ContractSentences,
    /// How a boundary is said.
    #[serde(skip)]
    pub boundary: Boundaries,
}

wordings! {
    /// Headings and short labels.
    ContractLabels {
        eyebrow, eyebrow_all, title, for_all, effective, parties, coaching, roles, sessions, fees,
        confidentiality, told, table, exceptions, tells, release, cancellation, records, ending,
        dispute, additions, changes, signatures, topic, signature, place_and_date, coach,
    }
    /// Sentences and paragraphs.
    ContractSentences {
        lead, lead_sponsored, coaching_is, coaching_aligned, coaching_is_not, coach_does,
        coachee_does, side_does, sessions_planned, sessions_length, period_to, period_open,
        sessions_days, meetings, confidence, deny, them_are, them, same_except, several_roles, combined, supervisor,
        supervisor_named, coachee_sees, coachee_named, exceptions_lead, danger, illegality, court,
        law, exceptions_how, tells_1, tells_2, no_back_channel, release_1, release_2, release_3,
        cancel_1, cancel_2, records_1, records_2, records_3, ending_1, ending_2, dispute_1,
        dispute_2, changes_1, changes_2,
    }
}

/// How a boundary is said: whole, or as one of several under the same rule.
pub(crate) struct Boundaries {
    /// One boundary as a sentence: `{whom}`, `{what}`.
    pub sentence: fn(Rule) -> &'static str,
    /// What several boundaries under one rule begin with: `{whom}`.
    pub lead: fn(Rule) -> &'static str,
    /// What a topic covers, as a clause that ends the sentence.
    pub what: fn(Topic) -> &'static str,
    /// A role, as the one who is told.
    pub whom: fn(Role) -> &'static str,
}

#[cfg(test)]
mod tests {
    use coaching::words::{Language, Role, Rule, Topic};

    use crate::language::{braces_in, words};

    #[test]
    fn each_language_says_each_boundary_of_each_role() {
        for &language in Language::ALL {
            let boundary = &words(language).contract.boundary;
            let mut seen = std::collections::BTreeSet::new();
            for &rule in Rule::ALL {
                let names = braces_in((boundary.sentence)(rule));
                assert!(names.contains(&"whom") && names.contains(&"what"));
                assert!(braces_in((boundary.lead)(rule)).contains(&"whom"));
                for &topic in Topic::ALL {
                    let sentence =
                        (boundary.sentence)(rule).replace("{what}", (boundary.what)(topic));
                    assert!(
                        seen.insert(sentence),
                        "{rule:?} {topic:?} is said like another"
                    );
                }
            }
            for &role in Role::ALL {
                assert!(!(boundary.whom)(role).is_empty());
            }
        }
    }

    /// What the screen says and what the paper says is the same sentence.
    #[test]
    fn the_screen_says_the_same() {
        let screen = include_str!("../../../../ui/src/messages/en/boundaries.ts");
        let boundary = &words(Language::English).contract.boundary;
        let on_screen = |text: &str| {
            let said = text
                .replace("{coachee}", "the {coachee}")
                .replace("{coach}", "the coach");
            crate::parts::capital(&said)
        };
        for &topic in Topic::ALL {
            let what = (boundary.what)(topic);
            let what = what
                .replace("{coachee}", "the {coachee}")
                .replace("{coach}", "the coach");
            let line = format!("'boundary_what.{}': '{what}',", topic.word());
            let folded = format!("'boundary_what.{}':\n    '{what}',", topic.word());
            assert!(screen.contains(&line) || screen.contains(&folded), "{line}");
        }
        for &rule in Rule::ALL {
            for (name, text) in [
                ("says", (boundary.sentence)(rule)),
                ("lead", (boundary.lead)(rule)),
            ] {
                let text = on_screen(text);
                let line = format!("'boundary_{name}.{}': '{text}',", rule.word());
                let folded = format!("'boundary_{name}.{}':\n    '{text}',", rule.word());
                assert!(screen.contains(&line) || screen.contains(&folded), "{line}");
            }
        }
    }
}
