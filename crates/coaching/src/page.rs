//! The coach's own pages. They hold everything, so nothing that makes them can hand them to anyone
//! else: none of them is, or contains, a [`View`](crate::view::View).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

use crate::closing::Clocks;
use crate::day::Day;
use crate::drift::DriftKind;
use crate::ids::{MeetingId, PartyId};
use crate::record::Case;
use crate::seat::{self, Gate};
use crate::view::{
    AttainmentSeen, Attendance, BaselineSeen, BeliefSeen, ClashSeen, CommitmentSeen, DriftSeen,
    FollowUpSeen, GoalStory, Heading, Line, MeasureSeen, MeetingSeen, PositionSeen, Section,
    ThreadSeen, TieSeen, View,
};
use crate::words::{Language, Role, Rule, SessionStatus, Topic};

/// Everything on one engagement and one day, for the coach's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoachPage {
    /// The day.
    pub on: Day,
    /// The language of the engagement's documents.
    pub language: Language,
    /// The frame; none before the engagement began.
    pub heading: Option<Heading>,
    /// Which sessions took place.
    pub attendance: Option<Attendance>,
    /// What meetings agreed, oldest first.
    pub baselines: Vec<BaselineSeen>,
    /// Each goal with its story.
    pub goals: Vec<GoalStory>,
    /// Baseline and today side by side.
    pub drift: Vec<DriftSeen>,
    /// What goals were measured by, version by version.
    pub measures: Vec<MeasureSeen>,
    /// Goal attainment over all scored goals.
    pub attainment: Option<AttainmentSeen>,
    /// Insights about one subject, across sessions.
    pub threads: Vec<ThreadSeen>,
    /// What goals serve.
    pub ties: Vec<TieSeen>,
    /// What parties seem to believe.
    pub beliefs: Vec<BeliefSeen>,
    /// Where sides pull apart.
    pub clashes: Vec<ClashSeen>,
    /// What is arranged for the time after the end.
    pub follow_ups: Vec<FollowUpSeen>,
    /// Until when notes and record are kept, once it has ended.
    pub kept_until: Option<Clocks>,
    /// The meetings, by day.
    pub meetings: Vec<MeetingSeen>,
    /// All promises.
    pub commitments: Vec<CommitmentSeen>,
    /// Where parties stand.
    pub positions: Vec<PositionSeen>,
    /// Everything else by topic, the coach's reflections included.
    pub sections: Vec<Section>,
}

/// The coach's private sheet for one three-way meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoachSheet {
    /// The record.
    pub page: CoachPage,
    /// The meeting.
    pub meeting: MeetingSeen,
    /// For each invited party on the sponsor's side: what must not be said to them.
    pub unsaid: Vec<UnsaidTo>,
    /// Names of parties on the sponsor's side whose assent to the agreement in force is missing.
    pub without_assent: Vec<String>,
}

/// What must not be said to one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnsaidTo {
    /// The party's name.
    pub name: String,
    /// The party's role.
    pub role: Role,
    /// What is kept back, in the order of the topics.
    pub kept_back: Vec<KeptBack>,
}

/// One thing that a party may not see, and under which rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct KeptBack {
    /// Its topic.
    pub topic: Topic,
    /// The day it belongs to.
    pub on: Day,
    /// Its words.
    pub text: String,
    /// The rule that keeps it back.
    pub rule: Rule,
}

/// The coach's summary at the engagement's end: for learning and for supervision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoachSummary {
    /// The record.
    pub page: CoachPage,
    /// The minutes of all sessions that were held, for the log of hours.
    pub minutes_held: u32,
    /// How often a goal moved since it began, by the drift's words.
    pub moved: Vec<(DriftKind, u32)>,
}

/// A page of a meeting was asked for that the engagement does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This engagement has no such meeting on that day.")]
pub struct NoSuchMeeting;

/// Everything on one engagement and one day.
#[must_use]
pub fn coach_page(case: &Case, on: Day) -> CoachPage {
    let seen = seat::everything(case, on);
    CoachPage {
        on,
        language: case.engagement.language,
        heading: seen.heading,
        attendance: seen.attendance,
        baselines: seen.baselines,
        goals: seen.goals,
        drift: seen.drift,
        measures: seen.measures,
        attainment: seen.attainment,
        threads: seen.threads,
        ties: seen.ties,
        beliefs: seen.beliefs,
        clashes: seen.clashes,
        follow_ups: seen.follow_ups,
        kept_until: seen.kept_until,
        meetings: seen.meetings,
        commitments: seen.commitments,
        positions: seen.positions,
        sections: seen.sections,
    }
}

