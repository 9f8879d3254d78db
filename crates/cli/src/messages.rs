//! All wording that is the command line's own. No message about a failure holds anything of the
//! practice.

mod alignment;
mod calendar;
mod closing;
mod contacts;
mod day;
mod direction;
pub mod finding;
mod goals;
mod hours;
mod knowing;
mod measures;
pub mod meetings;
mod old_notes;
mod others;
mod retention;
mod taking_out;
mod undoing;

use std::io;
use std::path::Path;

use practice::day::Day;
use practice::types::Written;
use practice::view::Ground;
use practice::words::{
    Channel, CommitmentStatus, Consent, MeetingKind, MeetingStatus, Role, Stance, TellingState,
    Topic,
};
use practice::{Checked, Failure, Imported};

pub use alignment::*;
pub use calendar::*;
pub use closing::*;
pub use contacts::*;
pub use day::*;
pub use direction::*;
pub use goals::*;
pub use hours::*;
pub use knowing::*;
pub use measures::*;
pub use old_notes::*;
pub use others::*;
pub use retention::*;
pub use taking_out::*;
pub use undoing::*;

pub const PASSPHRASE_AGAIN: &str = "The same again: ";

pub fn passphrase_prompt(choose: bool) -> &'static str {
    if choose {
        "A passphrase for the new vault, at least 12 characters: "
    } else {
        "Passphrase: "
    }
}

pub fn passphrases_differ() -> Failure {
    Failure::new(
        "passphrase.differ",
        "The two passphrases differ. No vault was made; try again.",
    )
}

pub fn passphrase_not_text() -> Failure {
    Failure::new(
        "passphrase.not_text",
        "The passphrase in THREE_CHAIRS_PASSPHRASE is not text in UTF-8. Nothing was done.",
    )
}

pub fn passphrase_file_not_read(error: &io::Error) -> Failure {
    Failure::new(
        "passphrase.file_not_read",
        format!(
            "The passphrase's file could not be read ({}). Nothing was done.",
            error.kind()
        ),
    )
}

pub fn no_terminal() -> Failure {
    Failure::new(
        "passphrase.no_terminal",
        "There is no terminal to ask for the passphrase. Nothing was done. Use --passphrase-file, or \
         set THREE_CHAIRS_PASSPHRASE.",
    )
}

pub const NO_VAULT_NAMED: &str = "name the vault's folder with --vault DIR";

pub fn folder_not_usable() -> Failure {
    Failure::new(
        "vault.folder",
        "The vault's folder must have a name that is text in UTF-8.",
    )
}

pub fn no_engagement(several: bool) -> Failure {
    let message = if several {
        "Several engagements fit this name. Use the id: `three-chairs engagements` shows it."
    } else {
        "No engagement has this id or name. `three-chairs engagements` lists them all."
    };
    Failure::new(code("find.engagement", several), message)
}

pub fn no_party(several: bool) -> Failure {
    let message = if several {
        "Several parties of this engagement fit. Use the whole name, or the id."
    } else {
        "No party of this engagement has this id, name or role."
    };
    Failure::new(code("find.party", several), message)
}

pub fn no_meeting(several: bool) -> Failure {
    let message = if several {
        "Several meetings of this engagement fit. Use the id."
    } else {
        "No meeting of this engagement has this id or day."
    };
    Failure::new(code("find.meeting", several), message)
}

pub fn no_goal(several: bool) -> Failure {
    let message = if several {
        "Several goals of this engagement fit. Use the id, or more of the title."
    } else {
        "No goal of this engagement has this id or title on that day."
    };
    Failure::new(code("find.goal", several), message)
}

pub fn no_agreement() -> Failure {
    Failure::new(
        "find.agreement_none",
        "No version of this engagement's agreement takes effect on that day. `three-chairs boundaries` \
         shows the one in force.",
    )
}

pub const NOTHING_IN_FORCE: &str =
    "No agreement is in force on this day: everything is confidential.";
pub const ASSENTS: &str = "Assents";
pub const AGREED_BESIDES: &str = "Agreed besides";
pub const NOT_YET_ASSENTED: &str = "not yet";

pub fn said_before(sentence: &str) -> String {
    format!("Before: {sentence}")
}

pub fn in_force_since(since: &str) -> String {
    format!("In force since {since}")
}

pub fn changes_since(before: Day) -> String {
    format!("What changed since the version of {before}")
}

pub const NOTHING_CHANGED: &str = "No boundary.";

fn code(what: &str, several: bool) -> String {
    format!("{what}_{}", if several { "several" } else { "none" })
}

pub fn there_already() -> Failure {
    Failure::new(
        "file.there_already",
        "There is a file of that name already. It was not touched. Choose another name, or replace \
         it with --force.",
    )
}

