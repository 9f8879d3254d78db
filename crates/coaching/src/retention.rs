//! How long things are kept: the two clocks of an engagement, holds that stop them, and what goes
//! when a clock has run out (`docs/retention.md`).

use chrono::{DateTime, Days, Months, Utc};
use serde::{Deserialize, Serialize};

use crate::closing::{Clocks, Keeps, clocks};
use crate::day::Day;
use crate::ids::{DisposalId, EngagementId, HoldId};
use crate::record::Engagement;
use crate::text::Text;
use crate::words::{DisposalRule, KeptPart};

/// A reason for which nothing of an engagement may be disposed of. For the coach's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// Of which engagement.
    pub engagement: EngagementId,
    /// Since when.
    pub on: Day,
    /// Why. Never blank.
    pub reason: String,
    /// The day on which it was lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Day>,
}

impl Hold {
    /// True while it stands.
    #[must_use]
    pub fn stands(&self, on: Day) -> bool {
        self.on <= on && self.lifted.is_none_or(|lifted| on < lifted)
    }
}

/// What a disposal leaves: that it took place, and nothing of what was disposed of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disposal {
    /// Its id, which stands on the certificate.
    pub id: DisposalId,
    /// The engagement's id. It names nobody.
    pub engagement: EngagementId,
    /// On which day.
    pub on: Day,
    /// When.
    pub recorded: DateTime<Utc>,
    /// What went.
    pub part: KeptPart,
    /// Under which rule.
    pub rule: DisposalRule,
    /// What went, by kind.
    pub items: Vec<Disposed>,
}

impl Disposal {
    /// True when it is of the whole record of that engagement.
    #[must_use]
    pub fn is_of_record(&self, engagement: &EngagementId) -> bool {
        self.part == KeptPart::Record && self.engagement == *engagement
    }
}

/// So many items of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(deny_unknown_fields)]
pub struct Disposed {
    /// The list of the interchange format in which they stood.
    pub kind: String,
    /// How many.
    pub count: u32,
    /// SHA-256 of the list as it stood there, as JSON without white space.
    pub sha256: String,
}

/// How far a part of an engagement is from being disposed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The engagement goes on: no clock runs.
    Running,
    /// A hold stands.
    Held,
    /// It is kept until that day.
    Kept(Day),
    /// It was kept until that day, which has come.
    Due(Day),
    /// Nothing of it is left.
    Gone,
}

/// Both parts of an engagement on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// The days on which the clocks run out; none while the engagement goes on.
    pub clocks: Option<Clocks>,
    /// The reflective notes.
    pub reflective: Standing,
    /// The record.
    pub record: Standing,
}

/// Where an engagement stands on a day. A hold keeps everything until it is lifted; then the clocks say
/// what they would have said without it.
#[must_use]
pub fn retention(engagement: &Engagement, keeps: Keeps, holds: &[Hold], on: Day) -> Retention {
    let clocks = clocks(engagement, keeps, on);
    let mut own = holds.iter().filter(|hold| hold.engagement == engagement.id);
    let held = own.any(|hold| hold.stands(on));
    let standing = |until: Option<Day>| match until {
        _ if held => Standing::Held,
        None => Standing::Running,
        Some(until) if on < until => Standing::Kept(until),
        Some(until) => Standing::Due(until),
    };
    Retention {
        clocks,
        reflective: match has_reflections(engagement) {
            true => standing(clocks.map(|clocks| clocks.reflective)),
            false => Standing::Gone,
        },
        record: standing(clocks.map(|clocks| clocks.record)),
    }
}

/// What ended after these days is due in no case: the notes, the record. A few days early, since months
/// differ in length.
#[must_use]
pub fn due_at_the_latest(keeps: Keeps, on: Day) -> Option<(Day, Day)> {
    let before = |months: u32| {
        let date = on.date().checked_sub_months(Months::new(months))?;
        Day::new(date.checked_add_days(Days::new(4))?).ok()
    };
    Some((
        before(keeps.reflective_months.into())?,
        before(u32::from(keeps.record_years) * 12)?,
    ))
}

/// True when it holds a reflective note.
#[must_use]
pub fn has_reflections(engagement: &Engagement) -> bool {
    !engagement.reflections.is_empty()
        || !engagement.supervision.is_empty()
        || engagement.sessions.iter().any(|s| !s.reflective.is_empty())
        || engagement.meetings.iter().any(|m| !m.reflective.is_empty())
}

/// The same engagement once its reflective notes are disposed of. Why an item is withheld from the
/// coachee stays with the item: without it the item would be withheld no longer.
#[must_use]
pub fn without_reflections(engagement: &Engagement) -> Engagement {
    let mut left = engagement.clone();
    for session in &mut left.sessions {
        session.reflective = Text::empty();
    }
    for meeting in &mut left.meetings {
        meeting.reflective = Text::empty();
    }
    for release in &mut left.releases {
        let from = |note: &_| engagement.reflections.iter().any(|r| r.id == *note);
        release.note = release.note.take().filter(|note| !from(note));
    }
    left.reflections.clear();
    left.supervision.clear();
    left
}