/// The coach's private sheet for a meeting, as of a day.
///
/// # Errors
/// [`NoSuchMeeting`] when the engagement has no such meeting, or it was arranged after that day.
pub fn coach_sheet(case: &Case, meeting: &MeetingId, on: Day) -> Result<CoachSheet, NoSuchMeeting> {
    let page = coach_page(case, on);
    let seen = page
        .meetings
        .iter()
        .find(|seen| seen.id == *meeting)
        .ok_or(NoSuchMeeting)?
        .clone();
    let invited = &case
        .engagement
        .meeting(meeting)
        .ok_or(NoSuchMeeting)?
        .invited;
    let parties: Vec<_> = case
        .engagement
        .parties
        .iter()
        .filter(|party| party.role.on_the_sponsors_side() && invited.contains(&party.id))
        .collect();
    let agreement = crate::agreement::in_force(&case.engagement, on);
    let assented = |party: &PartyId| agreement.is_some_and(|a| a.has_assent_of(party, on));
    let all = Everything::of(case, on);
    Ok(CoachSheet {
        unsaid: parties
            .iter()
            .map(|party| UnsaidTo {
                name: case.name(&party.id).to_owned(),
                role: party.role,
                kept_back: all
                    .kept_back_on(case, &party.id, on)
                    .into_iter()
                    .filter(|kept| worth_a_warning(kept.topic))
                    .collect(),
            })
            .collect(),
        without_assent: parties
            .iter()
            .filter(|party| !assented(&party.id))
            .map(|party| case.name(&party.id).to_owned())
            .collect(),
        meeting: seen,
        page,
    })
}

/// On the sheet for the room: what could slip out. The bulk of the session notes is left to the
/// topic's rule.
fn worth_a_warning(topic: Topic) -> bool {
    !matches!(
        topic,
        Topic::SessionContent | Topic::Practices | Topic::Reflections
    )
}

/// All that there is of an engagement on a day, to say what a view lacks of it, and for nothing else:
/// nothing can be read out of it.
pub struct Everything(View);

impl Everything {
    /// All that there is.
    #[must_use]
    pub fn of(case: &Case, on: Day) -> Self {
        Self(seat::everything(case, on))
    }

    /// As [`kept_back`], beside the party's view of the same day.
    #[must_use]
    pub fn kept_back(&self, case: &Case, party: &PartyId, view: &View) -> Vec<KeptBack> {
        let gate = Gate::for_party(case, party, view.on);
        gate.map_or(Vec::new(), |gate| left_of(&self.0, view, &gate))
    }

    fn kept_back_on(&self, case: &Case, party: &PartyId, on: Day) -> Vec<KeptBack> {
        let view = seat::seat(case, party, on);
        view.map_or(Vec::new(), |view| self.kept_back(case, party, &view))
    }
}

/// Everything that is kept back from a party on a day, and under which rule; by topic, day, words.
/// What the party may see in the same words anyway is not kept back.
#[must_use]
pub fn kept_back(case: &Case, party: &PartyId, on: Day) -> Vec<KeptBack> {
    Everything::of(case, on).kept_back_on(case, party, on)
}

fn left_of(all: &View, view: &View, gate: &Gate) -> Vec<KeptBack> {
    let rules: BTreeMap<Topic, Rule> = Topic::ALL
        .iter()
        .map(|&topic| (topic, gate.rule(topic).0))
        .collect();
    let mut kept: Vec<(Topic, Day, &str)> = not_beside(all, view)
        .into_iter()
        .map(|line| (line.topic, line.on, line.text.as_str()))
        .collect();
    let seen = view.lines();
    let seen = seen.iter().map(|line| by_length(&line.text));
    let seen: BTreeSet<_> = if seen.len() < kept.len() {
        seen.collect()
    } else {
        // Only what might be kept matters, and of that there is less to put in order.
        let might: BTreeSet<_> = kept.iter().map(|(_, _, text)| by_length(text)).collect();
        seen.filter(|text| might.contains(text)).collect()
    };
    kept.retain(|(_, _, text)| !seen.contains(&by_length(text)));
    // Most lines stand in order already, which a stable sort makes use of.
    kept.sort();
    kept.dedup();
    kept.into_iter()
        .filter_map(|(topic, on, text)| {
            Some(KeptBack {
                topic,
                on,
                text: text.to_owned(),
                rule: *rules.get(&topic)?,
            })
        })
        .collect()
}

/// A text as it is looked up: most differ in length, which is compared without reading them.
fn by_length(text: &str) -> (usize, &str) {
    (text.len(), text)
}

/// The lines beside which the view has none of the same words. What a chair sees of a topic mostly
/// stands in one order with all that there is, so that a walk along both settles nearly every line;
/// where it does not, a line is left that the view has in another place.
fn not_beside<'v>(all: &'v View, view: &View) -> Vec<&'v Line> {
    let mut seen: BTreeMap<Topic, VecDeque<&Line>> = BTreeMap::new();
    // Released words stand nowhere in the record itself.
    for line in view.lines().into_iter().filter(|l| l.voice.is_none()) {
        seen.entry(line.topic).or_default().push_back(line);
    }
    let mut left = Vec::new();
    for line in all.lines() {
        let seen = seen.entry(line.topic).or_default();
        match seen.front() {
            Some(next) if next.text == line.text => drop(seen.pop_front()),
            _ => left.push(line),
        }
    }
    left
}

/// The coach's summary, as of a day.
#[must_use]
pub fn coach_summary(case: &Case, on: Day) -> CoachSummary {
    let page = coach_page(case, on);
    let minutes_held = case
        .engagement
        .sessions
        .iter()
        .filter(|session| session.status == SessionStatus::Held && session.on <= on)
        .map(|session| u32::from(session.minutes))
        .sum();
    let mut moved: Vec<(DriftKind, u32)> = Vec::new();
    for row in &page.drift {
        match moved.iter_mut().find(|(kind, _)| *kind == row.drift) {
            Some((_, count)) => *count += 1,
            None => moved.push((row.drift, 1)),
        }
    }
    CoachSummary {
        page,
        minutes_held,
        moved,
    }
}
