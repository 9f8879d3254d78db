//! What is looked for and found; people who are one; engagements in each other's way.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId, OrganisationId, PersonId, SessionId, ThreadId};
use coaching::knows::ItemOf;
use coaching::words::{Chairs, ConflictKind, FoundKind, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Look for words, as one types.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Find {
    /// Words and parts of words; nothing in them is an operator.
    pub words: String,
    /// Only these kinds; all when there are none.
    #[serde(default)]
    pub kinds: Vec<FoundKind>,
    /// Only what is this person's: the engagements in which they are the coachee, and elsewhere
    /// their own words, views and promises.
    #[serde(default)]
    pub person: Option<PersonId>,
    #[serde(default)]
    pub from: Option<Day>,
    #[serde(default)]
    pub to: Option<Day>,
}

/// What was found.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Findings {
    /// People, organisations, engagements and questions by name.
    pub names: Vec<FoundName>,
    /// What was written: those in which each word stands whole first, and of each the newest first.
    pub lines: Vec<FoundLine>,
    /// True when there are more than are shown.
    pub more: bool,
}

/// Something found by its name.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct FoundName {
    pub kind: FoundKind,
    pub id: String,
    pub pieces: Vec<FoundPiece>,
}

/// A line that was found.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct FoundLine {
    pub kind: FoundKind,
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub coachee: String,
    pub on: Option<Day>,
    pub chairs: Chairs,
    pub pieces: Vec<FoundPiece>,
    /// As the answer to one key on it knows it; none for what has no chair of its own.
    pub item: Option<ItemOf>,
    /// Where it came from, as far as it came out of something.
    pub session: Option<SessionId>,
    pub meeting: Option<MeetingId>,
    pub thread: Option<ThreadId>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FoundPiece {
    pub text: String,
    /// True for what was looked for.
    pub hit: bool,
}

/// What an engagement of these people would stand to: for one that exists, or before it is begun.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskConflicts {
    /// An engagement that exists; its own people count then.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    #[serde(default)]
    pub coachee: Option<PersonId>,
    #[serde(default)]
    pub sponsor: Option<PersonId>,
}

/// Two engagements that could stand in each other's way.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ConflictCard {
    pub kind: ConflictKind,
    /// The person who stands in both.
    pub person: PersonId,
    pub name: String,
    /// The other engagement.
    pub engagement: EngagementId,
    pub engagement_name: String,
    pub coachee: String,
}

/// Two people who are one: looked at, or joined.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct JoinPeople {
    pub keep: PersonId,
    /// Whoever is the same person, and goes.
    pub goes: PersonId,
}

/// What joining two people would make of them.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Joining {
    /// Where the one who goes stands, and the other will stand.
    pub moves: Vec<MovesTo>,
    /// What is written about the one who goes and would be lost: the other has something else there.
    pub loses: Vec<LosesField>,
    /// Why they cannot be joined; none when they can.
    pub refused: Option<String>,
}

/// A place in an engagement that goes over to the other person.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MovesTo {
    pub engagement: EngagementId,
    pub name: String,
    pub role: Role,
    /// True when the one who stays stands in this engagement already.
    pub both: bool,
}

/// A field in which two people differ.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct LosesField {
    /// `name`, `called`, `title`, `organisation`, `email` or `phone`.
    pub field: String,
    pub stays: String,
    pub goes: String,
}

/// Two organisations that are one, joined.
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct JoinOrganisations {
    pub keep: OrganisationId,
    pub goes: OrganisationId,
}