pub fn not_written(error: &io::Error) -> Failure {
    Failure::new(
        "file.not_written",
        format!(
            "The file could not be written ({}). The vault is as it was.",
            error.kind()
        ),
    )
}

pub fn not_replaced(beside: &Path, error: &io::Error) -> Failure {
    Failure::new(
        "file.not_replaced",
        format!(
            "The file could not be replaced ({}). The new one stands beside it, as {}.",
            error.kind(),
            beside.display()
        ),
    )
}

pub fn no_json() -> Failure {
    Failure::new(
        "output.json",
        "The answer could not be written as JSON. This is a fault of the program.",
    )
}

pub fn not_printed(error: &io::Error) -> Failure {
    Failure::new(
        "output.not_printed",
        format!("The answer could not be printed ({}).", error.kind()),
    )
}

pub fn vault_made(folder: &str, sample: Option<&Imported>) -> String {
    let what = match sample {
        None => "An empty vault is in".to_owned(),
        Some(sample) => {
            format!(
                "A vault with the sample practice ({} engagements) is in",
                sample.engagements
            )
        }
    };
    format!(
        "{what} {folder}.\nKeep its passphrase: without it nobody can open the vault, and nobody can \
         restore the passphrase."
    )
}

pub fn imported(imported: &Imported) -> String {
    format!(
        "Imported {}, {}, {}.",
        count(imported.engagements, "engagement", "engagements"),
        count(imported.people, "person", "people"),
        count(imported.organisations, "organisation", "organisations"),
    )
}

pub fn written(written: &Written) -> String {
    if written.handed_over {
        format!("Handed over: {}. The ledger has it.", written.path)
    } else {
        format!("Written: {}", written.path)
    }
}

pub fn checked(checked: &Checked) -> String {
    let looked_at = format!(
        "Looked at {} and {} of their ledgers.",
        count(checked.engagements, "engagement", "engagements"),
        count(checked.entries, "entry", "entries"),
    );
    let mut lines = vec![looked_at];
    for code in &checked.database {
        lines.push(format!("The database: {}.", database_fault(code)));
    }
    for broken in &checked.ledgers {
        lines.push(format!(
            "The ledger of {}: the chain breaks at entry {}. That entry, or one before it, was \
             changed, removed or moved.",
            broken.engagement, broken.entry
        ));
    }
    for odd in &checked.places {
        lines.push(format!(
            "Engagement {}: {} {}.",
            odd.engagement, odd.place, odd.what
        ));
    }
    if checked.sound {
        lines.push("All is well.".to_owned());
    }
    lines.join("\n")
}

fn database_fault(code: &str) -> &str {
    match code {
        "store.check.cipher" => "a page was changed or damaged",
        "store.check.structure" => "its structure is damaged",
        "store.check.references" => "something refers to what is not there",
        other => other,
    }
}

pub fn not_sound() -> Failure {
    Failure::new(
        "check.not_sound",
        "The vault is not sound. Nothing was changed. Copy its folder to a safe place before \
         anything else, and open your last copy of this vault.",
    )
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

pub const NO_ENGAGEMENTS: &str = "There is no engagement in this vault yet.";
pub const ENGAGEMENT_COLUMNS: [&str; 7] = [
    "id",
    "coachee",
    "sponsor",
    "status",
    "sessions",
    "next session",
    "next meeting",
];
pub const NOTHING_SEEN: &str = "From this chair nothing can be seen on this day.";
pub const NO_GOALS: &str = "There were no goals on this day.";
pub const NO_BASELINE: &str = "No meeting had agreed goals by this day.";
pub const LEDGER_EMPTY: &str = "Nothing has reached anyone yet, as far as the ledger knows.";
pub const LEDGER_BROKEN: &str = "From here on the chain is broken:";
pub const HOW_WE_WOULD_KNOW: &str = "How we would know";
pub const IN_THEIR_WORDS: &str = "In their words";
pub const WHY_IT_MATTERS: &str = "Why it matters";
pub const REASON: &str = "Reason";
pub const AGREED: &str = "Agreed";
pub const NOW: &str = "Now";
pub const TELLING: &str = "Telling";
pub const DECIDED: &str = "Decided";
pub const PROMISED: &str = "Promised";
pub const YOU_MAY_SAY: &str = "You may say";
pub const NOTHING_TO_SAY: &str = "Nothing is shared with this person on this day.";
pub const COACHEES_WORDS: &str = "In the coachee's own words, to be quoted as theirs";
pub const ONLY_THE_COACHEE_TELLS: &str = "Only the coachee tells";
pub const NOT_YET: &str = "Needs wording that the coachee has released, and has none";
pub const STAYS_UNSAID: &str = "Stays unsaid";

pub const GOALS_AGREED: &str = "Goals agreed";
pub const GOALS: &str = "Goals";
pub const DRIFT: &str = "Since the baseline";
pub const SESSIONS: &str = "Sessions";
pub const FEES: &str = "Fees";
pub const MEETINGS: &str = "Meetings";
pub const COMMITMENTS: &str = "Commitments";
pub const POSITIONS: &str = "Where parties stand";
pub const RELEASED: &str = "Released by you";
pub const RULES: &str = "Boundaries in force";

pub fn sessions(held: u32, cancelled: u32, missed: u32, planned: Option<u16>) -> String {
    let of = planned.map_or(String::new(), |planned| format!(" of {planned}"));
    let mut text = format!("{held}{of} held");
    for (number, what) in [(cancelled, "cancelled"), (missed, "missed")] {
        if number > 0 {
            text.push_str(&format!(", {number} {what}"));
        }
    }
    text
}

pub fn baseline(on: Option<String>) -> String {
    on.map_or_else(
        || NO_BASELINE.to_owned(),
        |on| format!("Baseline: the meeting on {on}."),
    )
}

pub fn telling(to: &str, state: TellingState, by: Option<String>) -> String {
    let state = match state {
        TellingState::NotDiscussed => "not yet discussed",
        TellingState::Deciding => "the coachee is deciding",
        TellingState::WillTell => "the coachee will tell",
        TellingState::Told => "told",
        TellingState::Agreed => "agreed",
        TellingState::Private => "the coachee keeps it private",
    };
    let by = by.map_or(String::new(), |by| format!(" by {by}"));
    format!("{to}: {state}{by}")
}

/// A word as it stands in a sentence.
pub fn plain(word: &str) -> String {
    word.replace('-', " ")
}

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Coachee => "coachee",
        Role::Sponsor => "sponsor",
        Role::LineManager => "line manager",
        Role::HrPartner => "HR partner",
        Role::Stakeholder => "stakeholder",
        Role::Supervisor => "supervisor",
    }
}

