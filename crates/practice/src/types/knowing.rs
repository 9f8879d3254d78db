//! Who may know what, who does, and what may be said.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId, ReleaseId};
use coaching::record::Audience;
use coaching::view::Ground;
use coaching::words::{Chairs, DocumentKind, MeetingKind, Role, Rule, Topic, Voice, WhyNot};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HowKnown, ItemOf};

/// Who may know an item, on a day (today when none).
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskWho {
    pub engagement: EngagementId,
    pub item: ItemOf,
    pub on: Option<Day>,
}

/// Who may know an item, who does know it, and what was released of it.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct WhoCard {
    pub item: ItemOf,
    pub topic: Topic,
    /// The day it belongs to.
    pub item_on: Day,
    /// Its words; empty where it has none.
    pub text: String,
    pub chairs: Chairs,
    /// Whose words or view it is, by name; empty when nobody's.
    pub said_by: String,
    /// The day that was asked for.
    pub on: Day,
    /// The day of the agreement in force.
    pub effective: Option<Day>,
    /// For each party but supervisors: whether they may know it.
    pub may: Vec<MayKnowCard>,
    /// Who does know it, and how; a party may stand here several times.
    pub does: Vec<DoesKnowCard>,
    /// Documents that reached a party when it might have stood in them: it cannot be told.
    pub papers: Vec<PaperCard>,
    /// What was released of it, or about its goal.
    pub releases: Vec<ReleasedCard>,
}

/// Whether one party may know an item.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MayKnowCard {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
    pub may: bool,
    /// True when the words that the coachee released reach them in the item's place.
    pub in_released_words: bool,
    /// True when they may know a goal's version only as a meeting agreed it.
    pub as_agreed: bool,
    pub rule: Rule,
    /// The role whose rule it is: the strictest, for a person in several. None when they are not in
    /// the engagement on that day.
    pub rule_of: Option<Role>,
    /// The day of the agreement in force.
    pub effective: Option<Day>,
    /// Why they may.
    pub why: Option<Ground>,
    /// Why they may not.
    pub not: Option<WhyNot>,
}

/// That a party knows an item, and how that is known.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct DoesKnowCard {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
    pub how: HowKnown,
}

/// A document that was handed over.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PaperCard {
    pub party: PartyId,
    pub name: String,
    /// The number of the ledger's entry.
    pub number: u32,
    pub on: Day,
    pub kind: DocumentKind,
}

/// A release that came from an item, or is about its goal.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ReleasedCard {
    pub release: ReleaseId,
    pub audience: Audience,
    /// The party's name; empty for the supervisor and the public.
    pub audience_name: String,
    pub wording: String,
    pub voice: Voice,
    pub given: Day,
    pub withdrawn: Option<Day>,
    /// True when it counts on the day that was asked for.
    pub counts: bool,
}

/// What may be said to a party now.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SayCard {
    pub to: String,
    pub role: Role,
    pub on: Day,
    /// The day of the agreement in force; none when nothing is agreed.
    pub effective: Option<Day>,
    /// What the coach may say.
    pub may: Vec<SayLine>,
    /// What stands as the coachee's own words: to be quoted, or left to the coachee.
    pub coachees_words: Vec<SayLine>,
    /// What only the coachee tells.
    pub coachee_tells: Vec<Topic>,
    /// What needs the coachee's released wording and has none.
    pub not_yet: Vec<Topic>,
    /// What stays unsaid.
    pub unsaid: Vec<Topic>,
    /// The last goals that a meeting agreed; their wordings stand in `may` as well.
    pub agreed: Option<SayAgreed>,
    pub sessions_held: Option<u32>,
    pub sessions_planned: Option<u16>,
}

/// One thing that may be said.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SayLine {
    pub topic: Topic,
    pub text: String,
    /// The day the words belong to.
    pub on: Day,
    /// Whose voice released words are in.
    pub voice: Option<Voice>,
    /// Whose words or view it is, by name.
    pub said_by: Option<String>,
    pub why: Ground,
}

/// The goals that a meeting agreed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SayAgreed {
    pub on: Day,
    pub kind: MeetingKind,
    pub goals: Vec<String>,
}

/// Whether words on a topic can be released to an audience, on a day (today when none).
#[derive(Clone, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskRelease {
    pub engagement: EngagementId,
    pub audience: Audience,
    pub topic: Topic,
    pub voice: Voice,
    pub on: Option<Day>,
}

/// Whether words can be released, before anything is typed.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MayRelease {
    pub allowed: bool,
    /// What forbids it, in a sentence; empty when it is allowed.
    pub message: String,
    /// The code with which `give_release` would refuse it; empty when it is allowed.
    pub code: String,
    /// The rule that the topic is under for that audience; none for the public.
    pub rule: Option<Rule>,
    /// The day of the agreement in force.
    pub effective: Option<Day>,
}
