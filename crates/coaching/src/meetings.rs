//! Three-way meetings, what they decide, and the baseline they agree.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{DecisionId, GoalId, GoalVersionId, MeetingId, PartyId};
use crate::record::Engagement;
use crate::text::{Text, about, keeping};
use crate::words::{CoachDoes, MeetingKind, MeetingStatus};

/// A three-way meeting: coach, coachee and somebody from the sponsor's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The occasion.
    pub kind: MeetingKind,
    /// The day on which it was arranged.
    pub arranged: Day,
    /// The day it takes or took place.
    pub on: Day,
    /// The hour at which it begins, `HH:MM`. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// How long, in minutes, 5 to 600.
    pub minutes: u16,
    /// Where.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub place: Text<about::Engagement>,
    /// What happened to it.
    pub status: MeetingStatus,
    /// Who is invited.
    pub invited: Vec<PartyId>,
    /// Who was there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attended: Vec<PartyId>,
    /// What it is to speak about, in its order. Everybody who may know of the meeting may read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// The coachee's preparation.
    #[serde(default, skip_serializing_if = "Preparation::is_empty")]
    pub preparation: Preparation,
    /// The goal wordings that were agreed: with any, the meeting makes a new baseline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<AgreedGoal>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// The coach's own note.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub reflective: Text<about::Reflections>,
    /// What coach and coachee made of it afterwards.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub debrief: Text<about::SessionContent>,
}

impl Meeting {
    /// True when it was held by that day.
    #[must_use]
    pub fn was_held(&self, by: Day) -> bool {
        self.status == MeetingStatus::Held && self.on <= by
    }

    /// True when it made a baseline by that day.
    #[must_use]
    pub fn made_a_baseline(&self, by: Day) -> bool {
        self.was_held(by) && !self.agreed.is_empty()
    }
}

/// The most points of one agenda.
pub const LONGEST_AGENDA: usize = 60;

/// One thing that a meeting is to speak about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// What. Never blank.
    #[serde(with = "keeping")]
    pub text: Text<about::Engagement>,
    /// How long, in minutes, 0 to 600.
    pub minutes: u16,
    /// Who speaks.
    pub speaker: Speaker,
}

/// Who speaks to a point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// All who are there.
    Everybody,
    /// The coach.
    Coach,
    /// One of the parties.
    Party(PartyId),
}

/// How the coachee prepares a three-way meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preparation {
    /// A good outcome.
    #[serde(skip_serializing_if = "Text::no_words", with = "keeping")]
    pub good_outcome: Text<about::SessionContent>,
    /// What I want from my manager.
    #[serde(skip_serializing_if = "Text::no_words", with = "keeping")]
    pub from_my_manager: Text<about::SessionContent>,
    /// What is on the table.
    #[serde(skip_serializing_if = "Text::no_words", with = "keeping")]
    pub on_the_table: Text<about::SessionContent>,
    /// What is off the table.
    #[serde(skip_serializing_if = "Text::no_words", with = "keeping")]
    pub off_the_table: Text<about::SessionContent>,
    /// What the coach should do in the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coach_does: Option<CoachDoes>,
}

impl Preparation {
    /// True when nothing has been prepared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A goal as a meeting agreed it: its own wording, so that what the sponsor reads never comes from
/// the goal itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreedGoal {
    /// The goal.
    pub goal: GoalId,
    /// The version that was agreed.
    pub version: GoalVersionId,
    /// The wording as it was agreed in the room.
    #[serde(with = "keeping")]
    pub wording: Text<about::BaselineGoals>,
    /// How we would know, as it was agreed in the room.
    #[serde(default, skip_serializing_if = "Text::no_words", with = "keeping")]
    pub measure: Text<about::BaselineGoals>,
}

/// Something that a meeting decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// What was decided.
    #[serde(with = "keeping")]
    pub text: Text<about::MeetingOutcomes>,
}

/// The meeting whose agreed goals are the baseline on that day: the latest that agreed any.
#[must_use]
pub fn baseline(engagement: &Engagement, on: Day) -> Option<&Meeting> {
    baselines(engagement, on).pop()
}

/// The meetings that agreed goals by that day, oldest first.
#[must_use]
pub fn baselines(engagement: &Engagement, on: Day) -> Vec<&Meeting> {
    let meetings = engagement.meetings.iter();
    let mut made: Vec<_> = meetings.filter(|m| m.made_a_baseline(on)).collect();
    made.sort_by(|a, b| (a.on, &a.at, &a.id).cmp(&(b.on, &b.at, &b.id)));
    made
}

/// Shares a meeting's time out among its points by their weights, in steps of five minutes where there
/// are enough of them: each has one step at the least, and together they take all the time there is.
#[must_use]
pub fn share_out(weights: &[u16], minutes: u16) -> Vec<u16> {
    let points = u16::try_from(weights.len()).unwrap_or(u16::MAX);
    let step = if minutes >= points.saturating_mul(5) {
        5
    } else {
        1
    };
    let steps = minutes / step;
    if points == 0 || steps < points {
        return vec![0; weights.len()];
    }
    let whole: u32 = weights.iter().map(|weight| u32::from(*weight).max(1)).sum();
    let free = u32::from(steps - points);
    let mut shares: Vec<(usize, u32, u32)> = weights
        .iter()
        .enumerate()
        .map(|(place, weight)| {
            let part = free * u32::from(*weight).max(1);
            (place, 1 + part / whole, part % whole)
        })
        .collect();
    let given: u32 = shares.iter().map(|(_, steps, _)| steps).sum();
    let mut left = u32::from(steps).saturating_sub(given);
    // What does not divide goes to those who lost most by rounding, the earlier first.
    shares.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    for share in &mut shares {
        let more = left.min(1);
        share.1 += more;
        left -= more;
    }
    shares.sort_by_key(|share| share.0);
    let mut each: Vec<u16> = shares
        .into_iter()
        .map(|(_, steps, _)| {
            u16::try_from(steps)
                .unwrap_or(u16::MAX)
                .saturating_mul(step)
        })
        .collect();
    if let Some(last) = each.last_mut() {
        *last += minutes % step;
    }
    each
}