pub fn topic(topic: Topic) -> String {
    match topic {
        Topic::FeedbackCombined => "combined feedback".to_owned(),
        Topic::FeedbackVerbatim => "verbatim feedback".to_owned(),
        other => plain(other.word()),
    }
}

pub fn topics(topics: &[Topic]) -> String {
    topics
        .iter()
        .map(|each| topic(*each))
        .collect::<Vec<_>>()
        .join(", ")
}

pub fn heading_of(each: Topic) -> String {
    capital(&topic(each))
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

pub fn meeting(kind: MeetingKind, status: MeetingStatus, on: &str) -> String {
    let status = match status {
        MeetingStatus::Held => "",
        MeetingStatus::Planned => " (planned)",
        MeetingStatus::Cancelled => " (cancelled)",
    };
    let kind = match kind {
        MeetingKind::WhenNeeded => "when needed",
        other => other.word(),
    };
    format!("{on}  {kind}{status}")
}

/// A promise with its day and what became of it, as far as they are known.
pub fn commitment(
    by: &str,
    text: &str,
    due: Option<String>,
    status: Option<CommitmentStatus>,
) -> String {
    let due = due.map(|due| format!("by {due}"));
    let status = status.map(|status| commitment_status(status).to_owned());
    let known: Vec<String> = due.into_iter().chain(status).collect();
    if known.is_empty() {
        format!("{by}: {text}")
    } else {
        format!("{by}: {text} ({})", known.join(", "))
    }
}

/// The ground of a ledger's entry, by its word.
pub fn ground_of_entry(word: &str) -> String {
    match word {
        "coachees-own" => "the coachee's own".to_owned(),
        other => plain(other),
    }
}

fn commitment_status(status: CommitmentStatus) -> &'static str {
    match status {
        CommitmentStatus::Open => "open",
        CommitmentStatus::Kept => "kept",
        CommitmentStatus::LetGo => "let go",
    }
}

pub fn stance(stance: Stance) -> &'static str {
    stance.word()
}

/// Why a line is allowed.
pub fn ground(ground: &Ground) -> String {
    match ground {
        Ground::OwnWords => "said by them".to_owned(),
        Ground::Attended { on } => format!("they were at the meeting on {on}"),
        Ground::Shared {
            effective,
            role: to,
        } => {
            format!("shared with the {} since {effective}", role(*to))
        }
        Ground::Released { given, how } => format!("released on {given}, {}", consent(*how)),
        Ground::TwoChairRecord => "part of the two-chair record".to_owned(),
        Ground::CoachsEyes => "for the coach's eyes".to_owned(),
    }
}

fn consent(how: Consent) -> &'static str {
    match how {
        Consent::InWriting => "in writing",
        Consent::ByMessage => "by message",
        Consent::SaidAndConfirmed => "said and confirmed",
    }
}

pub fn channel(how: Channel) -> &'static str {
    match how {
        Channel::Meeting => "in a meeting",
        Channel::InPerson => "in person",
        Channel::Call => "in a call",
        Channel::Message => "by message",
        Channel::Document => "as a document",
    }
}
