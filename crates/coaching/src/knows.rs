//! Who may know this, who does know it, and why: the answer to one key on any item of the record.
//!
//! For the coach's eyes. Who *may* know comes from the rules alone; who *does* know comes from the
//! ledger, from the meetings and from who said it, and opens nothing.

mod already;
mod find;
mod may;
mod written;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{
    BeliefId, ClashId, CommitmentId, ContactId, DecisionId, FollowUpId, GoalId, GoalVersionId,
    MeetingId, NoteId, PartyId, PositionId, PriorityId, ReleaseId, RoundId, ScoreId, SelfRatingId,
    SessionId, ThreadId, TieId,
};
use crate::record::{Case, Engagement, Release};
use crate::seat::Gate;
use crate::view::Ground;
use crate::words::{
    Chairs, Channel, DocumentKind, MeetingText, Role, Rule, SessionPart, Teller, Topic, WhyNot,
};

pub use find::named;
pub use written::{words_of, written};

/// One item of an engagement's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum ItemOf {
    /// A dated note on one topic.
    Note(NoteId),
    /// One dated wording of a goal.
    GoalVersion(GoalVersionId),
    /// A goal as a meeting agreed it.
    AgreedGoal {
        /// The meeting.
        meeting: MeetingId,
        /// The goal.
        goal: GoalId,
    },
    /// A decision of a meeting.
    Decision(DecisionId),
    /// A promise.
    Commitment(CommitmentId),
    /// One of the texts of a session.
    SessionText {
        /// The session.
        session: SessionId,
        /// Which text.
        part: SessionPart,
    },
    /// One of the texts of a meeting.
    MeetingText {
        /// The meeting.
        meeting: MeetingId,
        /// Which text.
        part: MeetingText,
    },
    /// One point of a meeting's agenda.
    AgendaPoint {
        /// The meeting.
        meeting: MeetingId,
        /// Its place, from 1.
        place: u16,
    },
    /// The coach's note of what the sponsor's side said.
    Contact(ContactId),
    /// Where a party stands on a goal.
    Position(PositionId),
    /// A released wording.
    Release(ReleaseId),
    /// How far a goal was attained on a day.
    Score(ScoreId),
    /// The coachee's own rating of a goal on a day.
    SelfRating(SelfRatingId),
    /// What the raters of a round say together about a goal.
    Combined {
        /// The round.
        round: RoundId,
        /// The goal.
        goal: GoalId,
    },
    /// What one rater suggested about a goal in a round.
    Answer {
        /// The round.
        round: RoundId,
        /// The rater.
        party: PartyId,
        /// The goal.
        goal: GoalId,
    },
    /// One dated wording of a priority.
    Priority {
        /// The priority.
        priority: PriorityId,
        /// The day of the wording.
        on: Day,
    },
    /// How a goal serves a priority or a purpose.
    Tie(TieId),
    /// The subject of a thread of insights.
    Thread(ThreadId),
    /// What a party seems to hold to be true.
    Belief(BeliefId),
    /// Where sides pull apart.
    Clash(ClashId),
    /// What came of a follow-up.
    FollowUp(FollowUpId),
    /// What was agreed to be said about the end.
    Ending,
    /// The agreed fees.
    Fees,
    /// Which sessions took place.
    Attendance,
}

/// Who may know an item, who does know it, and what was released of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who<'a> {
    /// Its topic.
    pub topic: Topic,
    /// The day it belongs to.
    pub on: Day,
    /// Its words; empty where it has none.
    pub text: &'a str,
    /// How many may know it.
    pub chairs: Chairs,
    /// Whose words or view it is.
    pub said_by: Option<&'a PartyId>,
    /// For each party but supervisors, in the order of the record: whether they may know it.
    pub may: Vec<MayKnow<'a>>,
    /// Who does know it; a party may stand here several times, or not at all.
    pub does: Vec<DoesKnow<'a>>,
    /// Documents that reached a party when it might have stood in them, and whose words were not
    /// kept: it cannot be told.
    pub papers: Vec<Paper<'a>>,
    /// What was released of it, or about its goal, live or withdrawn.
    pub releases: Vec<&'a Release>,
}

/// Whether one party may know an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayKnow<'a> {
    /// The party.
    pub party: &'a PartyId,
    /// True when they may.
    pub may: bool,
    /// True when the words that the coachee released reach them in the item's place.
    pub in_released_words: bool,
    /// True when they may know a goal's version only as a meeting agreed it.
    pub as_agreed: bool,
    /// The rule that its topic is under for them.
    pub rule: Rule,
    /// The role whose rule it is; none when they are not in the engagement on that day.
    pub role: Option<Role>,
    /// The day of the agreement in force.
    pub effective: Option<Day>,
    /// Why they may.
    pub ground: Option<Ground>,
    /// Why they may not.
    pub not: Option<WhyNot>,
}

/// That a party knows an item, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoesKnow<'a> {
    /// The party.
    pub party: &'a PartyId,
    /// How.
    pub how: HowKnown,
}

/// How it is known that a party knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum HowKnown {
    /// They said it themselves.
    SaidIt,
    /// It is the coachee's own record: it passed between the coachee and the coach.
    OwnRecord,
    /// They were at the meeting.
    Attended {
        /// When it was.
        on: Day,
    },
    /// It was noted that they were told; no entry of the ledger says in which words.
    Told {
        /// When.
        on: Day,
    },
    /// The ledger says so.
    Ledger {
        /// The entry's number.
        number: u32,
        /// When it reached them.
        on: Day,
        /// Who told.
        by: Teller,
        /// How.
        channel: Channel,
    },
}

/// A document that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper<'a> {
    /// To whom.
    pub party: &'a PartyId,
    /// The ledger's entry.
    pub number: u32,
    /// When.
    pub on: Day,
    /// Which.
    pub kind: DocumentKind,
}

/// Who may know an item on a day, and who does know it; none when the engagement has no such item.
#[must_use]
pub fn who<'a>(case: &'a Case, item: &ItemOf, on: Day) -> Option<Who<'a>> {
    let found = find::find(&case.engagement, item)?;
    let parties = || {
        let all = case.engagement.parties.iter();
        all.filter(|party| party.role != Role::Supervisor)
    };
    let may: Vec<MayKnow> = parties()
        .filter_map(|party| {
            let gate = Gate::for_party(case, &party.id, on)?;
            Some(may::may(&gate, &party.id, &found))
        })
        .collect();
    let side = |party: &&MayKnow| {
        let role = case.engagement.party(party.party).map(|party| party.role);
        party.may && role.is_some_and(Role::on_the_sponsors_side)
    };
    let coachee = case.engagement.coachee().map(|coachee| &coachee.id);
    let chairs = if may.iter().any(|party| side(&party)) {
        Chairs::Three
    } else if may.iter().any(|m| m.may && Some(m.party) == coachee) {
        Chairs::Two
    } else {
        Chairs::One
    };
    let mut does = Vec::new();
    let mut papers = Vec::new();
    for party in parties() {
        already::knows(case, party, &found, on, &mut does);
        already::papers(case, party, &found, on, &mut papers);
    }
    Some(Who {
        topic: found.topic(),
        on: found.on(&case.engagement),
        text: found.text(&case.engagement),
        chairs,
        said_by: found.said_by(),
        may,
        does,
        papers,
        releases: find::released(&case.engagement, &found),
    })
}

/// The topic of an item; none when the engagement has no such item.
#[must_use]
pub fn topic(engagement: &Engagement, item: &ItemOf) -> Option<Topic> {
    Some(find::find(engagement, item)?.topic())
}
