//! The record: what a coach keeps. The JSON form of these types is the interchange format
//! (`docs/interchange.md`).

mod consent;
mod position;
mod session;

use serde::{Deserialize, Serialize};

use crate::agreement::Agreement;
use crate::alignment::{Belief, Clash};
use crate::closing::{Ending, FollowUp, Keeps};
use crate::day::Day;
use crate::direction::{Priority, Thread, Tie};
use crate::goals::{Goal, Telling};
use crate::ids::{
    CommitmentId, EngagementId, GoalId, MeetingId, NoteId, OrganisationId, PartyId, PersonId,
    SessionId,
};
use crate::ledger::Disclosure;
use crate::measures::{Round, Score, SelfRating};
use crate::meetings::Meeting;
use crate::pace::Pace;
use crate::supervision::ToSupervision;
use crate::text::{Tag, Text, about, keeping};
use crate::words::{CommitmentStatus, EngagementStatus, Influence, Language, Level, Role};

pub use consent::{Approval, Audience, Contact, Mask, Release, Template};
pub use position::Position;
pub use session::Session;

/// The coach: whose practice this is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields, default)]
pub struct Coach {
    /// The coach's name, as it stands on documents.
    pub name: String,
    /// Credentials, as written behind the name.
    pub credentials: String,
    /// Mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Postal address, in lines.
    pub address: String,
}

/// A person. What they are in an engagement is said by their [`Party`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// Their name, never blank.
    pub name: String,
    /// What they are called in conversation; the first name of documents in quotation. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// Their job title. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where they work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Mail address. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Telephone number. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name, never blank.
    pub name: String,
    /// Place or branch. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

/// A person in one role of one engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Who.
    pub person: PersonId,
    /// In which role.
    pub role: Role,
    /// Where a stakeholder stands, seen from the coachee.
    #[serde(default = "inside", skip_serializing_if = "is_inside")]
    pub level: Level,
    /// How much their view weighs; none when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influence: Option<Influence>,
    /// How they relate to the coachee, in a few words ("peer, finance"). May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// Since when.
    pub joined: Day,
    /// The first day on which they were no longer in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Day>,
}

impl Party {
    /// True when the party is in the engagement on that day.
    #[must_use]
    pub fn is_in(&self, on: Day) -> bool {
        self.joined <= on && self.left.is_none_or(|left| on < left)
    }
}

fn inside() -> Level {
    Level::Inside
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_inside(level: &Level) -> bool {
    *level == Level::Inside
}

/// One coachee, one agreement, one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// Its id.
    pub id: EngagementId,
    /// The agreed name: it stands on documents and in file names. Never blank.
    pub name: String,
    /// The language of its documents.
    pub language: Language,
    /// Where it stands today.
    pub status: EngagementStatus,
    /// The day it began.
    pub began: Day,
    /// The day on which it is planned to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<Day>,
    /// The day it ended, early or as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Day>,
    /// How it ends.
    #[serde(default, skip_serializing_if = "Ending::is_plain")]
    pub ending: Ending,
    /// As of which day the coach's own summary was last written. For the coach's eyes: it stands in no
    /// view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_summary: Option<Day>,
    /// How many sessions are contracted, 0 to 500.
    pub planned_sessions: u16,
    /// How long a session is meant to be, in minutes, 5 to 600.
    pub session_minutes: u16,
    /// How often sessions are meant to be. For the coach's eyes.
    #[serde(default, skip_serializing_if = "Pace::is_plain")]
    pub pace: Pace,
    /// The agreed fees.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub fees: Text<about::Fees>,
    /// Who stands in it, in which role. Exactly one coachee.
    pub parties: Vec<Party>,
    /// The coachee's goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// Who tells the sponsor's side of which shift.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tellings: Vec<Telling>,
    /// The versions of the boundaries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    /// The sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// The three-way meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// Who promised what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// What parties would see if coaching worked, and beliefs that matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Noted<about::Alignment>>,
    /// Where parties stand on goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Position>,
    /// The broad subjects of the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Noted<about::Themes>>,
    /// What would help from the organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_needed: Vec<Noted<about::SupportNeeded>>,
    /// The coachee's sense of direction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purpose: Vec<Noted<about::Purpose>>,
    /// What the coachee or a party says of the progress.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub progress: Vec<Noted<about::Progress>>,
    /// What the coachee saw, in the coachee's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insights: Vec<Noted<about::Insights>>,
    /// What the coachee tries between sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<Noted<about::Practices>>,
    /// Psychometrics and 360 reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Noted<about::Assessments>>,
    /// One stakeholder's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Noted<about::FeedbackVerbatim>>,
    /// How far goals were attained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Score>,
    /// The coachee's own ratings of goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub self_ratings: Vec<SelfRating>,
    /// The rounds of the stakeholder pulse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// What matters to the sponsor's side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// What goals serve.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// Insights about one subject, across sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub threads: Vec<Thread>,
    /// What parties seem to believe. For the coach's and the coachee's eyes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beliefs: Vec<Belief>,
    /// Where sides pull apart. For the coach's and the coachee's eyes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clashes: Vec<Clash>,
    /// What was arranged for the time after the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// What the sponsor's side told the coach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sponsor_contacts: Vec<Contact>,
    /// The coach's own reflections that belong to no session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reflections: Vec<Noted<about::Reflections>>,
    /// What the coach takes to supervision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supervision: Vec<ToSupervision>,
    /// Wordings that the coachee has approved for an audience.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<Release>,
    /// Documents that the coachee has approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
    /// Names that were named in it, and what stands for them where there are to be no names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub masks: Vec<Mask>,
    /// What reached whom, in order, chained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ledger: Vec<Disclosure>,
}

