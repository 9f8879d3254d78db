//! A certificate of disposal, in English.

use coaching::words::{DisposalRule, KeptPart};

use crate::language::retention::RetentionWords;

pub(super) static RETENTION: RetentionWords = RetentionWords {
    eyebrow: "For the coach’s files",
    title: "Certificate of disposal",
    whose_eyes: "holds nothing of what was disposed of",
    lead: "What is listed here was removed from the coach’s vault for good. This page says how much it \
           was and under which rule, and nothing of what it said.",
    number: "Certificate",
    engagement: "Engagement",
    day: "Disposed of on",
    part: "What",
    rule: "Under which rule",
    what: "What went",
    columns: ["Kind", "Items", "SHA-256"],
    how: "Each digest is of the list of that kind as an export has it: JSON without white space, fields \
          in the order of their names. Whoever holds a copy can tell by it whether it is what was \
          disposed of; nobody can read it out of the digest.",
    part_of: |part| match part {
        KeptPart::Reflective => "the reflective notes",
        KeptPart::Record => "the whole record, with its ledger",
    },
    rule_of: |rule| match rule {
        DisposalRule::Clock => "the time for which it was to be kept had passed",
        DisposalRule::Asked => "the coachee asked for it",
    },
    kinds: &[
        ("agreements", "agreements"),
        ("approvals", "approvals"),
        ("assessments", "assessments"),
        ("beliefs", "beliefs"),
        ("clashes", "clashes"),
        ("commitments", "promises"),
        ("engagement", "engagement"),
        ("expectations", "expectations"),
        ("feedback", "feedback"),
        ("follow_ups", "follow-ups"),
        ("goals", "goals"),
        ("holds", "holds"),
        ("insights", "insights"),
        ("ledger", "ledger entries"),
        ("masks", "decisions about names"),
        ("meetings", "meetings"),
        ("meetings.reflective", "reflective notes of meetings"),
        ("organisations", "organisations"),
        ("parties", "parties"),
        ("people", "people"),
        ("positions", "positions"),
        ("practices", "practices"),
        ("priorities", "priorities"),
        ("progress", "notes on progress"),
        ("purpose", "purpose"),
        ("reflections", "reflections"),
        ("releases", "releases"),
        ("removed", "removed things"),
        ("rounds", "rounds of the pulse"),
        ("scores", "scores"),
        ("self_ratings", "self-ratings"),
        ("sessions", "sessions"),
        ("sessions.reflective", "reflective notes of sessions"),
        ("sponsor_contacts", "sponsor contacts"),
        ("supervision", "marks for supervision"),
        ("support_needed", "support needed"),
        ("tellings", "tellings"),
        ("themes", "themes"),
        ("threads", "threads"),
        ("ties", "ties"),
    ],
};
