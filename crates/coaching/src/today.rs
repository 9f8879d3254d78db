//! What the coach's day begins with: one list, in the order in which a careful coach would work
//! through it (`docs/day.md`). For the coach's eyes.

mod gather;

use serde::Serialize;

use crate::agreement::Agreement;
use crate::alignment::{Clash, Experiment};
use crate::closing::FollowUp;
use crate::day::Day;
use crate::drift::{GoalDrift, TellingOf};
use crate::ids::{EngagementId, PartyId};
use crate::meetings::Meeting;
use crate::record::{Case, Commitment, Contact, Session};
use crate::retention::{Hold, Standing, retention};
use crate::words::KeptPart;

pub use gather::gather;

/// How pressing a line is; what comes first is looked at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// It takes place today.
    Now,
    /// Its day has passed.
    Late,
    /// It has no day, and a confidence hangs on it.
    Trust,
    /// Its day comes soon.
    Soon,
    /// It waits, and has no day.
    Whenever,
}

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// A session to come.
    Session(&'a Session),
    /// A three-way meeting to come.
    Meeting(&'a Meeting),
    /// A session whose day has passed, and nobody has said what became of it.
    OpenSession(&'a Session),
    /// The same of a meeting.
    OpenMeeting(&'a Meeting),
    /// A shift that somebody on the sponsor's side does not know of.
    Telling(Box<GoalDrift<'a>>, TellingOf),
    /// What is withheld from the coachee.
    Withheld(&'a Contact),
    /// A version of the agreement, and who has not assented to it.
    Assent {
        /// The version.
        agreement: &'a Agreement,
        /// Whose assent is missing.
        missing: Vec<&'a PartyId>,
        /// True when the coachee's is: nothing of it is in force.
        draft: bool,
    },
    /// It was contracted for, and no agreement says what may be shared of it.
    NoAgreement,
    /// A promise that is open.
    Commitment(&'a Commitment),
    /// An experiment that both sides of a clash are to judge.
    Experiment(&'a Clash, &'a Experiment),
    /// A follow-up after the end.
    FollowUp(&'a FollowUp),
    /// The engagement is planned to end.
    Ends,
    /// It has ended, and somebody has no summary.
    Summaries,
    /// It goes on, and no session and no meeting is planned.
    NothingPlanned,
    /// The time for which it was to be kept has passed.
    Disposal(KeptPart),
    /// What was written last stands in no backup, and the last good one is old.
    Backup,
}

impl About<'_> {
    /// A word for the kind, as it stands in the line's key.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Session(_) => "session",
            Self::Meeting(_) => "meeting",
            Self::OpenSession(_) => "open-session",
            Self::OpenMeeting(_) => "open-meeting",
            Self::Telling(..) => "telling",
            Self::Withheld(_) => "withheld",
            Self::Assent { .. } => "assent",
            Self::NoAgreement => "no-agreement",
            Self::Commitment(_) => "commitment",
            Self::Experiment(..) => "experiment",
            Self::FollowUp(_) => "follow-up",
            Self::Ends => "ends",
            Self::Summaries => "summaries",
            Self::NothingPlanned => "nothing-planned",
            Self::Disposal(_) => "disposal",
            Self::Backup => "backup",
        }
    }

    /// What tells it apart from others of its kind in the engagement.
    fn item(&self) -> String {
        match self {
            Self::Session(session) | Self::OpenSession(session) => session.id.to_string(),
            Self::Meeting(meeting) | Self::OpenMeeting(meeting) => meeting.id.to_string(),
            Self::Telling(_, telling) => format!("{}/{}", telling.version, telling.party),
            Self::Withheld(contact) => contact.id.to_string(),
            Self::Assent { agreement, .. } => agreement.id.to_string(),
            Self::Commitment(commitment) => commitment.id.to_string(),
            Self::Experiment(_, experiment) => experiment.id.to_string(),
            Self::FollowUp(follow_up) => follow_up.id.to_string(),
            Self::Disposal(part) => part.word().to_owned(),
            Self::NoAgreement
            | Self::Ends
            | Self::Summaries
            | Self::NothingPlanned
            | Self::Backup => String::new(),
        }
    }

    /// True for what has an hour: it is done at that hour, and nothing comes before it on its day.
    fn takes_place(&self) -> bool {
        matches!(self, Self::Session(_) | Self::Meeting(_))
    }

    /// True when a confidence hangs on it, whatever its day.
    fn is_of_trust(&self) -> bool {
        match self {
            Self::Withheld(_) | Self::NoAgreement => true,
            Self::Assent { draft, .. } => *draft,
            _ => false,
        }
    }

    fn hour(&self) -> &str {
        match self {
            Self::Session(session) => &session.at,
            Self::Meeting(meeting) => &meeting.at,
            _ => "",
        }
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The engagement; none for what concerns the whole practice.
    pub engagement: Option<&'a EngagementId>,
    /// What it is about.
    pub about: About<'a>,
    /// The day it is for.
    pub on: Option<Day>,
    /// Since when it stands, where it has no day of its own.
    pub since: Option<Day>,
    /// How pressing it is.
    pub urgency: Urgency,
}

impl<'a> Line<'a> {
    /// A line that is for a day.
    #[must_use]
    pub fn dated(
        engagement: Option<&'a EngagementId>,
        about: About<'a>,
        on: Day,
        today: Day,
    ) -> Self {
        let urgency = if on < today {
            Urgency::Late
        } else if on == today && about.takes_place() {
            Urgency::Now
        } else {
            Urgency::Soon
        };
        Self {
            engagement,
            about,
            on: Some(on),
            since: None,
            urgency,
        }
    }

    /// A line that waits since a day, and has none of its own.
    #[must_use]
    pub fn waiting(
        engagement: Option<&'a EngagementId>,
        about: About<'a>,
        since: Option<Day>,
    ) -> Self {
        let urgency = if about.is_of_trust() {
            Urgency::Trust
        } else {
            Urgency::Whenever
        };
        Self {
            engagement,
            about,
            on: None,
            since,
            urgency,
        }
    }

    /// Under which the line is put off. The same from day to day, and of ids alone.
    #[must_use]
    pub fn key(&self) -> String {
        let engagement = self.engagement.map_or(String::new(), ToString::to_string);
        format!("{}/{engagement}/{}", self.about.word(), self.about.item())
    }

    /// How many days from today its day is, or since when it waits: negative for what is past.
    #[must_use]
    pub fn days(&self, today: Day) -> Option<i64> {
        self.on.or(self.since).map(|day| day.days_since(today))
    }

    /// Until when a line that the coach puts off today stays away: never past its own day. None when it
    /// cannot be put off: it takes place today, or the day is not ahead.
    #[must_use]
    pub fn away_until(&self, until: Day, today: Day) -> Option<Day> {
        if self.urgency == Urgency::Now || until <= today {
            return None;
        }
        let own = self.on.filter(|on| *on > today);
        Some(own.map_or(until, |own| own.min(until)))
    }

    /// True while a line that was put off until that day stays away.
    #[must_use]
    pub fn is_away(&self, until: Option<Day>, today: Day) -> bool {
        self.urgency != Urgency::Now && until.is_some_and(|until| today < until)
    }
}

/// How old the last good backup may be before Today says so, in days.
const BACKUP_IS_OLD: i64 = 7;

/// That the last good backup is older than a week, or that there never was one. Asked only where
/// something was written since.
#[must_use]
pub fn old_backup(last: Option<Day>, today: Day) -> Option<Line<'static>> {
    last.is_none_or(|last| today.days_since(last) > BACKUP_IS_OLD)
        .then(|| Line::waiting(None, About::Backup, last))
}

/// What of an engagement has come due to be disposed of.
#[must_use]
pub fn disposals<'a>(case: &'a Case, holds: &[Hold], today: Day) -> Vec<Line<'a>> {
    let standing = retention(&case.engagement, case.keeps, holds, today);
    [
        (KeptPart::Reflective, standing.reflective),
        (KeptPart::Record, standing.record),
    ]
    .into_iter()
    .filter_map(|(part, standing)| match standing {
        Standing::Due(since) => {
            let engagement = Some(&case.engagement.id);
            Some(Line::dated(engagement, About::Disposal(part), since, today))
        }
        _ => None,
    })
    .collect()
}

/// Puts lines in their order: the more pressing first; among these the earlier day, or the longer wait;
/// then the hour; then the key, so that the order never depends on where lines came from.
pub fn sort(lines: &mut [Line<'_>]) {
    lines.sort_by_cached_key(|line| {
        let day = line.on.or(line.since);
        (
            line.urgency,
            // What has no day at all comes last.
            day.is_none(),
            day,
            line.about.hour().to_owned(),
            line.key(),
        )
    });
}
