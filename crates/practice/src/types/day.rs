//! Today: one list.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::drift::DriftKind;
use coaching::ids::{
    ClashId, CommitmentId, ContactId, EngagementId, FollowUpId, MeetingId, SessionId,
};
use coaching::today::Urgency;
use coaching::words::{Chairs, KeptPart, MeetingKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TellingRow;

changes! {
    /// A line of Today stays away until a day, or comes back when no day is given.
    pub struct PutOff {
        pub line: String,
        pub engagement: Option<EngagementId>,
        pub until: Option<Day>,
    }
}

/// What the coach's day begins with; short, in the order in which a careful coach would do it.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct Today {
    pub on: Day,
    pub lines: Vec<TodayLine>,
    /// What the coach put off, until its day comes.
    pub put_off: Vec<TodayLine>,
    /// True while there is no engagement at all.
    pub nothing_yet: bool,
}

/// One line of it.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct TodayLine {
    /// Under which it is put off.
    pub key: String,
    pub urgency: Urgency,
    /// None for what concerns the whole practice.
    pub engagement: Option<EngagementId>,
    pub engagement_name: String,
    /// The coachee, or whoever promised.
    pub who: String,
    /// The day it is for; none for what waits.
    pub on: Option<Day>,
    /// How many days from today that is, or since when it waits: negative for what is past.
    pub days: Option<i64>,
    pub chairs: Chairs,
    /// The day on which it comes back.
    pub until: Option<Day>,
    /// What it is, and why it is here.
    pub why: TodayWhy,
}

/// Why a line is there.
#[derive(Serialize, TS)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TodayWhy {
    Session {
        session: SessionId,
        at: String,
        minutes: u16,
        /// True when the coachee sent something beforehand.
        sent: bool,
    },
    Meeting {
        meeting: MeetingId,
        occasion: MeetingKind,
        at: String,
        prepared: bool,
    },
    OpenSession {
        session: SessionId,
    },
    OpenMeeting {
        meeting: MeetingId,
        occasion: MeetingKind,
    },
    Telling {
        goal: String,
        drift: DriftKind,
        telling: TellingRow,
        /// For how many days it has shifted.
        since: i64,
    },
    Withheld {
        contact: ContactId,
        from: String,
    },
    Assent {
        effective: Day,
        missing: Vec<String>,
        /// True when the coachee's is missing: nothing of it is in force.
        draft: bool,
    },
    NoAgreement,
    Commitment {
        commitment: CommitmentId,
        text: String,
    },
    Experiment {
        clash: ClashId,
        title: String,
        text: String,
    },
    FollowUp {
        follow_up: FollowUpId,
        /// What change_follow_up wants again.
        due: Day,
    },
    Ends,
    Summaries,
    NothingPlanned,
    /// The time for which it was to be kept has passed.
    Disposal {
        part: KeptPart,
    },
    /// The last good backup is older than a week, or there is none.
    Backup,
}
