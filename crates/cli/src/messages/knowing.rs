//! Wording about who may know and who does, and about calls.

use practice::Failure;
use practice::types::{DoesKnowCard, HowKnown, MayKnowCard, PaperCard, ReleasedCard};
use practice::words::{Rule, Teller, WhyNot};

use super::{channel, document, ground, role};

pub const MAY_KNOW: &str = "May know";
pub const DOES_KNOW: &str = "Does know";
pub const NOBODY_KNOWS: &str = "Nothing is recorded of anybody but the coach knowing it.";
pub const CANNOT_BE_TOLD: &str =
    "Cannot be told: it might have stood in these documents, whose words were not kept";
pub const RELEASED_OF_IT: &str = "Released";

pub fn call_unknown() -> Failure {
    Failure::new(
        "call.unknown",
        "There is no such command. Nothing was done. docs/command-line.md says where they are listed.",
    )
}

pub fn call_not_here() -> Failure {
    Failure::new(
        "call.not_here",
        "This belongs to the window. Here the vault is named with --vault and is open for one command; \
         `new` and `sample` make one. Nothing was done.",
    )
}

pub fn call_not_json() -> Failure {
    Failure::new(
        "call.unreadable",
        "The input is not JSON. Nothing was done. Write it as one argument, or “-” to read it from \
         standard input.",
    )
}

pub fn no_item() -> Failure {
    Failure::new(
        "find.item_none",
        "No item of this engagement has this id. `three-chairs call engagement` shows the ids; a \
         session's text is written like SESSION:record.",
    )
}

/// Whether one party may know it, and why.
pub fn may_know(party: &MayKnowCard) -> String {
    let answer = match (&party.why, party.not) {
        (Some(why), _) if party.in_released_words => {
            format!("yes, in released words alone ({})", ground(why))
        }
        (Some(why), _) if party.as_agreed => {
            format!("yes, as the meeting agreed it ({})", ground(why))
        }
        (Some(why), _) => format!("yes ({})", ground(why)),
        (None, _) if party.in_released_words => "only the released words".to_owned(),
        (None, not) => format!("no: {}", not.map_or("", |not| why_not(not, party.rule))),
    };
    format!("{}, {}: {answer}", party.name, role(party.role))
}

fn why_not(not: WhyNot, rule: Rule) -> &'static str {
    match not {
        WhyNot::Rule => match rule {
            Rule::CoacheeShares => "only the coachee tells",
            Rule::WithConsent => "it needs released words",
            Rule::Confidential | Rule::Shared => "confidential",
        },
        WhyNot::NotThere => "not in the engagement on that day",
        WhyNot::NotYet => "its day has not come",
        WhyNot::Withheld => "withheld from the coachee",
        WhyNot::CoacheesAlone => "it stays between coach and coachee",
        WhyNot::Unnamed => "it stands with something that may not be known",
        WhyNot::Withdrawn => "the release does not count on that day",
        WhyNot::AnotherAudience => "released to somebody else",
        WhyNot::TooFew => "too few people have answered",
        WhyNot::Nothing => "nothing is written",
    }
}

/// How one party knows it.
pub fn does_know(party: &DoesKnowCard) -> String {
    let how = match party.how {
        HowKnown::SaidIt => "said it".to_owned(),
        HowKnown::OwnRecord => "it is the coachee’s own record".to_owned(),
        HowKnown::Attended { on } => format!("was at the meeting of {on}"),
        HowKnown::Told { on } => format!("was told on {on}"),
        HowKnown::Ledger {
            number,
            on,
            by,
            channel: how,
        } => format!("ledger {number}, {on}: {}, {}", teller(by), channel(how)),
    };
    format!("{}, {}: {how}", party.name, role(party.role))
}

pub fn paper(paper: &PaperCard) -> String {
    format!(
        "{}: {}, {} (ledger {})",
        paper.name,
        document(paper.kind),
        paper.on,
        paper.number
    )
}

pub fn released(release: &ReleasedCard) -> String {
    let to = if release.audience_name.is_empty() {
        super::plain(&audience(release))
    } else {
        release.audience_name.clone()
    };
    let until = release
        .withdrawn
        .map_or(String::new(), |day| format!(", withdrawn {day}"));
    format!("{to}, {}{until}", release.given)
}

fn audience(release: &ReleasedCard) -> String {
    serde_json::to_value(&release.audience)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

pub fn teller(by: Teller) -> &'static str {
    match by {
        Teller::Coach => "by the coach",
        Teller::Coachee => "by the coachee",
    }
}