impl Engagement {
    /// An engagement with nothing in it yet but its frame.
    #[must_use]
    pub fn new(id: EngagementId, name: String, language: Language, began: Day) -> Self {
        Self {
            id,
            name,
            language,
            status: EngagementStatus::Enquiry,
            began,
            planned_end: None,
            ended: None,
            ending: Ending::default(),
            own_summary: None,
            planned_sessions: 0,
            session_minutes: 60,
            pace: Pace::default(),
            fees: Text::empty(),
            parties: Vec::new(),
            goals: Vec::new(),
            tellings: Vec::new(),
            agreements: Vec::new(),
            sessions: Vec::new(),
            meetings: Vec::new(),
            commitments: Vec::new(),
            expectations: Vec::new(),
            positions: Vec::new(),
            themes: Vec::new(),
            support_needed: Vec::new(),
            purpose: Vec::new(),
            progress: Vec::new(),
            insights: Vec::new(),
            practices: Vec::new(),
            assessments: Vec::new(),
            feedback: Vec::new(),
            scores: Vec::new(),
            self_ratings: Vec::new(),
            rounds: Vec::new(),
            priorities: Vec::new(),
            ties: Vec::new(),
            threads: Vec::new(),
            beliefs: Vec::new(),
            clashes: Vec::new(),
            follow_ups: Vec::new(),
            sponsor_contacts: Vec::new(),
            reflections: Vec::new(),
            supervision: Vec::new(),
            releases: Vec::new(),
            approvals: Vec::new(),
            masks: Vec::new(),
            ledger: Vec::new(),
        }
    }

    /// The party with that id.
    #[must_use]
    pub fn party(&self, id: &PartyId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == *id)
    }

    /// The coachee.
    #[must_use]
    pub fn coachee(&self) -> Option<&Party> {
        self.parties
            .iter()
            .find(|party| party.role == Role::Coachee)
    }

    /// The goal with that id.
    #[must_use]
    pub fn goal(&self, id: &GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == *id)
    }

    /// The meeting with that id.
    #[must_use]
    pub fn meeting(&self, id: &MeetingId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == *id)
    }

    /// The session with that id.
    #[must_use]
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }
}

/// An engagement with the people who stand in it: what the rules need to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The coach.
    pub coach: Coach,
    /// The engagement.
    pub engagement: Engagement,
    /// The people who are named in it.
    pub people: Vec<Person>,
    /// The organisations where they work.
    pub organisations: Vec<Organisation>,
    /// For how long the coach keeps what.
    pub keeps: Keeps,
}

impl Case {
    /// The person behind a party.
    #[must_use]
    pub fn person(&self, party: &Party) -> Option<&Person> {
        self.people.iter().find(|person| person.id == party.person)
    }

    /// A party's name; empty when the record is inconsistent, which [`crate::check`] refuses.
    #[must_use]
    pub fn name(&self, party: &PartyId) -> &str {
        self.engagement
            .party(party)
            .and_then(|party| self.person(party))
            .map_or("", |person| person.name.as_str())
    }

    /// Who promised or said it: a party's name, or the coach's.
    #[must_use]
    pub fn name_or_coach(&self, party: Option<&PartyId>) -> &str {
        party.map_or(self.coach.name.as_str(), |party| self.name(party))
    }
}

/// A dated note on one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub struct Noted<T: Tag> {
    /// Its id.
    pub id: NoteId,
    /// The day it belongs to.
    pub on: Day,
    /// What was noted.
    #[serde(with = "keeping")]
    pub text: Text<T>,
    /// The party whose words or view it is; none when it is the coach's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<PartyId>,
    /// The session in which it arose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The goal it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
}

/// Something a party promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// Who promised; none when it was the coach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PartyId>,
    /// What.
    #[serde(with = "keeping")]
    pub text: Text<about::Commitments>,
    /// The day it was promised.
    pub made: Day,
    /// The day by which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// What became of it.
    pub status: CommitmentStatus,
    /// The day it was kept or let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Day>,
    /// The session in which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The meeting in which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
}

impl Commitment {
    /// What had become of it by that day.
    #[must_use]
    pub fn status_on(&self, on: Day) -> CommitmentStatus {
        match self.settled {
            Some(settled) if settled <= on => self.status,
            _ => CommitmentStatus::Open,
        }
    }
}
